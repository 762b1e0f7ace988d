/* ggov-geo-layout.h: one state of a community's grids while they are edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-site.h"
#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/**
 * GgovGeoLayout:
 *
 * The borders, and which building is in which grid. Never changes: a tool makes a new one, and
 * undo is going back to the one before. Any number of threads may read it; the reference count is
 * atomic.
 */
typedef struct _GgovGeoLayout GgovGeoLayout;

/**
 * GgovGeoTotals:
 * @grid_id: a grid
 * @n_buildings: buildings assigned to it
 * @households: their households
 */
typedef struct
{
  gint64 grid_id;
  guint n_buildings;
  guint households;
} GgovGeoTotals;

/**
 * GgovGeoMove:
 * @building_id: a building
 * @old_grid_id: the grid it had, or 0
 * @new_grid_id: the grid it has now
 */
typedef struct
{
  gint64 building_id;
  gint64 old_grid_id;
  gint64 new_grid_id;
} GgovGeoMove;

/**
 * ggov_geo_layout_new:
 * @site: the buildings, with the grids they have
 * @subdivision: the borders; not to be added to any more
 *
 * A state to begin with: as stored, or as ggov_geo_border_trace() drew it.
 */
GgovGeoLayout         *ggov_geo_layout_new             (GgovGeoSite         *site,
                                                        GgovGeoSubdivision  *subdivision)
                                                        G_GNUC_WARN_UNUSED_RESULT;
GgovGeoLayout         *ggov_geo_layout_ref             (GgovGeoLayout       *self);
void                   ggov_geo_layout_unref           (GgovGeoLayout       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoLayout, ggov_geo_layout_unref)

GgovGeoSite           *ggov_geo_layout_get_site        (const GgovGeoLayout *self);
GgovGeoSubdivision    *ggov_geo_layout_get_subdivision (const GgovGeoLayout *self);

/* (transfer none) (array length=n_buildings): the buildings with the grids they have here. */
const GgovGeoBuilding *ggov_geo_layout_get_buildings   (const GgovGeoLayout *self,
                                                        guint               *n_buildings);

/**
 * ggov_geo_layout_get_totals:
 * @grid_id: a grid, or 0 for buildings without one
 *
 * Returns: its totals; all 0 where it has no building
 */
GgovGeoTotals          ggov_geo_layout_get_totals      (const GgovGeoLayout *self,
                                                        gint64               grid_id);

/**
 * ggov_geo_layout_list_moves:
 * @before: another state of the same site
 *
 * Returns: (transfer full) (element-type GgovGeoMove): the buildings that have another grid here
 *   than in @before, in the order of the site
 */
GArray                *ggov_geo_layout_list_moves      (const GgovGeoLayout *self,
                                                        const GgovGeoLayout *before)
                                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_geo_layout_preview_vertex:
 * @arc_id: an arc
 * @index: which of its points is dragged
 * @lon: where to, degrees
 * @lat: where to, degrees
 * @locked: (nullable) (element-type gint64): grids that must not change
 * @place: (out) (array fixed-size=2): where the vertex would come to be: of a node on the
 *   community's border the nearest place along it
 * @refusal: (out): why it cannot be there, where that is so
 *
 * For each motion of a drag: looks whether the stretches on both sides of the vertex cross another
 * border, a building, or leave the community. Some 50 microseconds, some milliseconds at a building
 * that a border goes into already; ggov_geo_edit_move_vertex() looks at everything.
 *
 * Returns: TRUE where nothing speaks against it
 */
gboolean               ggov_geo_layout_preview_vertex  (const GgovGeoLayout *self,
                                                        gint64               arc_id,
                                                        guint                index,
                                                        double               lon,
                                                        double               lat,
                                                        GArray              *locked,
                                                        double               place[2],
                                                        GgovGeoRefusal      *refusal);

/**
 * ggov_geo_layout_preview_insert:
 * @arc_id: an arc between two grids
 * @segment: after which of its points a vertex is put in
 * @lon: where, degrees
 * @lat: where, degrees
 * @locked: (nullable) (element-type gint64): grids that must not change
 * @refusal: (out): why it cannot be there, where that is so
 *
 * The same for a vertex that is not there yet, before ggov_geo_edit_insert_vertex().
 *
 * Returns: TRUE where nothing speaks against it
 */
gboolean               ggov_geo_layout_preview_insert  (const GgovGeoLayout *self,
                                                        gint64               arc_id,
                                                        guint                segment,
                                                        double               lon,
                                                        double               lat,
                                                        GArray              *locked,
                                                        GgovGeoRefusal      *refusal);

G_END_DECLS
