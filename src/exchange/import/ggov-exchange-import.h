/* ggov-exchange-import.h: a foreign file into the office, as one change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reader.h"
#include "ggov-geo-datum.h"
#include "ggov-import-heading.h"
#include "ggov-import-report.h"
#include "ggov-import-table.h"
#include "ggov-import-twins.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovImportKind:
 * @GGOV_IMPORT_BUILDINGS: footprints
 * @GGOV_IMPORT_COMMUNITIES: borders of communities
 * @GGOV_IMPORT_OLD_GRIDS: the grids of a department's old net
 * @GGOV_IMPORT_OLD_PEOPLE: a table of the people on the grids of an old net
 * @GGOV_IMPORT_GRIDS: grids, as drafts of plans
 * @GGOV_IMPORT_PEOPLE: a table of people and the posts they hold
 * @GGOV_IMPORT_CASE_TYPES: a table of case types, or a document (.json) of them
 * @GGOV_IMPORT_ISSUES: service requests of GeoReport, or a platform's table of cases
 * @GGOV_IMPORT_RESIDENTS: a table of residents with any of the fields of the register
 */
typedef enum
{
  GGOV_IMPORT_BUILDINGS,
  GGOV_IMPORT_COMMUNITIES,
  GGOV_IMPORT_OLD_GRIDS,
  GGOV_IMPORT_OLD_PEOPLE,
  GGOV_IMPORT_GRIDS,
  GGOV_IMPORT_PEOPLE,
  GGOV_IMPORT_CASE_TYPES,
  GGOV_IMPORT_ISSUES,
  GGOV_IMPORT_RESIDENTS,
} GgovImportKind;

/**
 * GgovImportRequest:
 * @path: the foreign file
 * @layer: (nullable): which of its layers, if it has several
 * @crs: (nullable): "EPSG:nnnn", whatever the file says of itself
 * @datum: what its degrees are counted from
 * @wishes: (nullable) (element-type utf8 utf8): columns chosen for fields by name; "" for none
 * @services: (nullable) (element-type utf8 utf8): of issues: codes of case types for what the file
 *   calls kinds; remembered with @remember
 * @conflicts: (nullable) (element-type utf8 utf8): of residents: keep, take or ask by the codes of
 *   fields, "place" for the door and "" for all others, where the file says something else than is known
 * @words: (nullable): whose data it is and under what licence, for the map to tell; of issues whose
 *   numbers they have
 * @net: (nullable): the old net that grids or people are of; NULL for the layer's name
 * @department: (nullable): whose net it is
 * @role_code: (nullable): of the posts that the net's people move to; NULL for what the name of the
 *   department tells
 * @community_id: of grids: the community to draft for, or 0 for all that they lie in
 * @plan_name: (nullable): of grids: what to call the drafts
 * @day: (nullable): ISO day from which posts are held, or case types hold, that tell no day; NULL for
 *   today
 * @heading: the row of a table that has its headings; 0 to look for it, GGOV_IMPORT_NO_HEADING for
 *   none
 * @twins: what to do about people who may be known already
 * @remember: keep @wishes for other tables with these headings, in the office
 * @most_rows: how many rows of a table of people to look at, for a rehearsal; 0 for all
 * @most_samples: how many of them the report is to show
 * @rejects: (nullable): path of an .xlsx file for the rows that are left out
 * @dry_run: only say what would be done
 */
typedef struct
{
  GgovImportKind  kind;
  const char     *path;
  const char     *layer;
  const char     *crs;
  GgovGeoDatum    datum;
  GHashTable     *wishes;
  GHashTable     *services;
  GHashTable     *conflicts;
  const char     *words;
  const char     *net;
  const char     *department;
  const char     *role_code;
  gint64          community_id;
  const char     *plan_name;
  const char     *day;
  gint64          heading;
  GgovImportTwins twins;
  gboolean        remember;
  guint           most_rows;
  guint           most_samples;
  const char     *rejects;
  gboolean        dry_run;
} GgovImportRequest;

/* The word that imports of a kind are remembered by, such as "people". */
const char *ggov_exchange_get_import_word (GgovImportKind kind);

/* What columns of a file can serve, in an order that is the same each time. */
const GgovImportField *ggov_exchange_get_import_fields (GgovImportKind  kind,
                                                        guint          *n_fields);

/**
 * ggov_exchange_import_async:
 * @request: copied
 * @progress: (nullable): told how far it is, in the caller's main context
 * @progress_data: for @progress; must live until @callback is called
 * @cancellable: (nullable): gives up at any time; nothing is kept then
 *
 * Reads a foreign file and takes its rows into @store as one change, which can be undone.
 */
void              ggov_exchange_import_async  (GgovStore                 *store,
                                               const GgovImportRequest   *request,
                                               GgovExchangeProgressFunc   progress,
                                               gpointer                   progress_data,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

/**
 * ggov_exchange_import_finish:
 * @error: a GgovExchangeError, a GgovStoreError or G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what became of the rows, or NULL with @error set and nothing kept
 */
GgovImportReport *ggov_exchange_import_finish (GgovStore                 *store,
                                               GAsyncResult              *result,
                                               GError                   **error)
                                               G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_exchange_accept_async:
 * @reading: the file, read before; its shapes are what counts
 * @request: copied; its @path and @crs are those of the reading and not looked at
 *
 * Takes the rows of one layer of a file that is read already, for who wants to look at it first,
 * or rehearse. Else as ggov_exchange_import_async(); end it with ggov_exchange_import_finish().
 */
void              ggov_exchange_accept_async  (GgovStore                 *store,
                                               GgovExchangeReading       *reading,
                                               const GgovImportRequest   *request,
                                               GgovExchangeProgressFunc   progress,
                                               gpointer                   progress_data,
                                               GCancellable              *cancellable,
                                               GAsyncReadyCallback        callback,
                                               gpointer                   user_data);

G_END_DECLS
