/* ggov-plan-stroke-text.c: what a stroke does, and why one cannot be, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-plan-stroke.h"
#include "ggov-store-error.h"

/* The last digits of a grid's code, by which it is called within its community. */
#define SEQUENCE_DIGITS 3

/* The name of a building of the draft. */
static char *
dup_building (GgovDraft *draft,
              gint64     id)
{
  guint i;

  if (ggov_draft_find_building (draft, id, &i))
    return g_strdup (ggov_draft_get_building (draft, i)->label);

  return g_strdup (_("The building"));
}

static char *
dup_grid_refusal (GgovGeoReason  reason,
                  const char    *grid)
{
  switch ((guint) reason)
    {
    case GGOV_GEO_REASON_PIECES:
      return g_strdup_printf (_("Grid %s would be in pieces."), grid);
    case GGOV_GEO_REASON_HOLE:
      return g_strdup_printf (_("Grid %s would surround another grid."), grid);
    case GGOV_GEO_REASON_EMPTY:
      return g_strdup_printf (_("Grid %s would have no building left. Merge it with another."),
                              grid);
    case GGOV_GEO_REASON_LOCKED:
      return g_strdup_printf (_("Grid %s is locked. Unlock it to change it."), grid);
    case GGOV_GEO_REASON_NOT_NEIGHBOUR:
      return g_strdup_printf (_("Grid %s does not border on the others."), grid);
    default:
      return NULL;
    }
}

char *
ggov_plan_stroke_dup_refusal (GgovDraft            *draft,
                              const GgovGeoRefusal *refusal)
{
  g_autofree char *grid = NULL;
  g_autofree char *building = NULL;
  char *sentence;

  g_return_val_if_fail (GGOV_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (refusal != NULL, NULL);

  grid = ggov_plan_stroke_dup_label (draft, refusal->grid_id);
  building = dup_building (draft, refusal->building_id);
  if (refusal->grid_id != 0 && (sentence = dup_grid_refusal (refusal->reason, grid)))
    return sentence;

  if (refusal->reason == GGOV_GEO_REASON_CUTS_BUILDING)
    /* Translators: a building */
    return g_strdup_printf (_("The border would cut %s."), building);
  if (refusal->reason == GGOV_GEO_REASON_NOT_BESIDE)
    /* Translators: a building and a grid */
    return g_strdup_printf (_("%1$s does not stand beside grid %2$s."), building, grid);
  if (refusal->reason == GGOV_GEO_REASON_OUTSIDE)
    /* Translators: a building */
    return g_strdup_printf (_("%s does not stand where it is needed for this."), building);

  return g_strdup (ggov_geo_reason_get_sentence (refusal->reason));
}

void
ggov_plan_stroke_explain (GgovDraft     *draft,
                          const GError  *cause,
                          GError       **error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (GGOV_IS_DRAFT (draft));
  g_return_if_fail (cause != NULL);

  if (!g_error_matches (cause, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return;
    }

  /* The geometry's own words are for the log. */
  g_debug ("Not drawn: %s", cause->message);
  sentence = ggov_plan_stroke_dup_refusal (draft, ggov_geo_error_get_refusal (cause));
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
}

static char *
dup_paint_sentence (const GgovPlanStroke *self,
                    GgovDraft            *draft)
{
  guint n = self->ids->len;
  g_autofree char *to = ggov_plan_stroke_dup_label (draft, self->number);
  g_autofree char *what =
    n == 1 ? dup_building (draft, g_array_index (self->ids, gint64, 0))
           : g_strdup_printf (ngettext ("%u building", "%u buildings", n), n);

  /* Translators: a building, or how many; and a grid of the draft */
  return g_strdup_printf (_("%1$s moved to grid %2$s of the draft"), what, to);
}

char *
ggov_plan_stroke_dup_sentence (const GgovPlanStroke *self,
                               GgovDraft            *draft)
{
  g_autofree char *grid = ggov_plan_stroke_dup_label (draft, self->number);

  switch (self->kind)
    {
    case GGOV_PLAN_STROKE_PAINT:
      return dup_paint_sentence (self, draft);
    case GGOV_PLAN_STROKE_MOVE_VERTEX:
      return g_strdup (_("Vertex of the draft moved"));
    case GGOV_PLAN_STROKE_INSERT_VERTEX:
      return g_strdup (_("Vertex added to the draft"));
    case GGOV_PLAN_STROKE_DELETE_VERTEX:
      return g_strdup (_("Vertex of the draft deleted"));
    case GGOV_PLAN_STROKE_SPLIT:
      return self->number == 0 ? g_strdup (_("Grid of the draft split"))
                               : g_strdup_printf (_("Grid %s of the draft split"), grid);
    case GGOV_PLAN_STROKE_RESHAPE:
      return g_strdup_printf (_("Border of grid %s of the draft drawn anew"), grid);
    case GGOV_PLAN_STROKE_MERGE:
      return g_strdup_printf (ngettext ("%u grid of the draft merged", "%u grids of the draft merged",
                                        self->ids->len), self->ids->len);
    case GGOV_PLAN_STROKE_SWAP:
      return g_strdup (_("Buildings of the draft swapped"));
    case GGOV_PLAN_STROKE_TRACE:
    default:
      return g_strdup (_("Borders of the draft drawn anew around the buildings"));
    }
}

const char *
ggov_plan_stroke_get_action (const GgovPlanStroke *self)
{
  static const char * const actions[] = {
    [GGOV_PLAN_STROKE_PAINT] = N_("Move buildings of a draft to another grid"),
    [GGOV_PLAN_STROKE_MOVE_VERTEX] = N_("Move a vertex of a draft"),
    [GGOV_PLAN_STROKE_INSERT_VERTEX] = N_("Add a vertex to a draft"),
    [GGOV_PLAN_STROKE_DELETE_VERTEX] = N_("Delete a vertex of a draft"),
    [GGOV_PLAN_STROKE_SPLIT] = N_("Split a grid of a draft"),
    [GGOV_PLAN_STROKE_RESHAPE] = N_("Draw the border of a grid of a draft anew"),
    [GGOV_PLAN_STROKE_MERGE] = N_("Merge grids of a draft"),
    [GGOV_PLAN_STROKE_SWAP] = N_("Swap buildings of a draft"),
    [GGOV_PLAN_STROKE_TRACE] = N_("Draw the borders of a draft anew around the buildings"),
  };

  return actions[self->kind];
}

const char *
ggov_plan_stroke_get_sequence (const char *code)
{
  gsize length = strlen (code);

  return length > SEQUENCE_DIGITS ? code + length - SEQUENCE_DIGITS : code;
}

char *
ggov_plan_stroke_dup_label (GgovDraft *draft,
                            gint64     number)
{
  const GgovDraftGrid *grid = ggov_draft_find_grid (draft, number);
  const GgovDraftBase *base = grid ? ggov_draft_find_base (draft, grid->grid_id) : NULL;
  g_autofree char *words = NULL;

  if (number == 0)
    return g_strdup (_("no grid"));

  if (base)
    words = g_strdup (ggov_plan_stroke_get_sequence (base->code));
  else
    /* Translators: a grid of a draft that has no code yet, on the map: N for new, and its number */
    words = g_strdup_printf (_("N%d"), (int) number);

  return g_strstrip (g_strdup_printf ("%s %s", words, grid ? grid->name : ""));
}
