/* ggov-ctl-issue-text.c: gridgovctl issue-text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-wanted-issues.h"
#include "ggov-issue-chat.h"
#include "ggov-store-issue-facts.h"

/* (nullable): that of one number is among those that its words find. */
static const GgovIssueFacts *
find_number (GPtrArray  *facts,
             const char *number)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const GgovIssueFacts *one = facts->pdata[i];

      if (g_str_equal (ggov_issue_get_fields (one->issue)->number, number))
        return one;
    }

  return NULL;
}

static GgovCtlStatus
say_one (GgovCtl    *ctl,
         const char *number)
{
  const GgovIssueFilter filter = { .text = number };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) facts = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  const GgovIssueFacts *one;

  ggov_store_list_issue_facts_async (ctl->store, &filter, NULL, ggov_ctl_keep, &result);
  facts = ggov_store_list_issue_facts_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (facts == NULL)
    return ggov_ctl_refuse (ctl, error);

  if ((one = find_number (facts, number)) == NULL)
    {
      g_printerr (_("gridgovctl: There is no issue “%s”. Say its whole number, such as "
                    "2026-00012.\n"), number);
      return GGOV_CTL_REFUSED;
    }

  text = ggov_issue_chat_dup_one (one, ggov_ctl_get_moment (ctl));
  g_print ("%s\n", text);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
say_today (GgovCtl               *ctl,
           const GgovIssueFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  ggov_store_list_issues_async (ctl->store, filter, NULL, ggov_ctl_keep, &result);
  issues = ggov_store_list_issues_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (issues == NULL)
    return ggov_ctl_refuse (ctl, error);

  text = ggov_issue_chat_dup_list (issues, filter->now, NULL);
  g_print ("%s\n", text);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_issue_text (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  g_auto(GgovCtlWantedIssues) words = { .open = TRUE };
  const GOptionEntry options[] = { GGOV_CTL_WANTED_ISSUES_OPTIONS (words), { NULL } };
  GgovIssueFilter filter;

  if (!ggov_ctl_parse (&argc, &argv, options, _("[NUMBER]"), 0, 1))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !ggov_ctl_wanted_issues_read (ctl, &words, &filter))
    return GGOV_CTL_REFUSED;

  return argc > 1 ? say_one (ctl, argv[1]) : say_today (ctl, &filter);
}
