/* ggov-geo-sketch.h: what a small map of grids is drawn from: flat lines in metres
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"
#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/* Grids side by side have different ones, as far as so many do. */
#define GGOV_GEO_SKETCH_N_HUES 6

/**
 * GgovGeoSketchKind:
 * @GGOV_GEO_SKETCH_GRID: the ground of a grid
 * @GGOV_GEO_SKETCH_BUILDING: a footprint
 * @GGOV_GEO_SKETCH_MOVED: that of a building which changes its grid
 * @GGOV_GEO_SKETCH_BEFORE: a border that there was, open
 * @GGOV_GEO_SKETCH_AFTER: a border that there would be, open
 * @GGOV_GEO_SKETCH_COMMUNITY: the community's border
 *
 * In the order of drawing.
 */
typedef enum
{
  GGOV_GEO_SKETCH_GRID,
  GGOV_GEO_SKETCH_BUILDING,
  GGOV_GEO_SKETCH_MOVED,
  GGOV_GEO_SKETCH_BEFORE,
  GGOV_GEO_SKETCH_AFTER,
  GGOV_GEO_SKETCH_COMMUNITY,
} GgovGeoSketchKind;

/**
 * GgovGeoSketchLine:
 * @hue: of a grid's ground, below GGOV_GEO_SKETCH_N_HUES
 * @coords: (array): shape [n_points][2], metres east and north of an origin of the sketch's own
 */
typedef struct
{
  GgovGeoSketchKind  kind;
  guint              hue;
  double            *coords;
  guint              n_points;
} GgovGeoSketchLine;

/* A name at a place well inside its grid. */
typedef struct
{
  double  x_m;
  double  y_m;
  char   *text;
} GgovGeoSketchLabel;

/**
 * GgovGeoSketch:
 * @lines: (element-type GgovGeoSketchLine): by kind
 * @labels: (element-type GgovGeoSketchLabel)
 *
 * Not changed once it is handed out, so that any thread may draw it; shared by reference.
 */
typedef struct
{
  GArray  *lines;
  GArray  *labels;
  double   west_m;
  double   south_m;
  double   east_m;
  double   north_m;

  /*< private >*/
  gboolean has_origin;
  double   lon;
  double   lat;
} GgovGeoSketch;

GgovGeoSketch *ggov_geo_sketch_new      (void) G_GNUC_WARN_UNUSED_RESULT;
GgovGeoSketch *ggov_geo_sketch_ref      (GgovGeoSketch *self);
void           ggov_geo_sketch_unref    (GgovGeoSketch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoSketch, ggov_geo_sketch_unref)

/**
 * ggov_geo_sketch_add:
 * @border: WKB polygon of the community, longitude then latitude in degrees
 * @before: (nullable): the grids there were
 * @after: (nullable): the grids there would be
 * @buildings: (array length=n): their footprints
 * @moved: (nullable) (array length=n): for each building whether it changes its grid
 *
 * Adds a community. Shapes that cannot be read are left out. Some milliseconds; any thread.
 */
void           ggov_geo_sketch_add      (GgovGeoSketch         *self,
                                         GBytes                *border,
                                         GgovGeoSubdivision    *before,
                                         GgovGeoSubdivision    *after,
                                         const GgovGeoBuilding *buildings,
                                         guint                  n,
                                         const gboolean        *moved);

/* Adds the name of a grid of @subdivision. */
void           ggov_geo_sketch_add_name (GgovGeoSketch         *self,
                                         GgovGeoSubdivision    *subdivision,
                                         gint64                 grid_id,
                                         const char            *name);

G_END_DECLS
