/* test-drafting.c: drafts that are not there to be drawn, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>

#include "ggov-drafting.h"
#include "plan-town.h"

typedef struct
{
  StoreFixture store;
  MapTown town;
  GgovSession *session;
  char *lost;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  store_fixture_set_up (&self->store, NULL);
  map_town_write (self->store.store, &self->town);
  self->session = ggov_session_new (self->store.store, MAP_TOWN_DAY);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->lost, g_free);
  store_fixture_tear_down (&self->store, NULL);
}

static void
lost_cb (Fixture    *self,
         const char *sentence)
{
  g_free (self->lost);
  self->lost = g_strdup (sentence);
}

/* What is said of a plan that cannot be drawn. */
static const char *
open_plan (Fixture *self,
           gint64   plan_id)
{
  g_autoptr(GgovDrafting) drafting = ggov_drafting_new (self->session, plan_id);

  g_signal_connect_swapped (drafting, "lost", G_CALLBACK (lost_cb), self);
  while (self->lost == NULL)
    g_main_context_iteration (NULL, TRUE);
  ggov_drafting_close (drafting);

  return self->lost;
}

static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpstr (open_plan (self, 4711), ==, "This draft is no longer there.");
}

/* A border that is no line any more: nobody should look for a draft that is there. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  gint64 plan_id = plan_town_begin (&self->store, &self->town, GGOV_DRAFT_FROM_PLAN);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (self->store.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DROP TRIGGER draft_arc_image_update;"
                                     "UPDATE draft_arc SET line = x'0102'", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpstr (open_plan (self, plan_id), !=, "This draft is no longer there.");
  g_test_message ("%s", self->lost);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/drafting/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/drafting/damaged", Fixture, NULL, set_up, test_damaged, tear_down);

  return g_test_run ();
}
