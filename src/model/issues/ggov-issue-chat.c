/* ggov-issue-chat.c: issues as a text for a messaging group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-issue-chat.h"
#include "ggov-local-time.h"
#include "ggov-mask.h"

static char *
dup_time (gint64 time)
{
  return g_strdelimit (ggov_local_time_format (time), "T", ' ');
}

static gboolean
is_late (const GgovIssueFields *fields,
         gint64                 now)
{
  return fields->due_at != 0 && fields->due_at <= now && !fields->state.suspended &&
         ggov_issue_stage_is_open (fields->state.stage);
}

static char *
dup_handler (const GgovIssueFields *fields)
{
  return fields->handler_name ? ggov_mask_name (fields->handler_name)
                              : g_strdup (C_("chat", "nobody sent yet"));
}

/* One ------------------------------------------------------------------------------------ */

/* Takes @value over, which is masked. */
static void
append_line (GString    *text,
             const char *label,
             char       *value)
{
  /* Translators: a line of a chat text: what it is, and what it says */
  if (value && *value)
    g_string_append_printf (text, C_("chat", "%1$s: %2$s\n"), label, value);
  g_free (value);
}

char *
ggov_issue_chat_dup_one (const GgovIssueFacts *facts,
                         gint64                now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (facts->issue);
  g_autofree char *title = ggov_mask_free_text (fields->title);
  g_autofree char *place = ggov_issue_dup_whereabouts (facts->issue);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "【%s】%s\n", fields->number, title);
  append_line (text, C_("chat", "Kind"), g_strdup (ggov_issue_get_type_label (facts->issue)));
  append_line (text, C_("chat", "State"),
               g_strdup (ggov_issue_stage_get_label (fields->state.stage)));
  append_line (text, C_("chat", "Place"), ggov_mask_free_text (place));
  append_line (text, C_("chat", "Filed"), dup_time (fields->filed_at));
  if (fields->due_at != 0 && ggov_issue_stage_is_open (fields->state.stage))
    {
      g_autofree char *due = dup_time (fields->due_at);

      append_line (text, C_("chat", "Due"),
                   is_late (fields, now) ? g_strdup_printf (C_("chat", "%s (late)"), due)
                                         : g_strdup (due));
    }
  if (fields->closed_at != 0)
    append_line (text, C_("chat", "Closed"), dup_time (fields->closed_at));
  append_line (text, C_("chat", "Handled by"), dup_handler (fields));
  if (facts->description && *facts->description)
    append_line (text, C_("chat", "What it is about"), ggov_mask_free_text (facts->description));
  g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

/* Today ---------------------------------------------------------------------------------- */

static gboolean
is_of_today (const GgovIssueFields *fields,
             gint64                 now)
{
  const gint64 end = ggov_local_time_from_day (ggov_local_time_get_day (now) + 1, 0);

  return ggov_issue_stage_is_open (fields->state.stage) && fields->due_at != 0 &&
         fields->due_at < end && !fields->state.suspended;
}

/* By grid, in which the next due comes first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GgovIssueFields *x = ggov_issue_get_fields (*(GgovIssue *const *) a);
  const GgovIssueFields *y = ggov_issue_get_fields (*(GgovIssue *const *) b);
  const int by_grid = g_strcmp0 (x->grid_code, y->grid_code);

  if (by_grid != 0)
    return by_grid;

  return x->due_at < y->due_at ? -1 : x->due_at > y->due_at;
}

static GPtrArray *
pick_todays (GListModel *issues,
             gint64      now,
             guint      *n_late)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  *n_late = 0;
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);

      if (!is_of_today (fields, now))
        continue;

      *n_late += is_late (fields, now);
      g_ptr_array_add (picked, g_steal_pointer (&issue));
    }
  g_ptr_array_sort (picked, compare);

  return picked;
}

static void
append_issue (GString               *text,
              const GgovIssueFields *fields,
              gint64                 now)
{
  g_autofree char *title = ggov_mask_free_text (fields->title);
  g_autofree char *place = ggov_mask_free_text (fields->place);
  g_autofree char *handler = dup_handler (fields);
  g_autofree char *due = dup_time (fields->due_at);

  g_string_append_printf (text, "%s %s", fields->number, title);
  if (*place)
    g_string_append_printf (text, " %s", place);
  /* Translators: of a line in a chat text: a time that is past, or by when it has to be done */
  g_string_append_printf (text, is_late (fields, now) ? C_("chat", " late since %1$s, %2$s\n")
                                                      : C_("chat", " by %1$s, %2$s\n"),
                          is_late (fields, now) ? due : due + strlen ("2026-02-13 "), handler);
}

static char *
dup_area (const GgovIssueFields *fields)
{
  if (fields->grid_name == NULL)
    return g_strdup (C_("chat", "In no grid"));

  if (fields->community_name == NULL || g_str_has_prefix (fields->grid_name, fields->community_name))
    return g_strdup (fields->grid_name);

  return g_strdup_printf ("%s %s", fields->community_name, fields->grid_name);
}

char *
ggov_issue_chat_dup_list (GListModel *issues,
                          gint64      now,
                          guint      *n)
{
  g_autoptr(GPtrArray) picked = NULL;
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (now));
  g_autofree char *area = NULL;
  GString *text = g_string_new (NULL);
  guint n_late;

  picked = pick_todays (issues, now, &n_late);
  /* Translators: the head of a chat text: a day, how many issues are due by its end, how many of
   * them are late */
  g_string_append_printf (text, C_("chat", "【%1$s】 To be done today: %2$u, late: %3$u\n"), day,
                          picked->len, n_late);
  for (guint i = 0; i < picked->len; i++)
    {
      const GgovIssueFields *fields = ggov_issue_get_fields (picked->pdata[i]);
      g_autofree char *here = dup_area (fields);

      if (g_strcmp0 (here, area) != 0)
        {
          g_string_append_printf (text, "\n【%s】\n", here);
          g_free (area);
          area = g_steal_pointer (&here);
        }
      append_issue (text, fields, now);
    }
  g_string_truncate (text, text->len - 1);
  if (n)
    *n = picked->len;

  return g_string_free (text, FALSE);
}
