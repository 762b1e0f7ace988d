/* ggov-import-issue-private.h: what a row says of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-arrivals.h"
#include "ggov-import-accept.h"

G_BEGIN_DECLS

/* The columns, in the order of the fields. */
enum
{
  GGOV_IMPORT_ISSUE_NUMBER,
  GGOV_IMPORT_ISSUE_FILED,
  GGOV_IMPORT_ISSUE_CODE,
  GGOV_IMPORT_ISSUE_SERVICE,
  GGOV_IMPORT_ISSUE_TITLE,
  GGOV_IMPORT_ISSUE_DESCRIPTION,
  GGOV_IMPORT_ISSUE_STATUS,
  GGOV_IMPORT_ISSUE_CLOSED,
  GGOV_IMPORT_ISSUE_UPDATED,
  GGOV_IMPORT_ISSUE_EXPECTED,
  GGOV_IMPORT_ISSUE_GRID,
  GGOV_IMPORT_ISSUE_PLACE,
  GGOV_IMPORT_ISSUE_LAT,
  GGOV_IMPORT_ISSUE_LON,
  GGOV_IMPORT_ISSUE_NOTES,
  GGOV_IMPORT_ISSUE_AGENCY,
  GGOV_IMPORT_ISSUE_NOTICE,
  GGOV_IMPORT_ISSUE_ADDRESS_ID,
  GGOV_IMPORT_ISSUE_ZIPCODE,
  GGOV_IMPORT_ISSUE_MEDIA,
  GGOV_IMPORT_ISSUE_N_FIELDS,
};

/* What all rows are compared with. */
typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GgovArrivals    *arrivals; /* (owned) */
  GHashTable      *services; /* (nullable) (element-type utf8 utf8): case types for names, from the
                              * user */
  GHashTable      *seen;     /* (owned) (element-type utf8 gint64): the row of each number */
} GgovImportIssues;

/* Takes the row that @table stands on in, or has the report say why not. FALSE with @error set where
 * the import cannot go on. */
gboolean _ggov_import_issues_accept_row (GgovImportIssues  *self,
                                         GgovImportTable   *table,
                                         GError           **error);

G_END_DECLS
