/* ggov-net-proof.c: whether the base grids cover everything once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <math.h>

#include "ggov-net-proof.h"

#define ROUNDING 1e-6 /* of the ground */

static void
grid_free (GgovNetProofGrid *grid)
{
  g_free (grid->net);
  g_free (grid->code);
  g_free (grid);
}

GgovNetProof *
ggov_net_proof_new (void)
{
  GgovNetProof *self = g_new0 (GgovNetProof, 1);

  self->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_free);
  self->loose = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
ggov_net_proof_free (GgovNetProof *self)
{
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->loose, g_ptr_array_unref);
  g_free (self);
}

gboolean
ggov_net_proof_is_whole (const GgovNetProof *self)
{
  double most_m2 = ROUNDING * self->communities_m2;

  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_in_one == self->n_buildings &&
         fabs (self->communities_m2 - self->union_m2) <= most_m2 &&
         fabs (self->grids_m2 - self->union_m2) <= most_m2;
}
