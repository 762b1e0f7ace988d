/* ggov-districting-exact.c: the fewest households that must move, around each uneven grid
 *
 * Every grid is tried for every house, its own one first, as long as fewer move than in the best
 * found. A place of some houses is searched as a whole; else a grid and those next to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-districting-private.h"

#define MAX_PLOTS       20      /* of a place that is searched as a whole */
#define MAX_TRIES       3000000 /* then; some tenths of a second */
#define MAX_TRIES_GRID  1500000  /* around one grid */
#define MAX_ROUNDS      3
#define TRIES_A_STOP    4096

typedef struct
{
  const GgovDistrictingTask *task;
  const GgovDistrictingPartition *known;
  gboolean *is_open; /* (array): by grid, whether houses may come and go */
  GArray *plots;     /* (element-type guint): those that may move */
  guint *grid_of;    /* (array): by plot */
  guint *households; /* (array): by grid, of the plots decided on */
  guint *expected;   /* (array): by grid, these and those who have their home there */
  guint homeless;    /* households not decided on that have none in any of the grids */
  guint moved;
  guint fewest;
  guint n_tries;
  guint max_tries;
  GgovDistrictingPartition *best;
} Exact;

static void
exact_clear (Exact *self)
{
  g_clear_pointer (&self->is_open, g_free);
  g_clear_pointer (&self->plots, g_array_unref);
  g_clear_pointer (&self->grid_of, g_free);
  g_clear_pointer (&self->households, g_free);
  g_clear_pointer (&self->expected, g_free);
  g_clear_pointer (&self->best, _ggov_districting_partition_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Exact, exact_clear)

static gboolean
is_in_band (const GgovDistrictingTask *task,
            guint                      households)
{
  return households >= task->terms->least && households <= task->terms->most;
}

static void
look_at_leaf (Exact *self)
{
  const GgovDistrictingTask *task = self->task;
  g_autoptr(GgovDistrictingPartition) found = NULL;

  self->n_tries += task->land->n;

  for (guint k = 0; k < task->n_grids; k++)
    if (self->is_open[k] && !is_in_band (task, self->households[k]))
      return;

  found = _ggov_districting_partition_new (task->land, &task->goal, self->grid_of, task->n_grids,
                                           task->is_fixed);

  if (_ggov_districting_partition_is_sound (found))
    {
      g_clear_pointer (&self->best, _ggov_districting_partition_free);
      self->best = g_steal_pointer (&found);
      self->fewest = self->moved;
    }
}

/* The fewest that can come of what is decided: what is too much in grids as they would be if all
 * others stayed has to leave, and what is too little has to come. */
static guint
bound_moved (const Exact *self)
{
  const GgovDistrictingTerms *terms = self->task->terms;
  guint leaving = 0, coming = 0;

  for (guint k = 0; k < self->task->n_grids; k++)
    if (self->is_open[k] && self->expected[k] > terms->most)
      leaving += self->expected[k] - terms->most;
    else if (self->is_open[k] && self->expected[k] + self->homeless < terms->least)
      coming += terms->least - self->expected[k] - self->homeless;

  return self->moved + MAX (leaving, coming);
}

/* Whether a grid has or had a plot next to this one, or next to one of these. */
static gboolean
is_near (const Exact *self,
         guint        plot,
         guint        grid)
{
  const GgovDistrictingLand *land = self->task->land;

  for (guint i = land->plots[plot].first_link; i < land->plots[plot + 1].first_link; i++)
    {
      guint other = land->links[i].other;

      if (self->task->home[other] == grid || self->known->grid_of[other] == grid)
        return TRUE;

      for (guint j = land->plots[other].first_link; j < land->plots[other + 1].first_link; j++)
        if (self->task->home[land->links[j].other] == grid ||
            self->known->grid_of[land->links[j].other] == grid)
          return TRUE;
    }

  return FALSE;
}

static void try_plot (Exact *self,
                      guint  index);

static gboolean
has_home (const Exact *self,
          guint        plot)
{
  guint home = self->task->home[plot];

  return home != GGOV_GEO_NONE && self->is_open[home];
}

static void
try_grid (Exact *self,
          guint  index,
          guint  grid)
{
  guint plot = g_array_index (self->plots, guint, index);
  guint households = self->task->land->plots[plot].households;
  guint home = self->task->home[plot];
  guint moved = home != GGOV_GEO_NONE && home != grid ? households : 0;
  guint *known = has_home (self, plot) ? &self->expected[home] : &self->homeless;

  if (!self->is_open[grid] || self->households[grid] + households > self->task->terms->most)
    return;

  self->grid_of[plot] = grid;
  self->households[grid] += households;
  *known -= households;
  self->expected[grid] += households;
  self->moved += moved;

  if (bound_moved (self) < self->fewest)
    try_plot (self, index + 1);

  self->households[grid] -= households;
  self->expected[grid] -= households;
  *known += households;
  self->moved -= moved;
}

static void
try_plot (Exact *self,
          guint  index)
{
  guint plot, home;

  if (self->n_tries++ > self->max_tries)
    return;

  if (self->n_tries % TRIES_A_STOP == 0 && _ggov_geo_stop_is_wanted (self->task->stop))
    self->n_tries = self->max_tries;

  if (index == self->plots->len)
    {
      look_at_leaf (self);
      return;
    }

  plot = g_array_index (self->plots, guint, index);
  home = self->task->home[plot];

  if (home != GGOV_GEO_NONE)
    try_grid (self, index, home);

  /* Then grids that it might touch, each once. */
  for (guint k = 0; k < self->task->n_grids; k++)
    if (k != home && self->is_open[k] && is_near (self, plot, k))
      try_grid (self, index, k);
}

/* Households that move within the open grids; G_MAXUINT where one of these is not in the band. */
static guint
count_moved (const Exact *self)
{
  const GgovDistrictingTask *task = self->task;
  guint moved = 0;

  for (guint k = 0; k < task->n_grids; k++)
    if (self->is_open[k] && !is_in_band (task, self->known->grids[k].households))
      return G_MAXUINT;

  for (guint i = 0; i < self->plots->len; i++)
    {
      guint plot = g_array_index (self->plots, guint, i);

      if (task->home[plot] != GGOV_GEO_NONE && task->home[plot] != self->known->grid_of[plot])
        moved += task->land->plots[plot].households;
    }

  return moved;
}

/* Those whose home has too many come first: of them some have to go. */
static void
list_plots (Exact *self)
{
  const GgovDistrictingTask *task = self->task;
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < task->land->n; i++)
    if (self->is_open[self->known->grid_of[i]])
      {
        guint households = task->land->plots[i].households;

        if (has_home (self, i))
          self->expected[task->home[i]] += households;
        else
          self->homeless += households;
      }

  for (guint i = 0; i < task->land->n; i++)
    if (self->is_open[self->known->grid_of[i]])
      {
        if (has_home (self, i) && self->expected[task->home[i]] > task->terms->most)
          g_array_append_val (self->plots, i);
        else
          g_array_append_val (others, i);
      }

  g_array_append_vals (self->plots, others->data, others->len);
}

/* Returns: (transfer full) (nullable): a better division, where there is one */
static GgovDistrictingPartition *
search (Exact *self)
{
  const GgovDistrictingTask *task = self->task;

  self->plots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->grid_of = g_memdup2 (self->known->grid_of, task->land->n * sizeof *self->grid_of);
  self->households = g_new0 (guint, task->n_grids);

  self->expected = g_new0 (guint, task->n_grids);
  list_plots (self);

  self->fewest = count_moved (self);
  try_plot (self, 0);

  return g_steal_pointer (&self->best);
}

static GgovDistrictingPartition *
search_all (const GgovDistrictingTask      *task,
            const GgovDistrictingPartition *known)
{
  g_auto(Exact) self = { 0 };

  self.task = task;
  self.known = known;
  self.max_tries = MAX_TRIES;
  self.is_open = g_new (gboolean, task->n_grids);

  for (guint k = 0; k < task->n_grids; k++)
    self.is_open[k] = !task->is_fixed[k];

  return search (&self);
}

static GgovDistrictingPartition *
search_around (const GgovDistrictingTask      *task,
               const GgovDistrictingPartition *known,
               guint                           grid)
{
  const GgovDistrictingLand *land = task->land;
  g_auto(Exact) self = { 0 };

  self.task = task;
  self.known = known;
  self.max_tries = MAX_TRIES_GRID;
  self.is_open = g_new0 (gboolean, task->n_grids);
  self.is_open[grid] = TRUE;

  for (guint i = 0; i < land->n; i++)
    for (guint j = land->plots[i].first_link; j < land->plots[i + 1].first_link; j++)
      if (known->grid_of[i] == grid && !task->is_fixed[known->grid_of[land->links[j].other]])
        self.is_open[known->grid_of[land->links[j].other]] = TRUE;

  return search (&self);
}

/* Whether a grid was not in the band, or is not what it was. */
static gboolean
is_uneven (const GgovDistrictingTask      *task,
           const GgovDistrictingPartition *known,
           guint                           grid)
{
  if (task->is_fixed[grid])
    return FALSE;

  for (guint i = 0; i < task->land->n; i++)
    if (task->home[i] == grid && known->grid_of[i] != grid)
      return TRUE;

  return !is_in_band (task, known->grids[grid].households);
}

GgovDistrictingPartition *
_ggov_districting_find_fewest (const GgovDistrictingTask      *task,
                               const GgovDistrictingPartition *known)
{
  g_autoptr(GgovDistrictingPartition) best = NULL;
  guint n_free = 0;
  gboolean has_changed = TRUE;

  for (guint i = 0; i < task->land->n; i++)
    n_free += !task->is_fixed[known->grid_of[i]];

  if (n_free <= MAX_PLOTS)
    return search_all (task, known);

  for (guint round = 0; round < MAX_ROUNDS && has_changed; round++)
    {
      has_changed = FALSE;

      for (guint k = 0; k < task->n_grids && !_ggov_geo_stop_is_wanted (task->stop); k++)
        {
          GgovDistrictingPartition *better = NULL;

          if (is_uneven (task, known, k) && (better = search_around (task, known, k)))
            {
              g_clear_pointer (&best, _ggov_districting_partition_free);
              known = best = better;
              has_changed = TRUE;
            }
        }
    }

  return g_steal_pointer (&best);
}
