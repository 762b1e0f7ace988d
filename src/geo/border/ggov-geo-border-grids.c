/* ggov-geo-border-grids.c: which grid each piece of ground is in, and whether grids hang together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-border-private.h"
#include "ggov-geo-error-private.h"

/* The grid around an unassigned building to which it belongs most. */
static gint64
find_grid_around (const GgovGeoPlots *plots,
                  const gint64       *grid_of,
                  guint               building,
                  GArray             *edges)
{
  g_autoptr(GHashTable) bonds = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  double best_bond = 0;
  gint64 best = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      const GgovGeoEdge *edge = g_array_index (edges, const GgovGeoEdge *, i);
      guint left = g_array_index (plots->faces, GgovGeoFace, edge->left).building;
      guint right = g_array_index (plots->faces, GgovGeoFace, edge->right).building;
      const gint64 *grid = &grid_of[left == building ? right : left];
      double *bond;

      if (*grid == 0)
        continue;

      if (!(bond = g_hash_table_lookup (bonds, grid)))
        g_hash_table_insert (bonds, (gpointer) grid, (bond = g_new0 (double, 1)));

      *bond += _ggov_geo_plots_get_bond (plots, edge);

      if (*bond > best_bond)
        {
          best_bond = *bond;
          best = *grid;
        }
    }

  return best;
}

/* (element-type guint GArray): the edges around each building without a grid. */
static GHashTable *
index_unassigned (const GgovGeoPlots *plots,
                  const gint64       *grid_of)
{
  GHashTable *edges_by_building;

  edges_by_building = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < plots->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (plots->edges, GgovGeoEdge, i);
      guint sides[2];

      if (edge->left == GGOV_GEO_NONE || edge->right == GGOV_GEO_NONE)
        continue;

      sides[0] = g_array_index (plots->faces, GgovGeoFace, edge->left).building;
      sides[1] = g_array_index (plots->faces, GgovGeoFace, edge->right).building;

      for (guint j = 0; sides[0] != sides[1] && j < 2; j++)
        {
          GArray *edges = g_hash_table_lookup (edges_by_building, GUINT_TO_POINTER (sides[j]));

          if (grid_of[sides[j]] != 0)
            continue;

          if (edges == NULL)
            {
              edges = g_array_new (FALSE, FALSE, sizeof (GgovGeoEdge *));
              g_hash_table_insert (edges_by_building, GUINT_TO_POINTER (sides[j]), edges);
            }

          g_array_append_val (edges, edge);
        }
    }

  return edges_by_building;
}

/* In rounds, as in _ggov_geo_plots_settle(). */
static void
assign_rest (const GgovGeoPlots *plots,
             gint64             *grid_of,
             guint               n_buildings)
{
  g_autoptr(GHashTable) edges_by_building = index_unassigned (plots, grid_of);
  g_autofree gint64 *found = g_new0 (gint64, n_buildings);
  gboolean has_changed;

  do
    {
      has_changed = FALSE;

      for (guint i = 0; i < n_buildings; i++)
        {
          GArray *edges = g_hash_table_lookup (edges_by_building, GUINT_TO_POINTER (i));

          found[i] = edges != NULL && grid_of[i] == 0
            ? find_grid_around (plots, grid_of, i, edges) : 0;
        }

      for (guint i = 0; i < n_buildings; i++)
        if (found[i] != 0)
          {
            grid_of[i] = found[i];
            has_changed = TRUE;
          }
    }
  while (has_changed);
}

static gint64
get_grid (const GgovGeoPlots *plots,
          const gint64       *grid_of,
          guint               face)
{
  return grid_of[g_array_index (plots->faces, GgovGeoFace, face).building];
}

/* (element-type gint64): pairs of buildings whose plots meet in a corner only; keys owned */
static GHashTable *
list_corners (const GgovGeoPlots *plots)
{
  g_autoptr(GArray) pairs = _ggov_geo_plots_list_contacts (plots);
  GHashTable *corners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);
      gint64 key = (gint64) pair->first << 32 | pair->second;

      if (pair->border_m < GGOV_GEO_CONTACT_M)
        g_hash_table_add (corners, g_memdup2 (&key, sizeof key));
    }

  return corners;
}

static gboolean
do_hang_together (const GgovGeoPlots *plots,
                  const gint64       *grid_of,
                  GHashTable         *corners,
                  guint               first_face,
                  guint               second_face)
{
  guint first = g_array_index (plots->faces, GgovGeoFace, first_face).building;
  guint second = g_array_index (plots->faces, GgovGeoFace, second_face).building;
  gint64 key = (gint64) MIN (first, second) << 32 | MAX (first, second);

  return grid_of[first] == grid_of[second] && !g_hash_table_contains (corners, &key);
}

/* Numbers the pieces in which faces of one grid hang together. Returns: how many there are */
static guint
number_pieces (const GgovGeoPlots *plots,
               const gint64       *grid_of,
               guint              *piece_of)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GHashTable) corners = list_corners (plots);
  guint n_pieces = 0;

  for (guint i = 0; i < plots->faces->len; i++)
    piece_of[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < plots->faces->len; i++)
    {
      if (piece_of[i] != GGOV_GEO_NONE)
        continue;

      piece_of[i] = n_pieces++;
      g_array_set_size (queue, 0);
      g_array_append_val (queue, i);

      for (guint n = 0; n < queue->len; n++)
        {
          guint face = g_array_index (queue, guint, n);

          for (guint j = plots->first_edge[face]; j < plots->first_edge[face + 1]; j++)
            {
              const GgovGeoEdge *edge;
              guint other;

              edge = &g_array_index (plots->edges, GgovGeoEdge, plots->face_edges[j]);
              other = edge->left == face ? edge->right : edge->left;

              if (other != GGOV_GEO_NONE && piece_of[other] == GGOV_GEO_NONE &&
                  do_hang_together (plots, grid_of, corners, face, other))
                {
                  piece_of[other] = piece_of[i];
                  g_array_append_val (queue, other);
                }
            }
        }
    }

  return n_pieces;
}

/* Whether a piece is where any building mainly stands. A building in several parts (or cut by the
 * community's border) may leave a piece that is of no building mainly. */
static gboolean *
find_main_pieces (const GgovGeoPlots *plots,
                  const guint        *piece_of,
                  guint               n_pieces,
                  guint               n_buildings)
{
  g_autofree double *largest = g_new0 (double, n_buildings);
  g_autofree guint *main_piece = g_new (guint, n_buildings);
  g_autoptr(GHashTable) areas = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gboolean *is_main = g_new0 (gboolean, n_pieces);

  for (guint i = 0; i < plots->faces->len; i++)
    {
      const GgovGeoFace *face = &g_array_index (plots->faces, GgovGeoFace, i);
      gint64 key = (gint64) face->building << 32 | piece_of[i];
      double *area = g_hash_table_lookup (areas, &key);

      if (!face->is_footprint)
        continue;

      if (area == NULL)
        g_hash_table_insert (areas, g_memdup2 (&key, sizeof key), (area = g_new0 (double, 1)));

      *area += face->area_m2;

      if (*area > largest[face->building])
        {
          largest[face->building] = *area;
          main_piece[face->building] = piece_of[i];
        }
    }

  for (guint i = 0; i < n_buildings; i++)
    if (largest[i] > 0)
      is_main[main_piece[i]] = TRUE;

  return is_main;
}

static void
drop_side_pieces (GgovGeoPlots   *plots,
                  const guint    *piece_of,
                  const gboolean *is_main)
{
  g_autofree gboolean *is_loose = g_new (gboolean, plots->faces->len);

  for (guint i = 0; i < plots->faces->len; i++)
    is_loose[i] = !is_main[piece_of[i]];

  _ggov_geo_plots_settle (plots, is_loose);
}

/* Returns: a grid that is in pieces; 0 where there is none */
static gint64
find_pieces (const GgovGeoPlots *plots,
             const gint64       *grid_of,
             const guint        *piece_of)
{
  g_autoptr(GHashTable) pieces = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plots->faces->len; i++)
    {
      const gint64 *grid = &grid_of[g_array_index (plots->faces, GgovGeoFace, i).building];
      gpointer piece;

      if (!g_hash_table_lookup_extended (pieces, grid, NULL, &piece))
        g_hash_table_insert (pieces, (gpointer) grid, GUINT_TO_POINTER (piece_of[i]));
      else if (GPOINTER_TO_UINT (piece) != piece_of[i])
        return *grid;
    }

  return 0;
}

/* Returns: a grid of the assignment that has no ground; 0 where there is none */
static gint64
find_groundless (const GgovGeoPlots  *plots,
                 const GgovGeoGround *ground)
{
  g_autoptr(GHashTable) grids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plots->faces->len; i++)
    {
      guint building = g_array_index (plots->faces, GgovGeoFace, i).building;

      g_hash_table_add (grids, (gpointer) &ground->buildings[building].grid_id);
    }

  for (guint i = 0; i < ground->n_buildings; i++)
    if (ground->buildings[i].grid_id != 0 &&
        !g_hash_table_contains (grids, &ground->buildings[i].grid_id))
      return ground->buildings[i].grid_id;

  return 0;
}

static gint64 *
dup_grids_of_buildings (const GgovGeoPlots  *plots,
                        const GgovGeoGround *ground)
{
  gint64 *grid_of = g_new (gint64, ground->n_buildings);

  for (guint i = 0; i < ground->n_buildings; i++)
    grid_of[i] = ground->buildings[i].grid_id;

  assign_rest (plots, grid_of, ground->n_buildings);

  return grid_of;
}

static gint64 *
dup_grids_of_faces (const GgovGeoPlots *plots,
                    const gint64       *grid_of)
{
  gint64 *grids = g_new (gint64, plots->faces->len);

  for (guint i = 0; i < plots->faces->len; i++)
    grids[i] = get_grid (plots, grid_of, i);

  return grids;
}

gint64 *
_ggov_geo_plots_dup_grids (GgovGeoPlots         *self,
                           const GgovGeoGround  *ground,
                           gint64               *offender,
                           GError              **error)
{
  g_autofree gint64 *grid_of = dup_grids_of_buildings (self, ground);
  g_autofree guint *piece_of = g_new (guint, self->faces->len);
  g_autofree gboolean *is_main = NULL;
  gint64 bad = find_groundless (self, ground);
  guint n_pieces;

  if (bad == 0 && get_grid (self, grid_of, 0) != 0)
    {
      n_pieces = number_pieces (self, grid_of, piece_of);
      is_main = find_main_pieces (self, piece_of, n_pieces, ground->n_buildings);
      drop_side_pieces (self, piece_of, is_main);
      number_pieces (self, grid_of, piece_of);

      if ((bad = find_pieces (self, grid_of, piece_of)) == 0)
        return dup_grids_of_faces (self, grid_of);

      _ggov_geo_refuse (GGOV_GEO_REASON_PIECES, bad, 0, NULL, error);
    }
  else if (bad != 0)
    g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                 "Grid %" G_GINT64_FORMAT " has no building in the community", bad);
  else
    g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                         "No building of the community belongs to a grid");

  if (offender != NULL)
    *offender = bad;

  return NULL;
}
