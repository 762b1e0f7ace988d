/* ggov-draft-sum.c: what the grids of a draft hold, and which grids they go on from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"

/* How much of a grid in force is in a grid of the draft. */
typedef struct
{
  gint64 number;
  gint64 grid_id;
  gint64 households;
  gint64 buildings;
} Overlap;

/* A grid's sum, and its number, which is the key. */
typedef struct
{
  gint64       number;
  GgovDraftSum sum;
} Entry;

void
_ggov_draft_sum_add (GgovDraftSum            *sum,
                     const GgovDraftBuilding *building,
                     int                      sign)
{
  sum->buildings += sign;
  sum->households += sign * building->households;
  sum->people += sign * building->people;
  sum->special += sign * building->special;
  sum->issues += sign * building->issues;
  sum->posts += sign * building->posts;
}

/* Issues that are on no building: where their place is, else on their grid. */
static gint64
find_drawn (const GgovDraftIssue *issue,
            GgovGeoSubdivision   *subdivision)
{
  return issue->has_place && subdivision
    ? ggov_geo_subdivision_find_grid (subdivision, issue->lon, issue->lat) : 0;
}

static int
count_posts (GgovDraft *self,
             gint64     grid_id)
{
  const GgovDraftBase *base = ggov_draft_find_base (self, grid_id);

  return base ? base->posts : 0;
}

static GgovDraftSum *
get_sum (GHashTable *sums,
         gint64      number)
{
  Entry *entry = g_hash_table_lookup (sums, &number);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->number = number;
      g_hash_table_insert (sums, &entry->number, entry);
    }

  return &entry->sum;
}

static GHashTable *
sum_up (GgovDraft *self)
{
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < self->facts->lots->len; i++)
    _ggov_draft_sum_add (get_sum (sums, self->numbers[i]), ggov_draft_get_building (self, i), 1);

  for (guint i = 0; i < self->facts->issues->len; i++)
    {
      const GgovDraftIssue *issue = &g_array_index (self->facts->issues, GgovDraftIssue, i);
      gint64 drawn = find_drawn (issue, self->subdivision);
      const GgovDraftGrid *grid = drawn != 0 ? ggov_draft_find_grid (self, drawn)
        : issue->grid_id != 0 ? _ggov_draft_find_going_on (self, issue->grid_id) : NULL;

      if (grid)
        get_sum (sums, grid->number)->issues++;
    }

  for (guint i = 0; i < self->grids->len; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (self, i);

      get_sum (sums, grid->number)->posts += count_posts (self, grid->grid_id);
    }

  return sums;
}

/* Whichever thread asks first sums up; two that ask at once find the same. */
static GHashTable *
get_sums (GgovDraft *self)
{
  GHashTable *sums = g_atomic_pointer_get (&self->sums);

  if (sums)
    return sums;

  sums = sum_up (self);
  if (g_atomic_pointer_compare_and_exchange (&self->sums, NULL, sums))
    return sums;

  g_hash_table_unref (sums);

  return g_atomic_pointer_get (&self->sums);
}

void
ggov_draft_sum (GgovDraft    *self,
                gint64        number,
                GgovDraftSum *sum)
{
  const Entry *entry;

  g_return_if_fail (GGOV_IS_DRAFT (self));

  entry = g_hash_table_lookup (get_sums (self), &number);
  *sum = entry ? entry->sum : (GgovDraftSum) { 0 };
}

void
ggov_draft_sum_base (GgovDraft    *self,
                     gint64        grid_id,
                     GgovDraftSum *sum)
{
  g_return_if_fail (GGOV_IS_DRAFT (self));

  *sum = (GgovDraftSum) { 0 };
  for (guint i = 0; i < self->facts->lots->len; i++)
    if (ggov_draft_get_building (self, i)->base_grid_id == grid_id)
      _ggov_draft_sum_add (sum, ggov_draft_get_building (self, i), 1);

  if (grid_id == 0)
    return;

  for (guint i = 0; i < self->facts->issues->len; i++)
    {
      const GgovDraftIssue *issue = &g_array_index (self->facts->issues, GgovDraftIssue, i);
      gint64 drawn = find_drawn (issue, self->facts->before);

      sum->issues += (drawn != 0 ? drawn : issue->grid_id) == grid_id;
    }
  sum->posts += count_posts (self, grid_id);
}

/* Most households first, then most buildings; the rest only to be the same every time. */
static int
compare_overlaps (gconstpointer a,
                  gconstpointer b)
{
  const Overlap *first = a;
  const Overlap *second = b;

  if (first->households != second->households)
    return first->households > second->households ? -1 : 1;
  if (first->buildings != second->buildings)
    return first->buildings > second->buildings ? -1 : 1;
  if (first->grid_id != second->grid_id)
    return first->grid_id < second->grid_id ? -1 : 1;

  return (first->number > second->number) - (first->number < second->number);
}

static void
add_overlap (GArray                  *overlaps,
             gint64                   number,
             const GgovDraftBuilding *building)
{
  Overlap overlap = { number, building->base_grid_id, building->households, 1 };

  for (guint i = 0; i < overlaps->len; i++)
    {
      Overlap *known = &g_array_index (overlaps, Overlap, i);

      if (known->number == number && known->grid_id == building->base_grid_id)
        {
          known->households += building->households;
          known->buildings++;
          return;
        }
    }

  g_array_append_val (overlaps, overlap);
}

/* @grid_id: only of this grid, or 0 for all */
static GArray *
list_overlaps (GgovDraft *self,
               gint64     grid_id)
{
  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (Overlap));

  for (guint i = 0; i < self->facts->lots->len; i++)
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (self, i);

      if (self->numbers[i] != 0 && building->base_grid_id != 0 &&
          (grid_id == 0 || building->base_grid_id == grid_id))
        add_overlap (overlaps, self->numbers[i], building);
    }

  g_array_sort (overlaps, compare_overlaps);

  return overlaps;
}

gint64
_ggov_draft_find_successor (GgovDraft *self,
                            gint64     grid_id)
{
  g_autoptr(GArray) overlaps = list_overlaps (self, grid_id);

  return overlaps->len > 0 ? g_array_index (overlaps, Overlap, 0).number : 0;
}

/* A grid that the plan compared with does not have cannot go on. */
static void
forget_others (GgovDraft *self)
{
  for (guint i = 0; i < self->grids->len; i++)
    {
      GgovDraftGrid *grid = self->grids->pdata[i];
      const GgovDraftBase *base = ggov_draft_find_base (self, grid->grid_id);

      if (base == NULL || !base->is_before)
        grid->grid_id = 0;
    }
}

GgovDraft *
ggov_draft_match_codes (GgovDraft *self)
{
  g_autoptr(GArray) overlaps = NULL;
  GgovDraft *after;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  after = ggov_draft_edit (self, NULL, NULL);
  overlaps = list_overlaps (after, 0);
  forget_others (after);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const Overlap *overlap = &g_array_index (overlaps, Overlap, i);
      GgovDraftGrid *grid = (GgovDraftGrid *) ggov_draft_find_grid (after, overlap->number);
      const GgovDraftBase *base = ggov_draft_find_base (after, overlap->grid_id);

      if (grid->grid_id != 0 || base == NULL ||
          _ggov_draft_find_going_on (after, overlap->grid_id))
        continue;

      grid->grid_id = overlap->grid_id;
      if (*grid->name == '\0')
        {
          g_free (grid->name);
          grid->name = g_strdup (base->name);
        }
    }

  return after;
}

char *
_ggov_draft_dup_grid_name (GgovDraft *self,
                           gint64     number)
{
  const GgovDraftGrid *grid = ggov_draft_find_grid (self, number);
  const GgovDraftBase *base = grid ? ggov_draft_find_base (self, grid->grid_id) : NULL;

  if (grid && *grid->name != '\0')
    return g_strdup (grid->name);
  if (base)
    return g_strdup (base->name);

  /* Translators: a grid that has no code yet, by its number in the draft */
  return g_strdup_printf (_("new grid %d"), (int) number);
}
