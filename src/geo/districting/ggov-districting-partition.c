/* ggov-districting-partition.c: which grid each plot is in, and what that costs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-districting-private.h"

/* The cost of a division. One unit is about what a tenth in a grid's shape is worth. */
#define NEAR_SHARE    0.05 /* a grid within this of the target is as good as one on it, or nearly */
#define FAR_SHARE     0.10 /* one beyond this is called out */
#define NEAR_COST     0.25 /* at the edge of the near share */
#define BEYOND_NEAR   20.0  /* for each near share beyond it */
#define BEYOND_FAR    8.0  /* for each near share beyond the far one, besides */
#define SHAPE_COST    10.0  /* of a grid without any area to its border, above a circle */
#define THIN          0.50 /* shapes worse than this cost more */
#define THIN_COST     15.0
#define CROSSING_COST 2.5  /* of a grid on both sides of a main street */
#define CROSSING_M    20.0 /* of main street make half of that */
#define CROSSING_RATE 0.004 /* for each metre of main street inside, besides */
#define CURVE         0.5  /* for the square of that, so that grids are off by the same */
#define PARTED_COST   1.5 /* for each grid more than one that a compound is in */

/* The same where the plan in force is rebalanced. */
#define MOVED_COST    0.05 /* for each household that gets another grid */
#define LEAST_MOVED   0.2  /* households */
#define BAND_COST     1.0  /* for each household too many or too few: worth moving twenty */
#define OUTSIDE_COST  50.0 /* for being outside the band at all: worth moving a thousand */
#define STAY_SHARE    0.05 /* of what shapes, streets and compounds cost else */

static double
get_target_cost (const GgovDistrictingGoal *goal,
                 guint                      households)
{
  double off = fabs (households / goal->target - 1) / NEAR_SHARE;
  double beyond = MAX (0, off - 1);

  return NEAR_COST * MIN (1, off * off) + beyond * (BEYOND_NEAR + CURVE * beyond) +
         BEYOND_FAR * MAX (0, off - FAR_SHARE / NEAR_SHARE);
}

static double
get_band_cost (const GgovDistrictingGoal *goal,
               guint                      households)
{
  guint beyond = households > goal->most ? households - goal->most
    : households < goal->least ? goal->least - households : 0;

  return beyond > 0 ? OUTSIDE_COST + BAND_COST * beyond : 0;
}

static double
get_cost (const GgovDistrictingPartition *self,
          const GgovDistrictingGrid      *grid)
{
  double round = 4 * G_PI * grid->area_m2 / (grid->around_m * grid->around_m);
  double shape = SHAPE_COST * (1 - round) + THIN_COST * MAX (0, THIN - round);
  double streets = CROSSING_COST * grid->main_m / (grid->main_m + CROSSING_M) +
    CROSSING_RATE * grid->main_m;
  double cost = self->goal->shape * shape + self->goal->streets * streets;

  if (self->goal->home != NULL)
    return STAY_SHARE * cost + self->strictness * get_band_cost (self->goal, grid->households);

  return cost + self->strictness * get_target_cost (self->goal, grid->households);
}

/* What it costs that a plot is not where it was. A house where nobody lives counts a little. */
static double
get_stay_cost (const GgovDistrictingPartition *self,
               guint                           plot,
               guint                           grid)
{
  const guint *home = self->goal->home;

  if (home == NULL || home[plot] == GGOV_GEO_NONE || home[plot] == grid)
    return 0;

  return MOVED_COST * MAX (LEAST_MOVED, self->land->plots[plot].households);
}

static double
get_parted_cost (const GgovDistrictingPartition *self)
{
  return self->goal->streets * (self->goal->home != NULL ? STAY_SHARE * PARTED_COST : PARTED_COST);
}

static guint *
get_share (const GgovDistrictingPartition *self,
           guint                           compound,
           guint                           grid)
{
  return &self->shares[(gsize) compound * self->n_grids + grid];
}

/* The plots of a grid form a ring. */
static void
list_plot (GgovDistrictingPartition *self,
           guint                     plot,
           guint                     grid)
{
  guint first = self->first[grid];

  if (first == GGOV_GEO_NONE)
    {
      self->first[grid] = self->next[plot] = self->before[plot] = plot;
      return;
    }

  self->next[plot] = first;
  self->before[plot] = self->before[first];
  self->next[self->before[first]] = plot;
  self->before[first] = plot;
}

static void
unlist_plot (GgovDistrictingPartition *self,
             guint                     plot,
             guint                     grid)
{
  self->next[self->before[plot]] = self->next[plot];
  self->before[self->next[plot]] = self->before[plot];

  if (self->first[grid] == plot)
    self->first[grid] = self->next[plot] == plot ? GGOV_GEO_NONE : self->next[plot];
}

static void
add_plot (GgovDistrictingPartition *self,
          guint                     plot)
{
  const GgovDistrictingPlot *here = &self->land->plots[plot];
  guint k = self->grid_of[plot];
  GgovDistrictingGrid *grid = &self->grids[k];

  grid->households += here->households;
  grid->n_plots++;
  grid->area_m2 += here->area_m2;
  grid->around_m += here->around_m;

  for (guint i = here->first_link; i < here[1].first_link; i++)
    if (self->grid_of[self->land->links[i].other] == k)
      {
        grid->around_m -= self->land->links[i].border_m;
        grid->main_m += self->land->links[i].main_m / 2;
      }

  if (here->compound != GGOV_GEO_NONE && (*get_share (self, here->compound, k))++ == 0)
    self->cost += get_parted_cost (self);

  self->cost += get_stay_cost (self, plot, k);
}

GgovDistrictingPartition *
_ggov_districting_partition_new (const GgovDistrictingLand *land,
                                 const GgovDistrictingGoal *goal,
                                 const guint               *grid_of,
                                 guint                      n_grids,
                                 const gboolean            *is_fixed)
{
  GgovDistrictingPartition *self = g_new0 (GgovDistrictingPartition, 1);

  self->land = land;
  self->goal = goal;
  self->grid_of = g_memdup2 (grid_of, land->n * sizeof *grid_of);
  self->n_grids = n_grids;
  self->strictness = 1;
  self->grids = g_new0 (GgovDistrictingGrid, n_grids);
  self->shares = g_new0 (guint, (gsize) land->n_compounds * n_grids + 1);

  self->next = g_new (guint, land->n);
  self->before = g_new (guint, land->n);
  self->first = g_new (guint, n_grids);

  for (guint k = 0; k < n_grids; k++)
    self->first[k] = GGOV_GEO_NONE;

  for (guint i = 0; i < land->n; i++)
    {
      add_plot (self, i);
      list_plot (self, i, grid_of[i]);
    }

  for (guint k = 0; k < n_grids; k++)
    {
      self->grids[k].is_fixed = is_fixed != NULL && is_fixed[k];
      self->grids[k].cost = get_cost (self, &self->grids[k]);
      self->cost += self->grids[k].cost;
    }

  return self;
}

void
_ggov_districting_partition_set_strictness (GgovDistrictingPartition *self,
                                            double                    strictness)
{
  self->strictness = strictness;

  for (guint k = 0; k < self->n_grids; k++)
    {
      self->cost -= self->grids[k].cost;
      self->grids[k].cost = get_cost (self, &self->grids[k]);
      self->cost += self->grids[k].cost;
    }
}

void
_ggov_districting_partition_free (GgovDistrictingPartition *self)
{
  g_clear_pointer (&self->grid_of, g_free);
  g_clear_pointer (&self->grids, g_free);
  g_clear_pointer (&self->shares, g_free);
  g_clear_pointer (&self->next, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->first, g_free);
  g_free (self);
}

/* A plot may leave its grid where what it touches of it hangs together around it, and enter
 * another where that is so as well: then neither a piece nor a hole comes of it. */
static gboolean
may_move (const GgovDistrictingPartition *self,
          guint                           plot,
          guint                           from,
          guint                           to)
{
  const GgovDistrictingLand *land = self->land;
  guint n_from = 0, n_to = 0;

  for (guint i = land->plots[plot].first_turn; i < land->plots[plot + 1].first_turn; i++)
    {
      const GgovDistrictingTurn *turn = &land->turns[i];
      guint before = land->turns[turn->before].other;
      guint here = turn->other != GGOV_GEO_NONE ? self->grid_of[turn->other] : GGOV_GEO_NONE;
      guint there = before != GGOV_GEO_NONE ? self->grid_of[before] : GGOV_GEO_NONE;

      if (here != there || !turn->is_joined)
        {
          n_from += here == from;
          n_to += here == to;
        }
    }

  return n_from == 1 && n_to == 1;
}

/* What a plot has in common with a grid. */
typedef struct
{
  double border_m;
  double main_m;
} Bond;

static void
measure_bonds (const GgovDistrictingPartition *self,
               GgovDistrictingMove            *move,
               Bond                           *from,
               Bond                           *to)
{
  const GgovDistrictingPlot *here = &self->land->plots[move->plot];

  for (guint i = here->first_link; i < here[1].first_link; i++)
    {
      const GgovDistrictingLink *link = &self->land->links[i];
      guint grid = self->grid_of[link->other];
      Bond *bond = grid == move->from ? from : grid == move->to ? to : NULL;

      if (bond != NULL)
        {
          bond->border_m += link->border_m;
          bond->main_m += link->main_m;
        }
    }
}

static void
work_out (const GgovDistrictingPartition *self,
          GgovDistrictingMove            *move)
{
  const GgovDistrictingPlot *here = &self->land->plots[move->plot];
  Bond from = { 0, 0 }, to = { 0, 0 };

  measure_bonds (self, move, &from, &to);
  move->old_grid = self->grids[move->from];
  move->old_grid.households -= here->households;
  move->old_grid.n_plots--;
  move->old_grid.area_m2 -= here->area_m2;
  move->old_grid.around_m += 2 * from.border_m - here->around_m;
  move->old_grid.main_m -= from.main_m;
  move->old_grid.cost = get_cost (self, &move->old_grid);
  move->new_grid = self->grids[move->to];
  move->new_grid.households += here->households;
  move->new_grid.n_plots++;
  move->new_grid.area_m2 += here->area_m2;
  move->new_grid.around_m += here->around_m - 2 * to.border_m;
  move->new_grid.main_m += to.main_m;
  move->new_grid.cost = get_cost (self, &move->new_grid);
}

gboolean
_ggov_districting_partition_weigh (const GgovDistrictingPartition *self,
                                   guint                           plot,
                                   guint                           to,
                                   GgovDistrictingMove            *move)
{
  guint compound = self->land->plots[plot].compound, from = self->grid_of[plot];

  if (from == to || self->grids[from].is_fixed || self->grids[to].is_fixed ||
      self->grids[from].n_plots == 1 || !may_move (self, plot, from, to))
    return FALSE;

  move->plot = plot;
  move->from = from;
  move->to = to;
  work_out (self, move);
  move->gain = self->grids[from].cost + self->grids[to].cost -
               move->old_grid.cost - move->new_grid.cost +
               get_stay_cost (self, plot, from) - get_stay_cost (self, plot, to);

  if (compound != GGOV_GEO_NONE)
    move->gain += get_parted_cost (self) * ((*get_share (self, compound, from) == 1) -
                                            (*get_share (self, compound, to) == 0));

  return TRUE;
}

void
_ggov_districting_partition_carry_out (GgovDistrictingPartition  *self,
                                       const GgovDistrictingMove *move)
{
  guint compound = self->land->plots[move->plot].compound;

  unlist_plot (self, move->plot, move->from);
  list_plot (self, move->plot, move->to);
  self->grid_of[move->plot] = move->to;
  self->grids[move->from] = move->old_grid;
  self->grids[move->to] = move->new_grid;
  self->cost -= move->gain;

  if (compound != GGOV_GEO_NONE)
    {
      (*get_share (self, compound, move->from))--;
      (*get_share (self, compound, move->to))++;
    }
}
