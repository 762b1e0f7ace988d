/* ggov-store-visit-rounds.h: sheets of doors to go to, kept until all results are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-store-visits.h"
#include "ggov-visit-round.h"
#include "ggov-visit-stop.h"

G_BEGIN_DECLS

/**
 * ggov_store_keep_visit_rounds_async:
 * @terms: of whose turn it is; the most lines are those of one sheet, 0 for 20; copied
 *
 * Writes a sheet for each worker who has somebody to go to, in the order of urgency, as one change.
 * Whoever is on a sheet of that day or later is left out. That nobody is due is GGOV_STORE_ERROR_REFUSED
 * with a translated sentence.
 */
void        ggov_store_keep_visit_rounds_async   (GgovStore                 *self,
                                                  const GgovVisitPlanTerms  *terms,
                                                  GCancellable              *cancellable,
                                                  GAsyncReadyCallback        callback,
                                                  gpointer                   user_data);

/**
 * ggov_store_keep_visit_rounds_finish:
 * @change_id: (out) (optional)
 *
 * Returns: (transfer full) (element-type gint64): the numbers of the sheets, or NULL with @error set
 */
GArray     *ggov_store_keep_visit_rounds_finish  (GgovStore                 *self,
                                                  GAsyncResult              *result,
                                                  gint64                    *change_id,
                                                  GError                   **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovVisitRoundFilter:
 * @round_id: this one only; 0 for all, and so the next two
 * @visitor_id: of this worker
 * @from: (nullable): ISO day, @until likewise: both count
 * @open_only: only those of which results are missing
 * @limit: the most lines; 0 for all
 */
typedef struct
{
  gint64      round_id;
  gint64      visitor_id;
  gint64      grid_id;
  const char *from;
  const char *until;
  gboolean    open_only;
  guint       limit;
} GgovVisitRoundFilter;

/* Finds sheets, the newest first. @filter: copied */
void        ggov_store_list_visit_rounds_async   (GgovStore                   *self,
                                                  const GgovVisitRoundFilter  *filter,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/* Returns: (transfer full) (element-type GgovVisitRound) */
GListModel *ggov_store_list_visit_rounds_finish  (GgovStore                   *self,
                                                  GAsyncResult                *result,
                                                  GError                     **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Finds the lines of a sheet in their order; @as_of: ISO day of what is told of the households */
void        ggov_store_list_visit_stops_async    (GgovStore                   *self,
                                                  gint64                       round_id,
                                                  const char                  *as_of,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/* Returns: (transfer full) (element-type GgovVisitStop) */
GListModel *ggov_store_list_visit_stops_finish   (GgovStore                   *self,
                                                  GAsyncResult                *result,
                                                  GError                     **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Takes a sheet away of which no result was entered; else REFUSED with a translated sentence. End with
 * ggov_store_change_finish(). */
void        ggov_store_drop_visit_round_async    (GgovStore                   *self,
                                                  gint64                       round_id,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

G_END_DECLS
