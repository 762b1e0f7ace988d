/* ggov-draft-places.c: what the map shows while a draft is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-places.h"
#include "ggov-places-private.h"

/* Of a grid that has its code. */
#define CODE_DIGITS 15

static void
add_communities (GgovPlaces *self,
                 GgovDraft  *draft,
                 GgovPlaces *office)
{
  gint64 drawn = ggov_plan_get_row (ggov_draft_get_plan (draft))->community_id;
  GgovGeoSubdivision *subdivision = ggov_draft_get_subdivision (draft);

  for (guint i = 0; i < office->communities->len; i++)
    {
      const GgovPlacesCommunity *from = ggov_places_get_community (office, i);
      const GgovPlacesCommunity community = {
        .id = from->id,
        .code = g_strdup (from->code),
        .name = g_strdup (from->name),
        .border = g_bytes_ref (from->border),
        .plan_id = from->plan_id,
        .subdivision = from->id == drawn && subdivision ? g_object_ref (subdivision) : NULL,
      };

      g_array_append_val (self->communities, community);
    }
}

static void
add_streets (GgovPlaces *self,
             GgovPlaces *office)
{
  for (guint i = 0; i < office->streets->len; i++)
    {
      const GgovPlacesStreet *from = ggov_places_get_street (office, i);
      const GgovPlacesStreet street = {
        from->id, g_strdup (from->name), from->is_main, g_bytes_ref (from->line),
      };

      g_array_append_val (self->streets, street);
    }
}

/* Assigns the buildings, and sums up by grid what is in them. */
static GHashTable *
add_buildings (GgovPlaces *self,
               GgovDraft  *draft)
{
  const gint64 *numbers = ggov_draft_get_numbers (draft);
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < ggov_draft_get_n_buildings (draft); i++)
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (draft, i);
      GgovDraftSum *sum = g_hash_table_lookup (sums, &numbers[i]);
      guint footprint;

      if (ggov_geo_footprints_find_id (self->footprints, building->id, &footprint))
        self->grid_ids[footprint] = numbers[i];

      if (sum == NULL)
        {
          sum = g_new0 (GgovDraftSum, 1);
          g_hash_table_insert (sums, g_memdup2 (&numbers[i], sizeof numbers[i]), sum);
        }
      sum->buildings++;
      sum->households += building->households;
      sum->people += building->people;
    }

  return g_steal_pointer (&sums);
}

static void
add_grid (GgovPlaces          *self,
          GgovDraft           *draft,
          const GgovDraftGrid *grid,
          const GgovDraftSum  *sum)
{
  const GgovPlanRow *plan = ggov_plan_get_row (ggov_draft_get_plan (draft));
  const GgovDraftBase *base = ggov_draft_find_base (draft, grid->grid_id);
  /* Translators: a grid of a draft that has no code yet, on the map: N for new, and its number */
  g_autofree char *number = g_strdup_printf (_("N%d"), (int) grid->number);
  const GgovGridRow row = {
    .id = grid->number,
    .community_id = plan->community_id,
    .code = base ? base->code : number,
    .name = grid->name,
    .community = plan->community,
    .households = sum ? sum->households : 0,
    .people = sum ? sum->people : 0,
    .buildings = sum ? sum->buildings : 0,
    .member = base ? base->member : NULL,
  };
  GgovGrid *object = ggov_grid_new (&row);

  g_ptr_array_add (self->grids, object);
  g_hash_table_insert (self->grids_by_id, g_memdup2 (&grid->number, sizeof grid->number), object);
}

/* New grids come after all that have a code. */
static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  GgovGrid *first = *(GgovGrid * const *) a;
  GgovGrid *second = *(GgovGrid * const *) b;
  gsize first_length = strlen (ggov_grid_get_code (first));
  gsize second_length = strlen (ggov_grid_get_code (second));

  if (first_length == CODE_DIGITS && second_length == first_length)
    return strcmp (ggov_grid_get_code (first), ggov_grid_get_code (second));
  if (first_length == CODE_DIGITS || second_length == CODE_DIGITS)
    return first_length == CODE_DIGITS ? -1 : 1;

  return ggov_grid_get_id (first) < ggov_grid_get_id (second) ? -1 : 1;
}

GgovPlaces *
ggov_draft_new_places (GgovDraft  *self,
                       GgovPlaces *office)
{
  g_autoptr(GgovPlaces) places = NULL;
  g_autoptr(GHashTable) sums = NULL;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (GGOV_IS_PLACES (office), NULL);

  places = _ggov_places_new ();
  places->index = ggov_geo_index_ref (office->index);
  places->footprints = ggov_geo_footprints_ref (office->footprints);
  places->grid_ids = g_new0 (gint64, ggov_geo_footprints_get_n (office->footprints) + 1);
  g_string_assign (places->sources, office->sources->str);

  add_communities (places, self, office);
  add_streets (places, office);
  sums = add_buildings (places, self);
  for (guint i = 0; i < ggov_draft_get_n_grids (self); i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (self, i);

      add_grid (places, self, grid, g_hash_table_lookup (sums, &grid->number));
    }
  g_ptr_array_sort (places->grids, compare_codes);

  return g_steal_pointer (&places);
}
