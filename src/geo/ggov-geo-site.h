/* ggov-geo-site.h: what does not change while a community's borders are edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"
#include "ggov-geo-index.h"

G_BEGIN_DECLS

/**
 * GgovGeoSite:
 *
 * A community's border, its buildings with their households, its streets, and where to find them.
 * Never changes once built, so any number of threads may read it; the reference count is atomic.
 * A building is known by its index, from 0, in the order in which it was handed over.
 */
typedef struct _GgovGeoSite GgovGeoSite;

/**
 * ggov_geo_site_new:
 * @community_wkb: the community's border: WKB polygon, longitude then latitude in degrees
 * @buildings: (array length=n_buildings): all buildings of the community, with the grids they have
 *   to begin with; copied, with a reference on each footprint
 * @households: (nullable) (array length=n_buildings): households of each; NULL for none
 * @n_buildings: may be 0
 * @streets_wkb: (nullable): WKB lines; may reach beyond the community
 * @error: GGOV_GEO_ERROR_SHAPE or _INVALID where @community_wkb or @streets_wkb is at fault
 *
 * Takes some 20 ms for 10,000 buildings; may run on any thread. A building without a sound
 * footprint is kept, and never found.
 */
GgovGeoSite           *ggov_geo_site_new             (GBytes                 *community_wkb,
                                                      const GgovGeoBuilding  *buildings,
                                                      const guint            *households,
                                                      guint                   n_buildings,
                                                      GBytes                 *streets_wkb,
                                                      GError                **error)
                                                      G_GNUC_WARN_UNUSED_RESULT;
GgovGeoSite           *ggov_geo_site_ref             (GgovGeoSite            *self);
void                   ggov_geo_site_unref           (GgovGeoSite            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovGeoSite, ggov_geo_site_unref)

/* (transfer none) (array length=n_buildings): the buildings as they were handed over. */
const GgovGeoBuilding *ggov_geo_site_get_buildings   (const GgovGeoSite      *self,
                                                      guint                  *n_buildings);
guint                  ggov_geo_site_get_households  (const GgovGeoSite      *self,
                                                      guint                   building);
GBytes                *ggov_geo_site_get_community   (const GgovGeoSite      *self);

/* (transfer none) (nullable) */
GBytes                *ggov_geo_site_get_streets     (const GgovGeoSite      *self);

/* (transfer none): the footprints; the id of each is the building's index. */
GgovGeoIndex          *ggov_geo_site_get_index       (const GgovGeoSite      *self);

/**
 * ggov_geo_site_find_building:
 * @building: (out): its index; left as it was where there is none
 */
gboolean               ggov_geo_site_find_building   (const GgovGeoSite      *self,
                                                      gint64                  id,
                                                      guint                  *building);

/**
 * ggov_geo_site_find_under_stroke:
 * @coords: (array): shape [n_points][2]: the stroke, degrees; one point is a dab
 * @radius_m: half the brush's width, metres
 * @found: (element-type guint) (inout): the caller's array, to be used again and again; emptied,
 *   then filled with the indices of buildings, ascending
 *
 * Finds the buildings of which any part is under the brush.
 */
void                   ggov_geo_site_find_under_stroke (const GgovGeoSite    *self,
                                                        const double         *coords,
                                                        guint                 n_points,
                                                        double                radius_m,
                                                        GArray               *found);

/**
 * ggov_geo_site_find_within:
 * @coords: (array): shape [n_points][2]: a lasso or the corners of a rectangle, degrees; closed or
 *   not
 * @found: (element-type guint) (inout): as above
 *
 * Finds the buildings whose middle is within the outline, by the even-odd rule. The middle is a
 * point inside the footprint.
 */
void                   ggov_geo_site_find_within     (const GgovGeoSite      *self,
                                                      const double           *coords,
                                                      guint                   n_points,
                                                      GArray                 *found);

G_END_DECLS
