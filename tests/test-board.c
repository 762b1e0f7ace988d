/* test-board.c: the board of issues, moved about on a screen without a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-window.h"
#include "ggov-board-card.h"
#include "ggov-board-filter.h"
#include "ggov-board-lanes.h"
#include "ggov-local-time.h"
#include "ggov-store-clock.h"

static void
test_action (BoardWindow   *fixture,
             gconstpointer  data)
{
  gint64 id = board_window_file (fixture);

  gtk_widget_activate_action (fixture->page, "board.move", "(xs)", id, "dispatch");
  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);
  g_assert_null (ggov_board_column_find (board_window_find_column (fixture, GGOV_ISSUE_FILED), id));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_FILED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);
}

static void
test_keys (BoardWindow   *fixture,
           gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GgovIssue *issue;

  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", id);
  board_window_press (fixture, "<Control>Right");
  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);

  /* The issue stays the chosen one, so that the next key goes on with it. */
  board_window_press (fixture, "<Control>Right");
  issue = board_window_wait_for_stage (fixture, id, GGOV_ISSUE_HANDLED);
  g_assert_true (issue == ggov_board_column_get_selected (
                            board_window_find_column (fixture, GGOV_ISSUE_HANDLED)));
}

static gboolean
drop (BoardWindow    *fixture,
      GgovIssue      *issue,
      GgovIssueStage  stage)
{
  GtkWidget *column = GTK_WIDGET (board_window_find_column (fixture, stage));
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (column);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GGOV_TYPE_ISSUE);
  g_value_set_object (&value, issue);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) target = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (target))
        g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
    }

  return taken;
}

static gboolean
is_marked (BoardWindow    *fixture,
           GgovIssueStage  stage,
           const char     *css_class)
{
  return gtk_widget_has_css_class (GTK_WIDGET (board_window_find_column (fixture, stage)),
                                   css_class);
}

static void
test_drop (BoardWindow   *fixture,
           gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GgovIssue *issue = board_window_wait_for_stage (fixture, id, GGOV_ISSUE_FILED);
  g_autoptr(GgovIssueDetails) details = NULL;

  gtk_widget_activate_action (fixture->page, "board.show-targets", "x", id);
  g_assert_true (is_marked (fixture, GGOV_ISSUE_DISPATCHED, "target"));
  g_assert_true (is_marked (fixture, GGOV_ISSUE_COLLECTED, "target"));
  g_assert_true (is_marked (fixture, GGOV_ISSUE_CLOSED, "no-target"));
  g_assert_false (is_marked (fixture, GGOV_ISSUE_FILED, "no-target"));
  gtk_widget_activate_action (fixture->page, "board.hide-targets", NULL);
  g_assert_false (is_marked (fixture, GGOV_ISSUE_CLOSED, "no-target"));

  /* No single step leads to the closed ones: nothing is written. */
  g_assert_true (drop (fixture, issue, GGOV_ISSUE_CLOSED));
  details = board_office_get (fixture->store, id);
  g_assert_cmpuint (details->events->len, ==, 1);

  g_assert_true (drop (fixture, issue, GGOV_ISSUE_DISPATCHED));
  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_DISPATCHED);
}

static void
test_states (BoardWindow   *fixture,
             gconstpointer  data)
{
  GtkEditable *text =
    GTK_EDITABLE (board_window_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, "text"));

  board_window_wait_for_view (fixture, "empty");
  board_window_file (fixture);
  board_window_wait_for_view (fixture, "board");
  gtk_editable_set_text (text, "something else");
  board_window_wait_for_view (fixture, "nothing");
  gtk_widget_activate_action (fixture->page, "board.clear-filter", NULL);
  board_window_wait_for_view (fixture, "board");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
}

static void
test_details (BoardWindow   *fixture,
              gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GtkWidget *flap = board_window_find (fixture->page, ADW_TYPE_FLAP, "flap");
  GtkWidget *title =
    board_window_find (adw_flap_get_flap (ADW_FLAP (flap)), GTK_TYPE_LABEL, "title");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-record", "(sx)", "issue", id);
  while (g_strcmp0 (gtk_label_get_label (GTK_LABEL (title)), "Noise") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (flap)));

  gtk_widget_activate_action (fixture->page, "board.close-issue", NULL);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
}

static void
test_accessible (BoardWindow   *fixture,
                 gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GtkWidget *column = GTK_WIDGET (board_window_find_column (fixture, GGOV_ISSUE_FILED));
  GtkWidget *list = board_window_find (column, GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);
  g_autofree char *label =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        "2026-00001, Noise, Filed, 2 working days left");

  /* From Tuesday to Thursday; the function answers with what it found instead. */
  g_assert_cmpint (id, >, 0);
  g_assert_cmpstr (label, ==, NULL);
}

/* Whether what is read aloud of the first card of a column ends so. */
static gboolean
is_told (BoardWindow    *fixture,
         GgovIssueStage  stage,
         const char     *label)
{
  GtkWidget *list = board_window_find (GTK_WIDGET (board_window_find_column (fixture, stage)),
                                       GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *row = gtk_widget_get_first_child (list);
  g_autofree char *other =
    row ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              label)
        : NULL;

  return row && other == NULL;
}

static void
wait_until_told (BoardWindow    *fixture,
                 GgovIssueStage  stage,
                 const char     *label)
{
  while (!is_told (fixture, stage, label))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_own_day (BoardWindow *fixture,
             const char  *date,
             const char  *name)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int day;

  g_assert_true (ggov_local_day_parse (date, &day, NULL));
  ggov_store_set_own_day_async (fixture->store, day, GGOV_DAY_HOLIDAY, name, NULL, NULL,
                                keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

/* Three working days from Monday 2 March are over on the 5th; without the 4th and 5th on Monday
 * the 9th, of which the pane tells by the same days. */
static void
test_clock (BoardWindow   *fixture,
            gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GtkWidget *flap = board_window_find (fixture->page, ADW_TYPE_FLAP, "flap");
  GtkWidget *expander = board_window_find (adw_flap_get_flap (ADW_FLAP (flap)), GTK_TYPE_EXPANDER,
                                           "expander");
  GtkWidget *explanation = gtk_expander_get_child (GTK_EXPANDER (expander));

  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", id);
  board_window_press (fixture, "<Control>e");
  while (!gtk_expander_get_expanded (GTK_EXPANDER (expander)))
    g_main_context_iteration (NULL, TRUE);
  set_own_day (fixture, "2026-03-04", "Moving house");
  set_own_day (fixture, "2026-03-05", "Moving house");
  wait_until_told (fixture, GGOV_ISSUE_FILED, "2026-00001, Noise, Filed, 2 working days left");
  while (strstr (gtk_label_get_label (GTK_LABEL (explanation)),
                 "2026-03-04 – 2026-03-05: Moving house, not counted") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Three working days from Wednesday 30 December 2026, of a year that nothing is announced of:
 * Monday 4 January, 307 days from 3 March. */
static void
test_provisional (BoardWindow   *fixture,
                  gconstpointer  data)
{
  board_office_file (fixture->store, "C0101", "Noise", fixture->office.grid[0],
                     "2026-12-30T10:00");
  wait_until_told (fixture, GGOV_ISSUE_FILED,
                   "2026-00001, Noise, Filed, 307 days left, provisional");
}

static GgovIssueStage
find_in_lanes (BoardWindow *fixture,
               gint64       id)
{
  GtkWidget *lanes = board_window_find (fixture->page, GGOV_TYPE_BOARD_LANES, NULL);
  GgovIssue *issue;

  while ((issue = ggov_board_lanes_find (GGOV_BOARD_LANES (lanes), id)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ggov_issue_get_fields (issue)->state.stage;
}

/* The same issue in lanes, in the table and by its day; it stays the chosen one. */
static void
test_views (BoardWindow   *fixture,
            gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GtkWidget *drop = board_window_find (fixture->page, GTK_TYPE_DROP_DOWN, "grouping_drop");
  GtkWidget *table = board_window_find (fixture->page, GTK_TYPE_COLUMN_VIEW, "column_view");
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), GGOV_ISSUE_GROUPING_COMMUNITY);
  board_window_wait_for_view (fixture, "lanes");
  g_assert_cmpint (find_in_lanes (fixture, id), ==, GGOV_ISSUE_FILED);
  gtk_widget_activate_action (fixture->page, "board.move", "(xs)", id, "dispatch");
  while (find_in_lanes (fixture, id) != GGOV_ISSUE_DISPATCHED)
    g_main_context_iteration (NULL, TRUE);

  g_object_set (fixture->page, "view", "list", NULL);
  board_window_wait_for_view (fixture, "list");
  while (g_list_model_get_n_items (rows) != 1 ||
         !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows), 0))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (fixture->page, "view", "calendar", NULL);
  board_window_wait_for_view (fixture, "calendar");
  g_object_set (fixture->page, "view", "board", NULL);
  board_window_wait_for_view (fixture, "lanes");
}

static void
test_marks (BoardWindow   *fixture,
            gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GtkWidget *bar = board_window_find (fixture->page, GTK_TYPE_REVEALER, "marks_bar");

  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", id);
  board_window_press (fixture, "space");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
  board_window_press (fixture, "space");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
  board_window_press (fixture, "<Control>a");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
  gtk_widget_activate_action (fixture->page, "board.close-issue", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (bar)));
}

/* How many cards there are in a column, seen or not. */
static guint
count_cards (BoardWindow    *fixture,
             GgovIssueStage  stage)
{
  GtkWidget *list = board_window_find (GTK_WIDGET (board_window_find_column (fixture, stage)),
                                       GTK_TYPE_LIST_VIEW, NULL);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row;
       row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

/* Of sixty issues some have cards; the last has one as soon as it is looked at. */
static void
test_many (BoardWindow   *fixture,
           gconstpointer  data)
{
  gint64 id = 0;

  for (guint i = 0; i < 60; i++)
    id = board_office_file (fixture->store, "C0101", "Noise", fixture->office.grid[0],
                            "2026-03-02T10:00");
  board_window_wait_for_stage (fixture, id, GGOV_ISSUE_FILED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_cards (fixture, GGOV_ISSUE_FILED), <, 40);

  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", id);
  while (count_cards (fixture, GGOV_ISSUE_FILED) < 60)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
get_id_on (GtkWidget *card)
{
  return ggov_issue_get_fields (ggov_board_card_get_issue (GGOV_BOARD_CARD (card)))->id;
}

/* A filter shows other issues on the cards there are, and what was chosen is still chosen. */
static void
test_same_cards (BoardWindow   *fixture,
                 gconstpointer  data)
{
  GgovBoardColumn *column = board_window_find_column (fixture, GGOV_ISSUE_FILED);
  GtkWidget *filter = board_window_find (fixture->page, GGOV_TYPE_BOARD_FILTER, NULL);
  gint64 heap = board_office_file (fixture->store, "C0101", "Heap", fixture->office.grid[0],
                                   "2026-03-02T09:00");
  gint64 noise = board_office_file (fixture->store, "C0101", "Noise", fixture->office.grid[0],
                                    "2026-03-02T10:00");
  GtkWidget *card;

  board_window_wait_for_stage (fixture, noise, GGOV_ISSUE_FILED);
  gtk_widget_activate_action (fixture->page, "board.select-issue", "x", noise);

  ggov_board_filter_apply (GGOV_BOARD_FILTER (filter), "{'text': 'Heap'}");
  while (ggov_board_column_find (column, noise) || count_cards (fixture, GGOV_ISSUE_FILED) != 1)
    g_main_context_iteration (NULL, TRUE);
  card = board_window_find (GTK_WIDGET (column), GGOV_TYPE_BOARD_CARD, NULL);
  g_assert_cmpint (get_id_on (card), ==, heap);
  g_assert_null (ggov_board_column_get_selected (column));

  ggov_board_filter_apply (GGOV_BOARD_FILTER (filter), "{'text': 'Noise'}");
  while (ggov_board_column_find (column, noise) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (board_window_find (GTK_WIDGET (column), GGOV_TYPE_BOARD_CARD, NULL) == card);
  g_assert_cmpint (get_id_on (card), ==, noise);
  g_assert_true (ggov_board_column_get_selected (column) == ggov_board_column_find (column, noise));

  ggov_board_filter_apply (GGOV_BOARD_FILTER (filter), "{}");
  while (ggov_board_column_find (column, heap) == NULL ||
         count_cards (fixture, GGOV_ISSUE_FILED) != 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ggov_board_column_get_selected (column) == ggov_board_column_find (column, noise));
}

#define ADD(name, func) g_test_add ("/ui/board/" name, BoardWindow, NULL, board_window_set_up, func, \
                                    board_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* GTK's own record of what a screen reader would be told. */
  g_setenv ("GTK_A11Y", "test", TRUE);

  /* Without isolated folders: the system's know what an icon is. Settings are kept in memory. */
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

  ADD ("action", test_action);
  ADD ("keys", test_keys);
  ADD ("drop", test_drop);
  ADD ("states", test_states);
  ADD ("details", test_details);
  ADD ("accessible", test_accessible);
  ADD ("clock", test_clock);
  ADD ("provisional", test_provisional);
  ADD ("views", test_views);
  ADD ("marks", test_marks);
  ADD ("many", test_many);
  ADD ("same-cards", test_same_cards);

  return g_test_run ();
}
