/* ggov-store-handler-proposals.h: who could be sent about an issue, best first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-handler-proposal.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovHandlerQuestion:
 * @issue_id: the issue, or 0 for one that is not filed yet; what is not given below is taken from it
 * @case_type_id: what it is about, or 0
 * @grid_id: where, or 0
 * @building_id: where, or 0
 * @role_code: (nullable): of who answers; NULL for that of the case type
 * @day: ISO day; the posts and leaves of that day count
 */
typedef struct
{
  gint64      issue_id;
  gint64      case_type_id;
  gint64      grid_id;
  gint64      building_id;
  const char *role_code;
  const char *day;
} GgovHandlerQuestion;

/**
 * ggov_store_list_handler_proposals_async:
 * @question: copied
 *
 * Lists who serves a place: first those whose role answers for the kind of issue, the nearest post
 * first; then the full-time member of the grid and the community's chief; then everybody else with a
 * post there. Who is on leave is not among them, but whoever stands in is. Everybody is there once.
 */
void        ggov_store_list_handler_proposals_async  (GgovStore                  *self,
                                                      const GgovHandlerQuestion  *question,
                                                      GCancellable               *cancellable,
                                                      GAsyncReadyCallback         callback,
                                                      gpointer                    user_data);

/**
 * ggov_store_list_handler_proposals_finish:
 *
 * Returns: (transfer full) (element-type GgovHandlerProposal)
 */
GListModel *ggov_store_list_handler_proposals_finish (GgovStore                  *self,
                                                      GAsyncResult               *result,
                                                      GError                    **error)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
