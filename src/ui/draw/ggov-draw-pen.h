/* ggov-draw-pen.h: the marks that drawing tools leave over the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-footprints.h"
#include "ggov-geo-subdivision.h"
#include "ggov-map-tool.h"

G_BEGIN_DECLS

/**
 * GgovDrawInk:
 * @GGOV_DRAW_INK_PLAIN: what can be taken hold of
 * @GGOV_DRAW_INK_STRONG: what is being drawn, or chosen
 * @GGOV_DRAW_INK_WAITING: what is drawn and not yet written
 * @GGOV_DRAW_INK_WRONG: what cannot be drawn so
 */
typedef enum
{
  GGOV_DRAW_INK_PLAIN,
  GGOV_DRAW_INK_STRONG,
  GGOV_DRAW_INK_WAITING,
  GGOV_DRAW_INK_WRONG,
} GgovDrawInk;

/**
 * GgovDrawPen:
 *
 * Good for one drawing. Coordinates are arrays of shape [n_points][2], longitude then latitude in
 * degrees. Each mark is a node no larger than what is seen of it, so that little is painted anew.
 */
typedef struct
{
  GtkSnapshot          *snapshot;
  const GgovMapFrame   *frame;
  const GgovMapPalette *palette;
} GgovDrawPen;

void ggov_draw_pen_line      (const GgovDrawPen  *self,
                              const double       *coords,
                              guint               n_points,
                              GgovDrawInk         ink);

/* An outline with a tint in it, closed. */
void ggov_draw_pen_area      (const GgovDrawPen  *self,
                              const double       *coords,
                              guint               n_points,
                              GgovDrawInk         ink);

/* Handles of vertices. */
void ggov_draw_pen_handles   (const GgovDrawPen  *self,
                              const double       *coords,
                              guint               n_points,
                              GgovDrawInk         ink);

/**
 * ggov_draw_pen_buildings:
 * @buildings: (element-type guint): ids of footprints; where they are many, as boxes
 */
void ggov_draw_pen_buildings (const GgovDrawPen  *self,
                              GgovGeoFootprints  *footprints,
                              GArray             *buildings,
                              GgovDrawInk         ink);

/* All borders of a grid. */
void ggov_draw_pen_grid      (const GgovDrawPen  *self,
                              GgovGeoSubdivision *subdivision,
                              gint64              grid_id,
                              GgovDrawInk         ink);

/* A padlock, some pixels above a place. */
void ggov_draw_pen_lock      (const GgovDrawPen  *self,
                              const double       *place);

/* Where the keys point. */
void ggov_draw_pen_cross     (const GgovDrawPen  *self,
                              const double       *place);

G_END_DECLS
