/* ggov-store-attachment.h: what a paper or photo of an issue holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/* GGOV_STORE_ERROR_NOT_FOUND where there is no such attachment. */
void    ggov_store_read_attachment_async  (GgovStore            *self,
                                           gint64                attachment_id,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GBytes *ggov_store_read_attachment_finish (GgovStore            *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
