/* ggov-draft.c: a draft of a plan as it is drawn: grids, borders, buildings and what they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-draft-private.h"

G_DEFINE_FINAL_TYPE (GgovDraft, ggov_draft, G_TYPE_OBJECT)

static void
lot_free (gpointer data)
{
  GgovDraftLot *lot = data;

  g_free (lot->building.label);
  g_clear_pointer (&lot->building.footprint, g_bytes_unref);
  g_free (lot->digest);
  g_free (lot);
}

static void
base_free (gpointer data)
{
  GgovDraftBase *base = data;

  g_free (base->code);
  g_free (base->name);
  g_free (base->member);
  g_free (base);
}

static void
holder_free (gpointer data)
{
  GgovDraftHolder *holder = data;

  g_free (holder->person);
  g_free (holder->role_code);
  g_free (holder->role);
  g_free (holder);
}

static void
grid_free (gpointer data)
{
  GgovDraftGrid *grid = data;

  g_free (grid->name);
  g_free (grid);
}

GgovDraftFacts *
_ggov_draft_facts_new (void)
{
  GgovDraftFacts *facts = g_atomic_rc_box_new0 (GgovDraftFacts);

  facts->lots = g_ptr_array_new_with_free_func (lot_free);
  facts->bases = g_ptr_array_new_with_free_func (base_free);
  facts->holders = g_ptr_array_new_with_free_func (holder_free);
  facts->issues = g_array_new (FALSE, FALSE, sizeof (GgovDraftIssue));

  return facts;
}

static void
facts_clear (gpointer data)
{
  GgovDraftFacts *facts = data;

  g_clear_object (&facts->plan);
  g_clear_pointer (&facts->border, g_bytes_unref);
  g_clear_pointer (&facts->streets, g_bytes_unref);
  g_clear_pointer (&facts->main_streets, g_bytes_unref);
  g_clear_pointer (&facts->lots, g_ptr_array_unref);
  g_clear_pointer (&facts->bases, g_ptr_array_unref);
  g_clear_pointer (&facts->holders, g_ptr_array_unref);
  g_clear_pointer (&facts->issues, g_array_unref);
  g_clear_object (&facts->before);
}

void
_ggov_draft_facts_unref (GgovDraftFacts *facts)
{
  g_atomic_rc_box_release_full (facts, facts_clear);
}

static void
ggov_draft_finalize (GObject *object)
{
  GgovDraft *self = GGOV_DRAFT (object);

  g_clear_pointer (&self->facts, _ggov_draft_facts_unref);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_free);
  g_clear_object (&self->subdivision);
  g_clear_pointer (&self->sums, g_hash_table_unref);

  G_OBJECT_CLASS (ggov_draft_parent_class)->finalize (object);
}

static void
ggov_draft_class_init (GgovDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_draft_finalize;
}

static void
ggov_draft_init (GgovDraft *self)
{
  self->grids = g_ptr_array_new_with_free_func (grid_free);
}

GgovDraft *
_ggov_draft_new (GgovDraftFacts *facts)
{
  GgovDraft *self = g_object_new (GGOV_TYPE_DRAFT, NULL);

  self->facts = g_atomic_rc_box_acquire (facts);
  self->numbers = g_new0 (gint64, facts->lots->len + 1);

  return self;
}

GgovDraftGrid *
_ggov_draft_add_grid (GgovDraft  *self,
                      gint64      number,
                      gint64      grid_id,
                      const char *name,
                      gboolean    is_locked)
{
  GgovDraftGrid *grid = g_new0 (GgovDraftGrid, 1);

  grid->number = number;
  grid->grid_id = grid_id;
  grid->name = g_strdup (name ? name : "");
  grid->is_locked = is_locked;
  g_ptr_array_add (self->grids, grid);

  return grid;
}

static int
compare_grids (gconstpointer a,
               gconstpointer b)
{
  const GgovDraftGrid *first = *(const GgovDraftGrid * const *) a;
  const GgovDraftGrid *second = *(const GgovDraftGrid * const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

void
_ggov_draft_sort_grids (GgovDraft *self)
{
  g_ptr_array_sort (self->grids, compare_grids);
}

GgovPlan *
ggov_draft_get_plan (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  return self->facts->plan;
}

GBytes *
ggov_draft_get_border (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  return self->facts->border;
}

GBytes *
ggov_draft_get_streets (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  return self->facts->streets;
}

GBytes *
ggov_draft_get_main_streets (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  return self->facts->main_streets;
}

guint
ggov_draft_get_n_buildings (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), 0);

  return self->facts->lots->len;
}

const GgovDraftLot *
_ggov_draft_get_lot (GgovDraft *self,
                     guint      i)
{
  return self->facts->lots->pdata[i];
}

const GgovDraftBuilding *
ggov_draft_get_building (GgovDraft *self,
                         guint      i)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (i < self->facts->lots->len, NULL);

  return &_ggov_draft_get_lot (self, i)->building;
}

gboolean
ggov_draft_find_building (GgovDraft *self,
                          gint64     id,
                          guint     *i)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), FALSE);

  high = self->facts->lots->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (_ggov_draft_get_lot (self, middle)->building.id < id)
        low = middle + 1;
      else
        high = middle;
    }

  if (i)
    *i = low;

  return low < self->facts->lots->len && _ggov_draft_get_lot (self, low)->building.id == id;
}

const gint64 *
ggov_draft_get_numbers (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  return self->numbers;
}

guint
ggov_draft_get_n_gone (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), 0);

  return self->facts->n_gone;
}

guint
ggov_draft_get_n_grids (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), 0);

  return self->grids->len;
}

const GgovDraftGrid *
ggov_draft_get_grid (GgovDraft *self,
                     guint      i)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (i < self->grids->len, NULL);

  return self->grids->pdata[i];
}

const GgovDraftGrid *
ggov_draft_find_grid (GgovDraft *self,
                      gint64     number)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  for (guint i = 0; i < self->grids->len; i++)
    if (ggov_draft_get_grid (self, i)->number == number)
      return self->grids->pdata[i];

  return NULL;
}

const GgovDraftGrid *
_ggov_draft_find_going_on (GgovDraft *self,
                           gint64     grid_id)
{
  for (guint i = 0; i < self->grids->len; i++)
    if (ggov_draft_get_grid (self, i)->grid_id == grid_id)
      return self->grids->pdata[i];

  return NULL;
}

gint64
ggov_draft_get_free_number (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), 0);

  return self->grids->len == 0 ? 1 : ggov_draft_get_grid (self, self->grids->len - 1)->number + 1;
}

guint
ggov_draft_get_n_bases (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), 0);

  return self->facts->bases->len;
}

const GgovDraftBase *
ggov_draft_get_base (GgovDraft *self,
                     guint      i)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (i < self->facts->bases->len, NULL);

  return self->facts->bases->pdata[i];
}

const GgovDraftBase *
ggov_draft_find_base (GgovDraft *self,
                      gint64     grid_id)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  for (guint i = 0; grid_id != 0 && i < self->facts->bases->len; i++)
    if (ggov_draft_get_base (self, i)->grid_id == grid_id)
      return self->facts->bases->pdata[i];

  return NULL;
}

GgovGeoSubdivision *
ggov_draft_get_subdivision (GgovDraft *self)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  return self->subdivision;
}

GArray *
ggov_draft_dup_geo_buildings (GgovDraft *self)
{
  GArray *buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));

  g_return_val_if_fail (GGOV_IS_DRAFT (self), buildings);

  for (guint i = 0; i < self->facts->lots->len; i++)
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (self, i);
      const GgovGeoBuilding shape = { building->id, self->numbers[i], building->footprint };

      g_array_append_val (buildings, shape);
    }

  return buildings;
}

/* The numbers that borders and buildings name. */
static GHashTable *
collect_numbers (GgovGeoSubdivision *subdivision,
                 const gint64       *numbers,
                 guint               n_numbers)
{
  GHashTable *seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) drawn = subdivision ? ggov_geo_subdivision_list_grids (subdivision) : NULL;

  for (guint i = 0; drawn && i < drawn->len; i++)
    g_hash_table_add (seen, g_memdup2 (&g_array_index (drawn, gint64, i), sizeof (gint64)));

  for (guint i = 0; i < n_numbers; i++)
    if (numbers[i] != 0 && !g_hash_table_contains (seen, &numbers[i]))
      g_hash_table_add (seen, g_memdup2 (&numbers[i], sizeof (gint64)));

  return seen;
}

/* Keeps the grids that are still there, and adds those that are new. */
static void
take_grids (GgovDraft *self,
            GgovDraft *from)
{
  g_autoptr(GHashTable) seen =
    collect_numbers (self->subdivision, self->numbers, self->facts->lots->len);
  GHashTableIter iter;
  gint64 *number;

  for (guint i = 0; i < from->grids->len; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (from, i);

      if (g_hash_table_remove (seen, &grid->number))
        _ggov_draft_add_grid (self, grid->number, grid->grid_id, grid->name, grid->is_locked);
    }

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, (gpointer *) &number, NULL))
    _ggov_draft_add_grid (self, *number, 0, NULL, FALSE);

  _ggov_draft_sort_grids (self);
}

GgovDraft *
ggov_draft_edit (GgovDraft          *self,
                 GgovGeoSubdivision *subdivision,
                 const gint64       *numbers)
{
  GgovDraft *after;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  after = _ggov_draft_new (self->facts);
  if (subdivision == NULL)
    subdivision = self->subdivision;
  g_set_object (&after->subdivision, subdivision);
  memcpy (after->numbers, numbers ? numbers : self->numbers,
          sizeof (gint64) * self->facts->lots->len);
  take_grids (after, self);

  return after;
}

GgovDraft *
ggov_draft_edit_grid (GgovDraft  *self,
                      gint64      number,
                      const char *name,
                      gboolean    is_locked)
{
  GgovDraft *after;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (ggov_draft_find_grid (self, number) != NULL, NULL);

  after = _ggov_draft_new (self->facts);
  g_set_object (&after->subdivision, self->subdivision);
  memcpy (after->numbers, self->numbers, sizeof (gint64) * self->facts->lots->len);

  for (guint i = 0; i < self->grids->len; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (self, i);
      gboolean is_meant = grid->number == number;

      _ggov_draft_add_grid (after, grid->number, grid->grid_id,
                            is_meant && name ? name : grid->name,
                            is_meant ? is_locked : grid->is_locked);
    }

  return after;
}
