/* ggov-store-check.h: does the office still add up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-finding.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_check_async:
 *
 * Looks at everything that has to hold: the file's pages and foreign keys ("integrity"), the
 * chain of changes and the digest of every row image that is still there ("chain"), the grids of
 * every plan in force or still to come against their community ("geometry"), the order of plans
 * and the drafts ("plans"), the histories of issues ("issues"), and the sums of the points ledger
 * ("ledger"). Reads only.
 */
void        ggov_store_check_async  (GgovStore            *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/**
 * ggov_store_check_finish:
 *
 * Returns: (transfer full) (element-type GgovFinding): what does not hold; empty if all is well
 */
GListModel *ggov_store_check_finish (GgovStore            *self,
                                     GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
