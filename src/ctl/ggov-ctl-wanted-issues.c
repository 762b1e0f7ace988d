/* ggov-ctl-wanted-issues.c: which issues a command is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-choice.h"
#include "ggov-ctl-issue.h"
#include "ggov-ctl-wanted-issues.h"
#include "ggov-local-time.h"
#include "ggov-store-choices.h"

void
ggov_ctl_wanted_issues_clear (GgovCtlWantedIssues *self)
{
  g_clear_pointer (&self->grid, g_free);
  g_clear_pointer (&self->lane, g_free);
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->text, g_free);
}

/* 0 where there is none of that code. */
static gint64
find_choice (GgovCtl    *ctl,
             GgovChoiceKind kind,
             const char *code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) choices = NULL;

  ggov_store_list_choices_async (ctl->store, kind, 0, ctl->as_of, NULL, ggov_ctl_keep, &result);
  choices = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), NULL);
  for (guint i = 0; choices && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        return ggov_choice_get_fields (choice)->id;
    }

  return 0;
}

static gboolean
read_place (GgovCtl          *ctl,
            const char       *code,
            GgovIssueFilter  *filter)
{
  if (code == NULL || (filter->community_id = find_choice (ctl, GGOV_CHOICE_COMMUNITIES, code)) ||
      (filter->grid_id = find_choice (ctl, GGOV_CHOICE_GRIDS, code)))
    return TRUE;

  g_printerr (_("gridgovctl: There is no community or grid of the code “%s” on that day.\n"), code);

  return FALSE;
}

static gboolean
read_stages (const GgovCtlWantedIssues *self,
             GgovIssueFilter           *filter)
{
  g_autoptr(GError) error = NULL;
  GgovIssueStage stage;

  if (self->open)
    filter->stages = GGOV_ISSUE_FILTER_OPEN;
  if (self->stage == NULL)
    return TRUE;

  if (!ggov_issue_stage_from_code (self->stage, &stage, &error))
    {
      g_printerr (_("gridgovctl: there is no stage “%s”. Say collect, file, dispatch, handle, "
                    "report-back, verify, closed, evaluated or void.\n"), self->stage);
      return FALSE;
    }
  filter->stages = 1u << stage;

  return TRUE;
}

static gboolean
read_lane (const GgovCtlWantedIssues *self,
           GgovIssueFilter           *filter)
{
  GgovLane lane;

  filter->lane = self->lane;
  if (self->lane == NULL || ggov_lane_from_code (self->lane, &lane, NULL))
    return TRUE;

  g_printerr (_("gridgovctl: there is no lane “%s”. Say community, enforcement or market.\n"),
              self->lane);

  return FALSE;
}

gboolean
ggov_ctl_wanted_issues_read (GgovCtl                   *ctl,
                             const GgovCtlWantedIssues *self,
                             GgovIssueFilter           *filter)
{
  *filter = (GgovIssueFilter) {
    .text = self->text,
    .overdue = self->overdue,
    .now = ggov_ctl_get_moment (ctl),
  };

  return read_stages (self, filter) && read_lane (self, filter) &&
         read_place (ctl, self->grid, filter);
}

gint64
ggov_ctl_wanted_issues_find (GgovCtl    *ctl,
                             const char *number)
{
  return ggov_ctl_issue_find (ctl, number);
}

gint64
ggov_ctl_get_moment (GgovCtl *ctl)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int day;

  if (!ggov_local_day_parse (ctl->as_of, &day, NULL) || day == ggov_local_time_get_day (now))
    return now;

  return ggov_local_time_from_day (day, GGOV_LOCAL_TIME_MINUTES_PER_DAY - 1);
}
