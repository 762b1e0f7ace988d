/* ggov-measure.h: a line or an area that is being measured on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  GGOV_MEASURE_DISTANCE,
  GGOV_MEASURE_AREA,
} GgovMeasureKind;

/**
 * GgovMeasure:
 *
 * Points put one after the other, and the place where the next one would go. Places are longitude
 * then latitude in degrees. Lengths and areas are those on the ellipsoid.
 */
#define GGOV_TYPE_MEASURE (ggov_measure_get_type ())

G_DECLARE_FINAL_TYPE (GgovMeasure, ggov_measure, GGOV, MEASURE, GObject)

/**
 * GgovMeasure::changed:
 *
 * Emitted when anything of it is another.
 */

GgovMeasure    *ggov_measure_new           (void) G_GNUC_WARN_UNUSED_RESULT;

/* Points stay: a line can be looked at as the border of an area. */
void            ggov_measure_set_kind      (GgovMeasure     *self,
                                            GgovMeasureKind  kind);
GgovMeasureKind ggov_measure_get_kind      (GgovMeasure     *self);

/* Puts a point; after the end it is the first of a new line. One where the last is is none. */
void            ggov_measure_add           (GgovMeasure     *self,
                                            double           lon,
                                            double           lat);

/* Takes the last point away; a line that was ended goes on. FALSE where there is none. */
gboolean        ggov_measure_remove_last   (GgovMeasure     *self);

/* Ends the line; of fewer than two points there is none. */
void            ggov_measure_finish        (GgovMeasure     *self);
void            ggov_measure_clear         (GgovMeasure     *self);

/* Where the next point would go; until the line is ended it is measured along. */
void            ggov_measure_point         (GgovMeasure     *self,
                                            double           lon,
                                            double           lat);
void            ggov_measure_stop_pointing (GgovMeasure     *self);

/* Points that were put. */
guint           ggov_measure_get_n_points  (GgovMeasure     *self);
gboolean        ggov_measure_is_finished   (GgovMeasure     *self);

/**
 * ggov_measure_get_path:
 * @n_points: (out): those put, and the one pointed at
 * @legs_m: (out) (optional) (transfer none) (array): metres from each point to the next; of an area
 *   the last one leads back
 *
 * Returns: (transfer none) (array): shape [n_points][2]; good until the next change
 */
const double   *ggov_measure_get_path      (GgovMeasure     *self,
                                            guint           *n_points,
                                            const double   **legs_m);

/* Metres along the line, or all around the area. */
double          ggov_measure_get_length_m  (GgovMeasure     *self);

/* Square metres; less than 0 where the border crosses itself. */
double          ggov_measure_get_area_m2   (GgovMeasure     *self);

G_END_DECLS
