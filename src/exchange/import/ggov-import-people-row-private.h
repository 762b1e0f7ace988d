/* ggov-import-people-row-private.h: one row of a table becomes a person and a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-import-accept.h"
#include "ggov-import-person-private.h"
#include "ggov-import-spots-private.h"

G_BEGIN_DECLS

/* What all rows are compared with. */
typedef struct
{
  GgovChange      *change;
  GgovImportOrder *order;
  GgovImportCrowd *crowd; /* (owned): who is known */
  GgovImportSpots *spots; /* (owned) */
  GPtrArray       *roles; /* (owned) (element-type GgovKnownRole) */
  GArray          *waiting; /* (owned) (nullable): new people who are not written yet */
} GgovImportWork;

void     ggov_import_work_clear       (GgovImportWork   *work);

/**
 * ggov_import_people_accept_row:
 * @table: stands on the row
 *
 * Keeps the row whole, or leaves it out whole and has the report say why.
 *
 * Returns: FALSE with @error set where the import cannot go on
 */
gboolean ggov_import_people_accept_row (GgovImportWork   *work,
                                        GgovImportTable  *table,
                                        GError          **error);

/* Writes the people who wait for others, so that many go in at once. To be called at the end. */
gboolean ggov_import_people_flush      (GgovImportWork   *work,
                                        GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovImportWork, ggov_import_work_clear)

G_END_DECLS
