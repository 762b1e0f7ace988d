/* test-points-page.c: awards, redemptions and reversals through the window's own actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-award-dialog.h"
#include "ggov-passbook.h"
#include "ggov-person-chooser.h"
#include "ggov-points-accounts.h"
#include "ggov-points-page.h"
#include "ggov-price-list.h"
#include "ggov-query-points.h"
#include "ggov-redeem-dialog.h"
#include "ggov-window.h"
#include "ggov-write-points.h"
#include "points-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

/* Nothing here takes a second; what is waited for longer will not come. */
#define PATIENCE_S 20

typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store;
  PointsOffice     office;
} Fixture;

static gboolean
give_up (gpointer user_data)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until @condition holds. */
#define WAIT_UNTIL(condition)                                        \
  G_STMT_START {                                                     \
    guint alarm = g_timeout_add_seconds (PATIENCE_S, give_up, NULL); \
    while (!(condition))                                             \
      g_main_context_iteration (NULL, TRUE);                         \
    g_source_remove (alarm);                                         \
  } G_STMT_END

/* The widgets of a type below @root, in the order of the screen. */
static void
collect (GtkWidget *root,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gpointer
find_nth (gpointer root,
          GType    type,
          guint    n)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  collect (root, type, found);

  return n < found->len ? found->pdata[n] : NULL;
}

static gpointer
find (gpointer root,
      GType    type)
{
  return find_nth (root, type, 0);
}

/* A label that is on the screen with this text. */
static GtkWidget *
find_label (gpointer    root,
            const char *text)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  collect (root, GTK_TYPE_LABEL, found);
  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_get_mapped (found->pdata[i]) &&
        g_strcmp0 (gtk_label_get_text (found->pdata[i]), text) == 0)
      return found->pdata[i];

  return NULL;
}

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

/* Fixture --------------------------------------------------------------------------------- */

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "office.gridgov", NULL);
  fixture->app = ggov_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->app), NULL, &error);
  g_assert_no_error (error);
  fixture->window = g_object_ref (ggov_window_new (fixture->app));
  gtk_window_present (GTK_WINDOW (fixture->window));

  ggov_window_open (fixture->window, fixture->path, GGOV_STORE_CREATE, TODAY);
  WAIT_UNTIL (ggov_window_get_session (fixture->window));
  fixture->store = ggov_session_get_store (ggov_window_get_session (fixture->window));
  write_change (fixture->store, points_office_write, &fixture->office);
  ggov_window_show_page (fixture->window, "points");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check_clean (fixture->store);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  release_and_wait (fixture->window);
  g_application_quit (G_APPLICATION (fixture->app));
  g_object_unref (fixture->app);

  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static gboolean
award_help (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const PointsOffice *office = data;
  const GgovAwardRecord record = {
    .person_id = office->people[REN],
    .rule_id = office->rules[HELP],
    .at = POINTS_TODAY,
  };

  return ggov_change_award (change, &record, error) != 0;
}

/* The latest entries of everybody's, as (points, reversed) pairs: "+5 -5r". */
static char *
dup_ledger (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovQuery) query = ggov_query_new_points_entries (0, TODAY);
  g_autoptr(GgovAnswer) answer = NULL;
  GString *text = g_string_new (NULL);

  ggov_store_find_rows_async (store, query, 100, 100, NULL, NULL, keep_result, &result);
  answer = ggov_store_rows_finish (store, wait_for (&result), NULL);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      GgovPointsEntry *entry =
        g_hash_table_lookup (answer->rows, &g_array_index (answer->keys, GgovRowKey, i).id);
      const GgovPointsEntryFields *fields = ggov_points_entry_get_fields (entry);

      g_string_append_printf (text, "%s%+d%s", i > 0 ? " " : "", (int) fields->points,
                              fields->reversed ? "r" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_ledger (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *ledger = dup_ledger (fixture->store);

  g_assert_cmpstr (ledger, ==, expected);
}

/* Award ----------------------------------------------------------------------------------- */

/* The rules are there by code: help, meeting, report. */
static void
choose_meeting (GgovAwardDialog *dialog)
{
  GtkCheckButton *check;

  WAIT_UNTIL ((check = find_nth (dialog, GTK_TYPE_CHECK_BUTTON, 1)));
  gtk_check_button_set_active (check, TRUE);
}

static void
test_award (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = find (fixture->window, GGOV_TYPE_POINTS_PAGE);
  GtkButton *button = NULL;
  GgovAwardDialog *dialog;
  GtkEditable *entry;

  /* Nobody has an account yet, and the page offers the first award. */
  WAIT_UNTIL (find_label (page, "No Points Yet"));
  g_assert_true (gtk_widget_activate_action (page, "points.award", NULL));
  dialog = find_window (GGOV_TYPE_AWARD_DIALOG);
  g_assert_nonnull (dialog);

  /* By the reading, which has two spellings. */
  entry = find (find (dialog, GGOV_TYPE_PERSON_CHOOSER), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (entry, "lvjian");
  WAIT_UNTIL (find_label (dialog, "吕建国"));
  g_signal_emit_by_name (entry, "activate");
  choose_meeting (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "award.apply", NULL);
  WAIT_UNTIL (find_window (GGOV_TYPE_AWARD_DIALOG) == NULL);

  assert_ledger (fixture, "+5");
  WAIT_UNTIL (find_label (page, "All accounts sum to zero"));
  g_assert_nonnull (find_label (fixture->window, "吕建国 earned 5 points"));

  /* The toast has the window's only button of that name. */
  for (guint i = 0; !button; i++)
    {
      GtkButton *next = find_nth (fixture->window, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (next);
      if (g_strcmp0 (gtk_button_get_label (next), "Reverse") == 0)
        button = next;
    }
  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (find_label (fixture->window, "Reversed: 吕建国 earned 5 points"));
  assert_ledger (fixture, "-5 +5r");
}

static void
test_refusal (Fixture       *fixture,
              gconstpointer  data)
{
  const char *sentence = "This person has earned the most this activity gives in a day.";
  GtkWidget *page = find (fixture->window, GGOV_TYPE_POINTS_PAGE);

  for (int i = 0; i < 2; i++)
    {
      GgovAwardDialog *dialog;

      gtk_widget_activate_action (page, "points.award", NULL);
      dialog = find_window (GGOV_TYPE_AWARD_DIALOG);
      ggov_award_dialog_set_person (dialog, fixture->office.people[REN], "任晓明", "");
      choose_meeting (dialog);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "award.apply", NULL);

      if (i == 0)
        {
          WAIT_UNTIL (find_window (GGOV_TYPE_AWARD_DIALOG) == NULL);
          continue;
        }

      WAIT_UNTIL (find_label (dialog, sentence));
      gtk_window_destroy (GTK_WINDOW (dialog));
    }

  assert_ledger (fixture, "+5");
}

/* 4 an hour, half as much again for a building leader: 90 minutes of Lv are 4 × 1.5 × 1.5 = 9. */
static gboolean
write_hourly (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  static const GgovPointsRuleRecord rule = {
    .code = "AID", .activity = "Assist a visit", .activity_zh = "协助走访", .points = 4,
    .valid_from = "2026-01-01", .per_hour = TRUE, .roles = "building_leader=150",
  };

  return ggov_change_add_points_rule (change, &rule, error) != 0;
}

static void
test_minutes (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = find (fixture->window, GGOV_TYPE_POINTS_PAGE);
  GgovAwardDialog *dialog;
  GtkCheckButton *check;
  GtkEditable *minutes;

  write_change (fixture->store, write_hourly, NULL);
  gtk_widget_activate_action (page, "points.award", NULL);
  dialog = find_window (GGOV_TYPE_AWARD_DIALOG);
  ggov_award_dialog_set_person (dialog, fixture->office.people[LV], "吕建国", "");
  minutes = find_nth (dialog, ADW_TYPE_ENTRY_ROW, 0);
  choose_meeting (dialog);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (minutes)));

  /* By code it comes before the help and the meeting. */
  check = find_nth (dialog, GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (check, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (minutes)));
  g_assert_nonnull (find_label (dialog, "For an hour · Others by role · No daily limit"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "award.apply", NULL);
  WAIT_UNTIL (find_label (dialog, "This activity is paid by the hour. Say how many minutes it took."));
  gtk_editable_set_text (minutes, "long");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "award.apply", NULL);
  WAIT_UNTIL (find_label (dialog, "Type the minutes as a whole number, such as 90."));
  gtk_editable_set_text (minutes, "90");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "award.apply", NULL);
  WAIT_UNTIL (find_window (GGOV_TYPE_AWARD_DIALOG) == NULL);
  assert_ledger (fixture, "+9");
  WAIT_UNTIL (find_label (fixture->window, "吕建国 earned 9 points"));
}

/* Redeem and reverse ---------------------------------------------------------------------- */

/* Opens the one person's passbook: the first account. */
static void
open_passbook (Fixture *fixture)
{
  GtkWidget *page = find (fixture->window, GGOV_TYPE_POINTS_PAGE);
  GListModel *rows;

  write_change (fixture->store, award_help, &fixture->office);
  rows = G_LIST_MODEL (gtk_column_view_get_model (find (page, GTK_TYPE_COLUMN_VIEW)));
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 2);

  /* Ren's account is the second: the first is the one that points come from. */
  gtk_widget_activate_action (page, "win.show-record", "(sx)", "account", G_GINT64_CONSTANT (2));
  WAIT_UNTIL (find_label (find (page, GGOV_TYPE_PASSBOOK), "任晓明"));
}

static void
test_redeem (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = find (fixture->window, GGOV_TYPE_POINTS_PAGE);
  GgovRedeemDialog *dialog;
  GtkCheckButton *rice;

  open_passbook (fixture);
  gtk_widget_activate_action (page, "points.redeem", NULL);
  dialog = find_window (GGOV_TYPE_REDEEM_DIALOG);
  g_assert_nonnull (dialog);
  WAIT_UNTIL (find_label (dialog, "8 points"));
  g_assert_nonnull (find_label (dialog, "慈善超市 · 1 left"));

  /* The cheaper haircut comes first. 10 - 8 leave 2. */
  rice = find_nth (dialog, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (rice, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "redeem.apply", NULL);
  WAIT_UNTIL (find_label (dialog, "Voucher"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_ledger (fixture, "-8 +10");

  WAIT_UNTIL (find_label (find (page, GGOV_TYPE_PASSBOOK), "2"));
  gtk_widget_activate_action (page, "points.redeem", NULL);
  dialog = find_window (GGOV_TYPE_REDEEM_DIALOG);
  WAIT_UNTIL (find_label (dialog, "慈善超市 · out of stock"));
  gtk_check_button_set_active (find_nth (dialog, GTK_TYPE_CHECK_BUTTON, 1), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "redeem.apply", NULL);
  WAIT_UNTIL (find_label (dialog, "The balance is not enough for this reward."));
  gtk_window_destroy (GTK_WINDOW (dialog));
  assert_ledger (fixture, "-8 +10");
}

static void
test_reverse (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *passbook = find (fixture->window, GGOV_TYPE_PASSBOOK);
  GtkSingleSelection *selection;
  AdwMessageDialog *dialog;

  open_passbook (fixture);
  selection = GTK_SINGLE_SELECTION (
    gtk_column_view_get_model (find (passbook, GTK_TYPE_COLUMN_VIEW)));
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 1);

  /* Nothing is chosen, so nothing is asked. */
  gtk_widget_activate_action (passbook, "passbook.reverse", NULL);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));

  gtk_single_selection_set_selected (selection, 0);
  gtk_widget_activate_action (passbook, "passbook.reverse", NULL);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "reverse"));
  gtk_editable_set_text (find (dialog, GTK_TYPE_ENTRY), "another person helped");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "reverse"));
  adw_message_dialog_response (dialog, "reverse");
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_label (fixture->window, "The entry was reversed."));
  assert_ledger (fixture, "-10 +10r");

  /* Both are in the book; neither can be reversed again. */
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (selection)) == 2);
  for (guint i = 0; i < 2; i++)
    {
      gtk_single_selection_set_selected (selection, i);
      gtk_widget_activate_action (passbook, "passbook.reverse", NULL);
      g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
    }
}

/* Filter ---------------------------------------------------------------------------------- */

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *accounts = find (fixture->window, GGOV_TYPE_POINTS_ACCOUNTS);
  GtkDropDown *kinds = find_nth (accounts, GTK_TYPE_DROP_DOWN, 0);
  GtkDropDown *grids = find_nth (accounts, GTK_TYPE_DROP_DOWN, 1);
  GtkEditable *entry = find (accounts, GTK_TYPE_SEARCH_ENTRY);
  GListModel *rows;

  open_passbook (fixture);
  rows = G_LIST_MODEL (gtk_column_view_get_model (find (accounts, GTK_TYPE_COLUMN_VIEW)));

  /* Initials, in capitals; two words; a word that nobody has. */
  gtk_editable_set_text (entry, "RXM");
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 1);
  gtk_editable_set_text (entry, "任 1234");
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 1);
  gtk_editable_set_text (entry, "任 9999");
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 0);
  g_assert_nonnull (find_label (accounts, "No Account Found"));
  gtk_widget_activate_action (accounts, "accounts.clear-filter", NULL);
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 2);

  gtk_drop_down_set_selected (kinds, 2);
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 0);
  gtk_drop_down_set_selected (kinds, 3);
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 1);
  gtk_drop_down_set_selected (kinds, 0);

  /* All grids, and the one that Ren leads. */
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 2);
  WAIT_UNTIL (g_list_model_get_n_items (gtk_drop_down_get_model (grids)) == 2);
  gtk_drop_down_set_selected (grids, 1);
  WAIT_UNTIL (g_list_model_get_n_items (rows) == 1);
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

  g_test_add ("/ui/points/award", Fixture, NULL, set_up, test_award, tear_down);
  g_test_add ("/ui/points/refusal", Fixture, NULL, set_up, test_refusal, tear_down);
  g_test_add ("/ui/points/minutes", Fixture, NULL, set_up, test_minutes, tear_down);
  g_test_add ("/ui/points/redeem", Fixture, NULL, set_up, test_redeem, tear_down);
  g_test_add ("/ui/points/reverse", Fixture, NULL, set_up, test_reverse, tear_down);
  g_test_add ("/ui/points/filter", Fixture, NULL, set_up, test_filter, tear_down);

  return g_test_run ();
}
