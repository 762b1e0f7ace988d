/* ggov-geo-adopt.c: grids as somebody else drew them, made to tile a community
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-adopt-private.h"

static const char *const nicks[GGOV_GEO_N_ADOPT_KINDS] = {
  [GGOV_GEO_ADOPT_OVERLAP] = "overlap",
  [GGOV_GEO_ADOPT_GAP] = "gap",
  [GGOV_GEO_ADOPT_GAP_GRID] = "gap-grid",
  [GGOV_GEO_ADOPT_OUTSIDE] = "outside",
  [GGOV_GEO_ADOPT_BUILDING_CUT] = "building-cut",
  [GGOV_GEO_ADOPT_PIECE_GIVEN] = "piece-given",
  [GGOV_GEO_ADOPT_PIECE_GRID] = "piece-grid",
  [GGOV_GEO_ADOPT_ENCLOSED] = "enclosed",
  [GGOV_GEO_ADOPT_LOST] = "lost",
  [GGOV_GEO_ADOPT_REDRAWN] = "redrawn",
};

const char *
ggov_geo_adopt_kind_to_nick (GgovGeoAdoptKind kind)
{
  g_return_val_if_fail (kind < GGOV_GEO_N_ADOPT_KINDS, NULL);

  return nicks[kind];
}

static void
adoption_clear (GgovGeoAdoption *self)
{
  g_clear_pointer (&self->community, _ggov_geo_prepared_free);
  g_clear_pointer (&self->grid_ids, g_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->plots, _ggov_geo_plots_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->claimants, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->face_of_part, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovGeoAdoption, adoption_clear)

void
_ggov_geo_adopt_note (GgovGeoAdoption  *self,
                      GgovGeoAdoptKind  kind,
                      gint64            grid_id,
                      gint64            other_grid_id,
                      gint64            building_id,
                      const double     *place,
                      double            area_m2)
{
  GgovGeoAdoptNote note = { kind, grid_id, other_grid_id, building_id, NAN, NAN, area_m2 };

  if (place)
    {
      double degrees[] = { place[0], place[1] };

      _ggov_geo_frame_to_degrees (&self->ground->frame, degrees, 1);
      note.lon = degrees[0];
      note.lat = degrees[1];
    }

  for (guint i = 0; i < self->notes->len; i++)
    {
      GgovGeoAdoptNote *known = &g_array_index (self->notes, GgovGeoAdoptNote, i);

      if (known->kind == kind && known->grid_id == grid_id &&
          known->other_grid_id == other_grid_id && known->building_id == building_id)
        {
          known->area_m2 += area_m2;
          return;
        }
    }

  g_array_append_val (self->notes, note);
}

/* Slivers that rounding leaves are nothing to tell of. */
static void
drop_noise (GArray *notes,
            guint   first)
{
  for (guint i = notes->len; i-- > first; )
    {
      const GgovGeoAdoptNote *note = &g_array_index (notes, GgovGeoAdoptNote, i);
      gboolean is_about_ground = note->kind == GGOV_GEO_ADOPT_OVERLAP ||
                                 note->kind == GGOV_GEO_ADOPT_GAP ||
                                 note->kind == GGOV_GEO_ADOPT_PIECE_GIVEN;

      if (is_about_ground && note->area_m2 < GGOV_GEO_ADOPT_NOISE_M2)
        g_array_remove_index (notes, i);
    }
}

static void
assign_buildings (GgovGeoAdoption *self,
                  GgovGeoBuilding *buildings,
                  guint            n_buildings)
{
  for (guint i = 0; i < n_buildings; i++)
    buildings[i].grid_id = 0;

  for (guint i = 0; i < self->ground->parts->len; i++)
    {
      const GgovGeoPart *part = self->ground->parts->pdata[i];
      guint face = self->face_of_part[i];

      if (face != GGOV_GEO_NONE)
        buildings[part->building].grid_id =
          _ggov_geo_adopt_get_grid (self, _ggov_geo_adopt_get_face (self, face)->building);
    }
}

static GgovGeoSubdivision *
draw (GgovGeoAdoption  *self,
      gboolean          straight,
      GError          **error)
{
  g_autofree gint64 *grids = g_new (gint64, self->plots->faces->len);

  for (guint i = 0; i < self->plots->faces->len; i++)
    grids[i] = _ggov_geo_adopt_get_grid (self, _ggov_geo_adopt_get_face (self, i)->building);

  return _ggov_geo_border_draw_faces (self->ground, self->plots, grids, straight, NULL, NULL,
                                      error);
}

/* Straightened where the drawing was at fault; as it was cut where that does not do, as with a
 * sliver along the community's border; else with other lines around the same buildings. */
static GgovGeoSubdivision *
draw_somehow (GgovGeoAdoption  *self,
              GBytes           *community_wkb,
              GBytes           *streets_wkb,
              GError          **error)
{
  g_autoptr(GError) local_error = NULL;
  GgovGeoSubdivision *subdivision = draw (self, TRUE, NULL);

  if (subdivision == NULL)
    subdivision = draw (self, FALSE, &local_error);
  if (subdivision)
    return subdivision;

  g_debug ("The drawing's lines are not kept: %s", local_error->message);
  subdivision = ggov_geo_border_trace (community_wkb, self->ground->buildings,
                                       self->ground->n_buildings, streets_wkb, error);
  if (subdivision)
    _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_REDRAWN, 0, 0, 0, NULL, 0);

  return subdivision;
}

static void
stand_on (GgovGeoAdoption     *self,
          const GgovGeoGround *ground)
{
  self->ground = ground;
  self->community = GEOSPrepare_r (_ggov_geo_engine (), ground->metres);
}

gboolean
ggov_geo_drawn_lie_in (GBytes            *community_wkb,
                       GgovGeoDrawnGrid  *drawn,
                       guint              n_drawn,
                       GError           **error)
{
  g_autoptr(GgovGeoGround) ground = NULL;
  g_autoptr(GArray) notes = g_array_new (FALSE, FALSE, sizeof (GgovGeoAdoptNote));
  g_auto(GgovGeoAdoption) self = { .notes = notes };

  g_return_val_if_fail (community_wkb != NULL, FALSE);
  g_return_val_if_fail (drawn != NULL || n_drawn == 0, FALSE);

  if (!(ground = _ggov_geo_ground_new (community_wkb, NULL, 0, NULL, NULL, error)))
    return FALSE;

  stand_on (&self, ground);

  return _ggov_geo_adopt_claim (&self, drawn, n_drawn, error) && self.claims->len > 0;
}

GgovGeoSubdivision *
ggov_geo_adopt (GBytes            *community_wkb,
                GgovGeoDrawnGrid  *drawn,
                guint              n_drawn,
                GgovGeoBuilding   *buildings,
                guint              n_buildings,
                GBytes            *streets_wkb,
                GArray            *notes,
                GError           **error)
{
  g_autoptr(GgovGeoGround) ground = NULL;
  g_auto(GgovGeoAdoption) self = { .notes = notes };
  const guint first = notes->len;

  g_return_val_if_fail (community_wkb != NULL, NULL);
  g_return_val_if_fail (drawn != NULL || n_drawn == 0, NULL);
  g_return_val_if_fail (buildings != NULL || n_buildings == 0, NULL);

  /* Streets part blocks, which nobody asked for here. */
  if (!(ground = _ggov_geo_ground_new (community_wkb, buildings, n_buildings, NULL, NULL, error)))
    return NULL;

  stand_on (&self, ground);
  if (!_ggov_geo_adopt_claim (&self, drawn, n_drawn, error))
    return NULL;

  if (self.claims->len == 0)
    {
      g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                           "Nothing of the drawing lies in the community");
      return NULL;
    }

  if (!_ggov_geo_adopt_cut (&self, error))
    return NULL;

  _ggov_geo_adopt_settle (&self);
  drop_noise (notes, first);
  assign_buildings (&self, buildings, n_buildings);

  return draw_somehow (&self, community_wkb, streets_wkb, error);
}
