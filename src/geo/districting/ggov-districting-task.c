/* ggov-districting-task.c: what is to be divided into how many grids, and where to begin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-districting-private.h"
#include "ggov-geo-error-private.h"

/* What is to weigh most counts so many times as much as usual. */
#define EMPHASIS 3.0

static void
free_part (gpointer data)
{
  GgovDistrictingPart *part = data;

  g_clear_pointer (&part->plots, g_array_unref);
  g_clear_pointer (&part->names, g_array_unref);
  g_free (part);
}

void
_ggov_districting_task_free (GgovDistrictingTask *self)
{
  g_clear_pointer (&self->land, _ggov_districting_land_free);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->is_fixed, g_free);
  g_clear_pointer (&self->mean, g_free);
  g_clear_pointer (&self->home, g_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/* Grids in force --------------------------------------------------------------------------- */

static gboolean
is_locked (const GgovDistrictingTerms *terms,
           gint64                      grid_id)
{
  for (guint i = 0; i < terms->n_locked; i++)
    if (terms->locked[i] == grid_id)
      return TRUE;

  return FALSE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* Returns: (transfer full) (element-type gint64): the grids in force that stay, ascending */
static GArray *
list_grids_in_force (const GgovDistrictingTask *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < self->place->n_buildings; i++)
    {
      gint64 id = self->place->buildings[i].grid_id;

      if (id != 0 && self->land->plot_of[i] != GGOV_GEO_NONE &&
          (self->terms->mode == GGOV_DISTRICTING_REBALANCE || is_locked (self->terms, id)))
        g_array_append_val (ids, id);
    }

  g_array_sort (ids, compare_ids);

  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, n - 1) != g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);

  return g_array_set_size (ids, n);
}

/* Households of each grid, and of all that may change. */
static GArray *
count_households (const GgovDistrictingTask *self,
                  GArray                    *ids,
                  guint                     *n_to_share)
{
  GArray *households = g_array_sized_new (FALSE, TRUE, sizeof (guint), ids->len);

  g_array_set_size (households, ids->len);
  *n_to_share = 0;

  for (guint i = 0; i < self->place->n_buildings; i++)
    {
      const GgovDistrictingBuilding *building = &self->place->buildings[i];
      guint index;

      if (self->land->plot_of[i] == GGOV_GEO_NONE || is_locked (self->terms, building->grid_id))
        continue;

      *n_to_share += building->households;

      if (g_array_binary_search (ids, &building->grid_id, compare_ids, &index))
        g_array_index (households, guint, index) += building->households;
    }

  return households;
}

/* Of the grids that may change, the one with the fewest households; of two alike, the latter. */
static guint
find_smallest (const GgovDistrictingTask *self,
               GArray                    *ids,
               GArray                    *households)
{
  guint smallest = GGOV_GEO_NONE;

  for (guint i = 0; i < ids->len; i++)
    if (!is_locked (self->terms, g_array_index (ids, gint64, i)) &&
        (smallest == GGOV_GEO_NONE ||
         g_array_index (households, guint, i) <= g_array_index (households, guint, smallest)))
      smallest = i;

  return smallest;
}

/* Where so few live that not all grids can have enough, the smallest go: all of theirs have to move
 * then. */
static void
give_up_grids (GgovDistrictingTask *self,
               GArray              *ids)
{
  guint n_to_share, n_free = 0;
  g_autoptr(GArray) households = count_households (self, ids, &n_to_share);

  for (guint i = 0; i < ids->len; i++)
    n_free += !is_locked (self->terms, g_array_index (ids, gint64, i));

  for (; n_free > 1 && n_to_share < (guint64) self->terms->least * n_free; n_free--)
    {
      guint smallest = find_smallest (self, ids, households);

      g_array_remove_index (ids, smallest);
      g_array_remove_index (households, smallest);
      self->n_given_up++;
    }
}

/* Each plot's grid is that of the building with the most households on it. */
static void
find_homes (GgovDistrictingTask *self,
            GArray              *ids)
{
  g_autofree guint *most = g_new0 (guint, self->land->n);

  for (guint i = 0; i < self->land->n; i++)
    self->home[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < self->place->n_buildings; i++)
    {
      const GgovDistrictingBuilding *building = &self->place->buildings[i];
      guint plot = self->land->plot_of[i], index;

      if (plot != GGOV_GEO_NONE && building->households + 1 > most[plot] &&
          g_array_binary_search (ids, &building->grid_id, compare_ids, &index))
        {
          most[plot] = building->households + 1;
          self->home[plot] = index;
        }
    }
}

/* How many grids --------------------------------------------------------------------------- */

typedef struct
{
  guint households;
  guint most_grids; /* no grid is without people */
  guint n_grids;
} Quota;

/* Who lives in a building too large for any grid has one to himself. */
static guint
count_wanted (const GgovDistrictingTask *self,
              GArray                    *plots)
{
  double rest = 0, target = self->terms->target;
  guint n_large = 0;
  guint n;

  for (guint i = 0; i < plots->len; i++)
    {
      guint households = self->land->plots[g_array_index (plots, guint, i)].households;

      if (households > self->terms->most)
        n_large++;
      else
        rest += households;
    }

  n = floor (rest / target);

  /* One more, where the grids would then be nearer to the target. */
  if (n == 0 ? rest > target / 2 || n_large == 0 : rest / n - target > target - rest / (n + 1))
    n++;

  return n_large + n;
}

/* Source: the method of A. Sainte-Laguë: the next grid goes where each has the most people. */
static guint
apportion (GArray *quotas,
           guint   n_wanted)
{
  guint n_left = n_wanted - MIN (n_wanted, quotas->len);

  for (guint i = 0; i < quotas->len; i++)
    g_array_index (quotas, Quota, i).n_grids = 1;

  for (; n_left > 0; n_left--)
    {
      Quota *best = NULL;

      for (guint i = 0; i < quotas->len; i++)
        {
          Quota *quota = &g_array_index (quotas, Quota, i);

          if (quota->n_grids < quota->most_grids &&
              (best == NULL || (double) quota->households / (2 * quota->n_grids + 1) >
                               (double) best->households / (2 * best->n_grids + 1)))
            best = quota;
        }

      if (best == NULL)
        break;

      best->n_grids++;
    }

  return n_left;
}

static Quota
new_quota (const GgovDistrictingTask *self,
           GArray                    *plots)
{
  Quota quota = { _ggov_districting_land_sum_households (self->land, plots), 0, 0 };

  for (guint i = 0; i < plots->len; i++)
    quota.most_grids += self->land->plots[g_array_index (plots, guint, i)].households > 0;

  quota.n_grids = MIN (count_wanted (self, plots), quota.most_grids);

  return quota;
}

/* Parts ------------------------------------------------------------------------------------- */

static void
add_part (GgovDistrictingTask *self,
          GArray              *plots)
{
  GgovDistrictingPart *part = g_new0 (GgovDistrictingPart, 1);

  part->plots = plots;
  part->names = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->parts, part);
}

/* Finds what is not locked, in pieces that hang together. Where nobody lives in one, it goes to
 * the grid next to it. */
static void
find_parts (GgovDistrictingTask *self)
{
  const GgovDistrictingLand *land = self->land;
  g_autofree gboolean *is_seen = g_new0 (gboolean, land->n);

  for (guint i = 0; i < land->n; i++)
    {
      g_autoptr(GArray) plots = NULL;

      if (is_seen[i] || self->home[i] != GGOV_GEO_NONE)
        continue;

      plots = g_array_new (FALSE, FALSE, sizeof (guint));
      is_seen[i] = TRUE;
      g_array_append_val (plots, i);
      _ggov_districting_land_gather (land, self->home, is_seen, plots);

      if (_ggov_districting_land_sum_households (land, plots) > 0)
        add_part (self, g_steal_pointer (&plots));
    }
}

static void
add_grids (GgovDistrictingTask *self,
           guint                n,
           double               mean,
           GArray              *names)
{
  guint n_grids = self->n_grids + n;

  self->ids = g_renew (gint64, self->ids, n_grids);
  self->is_fixed = g_renew (gboolean, self->is_fixed, n_grids);
  self->mean = g_renew (double, self->mean, n_grids);

  for (; self->n_grids < n_grids; self->n_grids++)
    {
      self->ids[self->n_grids] = 0;
      self->is_fixed[self->n_grids] = FALSE;
      self->mean[self->n_grids] = mean;
      g_array_append_val (names, self->n_grids);
    }
}

static void
plan_division (GgovDistrictingTask *self)
{
  g_autoptr(GArray) quotas = g_array_new (FALSE, FALSE, sizeof (Quota));

  find_parts (self);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Quota quota = new_quota (self, ((GgovDistrictingPart *)
                                      g_ptr_array_index (self->parts, i))->plots);

      g_array_append_val (quotas, quota);
    }

  if (self->terms->n_grids > 0)
    self->n_too_few = apportion (quotas, self->terms->n_grids);

  for (guint i = 0; i < self->parts->len; i++)
    {
      GgovDistrictingPart *part = g_ptr_array_index (self->parts, i);
      const Quota *quota = &g_array_index (quotas, Quota, i);

      add_grids (self, quota->n_grids, (double) quota->households / quota->n_grids, part->names);
    }
}

/* Where so many live that the grids in force cannot take them, new ones come to the largest. */
static void
plan_rebalance (GgovDistrictingTask *self)
{
  const GgovDistrictingLand *land = self->land;
  guint households = 0, n_free = 0, n_wanted, n_plots = 0;
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_grids; i++)
    n_free += !self->is_fixed[i];

  for (guint i = 0; i < land->n; i++)
    if (self->home[i] == GGOV_GEO_NONE || !self->is_fixed[self->home[i]])
      {
        households += land->plots[i].households;
        n_plots += land->plots[i].households > 0;
      }

  n_wanted = (households + self->terms->most - 1) / self->terms->most;

  if (n_free > 0 && n_wanted > n_free && n_plots > n_free)
    add_grids (self, MIN (n_wanted, n_plots) - n_free, 0, names);

  for (guint i = 0; i < self->n_grids; i++)
    self->mean[i] = (double) households / MAX (1, n_free + names->len);

  self->goal.home = self->home;
}

static void
read_grids (GgovDistrictingTask *self)
{
  g_autoptr(GArray) ids = list_grids_in_force (self);

  if (self->terms->mode == GGOV_DISTRICTING_REBALANCE)
    give_up_grids (self, ids);

  self->n_grids = ids->len;
  self->ids = g_new (gint64, MAX (ids->len, 1));
  self->is_fixed = g_new (gboolean, MAX (ids->len, 1));
  self->mean = g_new0 (double, MAX (ids->len, 1));
  self->home = g_new (guint, self->land->n);

  for (guint i = 0; i < ids->len; i++)
    {
      self->ids[i] = g_array_index (ids, gint64, i);
      self->is_fixed[i] = is_locked (self->terms, self->ids[i]);
    }

  find_homes (self, ids);
}

GgovDistrictingTask *
_ggov_districting_task_new (const GgovDistrictingPlace  *place,
                            const GgovDistrictingTerms  *terms,
                            const GgovGeoStop           *stop,
                            GError                     **error)
{
  g_autoptr(GgovDistrictingTask) self = g_new0 (GgovDistrictingTask, 1);
  gboolean has_people = FALSE;

  self->place = place;
  self->terms = terms;
  self->stop = stop;
  self->goal = (GgovDistrictingGoal) {
    terms->target, terms->least, terms->most, NULL,
    terms->emphasis == GGOV_DISTRICTING_EMPHASIS_SHAPE ? EMPHASIS : 1,
    terms->emphasis == GGOV_DISTRICTING_EMPHASIS_STREETS ? EMPHASIS : 1,
  };
  self->parts = g_ptr_array_new_with_free_func (free_part);

  if (place->n_buildings == 0)
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_NO_BUILDINGS, 0, 0, NULL, error);
      return NULL;
    }

  if (!(self->land = _ggov_districting_land_new (place, stop, error)))
    return NULL;

  for (guint i = 0; i < self->land->n; i++)
    has_people |= self->land->plots[i].households > 0;

  read_grids (self);

  if (!has_people || (terms->mode == GGOV_DISTRICTING_REBALANCE && self->n_grids == 0))
    {
      _ggov_geo_refuse (has_people ? GGOV_GEO_REASON_NO_GRIDS : GGOV_GEO_REASON_NO_PEOPLE, 0, 0,
                        NULL, error);
      return NULL;
    }

  if (terms->mode == GGOV_DISTRICTING_REBALANCE)
    plan_rebalance (self);
  else
    plan_division (self);

  return g_steal_pointer (&self);
}
