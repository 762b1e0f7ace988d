/* ggov-store-indicators.h: the indicators of a period, and the issues behind each number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-indicator-row.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* The tables that indicators are counted from, for the store's `changed` signal. */
#define GGOV_STORE_INDICATOR_TABLES \
  "calendar_day", "case_type", "follow_up", "grid", "issue", "issue_event", "organisation", "person", \
  "work_schedule"

/**
 * GgovIndicatorRows:
 * @GGOV_INDICATOR_ROWS_NUMERATOR: what is above the line
 * @GGOV_INDICATOR_ROWS_REST: what is below it only, such as what was due and is not closed
 * @GGOV_INDICATOR_ROWS_DENOMINATOR: both
 */
typedef enum
{
  GGOV_INDICATOR_ROWS_NUMERATOR,
  GGOV_INDICATOR_ROWS_REST,
  GGOV_INDICATOR_ROWS_DENOMINATOR,
} GgovIndicatorRows;

/**
 * GgovIndicatorCell:
 * @key: (nullable): of the row, as ggov_indicator_row_get_key() says it; NULL for all rows
 * @indicator: which number, or GGOV_N_INDICATORS for what was closed in the period
 * @limit: the most issues to return
 *
 * A number of the table.
 */
typedef struct
{
  GgovIndicatorPeriod  period;
  GgovIndicatorBy      by;
  const char          *key;
  guint                indicator;
  GgovIndicatorRows    rows;
  guint                limit;
} GgovIndicatorCell;

/**
 * ggov_store_list_indicators_async:
 * @period: the period, cut off at the moment it is looked at; copied
 *
 * Counts all indicators, row by row, in one pass over the issues.
 */
void        ggov_store_list_indicators_async        (GgovStore                  *self,
                                                     const GgovIndicatorPeriod  *period,
                                                     GgovIndicatorBy             by,
                                                     GCancellable               *cancellable,
                                                     GAsyncReadyCallback         callback,
                                                     gpointer                    user_data);

/**
 * ggov_store_list_indicators_finish:
 * @totals: (out) (optional): of all rows together
 *
 * Returns: (transfer full) (element-type GgovIndicatorRow): by code or month, people and departments
 *   by name; what has none of these last
 */
GListModel *ggov_store_list_indicators_finish       (GgovStore                  *self,
                                                     GAsyncResult               *result,
                                                     GgovIndicatorSums          *totals,
                                                     GError                    **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* Opens what is behind a number; @cell is copied. */
void        ggov_store_list_indicator_issues_async  (GgovStore                  *self,
                                                     const GgovIndicatorCell    *cell,
                                                     GCancellable               *cancellable,
                                                     GAsyncReadyCallback         callback,
                                                     gpointer                    user_data);

/**
 * ggov_store_list_indicator_issues_finish:
 * @n_all: (out) (optional): how many there are, whatever the limit
 *
 * Returns: (transfer full) (element-type GgovIssue): in the order of the records' numbers
 */
GListModel *ggov_store_list_indicator_issues_finish (GgovStore                  *self,
                                                     GAsyncResult               *result,
                                                     guint                      *n_all,
                                                     GError                    **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
