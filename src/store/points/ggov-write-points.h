/* ggov-write-points.h: writing venues, rewards, rules and the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A transfer writes both of its legs, so that all accounts
 * together are always at zero, and keeps its change from being undone: it is reversed instead.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code;
  const char *activity;
  const char *activity_zh;
  int         points;
  int         per_day;    /* most points of it for one person in a day; 0 is any number */
  const char *valid_from; /* ISO day */
  const char *valid_to;   /* (nullable): the last day */
} GgovPointsRuleRecord;

typedef struct
{
  gint64      person_id;
  gint64      rule_id;
  gint64      at;     /* seconds since 1970-01-01T00:00:00Z */
  const char *source; /* (nullable): what it is earned by, as "issue/12"; pays once for a rule */
  const char *note;   /* (nullable) */
} GgovAwardRecord;

gint64   ggov_change_add_venue        (GgovChange                  *change,
                                       gint64                       organisation_id,
                                       GError                     **error);

/* @stock: -1 for a service, of which there is always more */
gint64   ggov_change_add_reward       (GgovChange                  *change,
                                       gint64                       venue_id,
                                       const char                  *name,
                                       int                          points,
                                       int                          stock,
                                       GError                     **error);

/* Offers a reward up to @last_day, an ISO day, and no longer. */
gboolean ggov_change_end_reward       (GgovChange                  *change,
                                       gint64                       reward_id,
                                       const char                  *last_day,
                                       GError                     **error);
gint64   ggov_change_add_points_rule  (GgovChange                  *change,
                                       const GgovPointsRuleRecord  *record,
                                       GError                     **error);

/**
 * ggov_change_award:
 *
 * Gives a person what a rule says. GGOV_STORE_ERROR_REFUSED, with a translated sentence, if the
 * rule is not in force on the day, the day's most is reached or the source has paid already: an
 * award that was reversed has not.
 *
 * Returns: the transfer's number, or 0 with @error set
 */
gint64   ggov_change_award            (GgovChange                  *change,
                                       const GgovAwardRecord       *record,
                                       GError                     **error);

/**
 * ggov_change_redeem:
 * @at: seconds since 1970-01-01T00:00:00Z
 * @voucher: the number of the voucher that is handed out
 *
 * Takes a reward's price from a person's account. Refused where the balance or the stock does
 * not allow it, and where the reward was offered up to an earlier day.
 */
gint64   ggov_change_redeem           (GgovChange                  *change,
                                       gint64                       person_id,
                                       gint64                       reward_id,
                                       gint64                       at,
                                       const char                  *voucher,
                                       GError                     **error);

/* Takes a transfer back by its opposite. Refused where it was reversed before, where its points are
 * spent, and where its voucher was used. */
gint64   ggov_change_reverse_transfer (GgovChange                  *change,
                                       gint64                       transfer_id,
                                       gint64                       at,
                                       const char                  *reason,
                                       GError                     **error);

G_END_DECLS
