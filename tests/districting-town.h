/* districting-town.h: made-up towns with people in them, to be divided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "geo-town.h"
#include "ggov-districting.h"
#include "ggov-geo-border.h"

/* A town whose buildings have households. */
typedef struct
{
  Town town;
  GBytes *main_streets;
  GgovDistrictingBuilding *buildings;
  GgovDistrictingPlace place;
} People;

static inline void
people_clear (People *self)
{
  town_clear (&self->town);
  g_clear_pointer (&self->main_streets, g_bytes_unref);
  g_clear_pointer (&self->buildings, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (People, people_clear)

/* Takes the town's buildings over, with nobody in them yet. */
static inline void
people_settle (People *self)
{
  guint n = self->town.buildings->len;

  self->buildings = g_new0 (GgovDistrictingBuilding, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const GgovGeoBuilding *building = &g_array_index (self->town.buildings, GgovGeoBuilding, i);

      self->buildings[i].id = building->id;
      self->buildings[i].grid_id = building->grid_id;
      self->buildings[i].footprint = building->footprint;
    }

  self->place = (GgovDistrictingPlace) { self->town.community, self->buildings, n,
                                         self->town.streets, self->main_streets };
}

/* Blocks of slabs with 24 to 96 households, here and there a house where nobody lives. */
static inline void
people_init_town (People *self,
                  GRand  *rand,
                  guint   n_columns,
                  guint   n_rows)
{
  town_init (&self->town, rand, n_columns, n_rows);
  people_settle (self);

  for (guint i = 0; i < self->place.n_buildings; i++)
    if (g_rand_double (rand) < 0.75)
      self->buildings[i].households = g_rand_int_range (rand, 24, 97);
}

/* @n_columns times @n_rows houses of 20 by 12 metres, 10 metres apart, from the south-west. */
static inline void
people_init_rows (People      *self,
                  guint        n_columns,
                  guint        n_rows,
                  const guint *households)
{
  g_autofree TownBox *boxes = g_new0 (TownBox, n_columns * n_rows);

  for (guint i = 0; i < n_columns * n_rows; i++)
    {
      double x = 5 + 30 * (i % n_columns), y = 5 + 22 * (i / n_columns);

      boxes[i] = (TownBox) { x, y, x + 20, y + 12, 0 };
    }

  town_init_boxes (&self->town, 30 * n_columns, 22 * n_rows, boxes, n_columns * n_rows, NULL);
  people_settle (self);

  for (guint i = 0; i < n_columns * n_rows; i++)
    self->buildings[i].households = households[i];
}

static inline GPtrArray *
people_propose (const People               *self,
                const GgovDistrictingTerms *terms)
{
  g_autoptr(GPtrArray) outcomes = NULL;
  g_autoptr(GError) error = NULL;
  GgovDistrictingOutcome *outcome;

  outcomes = ggov_districting_propose (&self->place, 1, terms, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcomes->len, ==, 1);
  outcome = g_ptr_array_index (outcomes, 0);
  g_assert_no_error (outcome->error);
  g_assert_nonnull (outcome->proposals);

  return g_ptr_array_ref (outcome->proposals);
}

static inline const GgovProposedGrid *
people_find_grid (const GgovProposal *proposal,
                  gint64              id)
{
  for (guint i = 0; i < proposal->grids->len; i++)
    if (g_array_index (proposal->grids, GgovProposedGrid, i).id == id)
      return &g_array_index (proposal->grids, GgovProposedGrid, i);

  return NULL;
}

static inline guint
people_count (const People       *self,
              const GgovProposal *proposal,
              gint64              grid_id)
{
  guint households = 0;

  for (guint i = 0; i < proposal->n_buildings; i++)
    if (proposal->grid_ids[i] == grid_id)
      households += self->buildings[i].households;

  return households;
}

/* Returns: (transfer full) (array): by building, a number that the buildings of a grid share which
 * hang together by plots that touch; these are found anew here */
static inline guint *
people_dup_pieces (const People       *self,
                   const GgovProposal *proposal)
{
  g_autoptr(GArray) pairs = NULL;
  guint *piece = g_new (guint, proposal->n_buildings);
  gboolean has_changed = TRUE;

  pairs = ggov_geo_border_list_adjacencies (self->place.border,
                                            (GgovGeoBuilding *) self->town.buildings->data,
                                            self->town.buildings->len, self->place.streets, NULL);
  g_assert_nonnull (pairs);

  for (guint i = 0; i < proposal->n_buildings; i++)
    piece[i] = i;

  while (has_changed)
    {
      has_changed = FALSE;

      for (guint i = 0; i < pairs->len; i++)
        {
          const GgovGeoAdjacency *pair = &g_array_index (pairs, GgovGeoAdjacency, i);
          guint least = MIN (piece[pair->first], piece[pair->second]);

          if (proposal->grid_ids[pair->first] == proposal->grid_ids[pair->second] &&
              piece[pair->first] != piece[pair->second])
            {
              piece[pair->first] = piece[pair->second] = least;
              has_changed = TRUE;
            }
        }
    }

  return piece;
}

static inline void
people_assert_whole (const People       *self,
                     const GgovProposal *proposal)
{
  g_autofree guint *piece = people_dup_pieces (self, proposal);
  g_autoptr(GHashTable) piece_of_grid = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < proposal->n_buildings; i++)
    {
      gpointer known;

      g_assert_cmpint (proposal->grid_ids[i], !=, 0);

      if (g_hash_table_lookup_extended (piece_of_grid, &proposal->grid_ids[i], NULL, &known))
        g_assert_cmpuint (GPOINTER_TO_UINT (known), ==, piece[i]);
      else
        g_hash_table_insert (piece_of_grid, &proposal->grid_ids[i], GUINT_TO_POINTER (piece[i]));
    }
}

/* The borders tile the community, and every building stands whole in its grid. */
static inline void
people_assert_drawn (People             *self,
                     const GgovProposal *proposal)
{
  for (guint i = 0; i < proposal->n_buildings; i++)
    g_array_index (self->town.buildings, GgovGeoBuilding, i).grid_id = proposal->grid_ids[i];

  town_assert_sound (&self->town, proposal->subdivision);
}

/* The figures, counted once more from each building's grid. */
static inline void
people_assert_figures (const People               *self,
                       const GgovProposal         *proposal,
                       const GgovDistrictingTerms *terms)
{
  double max_deviation = 0;
  guint moved = 0, n_moves = 0, n_buildings = 0, n_free = 0, n_near = 0;

  for (guint i = 0; i < proposal->grids->len; i++)
    {
      const GgovProposedGrid *grid = &g_array_index (proposal->grids, GgovProposedGrid, i);
      double off = fabs ((double) grid->households / terms->target - 1);

      g_assert_cmpuint (grid->households, ==, people_count (self, proposal, grid->id));
      g_assert_cmpfloat (grid->compactness, >, 0);
      g_assert_cmpfloat (grid->compactness, <, 1);
      n_buildings += grid->n_buildings;

      if (!grid->is_locked)
        {
          n_free++;
          n_near += off <= 0.05 + 1e-9;
          max_deviation = MAX (max_deviation, off);
        }
    }

  for (guint i = 0; i < proposal->n_buildings; i++)
    if (self->buildings[i].grid_id != 0 && proposal->grid_ids[i] != 0 &&
        self->buildings[i].grid_id != proposal->grid_ids[i])
      {
        n_moves++;
        moved += self->buildings[i].households;
      }

  g_assert_cmpuint (n_buildings, ==, proposal->n_buildings - proposal->n_left_out);
  g_assert_cmpuint (proposal->moves->len, ==, n_moves);
  g_assert_cmpuint (proposal->moved_households, ==, moved);
  g_assert_cmpfloat_with_epsilon (proposal->max_deviation, max_deviation, 1e-9);
  g_assert_cmpfloat_with_epsilon (proposal->within_5, (double) n_near / n_free, 1e-9);
}
