/* ggov-draft-propose.c: between a draft and what divides a community by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"
#include "ggov-draft-propose.h"

GArray *
ggov_draft_dup_districting (GgovDraft            *self,
                            GgovDistrictingPlace *place)
{
  GArray *buildings = g_array_new (FALSE, FALSE, sizeof (GgovDistrictingBuilding));

  g_return_val_if_fail (GGOV_IS_DRAFT (self), buildings);

  for (guint i = 0; i < self->facts->lots->len; i++)
    {
      const GgovDraftBuilding *known = ggov_draft_get_building (self, i);
      const GgovDistrictingBuilding building = {
        .id = known->id,
        .households = known->households,
        .footprint = known->footprint,
        .compound_id = known->compound_id,
        .grid_id = self->numbers[i],
      };

      g_array_append_val (buildings, building);
    }

  *place = (GgovDistrictingPlace) {
    .border = self->facts->border,
    .buildings = (const GgovDistrictingBuilding *) (gpointer) buildings->data,
    .n_buildings = buildings->len,
    .streets = self->facts->streets,
    .main_streets = self->facts->main_streets,
  };

  return buildings;
}

GgovDraft *
ggov_draft_apply_proposal (GgovDraft          *self,
                           const GgovProposal *proposal)
{
  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (proposal->n_buildings == self->facts->lots->len, NULL);

  return ggov_draft_edit (self, proposal->subdivision, proposal->grid_ids);
}
