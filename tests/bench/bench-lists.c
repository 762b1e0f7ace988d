/* bench-lists.c: the roster and the points accounts of a city, opened, sorted, searched, scrolled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints for each act how long it took until the lines on the screen were there, until the whole list
 * was known, what all threads worked until then, and the longest turn of the main loop meanwhile. A
 * machine that does other things as well shows in what was waited for, not in what was worked. Arguments name an office to
 * look at and the day; without them a demo office is made, of the scale in GRIDGOV_BENCH_SCALE: 60 is a city.
 */

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "ggov-demo.h"
#include "ggov-paged-list.h"
#include "ggov-points-page.h"
#include "ggov-query-load.h"
#include "ggov-roster-page.h"
#include "ggov-session.h"
#include "ggov-store-branches.h"
#include "ggov-store-search.h"
#include "ggov-store-vacancies.h"
#include "store-fixture.h"

#define TODAY "2026-03-31"
/* Steps of the scrolling, and how long each is looked at. */
#define N_STEPS   40
#define STEP_US   G_GINT64_CONSTANT (16000)
#define REST_US   G_GINT64_CONSTANT (100000)
#define IDLE_US   G_GINT64_CONSTANT (10000) /* worked in a rest where nothing is going on any more */
#define MAX_RESTS 50

GResource *ggov_ui_get_resource (void);

/* Microseconds. What the main loop's own thread worked is not what it waited for a processor that has
 * other things to do. */
typedef struct
{
  gint64 last;
  gint64 longest;
  gint64 last_work;
  gint64 longest_work;
  gint64 all_work; /* of all threads, when the act began */
} Watch;

static gint64
get_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gint64
get_work (void)
{
  return get_clock (CLOCK_THREAD_CPUTIME_ID);
}

typedef struct
{
  GtkWindow     *window;
  GtkColumnView *view;
  GtkEditable   *entry;
  Watch          watch;
} Desk;

static gboolean
tick_cb (gpointer user_data)
{
  Watch *watch = user_data;
  gint64 now = g_get_monotonic_time ();
  gint64 work = get_work ();

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->last = now;
  watch->longest_work = MAX (watch->longest_work, work - watch->last_work);
  watch->last_work = work;

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find (GtkWidget *top,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static GgovPagedList *
get_list (Desk *desk)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (desk->view);

  return GGOV_PAGED_LIST (GTK_IS_SINGLE_SELECTION (selection)
                            ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection))
                            : gtk_multi_selection_get_model (GTK_MULTI_SELECTION (selection)));
}

static void
turn_for (gint64 us)
{
  gint64 end = g_get_monotonic_time () + us;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* Until all that an act brought about is drawn. */
static void
settle (void)
{
  gint64 work;

  for (guint i = 0; i < MAX_RESTS; i++)
    {
      work = get_clock (CLOCK_PROCESS_CPUTIME_ID);
      turn_for (REST_US);
      if (get_clock (CLOCK_PROCESS_CPUTIME_ID) - work < IDLE_US)
        return;
    }
}

/* When the lines on the screen were there, and what was worked until then. */
typedef struct
{
  gint64 at;
  gint64 work;
} Seen;

static void
answered_cb (GgovPagedList *list,
             Seen          *seen)
{
  if (seen->at != 0)
    return;

  seen->at = g_get_monotonic_time ();
  seen->work = get_clock (CLOCK_PROCESS_CPUTIME_ID);
}

/* An act has been done at @start. */
static void
tell (Desk       *desk,
      const char *what,
      gint64      start)
{
  GgovPagedList *list = get_list (desk);
  Seen seen = { 0 };
  gint64 known;
  gulong id = g_signal_connect (list, "answered", G_CALLBACK (answered_cb), &seen);

  while (seen.at == 0 || ggov_paged_list_is_asking (list))
    g_main_context_iteration (NULL, TRUE);
  known = g_get_monotonic_time ();
  g_signal_handler_disconnect (list, id);
  settle ();

  g_print ("%-26s %7u lines  seen %6.0f ms (worked %5.0f)  known %6.0f ms  longest turn %6.1f ms, "
           "worked %6.1f ms\n", what,
           g_list_model_get_n_items (G_LIST_MODEL (list)), (seen.at - start) / 1000.0,
           (seen.work - desk->watch.all_work) / 1000.0, (known - start) / 1000.0, desk->watch.longest / 1000.0, desk->watch.longest_work / 1000.0);
}

static gint64
begin (Desk *desk)
{
  desk->watch.longest = 0;
  desk->watch.longest_work = 0;
  desk->watch.last_work = get_work ();
  desk->watch.all_work = get_clock (CLOCK_PROCESS_CPUTIME_ID);
  desk->watch.last = g_get_monotonic_time ();

  return desk->watch.last;
}

static void
sort (Desk        *desk,
      const char  *what,
      guint        column,
      GtkSortType  direction)
{
  g_autoptr(GtkColumnViewColumn) one =
    g_list_model_get_item (gtk_column_view_get_columns (desk->view), column);
  gint64 start = begin (desk);

  gtk_column_view_sort_by_column (desk->view, one, direction);
  tell (desk, what, start);
}

static void
type (Desk       *desk,
      const char *what,
      const char *text)
{
  gint64 start = begin (desk);

  gtk_editable_set_text (desk->entry, text);
  tell (desk, what, start);
}

/* From the top to the end in steps, as by the bar; then how long the last lines take to come. */
static void
scroll (Desk *desk)
{
  GtkAdjustment *bar = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (desk->view));
  /* A line less: GTK 4.8 warns where the last one is not sized yet. */
  double end = gtk_adjustment_get_upper (bar) - gtk_adjustment_get_page_size (bar) - 40;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_list (desk)));
  gint64 start = begin (desk);
  g_autoptr(GgovPagedItem) last = NULL;

  for (guint i = 1; i <= N_STEPS; i++)
    {
      gtk_adjustment_set_value (bar, end * i / N_STEPS);
      turn_for (STEP_US);
    }
  start = g_get_monotonic_time ();
  last = g_list_model_get_item (G_LIST_MODEL (get_list (desk)), n - 1);
  while (ggov_paged_item_get_row (last) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_print ("%-26s %7u lines  seen %6.0f ms  %28s  longest turn %6.1f ms, "
           "worked %6.1f ms\n", "  scrolled to the end", n,
           (g_get_monotonic_time () - start) / 1000.0, "", desk->watch.longest / 1000.0,
           desk->watch.longest_work / 1000.0);
}

static void
open_page (Desk        *desk,
           const char  *what,
           GtkWidget   *page,
           GgovSession *session)
{
  gint64 start;

  gtk_window_set_child (desk->window, page);
  desk->view = GTK_COLUMN_VIEW (find (page, GTK_TYPE_COLUMN_VIEW));
  desk->entry = GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY));
  settle ();

  start = begin (desk);
  g_object_set (page, "session", session, NULL);
  tell (desk, what, start);
}

/* What a page asks the store for when it is not a list of any length. */
typedef struct
{
  const char *what;
  gint64      start;
  gint64      work;
} Act;

static Act
begin_act (const char *what)
{
  return (Act) { what, g_get_monotonic_time (), get_clock (CLOCK_PROCESS_CPUTIME_ID) };
}

/* Takes @rows over. */
static void
end_act (const Act  *act,
         GListModel *rows)
{
  g_print ("%-26s %7u lines  answered %6.0f ms (worked %5.0f)\n", act->what,
           g_list_model_get_n_items (rows), (g_get_monotonic_time () - act->start) / 1000.0,
           (get_clock (CLOCK_PROCESS_CPUTIME_ID) - act->work) / 1000.0);
  g_object_unref (rows);
}

static void
grow (GgovSession *session,
      const char  *what,
      GgovTree     tree)
{
  GgovStore *store = ggov_session_get_store (session);
  const Act act = begin_act (what);
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_list_branches_async (store, tree, NULL, ggov_session_get_today (session), NULL, NULL,
                                  keep_result, &result);
  end_act (&act, ggov_store_list_branches_finish (store, wait_for (&result), NULL));
}

static void
look_for (GgovSession *session,
          const char  *what,
          const char  *words)
{
  GgovStore *store = ggov_session_get_store (session);
  const Act act = begin_act (what);
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_search_async (store, words, ggov_session_get_today (session), 10, NULL, keep_result,
                           &result);
  end_act (&act, ggov_store_search_finish (store, wait_for (&result), NULL));
}

static void
find_vacant (GgovSession *session)
{
  GgovStore *store = ggov_session_get_store (session);
  const Act act = begin_act ("  vacant posts");
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_list_vacancies_async (store, ggov_session_get_today (session), NULL, keep_result,
                                   &result);
  end_act (&act, ggov_store_list_vacancies_finish (store, wait_for (&result), NULL));
}

static void
weigh (GgovSession *session)
{
  GgovStore *store = ggov_session_get_store (session);
  const Act act = begin_act ("  the load");
  g_autoptr(GgovQuery) query = ggov_query_new_load (ggov_session_get_today (session));
  g_autoptr(GgovPagedList) rows = ggov_paged_list_new ();

  ggov_paged_list_ask (rows, store, query);
  while (ggov_paged_list_is_asking (rows))
    g_main_context_iteration (NULL, TRUE);
  end_act (&act, g_object_ref (G_LIST_MODEL (rows)));
}

static void
ask_store (GgovSession *session)
{
  g_print ("the store asked\n");
  grow (session, "  by place", GGOV_TREE_PLACES);
  grow (session, "  by role", GGOV_TREE_ROLES);
  grow (session, "  by organisation", GGOV_TREE_ORGANISATIONS);
  find_vacant (session);
  weigh (session);
  look_for (session, "  search: a name", "王秀英");
  look_for (session, "  search: a surname", "王");
  look_for (session, "  search: a reading", "wangxiu");
  look_for (session, "  search: initials", "wxy");
  look_for (session, "  search: a phone’s tail", "1234");
  look_for (session, "  search: a door", "3号楼");
}

static void
work_on (Desk        *desk,
         GgovSession *session)
{
  open_page (desk, "roster opened", g_object_new (GGOV_TYPE_ROSTER_PAGE, NULL), session);
  sort (desk, "  sorted by name", 2, GTK_SORT_ASCENDING);
  sort (desk, "  by place, descending", 3, GTK_SORT_DESCENDING);
  scroll (desk);
  sort (desk, "  as the roster is", 0, GTK_SORT_ASCENDING);
  /* Words are read ahead when the cursor comes to where they are typed. */
  gtk_widget_grab_focus (GTK_WIDGET (desk->entry));
  settle ();
  type (desk, "  a reading typed", "wang");
  type (desk, "  a name typed", "王秀英");
  type (desk, "  initials typed", "wxy");
  type (desk, "  a phone’s tail typed", "1234");
  type (desk, "  a place typed", "3号楼");
  type (desk, "  the words taken away", "");
  scroll (desk);
  g_object_set (gtk_window_get_child (desk->window), "session", NULL, NULL);

  open_page (desk, "points opened", g_object_new (GGOV_TYPE_POINTS_PAGE, NULL), session);
  sort (desk, "  sorted by balance", 2, GTK_SORT_DESCENDING);
  scroll (desk);
  type (desk, "  a reading typed", "wang");
  g_object_set (gtk_window_get_child (desk->window), "session", NULL, NULL);
  gtk_window_set_child (desk->window, NULL);
}

static void
make (GgovStore *store)
{
  const char *scale = g_getenv ("GRIDGOV_BENCH_SCALE");
  const GgovDemoOptions options = {
    .seed = 1, .scale = scale ? atoi (scale) : 1, .as_of = TODAY,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  Desk desk = { NULL };
  StoreFixture fixture;
  GgovStore *store;
  GgovSession *session;
  guint id;

  if (!gtk_init_check ())
    {
      g_print ("there is no display, and no xvfb-run that would make one\n");
      return EXIT_SUCCESS;
    }

  adw_init ();
  g_resources_register (ggov_ui_get_resource ());
  store_fixture_set_up (&fixture, NULL);
  if (argc < 2)
    make (fixture.store);
  store = argc < 2 ? g_object_ref (fixture.store) : ggov_store_new (argv[1], GGOV_STORE_NONE);
  session = ggov_session_new (store, argc > 2 ? argv[2] : TODAY);

  desk.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (desk.window, 1400, 900);
  gtk_window_present (desk.window);
  id = g_timeout_add (1, tick_cb, &desk.watch);
  ask_store (session);
  work_on (&desk, session);
  g_source_remove (id);
  gtk_window_destroy (desk.window);

  g_object_unref (session);
  if (argc >= 2)
    ggov_store_close (store);
  g_object_unref (store);
  store_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
