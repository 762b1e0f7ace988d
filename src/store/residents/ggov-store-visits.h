/* ggov-store-visits.h: who went to see whom, whose turn it is, and what was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-visit-due.h"
#include "ggov-visit.h"

G_BEGIN_DECLS

/**
 * GgovVisitFilter:
 * @grid_id: of this grid; 0 for all, and so the next four
 * @person_id: to somebody, and to the household they were of on the day
 * @visitor_id: that somebody made
 * @from: (nullable): ISO day, @until likewise: both count
 * @outcome: (nullable): met, absent or refused
 * @limit: the most lines; 0 for all
 */
typedef struct
{
  gint64      grid_id;
  gint64      building_id;
  gint64      household_id;
  gint64      person_id;
  gint64      visitor_id;
  const char *from;
  const char *until;
  const char *outcome;
  guint       limit;
} GgovVisitFilter;

/**
 * ggov_store_list_visits_async:
 * @filter: copied
 * @as_of: ISO day: grids are those of it, and nothing is told of later
 *
 * Finds visits, the newest first.
 */
void        ggov_store_list_visits_async  (GgovStore              *self,
                                           const GgovVisitFilter  *filter,
                                           const char             *as_of,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);

/* Returns: (transfer full) (element-type GgovVisit) */
GListModel *ggov_store_list_visits_finish (GgovStore              *self,
                                           GAsyncResult           *result,
                                           GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovVisitPlanTerms:
 * @grid_id: 0 with @worker_id: the grids that somebody is the full-time member of, and whom else they
 *   are responsible for; both 0 for all
 * @day: ISO day
 * @horizon_days: those due so many days ahead come as well
 * @care_only: without the households that only want to be gone over again
 * @each_group: who is in several groups has a line for each
 * @overdue_only: only those whose day is past
 * @unplanned_only: without those who are on a sheet for that day or a later one already
 * @limit: the most lines; 0 for all
 */
typedef struct
{
  gint64      grid_id;
  gint64      worker_id;
  const char *day;
  int         horizon_days;
  gboolean    care_only;
  gboolean    each_group;
  gboolean    overdue_only;
  gboolean    unplanned_only;
  guint       limit;
} GgovVisitPlanTerms;

/**
 * ggov_store_plan_visits_async:
 * @terms: copied
 *
 * Finds whom to go and see: people of special groups by the day they are due, then the households whose
 * register is the oldest.
 */
void        ggov_store_plan_visits_async  (GgovStore                 *self,
                                           const GgovVisitPlanTerms  *terms,
                                           GCancellable              *cancellable,
                                           GAsyncReadyCallback        callback,
                                           gpointer                   user_data);

/* Returns: (transfer full) (element-type GgovVisitDue) */
GListModel *ggov_store_plan_visits_finish (GgovStore                 *self,
                                           GAsyncResult              *result,
                                           GError                   **error)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * GgovVisitEntry:
 * @stop_id: the line of a sheet that they were on, which says to whom it was, who went and, where @day
 *   is NULL, when; or 0
 * @household_id: whom it was to
 * @person_id: whom of it it was about, or 0
 * @visitor_id: who went, or 0
 * @outcome: met, absent or refused
 * @confirmed: what is known of them was gone over and is right
 * @found: (nullable): what was found
 * @case_type_id: what was found becomes an issue of this type; 0 if it does not
 * @issue_title: (nullable): what the issue is called; else @found
 */
typedef struct
{
  gint64      stop_id;
  gint64      household_id;
  gint64      person_id;
  gint64      visitor_id;
  const char *day;
  const char *outcome;
  gboolean    confirmed;
  const char *found;
  gint64      case_type_id;
  const char *issue_title;
} GgovVisitEntry;

/**
 * ggov_store_enter_visits_async:
 * @entries: (array length=n): copied
 *
 * Writes visits that were made, as one change: who was gone over is confirmed on that day, and what was
 * found becomes an issue at the door. What is wrong is GGOV_STORE_ERROR_REFUSED with a translated
 * sentence.
 */
void        ggov_store_enter_visits_async  (GgovStore             *self,
                                            const GgovVisitEntry  *entries,
                                            guint                  n,
                                            GCancellable          *cancellable,
                                            GAsyncReadyCallback    callback,
                                            gpointer               user_data);

/**
 * ggov_store_enter_visits_finish:
 * @change_id: (out) (optional)
 * @numbers: (out) (optional) (transfer full): the numbers of the issues that came of them
 */
gboolean    ggov_store_enter_visits_finish (GgovStore             *self,
                                            GAsyncResult          *result,
                                            gint64                *change_id,
                                            GStrv                 *numbers,
                                            GError               **error);

G_END_DECLS
