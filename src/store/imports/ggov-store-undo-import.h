/* ggov-store-undo-import.h: taking an import back, but for what was gone on with since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/* An import can be taken back for so many days. */
#define GGOV_IMPORT_UNDO_DAYS 30

/**
 * GgovImportUndone:
 * @change_id: the change that took it back; 0 if there was nothing left of it
 * @rows: how many rows are as they were before
 * @kept_rows: how many stay, because they or what belongs to the same person was changed since
 * @kept_people: the people among these
 */
typedef struct
{
  gint64 change_id;
  guint  rows;
  guint  kept_rows;
  guint  kept_people;
} GgovImportUndone;

/**
 * ggov_store_undo_import_async:
 * @change_id: of an import
 *
 * Takes back what an import wrote, as a new change. All that it wrote of a person stays together:
 * where any of it was changed since, or somebody gave them a post and the like, it stays, and so do
 * whoever is of a household with them and the doors that this needs. Refused after
 * GGOV_IMPORT_UNDO_DAYS days, for what is no import and for one that was taken back already.
 */
void     ggov_store_undo_import_async   (GgovStore            *self,
                                         gint64                change_id,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

gboolean ggov_store_undo_import_finish  (GgovStore            *self,
                                         GAsyncResult         *result,
                                         GgovImportUndone     *undone,
                                         GError              **error);

G_END_DECLS
