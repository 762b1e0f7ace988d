/* bench-metis.h: the plots of a community divided by a graph partitioner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <metis.h>

#include "ggov-districting-private.h"

/* Borders bind by their length, along streets by a quarter of it, across main ones hardly. */
static inline void
run_metis (const GgovDistrictingTask *task,
           gboolean                   is_recursive,
           guint                     *grid_of)
{
  const GgovDistrictingLand *land = task->land;
  idx_t n = land->n, n_constraints = 1, n_parts = task->n_grids, cut;
  idx_t options[METIS_NOPTIONS];
  g_autofree idx_t *first = g_new (idx_t, land->n + 1);
  g_autofree idx_t *others = g_new (idx_t, land->plots[land->n].first_link + 1);
  g_autofree idx_t *bonds = g_new (idx_t, land->plots[land->n].first_link + 1);
  g_autofree idx_t *weights = g_new (idx_t, land->n);
  g_autofree idx_t *parts = g_new (idx_t, land->n);

  for (guint i = 0; i <= land->n; i++)
    first[i] = land->plots[i].first_link;

  for (guint i = 0; i < land->n; i++)
    weights[i] = land->plots[i].households;

  for (guint i = 0; i < land->plots[land->n].first_link; i++)
    {
      others[i] = land->links[i].other;
      bonds[i] = 1 + MAX (0, 10 * (land->links[i].border_m - land->links[i].main_m));
    }

  METIS_SetDefaultOptions (options);
  options[METIS_OPTION_SEED] = 1;
  options[METIS_OPTION_NCUTS] = 8;

  if (!is_recursive)
    {
      options[METIS_OPTION_CONTIG] = 1;
      options[METIS_OPTION_UFACTOR] = 50;
      METIS_PartGraphKway (&n, &n_constraints, first, others, weights, NULL, bonds, &n_parts,
                           NULL, NULL, options, &cut, parts);
    }
  else
    METIS_PartGraphRecursive (&n, &n_constraints, first, others, weights, NULL, bonds, &n_parts,
                              NULL, NULL, options, &cut, parts);

  for (guint i = 0; i < land->n; i++)
    grid_of[i] = parts[i];
}
