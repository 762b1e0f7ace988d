/* ggov-store-office.h: which office it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/* Finds the name of the sub-district. */
void      ggov_store_get_office_name_async  (GgovStore            *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * ggov_store_get_office_name_finish:
 *
 * Returns: (transfer full): the name, empty in an office that was not founded yet; or NULL with
 *   @error set
 */
char     *ggov_store_get_office_name_finish (GgovStore            *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
