/* ggov-visits-private.h: what the queries about visits and special groups share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-residents-private.h"
#include "ggov-store-visits.h"

G_BEGIN_DECLS

/* The last day up to $1 on which somebody, or their household, was met. */
#define GGOV_VISITS_LAST_OF_PERSON(person, household) \
  "(SELECT max (v.day) FROM visit v WHERE v.day <= $1 AND v.outcome = 'met' " \
  "AND v.household_id = " household " AND (v.person_id IS NULL OR v.person_id = " person "))"
#define GGOV_VISITS_LAST_OF_HOUSEHOLD(household) \
  "(SELECT max (v.day) FROM visit v WHERE v.household_id = " household " AND v.day <= $1 " \
  "AND v.outcome = 'met')"

/* How often nobody was at home since they were last met, up to $1. */
#define GGOV_VISITS_ABSENCES(household) \
  "(SELECT count (*) FROM visit v WHERE v.household_id = " household " AND v.day <= $1 " \
  "AND v.outcome = 'absent' AND v.day > coalesce (" GGOV_VISITS_LAST_OF_HOUSEHOLD (household) ", ''))"

/* (transfer full) (element-type GgovVisitDue): as ggov_store_plan_visits_async() finds them, on the
 * store's thread */
GPtrArray *_ggov_visits_plan   (GgovDb                    *db,
                                const GgovVisitPlanTerms  *terms,
                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/* The first ISO day on which somebody is due again: @every days after @last, or if that is NULL after
 * @from. (transfer full) @number: (out): the same as a number */
char      *_ggov_visits_dup_due (const char *last,
                                 const char *from,
                                 int         every,
                                 int        *number) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (element-type GObject): a row of each that a statement has, made with the rows so far;
 * NULL with @error set */
typedef gpointer (*GgovResidentsRowFunc) (GgovStmt   *stmt,
                                          const char *day,
                                          guint       rank);
GPtrArray *_ggov_residents_read_rows (GgovStmt              *stmt,
                                      const char            *day,
                                      GgovResidentsRowFunc   make_row,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* The lists of one person, as a sheet has them. */
GPtrArray *_ggov_memberships_of_person (GgovDb      *db,
                                        gint64       person_id,
                                        const char  *day,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *_ggov_visits_of_person      (GgovDb      *db,
                                        gint64       person_id,
                                        const char  *day,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
