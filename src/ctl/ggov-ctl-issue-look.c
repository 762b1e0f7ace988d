/* ggov-ctl-issue-look.c: gridgovctl issue list, show, explain and propose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-clock.h"
#include "ggov-ctl-find.h"
#include "ggov-ctl-issue.h"
#include "ggov-local-time.h"
#include "ggov-store-handler-proposals.h"
#include "ggov-store-issues.h"

/* JSON -------------------------------------------------------------------------------------- */

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

/* As local time; 0 is null. */
static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       time)
{
  g_autofree char *text = time ? ggov_local_time_format (time) : NULL;

  add_text (builder, name, text);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/* One property of a row; those whose name ends so are times or records, and 0 stands for none. */
static void
add_property (JsonBuilder *builder,
              GObject     *row,
              GParamSpec  *pspec)
{
  g_autofree char *name = g_strdelimit (g_strdup (pspec->name), "-", '_');
  g_auto(GValue) value = G_VALUE_INIT;

  g_object_get_property (row, pspec->name, &value);
  if (!G_VALUE_HOLDS_INT64 (&value))
    add_text (builder, name, g_value_get_string (&value));
  else if (g_str_has_suffix (name, "_at") || g_str_equal (name, "at"))
    add_time (builder, name, g_value_get_int64 (&value));
  else
    {
      json_builder_set_member_name (builder, name);
      if (g_str_has_suffix (name, "_id") && g_value_get_int64 (&value) == 0)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, g_value_get_int64 (&value));
    }
}

/* (element-type GObject): rows with properties */
static void
add_rows (JsonBuilder *builder,
          const char  *name,
          GPtrArray   *rows)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      guint n;
      g_autofree GParamSpec **properties =
        g_object_class_list_properties (G_OBJECT_GET_CLASS (rows->pdata[i]), &n);

      json_builder_begin_object (builder);
      for (guint k = 0; k < n; k++)
        add_property (builder, rows->pdata[i], properties[k]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_issue (JsonBuilder *builder,
           GgovIssue   *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);

  add_text (builder, "number", fields->number);
  add_text (builder, "title", fields->title);
  add_text (builder, "type", fields->type_name);
  add_text (builder, "lane", ggov_lane_get_code (fields->lane));
  add_text (builder, "stage", ggov_issue_stage_get_code (fields->state.stage));
  add_flag (builder, "suspended", fields->state.suspended);
  add_text (builder, "grid", fields->present_grid_code);
  add_text (builder, "place", fields->place);
  add_text (builder, "handler", fields->handler_name);
  add_time (builder, "filed", fields->filed_at);
  add_time (builder, "due", fields->due_at);
  add_flag (builder, "provisional", fields->due_provisional);
  add_time (builder, "closed", fields->closed_at);
}

static void
add_events (JsonBuilder *builder,
            GPtrArray   *events)
{
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < events->len; i++)
    {
      const GgovIssueEventFields *fields = ggov_issue_event_get_fields (events->pdata[i]);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, fields->id);
      add_time (builder, "at", fields->at);
      add_text (builder, "move", ggov_issue_move_get_code (fields->move));
      add_text (builder, "to", ggov_issue_stage_get_code (fields->to));
      add_text (builder, "person", fields->person_name);
      add_text (builder, "granted", fields->granted);
      add_text (builder, "note", fields->note);
      add_text (builder, "account", fields->account);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_details (const GgovIssueDetails *details)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_issue (builder, details->issue);
  add_text (builder, "description", details->description);
  add_text (builder, "source", details->source);
  add_text (builder, "reporter", details->reporter);
  add_text (builder, "duplicate_of",
            details->duplicate_of ? ggov_issue_get_fields (details->duplicate_of)->number : NULL);
  json_builder_set_member_name (builder, "duplicates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < details->duplicates->len; i++)
    json_builder_add_string_value (builder,
                                   ggov_issue_get_fields (details->duplicates->pdata[i])->number);
  json_builder_end_array (builder);
  add_rows (builder, "reporters", details->reporters);
  add_rows (builder, "strands", details->strands);
  add_rows (builder, "summonses", details->summonses);
  add_rows (builder, "papers", details->papers);
  add_events (builder, details->events);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

/* Lines ------------------------------------------------------------------------------------- */

static void
print_line (GgovIssue *issue)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autofree char *due = fields->due_at ? ggov_local_time_format (fields->due_at) : g_strdup ("");

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", fields->number,
           ggov_issue_stage_get_label (fields->state.stage), due,
           fields->handler_name ? fields->handler_name : "",
           fields->present_grid_code ? fields->present_grid_code : "", fields->title);
}

static void
print_event (GgovIssueEvent *event)
{
  const GgovIssueEventFields *fields = ggov_issue_event_get_fields (event);
  g_autofree char *at = ggov_local_time_format (fields->at);

  g_print ("  %s\t%s\t%s\t%s\n", at, ggov_issue_move_get_label (fields->move),
           fields->person_name ? fields->person_name : "", fields->note);
}

GgovCtlStatus
ggov_ctl_issue_show (GgovCtl            *ctl,
                     const GgovCtlIssue *words,
                     const char         *number)
{
  gint64 id = ggov_ctl_issue_find (ctl, number);
  g_autoptr(GgovIssueDetails) details = id ? ggov_ctl_issue_load (ctl, id) : NULL;

  if (details == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    print_details (details);
  else
    {
      print_line (details->issue);
      for (guint i = 0; i < details->events->len; i++)
        print_event (details->events->pdata[i]);
    }

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_issue_explain (GgovCtl            *ctl,
                        const GgovCtlIssue *words,
                        const char         *number)
{
  gint64 id = ggov_ctl_issue_find (ctl, number);
  g_autoptr(GgovIssueDetails) details = id ? ggov_ctl_issue_load (ctl, id) : NULL;
  g_autoptr(GgovOfficeClock) clock = NULL;

  if (details == NULL)
    return GGOV_CTL_REFUSED;

  if (details->terms == NULL)
    {
      g_printerr (_("gridgovctl: issue %s has no limit that can be read.\n"), number);
      return GGOV_CTL_REFUSED;
    }

  clock = ggov_ctl_get_clock (ctl);

  return clock ? ggov_ctl_print_deadline (ctl, clock, &details->terms->terms) : GGOV_CTL_REFUSED;
}

/* Lists ------------------------------------------------------------------------------------- */

static gboolean
read_filter (GgovCtl            *ctl,
             const GgovCtlIssue *words,
             GgovIssueFilter    *filter)
{
  g_autoptr(GgovPlace) grid = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueStage stage;

  filter->text = words->text;
  filter->lane = words->lane;
  filter->overdue = words->is_overdue;
  filter->now = words->time;
  filter->stages = words->is_open ? GGOV_ISSUE_FILTER_OPEN : 0;
  if (words->stage)
    {
      if (!ggov_issue_stage_from_code (words->stage, &stage, &error))
        {
          g_printerr ("gridgovctl: %s\n", error->message);
          return FALSE;
        }
      filter->stages = 1u << stage;
    }
  if (words->grid && !(grid = ggov_ctl_find_place (ctl, "grid", words->grid, NULL)))
    return FALSE;
  filter->grid_id = grid ? ggov_place_get_record (grid)->id : 0;

  return words->to == NULL || (filter->handler_id = ggov_ctl_find_person (ctl, words->to)) != 0;
}

GgovCtlStatus
ggov_ctl_issue_list (GgovCtl            *ctl,
                     const GgovCtlIssue *words)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueFilter filter = { 0 };

  if (!read_filter (ctl, words, &filter))
    return GGOV_CTL_REFUSED;

  ggov_store_list_issues_async (ctl->store, &filter, NULL, ggov_ctl_keep, &result);
  issues = ggov_store_list_issues_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (issues == NULL)
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);

      if (!ctl->json)
        print_line (issue);
      json_builder_begin_object (builder);
      add_issue (builder, issue);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_issue_propose (GgovCtl            *ctl,
                        const GgovCtlIssue *words,
                        const char         *number)
{
  const GgovHandlerQuestion question = {
    .issue_id = ggov_ctl_issue_find (ctl, number),
    .day = ctl->as_of,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) people = NULL;
  g_autoptr(GError) error = NULL;

  if (question.issue_id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_list_handler_proposals_async (ctl->store, &question, NULL, ggov_ctl_keep, &result);
  people = ggov_store_list_handler_proposals_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (people == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (people);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(GgovHandlerProposal) one = g_list_model_get_item (people, i);
      g_autofree char *reason = ggov_handler_proposal_dup_reason (one);

      g_print ("%s\t%s\n", ggov_handler_proposal_get_record (one)->name, reason);
    }

  return GGOV_CTL_DONE;
}
