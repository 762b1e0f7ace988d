/* ggov-division.c: one proposal for one or several communities, with its figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-division.h"
#include "ggov-draft-layout.h"
#include "ggov-draft-private.h"

/* How far a grid may usually be off its target: 300 to 500 of 400. */
#define BAND_SHARE 0.25

static void
free_part (gpointer data)
{
  GgovDivisionPart *part = data;

  g_clear_object (&part->before);
  g_clear_pointer (&part->proposal, ggov_proposal_free);
  g_clear_object (&part->after);
  g_clear_error (&part->error);
  g_free (part);
}

void
ggov_division_free (GgovDivision *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

void
ggov_division_set_target (GgovDistrictingTerms *terms,
                          guint                 target)
{
  g_return_if_fail (target > 0);

  terms->target = target;
  terms->least = target * (1 - BAND_SHARE);
  terms->most = target * (1 + BAND_SHARE);
}

GArray *
ggov_division_list_terms (const GgovDistrictingTerms *terms,
                          guint                       n_seeds,
                          gboolean                    has_grids)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (GgovDistrictingTerms));
  GgovDistrictingTerms one = *terms;

  g_return_val_if_fail (n_seeds > 0, all);

  for (guint i = 0; i < n_seeds; i++)
    {
      one.seed = terms->seed + i;
      g_array_append_val (all, one);
    }

  one.seed = terms->seed;
  one.emphasis = GGOV_DISTRICTING_EMPHASIS_SHAPE;
  g_array_append_val (all, one);
  one.emphasis = GGOV_DISTRICTING_EMPHASIS_STREETS;
  g_array_append_val (all, one);

  if (has_grids && terms->mode == GGOV_DISTRICTING_DIVIDE && terms->n_grids == 0)
    {
      one.emphasis = GGOV_DISTRICTING_EMPHASIS_NONE;
      one.mode = GGOV_DISTRICTING_REBALANCE;
      g_array_append_val (all, one);
    }

  return all;
}

static void
add_locked (GArray    *all,
            GgovDraft *draft)
{
  g_autoptr(GArray) locked = ggov_draft_list_locked (draft);

  g_array_append_vals (all, locked->data, locked->len);
}

/* Shares and means are summed by grids first. */
static void
sum_up (GgovDivision *self)
{
  guint n_free = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const GgovProposal *proposal = ((GgovDivisionPart *) self->parts->pdata[i])->proposal;
      guint n = 0;

      for (guint k = 0; proposal && k < proposal->grids->len; k++)
        n += !g_array_index (proposal->grids, GgovProposedGrid, k).is_locked;

      if (proposal == NULL)
        continue;

      n_free += n;
      self->n_grids += proposal->grids->len;
      self->max_deviation = MAX (self->max_deviation, proposal->max_deviation);
      self->within_5 += proposal->within_5 * n;
      self->within_10 += proposal->within_10 * n;
      self->within_band += proposal->within_band * n;
      self->compactness += proposal->compactness * n;
      self->n_crossing += proposal->n_crossing;
      self->n_parted += proposal->n_parted;
      self->moved_households += proposal->moved_households;
    }

  n_free = MAX (n_free, 1);
  self->within_5 /= n_free;
  self->within_10 /= n_free;
  self->within_band /= n_free;
  self->compactness /= n_free;
}

static GgovDivision *
new_division (const GgovDistrictingTerms *terms,
              GPtrArray                  *befores,
              GPtrArray                  *outcomes)
{
  GgovDivision *self = g_new0 (GgovDivision, 1);

  self->terms = *terms;
  self->terms.locked = NULL;
  self->terms.n_locked = 0;
  self->parts = g_ptr_array_new_with_free_func (free_part);

  for (guint i = 0; i < befores->len; i++)
    {
      GgovDistrictingOutcome *outcome = outcomes->pdata[i];
      GgovDivisionPart *part = g_new0 (GgovDivisionPart, 1);

      part->before = g_object_ref (befores->pdata[i]);
      part->error = g_steal_pointer (&outcome->error);
      if (outcome->proposals)
        {
          part->proposal = g_ptr_array_steal_index (outcome->proposals, 0);
          part->after = ggov_draft_apply_proposal (part->before, part->proposal);
        }
      g_ptr_array_add (self->parts, part);
    }

  sum_up (self);

  return self;
}

GgovDivision *
ggov_division_propose (GPtrArray                  *befores,
                       const GgovDistrictingTerms *terms,
                       GCancellable               *cancellable,
                       GgovDistrictingProgress     progress,
                       gpointer                    user_data,
                       GError                    **error)
{
  g_autofree GgovDistrictingPlace *places = g_new0 (GgovDistrictingPlace, MAX (befores->len, 1));
  g_autoptr(GPtrArray) buildings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GArray) locked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) outcomes = NULL;
  GgovDistrictingTerms own = *terms;
  gint64 begun = g_get_monotonic_time ();
  GgovDivision *self;

  g_return_val_if_fail (befores->len > 0, NULL);

  for (guint i = 0; i < befores->len; i++)
    {
      g_ptr_array_add (buildings, ggov_draft_dup_districting (befores->pdata[i], &places[i]));
      add_locked (locked, befores->pdata[i]);
    }

  own.n_proposals = 1;
  own.locked = (const gint64 *) (gpointer) locked->data;
  own.n_locked = locked->len;
  outcomes = ggov_districting_propose (places, befores->len, &own, cancellable, progress,
                                       user_data, error);
  if (outcomes == NULL)
    return NULL;

  self = new_division (&own, befores, outcomes);
  self->seconds = (g_get_monotonic_time () - begun) / (double) G_USEC_PER_SEC;

  return self;
}

char *
ggov_division_dup_kind (const GgovDivision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->terms.emphasis == GGOV_DISTRICTING_EMPHASIS_SHAPE)
    return g_strdup (C_("proposal", "Compact first"));
  if (self->terms.emphasis == GGOV_DISTRICTING_EMPHASIS_STREETS)
    return g_strdup (C_("proposal", "Streets first"));
  if (self->terms.mode == GGOV_DISTRICTING_REBALANCE)
    return g_strdup (C_("proposal", "Fewest moves"));

  return g_strdup (C_("proposal", "Balanced"));
}

const char *
ggov_division_get_kind_code (const GgovDivision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->terms.emphasis == GGOV_DISTRICTING_EMPHASIS_SHAPE)
    return "compact";
  if (self->terms.emphasis == GGOV_DISTRICTING_EMPHASIS_STREETS)
    return "streets";

  return self->terms.mode == GGOV_DISTRICTING_REBALANCE ? "fewest-moves" : "balanced";
}

static void
free_move (gpointer data)
{
  GgovDivisionMove *move = data;

  g_free (move->building);
  g_free (move->from);
  g_free (move->to);
  g_free (move);
}

GPtrArray *
ggov_division_list_moves (const GgovDivision *self)
{
  GPtrArray *moves = g_ptr_array_new_with_free_func (free_move);

  g_return_val_if_fail (self != NULL, moves);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const GgovDivisionPart *part = self->parts->pdata[i];

      for (guint m = 0; part->proposal && m < part->proposal->moves->len; m++)
        {
          const GgovProposedMove *found =
            &g_array_index (part->proposal->moves, GgovProposedMove, m);
          const GgovDraftBuilding *building =
            ggov_draft_get_building (part->before, found->building);
          GgovDivisionMove *move = g_new0 (GgovDivisionMove, 1);

          move->building_id = building->id;
          move->households = found->households;
          move->building = g_strdup (building->label);
          move->from = _ggov_draft_dup_grid_name (part->before, found->from_id);
          move->to = _ggov_draft_dup_grid_name (part->after, found->to_id);
          g_ptr_array_add (moves, move);
        }
    }

  return moves;
}
