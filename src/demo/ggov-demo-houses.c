/* ggov-demo-houses.c: how many floors, units and households the demo's houses have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <string.h>

#include "ggov-demo-shapes-private.h"
#include "ggov-demo-town-private.h"

#define MIN_UNIT_WIDTH 11.6 /* metres */
#define MAX_UNIT_WIDTH 17.0
#define TOWER_FLOORS   11
#define PEOPLE_MIN     2.25 /* people in a household, on the average of a unit */
#define PEOPLE_MAX     2.95

/* What stands where a house is left out, at most once in a community. */
static const struct
{
  const char *kind, *name;
  double      length, depth;
  int         floors;
} services[] = {
  { "office", "社区党群服务中心", 34, 14, 3 },
  { "medical", "社区卫生服务站", 28, 13, 2 },
  { "school", "幼儿园", 38, 17, 3 },
};

static gboolean
is_house (const GgovDemoBuilding *building)
{
  return g_str_equal (building->kind, "residential");
}

static gboolean
is_tower (const GgovDemoBuilding *building)
{
  return building->floors >= TOWER_FLOORS;
}

static GArray *
list_houses (GgovDemoTown *town,
             guint         first)
{
  GArray *houses = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < town->buildings->len; i++)
    if (is_house (_ggov_demo_town_building (town, i)))
      g_array_append_val (houses, i);

  return houses;
}

/* Turns a house into one of the services, or into a garden. */
static void
give_up_house (GgovDemoBuilding *building,
               guint             n)
{
  building->n_units = 0;
  building->kind = NULL;
  if (n >= G_N_ELEMENTS (services))
    return;

  building->kind = services[n].kind;
  building->name = g_strdup (services[n].name);
  building->length = MIN (building->length, services[n].length);
  building->depth = services[n].depth;
  building->floors = services[n].floors;
}

/* Slabs only: a garden fits between slabs, and towers are few enough. */
static void
choose_houses (GgovDemoTown   *town,
               guint           first,
               guint           keep,
               GgovDemoRandom *random)
{
  g_autoptr(GArray) houses = list_houses (town, first);
  g_autofree guint *order = _ggov_demo_random_dup_order (random, houses->len);
  guint surplus = houses->len - keep;
  guint kept = first;

  for (guint i = 0, gone = 0; gone < surplus; i = (i + 1) % houses->len)
    {
      GgovDemoBuilding *building;

      building = _ggov_demo_town_building (town, g_array_index (houses, guint, order[i]));
      if (is_house (building) && !is_tower (building))
        give_up_house (building, gone++);
    }

  for (guint i = first; i < town->buildings->len; i++)
    if (_ggov_demo_town_building (town, i)->kind)
      *_ggov_demo_town_building (town, kept++) = *_ggov_demo_town_building (town, i);

  /* What is left at the end owns nothing: it was moved, or had no texts. */
  memset (_ggov_demo_town_building (town, kept), 0,
          (town->buildings->len - kept) * sizeof (GgovDemoBuilding));
  g_array_set_size (town->buildings, kept);
}

/* Stairwells ------------------------------------------------------------------------------ */

static gboolean
add_stairwell (GgovDemoBuilding *building,
               gboolean          towers)
{
  if (is_tower (building) != towers ||
      building->length / (building->n_units + 1) < MIN_UNIT_WIDTH)
    return FALSE;

  building->n_units++;
  return TRUE;
}

static gboolean
drop_stairwell (GgovDemoBuilding *building)
{
  if (is_tower (building) || building->n_units < 3)
    return FALSE;

  building->n_units--;
  building->length = MIN (building->length, building->n_units * MAX_UNIT_WIDTH);
  return TRUE;
}

/* Makes it as many stairwells as asked for: drops those of the longest houses first, adds to slabs
 * that have the length, and to towers when there are no more of these. */
static void
match_units (GgovDemoTown   *town,
             GArray         *houses,
             guint           units,
             GgovDemoRandom *random)
{
  g_autofree guint *order = _ggov_demo_random_dup_order (random, houses->len);
  guint n = 0, most = 5;

  for (guint i = 0; i < houses->len; i++)
    n += _ggov_demo_town_building (town, g_array_index (houses, guint, i))->n_units;

  for (guint round = 0; n != units; round++)
    {
      guint at = g_array_index (houses, guint, order[round % houses->len]);
      GgovDemoBuilding *building = _ggov_demo_town_building (town, at);

      if (n > units && building->n_units >= most && drop_stairwell (building))
        n--;
      else if (n < units && add_stairwell (building, round >= houses->len))
        n++;
      if (round % houses->len == houses->len - 1)
        most = MAX (most - 1, 3);
      g_assert (round < 20 * houses->len);
    }
}

/* Households ------------------------------------------------------------------------------ */

/* Floors and doors of a house, few where there are too many households so far. */
static int
choose_doors (GgovDemoBuilding *building,
              gboolean          few,
              GgovDemoRandom   *random)
{
  static const int floors[] = { 5, 6, 6, 6, 6, 7, 7 };

  if (is_tower (building))
    {
      building->floors += _ggov_demo_random_int (random, 0, 3);
      return building->n_units == 1 ? 4 : few ? 2 : 3;
    }

  building->floors = floors[_ggov_demo_random_int (random, 0, G_N_ELEMENTS (floors) - 1)];
  if (building->n_units >= 4 && _ggov_demo_random_chance (random, 0.25))
    building->jog = _ggov_demo_random_between (random, 1.6, 3.4);

  return few ? 2 : 3;
}

static void
add_units (GgovDemoTown   *town,
           guint           index,
           int             doors,
           GgovDemoRandom *random)
{
  GgovDemoBuilding *building = _ggov_demo_town_building (town, index);

  building->first_unit = town->units->len;
  for (guint i = 0; i < building->n_units; i++)
    {
      GgovDemoUnit unit = { .building = index, .number = i + 1 };

      unit.households = building->floors * doors - _ggov_demo_random_int (random, 0, 1);
      building->households += unit.households;
      g_array_append_val (town->units, unit);
    }
}

/* Evens out what is left, a household at a time. */
static void
match_households (GgovDemoTown   *town,
                  guint           first_unit,
                  int             missing,
                  GgovDemoRandom *random)
{
  int step = missing > 0 ? 1 : -1;

  for (; missing != 0; missing -= step)
    {
      guint at = _ggov_demo_random_int (random, first_unit, town->units->len - 1);
      GgovDemoUnit *unit = _ggov_demo_town_unit (town, at);

      unit->households += step;
      _ggov_demo_town_building (town, unit->building)->households += step;
    }
}

void
_ggov_demo_people_houses (GgovDemoTown   *town,
                          guint           community,
                          guint           n_houses,
                          guint           n_units,
                          GgovDemoRandom *random)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (town, community);
  g_autoptr(GArray) houses = NULL;
  const int wanted = place->n_grids * GGOV_DEMO_GRID_HOUSEHOLDS;
  const guint first_unit = town->units->len;
  int so_far = 0;

  choose_houses (town, place->first_building, n_houses, random);
  houses = list_houses (town, place->first_building);
  match_units (town, houses, n_units, random);

  for (guint i = 0; i < houses->len; i++)
    {
      guint at = g_array_index (houses, guint, i);
      GgovDemoBuilding *building = _ggov_demo_town_building (town, at);
      guint units_so_far = town->units->len - first_unit;

      add_units (town, at,
                 choose_doors (building, so_far * (int) n_units > wanted * (int) units_so_far,
                               random), random);
      so_far += building->households;
    }

  match_households (town, first_unit, wanted - so_far, random);
  for (guint i = first_unit; i < town->units->len; i++)
    {
      GgovDemoUnit *unit = _ggov_demo_town_unit (town, i);

      unit->people = unit->households * _ggov_demo_random_between (random, PEOPLE_MIN, PEOPLE_MAX);
    }

  place->n_buildings = town->buildings->len - place->first_building;
  for (guint i = 0; i < place->n_buildings; i++)
    _ggov_demo_shape_building (town->projection,
                               _ggov_demo_town_building (town, place->first_building + i));
}
