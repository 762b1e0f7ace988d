/* ggov-districting-land.c: a community as a graph of plots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-districting-private.h"

void
_ggov_districting_land_free (GgovDistrictingLand *self)
{
  g_clear_pointer (&self->ground, _ggov_geo_ground_free);
  g_clear_pointer (&self->faces, _ggov_geo_plots_free);
  g_clear_pointer (&self->buildings, g_free);
  g_clear_pointer (&self->plot_of, g_free);
  g_clear_pointer (&self->plots, g_free);
  g_clear_pointer (&self->links, g_free);
  g_clear_pointer (&self->turns, g_free);
  g_free (self);
}

const GgovDistrictingLink *
_ggov_districting_land_find_link (const GgovDistrictingLand *self,
                                  guint                      one,
                                  guint                      other)
{
  guint low = self->plots[one].first_link, high = self->plots[one + 1].first_link;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->links[middle].other < other)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->plots[one + 1].first_link && self->links[low].other == other
    ? &self->links[low] : NULL;
}

/* Adds the plots that hang together with the first one and have the same grid. */
void
_ggov_districting_land_gather (const GgovDistrictingLand *land,
                               const guint               *grid_of,
                               gboolean                  *is_seen,
                               GArray                    *plots)
{
  for (guint n = 0; n < plots->len; n++)
    {
      guint plot = g_array_index (plots, guint, n);

      for (guint i = land->plots[plot].first_link; i < land->plots[plot + 1].first_link; i++)
        {
          guint other = land->links[i].other;

          if (!is_seen[other] && grid_of[other] == grid_of[plot])
            {
              is_seen[other] = TRUE;
              g_array_append_val (plots, other);
            }
        }
    }
}

guint
_ggov_districting_land_sum_households (const GgovDistrictingLand *land,
                                       GArray                    *plots)
{
  guint sum = 0;

  for (guint i = 0; i < plots->len; i++)
    sum += land->plots[g_array_index (plots, guint, i)].households;

  return sum;
}

/* Gathers the faces that hang together with the first in the queue and are of the same building.
 * Returns: the roofs among them, m² */
static double
gather_piece (const GgovDistrictingLand *land,
              GArray                    *queue,
              guint                     *piece_of)
{
  const GgovGeoPlots *faces = land->faces;
  double roof_m2 = 0;

  for (guint n = 0; n < queue->len; n++)
    {
      guint face = g_array_index (queue, guint, n);
      const GgovGeoFace *here = _ggov_districting_land_face (land, face);

      roof_m2 += here->is_footprint ? here->area_m2 : 0;

      for (guint j = faces->first_edge[face]; j < faces->first_edge[face + 1]; j++)
        {
          const GgovGeoEdge *edge = &g_array_index (faces->edges, GgovGeoEdge,
                                                    faces->face_edges[j]);
          guint other = edge->left == face ? edge->right : edge->left;

          if (other != GGOV_GEO_NONE && piece_of[other] == GGOV_GEO_NONE &&
              _ggov_districting_land_face (land, other)->building == here->building)
            {
              piece_of[other] = piece_of[face];
              g_array_append_val (queue, other);
            }
        }
    }

  return roof_m2;
}

/* Numbers the pieces of ground of one building each. @roofs: (element-type double): m² by piece */
static void
number_pieces (const GgovDistrictingLand *land,
               guint                     *piece_of,
               GArray                    *roofs)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < land->faces->faces->len; i++)
    piece_of[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < land->faces->faces->len; i++)
    {
      double roof_m2;

      if (piece_of[i] != GGOV_GEO_NONE)
        continue;

      piece_of[i] = roofs->len;
      g_array_set_size (queue, 0);
      g_array_append_val (queue, i);
      roof_m2 = gather_piece (land, queue, piece_of);
      g_array_append_val (roofs, roof_m2);
    }
}

/* A building in several pieces keeps the ground around the largest; its neighbours get the rest.
 *
 * Returns: (transfer full) (array): by face, the building whose roof it is under */
static guint *
make_whole (GgovDistrictingLand *land)
{
  GArray *faces = land->faces->faces;
  g_autofree guint *piece_of = g_new (guint, faces->len);
  g_autofree guint *main_piece = g_new (guint, land->n_buildings);
  g_autofree gboolean *is_loose = g_new (gboolean, faces->len);
  g_autoptr(GArray) roofs = g_array_new (FALSE, FALSE, sizeof (double));
  guint *builder = g_new (guint, faces->len);

  number_pieces (land, piece_of, roofs);

  for (guint i = 0; i < faces->len; i++)
    builder[i] = _ggov_districting_land_face (land, i)->building;

  for (guint i = 0; i < land->n_buildings; i++)
    main_piece[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < faces->len; i++)
    {
      guint *best = &main_piece[_ggov_districting_land_face (land, i)->building];

      if (*best == GGOV_GEO_NONE || g_array_index (roofs, double, piece_of[i]) >
                                    g_array_index (roofs, double, *best))
        *best = piece_of[i];
    }

  for (guint i = 0; i < faces->len; i++)
    is_loose[i] = piece_of[i] != main_piece[_ggov_districting_land_face (land, i)->building];

  _ggov_geo_plots_settle (land->faces, is_loose);

  return builder;
}

/* Numbers plots by their first building. @keeper: (array): whose plot a building's ground is */
static void
number_plots (GgovDistrictingLand *land,
              const guint         *keeper,
              const gboolean      *has_ground)
{
  g_autofree guint *plot_by_keeper = g_new (guint, land->n_buildings);

  land->n = 0;

  for (guint i = 0; i < land->n_buildings; i++)
    plot_by_keeper[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < land->n_buildings; i++)
    {
      land->plot_of[i] = GGOV_GEO_NONE;

      if (!has_ground[i])
        continue;

      if (plot_by_keeper[keeper[i]] == GGOV_GEO_NONE)
        plot_by_keeper[keeper[i]] = land->n++;

      land->plot_of[i] = plot_by_keeper[keeper[i]];
    }
}

static void
read_people (GgovDistrictingLand        *land,
             const GgovDistrictingPlace *place)
{
  g_autoptr(GHashTable) compounds = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < land->n_buildings; i++)
    {
      const GgovDistrictingBuilding *building = &place->buildings[i];
      GgovDistrictingPlot *plot;

      if (land->plot_of[i] == GGOV_GEO_NONE)
        continue;

      plot = &land->plots[land->plot_of[i]];
      plot->households += building->households;

      if (building->compound_id == 0 || building->households == 0)
        continue;

      if (!g_hash_table_contains (compounds, &building->compound_id))
        g_hash_table_insert (compounds, (gpointer) &building->compound_id,
                             GUINT_TO_POINTER (g_hash_table_size (compounds)));

      plot->compound = GPOINTER_TO_UINT (g_hash_table_lookup (compounds, &building->compound_id));
    }

  land->n_compounds = g_hash_table_size (compounds);
}

static GgovDistrictingPlot *
get_plot (const GgovDistrictingLand *land,
          guint                      face)
{
  return &land->plots[land->plot_of[_ggov_districting_land_face (land, face)->building]];
}

static void
measure_plots (GgovDistrictingLand        *land,
               const GgovDistrictingPlace *place)
{
  g_free (land->plots);
  land->plots = g_new0 (GgovDistrictingPlot, land->n + 1);

  for (guint i = 0; i < land->n; i++)
    land->plots[i].compound = GGOV_GEO_NONE;

  read_people (land, place);

  for (guint i = 0; i < land->faces->faces->len; i++)
    get_plot (land, i)->area_m2 += _ggov_districting_land_face (land, i)->area_m2;

  for (guint i = 0; i < land->faces->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (land->faces->edges, GgovGeoEdge, i);

      if (edge->left == GGOV_GEO_NONE || edge->right == GGOV_GEO_NONE)
        get_plot (land, MIN (edge->left, edge->right))->outer_m +=
          _ggov_geo_plots_get_length (land->faces, edge);
    }
}

static void
survey_plots (GgovDistrictingSurvey      *survey,
              GgovDistrictingLand        *land,
              const GgovDistrictingPlace *place,
              const guint                *keeper,
              const gboolean             *has_ground)
{
  number_plots (land, keeper, has_ground);
  measure_plots (land, place);
  _ggov_districting_survey_link (survey);
}

static void
read_buildings (GgovDistrictingLand        *land,
                const GgovDistrictingPlace *place)
{
  land->n_buildings = place->n_buildings;
  land->buildings = g_new0 (GgovGeoBuilding, MAX (place->n_buildings, 1));
  land->plot_of = g_new0 (guint, MAX (place->n_buildings, 1));

  for (guint i = 0; i < place->n_buildings; i++)
    {
      land->buildings[i].id = place->buildings[i].id;
      land->buildings[i].footprint = place->buildings[i].footprint;
    }
}

static gboolean
read_ground (GgovDistrictingLand         *land,
             const GgovDistrictingPlace  *place,
             const GgovGeoStop           *stop,
             GError                     **error)
{
  return (land->ground = _ggov_geo_ground_new (place->border, land->buildings, land->n_buildings,
                                               place->streets, stop, error)) &&
         (land->faces = _ggov_geo_plots_new (land->ground, stop, error));
}

/* A building of which a part stands on a neighbour's ground has its plot together with him.
 * @keeper: (inout) (array): by building, the one whose plot it has */
static void
join_parts (const GgovDistrictingLand *self,
            GgovDistrictingSurvey     *survey,
            const guint               *builder,
            guint                     *keeper)
{
  for (guint i = 0; i < self->faces->faces->len; i++)
    {
      const GgovGeoFace *face = _ggov_districting_land_face (self, i);
      guint one = keeper[face->building], other = keeper[builder[i]];

      if (!face->is_footprint || one == other ||
          !_ggov_districting_survey_is_contact (survey, face->building, builder[i]))
        continue;

      for (guint j = 0; j < self->n_buildings; j++)
        if (keeper[j] == other)
          keeper[j] = one;
    }
}

/* Each building has its plot, unless it stands in the midst of another's. */
static gboolean
make_plots (GgovDistrictingLand         *self,
            GgovDistrictingSurvey       *survey,
            const GgovDistrictingPlace  *place,
            const guint                 *builder,
            const GgovGeoStop           *stop,
            GError                     **error)
{
  g_autofree guint *keeper = g_new (guint, self->n_buildings);
  g_autofree guint *first_building = g_new (guint, self->n_buildings);
  g_autofree guint *owner = NULL;
  g_autofree gboolean *has_ground = g_new0 (gboolean, self->n_buildings);

  for (guint i = 0; i < self->faces->faces->len; i++)
    has_ground[_ggov_districting_land_face (self, i)->building] = TRUE;

  for (guint i = 0; i < self->n_buildings; i++)
    keeper[i] = i;

  join_parts (self, survey, builder, keeper);
  survey_plots (survey, self, place, keeper, has_ground);

  if (!_ggov_geo_stop_check (stop, error))
    return FALSE;

  owner = g_new (guint, self->n);
  _ggov_districting_land_find_enclosed (self, owner);

  for (guint i = self->n_buildings; i-- > 0;)
    if (has_ground[i])
      first_building[self->plot_of[i]] = i;

  for (guint i = 0; i < self->n_buildings; i++)
    if (has_ground[i])
      keeper[i] = first_building[owner[self->plot_of[i]]];

  survey_plots (survey, self, place, keeper, has_ground);

  return _ggov_geo_stop_check (stop, error);
}

GgovDistrictingLand *
_ggov_districting_land_new (const GgovDistrictingPlace  *place,
                            const GgovGeoStop           *stop,
                            GError                     **error)
{
  g_autoptr(GgovDistrictingLand) self = g_new0 (GgovDistrictingLand, 1);
  g_autoptr(GgovDistrictingSurvey) survey = NULL;
  g_autofree guint *builder = NULL;

  read_buildings (self, place);

  if (!read_ground (self, place, stop, error))
    return NULL;

  builder = make_whole (self);

  if (!_ggov_geo_stop_check (stop, error) ||
      !(survey = _ggov_districting_survey_new (self, place->main_streets, error)) ||
      !_ggov_geo_stop_check (stop, error) ||
      !make_plots (self, survey, place, builder, stop, error))
    return NULL;

  _ggov_districting_land_set_turns (self);

  return g_steal_pointer (&self);
}
