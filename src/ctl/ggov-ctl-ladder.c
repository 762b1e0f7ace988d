/* ggov-ctl-ladder.c: gridgovctl ladder, what is to be done about issues as their time runs out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-local-time.h"
#include "ggov-store-ladder.h"

#define DAY_S (24 * 60 * 60)

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_step (JsonBuilder    *builder,
          GgovLadderStep *step)
{
  const GgovLadderStepFields *fields = ggov_ladder_step_get_fields (step);
  const GgovIssueFields *issue = ggov_issue_get_fields (ggov_ladder_step_get_issue (step));
  g_autofree char *since = ggov_local_time_format (fields->since);
  g_autofree char *due = ggov_local_time_format (fields->due_at);

  json_builder_begin_object (builder);
  add_text (builder, "number", issue->number);
  add_text (builder, "rung", ggov_rung_get_code (fields->rung));
  add_text (builder, "since", since);
  add_text (builder, "due", due);
  add_text (builder, "handler", issue->handler_name);
  add_text (builder, "title", issue->title);
  json_builder_end_object (builder);
}

static void
print_json (GListModel *steps)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr(GgovLadderStep) step = g_list_model_get_item (steps, i);

      add_step (builder, step);
    }
  json_builder_end_array (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_lines (GListModel *steps)
{
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr(GgovLadderStep) step = g_list_model_get_item (steps, i);
      const GgovLadderStepFields *fields = ggov_ladder_step_get_fields (step);
      const GgovIssueFields *issue = ggov_issue_get_fields (ggov_ladder_step_get_issue (step));
      g_autofree char *due = ggov_local_time_format (fields->due_at);

      g_print ("%s\t%s\t%s\t%s\t%s\n", issue->number, ggov_rung_get_label (fields->rung), due,
               issue->handler_name ? issue->handler_name : "", issue->title);
    }
}

static GgovCtlStatus
list (GgovCtl *ctl,
      gint64   now)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) steps = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_ladder_async (ctl->store, now, NULL, ggov_ctl_keep, &result);
  steps = ggov_store_list_ladder_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (steps == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_json (steps);
  else
    print_lines (steps);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
climb (GgovCtl *ctl,
       gint64   now)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_climb_ladder_async (ctl->store, now, 0, &n, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  g_print (ngettext ("%u step is logged.\n", "%u steps are logged.\n", n), n);

  return GGOV_CTL_DONE;
}

/* Those of the day that @now lies in. */
static GgovCtlStatus
log_printed (GgovCtl *ctl,
             gint64   now)
{
  gint64 from = ggov_local_time_from_day (ggov_local_time_get_day (now), 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_log_printed_async (ctl->store, from, from + DAY_S, now, &n, NULL, ggov_ctl_keep,
                                &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  g_print (ngettext ("%u notice is logged as printed.\n", "%u notices are logged as printed.\n", n),
           n);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
show_rules (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *entries = NULL;

  ggov_store_get_ladder_async (ctl->store, NULL, ggov_ctl_keep, &result);
  entries = ggov_store_get_ladder_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (entries == NULL)
    return ggov_ctl_refuse (ctl, error);

  g_print ("%s\n", entries);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
set_rules (GgovCtl    *ctl,
           const char *entries)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_set_ladder_async (ctl->store, entries, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_ladder (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_autofree char *at = NULL;
  gboolean is_logged = FALSE, is_printed = FALSE;
  const GOptionEntry options[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_("The moment to look at; now without it"),
      N_("TIME") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &is_logged,
      N_("Log what is to be done in the issues’ histories"), NULL },
    { "printed", 0, 0, G_OPTION_ARG_NONE, &is_printed,
      N_("Log that the day’s reminder notices were printed"), NULL },
    { NULL }
  };
  g_autoptr(GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (!ggov_ctl_parse (&argc, &argv, options, "[rules [ENTRIES]]", 0, 2) ||
      (argc > 1 && !g_str_equal (argv[1], "rules")))
    return GGOV_CTL_USAGE;
  if (at && !ggov_local_time_parse (at, &now, &error))
    return ggov_ctl_refuse (ctl, error);
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (argc > 1)
    return argc > 2 ? set_rules (ctl, argv[2]) : show_rules (ctl);
  if (is_logged)
    return climb (ctl, now);

  return is_printed ? log_printed (ctl, now) : list (ctl, now);
}
