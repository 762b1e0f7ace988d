/* ggov-ctl-wanted-issues.h: which issues a command is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

typedef struct
{
  char     *grid;
  char     *lane;
  char     *stage;
  char     *text;
  gboolean  open;
  gboolean  overdue;
} GgovCtlWantedIssues;

void     ggov_ctl_wanted_issues_clear (GgovCtlWantedIssues  *self);

/* The options that say which; a name in a list of GOptionEntry. */
#define GGOV_CTL_WANTED_ISSUES_OPTIONS(words) \
  { "grid", 0, 0, G_OPTION_ARG_STRING, &(words).grid, \
    N_("Only the community or grid of this code"), N_("CODE") }, \
  { "lane", 0, 0, G_OPTION_ARG_STRING, &(words).lane, \
    N_("Only this lane: community, enforcement or market"), N_("LANE") }, \
  { "open", 0, 0, G_OPTION_ARG_NONE, &(words).open, N_("Only those that want work"), NULL }, \
  { "overdue", 0, 0, G_OPTION_ARG_NONE, &(words).overdue, N_("Only those whose time is up"), NULL }, \
  { "stage", 0, 0, G_OPTION_ARG_STRING, &(words).stage, \
    N_("Only this stage, such as file, dispatch or closed"), N_("STAGE") }, \
  { "text", 0, 0, G_OPTION_ARG_STRING, &(words).text, N_("Only where these words are found"), \
    N_("WORDS") }

/* Makes a filter of the options; says on standard error what is wrong. Texts stay those of @self. */
gboolean ggov_ctl_wanted_issues_read  (GgovCtl                    *ctl,
                                       const GgovCtlWantedIssues  *self,
                                       GgovIssueFilter            *filter);

/* The issue of a number, or 0 once it was said that there is none; for those who cannot see how issues
 * are moved. */
gint64   ggov_ctl_wanted_issues_find  (GgovCtl                    *ctl,
                                       const char                 *number);

/* Now, or the end of the day that the command is told to be of. */
gint64   ggov_ctl_get_moment          (GgovCtl                    *ctl);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlWantedIssues, ggov_ctl_wanted_issues_clear)

G_END_DECLS
