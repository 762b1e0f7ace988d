/* ggov-store-points-rules.h: the rules of points, their versions and drafts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rule that has paid is never changed: it ends, and a version of it begins. A version is written as a
 * draft first, tried, and then put in force. What is refused is GGOV_STORE_ERROR_REFUSED with a
 * translated sentence. The calls that write end with ggov_store_change_finish().
 */

#pragma once

#include "ggov-points-rule.h"
#include "ggov-points-trial.h"
#include "ggov-store.h"
#include "ggov-write-points.h"

G_BEGIN_DECLS

/* Finds the rules that are in force on an ISO day, by code. */
void        ggov_store_list_points_rules_async  (GgovStore            *self,
                                                 const char           *as_of,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * ggov_store_list_points_rules_finish:
 *
 * Returns: (transfer full) (element-type GgovPointsRule)
 */
GListModel *ggov_store_list_points_rules_finish (GgovStore            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error)
                                                 G_GNUC_WARN_UNUSED_RESULT;

/* All rules with all their versions and drafts, by code, the newest first.
 * Returns: (transfer full) (element-type GgovPointsRule) */
void        ggov_store_list_points_rule_versions_async  (GgovStore                  *self,
                                                         const char                 *as_of,
                                                         GCancellable               *cancellable,
                                                         GAsyncReadyCallback         callback,
                                                         gpointer                    user_data);
GListModel *ggov_store_list_points_rule_versions_finish (GgovStore                  *self,
                                                         GAsyncResult               *result,
                                                         GError                    **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* Writes the draft of a rule's next version, or of a new rule; a draft of the same code that was there
 * goes. @record: copied; version and is_draft do not count */
void        ggov_store_draft_points_rule_async          (GgovStore                  *self,
                                                         const GgovPointsRuleRecord *record,
                                                         GCancellable               *cancellable,
                                                         GAsyncReadyCallback         callback,
                                                         gpointer                    user_data);

/* Puts the draft of a code in force from its first day on, which is not before @today: what was in force
 * ends the day before. */
void        ggov_store_start_points_rule_async          (GgovStore                  *self,
                                                         const char                 *code,
                                                         const char                 *today,
                                                         GCancellable               *cancellable,
                                                         GAsyncReadyCallback         callback,
                                                         gpointer                    user_data);

/* Takes the draft of a code away. */
void        ggov_store_discard_points_rule_async        (GgovStore                  *self,
                                                         const char                 *code,
                                                         GCancellable               *cancellable,
                                                         GAsyncReadyCallback         callback,
                                                         gpointer                    user_data);

/* Ends the rule of a code that is in force on @last_day, an ISO day. */
void        ggov_store_end_points_rule_async            (GgovStore                  *self,
                                                         const char                 *code,
                                                         const char                 *last_day,
                                                         GCancellable               *cancellable,
                                                         GAsyncReadyCallback         callback,
                                                         gpointer                    user_data);

/**
 * ggov_store_try_points_rule_async:
 * @rule_id: a draft, or any other
 * @as_of: ISO day: the year before it, and it, are looked at
 *
 * What the rule would have paid for what happened: for what awards are proposed from by it or, where it
 * is not proposed from anything, for the awards of its code that were made and stand.
 *
 * Returns: (transfer full) (element-type GgovPointsTrial): a line a month, then one of all together
 */
void        ggov_store_try_points_rule_async            (GgovStore                  *self,
                                                         gint64                      rule_id,
                                                         const char                 *as_of,
                                                         GCancellable               *cancellable,
                                                         GAsyncReadyCallback         callback,
                                                         gpointer                    user_data);
GListModel *ggov_store_try_points_rule_finish           (GgovStore                  *self,
                                                         GAsyncResult               *result,
                                                         GError                    **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
