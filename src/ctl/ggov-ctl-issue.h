/* ggov-ctl-issue.h: what the files of gridgovctl issue share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-store-issue.h"
#include "ggov-store-papers.h"

G_BEGIN_DECLS

/* The words of these commands. Not each has all of them. */
typedef struct
{
  char     *note;
  char     *to;         /* who is sent, or has a strand */
  char     *by;         /* how much time an extension gives */
  char     *of;         /* the issue it is a duplicate of */
  char     *at;
  char     *type;
  char     *title;
  char     *description;
  char     *grid;
  char     *building;
  char     *place;
  char     *source;
  char     *reporter;
  char     *name;
  char     *phone;
  char     *lane;
  char     *task;
  char     *limit;
  char     *department;
  char     *from;       /* who calls */
  char     *stage;
  char     *text;
  char     *pass_reason;
  GStrv     photos;     /* file names */
  double    area_m2;
  int       count;
  int       minutes;
  gboolean  is_done;
  gboolean  is_dropped;
  gboolean  is_missed;
  gboolean  is_open;
  gboolean  is_overdue;

  gint64    time;       /* of --at, or now on the day asked about */
  GArray   *papers;     /* (element-type GgovPaper): what the photos hold */
} GgovCtlIssue;

/* What is wrong with the words. Returns: GGOV_CTL_USAGE */
GgovCtlStatus     ggov_ctl_issue_need     (const char          *sentence);

/* The issue of a number, or of the code on its papers; 0 once it was said that there is none. */
gint64            ggov_ctl_issue_find     (GgovCtl             *ctl,
                                           const char          *words);

/* Everything about it. NULL once the reason was said. */
GgovIssueDetails *ggov_ctl_issue_load     (GgovCtl             *ctl,
                                           gint64               issue_id)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* The end of a call that writes about an issue: says where it is now, or why nothing was written. */
GgovCtlStatus     ggov_ctl_issue_finish   (GgovCtl             *ctl,
                                           GAsyncResult       **result,
                                           gint64               issue_id);

GgovCtlStatus     ggov_ctl_issue_file     (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words);
GgovCtlStatus     ggov_ctl_issue_list     (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words);
GgovCtlStatus     ggov_ctl_issue_show     (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);
GgovCtlStatus     ggov_ctl_issue_explain  (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);
GgovCtlStatus     ggov_ctl_issue_propose  (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);
GgovCtlStatus     ggov_ctl_issue_strand   (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);
GgovCtlStatus     ggov_ctl_issue_summon   (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);
GgovCtlStatus     ggov_ctl_issue_arrive   (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);
GgovCtlStatus     ggov_ctl_issue_reporter (GgovCtl             *ctl,
                                           const GgovCtlIssue  *words,
                                           const char          *number);

/* The number of the case type with a code; 0 once it was said that there is no such type. */
gint64 ggov_ctl_issue_find_type (GgovCtl    *ctl,
                                 const char *code);

G_END_DECLS
