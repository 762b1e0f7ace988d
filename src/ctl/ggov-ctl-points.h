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
  gint64  account_id;
  gint64  transfer_id;
  int     limit;
  int     stock;     /* -1 leaves what is there, like the next two */
  int     per_month;
  int     days;
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

G_END_DECLS
