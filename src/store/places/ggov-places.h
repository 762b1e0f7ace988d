/* ggov-places.h: what the map shows: buildings, streets, communities and their grids on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-index.h"
#include "ggov-geo-subdivision.h"
#include "ggov-grid.h"

G_BEGIN_DECLS

/**
 * GgovPlaces:
 *
 * Never changes once it is handed out, so any number of threads may read it.
 */
#define GGOV_TYPE_PLACES (ggov_places_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlaces, ggov_places, GGOV, PLACES, GObject)

/**
 * GgovPlacesCommunity:
 * @border: WKB polygon, longitude then latitude in degrees
 * @plan_id: the plan in force, or 0
 * @subdivision: (nullable): its grids; NULL without a plan in force
 */
typedef struct
{
  gint64              id;
  char               *code;
  char               *name;
  GBytes             *border;
  gint64              plan_id;
  GgovGeoSubdivision *subdivision;
} GgovPlacesCommunity;

/**
 * GgovPlacesStreet:
 * @line: WKB line string, longitude then latitude in degrees
 */
typedef struct
{
  gint64    id;
  char     *name;
  gboolean  is_main;
  GBytes   *line;
} GgovPlacesStreet;

/* (transfer none): all buildings; their kinds are those of GgovBuildingKind. */
GgovGeoIndex              *ggov_places_get_index         (GgovPlaces *self);
GgovGeoFootprints         *ggov_places_get_footprints    (GgovPlaces *self);

/**
 * ggov_places_get_grid_of:
 * @footprint: index of a footprint
 *
 * Returns: the grid that the building is assigned to, or 0
 */
gint64                     ggov_places_get_grid_of       (GgovPlaces *self,
                                                          guint       footprint);

/**
 * ggov_places_get_number:
 * @footprint: index of a footprint
 *
 * Returns: (transfer none) (nullable): what stands on the building's door, "3号楼"; NULL where it
 *   has no number
 */
const char                *ggov_places_get_number        (GgovPlaces *self,
                                                          guint       footprint);

guint                      ggov_places_get_n_communities (GgovPlaces *self);
const GgovPlacesCommunity *ggov_places_get_community     (GgovPlaces *self,
                                                          guint       i);
/* (nullable) */
const GgovPlacesCommunity *ggov_places_find_community    (GgovPlaces *self,
                                                          gint64      id);

guint                      ggov_places_get_n_streets     (GgovPlaces *self);
const GgovPlacesStreet    *ggov_places_get_street        (GgovPlaces *self,
                                                          guint       i);

/* Grids come in the order of their codes. */
guint                      ggov_places_get_n_grids       (GgovPlaces *self);
GgovGrid                  *ggov_places_get_grid          (GgovPlaces *self,
                                                          guint       i);
/* (nullable) */
GgovGrid                  *ggov_places_find_grid         (GgovPlaces *self,
                                                          gint64      id);

/* (nullable): the subdivision that a grid is of. */
GgovGeoSubdivision        *ggov_places_find_subdivision  (GgovPlaces *self,
                                                          gint64      grid_id);

/**
 * ggov_places_find_grid_at:
 * @lon: degrees
 * @lat: degrees
 *
 * Returns: the grid there, or 0
 */
gint64                     ggov_places_find_grid_at      (GgovPlaces *self,
                                                          double      lon,
                                                          double      lat);

/* Whose data it is and under what licence, one a line; empty where nobody said. */
const char                *ggov_places_get_sources       (GgovPlaces *self);

/**
 * ggov_places_get_extent:
 * @bounds: (out): the smallest rectangle round all communities, or round all buildings where
 *   there is no community; empty where there is nothing
 */
void                       ggov_places_get_extent        (GgovPlaces    *self,
                                                          GgovGeoBounds *bounds);

G_END_DECLS
