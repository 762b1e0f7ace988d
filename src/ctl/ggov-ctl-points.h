/* ggov-ctl-points.h: what the files of gridgovctl points share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"

G_BEGIN_DECLS

/* The words of these commands. Not each has all of them. */
typedef struct
{
  char   *who;
  char   *rule;
  char   *reward;
  char   *at;
  char   *source;
  char   *note;
  char   *reason;
  char   *kind;
  char   *grid;
  char   *text;
  char   *number;
  char   *month;
  char   *venue;
  char   *venue_signer;
  char   *office_signer;
  char   *name;
  char   *name_zh;
  char   *earned_by;
  char   *roles;
  char   *from;
  char   *to;
  char   *by;
  char   *evidence;
  char   *mode;
  char   *file;      /* (nullable): of the commands that take one */
  gint64  account_id;
  gint64  transfer_id;
  int     limit;
  int     stock;     /* -1 leaves what is there, like the next two */
  int     per_month;
  int     days;
  gint64  proposal_id;
  int     minutes;
  int     points;    /* -1 for none said, like all that follow */
  int     per_day;
  int     per_award;
  int     per_hour;
  int     approve_above;
  int     notice_days;
  int     span;
  gboolean to_shelf;
  gboolean dry_run;
} GgovCtlPoints;

/* Says what is missing. Returns GGOV_CTL_USAGE. */
GgovCtlStatus ggov_ctl_points_need     (const char     *sentence);

/* The account that --person or --account names; 0 once it was said why there is none. */
gint64        ggov_ctl_points_find_account (GgovCtl              *ctl,
                                            const GgovCtlPoints  *words);

/* When it is written down as having happened: --at, or the day asked about at this time of day. FALSE
 * once it was said that this is no time. */
gboolean      ggov_ctl_points_read_time (GgovCtl              *ctl,
                                         const GgovCtlPoints  *words,
                                         gint64               *time);

/* By number or by name. 0 once it was said that there is none, or more than one. */
gint64        ggov_ctl_points_find_reward (GgovCtl    *ctl,
                                           const char *text);

/* The rule of a code that is in force at a time; 0 once it was said that there is none. */
gint64        ggov_ctl_points_find_rule (GgovCtl    *ctl,
                                         const char *code,
                                         gint64      at);

/* FALSE once it was said that this is no day. @day: (nullable): none was said */
gboolean      ggov_ctl_points_check_day (const char *day);

/* Says what was written. @voucher: (nullable). Returns GGOV_CTL_DONE. */
GgovCtlStatus ggov_ctl_points_tell_transfer (GgovCtl    *ctl,
                                             gint64      transfer_id,
                                             const char *voucher);

GgovCtlStatus ggov_ctl_points_accounts (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_balance  (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_book     (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_rules    (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_rewards  (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_voucher  (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_use      (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_offer    (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_settlement (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_settle   (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_journal  (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_check    (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_rule (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_rule_start (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_rule_end (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_rule_discard (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_versions (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_try (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_propose (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_proposals (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_confirm (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_refuse (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_terms (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_expiring (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_expire (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_return (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_open (GgovCtl *ctl, GgovCtlPoints *words);
GgovCtlStatus ggov_ctl_points_export (GgovCtl *ctl, GgovCtlPoints *words);

G_END_DECLS
