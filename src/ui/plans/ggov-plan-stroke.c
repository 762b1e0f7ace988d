/* ggov-plan-stroke.c: one thing done to a draft with a drawing tool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-geo-edit.h"
#include "ggov-geo-line.h"
#include "ggov-plan-stroke.h"

GgovPlanStroke *
ggov_plan_stroke_new (GgovPlanStrokeKind kind,
                      gint64             number)
{
  GgovPlanStroke *self = g_new0 (GgovPlanStroke, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->number = number;
  self->places = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->others = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

GgovPlanStroke *
ggov_plan_stroke_ref (GgovPlanStroke *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_plan_stroke_unref (GgovPlanStroke *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_free (self);
}

void
ggov_plan_stroke_add_place (GgovPlanStroke *self,
                            const double   *place)
{
  g_return_if_fail (self != NULL && place != NULL);

  g_array_append_vals (self->places, place, 1);
}

void
ggov_plan_stroke_add_id (GgovPlanStroke *self,
                         gint64          id)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->ids, id);
}

static const double *
get_place (const GgovPlanStroke *self,
           guint                 i)
{
  return (const double *) (gpointer) self->places->data + 2 * i;
}

static gboolean
is_at (const double *a,
       const double *b)
{
  return a[0] == b[0] && a[1] == b[1];
}

/* Another stroke may have taken away what this one is about. */
static GgovGeoLayout *
fail_gone (GError **error)
{
  g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED,
                       "The border is not there any more");
  return NULL;
}

static gboolean
may_have (const GgovGeoArc *arc)
{
  return arc->left_grid_id != 0 && arc->right_grid_id != 0;
}

/* The arc between two grids that has a vertex at the place. */
static const GgovGeoArc *
find_vertex (GgovGeoLayout *layout,
             const double  *place,
             guint         *index)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (layout);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      for (guint j = 0; may_have (arc) && j < arc->n_points; j++)
        if (is_at (arc->coords + 2 * j, place))
          {
            *index = j;
            return arc;
          }
    }

  return NULL;
}

/* The arc that runs straight from one place to the other, whichever way. */
static const GgovGeoArc *
find_segment (GgovGeoLayout *layout,
              const double  *a,
              const double  *b,
              guint         *segment)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (layout);

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      for (guint j = 0; may_have (arc) && j + 1 < arc->n_points; j++)
        {
          const double *c = arc->coords + 2 * j;

          if ((is_at (c, a) && is_at (c + 2, b)) || (is_at (c, b) && is_at (c + 2, a)))
            {
              *segment = j;
              return arc;
            }
        }
    }

  return NULL;
}

static GgovGeoLayout *
change_vertex (const GgovPlanStroke  *self,
               GgovGeoLayout         *layout,
               GArray                *locked,
               GError               **error)
{
  const double *place = get_place (self, self->places->len - 1);
  const GgovGeoArc *arc;
  guint i;

  if (self->kind == GGOV_PLAN_STROKE_INSERT_VERTEX)
    {
      if (!(arc = find_segment (layout, get_place (self, 0), get_place (self, 1), &i)))
        return fail_gone (error);

      return ggov_geo_edit_insert_vertex (layout, arc->id, i, place[0], place[1], locked, error);
    }

  if (!(arc = find_vertex (layout, get_place (self, 0), &i)))
    return fail_gone (error);

  if (self->kind == GGOV_PLAN_STROKE_DELETE_VERTEX)
    return ggov_geo_edit_delete_vertex (layout, arc->id, i, locked, error);

  return ggov_geo_edit_move_vertex (layout, arc->id, i, place[0], place[1], locked, error);
}

static void
assign (const GgovPlanStroke *self,
        GgovDraft            *draft,
        gint64               *numbers)
{
  for (guint j = 0; j < self->ids->len; j++)
    {
      guint i;

      if (ggov_draft_find_building (draft, g_array_index (self->ids, gint64, j), &i))
        numbers[i] = self->number;
    }
}

/* All borders anew, with the buildings in the grids they are painted with. */
static GgovGeoLayout *
trace (const GgovPlanStroke  *self,
       GgovDraft             *draft,
       GError               **error)
{
  guint n = ggov_draft_get_n_buildings (draft);
  g_autofree gint64 *numbers = g_memdup2 (ggov_draft_get_numbers (draft), n * sizeof (gint64));
  g_autoptr(GgovDraft) painted = NULL;
  g_autoptr(GgovDraft) drawn = NULL;
  g_autoptr(GArray) buildings = NULL;
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  assign (self, draft, numbers);
  painted = ggov_draft_edit (draft, NULL, numbers);
  buildings = ggov_draft_dup_geo_buildings (painted);
  subdivision = ggov_geo_border_trace (ggov_draft_get_border (draft),
                                       (const GgovGeoBuilding *) (gpointer) buildings->data,
                                       buildings->len, ggov_draft_get_streets (draft), error);
  if (subdivision == NULL)
    return NULL;

  drawn = ggov_draft_edit (painted, subdivision, NULL);

  return ggov_draft_new_layout (drawn, error);
}

static GgovGeoLayout *
paint (const GgovPlanStroke  *self,
       GgovDraft             *draft,
       GgovGeoLayout         *layout,
       GArray                *locked,
       GError               **error)
{
  g_autoptr(GError) local_error = NULL;
  GgovGeoLayout *after;

  /* The first grid of a draft takes all the ground there is. */
  if (ggov_geo_subdivision_get_n_arcs (ggov_geo_layout_get_subdivision (layout)) == 0)
    return trace (self, draft, error);

  after = ggov_geo_edit_paint (layout, self->ids, self->number, locked, &local_error);
  if (after == NULL && local_error->domain == GGOV_GEO_ERROR &&
      ggov_geo_error_get_refusal (local_error)->reason == GGOV_GEO_REASON_NO_CHANGE)
    return ggov_geo_layout_ref (layout);

  if (after == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return after;
}

GgovGeoLayout *
ggov_plan_stroke_try (const GgovPlanStroke  *self,
                      GgovDraft             *draft,
                      GgovGeoLayout         *layout,
                      GError               **error)
{
  g_autoptr(GArray) locked = NULL;

  g_return_val_if_fail (self != NULL && layout != NULL, NULL);
  g_return_val_if_fail (GGOV_IS_DRAFT (draft), NULL);

  locked = ggov_draft_list_locked (draft);
  switch (self->kind)
    {
    case GGOV_PLAN_STROKE_PAINT:
      return paint (self, draft, layout, locked, error);

    case GGOV_PLAN_STROKE_SPLIT:
      return ggov_geo_edit_split (layout, self->number, get_place (self, 0), self->places->len,
                                  self->tolerance_m, ggov_draft_get_free_number (draft), locked,
                                  error);

    case GGOV_PLAN_STROKE_RESHAPE:
      return ggov_geo_edit_reshape (layout, self->number, get_place (self, 0), self->places->len,
                                    self->tolerance_m, locked, error);

    case GGOV_PLAN_STROKE_MERGE:
      return ggov_geo_edit_merge (layout, self->ids, 0, locked, error);

    case GGOV_PLAN_STROKE_SWAP:
      return ggov_geo_edit_swap (layout, self->ids, self->others, locked, error);

    case GGOV_PLAN_STROKE_TRACE:
      return trace (self, draft, error);

    case GGOV_PLAN_STROKE_MOVE_VERTEX:
    case GGOV_PLAN_STROKE_INSERT_VERTEX:
    case GGOV_PLAN_STROKE_DELETE_VERTEX:
    default:
      return change_vertex (self, layout, locked, error);
    }
}

gboolean
ggov_plan_stroke_check_unfinished (const GgovPlanStroke  *self,
                                   GgovGeoLayout         *layout,
                                   GError               **error)
{
  const double *last;
  gint64 number;

  g_return_val_if_fail (self != NULL && layout != NULL && self->places->len >= 2, FALSE);

  /* A split is within one grid; a border drawn anew may run through several. */
  last = get_place (self, self->places->len - 1);
  number = self->kind != GGOV_PLAN_STROKE_SPLIT ? 0
    : self->number != 0 ? self->number
    : ggov_geo_subdivision_find_grid (ggov_geo_layout_get_subdivision (layout), last[0], last[1]);

  return ggov_geo_line_check_unfinished (layout, number, get_place (self, 0), self->places->len,
                                         error);
}
