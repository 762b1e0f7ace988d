/* ggov-districting-start.c: where a search for grids begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <string.h>

#include "ggov-districting-private.h"

#define MAX_ATTEMPTS 8 /* at a start in which no grid surrounds another */

/* The grid around a plot with which it has most of its border. */
static guint
find_grid_around (const GgovDistrictingTask *self,
                  const guint               *grid_of,
                  guint                      plot,
                  double                    *borders)
{
  const GgovDistrictingPlot *here = &self->land->plots[plot];
  guint best = GGOV_GEO_NONE;

  for (guint i = here->first_link; i < here[1].first_link; i++)
    {
      const GgovDistrictingLink *link = &self->land->links[i];
      guint grid = grid_of[link->other];

      if (grid == GGOV_GEO_NONE)
        continue;

      borders[grid] += link->border_m - link->main_m;

      if (best == GGOV_GEO_NONE || borders[grid] > borders[best])
        best = grid;
    }

  for (guint i = here->first_link; i < here[1].first_link; i++)
    if (grid_of[self->land->links[i].other] != GGOV_GEO_NONE)
      borders[grid_of[self->land->links[i].other]] = 0;

  return best;
}

/* Gives plots without a grid to one next to them, from there inwards. */
static void
assign_rest (const GgovDistrictingTask *self,
             guint                     *grid_of)
{
  g_autofree guint *found = g_new (guint, self->land->n);
  g_autofree double *borders = g_new0 (double, self->n_grids);
  gboolean has_changed;

  do
    {
      has_changed = FALSE;

      for (guint i = 0; i < self->land->n; i++)
        found[i] = grid_of[i] == GGOV_GEO_NONE
          ? find_grid_around (self, grid_of, i, borders) : GGOV_GEO_NONE;

      for (guint i = 0; i < self->land->n; i++)
        if (found[i] != GGOV_GEO_NONE)
          {
            grid_of[i] = found[i];
            has_changed = TRUE;
          }
    }
  while (has_changed);
}

/* Where a grid is in pieces, what is not the largest is left for others. */
static void
keep_largest_pieces (const GgovDistrictingTask *self,
                     guint                     *grid_of)
{
  const GgovDistrictingLand *land = self->land;
  g_autofree gboolean *is_seen = g_new0 (gboolean, land->n);
  g_autofree guint *most = g_new0 (guint, self->n_grids);
  g_autofree guint *kept = g_new (guint, self->n_grids);
  g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < land->n; i++)
    {
      GArray *piece;
      guint size;

      if (is_seen[i] || grid_of[i] == GGOV_GEO_NONE)
        continue;

      piece = g_array_new (FALSE, FALSE, sizeof (guint));
      is_seen[i] = TRUE;
      g_array_append_val (piece, i);
      _ggov_districting_land_gather (land, grid_of, is_seen, piece);
      size = _ggov_districting_land_sum_households (land, piece) + 1;

      if (size > most[grid_of[i]])
        {
          most[grid_of[i]] = size;
          kept[grid_of[i]] = pieces->len;
        }

      g_ptr_array_add (pieces, piece);
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      const GArray *piece = g_ptr_array_index (pieces, i);
      guint grid = grid_of[g_array_index (piece, guint, 0)];

      for (guint j = 0; j < piece->len && kept[grid] != i; j++)
        grid_of[g_array_index (piece, guint, j)] = GGOV_GEO_NONE;
    }
}

static guint
find_largest_grid (const GgovDistrictingTask *self,
                   const guint               *grid_of)
{
  g_autofree guint *households = g_new0 (guint, self->n_grids);
  guint best = 0;

  for (guint i = 0; i < self->land->n; i++)
    if (!self->is_fixed[grid_of[i]])
      households[grid_of[i]] += self->land->plots[i].households;

  for (guint k = 1; k < self->n_grids; k++)
    if (households[k] > households[best])
      best = k;

  return best;
}

/* Cuts new grids off the largest ones. */
static gboolean
found_grids (const GgovDistrictingTask *self,
             GgovDistrictingRandom     *random,
             guint                     *grid_of)
{
  for (guint k = 0; k < self->n_grids; k++)
    {
      g_autoptr(GArray) plots = g_array_new (FALSE, FALSE, sizeof (guint));
      guint names[] = { 0, k };

      if (self->ids[k] != 0)
        continue;

      names[0] = find_largest_grid (self, grid_of);

      for (guint i = 0; i < self->land->n; i++)
        if (grid_of[i] == names[0])
          g_array_append_val (plots, i);

      if (!_ggov_districting_split (self->land, (const guint *) plots->data, plots->len,
                                    names, 2, random, grid_of))
        return FALSE;
    }

  return TRUE;
}

static gboolean
split_parts (const GgovDistrictingTask *self,
             GgovDistrictingRandom     *random,
             guint                     *grid_of)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const GgovDistrictingPart *part = g_ptr_array_index (self->parts, i);

      if (!_ggov_districting_split (self->land, (const guint *) part->plots->data,
                                    part->plots->len, (const guint *) part->names->data,
                                    part->names->len, random, grid_of))
        return FALSE;
    }

  return TRUE;
}

GgovDistrictingPartition *
_ggov_districting_task_start (const GgovDistrictingTask *self,
                              GgovDistrictingRandom     *random)
{
  g_autofree guint *grid_of = g_new (guint, self->land->n);

  for (guint attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      g_autoptr(GgovDistrictingPartition) start = NULL;
      gboolean is_found;

      if (_ggov_geo_stop_is_wanted (self->stop))
        return NULL;

      memcpy (grid_of, self->home, self->land->n * sizeof *grid_of);

      if (self->goal.home != NULL)
        {
          keep_largest_pieces (self, grid_of);
          assign_rest (self, grid_of);
          is_found = found_grids (self, random, grid_of);
        }
      else
        {
          is_found = split_parts (self, random, grid_of);
          assign_rest (self, grid_of);
        }

      if (!is_found)
        continue;

      start = _ggov_districting_partition_new (self->land, &self->goal, grid_of, self->n_grids,
                                               self->is_fixed);

      if (_ggov_districting_partition_is_sound (start))
        return g_steal_pointer (&start);
    }

  return NULL;
}
