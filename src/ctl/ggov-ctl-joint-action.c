/* ggov-ctl-joint-action.c: gridgovctl joint-action, what several parties do about many issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-issue.h"
#include "ggov-ctl-organisations.h"
#include "ggov-store-joint-actions.h"

#define CM2_IN_M2 1e4

/* The words of these commands. Not each has all of them. */
typedef struct
{
  gint64    id;       /* of the action */
  char     *what;
  char     *on;
  char     *purpose;
  char     *result;
  char     *task;
  int       people;
  gboolean  is_lead;
} Words;

static void
words_clear (Words *words)
{
  char **const texts[] = {
    &words->what, &words->on, &words->purpose, &words->result, &words->task,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Looking -------------------------------------------------------------------------------------- */

static void
print_actions (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovJointAction) row = g_list_model_get_item (rows, i);
      const GgovJointActionFields *fields = ggov_joint_action_get_fields (row);

      /* Translators: number, days, title, who leads, then how many of what */
      g_print (_("%1$d\t%2$s – %3$s\t%4$s\t%5$s\t%6$d parties\t%7$d of %8$d issues closed\t"
                 "%9$d places\t%10$.2f m²\n"), (int) fields->id, fields->starts_on,
               fields->ended_on, fields->title, fields->lead, (int) fields->n_parties,
               (int) fields->n_closed, (int) fields->n_issues, (int) fields->n_places,
               fields->area_cm2 / CM2_IN_M2);
    }
}

static GListModel *
load (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_joint_actions_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_joint_actions_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    ggov_ctl_refuse (ctl, error);

  return rows;
}

static GgovCtlStatus
list (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GListModel) rows = load (ctl);

  if (rows == NULL)
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_actions (rows);

  return GGOV_CTL_DONE;
}

/* (transfer full) (nullable): the action, or NULL once it was said that there is none */
static GgovJointAction *
find (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GListModel) rows = load (ctl);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovJointAction) row = g_list_model_get_item (rows, i);

      if (ggov_joint_action_get_fields (row)->id == words->id)
        return g_steal_pointer (&row);
    }

  if (rows)
    g_printerr ("gridgovctl: %s\n", _("There is no such joint action. See gridgovctl joint-action "
                                      "list."));

  return NULL;
}

static void
print_lines (GListModel *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovJointActionLine) line = g_list_model_get_item (lines, i);
      const GgovJointActionLineFields *fields = ggov_joint_action_line_get_fields (line);

      g_print ("  %s:%d\t%s\t%s\t%s\t%s\n", fields->kind, (int) fields->id,
               *fields->number ? fields->number : fields->day, fields->name, fields->stage,
               fields->text);
    }
}

static GgovCtlStatus
show (GgovCtl     *ctl,
      const Words *words)
{
  g_autoptr(GgovJointAction) action = find (ctl, words);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  if (action == NULL)
    return GGOV_CTL_REFUSED;

  ggov_store_list_joint_action_lines_async (ctl->store, words->id, NULL, ggov_ctl_keep, &result);
  lines = ggov_store_list_joint_action_lines_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (lines == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (!ctl->json)
    {
      g_autoptr(GListStore) one = g_list_store_new (GGOV_TYPE_JOINT_ACTION);

      g_list_store_append (one, action);
      print_actions (G_LIST_MODEL (one));
      print_lines (lines);
      return GGOV_CTL_DONE;
    }

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "action");
  ggov_ctl_add_row (builder, G_OBJECT (action));
  json_builder_set_member_name (builder, "lines");
  ggov_ctl_add_rows (builder, lines);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* Writing -------------------------------------------------------------------------------------- */

static GgovCtlStatus
save (GgovCtl                     *ctl,
      const GgovJointActionFields *fields)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovJointAction) row = ggov_joint_action_new (fields);

  ggov_store_write_joint_action_async (ctl->store, row, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
save_line (GgovCtl                         *ctl,
           const GgovJointActionLineFields *fields)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovJointActionLine) row = ggov_joint_action_line_new (fields);

  ggov_store_write_joint_action_line_async (ctl->store, row, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
add (GgovCtl     *ctl,
     const Words *words)
{
  return save (ctl, &(GgovJointActionFields) {
    .title = words->what,
    .purpose = words->purpose,
    .starts_on = words->on ? words->on : ctl->as_of,
  });
}

static GgovCtlStatus
end (GgovCtl     *ctl,
     const Words *words)
{
  g_autoptr(GgovJointAction) action = find (ctl, words);
  GgovJointActionFields fields;

  if (action == NULL)
    return GGOV_CTL_REFUSED;

  fields = *ggov_joint_action_get_fields (action);
  fields.ended_on = words->on ? words->on : ctl->as_of;
  if (words->result)
    fields.result = words->result;

  return save (ctl, &fields);
}

static GgovCtlStatus
add_party (GgovCtl     *ctl,
           const Words *words)
{
  g_autoptr(GgovOrganisation) organisation = ggov_ctl_organisations_find (ctl, words->what, NULL);

  if (organisation == NULL)
    return GGOV_CTL_REFUSED;

  return save_line (ctl, &(GgovJointActionLineFields) {
    .kind = "party",
    .action_id = words->id,
    .of_id = ggov_organisation_get_row (organisation)->id,
    .is_lead = words->is_lead,
    .people = words->people,
    .text = words->task,
  });
}

static GgovCtlStatus
add_step (GgovCtl     *ctl,
          const Words *words)
{
  return save_line (ctl, &(GgovJointActionLineFields) {
    .kind = "step",
    .action_id = words->id,
    .day = words->on ? words->on : ctl->as_of,
    .text = words->what,
  });
}

/* Joins an issue, or says what came of one that has joined. */
static GgovCtlStatus
add_issue (GgovCtl     *ctl,
           const Words *words)
{
  GgovJointActionLineFields fields = {
    .kind = "issue",
    .action_id = words->id,
    .of_id = ggov_ctl_issue_find (ctl, words->what),
    .text = words->result,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GError) error = NULL;

  if (fields.of_id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_list_joint_action_lines_async (ctl->store, words->id, NULL, ggov_ctl_keep, &result);
  lines = ggov_store_list_joint_action_lines_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (lines == NULL)
    return ggov_ctl_refuse (ctl, error);

  for (guint i = 0; words->result && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovJointActionLine) line = g_list_model_get_item (lines, i);
      const GgovJointActionLineFields *known = ggov_joint_action_line_get_fields (line);

      if (g_str_equal (known->kind, "issue") && known->of_id == fields.of_id)
        fields.id = known->id;
    }

  return save_line (ctl, &fields);
}

static const struct
{
  const char    *name;
  GgovCtlStatus (*func) (GgovCtl     *ctl,
                         const Words *words);
  int            n_words;  /* with its own name */
  gboolean       has_action;
} acts[] = {
  { "list", list, 1, FALSE },
  { "add", add, 2, FALSE },
  { "show", show, 2, TRUE },
  { "end", end, 2, TRUE },
  { "party", add_party, 3, TRUE },
  { "step", add_step, 3, TRUE },
  { "issue", add_issue, 3, TRUE },
};

GgovCtlStatus
ggov_ctl_joint_action (GgovCtl  *ctl,
                       int       argc,
                       char    **argv)
{
  g_auto(Words) words = { 0 };
  const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &words.on, N_("The day; else that of --as-of"), N_("DAY") },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &words.purpose, N_("What it is for"), N_("WORDS") },
    { "result", 0, 0, G_OPTION_ARG_STRING, &words.result, N_("What came of it, or of the issue"),
      N_("WORDS") },
    { "task", 0, 0, G_OPTION_ARG_STRING, &words.task, N_("What the party does"), N_("WORDS") },
    { "people", 0, 0, G_OPTION_ARG_INT, &words.people, N_("How many people the party sends"),
      N_("N") },
    { "lead", 0, 0, G_OPTION_ARG_NONE, &words.is_lead, N_("The party leads"), NULL },
    { NULL }
  };
  const char *name;

  if (!ggov_ctl_parse (&argc, &argv, options, "list | add TITLE | show ID | party ID ORGANISATION | "
                       "step ID WORDS | issue ID ISSUE | end ID", 0, 3))
    return GGOV_CTL_USAGE;

  name = argc > 1 ? argv[1] : "list";
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, name) && MAX (argc - 1, 1) == acts[i].n_words)
      {
        words.id = acts[i].has_action ? g_ascii_strtoll (argv[2], NULL, 10) : 0;
        words.what = g_strdup (argc > 2 ? argv[argc - 1] : NULL);

        return ggov_ctl_open (ctl, GGOV_STORE_NONE) ? acts[i].func (ctl, &words)
                                                    : GGOV_CTL_REFUSED;
      }

  return ggov_ctl_issue_need (_("Say what to do: joint-action list; add with a title; show or end with "
                                "its number; party, step or issue with its number and one word more."));
}
