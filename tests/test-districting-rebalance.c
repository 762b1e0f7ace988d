/* test-districting-rebalance.c: a plan in force brought into the band
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "districting-town.h"

static GgovDistrictingTerms
get_terms (void)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;

  terms.mode = GGOV_DISTRICTING_REBALANCE;

  return terms;
}

/* Two grids of 560 and 400 in a row, 540 at most: one house of 140 goes over. */
static void
test_one_house (void)
{
  const guint households[] = { 140, 140, 140, 140, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposedMove *move;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.most = 540;
  people_init_rows (&people, 8, 1, households);

  for (guint i = 0; i < 8; i++)
    people.buildings[i].grid_id = i < 4 ? 12 : 15;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->moves->len, ==, 1);
  move = &g_array_index (best->moves, GgovProposedMove, 0);
  g_assert_cmpuint (move->building, ==, 3);
  g_assert_cmpuint (move->households, ==, 140);
  g_assert_cmpint (move->from_id, ==, 12);
  g_assert_cmpint (move->to_id, ==, 15);
  g_assert_cmpuint (best->moved_households, ==, 140);
  g_assert_cmpfloat (best->within_band, ==, 1);
  people_assert_figures (&people, best, &terms);
  people_assert_drawn (&people, best);
}

/* What is in the band stays as it is, however uneven. */
static void
test_nothing_to_do (void)
{
  const guint households[] = { 100, 100, 100, 100, 120, 120, 120, 120 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 4, 2, households);

  for (guint i = 0; i < 8; i++)
    people.buildings[i].grid_id = i == 0 || i == 1 || i == 4 || i == 5 ? 1 : 2;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->moved_households, ==, 0);
  g_assert_cmpuint (best->moves->len, ==, 0);
}

/* 560, locked 400, 300 in a row: past a locked grid nothing can be handed on. */
static void
test_locked (void)
{
  const guint households[] = { 140, 140, 140, 140, 100, 100, 100, 100, 100, 100, 100 };
  const gint64 locked[] = { 2 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.locked = locked;
  terms.n_locked = 1;
  people_init_rows (&people, 11, 1, households);

  for (guint i = 0; i < 11; i++)
    people.buildings[i].grid_id = i < 4 ? 1 : i < 8 ? 2 : 3;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->moves->len, ==, 0);
  g_assert_cmpint (people_find_grid (best, 1)->reason, ==, GGOV_DISTRICTING_REASON_SIZES);
  g_assert_true (people_find_grid (best, 2)->is_locked);
  g_assert_cmpint (people_find_grid (best, 3)->reason, ==, GGOV_DISTRICTING_REASON_NONE);
  people_assert_figures (&people, best, &terms);
}

/* A new compound of three houses without a grid: they come to the grids beside them, and nobody
 * else moves. */
static void
test_new_houses (void)
{
  const guint households[] = { 100, 100, 100, 50, 50, 50, 100, 100, 100 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 9, 1, households);

  for (guint i = 0; i < 9; i++)
    people.buildings[i].grid_id = i < 3 ? 1 : i < 6 ? 0 : 2;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->moved_households, ==, 0);
  g_assert_cmpfloat (best->within_band, ==, 1);
  g_assert_cmpuint (best->grids->len, ==, 2);
}

/* 1,200 households are too many for two grids: a third is cut off them. */
static void
test_new_grid (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 12, 1, households);

  for (guint i = 0; i < 12; i++)
    people.buildings[i].grid_id = i < 6 ? 1 : 2;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->grids->len, ==, 3);
  g_assert_true (people_find_grid (best, 3)->is_new);
  g_assert_cmpfloat (best->within_band, ==, 1);

  /* The new grid needs 300: as one grid has to come down to 500, and 600 are there. */
  g_assert_cmpuint (best->moved_households, ==, 300);
}

/* 800 households are too few for three grids of 300: the smallest is given up, and all its 150 move,
 * as few as that takes. The others have 300 and 350 and may have 500. */
static void
test_grid_too_many (void)
{
  const guint households[] = { 100, 100, 100, 50, 50, 50, 100, 100, 150 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 9, 1, households);

  for (guint i = 0; i < 9; i++)
    people.buildings[i].grid_id = i / 3 + 1;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->n_given_up, ==, 1);
  g_assert_cmpuint (best->grids->len, ==, 2);
  g_assert_null (people_find_grid (best, 2));
  g_assert_cmpuint (best->moved_households, ==, 150);
  g_assert_cmpfloat (best->within_band, ==, 1);
  people_assert_drawn (&people, best);
}

/* The same with the smallest locked: of the two others, 650 households can keep both. */
static void
test_grid_too_many_locked (void)
{
  const guint households[] = { 100, 100, 100, 50, 50, 50, 100, 100, 150 };
  const gint64 locked[] = { 2 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  terms.locked = locked;
  terms.n_locked = 1;
  people_init_rows (&people, 9, 1, households);

  for (guint i = 0; i < 9; i++)
    people.buildings[i].grid_id = i / 3 + 1;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->n_given_up, ==, 0);
  g_assert_cmpuint (best->moved_households, ==, 0);
  g_assert_cmpint (people_find_grid (best, 2)->reason, ==, GGOV_DISTRICTING_REASON_LOCKED);
}

/* A grid left in two pieces by a plan of long ago: the smaller goes to the grid around it. */
static void
test_in_pieces (void)
{
  const guint households[] = { 100, 100, 100, 100, 100, 100, 50, 100 };
  GgovDistrictingTerms terms = get_terms ();
  g_autoptr(GPtrArray) proposals = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 8, 1, households);

  for (guint i = 0; i < 8; i++)
    people.buildings[i].grid_id = i < 4 || i == 6 ? 1 : 2;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (best->moved_households, ==, 50);
  g_assert_cmpint (best->grid_ids[6], ==, 2);
  people_assert_drawn (&people, best);
}

/* The smallest number ------------------------------------------------------------------------ */

#define N_HOUSES 12
#define N_GRIDS  3

typedef struct
{
  guint touching[N_HOUSES]; /* bits */
  const People *people;
  const GgovDistrictingTerms *terms;
  guint in_grid[N_GRIDS];   /* bits */
  guint households[N_GRIDS];
  guint best;               /* G_MAXUINT: none found */
} Exhaustive;

static gboolean
hangs_together (const Exhaustive *self,
                guint             houses)
{
  guint reached = houses & -houses, last = 0;

  while (reached != last)
    {
      last = reached;

      for (guint i = 0; i < N_HOUSES; i++)
        if (last >> i & 1)
          reached |= self->touching[i] & houses;
    }

  return houses != 0 && reached == houses;
}

/* Tries every grid for every house. Grids may surround others here, which can only lower the
 * number. */
static void
try_house (Exhaustive *self,
           guint       house,
           guint       moved)
{
  const GgovDistrictingBuilding *building = &self->people->buildings[house];

  if (moved >= self->best)
    return;

  if (house == N_HOUSES)
    {
      for (guint k = 0; k < N_GRIDS; k++)
        if (self->households[k] < self->terms->least || !hangs_together (self, self->in_grid[k]))
          return;

      self->best = moved;
      return;
    }

  for (guint k = 0; k < N_GRIDS; k++)
    {
      if (self->households[k] + building->households > self->terms->most)
        continue;

      self->in_grid[k] |= 1u << house;
      self->households[k] += building->households;
      try_house (self, house + 1,
                 moved + (building->grid_id != k + 1 ? building->households : 0));
      self->in_grid[k] &= ~(1u << house);
      self->households[k] -= building->households;
    }
}

static guint
find_smallest (const People               *people,
               const GgovDistrictingTerms *terms)
{
  Exhaustive search = { .people = people, .terms = terms, .best = G_MAXUINT };
  g_autoptr(GArray) pairs = NULL;

  pairs = ggov_geo_border_list_adjacencies (people->place.border,
                                            (GgovGeoBuilding *) people->town.buildings->data,
                                            N_HOUSES, NULL, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);

      search.touching[pair->first] |= 1u << pair->second;
      search.touching[pair->second] |= 1u << pair->first;
    }

  try_house (&search, 0, 0);

  return search.best;
}

/* Three columns of four houses are three grids; then some houses grow. */
static void
init_grown (People *people,
            GRand  *rand)
{
  guint households[N_HOUSES];

  for (guint i = 0; i < N_HOUSES; i++)
    households[i] = g_rand_int_range (rand, 60, 121) + (i % 3 == 0 ? 45 : 0);

  people_init_rows (people, 3, 4, households);

  for (guint i = 0; i < N_HOUSES; i++)
    people->buildings[i].grid_id = 1 + i % 3;
}

/* Never more than 1.2 times the smallest number that an exhaustive search finds. */
static void
test_smallest (void)
{
  guint n_solved = 0, n_same = 0;

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      GgovDistrictingTerms terms = get_terms ();
      g_autoptr(GPtrArray) proposals = NULL;
      const GgovProposal *best;
      g_auto(People) people = { 0 };
      guint smallest;

      terms.least = 320;
      terms.most = 460;
      init_grown (&people, rand);

      if ((smallest = find_smallest (&people, &terms)) == G_MAXUINT)
        continue;

      proposals = people_propose (&people, &terms);
      best = g_ptr_array_index (proposals, 0);
      g_test_message ("seed %u: %u households moved, %u are the fewest", seed,
                      best->moved_households, smallest);
      g_assert_cmpuint (best->grids->len, ==, N_GRIDS);
      g_assert_cmpfloat (best->within_band, ==, 1);
      g_assert_cmpfloat (best->moved_households, <=, 1.2 * smallest);
      people_assert_drawn (&people, best);
      n_solved++;
      n_same += best->moved_households == smallest;
    }

  g_test_message ("%u cases, in %u of them the fewest", n_solved, n_same);
  g_assert_cmpuint (n_solved, >=, 20);
}

/* The smallest sum of houses of a grid by which it comes down to @most: no plan can move less out
 * of it, whether or not these houses stand at its edge. */
static guint
find_least_out (const People *people,
                gint64        grid_id,
                guint         most)
{
  g_autofree gboolean *can_be = NULL;
  guint households = 0;

  for (guint i = 0; i < people->place.n_buildings; i++)
    if (people->buildings[i].grid_id == grid_id)
      households += people->buildings[i].households;

  if (households <= most)
    return 0;

  can_be = g_new0 (gboolean, households + 1);
  can_be[0] = TRUE;

  for (guint i = 0; i < people->place.n_buildings; i++)
    if (people->buildings[i].grid_id == grid_id && people->buildings[i].households > 0)
      for (guint sum = households; sum >= people->buildings[i].households; sum--)
        can_be[sum] |= can_be[sum - people->buildings[i].households];

  for (guint sum = households - most; sum <= households; sum++)
    if (can_be[sum])
      return sum;

  g_assert_not_reached ();
}

/* Takes over a division in which grids of 400 are within 300 to 500; then three grids grow. */
static void
grow_three (People             *people,
            const GgovProposal *before)
{
  static const guint wanted[] = { 540, 570, 610 };

  for (guint i = 0; i < people->place.n_buildings; i++)
    people->buildings[i].grid_id = before->grid_ids[i];

  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
    {
      gint64 id = g_array_index (before->grids, GgovProposedGrid, 3 * k).id;
      guint households = g_array_index (before->grids, GgovProposedGrid, 3 * k).households;

      for (guint i = 0; households < wanted[k]; i = (i + 1) % people->place.n_buildings)
        if (people->buildings[i].grid_id == id && people->buildings[i].households > 0)
          {
            people->buildings[i].households++;
            households++;
          }
    }
}

/* Three grids over 500 in made-up towns: never more than 1.5 times of what must leave these grids,
 * and half of the time less than 1.2 times. Where the houses that would fit stand in the middle,
 * no plan can come near that. */
static void
test_three_over (void)
{
  guint n_near = 0;

  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
      g_autoptr(GPtrArray) before = NULL;
      g_autoptr(GPtrArray) after = NULL;
      const GgovProposal *best;
      g_auto(People) people = { 0 };
      guint least = 0;

      people_init_town (&people, rand, 4, 3);
      before = people_propose (&people, &terms);
      best = g_ptr_array_index (before, 0);
      grow_three (&people, best);

      for (guint i = 0; i < best->grids->len; i++)
        least += find_least_out (&people, g_array_index (best->grids, GgovProposedGrid, i).id,
                                 terms.most);

      terms.mode = GGOV_DISTRICTING_REBALANCE;
      after = people_propose (&people, &terms);
      best = g_ptr_array_index (after, 0);
      g_test_message ("seed %u: %u grids, %u households moved, none below %u can do", seed,
                      best->grids->len, best->moved_households, least);

      g_assert_cmpfloat (best->within_band, ==, 1);
      g_assert_cmpuint (best->moved_households, >=, least);
      g_assert_cmpfloat (best->moved_households, <=, 1.5 * least);
      n_near += best->moved_households <= 1.2 * least;
      people_assert_figures (&people, best, &terms);
      people_assert_whole (&people, best);
      people_assert_drawn (&people, best);
    }

  g_assert_cmpuint (n_near, >=, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/districting/rebalance/one-house", test_one_house);
  g_test_add_func ("/districting/rebalance/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/districting/rebalance/locked", test_locked);
  g_test_add_func ("/districting/rebalance/new-houses", test_new_houses);
  g_test_add_func ("/districting/rebalance/new-grid", test_new_grid);
  g_test_add_func ("/districting/rebalance/grid-too-many", test_grid_too_many);
  g_test_add_func ("/districting/rebalance/grid-too-many-locked", test_grid_too_many_locked);
  g_test_add_func ("/districting/rebalance/in-pieces", test_in_pieces);
  g_test_add_func ("/districting/rebalance/smallest", test_smallest);
  g_test_add_func ("/districting/rebalance/three-over", test_three_over);

  return g_test_run ();
}
