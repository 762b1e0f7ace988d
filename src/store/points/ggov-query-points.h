/* ggov-query-points.h: points accounts and their entries, read a few at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it as of a day, an ISO text: entries of later days are left out.
 */

#pragma once

#include "ggov-points-account.h"
#include "ggov-points-entry.h"
#include "ggov-query.h"

G_BEGIN_DECLS

/* A list longer than that is not read by anybody. */
#define GGOV_QUERY_MAX_ENTRIES 20000

/**
 * GgovPointsFilter:
 * @kind: (nullable): "person", "venue", or "office" for the rest
 * @grid_code: (nullable): only accounts of a grid and of the people in it
 * @text: (nullable): only accounts whose owner each of these words means
 */
typedef struct
{
  const char *kind;
  const char *grid_code;
  const char *text;
} GgovPointsFilter;

/**
 * GgovPointsOrder:
 * @column: (nullable): "account", which NULL stands for as well, "grid", "balance", "earned",
 *   "redeemed" or "last"
 */
typedef struct
{
  const char *column;
  gboolean    descending;
} GgovPointsOrder;

/**
 * ggov_query_new_points_accounts:
 * @filter: (nullable): NULL wants all
 * @order: (nullable)
 *
 * Asks for accounts: people first, by reading; then grid funds, venues and the two of the office. A
 * row is a GgovPointsAccount. What is earned and redeemed is of the year the day lies in; a person's
 * grid is that of the first of their posts of the day. Details are 0.
 */
GgovQuery *ggov_query_new_points_accounts (const char             *as_of,
                                           const GgovPointsFilter *filter,
                                           const GgovPointsOrder  *order)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_query_new_points_entries:
 * @account_id: an account, or 0 for those of all people and grids together, whose balance is what is
 *   outstanding
 *
 * Asks for the latest GGOV_QUERY_MAX_ENTRIES entries, newest first. A row is a GgovPointsEntry, its
 * number that of the entry, the detail of its key the balance after it.
 */
GgovQuery *ggov_query_new_points_entries  (gint64                  account_id,
                                           const char             *as_of)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
