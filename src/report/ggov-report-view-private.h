/* ggov-report-view-private.h: a piece of ground at a scale on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "ggov-geo-bounds.h"
#include "ggov-geo-projection.h"

G_BEGIN_DECLS

/* In points from the top left corner of the paper. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GgovReportRect;

/**
 * GgovReportView:
 * @projection: of the place's own, so that grid north is true north to a hundredth of a degree
 * @ground: what is to be seen, in metres: min_lon and max_lon are eastings, the others northings
 * @frame: where it is seen
 * @denominator: of the scale, such as 2000 for 1:2000
 * @scale: points on paper for a metre on the ground
 * @shown: degrees that the frame is within
 */
typedef struct
{
  GgovGeoProjection *projection;
  GgovGeoBounds      ground;
  GgovReportRect     frame;
  double             denominator;
  double             scale;
  GgovGeoBounds      shown;
} GgovReportView;

/* A ring or a line in points; @n_points times x and y. */
typedef struct
{
  double *coords;
  guint   n_points;
} GgovReportRing;

/* @rings: (element-type GgovReportRing): fill by the even-odd rule; lines of a line shape */
typedef struct
{
  GArray         *rings;
  GgovReportRect  bounds;
  double          x;      /* the centre of its area, or of its points */
  double          y;
} GgovReportShape;

/**
 * _ggov_report_view_new:
 * @wkb: what is to be seen, longitude then latitude in degrees
 *
 * Returns: (transfer full) (nullable): NULL where @wkb cannot be put on a map
 */
GgovReportView  *_ggov_report_view_new       (GBytes               *wkb) G_GNUC_WARN_UNUSED_RESULT;
void             _ggov_report_view_free      (GgovReportView       *self);

/* The smallest denominator of a round scale at which the ground and some more fit into so many
 * points. */
double           _ggov_report_view_measure   (const GgovReportView *self,
                                              double                width,
                                              double                height);

/* Puts the middle of the ground into the middle of @frame, at that scale. */
void             _ggov_report_view_place     (GgovReportView       *self,
                                              const GgovReportRect *frame);

/* (nullable): a shape in points; NULL where it cannot be read or nothing of it is in the frame */
GgovReportShape *_ggov_report_shape_new      (GgovReportView       *view,
                                              GBytes               *wkb) G_GNUC_WARN_UNUSED_RESULT;
void             _ggov_report_shape_free     (GgovReportShape      *self);

void             _ggov_report_shape_trace    (GgovReportShape      *self,
                                              cairo_t              *cr);
gboolean         _ggov_report_shape_contains (GgovReportShape      *self,
                                              double                x,
                                              double                y);
gboolean         _ggov_report_rect_meets     (const GgovReportRect *self,
                                              const GgovReportRect *other);
gboolean         _ggov_report_rect_holds     (const GgovReportRect *self,
                                              const GgovReportRect *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportView, _ggov_report_view_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportShape, _ggov_report_shape_free)

G_END_DECLS
