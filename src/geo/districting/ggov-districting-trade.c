/* ggov-districting-trade.c: plots change hands, at first freely, then only for the better
 *
 * Grids may be of any size at first, and of the right one at the end: a building is so large a
 * part of a grid that no way leads from one good division to another through good ones only.
 *
 * Source: S. Kirkpatrick and others, Optimization by Simulated Annealing, Science 220 (1983).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-districting-private.h"

#define N_STAGES  500
#define MIN_STAGE 256 /* steps */

/* How a search cools. */
typedef struct
{
  double warmest;   /* in units of cost */
  double coldest;
  double loosest;   /* what sizes count at first */
  double strict_at; /* of the way, from where on they count in full */
} Cooling;

static const Cooling dividing = { 2, 0.03, 0.005, 0.95 };

/* Hot enough that a house may leave its grid, which costs as much as it has people. */
static const Cooling rebalancing = { 10, 0.5, 0.1, 0.5 };


static void
try_trade (GgovDistrictingPartition *self,
           GgovDistrictingRandom    *random,
           double                    warmth)
{
  guint plot = _ggov_districting_random_int (random, self->land->n), to;
  const GgovDistrictingPlot *here = &self->land->plots[plot];
  guint n_links = here[1].first_link - here->first_link;
  GgovDistrictingMove move;

  if (n_links == 0)
    return;

  to = self->grid_of[self->land->links[here->first_link +
                                       _ggov_districting_random_int (random, n_links)].other];

  if (to != self->grid_of[plot] && _ggov_districting_partition_weigh (self, plot, to, &move) &&
      (move.gain >= 0 || _ggov_districting_random_share (random) < exp (move.gain / warmth)))
    _ggov_districting_partition_carry_out (self, &move);
}

gboolean
_ggov_districting_trade (GgovDistrictingPartition *self,
                         GgovDistrictingRandom    *random,
                         guint64                   n_steps,
                         GCancellable             *cancellable)
{
  const Cooling *cooling = self->goal->home != NULL ? &rebalancing : &dividing;
  guint64 stage = MAX (MIN_STAGE, n_steps / N_STAGES);

  for (guint64 step = 0; step < n_steps; step += stage)
    {
      double way = (double) step / n_steps;
      double warmth = cooling->warmest * pow (cooling->coldest / cooling->warmest, way);
      double loose = MAX (0, 1 - way / cooling->strict_at);

      _ggov_districting_partition_set_strictness (self, pow (cooling->loosest, loose));

      for (guint64 i = 0; i < stage; i++)
        try_trade (self, random, warmth);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }

  _ggov_districting_partition_set_strictness (self, 1);

  return TRUE;
}
