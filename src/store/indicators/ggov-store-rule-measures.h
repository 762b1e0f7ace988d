/* ggov-store-rule-measures.h: the register of rules that cases led to (立改废)
 *
 * The writes are changes that can be undone; end them with ggov_store_change_finish().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-rule-measure.h"

G_BEGIN_DECLS

/* The tables they are kept in, for the store's `changed` signal. */
#define GGOV_STORE_RULE_MEASURES       "rule_measure"
#define GGOV_STORE_RULE_MEASURE_ISSUES "rule_measure_issue"

/**
 * GgovRuleMeasureEntry:
 * @id: the measure, or 0 for a new one
 * @row_version: the version the user saw, or -1 for whatever is there now
 * @rule: (nullable)
 * @owner: (nullable)
 * @issue_ids: (array length=n_issues) (nullable): cases that are behind it, besides those that are
 *   known already
 *
 * What is written of a measure.
 */
typedef struct
{
  gint64        id;
  gint64        row_version;
  GgovRuleDeed  deed;
  const char   *title;
  const char   *rule;
  const char   *valid_from;
  const char   *owner;
  const gint64 *issue_ids;
  guint         n_issues;
} GgovRuleMeasureEntry;

/**
 * ggov_store_list_rule_measures_async:
 * @today: ISO day until which the rate after is counted
 */
void        ggov_store_list_rule_measures_async  (GgovStore                   *self,
                                                  const char                  *today,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/* Returns: (transfer full) (element-type GgovRuleMeasure): the latest first */
GListModel *ggov_store_list_rule_measures_finish (GgovStore                   *self,
                                                  GAsyncResult                *result,
                                                  GError                     **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* Its cases, in the order of their numbers. */
void        ggov_store_list_rule_issues_async    (GgovStore                   *self,
                                                  gint64                       measure_id,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/* Returns: (transfer full) (element-type GgovIssue) */
GListModel *ggov_store_list_rule_issues_finish   (GgovStore                   *self,
                                                  GAsyncResult                *result,
                                                  GError                     **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_write_rule_measure_async:
 * @entry: copied
 *
 * Enters a measure or changes one. Refused with GGOV_STORE_ERROR_REFUSED and a sentence where it has
 * no title or no day.
 */
void        ggov_store_write_rule_measure_async  (GgovStore                   *self,
                                                  const GgovRuleMeasureEntry  *entry,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/* Takes a measure out of the register. */
void        ggov_store_remove_rule_measure_async (GgovStore                   *self,
                                                  gint64                       measure_id,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

G_END_DECLS
