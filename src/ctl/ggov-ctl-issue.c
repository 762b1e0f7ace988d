/* ggov-ctl-issue.c: gridgovctl issue: filing issues and moving them on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-issue.h"
#include "ggov-ctl-papers.h"
#include "ggov-issue-facts.h"
#include "ggov-local-time.h"
#include "ggov-store-issues.h"
#include "ggov-store-move-issue.h"

static void
issue_clear (GgovCtlIssue *words)
{
  char **const texts[] = {
    &words->note, &words->to, &words->by, &words->of, &words->at, &words->type, &words->title,
    &words->description, &words->grid, &words->building, &words->place, &words->source,
    &words->reporter, &words->name, &words->phone, &words->lane, &words->task, &words->limit,
    &words->department, &words->from, &words->stage, &words->text,
    &words->pass_reason,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&words->photos, g_strfreev);
  g_clear_pointer (&words->papers, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlIssue, issue_clear)

GgovCtlStatus
ggov_ctl_issue_need (const char *sentence)
{
  g_printerr ("gridgovctl: %s\n", sentence);

  return GGOV_CTL_USAGE;
}

gint64
ggov_ctl_issue_find (GgovCtl    *ctl,
                     const char *words)
{
  /* A number, or what the code on a paper says. */
  const char *coded = ggov_issue_get_number_of_uri (words);
  const char *number = coded ? coded : words;
  const GgovIssueFilter filter = { .text = number };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_issues_async (ctl->store, &filter, NULL, ggov_ctl_keep, &result);
  issues = ggov_store_list_issues_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (issues == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);

      if (g_str_equal (fields->number, number))
        return fields->id;
    }

  g_printerr (_("gridgovctl: there is no issue “%s”. Its number is on the card, such as "
                "2026-00012.\n"), number);

  return 0;
}

GgovIssueDetails *
ggov_ctl_issue_load (GgovCtl *ctl,
                     gint64   issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueDetails *details;

  ggov_store_get_issue_async (ctl->store, issue_id, NULL, ggov_ctl_keep, &result);
  details = ggov_store_get_issue_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (details == NULL)
    ggov_ctl_refuse (ctl, error);

  return details;
}

static void
print_json (const GgovIssueFields *fields,
            gint64                 change_id)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *due = fields->due_at ? ggov_local_time_format (fields->due_at) : NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "change");
  json_builder_add_int_value (builder, change_id);
  json_builder_set_member_name (builder, "number");
  json_builder_add_string_value (builder, fields->number);
  json_builder_set_member_name (builder, "stage");
  json_builder_add_string_value (builder, ggov_issue_stage_get_code (fields->state.stage));
  json_builder_set_member_name (builder, "suspended");
  json_builder_add_boolean_value (builder, fields->state.suspended);
  json_builder_set_member_name (builder, "handler");
  json_builder_add_string_value (builder, fields->handler_name);
  json_builder_set_member_name (builder, "due");
  json_builder_add_string_value (builder, due);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

GgovCtlStatus
ggov_ctl_issue_finish (GgovCtl       *ctl,
                       GAsyncResult **result,
                       gint64         issue_id)
{
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueFields *fields;
  gint64 id = 0;

  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (result), &id, &error))
    return ggov_ctl_refuse (ctl, error);
  if ((details = ggov_ctl_issue_load (ctl, issue_id)) == NULL)
    return GGOV_CTL_REFUSED;

  fields = ggov_issue_get_fields (details->issue);
  if (ctl->json)
    print_json (fields, id);
  else
    g_print (_("%1$s is now in “%2$s”\n"), fields->number,
             ggov_issue_stage_get_label (fields->state.stage));

  return GGOV_CTL_DONE;
}

/* Moves ------------------------------------------------------------------------------------- */

static const struct
{
  const char    *name;
  GgovIssueMove  move;
} moves[] = {
  { "accept", GGOV_ISSUE_ACCEPT },
  { "close", GGOV_ISSUE_CLOSE },
  { "dispatch", GGOV_ISSUE_DISPATCH },
  { "duplicate", GGOV_ISSUE_DUPLICATE },
  { "evaluate", GGOV_ISSUE_EVALUATE },
  { "extend", GGOV_ISSUE_EXTEND },
  { "file", GGOV_ISSUE_FILE },
  { "refuse", GGOV_ISSUE_REFUSE },
  { "reopen", GGOV_ISSUE_REOPEN },
  { "report-back", GGOV_ISSUE_REPORT_BACK },
  { "resume", GGOV_ISSUE_RESUME },
  { "return", GGOV_ISSUE_RETURN },
  { "rework", GGOV_ISSUE_REWORK },
  { "suspend", GGOV_ISSUE_SUSPEND },
  { "transfer", GGOV_ISSUE_TRANSFER },
  { "verify", GGOV_ISSUE_VERIFY_PASS },
  { "void", GGOV_ISSUE_ANNUL },
};

static gboolean
find_others (GgovCtl            *ctl,
             const GgovCtlIssue *words,
             GgovIssueStep      *step)
{
  return (words->to == NULL || (step->handler_id = ggov_ctl_find_person (ctl, words->to))) &&
         (words->of == NULL || (step->duplicate_of_id = ggov_ctl_issue_find (ctl, words->of)));
}

static GgovCtlStatus
move (GgovCtl            *ctl,
      const GgovCtlIssue *words,
      const char         *number,
      GgovIssueMove       to_do)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovIssueStep step = {
    .row_version = -1,
    .move = to_do,
    .note = words->note,
    .granted = words->by,
    .pass_reason = words->pass_reason,
    .measure_count = words->count,
    .measure_area_cm2 = (gint64) (words->area_m2 * 1e4 + 0.5),
    .at = words->time,
    .papers = GGOV_PAPERS (words->papers),
    .n_papers = words->papers->len,
  };

  if (to_do == GGOV_ISSUE_TRANSFER && words->to == NULL)
    return ggov_ctl_issue_need (_("Say to whom it goes: --to WHO."));
  if (to_do == GGOV_ISSUE_DUPLICATE && words->of == NULL)
    return ggov_ctl_issue_need (_("Say which issue it is a duplicate of: --of NUMBER."));
  if ((step.issue_id = ggov_ctl_issue_find (ctl, number)) == 0 || !find_others (ctl, words, &step))
    return GGOV_CTL_REFUSED;

  ggov_store_move_issue_async (ctl->store, &step, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_issue_finish (ctl, &result, step.issue_id);
}

/* The command ------------------------------------------------------------------------------- */

static const struct
{
  const char    *name;
  GgovCtlStatus (*func) (GgovCtl            *ctl,
                         const GgovCtlIssue *words,
                         const char         *number);
} acts[] = {
  { "arrive", ggov_ctl_issue_arrive },
  { "explain", ggov_ctl_issue_explain },
  { "propose", ggov_ctl_issue_propose },
  { "reporter", ggov_ctl_issue_reporter },
  { "show", ggov_ctl_issue_show },
  { "strand", ggov_ctl_issue_strand },
  { "summon", ggov_ctl_issue_summon },
};

/* The time of day it is, on the day that is asked about. */
static gboolean
read_time (GgovCtl       *ctl,
           GgovCtlIssue  *words,
           GError       **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 midnight = ggov_local_time_from_day (ggov_local_time_get_day (now), 0);
  int day;

  if (words->at)
    return ggov_local_time_parse (words->at, &words->time, error);
  if (!ggov_local_day_parse (ctl->as_of, &day, error))
    return FALSE;

  words->time = ggov_local_time_from_day (day, 0) + now - midnight;

  return TRUE;
}

static GgovCtlStatus
run (GgovCtl       *ctl,
     GgovCtlIssue  *words,
     int            argc,
     char         **argv)
{
  g_autoptr(GError) error = NULL;

  if (!read_time (ctl, words, &error))
    return ggov_ctl_refuse (ctl, error);
  if (!(words->papers = ggov_ctl_read_papers ((const char *const *) words->photos)) ||
      !ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (g_str_equal (argv[1], "list"))
    return ggov_ctl_issue_list (ctl, words);
  if (g_str_equal (argv[1], "file") && argc == 2)
    return ggov_ctl_issue_file (ctl, words);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (argv[1], moves[i].name))
      return move (ctl, words, argv[2], moves[i].move);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (argv[1], acts[i].name))
      return acts[i].func (ctl, words, argv[2]);

  g_assert_not_reached ();
}

/* Whether there is such an action, and it has the issue's number that all but two need. */
static gboolean
is_complete (int    argc,
             char **argv)
{
  if (g_str_equal (argv[1], "list"))
    return argc == 2;
  if (g_str_equal (argv[1], "file"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (argv[1], moves[i].name))
      return argc == 3;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (argv[1], acts[i].name))
      return argc == 3;

  return FALSE;
}

#define TEXT_OPTION(name, member, about, arg) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, arg }
#define FLAG_OPTION(name, member, about) \
  { name, 0, 0, G_OPTION_ARG_NONE, &words.member, about, NULL }

GgovCtlStatus
ggov_ctl_issue (GgovCtl  *ctl,
                int       argc,
                char    **argv)
{
  g_auto(GgovCtlIssue) words = { NULL };
  const GOptionEntry options[] = {
    TEXT_OPTION ("note", note, N_("What to note, or the reason"), N_("WORDS")),
    TEXT_OPTION ("reason", note, N_("The same as --note"), N_("WORDS")),
    TEXT_OPTION ("at", at, N_("When; now without it"), N_("TIME")),
    { "photo", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.photos,
      N_("A photo or paper that shows it; may be given again"), N_("FILE") },
    TEXT_OPTION ("to", to, N_("Who is sent; without it a dispatch finds who serves the grid"),
                 N_("WHO")),
    TEXT_OPTION ("by", by, N_("How much time an extension gives, such as 3d"), N_("LIMIT")),
    TEXT_OPTION ("pass", pass_reason, N_("Why a limit of the board may be passed"), N_("WORDS")),
    TEXT_OPTION ("of", of, N_("Which issue it is a duplicate of"), N_("NUMBER")),
    { "count", 0, 0, G_OPTION_ARG_INT, &words.count, N_("How many places were put right"), N_("N") },
    { "area", 0, 0, G_OPTION_ARG_DOUBLE, &words.area_m2, N_("How many square metres it was"),
      N_("M2") },
    TEXT_OPTION ("type", type, N_("What a new issue is about"), N_("CODE")),
    TEXT_OPTION ("title", title, N_("The same in a few words"), N_("WORDS")),
    TEXT_OPTION ("description", description, N_("The same in more words"), N_("WORDS")),
    TEXT_OPTION ("grid", grid, N_("Where it is"), N_("CODE")),
    TEXT_OPTION ("building", building, N_("Where it is"), N_("PLACE")),
    TEXT_OPTION ("place", place, N_("Where it is, in words"), N_("WORDS")),
    TEXT_OPTION ("source", source, N_("Where it came from: patrol, visit, resident, meeting, hotline, "
                                      "superior, media or import"), N_("SOURCE")),
    TEXT_OPTION ("reporter", reporter, N_("Who reported it"), N_("WHO")),
    TEXT_OPTION ("name", name, N_("Who reported it, if not in the records"), N_("WORDS")),
    TEXT_OPTION ("phone", phone, N_("Their phone"), N_("PHONE")),
    TEXT_OPTION ("lane", lane, N_("Whose strand: community, enforcement or market"), N_("LANE")),
    TEXT_OPTION ("task", task, N_("What a strand asks for"), N_("WORDS")),
    TEXT_OPTION ("limit", limit, N_("How much time a strand has, such as 3d"), N_("LIMIT")),
    FLAG_OPTION ("done", is_done, N_("The strand is done")),
    FLAG_OPTION ("drop", is_dropped, N_("The strand is given up")),
    TEXT_OPTION ("department", department, N_("Which department is called to the spot"), N_("NAME")),
    TEXT_OPTION ("from", from, N_("Who calls"), N_("WHO")),
    { "minutes", 0, 0, G_OPTION_ARG_INT, &words.minutes, N_("How long they have; 30 without it"),
      N_("N") },
    FLAG_OPTION ("missed", is_missed, N_("Nobody came")),
    TEXT_OPTION ("stage", stage, N_("Only those in this stage"), N_("CODE")),
    TEXT_OPTION ("text", text, N_("Only where these words are found"), N_("WORDS")),
    FLAG_OPTION ("open", is_open, N_("Only those that are not ended")),
    FLAG_OPTION ("overdue", is_overdue, N_("Only those whose time is up")),
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, "file|list|ACTION NUMBER", 1, 2))
    return GGOV_CTL_USAGE;

  if (!is_complete (argc, argv))
    return ggov_ctl_issue_need (
      _("Say what to do: issue file or list; or accept, arrive, close, dispatch, duplicate, evaluate, "
        "explain, extend, file, propose, refuse, reopen, report-back, reporter, resume, return, rework, "
        "show, strand, summon, suspend, transfer, verify or void, and the issue’s number. See "
        "gridgovctl issue --help."));

  return run (ctl, &words, argc, argv);
}
