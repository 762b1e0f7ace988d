/* ggov-store-points-private.h: a day's end as the points ledger's queries need it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers of an account and of those that belong to it since two records of a person became one. */
#define GGOV_POINTS_OWN(account) \
  "(SELECT " account " UNION ALL SELECT account_id FROM points_merge WHERE into_id = " account ")"

/* What an account holds with all that belong to it: its checkpoints and what came since. A table's own
 * column named id would be meant in @account: write it with its table. */
#define GGOV_POINTS_BALANCE(account) \
  "(SELECT coalesce (sum (coalesce (y.balance, 0) + coalesce ((SELECT sum (z.points) " \
  "FROM points_entry z WHERE z.account_id = x.id AND z.id > coalesce (y.entry_id, 0)), 0)), 0) " \
  "FROM (SELECT " account " AS id UNION ALL " \
  "SELECT account_id FROM points_merge WHERE into_id = " account ") x " \
  "LEFT JOIN points_checkpoint y ON y.account_id = x.id AND y.entry_id = (" \
  "SELECT max (entry_id) FROM points_checkpoint WHERE account_id = x.id))"

/* The same at a time: what came since is taken off again, found by its time. The plus keeps it from
 * being looked for among all entries of the account. */
#define GGOV_POINTS_BALANCE_AT(account, end) \
  "(" GGOV_POINTS_BALANCE (account) " - coalesce ((SELECT sum (l.points) FROM points_entry l " \
  "WHERE l.transfer_id IN (SELECT id FROM points_transfer WHERE at >= " end ") " \
  "AND +l.account_id IN " GGOV_POINTS_OWN (account) "), 0))"

/* The number of the account that the one of the row @a belongs to: itself, or another. */
#define GGOV_POINTS_OWNER(a) \
  "coalesce ((SELECT into_id FROM points_merge WHERE account_id = " a ".id), " a ".id)"

/* What a question about points is as of. */
typedef struct
{
  char   *as_of;      /* ISO day */
  gint64  year_start; /* of the day's year, seconds since 1970-01-01T00:00:00Z */
  gint64  day_end;    /* the first second that is later than the day */
} GgovPointsQuery;

/* @as_of is checked: a text that is no day is a defect. */
GgovPointsQuery *_ggov_points_query_new  (const char      *as_of) G_GNUC_WARN_UNUSED_RESULT;
void             _ggov_points_query_free (GgovPointsQuery *self);

G_END_DECLS
