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
  int         version;    /* 0 for the first */
  gboolean    per_hour;   /* the points are for an hour */
  int         per_award;  /* most points for one activity; 0 is any number */
  int         per_month;  /* most points of it for one person in a month; likewise */
  int         approve_above; /* more points at once need a second person; 0 never do */
  const char *earned_by;  /* (nullable): code of a GgovPointsSource */
  int         notice_days; /* of public notice */
  gboolean    is_draft;
  const char *roles;      /* (nullable): hundredths by role: building_leader=150,unit_leader=120 */
} GgovPointsRuleRecord;

typedef struct
{
  gint64      person_id;
  gint64      rule_id;
  gint64      at;     /* seconds since 1970-01-01T00:00:00Z */
  const char *source; /* (nullable): what it is earned by, as "issue/12"; pays once for a rule */
  const char *note;   /* (nullable) */
  gint64      minutes; /* it took, where a rule pays by the hour */
  gboolean    is_confirmed; /* a second person has said yes */
} GgovAwardRecord;

/**
 * GgovReturnRecord:
 * @transfer_id: a redemption whose goods were handed out
 * @points: given back, 1 to what was paid: less than that is a part refund
 * @to_shelf: whether the goods can be had again
 * @at: seconds since 1970-01-01T00:00:00Z
 * @reason: is kept
 */
typedef struct
{
  gint64      transfer_id;
  gint64      points;
  gboolean    to_shelf;
  gint64      at;
  const char *reason;
} GgovReturnRecord;

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
 * rule is not in force on the day, the most of a day or month is reached, a second person has to
 * confirm it, or the source has paid already: an award that was reversed has not.
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

/**
 * ggov_change_return_reward:
 *
 * Gives points back for goods that were handed out. The redemption is reversed, its voucher is void, and
 * what is not given back is redeemed again at once, without a voucher: it can be returned in its turn.
 *
 * Returns: the reversal's number, or 0 with @error set
 */
gint64   ggov_change_return_reward    (GgovChange                  *change,
                                       const GgovReturnRecord      *record,
                                       GError                     **error);

G_END_DECLS
