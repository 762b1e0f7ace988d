/* ggov-import-accept.h: rows that were read become records, within one change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-geo-datum.h"
#include "ggov-import-report.h"
#include "ggov-import-table.h"
#include "ggov-import-twins.h"

G_BEGIN_DECLS

/**
 * GgovImportOrder:
 * @progress: (nullable): told how far it is, 0 to 1, on the store's thread
 */
typedef struct
{
  GgovExchangeReading      *reading;
  guint                     layer_index; /* of the reading's layers, from 0 */
  const GgovExchangeLayer  *layer;       /* the same */
  GgovGeoDatum              datum;
  GHashTable               *wishes; /* (nullable) (element-type utf8 utf8): columns for fields */
  GHashTable               *services; /* (nullable) (element-type utf8 utf8): of issues: codes of case
                                       * types for what the file calls kinds */
  GHashTable               *conflicts; /* (nullable) (element-type utf8 utf8): of residents: see
                                        * ggov_import_conflicts_get() */
  const char               *net;        /* (nullable): the old net that the rows are of */
  const char               *department; /* (nullable): whose net it is */
  const char               *role_code;  /* (nullable): of the posts its people move to */
  const char               *words;      /* (nullable): whose data it is */
  gint64                    community_id; /* of grids: the community to draft for, or 0 for all */
  const char               *plan_name;    /* (nullable): of grids: what to call the drafts */
  const char               *day;        /* ISO: from when that holds which tells no day */
  gint64                    heading;    /* of a table: as in GgovImportRequest */
  GgovImportTwins           twins;
  gboolean                  remember;
  guint                     most_rows;  /* of a table of people: 0 for all */
  const char               *word;       /* the kind's */
  GgovImportReport         *report;
  void                    (*progress) (double done, gpointer data);
  gpointer                  progress_data;
} GgovImportOrder;

/**
 * ggov_import_accept_buildings:
 *
 * Footprints become buildings. One that is known by its source's number, and is near, is updated;
 * else the one with most of its ground in common; else it is new. A blank never takes a value's
 * place. Runs on the store's thread.
 */
gboolean ggov_import_accept_buildings   (GgovChange       *change,
                                         GgovImportOrder  *order,
                                         GError          **error);

/**
 * ggov_import_accept_communities:
 *
 * Borders become communities, known by the source's number, else by code, else by name. Buildings
 * in no community so far go to the one they stand in; those that stand in none are told of.
 */
gboolean ggov_import_accept_communities (GgovChange       *change,
                                         GgovImportOrder  *order,
                                         GError          **error);

/**
 * ggov_import_accept_grids:
 *
 * Polygons become the grids of a draft for each community they lie in, made to tile it as
 * ggov_geo_adopt() does. A grid in force whose code a polygon has goes on in it; others go on where
 * most of their households are. Rows that no community took are rejected.
 */
gboolean ggov_import_accept_grids       (GgovChange       *change,
                                         GgovImportOrder  *order,
                                         GError          **error);

/* What of a building, a community or a grid a file's columns can tell. */
const GgovImportField *ggov_import_get_building_fields  (guint *n_fields);
const GgovImportField *ggov_import_get_community_fields (guint *n_fields);
const GgovImportField *ggov_import_get_grid_fields      (guint *n_fields);

G_END_DECLS
