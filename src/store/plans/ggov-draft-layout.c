/* ggov-draft-layout.c: a draft as the drawing tools take it, and what they made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-layout.h"

GgovGeoLayout *
ggov_draft_new_layout (GgovDraft  *self,
                       GError    **error)
{
  g_autoptr(GArray) buildings = NULL;
  g_autofree guint *households = NULL;
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GgovGeoSite) site = NULL;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  buildings = ggov_draft_dup_geo_buildings (self);
  households = g_new0 (guint, buildings->len + 1);
  for (guint i = 0; i < buildings->len; i++)
    households[i] = MAX (ggov_draft_get_building (self, i)->households, 0);

  site = ggov_geo_site_new (ggov_draft_get_border (self),
                            (const GgovGeoBuilding *) (gpointer) buildings->data, households,
                            buildings->len, ggov_draft_get_streets (self), error);
  if (site == NULL)
    return NULL;

  subdivision = ggov_draft_get_subdivision (self) ? g_object_ref (ggov_draft_get_subdivision (self))
                                                  : ggov_geo_subdivision_new ();

  return ggov_geo_layout_new (site, subdivision);
}

GgovDraft *
ggov_draft_edit_layout (GgovDraft           *self,
                        const GgovGeoLayout *layout)
{
  g_autofree gint64 *numbers = NULL;
  const GgovGeoBuilding *buildings;
  guint n;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);
  g_return_val_if_fail (layout != NULL, NULL);

  buildings = ggov_geo_layout_get_buildings (layout, &n);
  g_return_val_if_fail (n == ggov_draft_get_n_buildings (self), NULL);

  numbers = g_new0 (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    numbers[i] = buildings[i].grid_id;

  return ggov_draft_edit (self, ggov_geo_layout_get_subdivision (layout), numbers);
}

GArray *
ggov_draft_list_locked (GgovDraft *self)
{
  GArray *locked = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (GGOV_IS_DRAFT (self), locked);

  for (guint i = 0; i < ggov_draft_get_n_grids (self); i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (self, i);

      if (grid->is_locked)
        g_array_append_val (locked, grid->number);
    }

  return locked;
}
