/* test-geo-recurrence.c: events that come back near one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ggov-geo-recurrence.h"

static void
assert_group (GPtrArray   *groups,
              guint        i,
              const guint *wanted,
              guint        n)
{
  const GArray *group = groups->pdata[i];

  g_assert_cmpuint (group->len, ==, n);
  for (guint j = 0; j < n; j++)
    g_assert_cmpuint (g_array_index (group, guint, j), ==, wanted[j]);
}

/* A row of events 60 m apart, of which each has its neighbours within 100 m: the three inner ones have
 * three events each, and the earliest of them is the middle. No group grows along the row. */
static void
test_middle (void)
{
  GgovGeoEvent events[5];

  for (guint middle = 1; middle <= 2; middle++)
    {
      const guint wanted[] = { middle, middle - 1, middle + 1 };
      g_autoptr(GPtrArray) groups = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (events); i++)
        events[i] = (GgovGeoEvent) { .kind = 1, .easting = 60.0 * i, .northing = 0,
                                     .day = i == middle ? 99 : 100 };
      groups = ggov_geo_recurrences_find (events, G_N_ELEMENTS (events), 100, 30, 3);
      g_assert_cmpuint (groups->len, ==, 1);
      assert_group (groups, 0, wanted, G_N_ELEMENTS (wanted));
    }
}

/* Of one house, of another kind, too late, and nowhere. */
static void
test_terms (void)
{
  const GgovGeoEvent events[] = {
    { .kind = 1, .house = 7, .easting = NAN, .northing = NAN, .day = 10 },
    { .kind = 1, .house = 7, .easting = 5000, .northing = 0, .day = 20 },
    { .kind = 2, .house = 7, .easting = NAN, .northing = NAN, .day = 20 },
    { .kind = 1, .house = 7, .easting = NAN, .northing = NAN, .day = 40 },
    { .kind = 1, .house = 7, .easting = NAN, .northing = NAN, .day = 41 },
    { .kind = 1, .house = 0, .easting = NAN, .northing = NAN, .day = 20 },
    { .kind = 1, .house = 8, .easting = 5030, .northing = 40, .day = 21 }, /* 50 m from the second */
  };
  g_autoptr(GPtrArray) near = ggov_geo_recurrences_find (events, G_N_ELEMENTS (events), 50, 30, 2);
  g_autoptr(GPtrArray) nearer = ggov_geo_recurrences_find (events, G_N_ELEMENTS (events), 49.9, 30,
                                                           2);
  g_autoptr(GPtrArray) many = ggov_geo_recurrences_find (events, G_N_ELEMENTS (events), 50, 30, 6);
  g_autoptr(GPtrArray) none = ggov_geo_recurrences_find (NULL, 0, 50, 30, 2);

  /* The second event is within 30 days of all of its house, and 50 m from the last one. */
  g_assert_cmpuint (near->len, ==, 1);
  assert_group (near, 0, (const guint[]) { 0, 1, 6, 3, 4 }, 5);
  g_assert_cmpuint (nearer->len, ==, 1);
  assert_group (nearer, 0, (const guint[]) { 0, 1, 3, 4 }, 4);
  g_assert_cmpuint (many->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What one group has taken another has no more: the larger first, then the earlier. */
static void
test_order (void)
{
  GgovGeoEvent events[9];
  g_autoptr(GPtrArray) groups = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    events[i] = (GgovGeoEvent) { .kind = 1, .easting = i < 2 ? 0 : i < 5 ? 1000 : 2000,
                                 .northing = 0, .day = (int) (50 - i) };

  groups = ggov_geo_recurrences_find (events, G_N_ELEMENTS (events), 10, 30, 2);
  g_assert_cmpuint (groups->len, ==, 3);
  assert_group (groups, 0, (const guint[]) { 8, 7, 6, 5 }, 4);
  assert_group (groups, 1, (const guint[]) { 4, 3, 2 }, 3);
  assert_group (groups, 2, (const guint[]) { 1, 0 }, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/recurrence/middle", test_middle);
  g_test_add_func ("/geo/recurrence/terms", test_terms);
  g_test_add_func ("/geo/recurrence/order", test_order);

  return g_test_run ();
}
