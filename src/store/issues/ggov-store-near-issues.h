/* ggov-store-near-issues.h: finding issues that may be the same as one about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-near-issue.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovNearQuestion:
 * @grid_id: where it is, or 0
 * @building_id: where it is, or 0
 * @has_point: whether the next two are known; else it is where the building is
 * @lon: degrees
 * @lat: degrees
 * @at: when it is filed, seconds since 1970-01-01T00:00:00Z
 * @limit: the most issues wanted, at least 1
 *
 * What is known of the issue so far.
 */
typedef struct
{
  gint64   case_type_id;
  gint64   grid_id;
  gint64   building_id;
  gboolean has_point;
  double   lon;
  double   lat;
  gint64   at;
  guint    limit;
} GgovNearQuestion;

/**
 * ggov_store_find_near_issues_async:
 * @question: copied
 *
 * Finds issues of the same case type, in whatever version, that lie within its duplicate radius and
 * were filed within its duplicate period, the nearest first; and those of the same grid of which
 * nobody knows more exactly where they are. Closed ones are among them, void ones are not.
 * A type without a radius or period has none. Looks at the issues of the type and period alone.
 */
void        ggov_store_find_near_issues_async  (GgovStore               *self,
                                                const GgovNearQuestion  *question,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);

/* Returns: (transfer full) (element-type GgovNearIssue) */
GListModel *ggov_store_find_near_issues_finish (GgovStore               *self,
                                                GAsyncResult            *result,
                                                GError                 **error)
                                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
