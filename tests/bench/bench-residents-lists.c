/* bench-residents-lists.c: the register of a city: first rows of its lists, searches, and its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints of each question how long its answer took, the middle one of three, in milliseconds: the first
 * lines of a list in each of its orders, of those whom filters leave, searches by all that a resident can
 * be found by, who is due and whom somebody might be. The demo has some 40,000 residents; GRIDGOV_BENCH_RESIDENTS=1000000 makes a
 * city. An argument names an office to look at instead, and its day.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "ggov-demo.h"
#include "ggov-query-residents.h"
#include "ggov-store-register-grids.h"
#include "ggov-store-resident-twins.h"
#include "ggov-store-residents.h"
#include "ggov-store-special-groups.h"
#include "ggov-store-visits.h"
#include "store-fixture.h"

#define TODAY      "2026-03-31"
#define A_SCALE    40000 /* residents */
#define FIRST_KEYS 200   /* what a list asks for first, and how many of these a screen shows */
#define FIRST_ROWS 60
#define TIMES      3

typedef struct
{
  GgovStore  *store;
  const char *day;
} Bench;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
tell (const char *what,
      double     *times,
      guint       n_lines)
{
  qsort (times, TIMES, sizeof *times, compare_times);
  g_print ("%-34s %7u lines  %8.1f ms\n", what, n_lines, times[TIMES / 2]);
}

static void
ask (const Bench              *bench,
     const char               *what,
     const GgovResidentFilter *filter,
     const char               *order,
     gboolean                  descending)
{
  double times[TIMES];
  guint n = 0;

  for (guint i = 0; i < TIMES; i++)
    {
      g_autoptr(GgovQuery) query = ggov_query_new_residents (bench->day, filter, order, descending);
      const gint64 start = g_get_monotonic_time ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GgovAnswer) answer = NULL;

      ggov_store_find_rows_async (bench->store, query, FIRST_KEYS, FIRST_ROWS, NULL, NULL, keep_result,
                                  &result);
      answer = ggov_store_rows_finish (bench->store, wait_for (&result), NULL);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
      n = answer->keys->len;
    }

  tell (what, times, n);
}

/* @begin and @end: a call that answers a list */
#define ASK_LIST(bench, what, begin, end) \
  G_STMT_START \
    { \
      double times_[TIMES]; \
      guint n_ = 0; \
      for (guint i_ = 0; i_ < TIMES; i_++) \
        { \
          const gint64 start_ = g_get_monotonic_time (); \
          g_autoptr(GAsyncResult) result = NULL; \
          g_autoptr(GListModel) rows_ = NULL; \
          begin; \
          rows_ = end ((bench)->store, wait_for (&result), NULL); \
          times_[i_] = (g_get_monotonic_time () - start_) / 1000.0; \
          n_ = g_list_model_get_n_items (rows_); \
        } \
      tell (what, times_, n_); \
    } \
  G_STMT_END

/* (transfer full): somebody in the middle of the list, whose words are looked for */
static GgovResident *
find_somebody (const Bench *bench)
{
  g_autoptr(GgovQuery) query = ggov_query_new_residents (bench->day, NULL, NULL, FALSE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;

  ggov_store_find_rows_async (bench->store, query, FIRST_KEYS, FIRST_KEYS, NULL, NULL, keep_result,
                              &result);
  answer = ggov_store_rows_finish (bench->store, wait_for (&result), NULL);
  for (guint i = answer->keys->len / 2; i < answer->keys->len; i++)
    {
      GgovResident *row = g_hash_table_lookup (answer->rows,
                                               &g_array_index (answer->keys, GgovRowKey, i).id);
      const GgovResidentRecord *record = ggov_resident_get_record (row);

      if (record->phone && record->identity_number)
        return g_object_ref (row);
    }

  g_error ("nobody has a phone and a number");
}

static void
search (const Bench              *bench,
        const GgovResidentRecord *record)
{
  g_autofree char *sound = g_strndup (record->pinyin, strcspn (record->pinyin, " ") + 3);
  const struct { const char *what, *text; } texts[] = {
    { "search: whole name", record->name },
    { "search: pinyin", record->pinyin },
    { "search: begin of the sound", sound },
    { "search: phone", record->phone },
    { "search: phone tail", record->phone + strlen (record->phone) - 4 },
    { "search: identity number", record->identity_number },
    { "search: surname, a crowd", "王" },
    { "search: nobody", "龘龘" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ask (bench, texts[i].what, &(GgovResidentFilter) { .text = texts[i].text }, NULL, FALSE);
}

/* Each of the table's columns, both ways. */
static void
ask_orders (const Bench *bench)
{
  static const char *const columns[] = {
    "place", "name", "age", "confirmed-on", "door", "sex", "relation", "stay", "groups", "phone",
    "identity", "moved-in", "filled",
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *up = g_strconcat ("first rows by ", columns[i], NULL);
      g_autofree char *down = g_strconcat (up, ", down", NULL);

      ask (bench, up, NULL, columns[i], FALSE);
      ask (bench, down, NULL, columns[i], TRUE);
    }
}

static void
ask_filters (const Bench              *bench,
             const GgovResidentRecord *record)
{
  const GgovResidentCondition widowed = { .field = "marital_status", .test = GGOV_RESIDENT_IS,
                                          .value = "30" };
  const GgovResidentCondition pets = { .field = "has_dog", .test = GGOV_RESIDENT_IS, .value = "1" };
  const GgovResidentFilter filters[] = {
    { .group_id = -1 },
    { .group_id = 1 },
    { .age_from = 80 },
    { .age_from = 95 },
    { .stay = GGOV_RESIDENT_SEPARATED },
    { .confirmed_before = "2025-01-01" },
    { .community_id = record->community_id },
    { .grid_id = record->grid_id },
    { .conditions = &widowed, .n_conditions = 1 },
    { .conditions = &pets, .n_conditions = 1 },
  };
  static const char *const names[G_N_ELEMENTS (filters)] = {
    "special groups", "living alone", "those over 80", "those over 95", "registered elsewhere",
    "long not confirmed", "a community", "a grid", "the widowed", "those with a dog",
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *by_name = g_strconcat (names[i], ", by name", NULL);

      ask (bench, names[i], &filters[i], NULL, FALSE);
      ask (bench, by_name, &filters[i], "name", FALSE);
    }
}

static void
look (const Bench *bench)
{
  g_autoptr(GgovResident) somebody = find_somebody (bench);
  const GgovResidentRecord *record = ggov_resident_get_record (somebody);
  const GgovVisitPlanTerms terms = { .grid_id = record->grid_id, .day = bench->day, .limit = 20 };
  const GgovResidentTwinTerms twin = { .name = record->name, .phone = record->phone,
                                       .identity_number = record->identity_number };

  ask_orders (bench);
  ask_filters (bench, record);
  search (bench, record);
  ASK_LIST (bench, "households of a building",
            ggov_store_list_households_async (bench->store, &((GgovHouseholdFilter) {
                                                .building_id = record->building_id }), bench->day,
                                              NULL, keep_result, &result),
            ggov_store_list_households_finish);
  ASK_LIST (bench, "latest visits",
            ggov_store_list_visits_async (bench->store, &((GgovVisitFilter) { .limit = FIRST_KEYS }),
                                          bench->day, NULL, keep_result, &result),
            ggov_store_list_visits_finish);
  ASK_LIST (bench, "who is due in a grid",
            ggov_store_plan_visits_async (bench->store, &terms, NULL, keep_result, &result),
            ggov_store_plan_visits_finish);
  ASK_LIST (bench, "whom somebody might be",
            ggov_store_find_resident_twins_async (bench->store, &twin, bench->day, 10, NULL,
                                                  keep_result, &result),
            ggov_store_find_resident_twins_finish);
}

static void
tell_file (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    g_print ("%-34s %7.0f MB\n", "the office's file", info.st_size / 1e6);
}

static void
make_city (GgovStore *store)
{
  const char *wish = g_getenv ("GRIDGOV_BENCH_RESIDENTS");
  const int residents = wish ? atoi (wish) : A_SCALE / 20;
  const GgovDemoOptions options = {
    .seed = 1,
    .scale = CLAMP (residents / A_SCALE, 1, GGOV_DEMO_MAX_SCALE),
    .as_of = TODAY,
    .residents = CLAMP (residents * 100 / A_SCALE, 1, 100),
  };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (store, &options, NULL, NULL, NULL, keep_result, &result);
  ggov_demo_make_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_print ("%-34s %7d wished  %8.0f ms\n", "the office was made", residents,
           (g_get_monotonic_time () - start) / 1000.0);
}

static void
look_at (const char *path,
         const char *day)
{
  g_autoptr(GgovStore) store = ggov_store_new (path, GGOV_STORE_NONE);

  look (&(Bench) { store, day });
  ggov_store_close (store);
  tell_file (path);
}

int
main (int    argc,
      char **argv)
{
  StoreFixture fixture;

  if (argc > 2)
    {
      look_at (argv[1], argv[2]);
      return 0;
    }

  store_fixture_set_up (&fixture, NULL);
  make_city (fixture.store);
  look (&(Bench) { fixture.store, TODAY });
  tell_file (fixture.path);
  store_fixture_tear_down (&fixture, NULL);

  return 0;
}
