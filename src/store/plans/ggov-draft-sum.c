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

static void
add_building (GgovDraftSum            *sum,
              const GgovDraftBuilding *building)
{
  sum->buildings++;
  sum->households += building->households;
  sum->people += building->people;
  sum->issues += building->issues;
  sum->posts += building->posts;
}

/* Issues that are on no building: where their place is, else on their grid. */
static int
count_issues (GgovDraft          *self,
              GgovGeoSubdivision *subdivision,
              gint64              drawn_as,
              gint64              grid_id)
{
  int n = 0;

  for (guint i = 0; i < self->facts->issues->len; i++)
    {
      const GgovDraftIssue *issue = &g_array_index (self->facts->issues, GgovDraftIssue, i);
      gint64 found = issue->has_place && subdivision
        ? ggov_geo_subdivision_find_grid (subdivision, issue->lon, issue->lat) : 0;

      n += found != 0 ? found == drawn_as : grid_id != 0 && issue->grid_id == grid_id;
    }

  return n;
}

static int
count_posts (GgovDraft *self,
             gint64     grid_id)
{
  const GgovDraftBase *base = ggov_draft_find_base (self, grid_id);

  return base ? base->posts : 0;
}

void
ggov_draft_sum (GgovDraft    *self,
                gint64        number,
                GgovDraftSum *sum)
{
  const GgovDraftGrid *grid;

  g_return_if_fail (GGOV_IS_DRAFT (self));

  *sum = (GgovDraftSum) { 0 };
  for (guint i = 0; i < self->facts->lots->len; i++)
    if (self->numbers[i] == number)
      add_building (sum, ggov_draft_get_building (self, i));

  if (!(grid = ggov_draft_find_grid (self, number)))
    return;

  sum->issues += count_issues (self, self->subdivision, number, grid->grid_id);
  sum->posts += count_posts (self, grid->grid_id);
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
      add_building (sum, ggov_draft_get_building (self, i));

  if (grid_id == 0)
    return;

  sum->issues += count_issues (self, self->facts->before, grid_id, grid_id);
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
