/* ggov-districting-proposal.c: what came of the search, drawn and measured
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-districting-private.h"
#include "ggov-geo-projection.h"

#define CROSSING_M 5.0 /* of main street inside a grid; less is a corner */
#define TOLERANCE  1e-9

/* Households that a grid found has in common with one in force. */
typedef struct
{
  guint grid;
  gint64 id;
  guint households;
} Overlap;

void
ggov_proposal_free (GgovProposal *self)
{
  g_clear_pointer (&self->grid_ids, g_free);
  g_clear_pointer (&self->grids, g_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_object (&self->subdivision);
  g_free (self);
}

/* Names ------------------------------------------------------------------------------------- */

static int
compare_overlaps_by_grid (gconstpointer a,
                          gconstpointer b)
{
  const Overlap *one = a, *other = b;

  if (one->grid != other->grid)
    return one->grid < other->grid ? -1 : 1;

  return one->id < other->id ? -1 : one->id > other->id;
}

static int
compare_overlaps_by_size (gconstpointer a,
                          gconstpointer b)
{
  const Overlap *one = a, *other = b;

  if (one->households != other->households)
    return one->households > other->households ? -1 : 1;

  return compare_overlaps_by_grid (a, b);
}

/* Returns: (transfer full) (element-type Overlap): the largest first */
static GArray *
list_overlaps (const GgovDistrictingTask *task,
               const guint               *grid_of)
{
  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (Overlap));
  guint n = 0;

  for (guint i = 0; i < task->place->n_buildings; i++)
    {
      const GgovDistrictingBuilding *building = &task->place->buildings[i];
      guint plot = task->land->plot_of[i];
      Overlap overlap;

      if (plot == GGOV_GEO_NONE || building->grid_id == 0)
        continue;

      /* Houses where nobody lives decide where nothing else does. */
      overlap = (Overlap) { grid_of[plot], building->grid_id, building->households * 1000 + 1 };
      g_array_append_val (overlaps, overlap);
    }

  g_array_sort (overlaps, compare_overlaps_by_grid);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const Overlap *overlap = &g_array_index (overlaps, Overlap, i);

      if (n > 0 && compare_overlaps_by_grid (&g_array_index (overlaps, Overlap, n - 1),
                                             overlap) == 0)
        g_array_index (overlaps, Overlap, n - 1).households += overlap->households;
      else
        g_array_index (overlaps, Overlap, n++) = *overlap;
    }

  g_array_set_size (overlaps, n);
  g_array_sort (overlaps, compare_overlaps_by_size);

  return overlaps;
}

/* Grids go on from those in force of which they have most. */
static void
inherit_ids (const GgovDistrictingTask *task,
             const guint               *grid_of,
             gint64                    *ids)
{
  g_autoptr(GArray) overlaps = list_overlaps (task, grid_of);
  g_autoptr(GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint k = 0; k < task->n_grids; k++)
    if (ids[k] != 0)
      g_hash_table_add (used, &ids[k]);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const Overlap *overlap = &g_array_index (overlaps, Overlap, i);

      if (ids[overlap->grid] == 0 && !g_hash_table_contains (used, &overlap->id))
        {
          ids[overlap->grid] = overlap->id;
          g_hash_table_add (used, &ids[overlap->grid]);
        }
    }
}

/* New ids are given in the order of the grids' first buildings. */
static gint64 *
dup_ids (const GgovDistrictingTask *task,
         const guint               *grid_of,
         gint64                    *highest)
{
  gint64 *ids = g_memdup2 (task->ids, task->n_grids * sizeof *ids);
  gint64 next;

  *highest = 0;

  for (guint i = 0; i < task->place->n_buildings; i++)
    *highest = MAX (*highest, task->place->buildings[i].grid_id);

  for (guint i = 0; i < task->terms->n_locked; i++)
    *highest = MAX (*highest, task->terms->locked[i]);

  if (task->goal.home == NULL)
    inherit_ids (task, grid_of, ids);

  next = *highest;

  for (guint i = 0; i < task->land->n; i++)
    if (ids[grid_of[i]] == 0)
      ids[grid_of[i]] = ++next;

  return ids;
}

/* Grids ------------------------------------------------------------------------------------- */

static void
list_moves (GgovProposal              *self,
            const GgovDistrictingTask *task)
{
  self->moves = g_array_new (FALSE, FALSE, sizeof (GgovProposedMove));

  for (guint i = 0; i < self->n_buildings; i++)
    {
      const GgovDistrictingBuilding *building = &task->place->buildings[i];
      GgovProposedMove move = { i, building->households, building->grid_id, self->grid_ids[i] };

      if (self->grid_ids[i] == 0)
        self->n_left_out++;
      else if (building->grid_id != 0 && building->grid_id != self->grid_ids[i])
        {
          g_array_append_val (self->moves, move);
          self->moved_households += building->households;
        }
    }
}

static gboolean
is_too_large (const GgovDistrictingTask *task,
              guint                      households)
{
  return task->goal.home != NULL ? households > task->terms->most
                                 : households > 1.1 * task->terms->target;
}

static gboolean
is_off (const GgovDistrictingTask *task,
        double                     households)
{
  const GgovDistrictingTerms *terms = task->terms;

  if (task->goal.home != NULL)
    return households < terms->least || households > terms->most;

  return fabs (households / terms->target - 1) > 0.1 + TOLERANCE;
}

static void
give_reason (GgovProposedGrid          *grid,
             const GgovDistrictingTask *task,
             const gint64              *grid_ids,
             double                     mean)
{
  if (!is_off (task, grid->households))
    return;

  grid->reason = grid->is_locked ? GGOV_DISTRICTING_REASON_LOCKED
    : is_off (task, mean) ? GGOV_DISTRICTING_REASON_TOTAL : GGOV_DISTRICTING_REASON_SIZES;

  for (guint i = 0; i < task->place->n_buildings && !grid->is_locked; i++)
    if (grid_ids[i] == grid->id && is_too_large (task, task->place->buildings[i].households))
      {
        grid->reason = GGOV_DISTRICTING_REASON_BUILDING;
        grid->building_id = task->place->buildings[i].id;
        return;
      }
}

static gboolean
measure_grid (GgovProposedGrid    *grid,
              GgovGeoSubdivision  *subdivision,
              GError             **error)
{
  g_autoptr(GBytes) wkb = ggov_geo_subdivision_dup_grid_wkb (subdivision, grid->id, error);
  double around_m;

  if (wkb == NULL || !ggov_geo_measure (wkb, &grid->area_m2, &around_m, error))
    return FALSE;

  grid->compactness = 4 * G_PI * grid->area_m2 / (around_m * around_m);

  return TRUE;
}

static int
compare_grids (gconstpointer a,
               gconstpointer b)
{
  const GgovProposedGrid *one = a, *other = b;

  return one->id < other->id ? -1 : one->id > other->id;
}

static gboolean
list_grids (GgovProposal                    *self,
            const GgovDistrictingTask       *task,
            const GgovDistrictingPartition  *partition,
            const gint64                    *ids,
            gint64                           highest,
            GError                         **error)
{
  self->grids = g_array_new (FALSE, TRUE, sizeof (GgovProposedGrid));

  for (guint k = 0; k < task->n_grids; k++)
    {
      GgovProposedGrid grid = { .id = ids[k] };

      grid.is_new = ids[k] > highest;
      grid.is_locked = task->is_fixed[k];
      grid.households = partition->grids[k].households;
      grid.crossed_m = partition->grids[k].main_m;

      for (guint i = 0; i < self->n_buildings; i++)
        grid.n_buildings += self->grid_ids[i] == ids[k];

      if (!_ggov_geo_stop_check (task->stop, error) ||
          !measure_grid (&grid, self->subdivision, error))
        return FALSE;

      give_reason (&grid, task, self->grid_ids, task->mean[k]);
      g_array_append_val (self->grids, grid);
    }

  g_array_sort (self->grids, compare_grids);

  return TRUE;
}

static void
sum_up (GgovProposal               *self,
        const GgovDistrictingTerms *terms)
{
  guint n = 0;

  for (guint i = 0; i < self->grids->len; i++)
    {
      const GgovProposedGrid *grid = &g_array_index (self->grids, GgovProposedGrid, i);
      double off = fabs ((double) grid->households / terms->target - 1);

      if (grid->is_locked)
        continue;

      n++;
      self->max_deviation = MAX (self->max_deviation, off);
      self->within_5 += off <= 0.05 + TOLERANCE;
      self->within_10 += off <= 0.1 + TOLERANCE;
      self->within_band += grid->households >= terms->least && grid->households <= terms->most;
      self->compactness += grid->compactness;
      self->n_crossing += grid->crossed_m >= CROSSING_M;
    }

  if (n > 0)
    {
      self->within_5 /= n;
      self->within_10 /= n;
      self->within_band /= n;
      self->compactness /= n;
    }
}

static void
count_parted (GgovProposal                   *self,
              const GgovDistrictingPartition *partition)
{
  for (guint i = 0; i < partition->land->n_compounds; i++)
    {
      guint n = 0;

      for (guint k = 0; k < partition->n_grids; k++)
        n += partition->shares[(gsize) i * partition->n_grids + k] > 0;

      self->n_parted += n > 1;
    }
}

GgovProposal *
_ggov_proposal_new (GgovDistrictingTask             *task,
                    const GgovDistrictingPartition  *partition,
                    GError                         **error)
{
  g_autoptr(GgovProposal) self = g_new0 (GgovProposal, 1);
  gint64 highest;
  g_autofree gint64 *ids = dup_ids (task, partition->grid_of, &highest);

  self->n_buildings = task->place->n_buildings;
  self->grid_ids = g_new0 (gint64, self->n_buildings);
  self->n_too_few = task->n_too_few;
  self->n_given_up = task->n_given_up;

  for (guint i = 0; i < self->n_buildings; i++)
    {
      guint plot = task->land->plot_of[i];

      self->grid_ids[i] = plot != GGOV_GEO_NONE ? ids[partition->grid_of[plot]] : 0;
      task->land->buildings[i].grid_id = self->grid_ids[i];
    }

  self->subdivision = _ggov_geo_border_draw (task->land->ground, task->land->faces, task->stop,
                                             NULL, error);

  if (self->subdivision == NULL || !list_grids (self, task, partition, ids, highest, error))
    return NULL;

  list_moves (self, task);
  sum_up (self, task->terms);
  count_parted (self, partition);

  return g_steal_pointer (&self);
}
