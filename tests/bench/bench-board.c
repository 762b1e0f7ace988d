/* bench-board.c: the board of 50,000 issues, opened, filtered, put into lanes and looked at as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints for each act the median of five: how long it took until it was painted, and what all threads
 * worked until then. On a machine that does other things as well, the first has the others' share in
 * it. One issue in ten is open; they stand on the grids and in the buildings of a demo office. An
 * argument picks acts by a part of their names.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ggov-board-filter.h"
#include "ggov-board-page.h"
#include "ggov-demo.h"
#include "ggov-session.h"
#include "ggov-store-choices.h"
#include "ggov-write-issues.h"
#include "store-fixture.h"

#define TODAY     "2026-03-31"
#define NOW       1774920600 /* 2026-03-31T09:30, Shanghai */
#define DAY       86400
#define N_ISSUES  50000
#define N_RUNS    5
#define BUILDINGS 200 /* the first of the demo office's */

GResource *ggov_ui_get_resource (void);

/* What an issue is made of: ids. */
typedef struct
{
  GListModel *grids;
  GListModel *types;
  GListModel *handlers;
} Office;

typedef struct
{
  const char  *only;   /* (nullable): a part of the names of the acts that are wanted */
  GtkWindow   *window;
  GgovSession *session;
  GtkWidget   *page;
} Desk;

static gint64
pick (GListModel *choices,
      guint       i)
{
  g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i % g_list_model_get_n_items (choices));

  return ggov_choice_get_fields (choice)->id;
}

static gboolean
write_issue (GgovChange    *change,
             const Office  *office,
             guint          i,
             GError       **error)
{
  static const char *const titles[] = {
    "楼道堆放杂物", "暖气不热", "夜间施工噪声", "井盖松动", "电梯停运", "下水堵塞", "邻里纠纷", "飞线充电",
  };
  const gboolean is_open = i % 10 == 0;
  const guint stage = i / 10 % GGOV_ISSUE_CLOSED;
  const gint64 filed_at = is_open ? NOW - (gint64) (i / 10 % 20) * DAY : NOW - (gint64) i * 3000;
  g_autofree char *number = g_strdup_printf ("2020-%05u", i + 1);
  g_autofree char *place = g_strdup_printf ("%u号楼%u单元", i % BUILDINGS + 1, i % 4 + 1);
  g_autofree char *title = g_strconcat (place, titles[i % G_N_ELEMENTS (titles)], NULL);
  const GgovIssueRecord record = {
    .number = number,
    .case_type_id = pick (office->types, i * 7),
    .title = title,
    .place = place,
    .source = "patrol",
    .stage = ggov_issue_stage_get_code (is_open ? stage : GGOV_ISSUE_EVALUATED),
    .grid_id = pick (office->grids, i),
    .building_id = i % BUILDINGS + 1,
    .handler_id = is_open && stage < GGOV_ISSUE_DISPATCHED ? 0 : pick (office->handlers, i * 13),
    .filed_at = filed_at,
    .due_at = filed_at + (i % 12 + 1) * DAY,
    .closed_at = is_open ? 0 : filed_at + 2 * DAY,
  };

  return ggov_change_add_issue (change, &record, error) != 0;
}

static gboolean
write_issues (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  for (guint i = 0; i < N_ISSUES; i++)
    if (!write_issue (change, data, i, error))
      return FALSE;

  return TRUE;
}

static GListModel *
list_choices (GgovStore      *store,
              GgovChoiceKind  kind)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *choices;

  ggov_store_list_choices_async (store, kind, 0, TODAY, NULL, keep_result, &result);
  choices = ggov_store_list_choices_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return choices;
}

static void
make_office (GgovStore *store)
{
  const GgovDemoOptions options = { .seed = 1, .scale = 1, .as_of = TODAY };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Office office;

  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  office.grids = list_choices (store, GGOV_CHOICE_GRIDS);
  office.types = list_choices (store, GGOV_CHOICE_CASE_TYPES);
  office.handlers = list_choices (store, GGOV_CHOICE_HANDLERS);
  write_change (store, write_issues, &office);
  g_object_unref (office.grids);
  g_object_unref (office.types);
  g_object_unref (office.handlers);
}

/* Looking --------------------------------------------------------------------------------- */

static GtkWidget *
find (GtkWidget  *top,
      GType       type,
      const char *id)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type) &&
      (id == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (top)), id) == 0))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, id);

      if (found)
        return found;
    }

  return NULL;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *is_painted)
{
  *is_painted = TRUE;
}

/* Until what was asked for is on the screen. */
static void
wait_painted (Desk *desk)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk->window));
  gboolean is_painted = FALSE;
  gulong id;

  while (ggov_board_page_is_reading (GGOV_BOARD_PAGE (desk->page)))
    g_main_context_iteration (NULL, TRUE);

  id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  gtk_widget_queue_draw (desk->page);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

/* Animations and what comes later, so that it does not count for the next act. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* An act, and what takes it back. */
typedef void (*ActFunc) (Desk       *desk,
                         const char *words);

static void
measure (Desk       *desk,
         const char *what,
         ActFunc     act,
         const char *words,
         ActFunc     back)
{
  gint64 waited[N_RUNS], worked[N_RUNS];

  if (desk->only && strstr (what, desk->only) == NULL)
    return;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      gint64 work = get_work ();

      act (desk, words);
      wait_painted (desk);
      waited[i] = g_get_monotonic_time () - begin;
      worked[i] = get_work () - work;
      settle ();
      if (back)
        {
          back (desk, "");
          wait_painted (desk);
          settle ();
        }
    }

  qsort (waited, N_RUNS, sizeof (gint64), compare);
  qsort (worked, N_RUNS, sizeof (gint64), compare);
  g_print ("%-26s painted after %6.1f ms, worked %6.1f ms\n", what, waited[N_RUNS / 2] / 1000.0,
           worked[N_RUNS / 2] / 1000.0);
}

static void
leave (Desk       *desk,
       const char *words)
{
  gtk_window_set_child (desk->window, NULL);
  desk->page = NULL;
}

static void
open_page (Desk       *desk,
           const char *words)
{
  if (desk->page)
    leave (desk, "");
  desk->page = g_object_new (GGOV_TYPE_BOARD_PAGE, "session", desk->session, NULL);
  gtk_window_set_child (desk->window, desk->page);
}

static void
filter (Desk       *desk,
        const char *words)
{
  ggov_board_filter_apply (GGOV_BOARD_FILTER (find (desk->page, GGOV_TYPE_BOARD_FILTER, NULL)), words);
}

static void
group (Desk       *desk,
       const char *words)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (desk->page, GTK_TYPE_DROP_DOWN, "grouping_drop")),
                              atoi (words));
}

static void
view (Desk       *desk,
      const char *words)
{
  g_object_set (desk->page, "view", words, NULL);
}

static void
work_on (Desk *desk)
{
  open_page (desk, "");
  wait_painted (desk);
  measure (desk, "opened", open_page, "", NULL);
  measure (desk, "words found", filter, "{'text': '噪声'}", filter);
  measure (desk, "a number", filter, "{'text': '2020-04321'}", filter);
  measure (desk, "words not found", filter, "{'text': '没有这样的事'}", filter);
  measure (desk, "a grid", filter, "{'place': '150203005001002'}", filter);
  measure (desk, "a community", filter, "{'place': '150203005001'}", filter);
  measure (desk, "a lane", filter, "{'lane': 'market'}", filter);
  measure (desk, "a type", filter, "{'type': 'C0101'}", filter);
  measure (desk, "a source", filter, "{'source': 'hotline'}", filter);
  measure (desk, "nobody sent", filter, "{'handler': 'nobody'}", filter);
  measure (desk, "overdue", filter, "{'overdue': '1'}", filter);
  measure (desk, "due by the end of today", filter, "{'due': 'today'}", filter);
  measure (desk, "filed this month", filter, "{'period': 'month'}", filter);
  measure (desk, "lanes by grid", group, "1", group);
  measure (desk, "lanes by community", group, "2", group);
  measure (desk, "lanes by who governs", group, "3", group);
  measure (desk, "lanes by handler", group, "4", group);
  measure (desk, "as a table", view, "list", view);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GtkCssProvider) css = NULL;
  StoreFixture fixture;
  Desk desk = { .only = argc > 1 ? argv[1] : NULL };

  if (!gtk_init_check ())
    {
      g_print ("there is no display, and no xvfb-run that would make one\n");
      return EXIT_SUCCESS;
    }

  adw_init ();
  g_resources_register (ggov_ui_get_resource ());
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/org/example/GridGov/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  store_fixture_set_up (&fixture, NULL);
  make_office (fixture.store);
  desk.session = ggov_session_new (fixture.store, TODAY);
  desk.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (desk.window, 1500, 900);
  gtk_window_present (desk.window);
  settle ();
  work_on (&desk);

  leave (&desk, "");
  gtk_window_destroy (desk.window);
  settle ();
  g_object_unref (desk.session);
  store_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
