/* ggov-query-roster.h: the roster, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query.h"
#include "ggov-store-roster.h"

G_BEGIN_DECLS

/**
 * GgovRosterOrder:
 * @column: (nullable): "grid" is the order of the roster, which NULL stands for as well; "role" the
 *   order of the roles, "name" the reading, "place", "phone", "sex", "since",
 *   "until", "presence", "community", "grid-code" or "substitute"
 * @descending: the other way round
 *
 * Lines that are alike in the column stand in the order of the roster, or where many have nothing in
 * common, in that of their appointment.
 */
typedef struct
{
  const char *column;
  gboolean    descending;
} GgovRosterOrder;

/**
 * ggov_query_new_roster:
 * @as_of: ISO day
 * @filter: (nullable): NULL wants all
 * @order: (nullable)
 * @previous: (nullable): a query before this one: where only the typed words are others, what may be
 *   typed is not read again
 *
 * Asks for the posts held on a day. A row is a GgovRosterRow, its number that of the post, without what
 * a line alone does not tell: its rank, its grid's leader and households. The detail of a key is the
 * person's number.
 */
GgovQuery *ggov_query_new_roster (const char             *as_of,
                                  const GgovRosterFilter *filter,
                                  const GgovRosterOrder  *order,
                                  GgovQuery              *previous) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
