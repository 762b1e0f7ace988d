/* test-districting.c: communities divided into grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "districting-town.h"

static const GgovProposal *
get_best (GPtrArray *proposals)
{
  return g_ptr_array_index (proposals, 0);
}

/* 4 by 4 houses of 100 households: four grids of four, each two by two: a block of 60 by 44
 * metres, whose area to its border is 4 π 60 44 / 208² = 0.767. */
static void
test_equal (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 100, 100, 100,
                               100, 100, 100, 100, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 4, 4, households);
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 4);
  g_assert_cmpfloat (best->max_deviation, ==, 0);
  g_assert_cmpfloat (best->within_5, ==, 1);
  g_assert_cmpfloat_with_epsilon (best->compactness, 0.767, 0.01);
  g_assert_cmpint (best->grid_ids[0], ==, best->grid_ids[5]);
  g_assert_cmpint (best->grid_ids[10], ==, best->grid_ids[15]);
  g_assert_cmpuint (best->moves->len, ==, 0);

  for (guint i = 0; i < 4; i++)
    g_assert_true (g_array_index (best->grids, GgovProposedGrid, i).is_new);

  people_assert_drawn (&people, best);
}

/* Two rows of six houses of 100; a main street between the rows. Grids of 300 are 2 by 1.5 blocks
 * or 3 by 1: only the latter cross nothing. */
static void
test_main_street (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.target = 300;
  terms.least = 200;
  terms.most = 400;
  people_init_rows (&people, 6, 2, households);
  people.place.streets = people.main_streets = town_new_street (-10, 22, 190, 22);
  people.place.main_streets = people.main_streets;
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 4);
  g_assert_cmpfloat (best->max_deviation, ==, 0);
  g_assert_cmpuint (best->n_crossing, ==, 0);

  for (guint i = 0; i < 6; i++)
    for (guint j = 6; j < 12; j++)
      g_assert_cmpint (best->grid_ids[i], !=, best->grid_ids[j]);
}

/* Where nothing but a crossing is left, it is counted: one grid, with 190 - 10 metres of street in
 * it; the outermost 1.5 metres of a street are the community's border. */
static void
test_crossing (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.n_grids = 1;
  people_init_rows (&people, 6, 2, households);
  people.place.streets = people.main_streets = town_new_street (-10, 22, 190, 22);
  people.place.main_streets = people.main_streets;
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 1);
  g_assert_cmpuint (best->n_crossing, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (best->grids, GgovProposedGrid, 0).crossed_m,
                                  180, 1);
}

/* Columns two wide and rows two deep are as good; compounds stand in columns. */
static void
test_compounds (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 2, 4, households);

  for (guint i = 0; i < 8; i++)
    people.buildings[i].compound_id = 7 + i / 4;

  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 2);
  g_assert_cmpuint (best->n_parted, ==, 0);
  g_assert_cmpint (best->grid_ids[0], ==, best->grid_ids[3]);
  g_assert_cmpint (best->grid_ids[0], !=, best->grid_ids[4]);
}

/* 700 in one house among houses of 100: it has a grid to itself, and the rest, 1,100, is shared
 * among three. */
static void
test_large_building (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 700, 100, 100, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposedGrid *grid;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 4, 3, households);
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);
  grid = people_find_grid (best, best->grid_ids[5]);

  g_assert_cmpuint (best->grids->len, ==, 4);
  g_assert_cmpuint (grid->households, ==, 700);
  g_assert_cmpint (grid->reason, ==, GGOV_DISTRICTING_REASON_BUILDING);
  g_assert_cmpint (grid->building_id, ==, 6);
  g_assert_cmpstr (ggov_districting_reason_to_nick (grid->reason), ==, "building");
  people_assert_drawn (&people, best);
}

/* 1,800 households in houses of 600 cannot make six grids: three are what there is. */
static void
test_few_buildings (void)
{
  const guint households[] = { 600, 600, 600 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.n_grids = 6;
  people_init_rows (&people, 3, 1, households);
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 3);
  g_assert_cmpuint (best->n_too_few, ==, 3);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (best->grids, GgovProposedGrid, i).reason, ==,
                     GGOV_DISTRICTING_REASON_BUILDING);
}

/* 560 households make one grid of 560 or two of 280: both are off, the latter less. */
static void
test_total (void)
{
  const guint households[] = { 140, 140, 140, 140 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 4, 1, households);
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      const GgovProposedGrid *grid = &g_array_index (best->grids, GgovProposedGrid, i);

      g_assert_cmpuint (grid->households, ==, 280);
      g_assert_cmpint (grid->reason, ==, GGOV_DISTRICTING_REASON_TOTAL);
    }
}

/* 250 and 550 are as near to two grids of 400 as three houses in a row come. */
static void
test_sizes (void)
{
  const guint households[] = { 250, 250, 300 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 3, 1, households);
  proposals = people_propose (&people, &terms);
  best = get_best (proposals);

  g_assert_cmpuint (best->grids->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (best->within_10, 0, 1e-9);
  g_assert_cmpint (g_array_index (best->grids, GgovProposedGrid, 0).reason, ==,
                   GGOV_DISTRICTING_REASON_SIZES);
}

/* The locked grid has the middle column of five; the two sides are divided by themselves. */
static void
test_locked (void)
{
  const guint households[] = { 100, 100, 60, 100, 100, 100, 100, 60, 100, 100,
                               100, 100, 60, 100, 100, 100, 100, 60, 100, 100 };
  const gint64 locked[] = { 30 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposedGrid *grid;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.locked = locked;
  terms.n_locked = 1;
  people_init_rows (&people, 5, 4, households);

  for (guint i = 0; i < 20; i++)
    people.buildings[i].grid_id = i % 5 == 2 ? 30 : i % 5 < 2 ? 31 : 32;

  proposals = people_propose (&people, &terms);
  best = get_best (proposals);
  grid = people_find_grid (best, 30);

  g_assert_cmpuint (best->grids->len, ==, 5);
  g_assert_true (grid->is_locked);
  g_assert_cmpuint (grid->households, ==, 240);
  g_assert_cmpint (grid->reason, ==, GGOV_DISTRICTING_REASON_LOCKED);
  g_assert_cmpfloat (best->max_deviation, ==, 0);

  for (guint i = 0; i < 20; i++)
    g_assert_cmpint (best->grid_ids[i] == 30, ==, i % 5 == 2);

  /* One grid on each side goes on, one is new. */
  g_assert_nonnull (people_find_grid (best, 31));
  g_assert_nonnull (people_find_grid (best, 32));
  g_assert_nonnull (people_find_grid (best, 33));
  g_assert_nonnull (people_find_grid (best, 34));
  g_assert_cmpuint (best->moved_households, ==, 800);
  people_assert_figures (&people, best, &terms);
  people_assert_drawn (&people, best);
}

/* A grid in the middle of a ring of others cannot be left there by one single grid. */
static void
test_surrounded (void)
{
  const guint households[] = { 60, 60, 60, 60, 300, 60, 60, 60, 60 };
  const gint64 locked[] = { 5 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) outcomes = NULL;
  g_auto(People) people = { 0 };

  terms.locked = locked;
  terms.n_locked = 1;
  terms.n_grids = 1;
  people_init_rows (&people, 3, 3, households);
  people.buildings[4].grid_id = 5;
  outcomes = ggov_districting_propose (&people.place, 1, &terms, NULL, NULL, NULL, NULL);
  g_assert_null (((GgovDistrictingOutcome *) g_ptr_array_index (outcomes, 0))->proposals);
  g_assert_error (((GgovDistrictingOutcome *) g_ptr_array_index (outcomes, 0))->error,
                  GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);

  g_clear_pointer (&outcomes, g_ptr_array_unref);
  terms.n_grids = 2;
  terms.target = 240;
  terms.least = 200;
  outcomes = ggov_districting_propose (&people.place, 1, &terms, NULL, NULL, NULL, NULL);
  people_assert_drawn (&people, get_best (((GgovDistrictingOutcome *)
                                           g_ptr_array_index (outcomes, 0))->proposals));
}

/* A kiosk in a courtyard can only be in the grid of the house around it. */
static void
test_courtyard (void)
{
  const TownBox boxes[] = {
    { 10, 10, 50, 50, 0 }, { 25, 25, 35, 35, 0 }, { 70, 10, 110, 50, 0 },
  };
  const double ring[] = { 20, 20, 40, 20, 40, 40, 20, 40, 20, 20 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  g_auto(People) people = { 0 };
  GByteArray *bytes = g_byte_array_new ();
  GgovGeoBuilding *house;

  town_init_boxes (&people.town, 120, 60, boxes, G_N_ELEMENTS (boxes), NULL);
  house = &g_array_index (people.town.buildings, GgovGeoBuilding, 0);
  g_byte_array_append (bytes, g_bytes_get_data (house->footprint, NULL),
                       g_bytes_get_size (house->footprint));
  bytes->data[5] = 2;
  town_append (bytes, 5);

  for (guint i = 0; i < 5; i++)
    {
      double place[2];

      town_place_at (ring[2 * i], ring[2 * i + 1], place);
      g_byte_array_append (bytes, (const guint8 *) place, sizeof place);
    }

  g_bytes_unref (house->footprint);
  house->footprint = g_byte_array_free_to_bytes (bytes);
  people_settle (&people);
  people.buildings[0].households = 200;
  people.buildings[1].households = 200;
  people.buildings[2].households = 400;
  proposals = people_propose (&people, &terms);

  g_assert_cmpuint (get_best (proposals)->grids->len, ==, 2);
  g_assert_cmpint (get_best (proposals)->grid_ids[0], ==, get_best (proposals)->grid_ids[1]);
  g_assert_cmpfloat (get_best (proposals)->max_deviation, ==, 0);
  people_assert_drawn (&people, get_best (proposals));
}

/* A house beyond the border is left out and named nowhere else. */
static void
test_left_out (void)
{
  const TownBox boxes[] = {
    { 5, 5, 25, 25, 0 }, { 35, 5, 55, 25, 0 }, { 90, 5, 110, 25, 0 },
  };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  g_auto(People) people = { 0 };

  town_init_boxes (&people.town, 60, 30, boxes, G_N_ELEMENTS (boxes), NULL);
  people_settle (&people);

  for (guint i = 0; i < 3; i++)
    people.buildings[i].households = 400;

  proposals = people_propose (&people, &terms);

  g_assert_cmpuint (get_best (proposals)->grids->len, ==, 2);
  g_assert_cmpuint (get_best (proposals)->n_left_out, ==, 1);
  g_assert_cmpint (get_best (proposals)->grid_ids[2], ==, 0);
  people_assert_figures (&people, get_best (proposals), &terms);
}

/* Several proposals differ, and the best comes first. */
static void
test_several (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  g_auto(People) people = { 0 };

  terms.n_proposals = 4;
  people_init_town (&people, rand, 4, 3);
  proposals = people_propose (&people, &terms);
  g_assert_cmpuint (proposals->len, ==, 4);

  for (guint i = 0; i < 4; i++)
    {
      const GgovProposal *one = g_ptr_array_index (proposals, i);

      people_assert_figures (&people, one, &terms);

      for (guint j = 0; j < i; j++)
        g_assert_false (memcmp (one->grid_ids,
                                ((GgovProposal *) g_ptr_array_index (proposals, j))->grid_ids,
                                one->n_buildings * sizeof *one->grid_ids) == 0);
    }
}

/* Whatever the town, what is proposed holds; and where it has so many buildings that sizes can be
 * met, they are. */
static void
test_towns (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
      g_autoptr(GPtrArray) proposals = NULL;
      const GgovProposal *best;
      g_auto(People) people = { 0 };

      people_init_town (&people, rand, 2 + seed % 4, 2 + seed % 3);
      terms.target = seed % 2 == 0 ? 400 : 300;
      terms.least = 200;
      proposals = people_propose (&people, &terms);
      best = get_best (proposals);
      g_test_message ("seed %u: %u buildings, %u grids, largest deviation %.3f, compactness %.3f",
                      seed, people.place.n_buildings, best->grids->len, best->max_deviation,
                      best->compactness);

      people_assert_figures (&people, best, &terms);
      people_assert_whole (&people, best);
      people_assert_drawn (&people, best);

      for (guint i = 0; i < best->grids->len; i++)
        {
          const GgovProposedGrid *grid = &g_array_index (best->grids, GgovProposedGrid, i);
          double off = fabs ((double) grid->households / terms.target - 1);

          g_assert_cmpint (grid->reason != GGOV_DISTRICTING_REASON_NONE, ==, off > 0.1 + 1e-9);
          g_assert_cmpint (grid->reason, !=, GGOV_DISTRICTING_REASON_SIZES);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/districting/equal", test_equal);
  g_test_add_func ("/districting/main-street", test_main_street);
  g_test_add_func ("/districting/crossing", test_crossing);
  g_test_add_func ("/districting/compounds", test_compounds);
  g_test_add_func ("/districting/large-building", test_large_building);
  g_test_add_func ("/districting/few-buildings", test_few_buildings);
  g_test_add_func ("/districting/total", test_total);
  g_test_add_func ("/districting/sizes", test_sizes);
  g_test_add_func ("/districting/locked", test_locked);
  g_test_add_func ("/districting/surrounded", test_surrounded);
  g_test_add_func ("/districting/courtyard", test_courtyard);
  g_test_add_func ("/districting/left-out", test_left_out);
  g_test_add_func ("/districting/several", test_several);
  g_test_add_func ("/districting/towns", test_towns);

  return g_test_run ();
}
