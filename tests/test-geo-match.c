/* test-geo-match.c: buildings found again in a later survey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-geo-match.h"
#include "ggov-geo-wkb.h"

#define SIDE 30
#define WEST 9.5
#define SOUTH 47.1
#define STEP 0.0003
#define WIDTH 0.0002

static void
append_house (GgovGeoFootprintsBuilder *builder,
              double                    lon,
              double                    lat,
              double                    width)
{
  const double coords[] = { lon, lat, lon + width, lat, lon + width, lat + WIDTH,
                            lon, lat + WIDTH, lon, lat };
  const guint size = 5;
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (coords, &size, 1);

  g_assert_true (ggov_geo_footprints_builder_append (
    builder, 0, 0, g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb), NULL));
}

/* House @i of the first survey, moved and grown by so many house widths. */
static void
append_numbered (GgovGeoFootprintsBuilder *builder,
                 guint                     i,
                 double                    moved,
                 double                    grown)
{
  append_house (builder, WEST + i % SIDE * STEP + moved * WIDTH, SOUTH + i / SIDE * STEP,
                WIDTH * (1 + grown));
}

static GgovGeoFootprints *
finish (GgovGeoFootprintsBuilder **builder)
{
  return ggov_geo_footprints_builder_end (g_steal_pointer (builder));
}

static GgovGeoFootprints *
new_first_survey (void)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);

  for (guint i = 0; i < SIDE * SIDE; i++)
    append_numbered (builder, i, 0, 0);

  return finish (&builder);
}

static GgovGeoMatcher *
new_matcher (void)
{
  g_autoptr(GgovGeoFootprints) first = new_first_survey ();
  g_autoptr(GgovGeoIndex) index = ggov_geo_index_new (first);

  return ggov_geo_matcher_new (index);
}

/* Two years later, by i modulo 5: 0 to 2 as before, 3 surveyed anew, 4 pulled down; and a new row
 * of houses. In reverse, so that no order helps. */
static void
test_second_survey (void)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GgovGeoFootprints) second = NULL;
  g_autoptr(GgovGeoMatcher) matcher = new_matcher ();
  g_autofree GgovGeoMatch *matches = NULL;
  guint k = 0;

  for (guint i = SIDE * SIDE; i-- > 0;)
    {
      if (i % 5 != 4)
        append_numbered (builder, i, i % 5 == 3 ? 0.1 : 0, 0);
    }
  for (guint i = 0; i < SIDE; i++)
    append_numbered (builder, SIDE * SIDE + i, 0, 0);

  second = finish (&builder);
  matches = g_new (GgovGeoMatch, ggov_geo_footprints_get_n (second));
  ggov_geo_matcher_find_all (matcher, second, NULL, matches);

  for (guint i = SIDE * SIDE; i-- > 0;)
    {
      g_assert_true (ggov_geo_matcher_is_taken (matcher, i) == (i % 5 != 4));
      if (i % 5 == 4)
        continue;
      g_assert_cmpuint (matches[k].kind, ==,
                        i % 5 == 3 ? GGOV_GEO_MATCH_PLACE : GGOV_GEO_MATCH_SAME);
      g_assert_cmpuint (matches[k].i, ==, i);
      k++;
    }
  for (guint i = 0; i < SIDE; i++, k++)
    g_assert_cmpuint (matches[k].kind, ==, GGOV_GEO_MATCH_NONE);

  g_assert_cmpuint (k, ==, ggov_geo_footprints_get_n (second));
}

/* Moved by m widths, 1 − m of 1 + m is in common; grown by g, 1 of 1 + g. */
static const struct
{
  const char *name;
  double moved;
  double grown;
  GgovGeoMatchKind kind;
  double share;
} changes[] = {
  { "not", 0, 0, GGOV_GEO_MATCH_SAME, 1 },
  { "moved-a-quarter", 0.25, 0, GGOV_GEO_MATCH_PLACE, 0.75 / 1.25 },
  { "moved-over-a-third", 0.35, 0, GGOV_GEO_MATCH_NONE, 0 },
  { "extended", 0, 0.5, GGOV_GEO_MATCH_PLACE, 1 / 1.5 },
  { "more-than-doubled", 0, 1.05, GGOV_GEO_MATCH_NONE, 0 },
  { "into-the-gap", 1, -0.5, GGOV_GEO_MATCH_NONE, 0 },
};

static void
test_change (gconstpointer data)
{
  guint c = GPOINTER_TO_UINT (data);
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GgovGeoFootprints) incoming = NULL;
  g_autoptr(GgovGeoMatcher) matcher = new_matcher ();
  GgovGeoMatch match;

  append_numbered (builder, 31, changes[c].moved, changes[c].grown);
  incoming = finish (&builder);

  g_assert_true (ggov_geo_matcher_find (matcher, incoming, 0, &match) ==
                 (changes[c].kind != GGOV_GEO_MATCH_NONE));
  g_assert_cmpuint (match.kind, ==, changes[c].kind);
  g_assert_cmpfloat_with_epsilon (match.share, changes[c].share, 1e-9);
  if (match.kind != GGOV_GEO_MATCH_NONE)
    g_assert_cmpuint (match.i, ==, 31);
}

/* Bit for bit the same is asked for, so another first point is another outline of share 1. */
static void
test_begun_elsewhere (void)
{
  const double coords[] = { WEST + WIDTH, SOUTH,        WEST + WIDTH, SOUTH + WIDTH, WEST,
                            SOUTH + WIDTH, WEST, SOUTH, WEST + WIDTH, SOUTH };
  const guint size = 5;
  g_autoptr(GBytes) wkb = ggov_geo_wkb_new_polygon (coords, &size, 1);
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GgovGeoFootprints) incoming = NULL;
  g_autoptr(GgovGeoMatcher) matcher = new_matcher ();
  GgovGeoMatch match;

  g_assert_true (ggov_geo_footprints_builder_append (
    builder, 0, 0, g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb), NULL));
  incoming = finish (&builder);

  g_assert_false (ggov_geo_matcher_find_same (matcher, incoming, 0, &match));
  g_assert_true (ggov_geo_matcher_find (matcher, incoming, 0, &match));
  g_assert_cmpuint (match.kind, ==, GGOV_GEO_MATCH_PLACE);
  g_assert_cmpuint (match.i, ==, 0);
  g_assert_cmpfloat_with_epsilon (match.share, 1, 1e-9);
}

/* A file that holds one house three times, of which two are known. */
static void
test_twins (void)
{
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  g_autoptr(GgovGeoFootprints) two = NULL;
  g_autoptr(GgovGeoFootprints) three = NULL;
  g_autoptr(GgovGeoIndex) index = NULL;
  g_autoptr(GgovGeoMatcher) matcher = NULL;
  GgovGeoMatch matches[3];

  append_numbered (builder, 0, 0, 0);
  append_numbered (builder, 0, 0, 0);
  two = finish (&builder);
  builder = ggov_geo_footprints_builder_new (0);
  for (guint i = 0; i < 3; i++)
    append_numbered (builder, 0, 0, 0);
  three = finish (&builder);

  index = ggov_geo_index_new (two);
  matcher = ggov_geo_matcher_new (index);
  ggov_geo_matcher_find_all (matcher, three, NULL, matches);

  g_assert_cmpuint (matches[0].kind, ==, GGOV_GEO_MATCH_SAME);
  g_assert_cmpuint (matches[0].i, ==, 0);
  g_assert_cmpuint (matches[1].kind, ==, GGOV_GEO_MATCH_SAME);
  g_assert_cmpuint (matches[1].i, ==, 1);
  g_assert_cmpuint (matches[2].kind, ==, GGOV_GEO_MATCH_NONE);
}

static void
test_taken_and_skipped (void)
{
  g_autoptr(GgovGeoMatcher) matcher = new_matcher ();
  g_autoptr(GgovGeoFootprints) second = new_first_survey ();
  g_autofree guint8 *skip = g_new0 (guint8, SIDE * SIDE);
  g_autofree GgovGeoMatch *matches = g_new (GgovGeoMatch, SIDE * SIDE);

  ggov_geo_matcher_take (matcher, 7);
  skip[8] = 1;
  ggov_geo_matcher_find_all (matcher, second, skip, matches);

  for (guint i = 0; i < SIDE * SIDE; i++)
    g_assert_true ((matches[i].kind == GGOV_GEO_MATCH_SAME) == (i != 7 && i != 8));
  g_assert_true (ggov_geo_matcher_is_taken (matcher, 7));
  g_assert_false (ggov_geo_matcher_is_taken (matcher, 8));
}

static void
test_nothing_known (void)
{
  g_autoptr(GgovGeoFootprints) none =
    ggov_geo_footprints_builder_end (ggov_geo_footprints_builder_new (0));
  g_autoptr(GgovGeoFootprints) survey = new_first_survey ();
  g_autoptr(GgovGeoIndex) index = ggov_geo_index_new (none);
  g_autoptr(GgovGeoMatcher) matcher = ggov_geo_matcher_new (index);
  GgovGeoMatch match;

  g_assert_false (ggov_geo_matcher_find (matcher, survey, 0, &match));
  g_assert_cmpuint (match.kind, ==, GGOV_GEO_MATCH_NONE);
  ggov_geo_matcher_find_all (matcher, none, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/match/second-survey", test_second_survey);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/geo/match/change/", changes[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_change);
    }
  g_test_add_func ("/geo/match/begun-elsewhere", test_begun_elsewhere);
  g_test_add_func ("/geo/match/twins", test_twins);
  g_test_add_func ("/geo/match/taken-and-skipped", test_taken_and_skipped);
  g_test_add_func ("/geo/match/nothing-known", test_nothing_known);

  return g_test_run ();
}
