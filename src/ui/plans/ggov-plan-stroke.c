/* ggov-plan-stroke.c: what a stroke of the brush makes of a draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-geo-wkb.h"
#include "ggov-plan-stroke.h"
#include "ggov-store-error.h"

/* The last digits of a grid's code, by which it is called within its community. */
#define SEQUENCE_DIGITS 3

static GgovDraft *
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return NULL;
}

/* Whether a building that has no grid stands in this one as it is drawn. */
static gboolean
stands_in (GgovDraft *draft,
           guint      i,
           gint64     number)
{
  GgovGeoSubdivision *subdivision = ggov_draft_get_subdivision (draft);
  GgovGeoWkb wkb;
  double lon, lat;

  return ggov_geo_wkb_init_bytes (&wkb, ggov_draft_get_building (draft, i)->footprint, NULL) &&
         ggov_geo_wkb_get_centroid (&wkb, &lon, &lat) &&
         ggov_geo_subdivision_find_grid (subdivision, lon, lat) == number;
}

static GgovDraft *
assign (GgovDraft          *draft,
        GgovGeoSubdivision *subdivision,
        guint               i,
        gint64              number)
{
  guint n = ggov_draft_get_n_buildings (draft);
  g_autofree gint64 *numbers = g_memdup2 (ggov_draft_get_numbers (draft), n * sizeof (gint64));

  numbers[i] = number;

  return ggov_draft_edit (draft, subdivision, numbers);
}

/* All borders anew: for a grid that is not there yet. */
static GgovDraft *
trace (GgovDraft  *draft,
       guint       i,
       gint64      number,
       GError    **error)
{
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (draft);
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  g_array_index (buildings, GgovGeoBuilding, i).grid_id = number;
  subdivision = ggov_geo_border_trace (ggov_draft_get_border (draft),
                                       (const GgovGeoBuilding *) buildings->data, buildings->len,
                                       ggov_draft_get_streets (draft), error);

  return subdivision ? assign (draft, subdivision, i, number) : NULL;
}

static GgovDraft *
move (GgovDraft  *draft,
      guint       i,
      gint64      number,
      GError    **error)
{
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (draft);
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;

  subdivision = ggov_geo_subdivision_move_building (ggov_draft_get_subdivision (draft),
                                                    (const GgovGeoBuilding *) buildings->data,
                                                    buildings->len, ggov_draft_get_streets (draft),
                                                    ggov_draft_get_building (draft, i)->id,
                                                    number, error);

  return subdivision ? assign (draft, subdivision, i, number) : NULL;
}

static GgovDraft *
paint_one (GgovDraft  *draft,
           guint       i,
           gint64      number,
           GError    **error)
{
  if (ggov_draft_get_subdivision (draft) == NULL || !ggov_draft_find_grid (draft, number))
    return trace (draft, i, number, error);

  if (ggov_draft_get_numbers (draft)[i] == 0 && stands_in (draft, i, number))
    return assign (draft, NULL, i, number);

  return move (draft, i, number, error);
}

/* One that is locked may neither lose nor gain. */
static const GgovDraftGrid *
find_locked (GgovDraft *draft,
             guint      i,
             gint64     number)
{
  const GgovDraftGrid *from = ggov_draft_find_grid (draft, ggov_draft_get_numbers (draft)[i]);
  const GgovDraftGrid *to = ggov_draft_find_grid (draft, number);

  return from && from->is_locked ? from : to && to->is_locked ? to : NULL;
}

/* The buildings that are not in the grid yet. */
static GArray *
list_buildings (GgovDraft     *draft,
                const gint64  *building_ids,
                guint          n,
                gint64         number,
                GError       **error)
{
  g_autoptr(GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint j = 0; j < n; j++)
    {
      const GgovDraftGrid *locked;
      guint i;

      if (!ggov_draft_find_building (draft, building_ids[j], &i))
        {
          refuse (error, g_strdup (_("This building is not in the community that is planned.")));
          return NULL;
        }

      if (ggov_draft_get_numbers (draft)[i] == number)
        continue;

      if ((locked = find_locked (draft, i, number)))
        {
          g_autofree char *label = ggov_plan_stroke_dup_label (draft, locked->number);

          refuse (error, g_strdup_printf (_("Grid %s is locked. Unlock it to change it."), label));
          return NULL;
        }

      g_array_append_val (left, i);
    }

  return g_steal_pointer (&left);
}

/* Says of which building it is, and why; the geometry's own words are for the log. */
static GgovDraft *
explain (GgovDraft  *draft,
         guint       i,
         gint64      number,
         GError     *cause,
         GError    **error)
{
  const GgovDraftBuilding *building = ggov_draft_get_building (draft, i);
  g_autofree char *to = ggov_plan_stroke_dup_label (draft, number);
  gint64 from = ggov_draft_get_numbers (draft)[i];
  g_autofree char *left = ggov_plan_stroke_dup_label (draft, from);

  if (!g_error_matches (cause, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    {
      g_propagate_error (error, cause);
      return NULL;
    }

  g_debug ("Not painted: %s", cause->message);
  g_error_free (cause);

  return refuse (error, from == 0
    /* Translators: a building and a grid */
    ? g_strdup_printf (_("%1$s does not stand beside grid %2$s."), building->label, to)
    /* Translators: a building, the grid it is to go to, the grid it leaves */
    : g_strdup_printf (_("%1$s does not stand beside grid %2$s, or without it grid %3$s would be "
                         "in pieces or empty."), building->label, to, left));
}

GgovDraft *
ggov_plan_stroke_paint (GgovDraft     *draft,
                        const gint64  *building_ids,
                        guint          n,
                        gint64         number,
                        GError       **error)
{
  g_autoptr(GgovDraft) state = g_object_ref (draft);
  g_autoptr(GArray) left = list_buildings (draft, building_ids, n, number, error);
  GError *cause = NULL;
  guint next = 0;

  if (left == NULL)
    return NULL;

  /* What does not stand beside the grid yet may do so once the others are in it. */
  while (next < left->len)
    {
      guint i = g_array_index (left, guint, next);
      GgovDraft *after;

      g_clear_error (&cause);
      if ((after = paint_one (state, i, number, &cause)))
        {
          g_object_unref (state);
          state = after;
          g_array_remove_index (left, next);
          next = 0;
        }
      else if (g_error_matches (cause, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
        next++;
      else
        break;
    }

  if (left->len > 0)
    return explain (state, g_array_index (left, guint, MIN (next, left->len - 1)), number, cause,
                    error);

  return g_steal_pointer (&state);
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
