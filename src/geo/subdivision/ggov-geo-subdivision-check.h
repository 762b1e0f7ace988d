/* ggov-geo-subdivision-check.h: whether grids tile their community and keep buildings whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"
#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/**
 * GgovGeoFindingKind:
 * @GGOV_GEO_FINDING_LOOSE_END: an arc of the grid ends where no other continues it; amount is 0.
 *   While there is one, areas are not compared
 * @GGOV_GEO_FINDING_CROSSED: the grid's border crosses itself; amount is 0
 * @GGOV_GEO_FINDING_PIECES: the grid is in several pieces; amount is their number; the place is
 *   in the smallest
 * @GGOV_GEO_FINDING_HOLE: the grid surrounds what is not of it; amount is the hole's m²
 * @GGOV_GEO_FINDING_OVERLAP: two grids cover the same ground; amount in m²
 * @GGOV_GEO_FINDING_GAP: ground of the community in no grid; amount in m²; grid_id is 0
 * @GGOV_GEO_FINDING_OUTSIDE: grids cover ground beyond the community; amount in m²; grid_id is 0
 * @GGOV_GEO_FINDING_BUILDING_CUT: a border runs through a building; amount is what lies beyond
 *   its grid in m²; other_grid_id has most of that, 0 being outside the community
 * @GGOV_GEO_FINDING_BUILDING_ELSEWHERE: a building stands in other_grid_id, not in its own
 *   grid_id; amount is 0
 * @GGOV_GEO_FINDING_BUILDING_NOWHERE: a building stands in no grid; amount is 0
 * @GGOV_GEO_FINDING_BUILDING_ODD: a building's footprint is empty or cannot be read; amount is 0
 * @GGOV_GEO_FINDING_SLIVER: a stretch of the grid is narrower than 6 m; amount is its length in
 *   metres
 * @GGOV_GEO_FINDING_TINY: the grid is smaller than 1,000 m², or nowhere 6 m wide; amount in m²
 * @GGOV_GEO_FINDING_EMPTY: no building belongs to the grid; amount is 0
 */
typedef enum
{
  GGOV_GEO_FINDING_LOOSE_END,
  GGOV_GEO_FINDING_CROSSED,
  GGOV_GEO_FINDING_PIECES,
  GGOV_GEO_FINDING_HOLE,
  GGOV_GEO_FINDING_OVERLAP,
  GGOV_GEO_FINDING_GAP,
  GGOV_GEO_FINDING_OUTSIDE,
  GGOV_GEO_FINDING_BUILDING_CUT,
  GGOV_GEO_FINDING_BUILDING_ELSEWHERE,
  GGOV_GEO_FINDING_BUILDING_NOWHERE,
  GGOV_GEO_FINDING_BUILDING_ODD,
  GGOV_GEO_FINDING_SLIVER,
  GGOV_GEO_FINDING_TINY,
  GGOV_GEO_FINDING_EMPTY,
} GgovGeoFindingKind;

/**
 * GgovGeoFinding:
 * @kind: what is wrong
 * @grid_id: the grid, or 0
 * @other_grid_id: the second grid where there is one, or 0
 * @building_id: the building, or 0
 * @lon: where to look, degrees; NaN where no place is known
 * @lat: where to look, degrees; NaN where no place is known
 * @amount: how much; what it counts depends on @kind
 */
typedef struct
{
  GgovGeoFindingKind kind;
  gint64 grid_id;
  gint64 other_grid_id;
  gint64 building_id;
  double lon;
  double lat;
  double amount;
} GgovGeoFinding;

#define GGOV_TYPE_GEO_FINDING (ggov_geo_finding_get_type ())
GType           ggov_geo_finding_get_type (void);
GgovGeoFinding *ggov_geo_finding_copy     (const GgovGeoFinding *self) G_GNUC_WARN_UNUSED_RESULT;
void            ggov_geo_finding_free     (GgovGeoFinding       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoFinding, ggov_geo_finding_free)

/**
 * ggov_geo_finding_kind_to_nick:
 *
 * Returns: (transfer none): a stable English word for machines: "gap", "building-cut" and so on
 */
const char *ggov_geo_finding_kind_to_nick (GgovGeoFindingKind kind);

/**
 * ggov_geo_subdivision_check:
 * @community_wkb: (nullable): the community's border, a WKB polygon, longitude then latitude in
 *   degrees; NULL leaves out what needs it (gap, outside)
 * @findings: (element-type GgovGeoFinding): where findings are added; none are where all is well
 * @error: return location for a GgovGeoError where @community_wkb is no polygon; or NULL
 *
 * Checks the invariants: grids tile the community to a millionth of its area, none overlap, each
 * is one piece without a hole, every arc's end meets another.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean ggov_geo_subdivision_check           (GgovGeoSubdivision  *self,
                                               GBytes              *community_wkb,
                                               GPtrArray           *findings,
                                               GError             **error);

/**
 * ggov_geo_subdivision_check_buildings:
 * @buildings: (array length=n_buildings): buildings with the grids they are assigned to
 * @n_buildings: may be 0
 * @findings: (element-type GgovGeoFinding): where findings are added
 * @error: GGOV_GEO_ERROR_INVALID where the arcs do not close; or NULL
 *
 * Finds buildings cut by a border (more than 0.1 m² beyond it: walls shared by two buildings are
 * true to a millimetre only), in another grid than their own, or in none. A building whose
 * grid_id is 0 need only stand in one grid.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean ggov_geo_subdivision_check_buildings (GgovGeoSubdivision     *self,
                                               const GgovGeoBuilding  *buildings,
                                               guint                   n_buildings,
                                               GPtrArray              *findings,
                                               GError                **error);

/**
 * ggov_geo_subdivision_check_quality:
 * @buildings: (array length=n_buildings): buildings with the grids they are assigned to
 * @n_buildings: may be 0
 * @findings: (element-type GgovGeoFinding): where findings are added
 * @error: GGOV_GEO_ERROR_INVALID where the arcs do not close; or NULL
 *
 * Finds what breaks no rule, but is seldom meant: thin stretches, tiny grids, grids without
 * buildings. A stretch is thin where a disc of 6 m does not fit in, and counts from 20 m of
 * length on: an acute corner is shorter.
 *
 * Source: the part that a morphological opening by a disc takes away, J. Serra, Image Analysis and
 * Mathematical Morphology (1982), chapter II.
 *
 * Returns: TRUE when it was checked, whatever was found; FALSE with @error set
 */
gboolean ggov_geo_subdivision_check_quality   (GgovGeoSubdivision     *self,
                                               const GgovGeoBuilding  *buildings,
                                               guint                   n_buildings,
                                               GPtrArray              *findings,
                                               GError                **error);

G_END_DECLS
