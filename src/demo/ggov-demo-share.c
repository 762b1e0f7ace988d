/* ggov-demo-share.c: which of the demo's buildings go to which grid
 *
 * Grids are grown from seeds over neighbouring plots; then single buildings change hands, at first
 * freely and then only for the better, until grids are of one size and part along streets.
 *
 * Source: S. Kirkpatrick and others, Optimization by Simulated Annealing, Science 220 (1983).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <math.h>

#include "ggov-demo-share-private.h"

#define STEPS       2500  /* attempts a building */
#define WARMEST     2.5
#define COLDEST     0.03
#define BALANCE     28.0  /* households by which a grid may differ at the cost of 1 */
#define BORDER      34.0  /* metres of border between houses at the cost of 1 */
#define STREET      0.15  /* what a metre along a street costs of that */
#define COMPOUND    0.5   /* for each two neighbours of a compound that are parted */
#define LEAST       330   /* households; beyond these each one costs more */
#define MOST        470

typedef struct
{
  guint  other;
  double cost;
} Link;

typedef struct
{
  GgovDemoTown   *town;
  guint           first;      /* building */
  guint           n;
  guint           n_grids;
  guint          *link_start; /* (array length=n + 1): into links */
  Link           *links;
  guint          *grid;       /* (array length=n) */
  int            *households; /* (array length=n_grids) */
  guint          *sizes;      /* (array length=n_grids): buildings */
  guint          *queue;
  guint          *seen;       /* (array length=n): the round it was seen in */
  guint           round;
  GgovDemoRandom  random;
} Share;

static GgovDemoBuilding *
get_building (Share *share,
              guint  i)
{
  return _ggov_demo_town_building (share->town, share->first + i);
}

static double
get_link_cost (Share                  *share,
               const GgovGeoAdjacency *pair)
{
  GgovDemoBuilding *one = get_building (share, pair->first);
  GgovDemoBuilding *two = get_building (share, pair->second);
  double cost = (pair->border_m - (1 - STREET) * pair->street_m) / BORDER;

  if (one->compound >= 0 && one->compound == two->compound)
    cost += COMPOUND;

  return cost;
}

static void
read_links (Share  *share,
            GArray *pairs)
{
  g_autofree guint *filled = g_new0 (guint, share->n + 1);

  share->link_start = g_new0 (guint, share->n + 1);
  share->links = g_new (Link, MAX (2 * pairs->len, 1));

  for (guint i = 0; i < pairs->len; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);

      share->link_start[pair->first + 1]++;
      share->link_start[pair->second + 1]++;
    }
  for (guint i = 0; i < share->n; i++)
    share->link_start[i + 1] += share->link_start[i];

  for (guint i = 0; i < pairs->len; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);
      double cost = get_link_cost (share, pair);

      share->links[share->link_start[pair->first] + filled[pair->first]++] =
        (Link) { pair->second, cost };
      share->links[share->link_start[pair->second] + filled[pair->second]++] =
        (Link) { pair->first, cost };
    }
}

/* Growing --------------------------------------------------------------------------------- */

static double
get_distance2 (Share *share,
               guint  i,
               guint  j)
{
  GgovDemoBuilding *one = get_building (share, i), *two = get_building (share, j);

  return (one->x - two->x) * (one->x - two->x) + (one->y - two->y) * (one->y - two->y);
}

/* Seeds, each far from those before it. */
static void
choose_seeds (Share *share,
              guint *seeds)
{
  g_autofree double *away = g_new (double, share->n);

  for (guint i = 0; i < share->n; i++)
    away[i] = G_MAXDOUBLE;

  seeds[0] = _ggov_demo_random_int (&share->random, 0, share->n - 1);
  for (guint k = 1; k <= share->n_grids; k++)
    {
      double best = -1;

      for (guint i = 0; i < share->n; i++)
        {
          double weight = _ggov_demo_random_between (&share->random, 0.7, 1);

          away[i] = MIN (away[i], get_distance2 (share, i, seeds[k - 1]));
          if (k < share->n_grids && away[i] * weight > best)
            {
              best = away[i] * weight;
              seeds[k] = i;
            }
        }
    }
}

static void
take (Share *share,
      guint  i,
      guint  k)
{
  share->grid[i] = k;
  share->households[k] += get_building (share, i)->households;
  share->sizes[k]++;
}

/* The nearest free plot that touches the grid, or G_MAXUINT. */
static guint
find_free_neighbour (Share *share,
                     guint  k,
                     guint  seed)
{
  double best = G_MAXDOUBLE;
  guint found = G_MAXUINT;

  for (guint i = 0; i < share->n; i++)
    {
      if (share->grid[i] != k)
        continue;

      for (guint j = share->link_start[i]; j < share->link_start[i + 1]; j++)
        {
          guint other = share->links[j].other;

          if (share->grid[other] == G_MAXUINT && get_distance2 (share, other, seed) < best)
            {
              best = get_distance2 (share, other, seed);
              found = other;
            }
        }
    }

  return found;
}

/* Each time the smallest grid that still can takes a plot. Returns: FALSE where a plot is left
 * because it touches none. */
static gboolean
grow (Share *share)
{
  g_autofree guint *seeds = g_new (guint, share->n_grids);
  g_autofree gboolean *stuck = g_new0 (gboolean, share->n_grids);
  guint left = share->n - share->n_grids;

  choose_seeds (share, seeds);
  for (guint i = 0; i < share->n; i++)
    share->grid[i] = G_MAXUINT;
  for (guint k = 0; k < share->n_grids; k++)
    {
      share->households[k] = share->sizes[k] = 0;
      take (share, seeds[k], k);
    }

  for (; left > 0; left--)
    {
      guint found = G_MAXUINT;

      while (found == G_MAXUINT)
        {
          guint least = G_MAXUINT;

          for (guint k = 0; k < share->n_grids; k++)
            if (!stuck[k] &&
                (least == G_MAXUINT || share->households[k] < share->households[least]))
              least = k;
          if (least == G_MAXUINT)
            return FALSE;

          found = find_free_neighbour (share, least, seeds[least]);
          if (found == G_MAXUINT)
            stuck[least] = TRUE;
          else
            take (share, found, least);
        }
    }

  return TRUE;
}

/* Trading --------------------------------------------------------------------------------- */

static double
get_balance_cost (int households)
{
  double off = (households - GGOV_DEMO_GRID_HOUSEHOLDS) / BALANCE;

  return off * off + MAX (0, LEAST - households) / 4.0 + MAX (0, households - MOST) / 4.0;
}

/* Whether a grid hangs together without one of its buildings. */
static gboolean
is_whole_without (Share *share,
                  guint  gone)
{
  guint k = share->grid[gone], head = 0, tail = 0;

  share->round++;
  for (guint j = share->link_start[gone]; j < share->link_start[gone + 1] && tail == 0; j++)
    if (share->grid[share->links[j].other] == k)
      share->queue[tail++] = share->links[j].other;

  if (tail == 0)
    return FALSE;

  share->seen[gone] = share->seen[share->queue[0]] = share->round;
  for (; head < tail; head++)
    for (guint j = share->link_start[share->queue[head]];
         j < share->link_start[share->queue[head] + 1]; j++)
      {
        guint other = share->links[j].other;

        if (share->grid[other] == k && share->seen[other] != share->round)
          {
            share->seen[other] = share->round;
            share->queue[tail++] = other;
          }
      }

  return tail == share->sizes[k] - 1;
}

static double
get_gain (Share *share,
          guint  i,
          guint  to)
{
  guint from = share->grid[i];
  int households = get_building (share, i)->households;
  double gain = get_balance_cost (share->households[from]) +
                get_balance_cost (share->households[to]) -
                get_balance_cost (share->households[from] - households) -
                get_balance_cost (share->households[to] + households);

  for (guint j = share->link_start[i]; j < share->link_start[i + 1]; j++)
    {
      guint grid = share->grid[share->links[j].other];

      gain += (grid == to) * share->links[j].cost - (grid == from) * share->links[j].cost;
    }

  return gain;
}

static void
try_trade (Share  *share,
           double  warmth)
{
  guint i = _ggov_demo_random_int (&share->random, 0, share->n - 1), from = share->grid[i], to;
  guint n_links = share->link_start[i + 1] - share->link_start[i];
  int households = get_building (share, i)->households;
  double gain;

  if (n_links == 0 || share->sizes[from] == 1)
    return;

  to = share->grid[share->links[share->link_start[i] +
                                _ggov_demo_random_int (&share->random, 0, n_links - 1)].other];
  if (to == from)
    return;

  gain = get_gain (share, i, to);
  if (gain < 0 && !_ggov_demo_random_chance (&share->random, exp (gain / warmth)))
    return;
  if (!is_whole_without (share, i))
    return;

  share->households[from] -= households;
  share->sizes[from]--;
  share->grid[i] = to;
  share->households[to] += households;
  share->sizes[to]++;
}

static void
trade (Share *share)
{
  const guint steps = STEPS * share->n;

  for (guint step = 0; step < steps; step++)
    try_trade (share, WARMEST * pow (COLDEST / WARMEST, (double) step / steps));
}

static gboolean
is_balanced (Share *share)
{
  for (guint k = 0; k < share->n_grids; k++)
    if (share->households[k] < GGOV_DEMO_GRID_LEAST || share->households[k] > GGOV_DEMO_GRID_MOST)
      return FALSE;

  return TRUE;
}

static void
share_clear (Share *share)
{
  g_free (share->link_start);
  g_free (share->links);
  g_free (share->grid);
  g_free (share->households);
  g_free (share->sizes);
  g_free (share->queue);
  g_free (share->seen);
}

gboolean
_ggov_demo_share_buildings (GgovDemoTown *town,
                            guint         community,
                            GArray       *pairs,
                            guint         attempt)
{
  GgovDemoCommunity *place = _ggov_demo_town_community (town, community);
  Share share = {
    .town = town,
    .first = place->first_building,
    .n = place->n_buildings,
    .n_grids = place->n_grids,
    .grid = g_new (guint, place->n_buildings),
    .households = g_new (int, place->n_grids),
    .sizes = g_new (guint, place->n_grids),
    .queue = g_new (guint, place->n_buildings),
    .seen = g_new0 (guint, place->n_buildings),
    .random = _ggov_demo_random_new (town->seed, 1000 * (community + 1) + attempt),
  };
  gboolean balanced;

  read_links (&share, pairs);
  balanced = grow (&share);
  if (balanced)
    trade (&share);
  balanced = balanced && is_balanced (&share);

  for (guint i = 0; balanced && i < share.n; i++)
    get_building (&share, i)->grid = place->first_grid + share.grid[i];
  for (guint k = 0; balanced && k < share.n_grids; k++)
    _ggov_demo_town_grid (town, place->first_grid + k)->households = share.households[k];
  share_clear (&share);

  return balanced;
}
