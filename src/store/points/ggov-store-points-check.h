/* ggov-store-points-check.h: does the points ledger still add up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-check.h"

G_BEGIN_DECLS

/* Reckons the ledger anew: both sides of each transfer, every checkpoint, and that nobody is below
 * zero. ggov_store_check_async() does so as well, with all the rest. Read only. */
void        ggov_store_check_points_async  (GgovStore            *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * ggov_store_check_points_finish:
 *
 * Returns: (transfer full) (element-type GgovFinding): of kind "ledger"; none if all is well
 */
GListModel *ggov_store_check_points_finish (GgovStore            *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
