/* ggov-ctl-follow-up.c: gridgovctl follow-up, calls to whoever reported an issue, after it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-issue.h"
#include "ggov-local-time.h"
#include "ggov-store-follow-ups.h"

#define DAY_MINUTES (24 * 60)

/* How far back a closing is asked about where nothing is said. */
#define N_DAYS 30

static void
print_lines (GListModel *calls)
{
  for (guint i = 0; i < g_list_model_get_n_items (calls); i++)
    {
      g_autoptr(GgovFollowUp) call = g_list_model_get_item (calls, i);
      const GgovFollowUpFields *fields = ggov_follow_up_get_fields (call);
      const GgovIssueFields *issue = ggov_issue_get_fields (ggov_follow_up_get_issue (call));
      g_autofree char *day = ggov_local_day_format (fields->due_day);

      g_print ("%s\t%s\t%d\t%s\t%s\n", issue->number, day, (int) fields->n_tries,
               fields->reporter ? fields->reporter : "", issue->title);
    }
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
print_json (GListModel *calls)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (calls); i++)
    {
      g_autoptr(GgovFollowUp) call = g_list_model_get_item (calls, i);
      const GgovFollowUpFields *fields = ggov_follow_up_get_fields (call);
      const GgovIssueFields *issue = ggov_issue_get_fields (ggov_follow_up_get_issue (call));
      g_autofree char *day = ggov_local_day_format (fields->due_day);
      g_autofree char *closed = ggov_local_time_format (issue->closed_at);

      json_builder_begin_object (builder);
      add_text (builder, "number", issue->number);
      add_text (builder, "title", issue->title);
      add_text (builder, "closed", closed);
      add_text (builder, "due", day);
      json_builder_set_member_name (builder, "tries");
      json_builder_add_int_value (builder, fields->n_tries);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

/* At the end of the day that is today. */
static gboolean
find_now (GgovCtl  *ctl,
          gint64   *now,
          GError  **error)
{
  int day;

  if (!ggov_local_day_parse (ctl->as_of, &day, error))
    return FALSE;

  *now = ggov_local_time_from_day (day, DAY_MINUTES - 1);

  return TRUE;
}

static GgovCtlStatus
list (GgovCtl *ctl,
      gint64   now,
      guint    n_days)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) calls = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_follow_ups_async (ctl->store, now, n_days, NULL, ggov_ctl_keep, &result);
  calls = ggov_store_list_follow_ups_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (calls == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_json (calls);
  else
    print_lines (calls);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
log_call (GgovCtl          *ctl,
          const char       *number,
          GgovFollowUpCall *call)
{
  g_autoptr(GAsyncResult) result = NULL;

  call->issue_id = ggov_ctl_issue_find (ctl, number);
  if (call->issue_id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_log_follow_up_async (ctl->store, call, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_follow_up (GgovCtl  *ctl,
                    int       argc,
                    char    **argv)
{
  g_autofree char *note = NULL, *at = NULL;
  int satisfaction = 0, n_days = N_DAYS;
  gboolean is_missed = FALSE;
  const GOptionEntry options[] = {
    { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_("How many days back a closing is asked about"),
      N_("N") },
    { "satisfaction", 0, 0, G_OPTION_ARG_INT, &satisfaction,
      N_("How satisfied they are, from 1 to 5; less than 3 sends the issue back"), N_("N") },
    { "not-reached", 0, 0, G_OPTION_ARG_NONE, &is_missed, N_("Nobody answered"), NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_("What they said"), N_("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_("When; now without it"), N_("TIME") },
    { NULL }
  };
  GgovFollowUpCall call = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 now;

  if (!ggov_ctl_parse (&argc, &argv, options, "[NUMBER]", 0, 1) || n_days < 1 ||
      (argc > 1 && is_missed == (satisfaction != 0)))
    return GGOV_CTL_USAGE;
  if (!find_now (ctl, &now, &error) || (at && !ggov_local_time_parse (at, &call.at, &error)))
    return ggov_ctl_refuse (ctl, error);
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (argc < 2)
    return list (ctl, now, (guint) n_days);

  call.is_reached = !is_missed;
  call.satisfaction = (guint) MAX (satisfaction, 0);
  call.note = note;

  return log_call (ctl, argv[1], &call);
}
