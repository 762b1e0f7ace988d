/* ggov-points-kind.h: the words for what the points ledger keeps apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ggov_points_account_kind_get_label:
 * @kind: person, grid_fund, venue, issue (where points come from) or expiry (where they end)
 *
 * Returns: the kind of account in the user's language; empty where there is no such kind
 */
const char *ggov_points_account_kind_get_label  (const char *kind);

/**
 * ggov_points_transfer_kind_get_label:
 * @kind: earn, redeem, expire or reverse
 *
 * Returns: the kind of entry in the user's language; empty where there is no such kind
 */
const char *ggov_points_transfer_kind_get_label (const char *kind);

G_END_DECLS
