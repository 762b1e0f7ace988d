/* ggov-draft-tally.c: what grids of a draft would hold while something is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"
#include "ggov-draft-tally.h"

static GgovDraftSum *
find_sum (GgovDraft *self,
          GArray    *tallies,
          gint64     number)
{
  GgovDraftTally tally = { .number = number };

  for (guint i = 0; i < tallies->len; i++)
    if (g_array_index (tallies, GgovDraftTally, i).number == number)
      return &g_array_index (tallies, GgovDraftTally, i).sum;

  ggov_draft_sum (self, number, &tally.sum);
  g_array_append_val (tallies, tally);

  return &g_array_index (tallies, GgovDraftTally, tallies->len - 1).sum;
}

void
ggov_draft_tally_paint (GgovDraft *self,
                        GArray    *buildings,
                        gint64     number,
                        GArray    *tallies)
{
  g_return_if_fail (GGOV_IS_DRAFT (self));
  g_return_if_fail (buildings != NULL && tallies != NULL);

  g_array_set_size (tallies, 0);
  find_sum (self, tallies, number);

  for (guint i = 0; i < buildings->len; i++)
    {
      guint index = g_array_index (buildings, guint, i);
      const GgovDraftBuilding *building = ggov_draft_get_building (self, index);

      _ggov_draft_sum_add (find_sum (self, tallies, self->numbers[index]), building, -1);
      _ggov_draft_sum_add (find_sum (self, tallies, number), building, 1);
    }
}

void
ggov_draft_tally_changes (GgovDraft *self,
                          GgovDraft *before,
                          GArray    *tallies)
{
  g_return_if_fail (GGOV_IS_DRAFT (self));
  g_return_if_fail (GGOV_IS_DRAFT (before));
  g_return_if_fail (tallies != NULL);

  for (guint i = 0; i < self->grids->len; i++)
    {
      GgovDraftTally tally = { .number = ggov_draft_get_grid (self, i)->number };
      GgovDraftSum was;

      ggov_draft_sum (self, tally.number, &tally.sum);
      ggov_draft_sum (before, tally.number, &was);
      if (tally.sum.buildings != was.buildings || tally.sum.households != was.households ||
          tally.sum.people != was.people || tally.sum.special != was.special ||
          tally.sum.issues != was.issues)
        g_array_append_val (tallies, tally);
    }
}
