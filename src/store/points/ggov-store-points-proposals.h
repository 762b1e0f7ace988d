/* ggov-store-points-proposals.h: awards that are proposed, and those who confirm them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is refused is GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */

#pragma once

#include "ggov-points-proposal.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* So many lines are listed at the most, the oldest of those that wait first. */
#define GGOV_POINTS_MAX_PROPOSALS 2000

/**
 * GgovPointsWish:
 * @at: when it was done, seconds since 1970-01-01T00:00:00Z
 * @minutes: it took; 0 where that does not count
 * @source: (nullable): what it is earned by; pays once for a rule
 * @note: (nullable)
 * @evidence: (nullable): who saw it, what proves it; a good deed is not proposed without
 * @proposed_by: who says so
 * @today: ISO day: public notice begins with it
 */
typedef struct
{
  gint64      person_id;
  gint64      rule_id;
  gint64      at;
  gint64      minutes;
  const char *source;
  const char *note;
  const char *evidence;
  const char *proposed_by;
  const char *today;
} GgovPointsWish;

/* Proposes one award. @wish is copied. End with ggov_store_change_finish(). */
void        ggov_store_propose_award_async          (GgovStore            *self,
                                                     const GgovPointsWish *wish,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/**
 * ggov_store_propose_awards_async:
 * @from: ISO day, the first that is looked at
 * @to: and the last
 *
 * Proposes what the rules of each day say for what is in the records: training that was attended, reports
 * that were filed, issues that were closed, visits that met somebody. What was paid for, proposed or
 * refused before is left out, and so is what comes to no point and who had no post any more.
 */
void        ggov_store_propose_awards_async         (GgovStore            *self,
                                                     const char           *from,
                                                     const char           *to,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/* @n_proposed: (out): how many awards; @change_id: (out) (optional): 0 if none */
gboolean    ggov_store_propose_awards_finish        (GgovStore            *self,
                                                     GAsyncResult         *result,
                                                     guint                *n_proposed,
                                                     gint64               *change_id,
                                                     GError              **error);

/* @state: (nullable): proposed, confirmed or refused; NULL for all.
 * Returns: (transfer full) (element-type GgovPointsProposal) */
void        ggov_store_list_points_proposals_async  (GgovStore            *self,
                                                     const char           *state,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
GListModel *ggov_store_list_points_proposals_finish (GgovStore            *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_decide_points_proposals_async:
 * @ids: (array length=n_ids): proposals; copied
 * @decided_by: who says yes or no
 * @refusal: (nullable): why they are refused; NULL confirms them
 * @today: ISO day: public notice has to be over
 *
 * Each proposal for itself: what cannot be confirmed stays, and the others are. Confirming writes to the
 * ledger, and is not undone.
 */
void        ggov_store_decide_points_proposals_async  (GgovStore           *self,
                                                       const gint64        *ids,
                                                       guint                n_ids,
                                                       const char          *decided_by,
                                                       const char          *refusal,
                                                       const char          *today,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);

/**
 * ggov_store_decide_points_proposals_finish:
 * @n_decided: (out): how many
 * @problem: (out) (transfer full) (nullable): why the first of the others was not; NULL if there are none
 *
 * Where none is decided, that is an error.
 */
gboolean    ggov_store_decide_points_proposals_finish (GgovStore           *self,
                                                       GAsyncResult        *result,
                                                       guint               *n_decided,
                                                       char               **problem,
                                                       GError             **error);

G_END_DECLS
