/* ggov-ctl-roster.c: gridgovctl roster, vacancies and print roster
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-ctl.h"
#include "ggov-local-time.h"
#include "ggov-report-pdf.h"
#include "ggov-report-roster.h"
#include "ggov-store-roster.h"
#include "ggov-store-vacancies.h"

#define GRID_CODE_LENGTH 15

/* Which lines are wanted, as options. */
typedef struct
{
  char *place;
  char *role;
  char *text;
} Choice;

static void
choice_clear (Choice *choice)
{
  g_clear_pointer (&choice->place, g_free);
  g_clear_pointer (&choice->role, g_free);
  g_clear_pointer (&choice->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static GListModel *
list (GgovCtl      *ctl,
      const Choice *choice,
      GError      **error)
{
  const GgovRosterFilter filter = {
    .place_code = choice->place, .role = choice->role, .text = choice->text,
  };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_list_roster_async (ctl->store, ctl->as_of, &filter, NULL, ggov_ctl_keep, &result);

  return ggov_store_list_roster_finish (ctl->store, ggov_ctl_wait (&result), error);
}

static void
print_roster (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      g_print ("%s\t%s\t%s\t%s\t%s\t%s\n", record->grid_code ? record->grid_code : "",
               record->role, record->name, record->place, record->phone ? record->phone : "",
               record->since);
    }
}

#define CHOICE_OPTIONS(choice) \
  { "place", 0, 0, G_OPTION_ARG_STRING, &(choice).place, \
    N_("Only the community or grid of this code"), N_("CODE") }, \
  { "role", 0, 0, G_OPTION_ARG_STRING, &(choice).role, \
    N_("Only this role, or family of roles"), N_("CODE") }, \
  { "text", 0, 0, G_OPTION_ARG_STRING, &(choice).text, \
    N_("Only where these words are found"), N_("WORDS") }

GgovCtlStatus
ggov_ctl_roster (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(Choice) choice = { NULL, NULL, NULL };
  g_autofree char *history = NULL;
  const GOptionEntry options[] = {
    CHOICE_OPTIONS (choice),
    { "history", 0, 0, G_OPTION_ARG_STRING, &history,
      N_("All that was held at a place or by a person, the latest first"), N_("WHAT") },
    { NULL }
  };
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;
  if (history)
    return ggov_ctl_show_history (ctl, history);

  if (!(rows = list (ctl, &choice, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_roster (rows);

  return GGOV_CTL_DONE;
}

static void
print_vacancies (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovVacancy) row = g_list_model_get_item (rows, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (row);

      g_print ("%s\t%s\t%s\t%s\n", record->grid_code ? record->grid_code : "", record->role,
               record->place, record->since ? record->since : "");
    }
}

GgovCtlStatus
ggov_ctl_vacancies (GgovCtl  *ctl,
                    int       argc,
                    char    **argv)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, NULL, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_list_vacancies_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_vacancies_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_vacancies (rows);

  return GGOV_CTL_DONE;
}

static char *
dup_scope (const Choice *choice,
           GListModel   *rows)
{
  g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, 0);
  const GgovRosterRecord *record = row ? ggov_roster_row_get_record (row) : NULL;
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  if (record == NULL)
    return NULL;

  if (choice->place)
    g_strv_builder_add (words, strlen (choice->place) == GRID_CODE_LENGTH ? record->grid
                                                                           : record->community);
  if (choice->role)
    g_strv_builder_add (words, g_str_equal (choice->role, record->role_code) ? record->role
                                                                             : choice->role);
  if (choice->text)
    g_strv_builder_add (words, choice->text);

  parts = g_strv_builder_end (words);

  return parts[0] ? g_strjoinv (" ", parts) : NULL;
}

static GgovReportPager *
make_pager (GgovCtl      *ctl,
            const Choice *choice,
            GListModel   *rows,
            gboolean      with_phones)
{
  g_autofree char *scope = dup_scope (choice, rows);
  g_autofree char *now = ggov_local_time_format (g_get_real_time () / G_USEC_PER_SEC);
  PangoContext *context = ggov_report_context_new ();
  const GgovReportRosterOptions options = {
    .scope = scope,
    .as_of = ctl->as_of,
    .printed_at = now,
    .account = ggov_store_get_account (ctl->store),
    .with_phones = with_phones,
  };
  GgovReportRoster *roster = ggov_report_roster_new (rows, &options, context);

  g_object_unref (context);

  return GGOV_REPORT_PAGER (roster);
}

static void
tell_pages (GgovCtl    *ctl,
            const char *path,
            guint       n_pages,
            guint       n_posts)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autofree char *shown = g_filename_display_name (path);

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many pages */
      g_print (g_dngettext (NULL, "%s: %u page\n", "%s: %u pages\n", n_pages), shown, n_pages);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, shown);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, n_pages);
  json_builder_set_member_name (builder, "posts");
  json_builder_add_int_value (builder, n_posts);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
print_to (GgovCtl      *ctl,
          const Choice *choice,
          const char   *path,
          gboolean      with_phones)
{
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GError) error = NULL;

  if (!(rows = list (ctl, choice, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (g_list_model_get_n_items (rows) == 0)
    {
      g_printerr (_("gridgovctl: No post is held there on that day. Check the code, the words and "
                    "the day.\n"));
      return GGOV_CTL_REFUSED;
    }

  pager = make_pager (ctl, choice, rows, with_phones);
  if (!ggov_report_write_pdf (pager, path, &error))
    return ggov_ctl_refuse (ctl, error);

  tell_pages (ctl, path, ggov_report_pager_get_n_pages (pager), g_list_model_get_n_items (rows));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_print_paper (GgovCtl  *ctl,
                      int       argc,
                      char    **argv)
{
  g_auto(Choice) choice = { NULL, NULL, NULL };
  g_autofree char *path = NULL;
  gboolean no_phones = FALSE;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write this PDF"), N_("FILE") },
    CHOICE_OPTIONS (choice),
    { "no-phones", 0, 0, G_OPTION_ARG_NONE, &no_phones, N_("Leave phone numbers out"), NULL },
    { NULL }
  };

  if (argc > 1 && g_str_equal (argv[1], "map"))
    return ggov_ctl_print_map (ctl, argc, argv);

  if (argc > 1 && g_str_equal (argv[1], "plan-comparison"))
    return ggov_ctl_print_plan (ctl, argc, argv);

  if (!ggov_ctl_parse (&argc, &argv, options, "roster", 1, 1))
    return GGOV_CTL_USAGE;

  if (!g_str_equal (argv[1], "roster") || path == NULL)
    {
      g_printerr (_("gridgovctl: Say what to print and where to: print roster -o FILE.pdf, print "
                    "map -o FILE.pdf, or print plan-comparison -o FILE.pdf\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return print_to (ctl, &choice, path, !no_phones);
}
