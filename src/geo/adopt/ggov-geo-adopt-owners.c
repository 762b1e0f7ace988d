/* ggov-geo-adopt-owners.c: who gets each piece of the ground, so that grids keep the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-adopt-private.h"

#define MAX_CUT_M2   0.1    /* less of a building beyond a border is rounding */
#define MIN_PIECE_M2 1000.0 /* a smaller piece is no grid: the rule for tiny grids */

static gint64
add_owner (GgovGeoAdoption *self)
{
  self->last_id++;
  g_array_append_val (self->grid_ids, self->last_id);

  return self->last_id;
}

static gboolean
have_same_owner (const GgovGeoAdoption *self,
                 guint                  face,
                 guint                  other,
                 gconstpointer          data)
{
  return _ggov_geo_adopt_get_face (self, face)->building ==
         _ggov_geo_adopt_get_face (self, other)->building;
}

static gboolean
are_unclaimed (const GgovGeoAdoption *self,
               guint                  face,
               guint                  other,
               gconstpointer          data)
{
  return _ggov_geo_adopt_get_face (self, face)->building == GGOV_GEO_NONE &&
         _ggov_geo_adopt_get_face (self, other)->building == GGOV_GEO_NONE;
}

/* Overlaps --------------------------------------------------------------------------------- */

/* Of those that lay claim to a face the one that has most of its border, or GGOV_GEO_NONE. */
static guint
find_claimant (GgovGeoAdoption *self,
               guint            face,
               const GArray    *claimants)
{
  double best_m = 0;
  guint best = GGOV_GEO_NONE;

  for (guint i = 0; i < claimants->len; i++)
    {
      guint owner = g_array_index (claimants, guint, i);
      double length_m = 0;

      for (guint j = self->plots->first_edge[face]; j < self->plots->first_edge[face + 1]; j++)
        {
          const GgovGeoEdge *edge = _ggov_geo_adopt_get_edge (self, j);
          guint other = _ggov_geo_adopt_get_other (edge, face);

          if (other != GGOV_GEO_NONE && _ggov_geo_adopt_get_face (self, other)->building == owner)
            length_m += _ggov_geo_plots_get_length (self->plots, edge);
        }

      if (length_m > best_m)
        {
          best_m = length_m;
          best = owner;
        }
    }

  return best;
}

static void
note_overlap (GgovGeoAdoption *self,
              guint            face,
              const GArray    *claimants)
{
  const GgovGeoFace *facts = _ggov_geo_adopt_get_face (self, face);

  for (guint i = 0; i < claimants->len; i++)
    if (g_array_index (claimants, guint, i) != facts->building)
      _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_OVERLAP,
                            _ggov_geo_adopt_get_grid (self, facts->building),
                            _ggov_geo_adopt_get_grid (self, g_array_index (claimants, guint, i)),
                            0, _ggov_geo_adopt_get_place (self, face), facts->area_m2);
}

/* In rounds, so that the outcome does not hang on the order of the faces. */
static void
share_overlaps (GgovGeoAdoption *self)
{
  g_autofree guint *found = g_new (guint, _ggov_geo_adopt_count_faces (self) + 1);
  gboolean has_changed, is_forced = FALSE;

  do
    {
      has_changed = FALSE;

      for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
        {
          const GArray *claimants = self->claimants->pdata[i];
          gboolean is_open = claimants->len > 1 &&
                             _ggov_geo_adopt_get_face (self, i)->building == GGOV_GEO_NONE;

          found[i] = is_open ? find_claimant (self, i, claimants) : GGOV_GEO_NONE;

          /* Grids that lie wholly on one another. */
          if (is_open && is_forced && found[i] == GGOV_GEO_NONE)
            found[i] = g_array_index (claimants, guint, 0);
        }

      for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
        if (found[i] != GGOV_GEO_NONE)
          {
            _ggov_geo_adopt_get_face (self, i)->building = found[i];
            note_overlap (self, i, self->claimants->pdata[i]);
            has_changed = TRUE;
          }

      is_forced = !has_changed && !is_forced;
    }
  while (has_changed || is_forced);
}

/* Gaps ------------------------------------------------------------------------------------- */

static double
find_smallest_grid (GgovGeoAdoption *self)
{
  g_autofree double *areas = g_new0 (double, self->grid_ids->len);
  double smallest = G_MAXDOUBLE;

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    {
      const GgovGeoFace *face = _ggov_geo_adopt_get_face (self, i);

      if (face->building != GGOV_GEO_NONE)
        areas[face->building] += face->area_m2;
    }

  for (guint i = 0; i < self->grid_ids->len; i++)
    if (areas[i] > 0)
      smallest = MIN (smallest, areas[i]);

  return smallest;
}

static void
make_grid_of_gap (GgovGeoAdoption *self,
                  const GgovGeoPiece     *piece,
                  const guint     *piece_of)
{
  const guint number = piece_of[piece->first_face];
  gint64 grid_id = add_owner (self);

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    if (piece_of[i] == number)
      {
        _ggov_geo_adopt_get_face (self, i)->building = self->grid_ids->len - 1;
        _ggov_geo_adopt_get_face (self, i)->is_exact = TRUE;
      }

  _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_GAP_GRID, grid_id, 0, 0,
                        _ggov_geo_adopt_get_place (self, piece->first_face), piece->area_m2);
}

/* Gives what nobody drew to the grids beside it. */
static void
give_gaps (GgovGeoAdoption *self)
{
  g_autofree gboolean *is_loose = g_new0 (gboolean, _ggov_geo_adopt_count_faces (self) + 1);
  g_autofree gboolean *was_loose = NULL;

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    is_loose[i] = _ggov_geo_adopt_get_face (self, i)->building == GGOV_GEO_NONE;

  was_loose = g_memdup2 (is_loose, sizeof (gboolean) * (_ggov_geo_adopt_count_faces (self) + 1));
  _ggov_geo_plots_settle (self->plots, is_loose);

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    {
      GgovGeoFace *face = _ggov_geo_adopt_get_face (self, i);

      if (!was_loose[i])
        continue;

      /* What touches the rest in a corner only. */
      if (face->building == GGOV_GEO_NONE)
        face->building = 0;

      _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_GAP,
                            _ggov_geo_adopt_get_grid (self, face->building), 0, 0,
                            _ggov_geo_adopt_get_place (self, i), face->area_m2);
    }
}

static void
fill_gaps (GgovGeoAdoption *self)
{
  g_autofree guint *piece_of = g_new (guint, _ggov_geo_adopt_count_faces (self) + 1);
  g_autoptr(GArray) pieces = _ggov_geo_adopt_list_pieces (self, are_unclaimed, NULL, piece_of);
  double smallest = find_smallest_grid (self);

  for (guint i = 0; i < pieces->len; i++)
    {
      const GgovGeoPiece *piece = &g_array_index (pieces, GgovGeoPiece, i);

      if (piece->n_buildings > 0 && piece->area_m2 >= smallest)
        make_grid_of_gap (self, piece, piece_of);
    }

  give_gaps (self);
}

/* Buildings -------------------------------------------------------------------------------- */

static void
give_building (GgovGeoAdoption *self,
               guint            part,
               const double    *areas,
               guint            first_face)
{
  const GgovGeoPart *facts = self->ground->parts->pdata[part];
  guint best = 0;
  double beyond_m2 = 0;
  guint other = GGOV_GEO_NONE;

  for (guint i = 1; i < self->grid_ids->len; i++)
    if (areas[i] > areas[best])
      best = i;

  for (guint i = 0; i < self->grid_ids->len; i++)
    if (i != best && areas[i] > 0)
      {
        beyond_m2 += areas[i];
        other = other == GGOV_GEO_NONE || areas[i] > areas[other] ? i : other;
      }

  if (beyond_m2 > MAX_CUT_M2)
    _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_BUILDING_CUT, _ggov_geo_adopt_get_grid (self, best),
                          _ggov_geo_adopt_get_grid (self, other),
                          self->ground->buildings[facts->building].id,
                          _ggov_geo_adopt_get_place (self, first_face), beyond_m2);

  for (guint i = 0; other != GGOV_GEO_NONE && i < _ggov_geo_adopt_count_faces (self); i++)
    if (g_array_index (self->parts, guint, i) == part)
      {
        GgovGeoFace *face = _ggov_geo_adopt_get_face (self, i);

        face->is_exact = face->is_exact && face->building == best;
        face->building = best;
      }
}

/* Each footprint to the grid that holds most of it. */
static void
keep_buildings_whole (GgovGeoAdoption *self)
{
  for (guint part = 0; part < self->ground->parts->len; part++)
    {
      g_autofree double *areas = g_new0 (double, self->grid_ids->len);
      guint first_face = GGOV_GEO_NONE;

      for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
        if (g_array_index (self->parts, guint, i) == part)
          {
            areas[_ggov_geo_adopt_get_face (self, i)->building] +=
              _ggov_geo_adopt_get_face (self, i)->area_m2;
            first_face = first_face == GGOV_GEO_NONE ? i : first_face;
          }

      if (first_face == GGOV_GEO_NONE)
        continue;

      self->face_of_part[part] = first_face;
      give_building (self, part, areas, first_face);
    }
}

/* Before anything is settled, for gaps to be told from empty ground. */
static void
place_cut_buildings (GgovGeoAdoption *self)
{
  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    {
      guint part = g_array_index (self->parts, guint, i);

      if (part != GGOV_GEO_NONE && self->face_of_part[part] == GGOV_GEO_NONE)
        self->face_of_part[part] = i;
    }
}

/* Whole grids ------------------------------------------------------------------------------ */

static gboolean
is_larger (const GgovGeoPiece *piece,
           const GgovGeoPiece *other)
{
  if (piece->n_buildings != other->n_buildings)
    return piece->n_buildings > other->n_buildings;

  return piece->area_m2 > other->area_m2;
}

/* The owner that a piece has the longest border with, or GGOV_GEO_NONE. */
static guint
find_neighbour (GgovGeoAdoption *self,
                const guint     *piece_of,
                guint            number)
{
  g_autofree double *lengths_m = g_new0 (double, self->grid_ids->len);
  guint best = GGOV_GEO_NONE;

  for (guint i = 0; i < self->plots->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (self->plots->edges, GgovGeoEdge, i);
      guint other;

      if (edge->left == GGOV_GEO_NONE || edge->right == GGOV_GEO_NONE ||
          (piece_of[edge->left] == number) == (piece_of[edge->right] == number))
        continue;

      other = piece_of[edge->left] == number ? edge->right : edge->left;
      other = _ggov_geo_adopt_get_face (self, other)->building;
      lengths_m[other] += _ggov_geo_plots_get_length (self->plots, edge);

      if (best == GGOV_GEO_NONE || lengths_m[other] > lengths_m[best])
        best = other;
    }

  return best;
}

/* Whole, so that no building in it is cut. */
static void
give_piece (GgovGeoAdoption *self,
            const GgovGeoPiece     *piece,
            const guint     *piece_of,
            guint            owner,
            gboolean         is_exact)
{
  const guint number = piece_of[piece->first_face];

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    if (piece_of[i] == number)
      {
        GgovGeoFace *face = _ggov_geo_adopt_get_face (self, i);

        face->building = owner;
        face->is_exact = face->is_exact && is_exact;
      }
}

/* Returns: whether the piece is with others now */
static gboolean
settle_piece (GgovGeoAdoption *self,
              const GgovGeoPiece     *piece,
              const guint     *piece_of)
{
  guint owner = find_neighbour (self, piece_of, piece_of[piece->first_face]);
  gboolean is_grid = piece->n_buildings > 0 && piece->area_m2 >= MIN_PIECE_M2;
  gint64 grid_id;

  if (is_grid || owner == GGOV_GEO_NONE)
    {
      grid_id = add_owner (self);
      owner = self->grid_ids->len - 1;
    }
  else
    grid_id = _ggov_geo_adopt_get_grid (self, owner);

  _ggov_geo_adopt_note (self, is_grid ? GGOV_GEO_ADOPT_PIECE_GRID : GGOV_GEO_ADOPT_PIECE_GIVEN,
                        _ggov_geo_adopt_get_grid (self, piece->owner), grid_id, 0,
                        _ggov_geo_adopt_get_place (self, piece->first_face), piece->area_m2);
  give_piece (self, piece, piece_of, owner, is_grid);

  return !is_grid;
}

/* Returns: whether any piece went to a neighbour, who may be in pieces now himself */
static gboolean
join_pieces (GgovGeoAdoption *self)
{
  g_autofree guint *piece_of = g_new (guint, _ggov_geo_adopt_count_faces (self) + 1);
  g_autoptr(GArray) pieces = _ggov_geo_adopt_list_pieces (self, have_same_owner, NULL, piece_of);
  g_autofree guint *main_piece = g_new (guint, self->grid_ids->len);
  gboolean has_changed = FALSE;

  for (guint i = 0; i < self->grid_ids->len; i++)
    main_piece[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const GgovGeoPiece *piece = &g_array_index (pieces, GgovGeoPiece, i);
      guint *largest = &main_piece[piece->owner];

      if (*largest == GGOV_GEO_NONE ||
          is_larger (piece, &g_array_index (pieces, GgovGeoPiece, *largest)))
        *largest = i;
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      const GgovGeoPiece *piece = &g_array_index (pieces, GgovGeoPiece, i);

      if (main_piece[piece->owner] != i)
        has_changed = settle_piece (self, piece, piece_of) || has_changed;
    }

  return has_changed;
}

static void
note_lost (GgovGeoAdoption *self)
{
  g_autofree gboolean *has_ground = g_new0 (gboolean, self->grid_ids->len);

  for (guint i = 0; i < _ggov_geo_adopt_count_faces (self); i++)
    has_ground[_ggov_geo_adopt_get_face (self, i)->building] = TRUE;

  for (guint i = 0; i < self->n_drawn; i++)
    if (!has_ground[i])
      _ggov_geo_adopt_note (self, GGOV_GEO_ADOPT_LOST, _ggov_geo_adopt_get_grid (self, i), 0, 0,
                            NULL, 0);
}

void
_ggov_geo_adopt_settle (GgovGeoAdoption *self)
{
  place_cut_buildings (self);
  share_overlaps (self);
  fill_gaps (self);
  keep_buildings_whole (self);

  /* Each time fewer pieces are left. */
  while (join_pieces (self))
    continue;

  _ggov_geo_adopt_open_holes (self);
  note_lost (self);
}
