/* ggov-division-remarks.c: which rules a proposal could not keep, where, and what is nearest to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-division.h"
#include "ggov-draft-private.h"

static void
free_remark (gpointer data)
{
  GgovDivisionRemark *remark = data;

  g_free (remark->community);
  g_free (remark->sentence);
  g_free (remark);
}

/* Takes @sentence over. */
static GgovDivisionRemark *
add (GPtrArray              *remarks,
     const GgovDivisionPart *part,
     const char             *rule,
     char                   *sentence)
{
  const GgovPlanRow *plan = ggov_plan_get_row (ggov_draft_get_plan (part->before));
  GgovDivisionRemark *remark = g_new0 (GgovDivisionRemark, 1);

  remark->plan_id = plan->id;
  remark->rule = rule;
  remark->community = g_strdup (plan->community);
  remark->sentence = sentence;
  g_ptr_array_add (remarks, remark);

  return remark;
}

/* The target that the grids which may change would have on average. */
static guint
get_mean (const GgovProposal *proposal)
{
  guint households = 0, n = 0;

  for (guint k = 0; k < proposal->grids->len; k++)
    {
      const GgovProposedGrid *grid = &g_array_index (proposal->grids, GgovProposedGrid, k);

      households += grid->is_locked ? 0 : grid->households;
      n += !grid->is_locked;
    }

  return n > 0 ? (households + n / 2) / n : 0;
}

static char *
dup_building_sentence (const GgovDivision     *self,
                       const GgovDivisionPart *part,
                       const GgovProposedGrid *grid,
                       const char             *name)
{
  const GgovDraftBuilding *building;
  guint i;

  if (!ggov_draft_find_building (part->before, grid->building_id, &i))
    return g_strdup (name);

  building = ggov_draft_get_building (part->before, i);
  if ((guint) building->households > self->terms.most)
    /* Translators: a grid, its households, a building, its households, the most there may be */
    return g_strdup_printf (_("%1$s has %2$u households: %3$s alone has %4$d, more than the %5$u "
                              "that a grid may have, and a building is not divided. It was left "
                              "with as few others as possible."), name, grid->households,
                            building->label, building->households, self->terms.most);

  /* Translators: a grid, its households, a building, its households, those wanted */
  return g_strdup_printf (_("%1$s has %2$u households: %3$s alone has %4$d, more than a tenth above "
                            "the %5$u wanted. It was left with as few others as possible."), name,
                          grid->households, building->label, building->households,
                          self->terms.target);
}

static char *
dup_total_sentence (const GgovDivision     *self,
                    const GgovDivisionPart *part,
                    const GgovProposedGrid *grid,
                    const char             *name)
{
  if (grid->households > self->terms.target)
    /* Translators: a grid, its households, how many there could be in each grid */
    return g_strdup_printf (_("%1$s has %2$u households: where it lies there are too many for so "
                              "many grids. About %3$u in each can be had."), name,
                            grid->households, get_mean (part->proposal));

  /* Translators: a grid, its households, how many there could be in each grid */
  return g_strdup_printf (_("%1$s has %2$u households: where it lies there are too few for so many "
                            "grids. About %3$u in each can be had."), name, grid->households,
                          get_mean (part->proposal));
}

static char *
dup_sizes_sentence (const GgovDivision     *self,
                    const GgovProposedGrid *grid,
                    const char             *name)
{
  if (self->terms.mode == GGOV_DISTRICTING_REBALANCE)
    /* Translators: a grid, its households, the fewest and the most there may be */
    return g_strdup_printf (_("%1$s has %2$u households, and %3$u to %4$u are asked for. No way was "
                              "found that keeps buildings whole and grids in one piece; this is "
                              "the nearest."), name, grid->households, self->terms.least,
                            self->terms.most);

  /* Translators: a grid, its households, those wanted */
  return g_strdup_printf (_("%1$s has %2$u households, more than a tenth off the %3$u wanted. No "
                            "better division into whole buildings was found."), name,
                          grid->households, self->terms.target);
}

static char *
dup_grid_sentence (const GgovDivision     *self,
                   const GgovDivisionPart *part,
                   const GgovProposedGrid *grid)
{
  g_autofree char *name = _ggov_draft_dup_grid_name (part->after, grid->id);

  switch (grid->reason)
    {
    case GGOV_DISTRICTING_REASON_BUILDING:
      return dup_building_sentence (self, part, grid, name);
    case GGOV_DISTRICTING_REASON_TOTAL:
      return dup_total_sentence (self, part, grid, name);
    case GGOV_DISTRICTING_REASON_LOCKED:
      /* Translators: a grid, its households */
      return g_strdup_printf (_("%1$s has %2$u households and is locked, so it was left as it is. "
                                "Unlock it to have it changed."), name, grid->households);
    case GGOV_DISTRICTING_REASON_SIZES:
      return dup_sizes_sentence (self, grid, name);
    case GGOV_DISTRICTING_REASON_NONE:
    default:
      g_assert_not_reached ();
    }
}

static void
add_counts (GPtrArray              *remarks,
            const GgovDivision     *self,
            const GgovDivisionPart *part)
{
  const GgovProposal *proposal = part->proposal;
  guint n = proposal->grids->len;

  if (proposal->n_too_few > 0)
    add (remarks, part, "too-few-grids",
         /* Translators: how many grids were asked for, how many there are */
         g_strdup_printf (_("%1$u grids cannot be had: a grid needs a building in which people "
                            "live. %2$u are proposed."), n + proposal->n_too_few, n));

  if (proposal->n_given_up > 0)
    add (remarks, part, "given-up",
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "There are too few households for as many grids as now: "
                                       "%u would be given up.",
                                       "There are too few households for as many grids as now: "
                                       "%u would be given up.", proposal->n_given_up),
                          proposal->n_given_up));

  if (proposal->n_left_out > 0)
    add (remarks, part, "left-out",
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u building stands outside the community’s border and is "
                                       "in no grid. Correct its place or the border.",
                                       "%u buildings stand outside the community’s border and are "
                                       "in no grid. Correct their places or the border.",
                                       proposal->n_left_out), proposal->n_left_out));
}

static void
add_part (GPtrArray              *remarks,
          const GgovDivision     *self,
          const GgovDivisionPart *part)
{
  if (part->proposal == NULL)
    {
      const GgovGeoRefusal *refusal = ggov_geo_error_get_refusal (part->error);
      GgovDivisionRemark *remark = add (remarks, part, ggov_geo_reason_to_nick (refusal->reason),
                                        ggov_geo_error_dup_sentence (part->error));

      remark->building_id = refusal->building_id;
      return;
    }

  add_counts (remarks, self, part);
  for (guint k = 0; k < part->proposal->grids->len; k++)
    {
      const GgovProposedGrid *grid = &g_array_index (part->proposal->grids, GgovProposedGrid, k);
      GgovDivisionRemark *remark;

      if (grid->reason == GGOV_DISTRICTING_REASON_NONE)
        continue;

      remark = add (remarks, part, ggov_districting_reason_to_nick (grid->reason),
                    dup_grid_sentence (self, part, grid));
      remark->number = grid->id;
      remark->building_id = grid->building_id;
    }
}

GPtrArray *
ggov_division_list_remarks (const GgovDivision *self)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (free_remark);

  g_return_val_if_fail (self != NULL, remarks);

  for (guint i = 0; i < self->parts->len; i++)
    add_part (remarks, self, self->parts->pdata[i]);

  return remarks;
}
