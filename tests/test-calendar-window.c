/* test-calendar-window.c: the year of working days, on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "board-office.h"
#include "ggov-calendar-window.h"
#include "ggov-hours-dialog.h"
#include "ggov-local-time.h"
#include "ggov-window.h"
#include "ggov-year-view.h"

#define NOTICE_2027 \
  "{\"year\": 2027, \"days\": [" \
  "{\"date\": \"2027-01-01\", \"name\": \"元旦\", \"off\": true}, " \
  "{\"date\": \"2027-01-03\", \"name\": \"元旦\", \"off\": false}, " \
  "{\"date\": \"2027-01-04\", \"name\": \"元旦\", \"off\": true}]}"

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store;    /* (unowned) */
  GtkWidget       *calendar; /* (unowned) */
  gint64           issue;    /* of three working days, from Wednesday 2026-12-30 */
} Fixture;

static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *id)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, id);

      if (found)
        return found;
    }

  return NULL;
}

/* The first window of a type, or NULL. */
static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_visible (window))
        return window; /* the list keeps it */
    }

  return NULL;
}

static GtkWidget *
wait_for_window (GType type)
{
  GtkWidget *window;

  while ((window = find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

static int
day_of (const char *text)
{
  int day = 0;

  g_assert_true (ggov_local_day_parse (text, &day, NULL));

  return day;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  BoardOffice office;

  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "office.gridgov", NULL);
  fixture->app = ggov_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->app), NULL, &error);
  g_assert_no_error (error);

  fixture->window = g_object_ref (ggov_window_new (fixture->app));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, "2026-12-30");
  while (ggov_window_get_session (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->store = ggov_session_get_store (ggov_window_get_session (fixture->window));
  board_office_found (fixture->store, &office);
  fixture->issue = board_office_file (fixture->store, "C0101", "Noise", office.grid[0],
                                      "2026-12-30T10:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-calendar", NULL);
  fixture->calendar = wait_for_window (GGOV_TYPE_CALENDAR_WINDOW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->calendar));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static gint64
get_due (Fixture *fixture)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->store, fixture->issue);

  return ggov_issue_get_fields (details->issue)->due_at;
}

/* Until the issue is due then; the test's time limit ends what never comes. */
static void
wait_for_due (Fixture    *fixture,
              const char *due)
{
  while (get_due (fixture) != board_office_time (due))
    g_main_context_iteration (NULL, FALSE);
}

/* What the question says; it is answered then. */
static char *
answer (const char *response)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  char *text = g_strdup (adw_message_dialog_get_body (dialog));

  adw_message_dialog_response (dialog, response);
  gtk_window_close (GTK_WINDOW (dialog));
  while (find_window (ADW_TYPE_MESSAGE_DIALOG))
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static GgovYearView *
get_year (Fixture *fixture)
{
  return GGOV_YEAR_VIEW (find_widget (fixture->calendar, GGOV_TYPE_YEAR_VIEW, "year"));
}

/* Thursday the 31st off: Fri 1, Mon 4, Tue 5. Told before it is done, and undone by Ctrl+Z's. */
static void
test_own_day (Fixture       *fixture,
              gconstpointer  data)
{
  GtkEditable *name = GTK_EDITABLE (find_widget (fixture->calendar, GTK_TYPE_ENTRY, "name_entry"));
  g_autofree char *left = NULL, *taken = NULL;

  ggov_year_view_select (get_year (fixture), day_of ("2026-12-31"));
  /* Without a name nothing is asked. */
  gtk_widget_activate_action (fixture->calendar, "calendar.set-off", NULL);
  gtk_editable_set_text (name, "Stocktaking");
  gtk_widget_activate_action (fixture->calendar, "calendar.set-off", NULL);
  left = answer ("cancel");
  g_assert_cmpstr (left, ==, "The deadline of 1 open issue changes. It is one change and can be "
                             "undone.");
  g_assert_cmpint (get_due (fixture), ==, board_office_time ("2027-01-04T17:30"));

  gtk_widget_activate_action (fixture->calendar, "calendar.set-off", NULL);
  taken = answer ("accept");
  g_assert_cmpstr (taken, ==, left);
  wait_for_due (fixture, "2027-01-05T17:30");

  while (!gtk_widget_activate_action (fixture->calendar, "calendar.undo-latest", NULL) ||
         get_due (fixture) != board_office_time ("2027-01-04T17:30"))
    g_main_context_iteration (NULL, FALSE);
}

/* As tests/test-store-clock.c has it: the issue is due a day later, no longer provisionally. */
static void
test_notice (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "2027.json", NULL);
  GtkLabel *facts = GTK_LABEL (find_widget (fixture->calendar, GTK_TYPE_LABEL, "facts_label"));
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, NOTICE_2027, -1, NULL));
  gtk_widget_activate_action (fixture->calendar, "calendar.next-year", NULL);
  g_assert_nonnull (strstr (gtk_label_get_label (facts), "not announced"));

  gtk_widget_activate_action (fixture->calendar, "calendar.import-file", "s", path);
  text = answer ("accept");
  g_assert_cmpstr (text, ==, "The notice names 3 days. The deadline of 1 open issue changes. It is "
                             "one change and can be undone.");
  wait_for_due (fixture, "2027-01-05T17:30");
  while (strstr (gtk_label_get_label (facts), "are announced") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The real notice of a year that is known: nothing open changes, and it is said that it replaces
 * what is there. */
static void
test_real_notice (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "calendar", "2026.json", NULL);
  g_autofree char *text = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the yearly notices are not there");
      return;
    }

  gtk_widget_activate_action (fixture->calendar, "calendar.import-file", "s", path);
  text = answer ("cancel");
  g_assert_nonnull (strstr (text, "It takes the place of what is known of that year."));
  g_assert_nonnull (strstr (text, "No deadline of an open issue changes."));
}

/* An entry that cannot be read is named, and cannot be accepted; winter hours until 17:00 can. */
static void
test_hours (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog, *seasons, *row;
  GtkLabel *error;
  g_autofree char *text = NULL;
  GtkEditable *days, *hours;

  gtk_widget_activate_action (fixture->calendar, "calendar.edit-hours", NULL);
  dialog = wait_for_window (GGOV_TYPE_HOURS_DIALOG);
  error = GTK_LABEL (find_widget (dialog, GTK_TYPE_LABEL, "error_label"));
  seasons = find_widget (dialog, GTK_TYPE_LIST_BOX, "seasons");

  gtk_widget_activate_action (dialog, "hours.add-season", NULL);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (seasons), 0));
  days = g_object_get_data (G_OBJECT (row), "ggov-days");
  hours = g_object_get_data (G_OBJECT (row), "ggov-hours");
  gtk_editable_set_text (days, "11-01..03-31");
  gtk_editable_set_text (hours, "nine to five");
  g_assert_nonnull (strstr (gtk_label_get_label (error), "nine to five"));
  gtk_widget_activate_action (dialog, "hours.accept", NULL);
  g_assert_true (find_window (GGOV_TYPE_HOURS_DIALOG) == dialog);

  gtk_editable_set_text (hours, "09:00-12:00,13:30-17:00");
  g_assert_cmpstr (gtk_label_get_label (error), ==, "");
  gtk_widget_activate_action (dialog, "hours.accept", NULL);
  text = answer ("accept");
  g_assert_nonnull (strstr (text, "The deadline of 1 open issue changes."));
  wait_for_due (fixture, "2027-01-04T17:00");
}

/* The kinds of days, as they are read aloud. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  GgovOfficeClock *clock = ggov_session_get_clock (ggov_window_get_session (fixture->window));
  g_autofree char *holiday = ggov_year_view_dup_kind (clock, day_of ("2026-10-01"));
  g_autofree char *make_up = ggov_year_view_dup_kind (clock, day_of ("2026-10-10"));
  g_autofree char *weekend = ggov_year_view_dup_kind (clock, day_of ("2026-10-11"));

  g_assert_cmpstr (holiday, ==, "Public holiday · 国庆节");
  g_assert_cmpstr (make_up, ==, "Make-up workday · 国庆节");
  g_assert_cmpstr (weekend, ==, "Weekend");
}

#define ADD(name, func) g_test_add ("/ui/calendar/" name, Fixture, NULL, set_up, func, tear_down)

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

  ADD ("own-day", test_own_day);
  ADD ("notice", test_notice);
  ADD ("real-notice", test_real_notice);
  ADD ("hours", test_hours);
  ADD ("days", test_days);

  return g_test_run ();
}
