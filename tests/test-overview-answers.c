/* test-overview-answers.c: what the store answers before there is a page is read in its order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "ggov-overview-answers.h"

typedef struct
{
  GgovOverviewAnswers *answers;
  GObject             *store;
  GObject             *page;
} Fixture;

/* What has been read, in that order, kept with the page. */
static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GObject) page = user_data;
  GArray *read = g_object_get_data (page, "read");
  gssize number = g_task_propagate_int (G_TASK (result), NULL);

  g_array_append_val (read, number);
}

static GTask *
begin_call (Fixture *fixture)
{
  return g_task_new (fixture->store, NULL, ggov_overview_answers_cb,
                     ggov_overview_answers_await (fixture->answers, read_cb));
}

/* The answer has come when this returns. */
static void
answer (GTask *task,
        int    number)
{
  g_task_return_int (task, number);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
assert_read (Fixture    *fixture,
             guint       n,
             const int  *numbers)
{
  GArray *read = g_object_get_data (fixture->page, "read");

  g_assert_cmpuint (read->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (read, gssize, i), ==, numbers[i]);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->answers = ggov_overview_answers_new ();
  fixture->store = g_object_new (G_TYPE_OBJECT, NULL);
  fixture->page = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data_full (fixture->page, "read", g_array_new (FALSE, FALSE, sizeof (gssize)),
                          (GDestroyNotify) g_array_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->answers);
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->store);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GTask) first = begin_call (fixture);
  g_autoptr(GTask) second = begin_call (fixture);
  g_autoptr(GTask) third = begin_call (fixture);

  answer (second, 2);
  answer (first, 1);
  assert_read (fixture, 0, NULL);

  g_assert_cmpuint (ggov_overview_answers_get_n_calls (fixture->answers), ==, 3);
  ggov_overview_answers_read (fixture->answers, fixture->page);
  assert_read (fixture, 2, (const int[]) { 2, 1 });

  answer (third, 3);
  assert_read (fixture, 3, (const int[]) { 2, 1, 3 });
}

/* Nobody reads them where another office was asked for meanwhile. */
static void
test_unread (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GTask) first = begin_call (fixture);
  g_autoptr(GTask) second = begin_call (fixture);

  answer (first, 1);
  answer (second, 2);
  assert_read (fixture, 0, NULL);
}

/* The page is kept no longer than the last answer takes. */
static void
test_page_goes (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GTask) task = begin_call (fixture);

  ggov_overview_answers_read (fixture->answers, fixture->page);
  g_assert_cmpuint (fixture->page->ref_count, >, 1);

  answer (task, 1);
  assert_read (fixture, 1, (const int[]) { 1 });
  g_assert_cmpuint (fixture->page->ref_count, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/overview-answers/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/overview-answers/unread", Fixture, NULL, set_up, test_unread, tear_down);
  g_test_add ("/overview-answers/page-goes", Fixture, NULL, set_up, test_page_goes, tear_down);

  return g_test_run ();
}
