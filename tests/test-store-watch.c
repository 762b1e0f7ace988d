/* test-store-watch.c: a desk hears of what others write to its office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-write-people.h"
#include "ggov-write-places.h"
#include "store-fixture.h"

/* The fixture's own store is a shell: it writes beside the desk. */
typedef struct
{
  StoreFixture  base;
  GgovStore    *desk;
  GPtrArray    *heard; /* (element-type utf8): the tables of each signal, joined */
} Fixture;

static gboolean
write_sub_district (GgovChange  *change,
                    gpointer     data,
                    GError     **error)
{
  return ggov_change_add_sub_district (change, "150203005", "青松街道", error) != 0;
}

static gboolean
write_person (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const GgovPersonRecord person = { .name = data, .sex = "2", .phone = "" };

  return ggov_change_add_person (change, &person, error) != 0;
}

static void
changed_cb (GgovStore *store,
            GStrv      tables,
            Fixture   *self)
{
  g_ptr_array_add (self->heard, g_strjoinv (" ", tables));
}

static void
open_desk (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_open_async (store, NULL, keep_result, &result);
  ggov_store_open_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  store_fixture_set_up (&self->base, NULL);
  write_change (self->base.store, write_sub_district, NULL);

  self->heard = g_ptr_array_new_with_free_func (g_free);
  self->desk = ggov_store_new (self->base.path, GGOV_STORE_DESK);
  g_signal_connect (self->desk, "changed", G_CALLBACK (changed_cb), self);
  open_desk (self->desk);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ggov_store_close (self->desk);
  release_and_wait (self->desk);
  g_ptr_array_unref (self->heard);
  store_fixture_tear_down (&self->base, NULL);
}

static void
hear (Fixture *self,
      guint    n)
{
  while (self->heard->len < n)
    g_main_context_iteration (NULL, TRUE);
}

/* What was written before it opened is read anyway. */
static void
test_other_store (Fixture       *self,
                  gconstpointer  data)
{
  write_change (self->base.store, write_person, (gpointer) "王秀英");
  hear (self, 1);
  g_assert_cmpstr (self->heard->pdata[0], ==, "person");

  write_change (self->base.store, write_person, (gpointer) "李强");
  hear (self, 2);
  g_assert_cmpstr (self->heard->pdata[1], ==, "person");
}

static gboolean
write_street (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  return ggov_change_add_street (change, "友谊路", FALSE, data, error) != 0;
}

/* Its own change is told of at once and not again with another's that comes before or after it. */
static void
test_own_once (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GBytes) line = g_bytes_new_static ("line", 4);

  write_change (self->base.store, write_person, (gpointer) "王秀英");
  write_change (self->desk, write_street, line);
  g_assert_cmpuint (self->heard->len, ==, 1);
  g_assert_cmpstr (self->heard->pdata[0], ==, "street");
  hear (self, 2);
  g_assert_cmpstr (self->heard->pdata[1], ==, "person");

  write_change (self->desk, write_street, line);
  write_change (self->base.store, write_person, (gpointer) "李强");
  g_assert_cmpuint (self->heard->len, ==, 3);
  hear (self, 4);
  g_assert_cmpstr (self->heard->pdata[2], ==, "street");
  g_assert_cmpstr (self->heard->pdata[3], ==, "person");
}

/* As gridgovctl beside a window. */
static void
test_other_process (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "test-store-watch", NULL);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--write",
                              self->base.path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);

  hear (self, 1);
  g_assert_cmpstr (self->heard->pdata[0], ==, "person");
}

/* Calls that follow one another closely do not keep it from listening. */
static void
test_busy (Fixture       *self,
           gconstpointer  data)
{
  write_change (self->base.store, write_person, (gpointer) "王秀英");

  while (self->heard->len == 0)
    open_desk (self->desk);

  g_assert_cmpstr (self->heard->pdata[0], ==, "person");
}

static void
count_cb (GgovStore *store,
          GStrv      tables,
          guint     *n)
{
  (*n)++;
}

/* A store that is no desk does not look. */
static void
test_shell (Fixture       *self,
            gconstpointer  data)
{
  GgovStore *shell = ggov_store_new (self->base.path, GGOV_STORE_NONE);
  guint n = 0;

  g_signal_connect (shell, "changed", G_CALLBACK (count_cb), &n);
  open_desk (shell);
  write_change (self->base.store, write_person, (gpointer) "王秀英");
  hear (self, 1);
  open_desk (shell);
  g_assert_cmpuint (n, ==, 0);
  ggov_store_close (shell);
  release_and_wait (shell);
}

/* What the second process does. */
static int
write_alone (const char *path)
{
  GgovStore *store = ggov_store_new (path, GGOV_STORE_NONE);

  write_change (store, write_person, (gpointer) "赵敏");
  ggov_store_close (store);
  release_and_wait (store);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_alone (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/store-watch/other-store", test_other_store);
  ADD ("/store-watch/own-once", test_own_once);
  ADD ("/store-watch/other-process", test_other_process);
  ADD ("/store-watch/busy", test_busy);
  ADD ("/store-watch/shell", test_shell);
#undef ADD

  return g_test_run ();
}
