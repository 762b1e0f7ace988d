/* ggov-districting-polish.c: chains of plots that change hands, each making room for the next
 *
 * Source: F. Glover, Ejection chains, reference structures and alternating path methods for
 * traveling salesman problems, Discrete Applied Mathematics 65 (1996), for the idea.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-districting-private.h"

#define MAX_BREADTH 8
#define LEAST_GAIN  1e-7 /* less is rounding */

/* The best of some moves, the very best first. */
typedef struct
{
  GgovDistrictingMove moves[MAX_BREADTH];
  guint n;
} Choice;

typedef struct
{
  GgovDistrictingPartition *partition;
  const guint *breadth;
  guint max_moves;
  guint taken[GGOV_DISTRICTING_CHAIN]; /* the plots of the chain */
  guint n_taken;
  guint *seen_at; /* (array): for each plot, when it was last looked at as one to take in */
  guint n_looks;
} Chain;

static void
consider (Choice                    *choice,
          guint                      breadth,
          const GgovDistrictingMove *move)
{
  guint at = choice->n;

  if (choice->n == breadth)
    {
      if (move->gain <= choice->moves[breadth - 1].gain)
        return;

      at--;
    }
  else
    choice->n++;

  for (; at > 0 && choice->moves[at - 1].gain < move->gain; at--)
    choice->moves[at] = choice->moves[at - 1];

  choice->moves[at] = *move;
}

static gboolean
is_taken (const Chain *self,
          guint        plot)
{
  for (guint i = 0; i < self->n_taken; i++)
    if (self->taken[i] == plot)
      return TRUE;

  return FALSE;
}

/* Whether one of the plot's links before this one leads to the same grid. */
static gboolean
is_repeated (const GgovDistrictingPartition *partition,
             const GgovDistrictingPlot      *plot,
             guint                           link)
{
  const GgovDistrictingLink *links = partition->land->links;

  for (guint i = plot->first_link; i < link; i++)
    if (partition->grid_of[links[i].other] == partition->grid_of[links[link].other])
      return TRUE;

  return FALSE;
}

/* The best moves of a grid's plots into others. */
static void
look_out (const Chain *self,
          guint        grid,
          Choice      *choice)
{
  const GgovDistrictingPartition *partition = self->partition;
  guint plot = partition->first[grid];

  do
    {
      const GgovDistrictingPlot *here = &partition->land->plots[plot];

      for (guint i = here->first_link; i < here[1].first_link && !is_taken (self, plot); i++)
        {
          guint to = partition->grid_of[partition->land->links[i].other];
          GgovDistrictingMove move;

          if (to != grid && !is_repeated (partition, here, i) &&
              _ggov_districting_partition_weigh (partition, plot, to, &move))
            consider (choice, self->breadth[self->n_taken], &move);
        }

      plot = partition->next[plot];
    }
  while (plot != partition->first[grid]);
}

/* The best moves of other plots into a grid. */
static void
look_in (Chain  *self,
         guint   grid,
         Choice *choice)
{
  const GgovDistrictingPartition *partition = self->partition;
  guint plot = partition->first[grid];

  self->n_looks++;

  do
    {
      const GgovDistrictingPlot *here = &partition->land->plots[plot];

      for (guint i = here->first_link; i < here[1].first_link; i++)
        {
          guint other = partition->land->links[i].other;
          GgovDistrictingMove move;

          if (partition->grid_of[other] == grid || self->seen_at[other] == self->n_looks)
            continue;

          self->seen_at[other] = self->n_looks;

          if (!is_taken (self, other) &&
              _ggov_districting_partition_weigh (partition, other, grid, &move))
            consider (choice, self->breadth[self->n_taken], &move);
        }

      plot = partition->next[plot];
    }
  while (plot != partition->first[grid]);
}

/* Goes on after moves which together gained @gain. Returns: whether the chain was worth it; only
 * then it stays */
static gboolean
go_on (Chain                     *self,
       const GgovDistrictingMove *move,
       double                     gain)
{
  GgovDistrictingPartition *partition = self->partition;
  const GgovDistrictingMove back = { move->plot, move->to, move->from, partition->grids[move->to],
                                     partition->grids[move->from], -move->gain };
  Choice choice = { .n = 0 };

  _ggov_districting_partition_carry_out (partition, move);
  gain += move->gain;

  if (gain > LEAST_GAIN)
    return TRUE;

  self->taken[self->n_taken++] = move->plot;

  if (self->n_taken < self->max_moves)
    {
      look_out (self, move->to, &choice);
      look_in (self, move->from, &choice);
    }

  for (guint i = 0; i < choice.n; i++)
    if (go_on (self, &choice.moves[i], gain))
      return TRUE;

  self->n_taken--;
  _ggov_districting_partition_carry_out (partition, &back);

  return FALSE;
}

static gboolean
improve_plot (Chain *self,
              guint  plot)
{
  const GgovDistrictingLand *land = self->partition->land;

  for (guint i = land->plots[plot].first_link; i < land->plots[plot + 1].first_link; i++)
    {
      guint to = self->partition->grid_of[land->links[i].other];
      GgovDistrictingMove move;

      self->n_taken = 0;

      if (!is_repeated (self->partition, &land->plots[plot], i) &&
          _ggov_districting_partition_weigh (self->partition, plot, to, &move) &&
          go_on (self, &move, 0))
        return TRUE;
    }

  return FALSE;
}

gboolean
_ggov_districting_polish (GgovDistrictingPartition *self,
                          const guint              *breadth,
                          guint                     max_moves,
                          GCancellable             *cancellable)
{
  g_autofree guint *seen_at = g_new0 (guint, self->land->n);
  Chain chain = { self, breadth, MIN (max_moves, GGOV_DISTRICTING_CHAIN), { 0 }, 0, seen_at, 0 };
  guint n_still = 0;

  for (guint plot = 0; n_still < self->land->n; plot = (plot + 1) % self->land->n)
    {
      n_still = improve_plot (&chain, plot) ? 0 : n_still + 1;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }

  return TRUE;
}
