/* ggov-store-points-openings.h: balances of paper books become opening entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovPointsOpening:
 * @row: of the file it comes from
 * @name: whose it is; may be empty where @phone is not
 * @phone: may be empty
 * @points: that are carried over
 */
typedef struct
{
  gint64  row;
  char   *name;
  char   *phone;
  gint64  points;
} GgovPointsOpening;

/* One that was not carried over, and why, in a translated sentence. */
typedef struct
{
  gint64  row;
  char   *sentence;
} GgovPointsOpeningProblem;

void       ggov_points_opening_free              (gpointer              opening);
void       ggov_points_opening_problem_free      (gpointer              problem);

/**
 * ggov_store_open_balances_async:
 * @openings: (element-type GgovPointsOpening): kept until the call ends
 * @at: when they are carried over, seconds since 1970-01-01T00:00:00Z
 * @is_rehearsal: whether it is only tried
 *
 * Writes an entry for each: a person is found by phone, else by name, and has one such entry at most, so
 * that a file can be read again. What is wrong with one does not stop the others.
 */
void       ggov_store_open_balances_async        (GgovStore            *self,
                                                  GPtrArray            *openings,
                                                  gint64                at,
                                                  gboolean              is_rehearsal,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);

/**
 * ggov_store_open_balances_finish:
 * @n_written: (out): entries
 * @n_same: (out): that were there already
 *
 * Returns: (transfer full) (element-type GgovPointsOpeningProblem): of the others
 */
GPtrArray *ggov_store_open_balances_finish       (GgovStore            *self,
                                                  GAsyncResult         *result,
                                                  guint                *n_written,
                                                  guint                *n_same,
                                                  GError              **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
