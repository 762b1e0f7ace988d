/* test-roster-page.c: the roster's page worked on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "ggov-local-time.h"
#include "ggov-paged-item.h"
#include "ggov-print-window.h"
#include "ggov-print.h"
#include "ggov-report-pdf.h"
#include "ggov-report-roster.h"
#include "ggov-training-window.h"
#include "ggov-vacancy-list.h"
#include "ggov-write-people.h"
#include "ggov-write-training.h"
#include "roster-fixture.h"
#include "roster-window.h"

static gboolean
begins_with (RosterWindow *fixture,
             gint64   person_id)
{
  GListModel *shown = ggov_roster_list_get_shown (ggov_roster_page_get_list (fixture->page));
  g_autoptr(GgovPagedItem) item = g_list_model_get_item (shown, 0);

  return item && ggov_paged_item_get_key (item)->detail == person_id &&
         ggov_paged_item_get_row (item);
}

static void
count_cb (GgovRosterList *list,
          guint          *n)
{
  (*n)++;
}

static gboolean
end_zhao (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const RosterOffice *office = data;

  return ggov_change_end_post (change, office->posts[4], "2026-02-01", "搬家", error);
}

static void
test_show_person (RosterWindow  *fixture,
                  gconstpointer  data)
{
  show_wang (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->page), "13804721234"));

  /* The page of the person goes first, then what stands beside the list. */
  g_assert_true (says (GTK_WIDGET (fixture->page), "Issues handled"));
  act (fixture, "roster.close-person", NULL);
  g_assert_false (says (GTK_WIDGET (fixture->page), "Issues handled"));
  g_assert_true (says (GTK_WIDGET (fixture->page), "13804721234"));
  act (fixture, "roster.close-person", NULL);
  g_assert_false (says (GTK_WIDGET (fixture->page), "13804721234"));
}

/* A course of which 王秀英 has the certificate. */
static gboolean
train_wang (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const RosterWindow *fixture = data;
  const GgovAttendanceMark was_there = {
    fixture->office.people[WANG], GGOV_ATTENDANCE_ATTENDED, NULL, -1,
  };
  GgovTrainingSessionRecord session = { .seats = 20, .place = "会议室" };
  gint64 attendance;

  session.course_id = ggov_change_save_course (change, &(const GgovCourseRecord) {
    .code = "fire", .name = "Fire drill", .name_zh = "消防演练", .hours = 2, .months = 12, .roles = "",
  }, "2025-01-01", error);
  if (session.course_id == 0 || !ggov_local_time_parse ("2026-02-02T09:00", &session.starts_at, error) ||
      !ggov_local_time_parse ("2026-02-02T11:00", &session.ends_at, error))
    return FALSE;

  session.id = ggov_change_save_session (change, &session, error);
  if (session.id == 0 || !ggov_change_invite (change, session.id, was_there.person_id, error))
    return FALSE;

  attendance = ggov_change_mark_attendance (change, session.id, &was_there, ROSTER_TODAY, error);

  return attendance != 0 && ggov_change_add_certificate (change, &(const GgovCertificateRecord) {
    .person_id = was_there.person_id, .course_id = session.course_id, .issued_on = "2026-02-03",
  }, attendance, error) != 0;
}

/* (nullable): the widget to be seen that does this */
static GtkWidget *
find_actor (GtkWidget  *top,
            const char *action)
{
  if (GTK_IS_ACTIONABLE (top) && gtk_widget_get_mapped (top) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (top)), action) == 0)
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_actor (child, action);

      if (found)
        return found;
    }

  return NULL;
}

static gboolean
has_certificate (RosterWindow *fixture,
                 gint64        unused)
{
  return find_actor (GTK_WIDGET (fixture->page), "win.print-paper") != NULL;
}

static gboolean
has_one_page (RosterWindow *fixture,
              gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return GGOV_IS_PRINT_WINDOW (dialog) &&
         ggov_print_window_get_n_pages (GGOV_PRINT_WINDOW (dialog)) == 1;
}

/* Whether a cell of a list says so. */
static gboolean
lists (GtkWidget  *top,
       const char *text)
{
  if (GTK_IS_INSCRIPTION (top) &&
      g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (top)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    if (lists (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
has_session (RosterWindow *fixture,
             gint64        unused)
{
  GtkWindow *dialog = get_dialog (fixture);

  return GGOV_IS_TRAINING_WINDOW (dialog) && lists (GTK_WIDGET (dialog), "王秀英");
}

/* On her page a certificate can be printed, its session shown with its list. */
static void
test_training (RosterWindow  *fixture,
               gconstpointer  data)
{
  GgovStore *store = ggov_session_get_store (ggov_window_get_session (fixture->window));

  write_change (store, train_wang, fixture);
  show_wang (fixture);
  wait_until (fixture, has_certificate, 0);

  gtk_widget_activate (find_actor (GTK_WIDGET (fixture->page), "win.print-paper"));
  wait_until (fixture, has_one_page, 0);
  gtk_window_destroy (get_dialog (fixture));

  gtk_widget_activate (find_actor (GTK_WIDGET (fixture->page), "win.show-session"));
  wait_until (fixture, has_session, 0);
  gtk_window_destroy (get_dialog (fixture));
}

/* A narrow cell cuts its text; the pointer over it finds the whole. */
static void
test_tooltip (RosterWindow  *fixture,
              gconstpointer  data)
{
  GtkWidget *cell = find_widget (GTK_WIDGET (get_column_view (fixture)), GTK_TYPE_INSCRIPTION);
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_get_has_tooltip (cell));
  g_assert_cmpstr (gtk_inscription_get_text (GTK_INSCRIPTION (cell)), !=, "");
  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  g_assert_true (shown);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), NULL);
  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  g_assert_false (shown);
}

static void
test_past_day (RosterWindow  *fixture,
               gconstpointer  data)
{
  act (fixture, "roster.set-day", g_variant_new_string ("2026-01-15"));
  wait_until (fixture, has_rows, 7);
  act (fixture, "roster.set-day", g_variant_new_string ("2025-02-28"));
  wait_until (fixture, has_rows, 0);
  g_assert_true (says (GTK_WIDGET (fixture->page), "The Roster Is Empty"));
  act (fixture, "roster.set-day", g_variant_new_string (""));
  wait_until (fixture, has_rows, 6);
}

static void
test_filter (RosterWindow  *fixture,
             gconstpointer  data)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "qwg");
  wait_until (fixture, has_rows, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  wait_until (fixture, has_rows, 0);
  g_assert_true (says (GTK_WIDGET (fixture->page), "Nothing Is Found"));
  act (fixture, "roster.clear-filter", NULL);
  wait_until (fixture, has_rows, 6);
}

static gboolean
says_copied (RosterWindow *fixture,
             gint64   unused)
{
  return says (GTK_WIDGET (fixture->window), "6 lines copied");
}

static char *
dup_clipboard (RosterWindow *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->page));
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error);
  g_assert_no_error (error);

  return g_value_dup_string (&value);
}

/* Copied as sorted: by reading, 李强 comes first, and 赵敏 last. */
static void
test_copy (RosterWindow  *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *sorted = NULL;

  act (fixture, "roster.copy", NULL);
  wait_until (fixture, says_copied, 0);
  text = dup_clipboard (fixture);
  g_assert_true (g_str_has_prefix (text, "Grid\tPost\tName\tPlace\tPhone\tSex\tSince\n"
                                   "青松\tFirst secretary\t任晓明\t青松\t13804720001\tMale\t"
                                   "2026-01-01\n"));

  sort_by (fixture, NAME_COLUMN, GTK_SORT_ASCENDING);
  wait_until (fixture, begins_with, fixture->office.people[LI]);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (fixture->page)), "");
  act (fixture, "roster.copy", NULL);
  while (g_strcmp0 (sorted, "") == 0 || sorted == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (sorted);
      sorted = dup_clipboard (fixture);
    }
  g_assert_nonnull (strstr (sorted, "Since\n第一网格\tFull-time grid member\t李强"));
  g_assert_true (g_str_has_suffix (sorted, "\t2026-01-01\n"));
  g_assert_nonnull (strstr (strstr (sorted, "王秀英"), "赵敏"));
}

/* A second click on a heading turns the order round; alike lines stay in the order of the roster. */
static void
test_sort (RosterWindow  *fixture,
           gconstpointer  data)
{
  sort_by (fixture, NAME_COLUMN, GTK_SORT_DESCENDING);
  wait_until (fixture, begins_with, fixture->office.people[ZHAO]);
  sort_by (fixture, NAME_COLUMN, GTK_SORT_ASCENDING);
  wait_until (fixture, begins_with, fixture->office.people[LI]);
  sort_by (fixture, SINCE_COLUMN, GTK_SORT_ASCENDING);
  wait_until (fixture, begins_with, fixture->office.people[WANG]);
  sort_by (fixture, SINCE_COLUMN, GTK_SORT_DESCENDING);
  wait_until (fixture, begins_with, fixture->office.people[REN]);
  gtk_column_view_sort_by_column (get_column_view (fixture), NULL, GTK_SORT_ASCENDING);
  wait_until (fixture, begins_with, fixture->office.people[REN]);
}

/* The line stays selected by its post, wherever it comes to stand; the list tells so once, not at each
 * exchange of its lines. */
static void
test_selection (RosterWindow  *fixture,
                gconstpointer  data)
{
  guint n = 0;

  show_wang (fixture);
  g_signal_connect (ggov_roster_page_get_list (fixture->page), "selected", G_CALLBACK (count_cb), &n);
  sort_by (fixture, NAME_COLUMN, GTK_SORT_DESCENDING);
  wait_until (fixture, begins_with, fixture->office.people[ZHAO]);
  g_assert_true (has_selected (fixture, fixture->office.people[WANG]));
  write_change (ggov_session_get_store (ggov_window_get_session (fixture->window)), end_zhao,
                &fixture->office);
  wait_until (fixture, has_rows, 5);
  g_assert_true (has_selected (fixture, fixture->office.people[WANG]));
  g_assert_cmpuint (n, ==, 0);
  g_signal_handlers_disconnect_by_data (ggov_roster_page_get_list (fixture->page), &n);
}

/* The rank of the building that has lost its leader among the vacancies, or 0. */
static gint64
find_vacancy (RosterWindow *fixture)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->page), GGOV_TYPE_VACANCY_LIST);
  GgovVacancy *vacancy;

  for (gint64 rank = 1; (vacancy = ggov_vacancy_list_find (GGOV_VACANCY_LIST (list), rank)); rank++)
    {
      const GgovVacancyRecord *record = ggov_vacancy_get_record (vacancy);

      if (g_str_equal (record->place_kind, "building") &&
          record->place_id == fixture->office.buildings[0])
        return rank;
    }

  return 0;
}

static gboolean
has_vacancy (RosterWindow *fixture,
             gint64   unused)
{
  return find_vacancy (fixture) > 0;
}

/* Standing down leaves a vacancy, appointing fills it, and Ctrl+Z takes each back. The vacancies are
 * read after the roster, whose answer does not tell that they are there. */
static void
test_stand_down_and_appoint (RosterWindow  *fixture,
                             gconstpointer  data)
{
  GtkSelectionModel *people;
  GtkWidget *view;

  show_wang (fixture);
  act (fixture, "roster.stand-down", g_variant_new_int64 (fixture->office.posts[2]));
  g_assert_nonnull (get_dialog (fixture));
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "dialog.accept", NULL);
  wait_until (fixture, has_no_dialog, 0);
  wait_until (fixture, has_rows, 5);

  act (fixture, "roster.show-vacancies", NULL);
  wait_until (fixture, has_vacancy, 0);
  act (fixture, "roster.appoint", g_variant_new_int64 (find_vacancy (fixture)));
  g_assert_nonnull (get_dialog (fixture));
  view = find_widget (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_LIST_VIEW);
  people = gtk_list_view_get_model (GTK_LIST_VIEW (view));
  while (g_list_model_get_n_items (G_LIST_MODEL (people)) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_selection_model_select_item (people, 0, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "dialog.appoint", NULL);
  wait_until (fixture, has_no_dialog, 0);
  wait_until (fixture, has_rows, 6);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (fixture, has_rows, 5);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (fixture, has_rows, 6);
}

static gboolean
says_refusal (RosterWindow *fixture,
              gint64   unused)
{
  return says (GTK_WIDGET (get_dialog (fixture)),
               "Write the day as year-month-day, such as 2026-02-13.");
}

static void
test_refused (RosterWindow  *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  show_wang (fixture);
  act (fixture, "roster.stand-down", g_variant_new_int64 (fixture->office.posts[2]));
  row = find_widget (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "tomorrow");
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "dialog.accept", NULL);
  wait_until (fixture, says_refusal, 0);

  /* It began in March 2025 and cannot have ended before. */
  gtk_editable_set_text (GTK_EDITABLE (row), "2025-03-01");
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "dialog.accept", NULL);
  while (!says (GTK_WIDGET (get_dialog (fixture)), "This post has not begun before that day. Undo "
                "the appointment, or choose a later day."))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (get_dialog (fixture));
  g_assert_true (has_rows (fixture, 6));
}

static char *
read_pages (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return text;
}

/* What GTK prints is what the PDF has, line for line and page for page. */
static void
test_print (RosterWindow  *fixture,
            gconstpointer  data)
{
  const GgovReportRosterOptions options = {
    .as_of = ROSTER_TODAY, .printed_at = ROSTER_TODAY "T16:30", .account = "teller",
    .with_phones = TRUE,
  };
  g_autoptr(GListModel) rows = make_roster ();
  PangoContext *context = ggov_report_context_new ();
  g_autoptr(GgovReportPager) roster = ggov_report_roster_new (rows, &options, context);
  g_autoptr(GtkPrintOperation) operation =
    ggov_print_operation_new (GGOV_REPORT_PAGER (roster));
  g_autofree char *printed = g_build_filename (fixture->base.dir, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (fixture->base.dir, "written.pdf", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *a = NULL, *b = NULL;
  g_autoptr(GError) error = NULL;

  g_object_unref (context);
  if (tool == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }

  gtk_print_operation_set_export_filename (operation, printed);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (ggov_report_write_pdf (GGOV_REPORT_PAGER (roster), written, &error));
  g_assert_no_error (error);

  a = read_pages (printed);
  b = read_pages (written);
  g_assert_cmpuint (strlen (a), >, 10000);
  g_assert_cmpstr (a, ==, b);
}

int
main (int   argc,
      char *argv[])
{
  /* Without isolated folders: the system's know what an icon is. Settings are kept in memory. */
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

#define ADD(path, func) g_test_add (path, RosterWindow, NULL, roster_window_set_up, func,          \
                                    roster_window_tear_down)
  ADD ("/ui/roster/show-person", test_show_person);
  ADD ("/ui/roster/training", test_training);
  ADD ("/ui/roster/tooltip", test_tooltip);
  ADD ("/ui/roster/past-day", test_past_day);
  ADD ("/ui/roster/filter", test_filter);
  ADD ("/ui/roster/copy", test_copy);
  ADD ("/ui/roster/sort", test_sort);
  ADD ("/ui/roster/selection", test_selection);
  ADD ("/ui/roster/stand-down-and-appoint", test_stand_down_and_appoint);
  ADD ("/ui/roster/refused", test_refused);
  ADD ("/ui/roster/print", test_print);
#undef ADD

  return g_test_run ();
}
