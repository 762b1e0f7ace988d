/* test-board-rules.c: limits, filters by name, many at once, and the board's other views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-window.h"
#include "ggov-board-filter.h"
#include "ggov-board-lanes.h"
#include "ggov-board-list.h"
#include "ggov-board-map.h"
#include "ggov-board-month.h"
#include "ggov-board-page.h"
#include "ggov-kept-filters.h"
#include "ggov-settings.h"
#include "ggov-store-kept-filters.h"

static void
turn_until_read (BoardWindow *fixture)
{
  while (ggov_board_page_is_reading (GGOV_BOARD_PAGE (fixture->page)))
    g_main_context_iteration (NULL, TRUE);
}

/* The nth descendant of a type. */
static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found)
        return found;
    }

  return NULL;
}

/* Writes a number into the nth field of the window of limits, and has it set. */
static void
set_limit (BoardWindow *fixture,
           guint        nth,
           guint        most)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (fixture->page, "board.set-limits", NULL);
  dialog = board_window_wait_dialog (fixture);
  gtk_spin_button_set_value (
    GTK_SPIN_BUTTON (find_nth (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON, &nth)), most);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.accept", NULL);
  board_window_wait_no_dialog (fixture);
  turn_until_read (fixture);
}

/* Answers the question that stands over the board. */
static void
answer (BoardWindow *fixture,
        const char  *words,
        const char  *response)
{
  GtkWindow *dialog = board_window_wait_dialog (fixture);
  GtkWidget *line = board_window_find (
    adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)), GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (line), words);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), response));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  board_window_wait_no_dialog (fixture);
}

static char *
dup_last_note (BoardWindow *fixture,
               gint64       id)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->store, id);
  GgovIssueEvent *event = details->events->pdata[details->events->len - 1];

  return g_strdup (ggov_issue_event_get_fields (event)->note);
}

/* One may be dispatched; the second waits for a reason, and goes with it. */
static void
test_column_limit (BoardWindow   *fixture,
                   gconstpointer  data)
{
  gint64 first = board_window_file (fixture), second = board_window_file (fixture);
  g_autofree char *note = NULL;
  GtkWindow *dialog;

  set_limit (fixture, GGOV_ISSUE_DISPATCHED, 1);
  gtk_widget_activate_action (fixture->page, "board.move", "(xs)", first, "dispatch");
  board_window_wait_for_stage (fixture, first, GGOV_ISSUE_DISPATCHED);
  gtk_widget_activate_action (fixture->page, "board.move", "(xs)", second, "dispatch");
  dialog = board_window_wait_dialog (fixture);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "“Dispatched” has 1 issues already; the limit is 1.");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "pass"));
  g_assert_nonnull (board_window_wait_for_stage (fixture, second, GGOV_ISSUE_FILED));

  answer (fixture, "a storm", "pass");
  board_window_wait_for_stage (fixture, second, GGOV_ISSUE_DISPATCHED);
  note = dup_last_note (fixture, second);
  g_assert_cmpstr (note, ==, "Over the limit: a storm");
}

/* The sixth field is for each person, the seventh for each grid, and then who governs. */
static void
test_person_and_lane_limit (BoardWindow   *fixture,
                            gconstpointer  data)
{
  gint64 first = board_window_file (fixture), second = board_window_file (fixture);
  static const guint fields[] = { GGOV_ISSUE_CLOSED, GGOV_ISSUE_CLOSED + 1, GGOV_ISSUE_CLOSED + 2,
                                  GGOV_ISSUE_CLOSED + 3 };
  static const char *const names[] = { "“任晓明”", "“青松第1网格”", "“青松”", "“Community self-governance”" };

  gtk_widget_activate_action (fixture->page, "board.move", "(xs)", first, "dispatch");
  board_window_wait_for_stage (fixture, first, GGOV_ISSUE_DISPATCHED);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *body = NULL;
      GtkWindow *dialog;

      set_limit (fixture, fields[i], 1);
      gtk_widget_activate_action (fixture->page, "board.move", "(xs)", second, "dispatch");
      dialog = board_window_wait_dialog (fixture);
      body = g_strdup_printf ("%s has 1 issues already; the limit is 1.", names[i]);
      g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, body);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
      gtk_window_destroy (dialog);
      board_window_wait_no_dialog (fixture);
      set_limit (fixture, fields[i], 0);
    }
  g_assert_nonnull (board_window_wait_for_stage (fixture, second, GGOV_ISSUE_FILED));
}

/* Two are sent out at once, and come back with one undo. */
static void
test_bulk (BoardWindow   *fixture,
           gconstpointer  data)
{
  gint64 first = board_window_file (fixture), second = board_window_file (fixture);

  gtk_widget_activate_action (fixture->page, "board.mark-issue", "x", first);
  gtk_widget_activate_action (fixture->page, "board.mark-issue", "x", second);
  gtk_widget_activate_action (fixture->page, "board.move-marked", "s", "dispatch");
  answer (fixture, "all of them", "move");
  board_window_wait_for_stage (fixture, first, GGOV_ISSUE_DISPATCHED);
  board_window_wait_for_stage (fixture, second, GGOV_ISSUE_DISPATCHED);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  board_window_wait_for_stage (fixture, first, GGOV_ISSUE_FILED);
  board_window_wait_for_stage (fixture, second, GGOV_ISSUE_FILED);
}

/* Of two one may go; the list of refusals takes a reason for the other. */
static void
test_bulk_limit (BoardWindow   *fixture,
                 gconstpointer  data)
{
  gint64 first = board_window_file (fixture), second = board_window_file (fixture);
  g_autofree char *note = NULL;

  set_limit (fixture, GGOV_ISSUE_DISPATCHED, 1);
  gtk_widget_activate_action (fixture->page, "board.mark-issue", "x", first);
  gtk_widget_activate_action (fixture->page, "board.mark-issue", "x", second);
  gtk_widget_activate_action (fixture->page, "board.move-marked", "s", "dispatch");
  answer (fixture, "", "move");
  board_window_wait_for_stage (fixture, first, GGOV_ISSUE_DISPATCHED);
  answer (fixture, "a storm", "pass");
  board_window_wait_for_stage (fixture, second, GGOV_ISSUE_DISPATCHED);
  note = dup_last_note (fixture, second);
  g_assert_cmpstr (note, ==, "Over the limit: a storm");
}

static gint64
find_handler (BoardWindow *fixture,
              gint64       id)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (fixture->store, id);

  return ggov_issue_get_fields (details->issue)->handler_id;
}

/* A card that is dropped into a lane is theirs. */
static void
test_lane_drop (BoardWindow   *fixture,
                gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GtkWidget *lanes = board_window_find (fixture->page, GGOV_TYPE_BOARD_LANES, NULL);

  gtk_widget_activate_action (fixture->page, "board.show-lanes", "s", "handler");
  board_window_wait_for_view (fixture, "lanes");
  while (ggov_board_lanes_find (GGOV_BOARD_LANES (lanes), id) == NULL)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (fixture->page, "board.drop", "(xsx)", id, "dispatch",
                              fixture->office.officer);
  while (find_handler (fixture, id) != fixture->office.officer)
    g_usleep (1000);
}

/* Filters by name ----------------------------------------------------------------------------- */

static GgovChoice *
wait_for_kept (BoardWindow *fixture,
               const char  *name)
{
  while (TRUE)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GListModel) kept = NULL;
      g_autoptr(GgovChoice) first = NULL;

      ggov_store_list_kept_filters_async (fixture->store, "issues", NULL, keep_result, &result);
      kept = ggov_store_list_kept_filters_finish (fixture->store, wait_for (&result), NULL);
      first = g_list_model_get_item (kept, 0);
      if (first == NULL ? name == NULL : g_strcmp0 (ggov_choice_get_label (first), name) == 0)
        return g_steal_pointer (&first);
    }
}

/* Types a name into the window that asks for one. */
static void
give_name (BoardWindow *fixture,
           const char  *name)
{
  GtkWindow *dialog = board_window_wait_dialog (fixture);
  GtkWidget *entry = board_window_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.accept", NULL);
  board_window_wait_no_dialog (fixture);
}

static void
test_kept (BoardWindow   *fixture,
           gconstpointer  data)
{
  GtkWidget *filter = board_window_find (fixture->page, GGOV_TYPE_BOARD_FILTER, NULL);
  GtkWidget *overdue = board_window_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "overdue");
  GtkWidget *button = board_window_find (filter, GGOV_TYPE_KEPT_FILTERS, NULL);
  g_autoptr(GgovChoice) kept = NULL;
  g_autoptr(GgovChoice) renamed = NULL;

  board_window_file (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (overdue), TRUE);
  board_window_wait_for_view (fixture, "nothing");
  gtk_widget_activate_action (button, "kept.keep", NULL);
  give_name (fixture, "Late");
  kept = wait_for_kept (fixture, "Late");

  gtk_widget_activate_action (fixture->page, "board.clear-filter", NULL);
  board_window_wait_for_view (fixture, "board");
  gtk_widget_activate_action (fixture->page, "board.open-nth-filter", "s", "1");
  board_window_wait_for_view (fixture, "nothing");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (overdue)));

  gtk_widget_activate_action (button, "kept.rename", "x", ggov_choice_get_fields (kept)->id);
  give_name (fixture, "Too late");
  renamed = wait_for_kept (fixture, "Too late");
  gtk_widget_activate_action (button, "kept.forget", "x", ggov_choice_get_fields (kept)->id);
  g_assert_null (wait_for_kept (fixture, NULL));
  ggov_board_filter_clear (GGOV_BOARD_FILTER (filter));
  turn_until_read (fixture);
}

/* What is chosen in the popover is told beside it, and taken away there. */
static void
test_chips (BoardWindow   *fixture,
            gconstpointer  data)
{
  GtkWidget *filter = board_window_find (fixture->page, GGOV_TYPE_BOARD_FILTER, NULL);
  GtkWidget *chips = board_window_find (fixture->page, GTK_TYPE_WIDGET, "chips");
  GtkWidget *chip;

  board_window_file (fixture);
  g_assert_false (gtk_widget_get_visible (chips));
  ggov_board_filter_apply (GGOV_BOARD_FILTER (filter), "{'lane': 'market'}");
  board_window_wait_for_view (fixture, "nothing");
  g_assert_true (gtk_widget_get_visible (chips));
  chip = board_window_find (chips, GTK_TYPE_BUTTON, NULL);
  g_signal_emit_by_name (chip, "clicked");
  board_window_wait_for_view (fixture, "board");
  g_assert_false (gtk_widget_get_visible (chips));
}

/* Other views --------------------------------------------------------------------------------- */

/* The table begins with what is due next; another order is remembered, and so are columns. */
static void
test_table (BoardWindow   *fixture,
            gconstpointer  data)
{
  GtkWidget *list = board_window_find (fixture->page, GGOV_TYPE_BOARD_LIST, NULL);
  GgovTableColumns *columns = ggov_board_list_get_columns (GGOV_BOARD_LIST (list));
  const char *const wanted[] = { "title", "filed", "number", NULL };
  g_autoptr(GSettings) settings = ggov_settings_new ();
  g_auto(GStrv) shown = NULL;
  g_auto(GStrv) kept = NULL;
  g_autoptr(GVariant) order = NULL;
  const char *column;
  gboolean descending;

  board_window_file (fixture);
  g_object_set (fixture->page, "view", "list", NULL);
  board_window_wait_for_view (fixture, "list");
  g_assert_null (ggov_board_list_get_order (GGOV_BOARD_LIST (list), &descending));
  shown = ggov_table_columns_dup (columns);
  g_assert_cmpstr (shown[0], ==, "left");
  g_assert_cmpuint (g_strv_length (shown), ==, 7);

  ggov_table_columns_choose (columns, wanted);
  ggov_table_columns_sort (columns, "filed", TRUE);
  ggov_table_columns_sort (columns, "stage", TRUE); /* not shown: nothing happens */
  turn_until_read (fixture);
  kept = g_settings_get_strv (settings, "board-columns");
  g_assert_cmpstrv (kept, wanted);
  order = g_settings_get_value (settings, "board-order");
  g_variant_get (order, "(&sb)", &column, &descending);
  g_assert_cmpstr (column, ==, "filed");
  g_assert_true (descending);
  ggov_table_columns_choose (columns, NULL);
}

/* Due on Thursday the 5th, as the calendar has it; the map shows what the filter leaves. */
static void
test_month_and_map (BoardWindow   *fixture,
                    gconstpointer  data)
{
  gint64 id = board_window_file (fixture);
  GgovBoardMonth *month =
    GGOV_BOARD_MONTH (board_window_find (fixture->page, GGOV_TYPE_BOARD_MONTH, NULL));
  const int today = 20515; /* days from 1 January 1970 to 3 March 2026 */

  g_object_set (fixture->page, "view", "calendar", NULL);
  board_window_wait_for_view (fixture, "calendar");
  g_assert_cmpint (ggov_board_month_get_chosen (month), ==, today);
  g_assert_null (ggov_board_column_find (ggov_board_month_get_column (month), id));
  ggov_board_month_choose (month, today + 2);
  while (ggov_board_column_find (ggov_board_month_get_column (month), id) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_object_set (fixture->page, "view", "map", NULL);
  board_window_wait_for_view (fixture, "map");
  g_assert_nonnull (board_window_find (fixture->page, GGOV_TYPE_BOARD_MAP, NULL));
}

#define ADD(name, func) g_test_add ("/ui/board-rules/" name, BoardWindow, NULL, board_window_set_up, \
                                    func, board_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

  ADD ("column-limit", test_column_limit);
  ADD ("person-and-lane-limit", test_person_and_lane_limit);
  ADD ("bulk", test_bulk);
  ADD ("bulk-limit", test_bulk_limit);
  ADD ("lane-drop", test_lane_drop);
  ADD ("kept", test_kept);
  ADD ("chips", test_chips);
  ADD ("table", test_table);
  ADD ("month-and-map", test_month_and_map);

  return g_test_run ();
}
