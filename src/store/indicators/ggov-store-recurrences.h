/* ggov-store-recurrences.h: what keeps coming back: issues of one type, near in place and time (举一反三)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-recurrence.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovRecurrenceSearch:
 * @from: the first instant of the time to look at, seconds since 1970-01-01T00:00:00Z
 * @to: the first instant after it
 * @radius_m: how far apart at most; issues in one compound, or in one building that has none, are near
 *   anyway
 * @days: how many days apart at most
 * @n_least: the fewest issues that are worth telling of, at least 2
 */
typedef struct
{
  gint64 from;
  gint64 to;
  double radius_m;
  int    days;
  guint  n_least;
} GgovRecurrenceSearch;

/* What an office begins with: three of a type within 100 m and 60 days. */
#define GGOV_RECURRENCE_RADIUS_M 100.0
#define GGOV_RECURRENCE_DAYS     60
#define GGOV_RECURRENCE_N_LEAST  3

/**
 * ggov_store_list_recurrences_async:
 * @search: copied
 *
 * Finds groups of issues, open or closed but not void, as ggov_geo_recurrences_find() does. The same
 * records give the same groups.
 */
void        ggov_store_list_recurrences_async  (GgovStore                  *self,
                                                const GgovRecurrenceSearch *search,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);

/* Returns: (transfer full) (element-type GgovRecurrence): the largest first, then the earliest */
GListModel *ggov_store_list_recurrences_finish (GgovStore                  *self,
                                                GAsyncResult               *result,
                                                GError                    **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
