/* ggov-geo-edit-split.c: a grid split by one drawn line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-subdivision-private.h"

/* A half, and what speaks for its keeping the id. */
typedef struct
{
  guint households;
  double area; /* square degrees */
} Half;

/* The piece of the line that is in the grid: there is one only. */
static const GgovGeoLinePiece *
find_piece (GgovGeoLayout  *layout,
            GArray         *pieces,
            gint64          grid_id,
            GError        **error)
{
  const GgovGeoLinePiece *found = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const GgovGeoLinePiece *piece = &g_array_index (pieces, GgovGeoLinePiece, i);
      double middle[2];

      _ggov_geo_line_piece_find_middle (piece, middle);

      if (ggov_geo_subdivision_find_grid (ggov_geo_layout_get_subdivision (layout),
                                          middle[0], middle[1]) != grid_id)
        continue;

      if (found != NULL)
        {
          _ggov_geo_refuse (GGOV_GEO_REASON_PIECES, grid_id, 0,
                            (const double *) (gpointer) piece->points->data, error);
          return NULL;
        }

      found = piece;
    }

  if (found == NULL)
    {
      const GgovGeoLinePiece *first = &g_array_index (pieces, GgovGeoLinePiece, 0);

      _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, grid_id, 0,
                        (const double *) (gpointer) first->points->data, error);
    }

  return found;
}

static gboolean
measure_half (GgovGeoLayout       *layout,
              GgovGeoSubdivision  *halves,
              gint64               old_grid_id,
              gint64               grid_id,
              Half                *half,
              GError             **error)
{
  g_autoptr(GEOSGeometry) polygon = _ggov_geo_subdivision_dup_geom (halves, grid_id, error);
  GgovGeoSite *site = ggov_geo_layout_get_site (layout);
  const GgovGeoBuilding *buildings;
  guint n_buildings;

  if (polygon == NULL || GEOSArea_r (_ggov_geo_engine (), polygon, &half->area) != 1)
    return FALSE;

  buildings = ggov_geo_layout_get_buildings (layout, &n_buildings);

  for (guint i = 0; i < n_buildings; i++)
    {
      const double *middle = _ggov_geo_site_get_middle (site, i);

      if (buildings[i].grid_id == old_grid_id && middle != NULL &&
          ggov_geo_subdivision_find_grid (halves, middle[0], middle[1]) == grid_id)
        half->households += ggov_geo_site_get_households (site, i);
    }

  return TRUE;
}

static void
exchange_ids (GgovGeoDraft *draft,
              gint64        first,
              gint64        second)
{
  for (guint i = 0; i < draft->arcs->len; i++)
    {
      GgovGeoDraftArc *arc = g_ptr_array_index (draft->arcs, i);
      gint64 *sides[] = { &arc->left_grid_id, &arc->right_grid_id };

      for (guint j = 0; j < 2; j++)
        *sides[j] = *sides[j] == first ? second : *sides[j] == second ? first : *sides[j];
    }
}

/* The half with more households keeps the id. */
static gboolean
choose_ids (GgovGeoLayout  *layout,
            GgovGeoDraft   *draft,
            gint64          grid_id,
            gint64          new_grid_id,
            GError        **error)
{
  g_autoptr(GgovGeoSubdivision) halves = _ggov_geo_draft_finish (draft, error);
  Half old = { 0 }, new = { 0 };

  if (halves == NULL || !measure_half (layout, halves, grid_id, grid_id, &old, error) ||
      !measure_half (layout, halves, grid_id, new_grid_id, &new, error))
    return FALSE;

  if (new.households > old.households ||
      (new.households == old.households && new.area > old.area))
    exchange_ids (draft, grid_id, new_grid_id);

  return TRUE;
}

/* At the middle of the line, or of the stretch in its middle: its ends may be on borders. */
static gint64
find_grid (GgovGeoLayout *layout,
           const double  *coords,
           guint          n_points)
{
  const double *a = coords + 2 * ((n_points - 1) / 2), *b = coords + 2 * (n_points / 2);

  return ggov_geo_subdivision_find_grid (ggov_geo_layout_get_subdivision (layout),
                                         (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
}

GgovGeoLayout *
ggov_geo_edit_split (GgovGeoLayout  *layout,
                     gint64          grid_id,
                     const double   *coords,
                     guint           n_points,
                     double          tolerance_m,
                     gint64          new_grid_id,
                     GArray         *locked,
                     GError        **error)
{
  g_autoptr(GgovGeoDraft) draft = NULL;
  g_autoptr(GArray) pieces = NULL;
  const GgovGeoLinePiece *piece;
  const double *ends[2];

  g_return_val_if_fail (layout != NULL && coords != NULL && n_points >= 2, NULL);
  g_return_val_if_fail (new_grid_id > 0, NULL);

  if (grid_id == 0)
    grid_id = find_grid (layout, coords, n_points);

  if (_ggov_geo_ids_contain (locked, grid_id))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_LOCKED, grid_id, 0, coords, error);
      return NULL;
    }

  if (!(pieces = _ggov_geo_edit_cut_line (layout, grid_id, coords, n_points, tolerance_m, error)) ||
      !(piece = find_piece (layout, pieces, grid_id, error)))
    return NULL;

  ends[0] = (const double *) (gpointer) piece->points->data;
  ends[1] = ends[0] + 2 * (piece->points->len - 1);
  draft = _ggov_geo_draft_new (ggov_geo_layout_get_subdivision (layout), TRUE);

  if (!_ggov_geo_draft_make_node (draft, ends[0]) || !_ggov_geo_draft_make_node (draft, ends[1]))
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, grid_id, 0, ends[0], error);
      return NULL;
    }

  if (!_ggov_geo_draft_cut (draft, grid_id, ends[0], piece->points->len, grid_id, new_grid_id,
                            error) ||
      !choose_ids (layout, draft, grid_id, new_grid_id, error))
    return NULL;

  return _ggov_geo_edit_commit (layout, draft, locked, error);
}
