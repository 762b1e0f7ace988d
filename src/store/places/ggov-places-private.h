/* ggov-places-private.h: how places are read, shared by what shows, moves and checks them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-border.h"
#include "ggov-places.h"
#include "ggov-plans-private.h"
#include "ggov-store-private.h"

G_BEGIN_DECLS

/* The plan that each community lives by on the day $1: columns community_id and id. */
#define GGOV_SQL_PLANS GGOV_SQL_PLANS_ON ("$1")

/* What stands on buildings' doors: the same words, once. */
typedef struct
{
  GStringChunk *words;
  GPtrArray    *of;    /* (element-type utf8) (nullable): one for each footprint */
} GgovPlacesNumbers;

struct _GgovPlaces
{
  GObject            parent_instance;

  GgovGeoIndex      *index;
  GgovGeoFootprints *footprints;  /* those of the index */
  GgovPlacesNumbers *numbers;     /* shared, as footprints are */
  gint64            *grid_ids;    /* (array): one for each footprint, 0 for none */
  GArray            *communities; /* (element-type GgovPlacesCommunity) */
  GArray            *streets;     /* (element-type GgovPlacesStreet) */
  GPtrArray         *grids;       /* (element-type GgovGrid) */
  GHashTable        *grids_by_id; /* (element-type gint64 GgovGrid): values unowned */
  GString           *sources;     /* whose data it is, one a line */
};

GgovPlacesNumbers  *_ggov_places_numbers_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void                _ggov_places_numbers_unref    (GgovPlacesNumbers *self);

/* An empty one with arrays to fill. */
GgovPlaces         *_ggov_places_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_places_load:
 * @day: ISO day
 * @known: (nullable): places of before whose buildings are still good
 *
 * Returns: (transfer full): all places, or NULL with @error
 */
GgovPlaces         *_ggov_places_load             (GgovDb      *db,
                                                   const char  *day,
                                                   GgovPlaces  *known,
                                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the row that a statement stands on. */
typedef gboolean (*GgovPlacesRowFunc) (GgovStmt  *stmt,
                                       gpointer   user_data,
                                       GError   **error);

/* Steps through all rows of a statement. */
gboolean            _ggov_places_read_rows        (GgovStmt           *stmt,
                                                   GgovPlacesRowFunc   func,
                                                   gpointer            user_data,
                                                   GError            **error);

/**
 * _ggov_places_read_subdivision:
 *
 * Returns: (transfer full): the arcs of a plan under their records' numbers, or NULL with @error
 */
GgovGeoSubdivision *_ggov_places_read_subdivision (GgovDb  *db,
                                                   gint64   plan_id,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_places_read_buildings:
 *
 * Returns: (transfer full) (element-type GgovGeoBuilding): the buildings of a community, with the
 *   grids that a plan puts them in; they own their footprints
 */
GArray             *_ggov_places_read_buildings   (GgovDb  *db,
                                                   gint64   plan_id,
                                                   gint64   community_id,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_places_read_streets:
 * @border: of a community
 * @streets: (out) (transfer full) (nullable): WKB multi line string of the streets that come
 *   near @border; NULL where there is none
 */
gboolean            _ggov_places_read_streets     (GgovDb  *db,
                                                   GBytes  *border,
                                                   GBytes **streets,
                                                   GError **error);

G_END_DECLS
