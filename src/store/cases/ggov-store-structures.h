/* ggov-store-structures.h: structures that were found, stopped and pulled down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writes are changes that can be undone; end them with ggov_store_change_finish(). See
 * ggov-write-cases.h for the rules, and for what is read of a row that is to be written.
 */

#pragma once

#include "ggov-store.h"
#include "ggov-structure-photo.h"
#include "ggov-write-cases.h"

G_BEGIN_DECLS

/**
 * ggov_store_list_structures_async:
 * @issue_id: those of one issue, or 0 for all
 * @day: ISO day; those found by then, as they are now
 *
 * Lists structures, the latest first, of which there are 2,000 at the most.
 */
void        ggov_store_list_structures_async   (GgovStore            *self,
                                                gint64                issue_id,
                                                const char           *day,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Returns: (transfer full) (element-type GgovStructure) */
GListModel *ggov_store_list_structures_finish  (GgovStore            *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

void        ggov_store_write_structure_async   (GgovStore            *self,
                                                GgovStructure        *structure,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Takes its photos away as well. */
void        ggov_store_remove_structure_async  (GgovStore            *self,
                                                gint64                structure_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* @moment: "before" or "after"; @names: (array zero-terminated=1): of their files; @photos: (element-type
 * GBytes): as many pictures */
void        ggov_store_add_structure_photos_async (GgovStore            *self,
                                                   gint64                structure_id,
                                                   const char           *moment,
                                                   const char *const    *names,
                                                   GPtrArray            *photos,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
void        ggov_store_remove_structure_photo_async (GgovStore            *self,
                                                     gint64                photo_id,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/* The photos of a structure: before, then after. */
void        ggov_store_list_structure_photos_async  (GgovStore            *self,
                                                     gint64                structure_id,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/* Returns: (transfer full) (element-type GgovStructurePhoto) */
GListModel *ggov_store_list_structure_photos_finish (GgovStore            *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* What a photo holds; NOT_FOUND where there is none of that number. */
void        ggov_store_read_structure_photo_async  (GgovStore            *self,
                                                    gint64                photo_id,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GBytes     *ggov_store_read_structure_photo_finish (GgovStore            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
