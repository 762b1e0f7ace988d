/* ggov-issue-due.c: how an issue stands with its time, in a word and a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-issue-due.h"
#include "ggov-local-time.h"

/* Further ahead it is days that tell more. */
#define DAYS_COUNTED 31

static const char *const codes[GGOV_ISSUE_N_DUES] = {
  [GGOV_ISSUE_DUE_NONE] = "none",
  [GGOV_ISSUE_DUE_FINE] = "fine",
  [GGOV_ISSUE_DUE_SOON] = "soon",
  [GGOV_ISSUE_DUE_TODAY] = "today",
  [GGOV_ISSUE_DUE_OVERDUE] = "overdue",
  [GGOV_ISSUE_DUE_SUSPENDED] = "suspended",
  [GGOV_ISSUE_DUE_ENDED] = "ended",
};

static const char *const labels[GGOV_ISSUE_N_DUES] = {
  [GGOV_ISSUE_DUE_NONE] = N_("No limit"),
  [GGOV_ISSUE_DUE_FINE] = N_("In time"),
  [GGOV_ISSUE_DUE_SOON] = N_("Due soon"),
  [GGOV_ISSUE_DUE_TODAY] = N_("Due today"),
  [GGOV_ISSUE_DUE_OVERDUE] = N_("Overdue"),
  [GGOV_ISSUE_DUE_SUSPENDED] = N_("Suspended"),
  [GGOV_ISSUE_DUE_ENDED] = N_("Ended"),
};

GgovIssueDue
ggov_issue_due_judge (GgovIssue       *issue,
                      GgovOfficeClock *clock,
                      gint64           now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);

  return ggov_issue_due_judge_state (&fields->state, fields->due_at, clock, now);
}

/* The office may be closed on a day the calendar has worked. */
static int
find_next_working (GgovOfficeClock *clock,
                   int              today)
{
  int day = today + 1;

  while (day >= GGOV_CALENDAR_FIRST_DAY && day < GGOV_CALENDAR_LAST_DAY &&
         !ggov_office_clock_is_working (clock, day))
    day++;

  return day;
}

GgovIssueDue
ggov_issue_due_judge_state (const GgovIssueState *state,
                            gint64                due_at,
                            GgovOfficeClock      *clock,
                            gint64                now)
{
  int today = ggov_local_time_get_day (now);
  int next;

  if (!ggov_issue_stage_is_open (state->stage))
    return GGOV_ISSUE_DUE_ENDED;
  if (state->suspended)
    return GGOV_ISSUE_DUE_SUSPENDED;
  if (due_at == 0 || state->stage == GGOV_ISSUE_COLLECTED)
    return GGOV_ISSUE_DUE_NONE;
  if (due_at <= now)
    return GGOV_ISSUE_DUE_OVERDUE;
  if (ggov_local_time_get_day (due_at) == today)
    return GGOV_ISSUE_DUE_TODAY;

  next = find_next_working (clock, today);

  return ggov_local_time_get_day (due_at) <= next ? GGOV_ISSUE_DUE_SOON : GGOV_ISSUE_DUE_FINE;
}

const char *
ggov_issue_due_get_code (GgovIssueDue due)
{
  g_return_val_if_fail ((guint) due < GGOV_ISSUE_N_DUES, NULL);

  return codes[due];
}

/* What is over or stands still will not change. */
static gboolean
can_change (GgovIssueDue due)
{
  return due != GGOV_ISSUE_DUE_NONE && due != GGOV_ISSUE_DUE_SUSPENDED &&
         due != GGOV_ISSUE_DUE_ENDED;
}

static char *
add_provisional (const char   *text,
                 GgovIssueDue  due,
                 gboolean      provisional)
{
  return provisional && can_change (due) ? g_strdup_printf (_("%s, provisional"), text)
                                         : g_strdup (text);
}

const char *
ggov_issue_due_get_label (GgovIssueDue due)
{
  g_return_val_if_fail ((guint) due < GGOV_ISSUE_N_DUES, NULL);

  return _(labels[due]);
}

/* "11:30" */
static char *
dup_time_of_day (gint64 time)
{
  g_autofree char *text = ggov_local_time_format (time);

  return g_strdup (text + strlen ("2026-02-14T"));
}

static char *
dup_ended (const GgovIssueFields *fields)
{
  g_autofree char *day = NULL;

  if (fields->closed_at == 0)
    return g_strdup (ggov_issue_stage_get_label (fields->state.stage));

  day = ggov_local_day_format (ggov_local_time_get_day (fields->closed_at));
  if (fields->state.stage == GGOV_ISSUE_VOID)
    return g_strdup_printf (_("Void since %s"), day);

  if (fields->due_at != 0 && fields->closed_at > fields->due_at)
    return g_strdup_printf (_("Closed late, %s"), day);

  return g_strdup_printf (_("Closed %s"), day);
}

static char *
dup_left (const GgovIssueFields *fields,
          int                    days)
{
  g_autofree char *hour = dup_time_of_day (fields->due_at);

  if (days == 0)
    return g_strdup_printf (_("Due today %s"), hour);
  if (days == 1)
    return g_strdup_printf (_("Due tomorrow %s"), hour);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", days), days);
}

static char *
dup_over (const GgovIssueFields *fields,
          int                    days)
{
  g_autofree char *hour = dup_time_of_day (fields->due_at);

  if (days == 0)
    return g_strdup_printf (_("Overdue since %s"), hour);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", days),
                          days);
}

char *
ggov_issue_due_dup_label (GgovIssueDue due,
                          gboolean     provisional)
{
  return add_provisional (ggov_issue_due_get_label (due), due, provisional);
}

static char *
dup_text (GgovIssue    *issue,
          GgovIssueDue  due,
          gint64        now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  int days = ggov_local_time_get_day (fields->due_at) - ggov_local_time_get_day (now);

  switch (due)
    {
    case GGOV_ISSUE_DUE_NONE:
      return g_strdup (_("No limit"));

    case GGOV_ISSUE_DUE_SUSPENDED:
      return g_strdup (_("Suspended"));

    case GGOV_ISSUE_DUE_OVERDUE:
      return dup_over (fields, -days);

    case GGOV_ISSUE_DUE_ENDED:
      return dup_ended (fields);

    case GGOV_ISSUE_DUE_FINE:
    case GGOV_ISSUE_DUE_SOON:
    case GGOV_ISSUE_DUE_TODAY:
    default:
      return dup_left (fields, days);
    }
}

char *
ggov_issue_due_dup_text (GgovIssue    *issue,
                         GgovIssueDue  due,
                         gint64        now)
{
  g_autofree char *text = dup_text (issue, due, now);

  return add_provisional (text, due, ggov_issue_get_fields (issue)->due_provisional);
}

/* Of those after today until the last. */
static int
count_working (GgovOfficeClock *clock,
               int              today,
               int              last)
{
  int n = 0;

  for (int day = today + 1; day <= last; day++)
    n += ggov_office_clock_is_working (clock, day);

  return n;
}

char *
ggov_issue_due_dup_left (GgovIssue       *issue,
                         GgovOfficeClock *clock,
                         gint64           now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  GgovIssueDue due = ggov_issue_due_judge (issue, clock, now);
  int today = ggov_local_time_get_day (now);
  int last = ggov_local_time_get_day (fields->due_at);
  gboolean runs = due == GGOV_ISSUE_DUE_FINE || due == GGOV_ISSUE_DUE_SOON;
  g_autofree char *text = NULL;
  int n;

  if (!runs || last - today < 2 || last - today > DAYS_COUNTED || last >= GGOV_CALENDAR_LAST_DAY ||
      (fields->limit_text && g_str_has_suffix (fields->limit_text, "cd")))
    return ggov_issue_due_dup_text (issue, due, now);

  n = count_working (clock, today, last);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day left",
                                       "%d working days left", n), n);

  return add_provisional (text, due, fields->due_provisional);
}
