/* ggov-points-rules-private.h: reading rules of the points ledger, and what they come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-points-rule.h"

G_BEGIN_DECLS

/* The columns of a rule r that _ggov_points_make_rule() reads. */
#define GGOV_POINTS_RULE_COLUMNS \
  "r.id, r.code, r.activity, r.activity_zh, r.points, coalesce (r.per_day, 0), r.version, " \
  "r.per_hour, coalesce (r.per_award, 0), coalesce (r.per_month, 0), " \
  "coalesce (r.approve_above, 0), r.notice_days, r.draft, r.earned_by, r.valid_from, " \
  "coalesce (r.valid_to, '')"

/* Whether a rule r is in force on the day of $n. */
#define GGOV_POINTS_RULE_IN_FORCE(n) \
  "r.draft = 0 AND r.valid_from <= " n " AND coalesce (r.valid_to, " n ") >= " n

/* Whether a transfer t was taken back. */
#define GGOV_POINTS_STANDS(t) \
  "NOT EXISTS (SELECT 1 FROM points_transfer x WHERE x.reverses_id = " t ".id)"

/* The accounts of the person of $n, with those of records that became theirs. */
#define GGOV_POINTS_OF_PERSON(n) \
  "(SELECT k.id FROM points_account k WHERE k.person_id = " n " UNION ALL " \
  "SELECT m.account_id FROM points_merge m JOIN points_account k ON k.id = m.into_id " \
  "WHERE k.person_id = " n ")"

/* Whose posts are all over by the day $2, of those the person of $1 had. */
#define GGOV_POINTS_STOOD_DOWN \
  "SELECT 1 FROM post WHERE person_id = $1 AND NOT EXISTS (SELECT 1 FROM post p " \
  "WHERE p.person_id = $1 AND p.valid_from <= $2 AND coalesce (p.valid_to, $2) >= $2) " \
  "AND valid_to < $2 LIMIT 1"

/* (transfer full): the rule the statement stands on, its roles read from @db; NULL with @error set */
GgovPointsRule *_ggov_points_make_rule (GgovDb                      *db,
                                        GgovStmt                    *stmt,
                                        GError                     **error)
                                        G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the rule of a number, whatever its state */
GgovPointsRule *_ggov_points_get_rule  (GgovDb                      *db,
                                        gint64                       rule_id,
                                        GError                     **error)
                                        G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_points_weigh:
 * @day: ISO
 * @points: (out): what the activity comes to for this person, by the best paid of their roles of the
 *   day; 0 where it took too short a time
 */
gboolean        _ggov_points_weigh     (GgovDb                      *db,
                                        const GgovPointsRuleFields  *rule,
                                        gint64                       person_id,
                                        const char                  *day,
                                        gint64                       minutes,
                                        gint64                      *points,
                                        GError                     **error);

/* Whether all posts of a person were over by an ISO day: who never had one may be thanked as well. */
gboolean        _ggov_points_stood_down (GgovDb                     *db,
                                         gint64                      person_id,
                                         const char                 *day,
                                         gboolean                   *stood_down,
                                         GError                    **error);

/* Refuses with a sentence where the rule is a draft, or not in force on an ISO day. */
gboolean        _ggov_points_check_force (const GgovPointsRuleFields *rule,
                                          const char                 *day,
                                          GError                    **error);

G_END_DECLS
