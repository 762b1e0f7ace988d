/* test-paged-list.c: a long list of which only what is looked at is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-paged-list.h"
#include "ggov-paged-steps-private.h"
#include "ggov-query-roster.h"
#include "ggov-write-people.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

/* The office's own roster has six lines on the day; so many officers come to its first grid. */
#define N_OFFICERS 1000
#define N_LINES    (6 + N_OFFICERS)

typedef struct
{
  StoreFixture   base;
  RosterOffice   office;
  gint64         posts[N_OFFICERS];
  GgovPagedList *list;
  GgovQuery     *query;    /* (nullable): the last one */
  guint          n_answered;
  GString       *changes; /* what ::items-changed told: "position-removed+added " */
} Fixture;

/* Fixture --------------------------------------------------------------------------------- */

/* 甲 jia and 乙 yi in turn, so that half of them come before the other by their reading. */
static gboolean
write_officers (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  Fixture *fixture = data;

  for (guint i = 0; i < N_OFFICERS; i++)
    {
      g_autofree char *phone = g_strdup_printf ("139%08u", i);
      gint64 person = ggov_change_add_person (change, &(GgovPersonRecord) {
        .name = i % 2 == 0 ? "乙" : "甲", .sex = "1", .phone = phone }, error);

      fixture->posts[i] = ggov_change_add_post (change, &(GgovPostRecord) {
        .person_id = person, .role_id = fixture->office.roles[POLICE],
        .grid_id = fixture->office.grids[0], .valid_from = "2026-01-01" }, error);
      if (fixture->posts[i] == 0)
        return FALSE;
    }

  return TRUE;
}

static void
answered_cb (Fixture *fixture)
{
  fixture->n_answered++;
}

static void
changed_cb (GListModel *list,
            guint       position,
            guint       removed,
            guint       added,
            Fixture    *fixture)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u ", position, removed, added);
}

/* A view that goes back to the top asks for what is there while it still is. */
static void
replacing_cb (GgovPagedList *list,
              gboolean       is_anew)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i += 50)
    {
      g_autoptr(GgovPagedItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (item);
    }
}

static void
fail_cb (GgovPagedList *list,
         GError        *error)
{
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  write_change (fixture->base.store, write_officers, fixture);

  fixture->changes = g_string_new (NULL);
  fixture->list = ggov_paged_list_new ();
  g_signal_connect_swapped (fixture->list, "answered", G_CALLBACK (answered_cb), fixture);
  g_signal_connect (fixture->list, "replacing", G_CALLBACK (replacing_cb), NULL);
  g_signal_connect (fixture->list, "failed", G_CALLBACK (fail_cb), NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  release_and_wait (fixture->list);
  g_clear_pointer (&fixture->query, ggov_query_unref);
  g_string_free (fixture->changes, TRUE);
  store_fixture_tear_down (&fixture->base, data);
}

static void
wait_for_answer (Fixture *fixture)
{
  while (ggov_paged_list_is_asking (fixture->list))
    g_main_context_iteration (NULL, TRUE);
}

static void
ask (Fixture    *fixture,
     const char *column,
     gboolean    descending,
     const char *text)
{
  const GgovRosterFilter filter = { .text = text };
  const GgovRosterOrder order = { column, descending };
  GgovQuery *query = ggov_query_new_roster (TODAY, &filter, &order, fixture->query);

  g_clear_pointer (&fixture->query, ggov_query_unref);
  fixture->query = query;
  ggov_paged_list_ask (fixture->list, fixture->base.store, query);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
}

static GgovPagedItem *
get_item (Fixture *fixture,
          guint    position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->list), position);
}

static const GgovRosterRecord *
read_item (GgovPagedItem *item)
{
  while (ggov_paged_item_get_row (item) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ggov_roster_row_get_record (ggov_paged_item_get_row (item));
}

/* The name of the line that stands somewhere. */
static void
assert_name (Fixture    *fixture,
             guint       position,
             const char *name)
{
  g_autoptr(GgovPagedItem) item = get_item (fixture, position);

  g_assert_nonnull (item);
  g_assert_cmpstr (read_item (item)->name, ==, name);
}

/* Answers --------------------------------------------------------------------------------- */

/* The beginning comes with its rows, then the rest; what is looked at further down is read, and only
 * that. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GgovPagedItem) first = NULL;
  g_autoptr(GgovPagedItem) far = NULL;
  g_autoptr(GgovPagedItem) again = NULL;

  ask (fixture, NULL, FALSE, NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
  while (fixture->n_answered < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (fixture), ==, 100);
  first = get_item (fixture, 0);
  g_assert_nonnull (ggov_paged_item_get_row (first));

  wait_for_answer (fixture);
  g_assert_cmpstr (fixture->changes->str, ==, "0-0+100 100-0+906 ");
  again = get_item (fixture, 0);
  g_assert_true (again == first);

  far = get_item (fixture, 700);
  g_assert_null (ggov_paged_item_get_row (far));
  g_assert_cmpstr (read_item (far)->role_code, ==, "department_police");
  g_assert_null (get_item (fixture, N_LINES));
}

/* The order of the roster is that of the whole list. */
static void
test_same_as_list (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;

  ggov_store_list_roster_async (fixture->base.store, TODAY, NULL, NULL, keep_result, &result);
  rows = ggov_store_list_roster_finish (fixture->base.store, wait_for (&result), NULL);
  ask (fixture, "grid", FALSE, NULL);
  wait_for_answer (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, N_LINES);
  g_assert_cmpuint (count (fixture), ==, N_LINES);

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);
      g_autoptr(GgovPagedItem) item = get_item (fixture, i);

      g_assert_cmpint (ggov_paged_item_get_key (item)->id, ==, record->post_id);
      g_assert_cmpint (ggov_paged_item_get_key (item)->detail, ==, record->person_id);
      if (i % 100 == 0)
        g_assert_cmpstr (read_item (item)->place, ==, record->place);
    }
}

/* 500 jia come before li, qian, ren and wang; 500 yi after them, before zhao. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  ask (fixture, "name", FALSE, NULL);
  wait_for_answer (fixture);
  assert_name (fixture, 0, "甲");
  assert_name (fixture, 499, "甲");
  assert_name (fixture, 500, "李强");
  assert_name (fixture, 504, "王秀英");
  assert_name (fixture, 505, "乙");
  assert_name (fixture, N_LINES - 1, "赵敏");

  ask (fixture, "name", TRUE, NULL);
  wait_for_answer (fixture);
  assert_name (fixture, 0, "赵敏");
  assert_name (fixture, N_LINES - 1, "甲");

  /* Whoever has no phone would come last; here the highest number is an officer's. */
  ask (fixture, "phone", TRUE, NULL);
  wait_for_answer (fixture);
  g_assert_cmpuint (ggov_paged_list_find (fixture->list, fixture->posts[N_OFFICERS - 1]), ==, 0);
  g_assert_cmpuint (ggov_paged_list_find (fixture->list, fixture->posts[0]), ==, N_OFFICERS - 1);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *text; guint n; } cases[] = {
    { "jia", 500 },            /* the reading */
    { "甲 13900000", 500 },    /* two words */
    { "13900000007", 1 },      /* a phone */
    { "友谊小区3号楼", 2 },    /* a place, its leader and its unit's, without the blank it is shown with */
    { "police", 1002 },        /* a role: the officers, and Qian in two grids */
    { "POLICE qwg", 2 },
    { "nobody", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ask (fixture, NULL, FALSE, cases[i].text);
      wait_for_answer (fixture);
      g_assert_cmpuint (count (fixture), ==, cases[i].n);
    }
}

/* What is out of date is not answered, and does not disturb what is. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  ask (fixture, NULL, FALSE, "police");
  ask (fixture, "name", FALSE, NULL);
  ask (fixture, NULL, FALSE, "qwg");
  wait_for_answer (fixture);
  g_assert_cmpuint (count (fixture), ==, 2);

  /* The first tells that the list is empty, of a store that it was not asked of before. */
  g_assert_cmpuint (fixture->n_answered, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_answered, ==, 2);

  ggov_paged_list_ask (fixture->list, NULL, NULL);
  g_assert_cmpuint (count (fixture), ==, 0);
}

/* Changes --------------------------------------------------------------------------------- */

static gboolean
end_one (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  const Fixture *fixture = data;

  return ggov_change_end_post (change, fixture->posts[300], "2026-02-01", "", error);
}

/* What may be typed is kept from one word to the next, read ahead, and read anew after a change. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) prepared = NULL;

  ask (fixture, NULL, FALSE, NULL);
  wait_for_answer (fixture);
  ggov_store_prepare_rows_async (fixture->base.store, fixture->query, NULL, keep_result, &result);
  prepared = ggov_store_rows_finish (fixture->base.store, wait_for (&result), NULL);
  g_assert_nonnull (prepared);
  g_assert_null (prepared->keys);

  ask (fixture, NULL, FALSE, "YI");
  wait_for_answer (fixture);
  /* 500 乙, and wang xiu ying. */
  g_assert_cmpuint (count (fixture), ==, 501);
  write_change (fixture->base.store, end_one, fixture);
  ask (fixture, NULL, FALSE, "yi 139");
  wait_for_answer (fixture);
  g_assert_cmpuint (count (fixture), ==, 499);

  /* In another order they are others: the last of the readings, down to the first, zhao and 499 yi. */
  ask (fixture, "name", TRUE, "1");
  wait_for_answer (fixture);
  assert_name (fixture, 0, "赵敏");
  assert_name (fixture, 1, "乙");
}

/* In the middle of scrolling: what is not concerned stays, and nothing has to be waited for. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovPagedItem) moved = NULL;
  g_autofree char *told = NULL;
  gpointer old_row;
  guint position;

  ask (fixture, "phone", FALSE, NULL);
  wait_for_answer (fixture);
  position = ggov_paged_list_find (fixture->list, fixture->posts[300]);
  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (held, get_item (fixture, position - 10 + i));
  read_item (held->pdata[0]);
  old_row = ggov_paged_item_get_row (held->pdata[0]);

  g_string_set_size (fixture->changes, 0);
  write_change (fixture->base.store, end_one, fixture);
  ggov_paged_list_ask_again (fixture->list);
  wait_for_answer (fixture);
  g_assert_cmpuint (count (fixture), ==, N_LINES - 1);
  g_assert_cmpuint (ggov_paged_list_find (fixture->list, fixture->posts[300]), ==,
                    GGOV_PAGED_LIST_NOWHERE);
  told = g_strdup_printf ("%u-1+0 ", position);
  g_assert_cmpstr (fixture->changes->str, ==, told);

  /* The row before it is where it was, with what is now known of it; the one after has moved up. */
  moved = get_item (fixture, position);
  g_assert_true (moved == held->pdata[11]);
  g_assert_nonnull (ggov_paged_item_get_row (held->pdata[0]));
  g_assert_true (ggov_paged_item_get_row (held->pdata[0]) != old_row);
}

/* Items that came into being while the change was on its way are read as it has left them. */
static void
test_change_under_way (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GgovPagedItem) item = NULL;

  ask (fixture, "phone", FALSE, NULL);
  wait_for_answer (fixture);
  write_change (fixture->base.store, end_one, fixture);
  ggov_paged_list_ask_again (fixture->list);
  item = get_item (fixture, 800);
  wait_for_answer (fixture);

  /* Six with lower numbers, then the officers: the 795th. */
  g_assert_cmpstr (read_item (item)->phone, ==, "13900000794");
  g_assert_cmpuint (ggov_paged_list_find (fixture->list, ggov_paged_item_get_key (item)->id), ==, 799);
}

/* Steps ----------------------------------------------------------------------------------- */

/* A letter is a row. */
static GArray *
make_keys (const char *letters)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));

  for (const char *p = letters; *p; p++)
    {
      const GgovRowKey key = { *p, 0 };

      g_array_append_val (keys, key);
    }

  return keys;
}

static void
test_steps (void)
{
  static const struct { const char *old; const char *new; const char *steps; } cases[] = {
    { "", "", "" },
    { "", "abc", "0-0+3 " },
    { "abc", "", "0-3+0 " },
    { "abc", "abc", "" },
    { "abc", "abXc", "2-0+1 " },
    { "abcd", "acd", "1-1+0 " },
    { "abcd", "aXcd", "1-1+1 " },
    { "abcdef", "bcdefa", "0-1+0 5-0+1 " },   /* one has moved down */
    { "abcdef", "fabcde", "0-0+1 6-1+0 " },   /* one has moved up */
    { "abcdef", "aXcdYf", "1-1+1 4-1+1 " },
    { "abcdef", "Xbdf", "0-1+1 2-1+0 3-1+0 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) old = make_keys (cases[i].old);
      g_autoptr(GArray) keys = make_keys (cases[i].new);
      g_autoptr(GArray) steps = _ggov_paged_steps_find (old, keys);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint k = 0; k < steps->len; k++)
        {
          const GgovPagedStep *step = &g_array_index (steps, GgovPagedStep, k);

          g_string_append_printf (text, "%u-%u+%u ", step->position, step->removed, step->added);
        }
      g_assert_cmpstr (text->str, ==, cases[i].steps);
    }
}

static void
make_random (GRand  *rand,
             GArray *keys)
{
  guint n = g_rand_int_range (rand, 0, 60);

  g_array_set_size (keys, 0);
  for (guint i = 0; i < n; i++)
    {
      const GgovRowKey key = { g_rand_int_range (rand, 0, 2) == 0 ? i : 60 - i + 100, 0 };

      g_array_append_val (keys, key);
    }
}

/* Whatever the lists, the steps lead from one to the other. */
static void
test_steps_lead (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GArray) old = make_keys ("");
  g_autoptr(GArray) keys = make_keys ("");

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GArray) steps = NULL;

      make_random (rand, old);
      make_random (rand, keys);
      steps = _ggov_paged_steps_find (old, keys);
      for (guint k = 0; k < steps->len; k++)
        {
          const GgovPagedStep *step = &g_array_index (steps, GgovPagedStep, k);

          g_assert_cmpuint (step->position + step->removed, <=, old->len);
          if (step->removed > 0)
            g_array_remove_range (old, step->position, step->removed);
          if (step->added > 0)
            g_array_insert_vals (old, step->position, &g_array_index (keys, GgovRowKey, step->from),
                                 step->added);
        }

      g_assert_cmpuint (old->len, ==, keys->len);
      g_assert_true (old->len == 0 ||
                     memcmp (old->data, keys->data, old->len * sizeof (GgovRowKey)) == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/paged/open", test_open);
  ADD ("/store/paged/same-as-list", test_same_as_list);
  ADD ("/store/paged/sort", test_sort);
  ADD ("/store/paged/filter", test_filter);
  ADD ("/store/paged/cancel", test_cancel);
  ADD ("/store/paged/words", test_words);
  ADD ("/store/paged/change", test_change);
  ADD ("/store/paged/change-under-way", test_change_under_way);
#undef ADD
  g_test_add_func ("/store/paged/steps", test_steps);
  g_test_add_func ("/store/paged/steps/lead", test_steps_lead);

  return g_test_run ();
}
