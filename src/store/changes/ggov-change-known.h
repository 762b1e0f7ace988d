/* ggov-change-known.h: what an import finds in the office, to be compared with what comes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change and see what it has written so far.
 */

#pragma once

#include "ggov-change.h"
#include "ggov-geo-footprints.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  id;
  gint64  community_id; /* 0 if it is in none */
  char   *number;       /* (nullable) */
  char   *name;         /* (nullable) */
  char   *kind;
  int     floors;       /* 0 if not known */
  char   *source;
  char   *source_id;    /* (nullable) */
} GgovKnownBuilding;

/**
 * GgovKnownBuildings:
 * @footprints: (owned): their ids are the records' numbers, ascending
 * @rows: (owned) (element-type GgovKnownBuilding): in the order of @footprints
 */
typedef struct
{
  GgovGeoFootprints *footprints;
  GPtrArray         *rows;
} GgovKnownBuildings;

typedef struct
{
  gint64  id;
  char   *code;
  char   *name;
  GBytes *border;
  char   *source_id; /* (nullable) */
} GgovKnownCommunity;

GgovKnownBuildings *ggov_change_load_buildings    (GgovChange          *change,
                                                   GError             **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void                ggov_known_buildings_free     (GgovKnownBuildings  *known);

/* Returns: (transfer full) (element-type GgovKnownCommunity): by code */
GPtrArray          *ggov_change_load_communities  (GgovChange          *change,
                                                   GError             **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;

/* The sub-district communities belong to; GGOV_STORE_ERROR_NOT_FOUND if the office has none. */
gboolean            ggov_change_get_sub_district  (GgovChange          *change,
                                                   gint64              *id,
                                                   char               **code,
                                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovKnownBuildings, ggov_known_buildings_free)

G_END_DECLS
