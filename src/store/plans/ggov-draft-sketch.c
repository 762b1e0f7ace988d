/* ggov-draft-sketch.c: a small map of a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-draft-private.h"
#include "ggov-draft-sketch.h"

/* A building that was in no grid does not change it. */
static gboolean *
list_moved (GgovDraft *self)
{
  gboolean *moved = g_new0 (gboolean, self->facts->lots->len + 1);

  for (guint i = 0; i < self->facts->lots->len; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_find_grid (self, self->numbers[i]);
      gint64 before = ggov_draft_get_building (self, i)->base_grid_id;

      moved[i] = before != 0 && grid != NULL && grid->grid_id != before;
    }

  return moved;
}

/* "013", or "+4" of a grid that has no code yet. */
static void
add_names (GgovDraft     *self,
           GgovGeoSketch *sketch)
{
  gsize prefix = strlen (ggov_plan_get_row (self->facts->plan)->community_code);

  for (guint i = 0; self->subdivision && i < self->grids->len; i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (self, i);
      const GgovDraftBase *base = ggov_draft_find_base (self, grid->grid_id);
      g_autofree char *name = base && strlen (base->code) > prefix
        ? g_strdup (base->code + prefix) : g_strdup_printf ("+%d", (int) grid->number);

      ggov_geo_sketch_add_name (sketch, self->subdivision, grid->number, name);
    }
}

void
ggov_draft_sketch_into (GgovDraft     *self,
                        GgovGeoSketch *sketch,
                        gboolean       with_before,
                        gboolean       with_names)
{
  g_autoptr(GArray) buildings = NULL;
  g_autofree gboolean *moved = NULL;

  g_return_if_fail (GGOV_IS_DRAFT (self));
  g_return_if_fail (sketch != NULL);

  buildings = ggov_draft_dup_geo_buildings (self);
  moved = with_before ? list_moved (self) : NULL;
  ggov_geo_sketch_add (sketch, self->facts->border, with_before ? self->facts->before : NULL,
                       self->subdivision, (const GgovGeoBuilding *) (gpointer) buildings->data,
                       buildings->len, moved);
  if (with_names)
    add_names (self, sketch);
}
