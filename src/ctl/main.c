/* main.c: gridgovctl, the office from a shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "ggov-ctl.h"
#include "ggov-local-time.h"

static const struct
{
  const char         *name;
  GgovCtlCommandFunc  func;
  const char         *about;
} commands[] = {
  { "init", ggov_ctl_init, N_("make a new office, empty or with the demo’s places and people") },
  { "figures", ggov_ctl_figures, N_("count the office’s figures from its records") },
  { "check", ggov_ctl_check, N_("prove that file, history, grids and ledger still add up") },
  { "import", ggov_ctl_import, N_("take in buildings, borders, grids, people, residents or issues from a file") },
  { "export", ggov_ctl_export,
    N_("give plans, grids, buildings, communities, people or issues to a file") },
  { "plan", ggov_ctl_plan,
    N_("draft, compare, validate and approve plans: plan --help") },
  { "nets", ggov_ctl_nets,
    N_("move the people of departments’ old nets to base grids: nets --help") },
  { "organisations", ggov_ctl_organisations,
    N_("list organisations and what they leave open; change them: organisations --help") },
  { "roster", ggov_ctl_roster, N_("list who holds which post") },
  { "who", ggov_ctl_who, N_("tell who is in charge of an address, a grid, or whose a phone is") },
  { "appoint", ggov_ctl_appoint, N_("give somebody a post") },
  { "transfer", ggov_ctl_transfer, N_("move somebody to another post") },
  { "stand-down", ggov_ctl_stand_down, N_("end a post") },
  { "substitute", ggov_ctl_substitute, N_("let somebody stand in during a leave") },
  { "papers", ggov_ctl_papers, N_("list, keep, copy or remove the papers of a post") },
  { "vacancies", ggov_ctl_vacancies, N_("list the posts that nobody holds") },
  { "load", ggov_ctl_load, N_("list who looks after how many households and issues") },
  { "roles", ggov_ctl_roles, N_("list, change or add the kinds of post") },
  { "training", ggov_ctl_training,
    N_("courses, sessions, who attended and who lacks what: training --help") },
  { "twins", ggov_ctl_twins, N_("list people who may have been entered twice; merge them") },
  { "calendar", ggov_ctl_calendar, N_("tell or set which days the office works, and when") },
  { "case-types", ggov_ctl_case_types,
    N_("list, show or withdraw what issues can be about: case-types --help") },
  { "deadline", ggov_ctl_deadline, N_("reckon by when, from a moment and a limit, and tell why") },
  { "issue", ggov_ctl_issue, N_("file, move, show and list issues, and explain their deadlines: issue --help") },
  { "issue-text", ggov_ctl_issue_text,
    N_("tell an issue, or what is to be done today, as a text for a messaging group") },
  { "ladder", ggov_ctl_ladder,
    N_("list the reminders, notices and criticism that are due, or log them") },
  { "indicators", ggov_ctl_indicators,
    N_("closing, on-time and other rates, and the issues behind them") },
  { "dispute", ggov_ctl_dispute,
    N_("list disputes; their parties, meetings and files: dispute --help") },
  { "structure", ggov_ctl_structure,
    N_("list structures that were found, stopped and pulled down: structure --help") },
  { "joint-action", ggov_ctl_joint_action,
    N_("list actions of several parties about many issues: joint-action --help") },
  { "utility", ggov_ctl_utility,
    N_("count utility problems by company, list them, give one to a company") },
  { "follow-up", ggov_ctl_follow_up, N_("list the calls to make after closing, or log one") },
  { "measures", ggov_ctl_measures,
    N_("list the rules that cases led to, propose from what comes back, or add one") },
  { "residents", ggov_ctl_residents,
    N_("list and show residents; how fresh the register is, and each month’s changes: residents --help") },
  { "households", ggov_ctl_households,
    N_("list and show households; who moved in or out, was born or died: households --help") },
  { "fields", ggov_ctl_fields,
    N_("list what the register asks of residents; add or retire a field, or make a form") },
  { "special-groups", ggov_ctl_special_groups,
    N_("list the people who need looking after, and who is overdue: special-groups --help") },
  { "visits", ggov_ctl_visits, N_("list visits, plan whom to go and see, enter what was found") },
  { "erase", ggov_ctl_erase,
    N_("leave nothing of somebody in the office, or list whose time is up: erase --help") },
  { "replay", ggov_ctl_replay, N_("a past year under other limits, hours or grids") },
  { "points", ggov_ctl_points,
    N_("accounts, awards, vouchers, settlements, journal: points --help") },
  { "print", ggov_ctl_print_paper,
    N_("write one of the office’s papers as PDF; without a name it lists them") },
  { "changes", ggov_ctl_changes, N_("list what was done, or undo one change") },
  { "backup", ggov_ctl_backup, N_("copy the office to a file") },
  { "restore", ggov_ctl_restore, N_("put a copy in the office’s place") },
};

static char *
make_summary (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-14s %s", commands[i].name, _(commands[i].about));

  return g_string_free (text, FALSE);
}

static char *
dup_default_office (void)
{
  return g_build_filename (g_get_user_data_dir (), "gridgov", "office.gridgov", NULL);
}

static char *
dup_today (void)
{
  return ggov_local_day_format (ggov_local_time_get_day (g_get_real_time () / G_USEC_PER_SEC));
}

/* Where the command's own words begin: after the options for all commands, whose values may
 * stand apart. */
static int
find_command (int    argc,
              char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (argv[i][0] != '-')
        return i;
      if (g_str_equal (argv[i], "--office") || g_str_equal (argv[i], "--as-of"))
        i++;
    }

  return argc;
}

static GgovCtlStatus
run (GgovCtl  *ctl,
     int       argc,
     char    **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[0]))
      {
        g_autofree char *name = g_strconcat ("gridgovctl ", argv[0], NULL);

        g_set_prgname (name);
        return commands[i].func (ctl, argc, argv);
      }

  /* Translators: the word is the name of a command. */
  g_printerr (_("gridgovctl: there is no command “%s”. See gridgovctl --help.\n"), argv[0]);

  return GGOV_CTL_USAGE;
}

static gboolean
parse_globals (GgovCtl *ctl,
               int      argc,
               char   **argv)
{
  const GOptionEntry options[] = {
    { "office", 0, 0, G_OPTION_ARG_FILENAME, &ctl->office, N_("The office’s file"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, N_("Answer with one JSON document"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &ctl->as_of, N_("Take this day for today"),
      N_("DATE") },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_autofree char *summary = make_summary ();
  g_autoptr(GError) error = NULL;
  int day;

  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);

  if (g_option_context_parse (context, &argc, &argv, &error) &&
      (ctl->as_of == NULL || ggov_local_day_parse (ctl->as_of, &day, &error)))
    return TRUE;

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

static void
clear (GgovCtl *ctl)
{
  if (ctl->store)
    ggov_store_close (ctl->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&ctl->store);
  g_clear_pointer (&ctl->office, g_free);
  g_clear_pointer (&ctl->as_of, g_free);
}

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("GRIDGOV_LOCALE_DIR");
  GgovCtl ctl = { NULL };
  int status = GGOV_CTL_USAGE;
  int first;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  first = find_command (argc, argv);
  if (!parse_globals (&ctl, first, argv))
    {
      clear (&ctl);
      return GGOV_CTL_USAGE;
    }

  if (ctl.office == NULL)
    ctl.office = dup_default_office ();
  if (ctl.as_of == NULL)
    ctl.as_of = dup_today ();

  if (first < argc)
    status = run (&ctl, argc - first, argv + first);
  else
    g_printerr (_("gridgovctl: no command was given. See gridgovctl --help.\n"));

  clear (&ctl);

  return status;
}
