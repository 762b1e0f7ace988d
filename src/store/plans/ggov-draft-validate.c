/* ggov-draft-validate.c: what is wrong with a draft, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-draft-private.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-geo-wkb.h"
#include "ggov-plan-finding.h"

static const char *
get_building_label (GgovDraft *self,
                    gint64     id)
{
  guint i;

  return ggov_draft_find_building (self, id, &i) ? ggov_draft_get_building (self, i)->label : "";
}

/* Takes @message over. */
static void
add (GPtrArray              *findings,
     GgovPlanFindingRecord  *record,
     char                   *message)
{
  record->message = message;
  g_ptr_array_add (findings, ggov_plan_finding_new (record));
  g_free (message);
}

static gboolean
get_building_place (const GgovDraftBuilding *building,
                    double                  *lon,
                    double                  *lat)
{
  GgovGeoWkb wkb;

  *lon = *lat = NAN;

  return ggov_geo_wkb_init_bytes (&wkb, building->footprint, NULL) &&
         ggov_geo_wkb_get_centroid (&wkb, lon, lat);
}

static void
check_unassigned (GgovDraft *self,
                  GPtrArray *findings)
{
  for (guint i = 0; i < ggov_draft_get_n_buildings (self); i++)
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (self, i);
      GgovPlanFindingRecord record = { GGOV_PLAN_UNASSIGNED, .building_id = building->id };

      if (self->numbers[i] != 0)
        continue;

      if (get_building_place (building, &record.lon, &record.lat) && self->subdivision)
        record.other_number = ggov_geo_subdivision_find_grid (self->subdivision, record.lon,
                                                              record.lat);
      add (findings, &record, g_strdup_printf (_("%s is in no grid."), building->label));
    }
}

static GgovPlanFindingKind
get_kind (GgovGeoFindingKind odd)
{
  static const GgovPlanFindingKind kinds[] = {
    [GGOV_GEO_FINDING_LOOSE_END] = GGOV_PLAN_BROKEN,
    [GGOV_GEO_FINDING_CROSSED] = GGOV_PLAN_BROKEN,
    [GGOV_GEO_FINDING_PIECES] = GGOV_PLAN_PIECES,
    [GGOV_GEO_FINDING_HOLE] = GGOV_PLAN_HOLE,
    [GGOV_GEO_FINDING_OVERLAP] = GGOV_PLAN_OVERLAP,
    [GGOV_GEO_FINDING_GAP] = GGOV_PLAN_NOT_COVERED,
    [GGOV_GEO_FINDING_OUTSIDE] = GGOV_PLAN_OUTSIDE,
    [GGOV_GEO_FINDING_BUILDING_CUT] = GGOV_PLAN_CUT,
    [GGOV_GEO_FINDING_BUILDING_ELSEWHERE] = GGOV_PLAN_ELSEWHERE,
    [GGOV_GEO_FINDING_BUILDING_NOWHERE] = GGOV_PLAN_ELSEWHERE,
    /* No plan can help it. */
    [GGOV_GEO_FINDING_BUILDING_ODD] = GGOV_PLAN_RESHAPED,
    [GGOV_GEO_FINDING_SLIVER] = GGOV_PLAN_SLIVER,
    [GGOV_GEO_FINDING_TINY] = GGOV_PLAN_SLIVER,
    [GGOV_GEO_FINDING_EMPTY] = GGOV_PLAN_EMPTY,
  };

  return kinds[odd];
}

static char *
dup_message (GgovDraft            *self,
             const GgovGeoFinding *odd)
{
  g_autofree char *grid = _ggov_draft_dup_grid_name (self, odd->grid_id);
  g_autofree char *other =
    odd->other_grid_id ? _ggov_draft_dup_grid_name (self, odd->other_grid_id) : NULL;
  const char *building = get_building_label (self, odd->building_id);

  switch (odd->kind)
    {
    case GGOV_GEO_FINDING_LOOSE_END:
      return g_strdup_printf (_("The border of %s ends in the open."), grid);
    case GGOV_GEO_FINDING_CROSSED:
      return g_strdup_printf (_("The border of %s crosses itself."), grid);
    case GGOV_GEO_FINDING_PIECES:
      return g_strdup_printf (_("The grid %s is in %.0f pieces."), grid, odd->amount);
    case GGOV_GEO_FINDING_HOLE:
      return g_strdup_printf (_("The grid %s surrounds %.0f m² that are not its own."), grid,
                              odd->amount);
    case GGOV_GEO_FINDING_OVERLAP:
      return g_strdup_printf (_("The grids %s and %s cover the same %.0f m²."), grid,
                              other ? other : "", odd->amount);
    case GGOV_GEO_FINDING_GAP:
      return g_strdup_printf (_("%.0f m² of this community are in no grid."), odd->amount);
    case GGOV_GEO_FINDING_OUTSIDE:
      return g_strdup_printf (_("The grids of this community reach %.0f m² beyond its border."),
                              odd->amount);
    case GGOV_GEO_FINDING_BUILDING_CUT:
      return g_strdup_printf (_("A border cuts %.1f m² off %s."), odd->amount, building);
    case GGOV_GEO_FINDING_BUILDING_ELSEWHERE:
      return g_strdup_printf (_("%s belongs to %s but stands in %s."), building, grid,
                              other ? other : "");
    case GGOV_GEO_FINDING_BUILDING_NOWHERE:
      return g_strdup_printf (_("%s stands in no grid."), building);
    case GGOV_GEO_FINDING_BUILDING_ODD:
      return g_strdup_printf (_("The footprint of %s cannot be read."), building);
    case GGOV_GEO_FINDING_SLIVER:
      return g_strdup_printf (_("The grid %s is narrower than 6 m over %.0f m."), grid,
                              odd->amount);
    case GGOV_GEO_FINDING_TINY:
      return g_strdup_printf (_("The grid %s is very small: %.0f m²."), grid, odd->amount);
    case GGOV_GEO_FINDING_EMPTY:
      return g_strdup_printf (_("The grid %s has no building."), grid);
    default:
      g_assert_not_reached ();
    }
}

static void
add_odd (GgovDraft            *self,
         GPtrArray            *findings,
         const GgovGeoFinding *odd)
{
  GgovPlanFindingRecord record = {
    .kind = get_kind (odd->kind),
    .number = odd->grid_id,
    .other_number = odd->other_grid_id,
    .building_id = odd->building_id,
    .lon = odd->lon,
    .lat = odd->lat,
    .amount = odd->amount,
  };

  /* That a building is in no grid is said elsewhere, and that a grid has none. */
  if (odd->kind == GGOV_GEO_FINDING_EMPTY ||
      (odd->building_id != 0 && odd->grid_id == 0 && odd->kind != GGOV_GEO_FINDING_BUILDING_ODD))
    return;

  add (findings, &record, dup_message (self, odd));
}

/* Where the arcs do not close, nothing can be said of buildings and grids: the borders are
 * broken. */
static gboolean
check_shapes (GgovDraft  *self,
              GPtrArray  *findings,
              GError    **error)
{
  g_autoptr(GPtrArray) odd =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  g_autoptr(GArray) buildings = ggov_draft_dup_geo_buildings (self);
  g_autoptr(GError) open = NULL;

  if (!ggov_geo_subdivision_check (self->subdivision, self->facts->border, odd, error))
    return FALSE;

  if (!ggov_geo_subdivision_check_buildings (self->subdivision,
                                             (const GgovGeoBuilding *) (gpointer) buildings->data,
                                             buildings->len, odd, &open) ||
      !ggov_geo_subdivision_check_quality (self->subdivision,
                                           (const GgovGeoBuilding *) (gpointer) buildings->data,
                                           buildings->len, odd, &open))
    g_debug ("Buildings and shapes are not checked: %s", open->message);

  for (guint i = 0; i < odd->len; i++)
    add_odd (self, findings, odd->pdata[i]);

  return TRUE;
}

static void
check_size (GgovDraft             *self,
            GPtrArray             *findings,
            GgovPlanFindingRecord *record,
            const char            *name)
{
  GgovDraftSum sum;

  ggov_draft_sum (self, record->number, &sum);
  record->amount = sum.households;

  if (sum.buildings == 0)
    {
      record->kind = GGOV_PLAN_EMPTY;
      add (findings, record, g_strdup_printf (_("The grid %s has no building."), name));
    }
  else if (sum.households > GGOV_PLAN_MOST_HOUSEHOLDS)
    {
      record->kind = GGOV_PLAN_OVER;
      add (findings, record,
           /* Translators: a grid, then numbers of households */
           g_strdup_printf (_("The grid %s has %d households, more than %d."), name,
                            sum.households, GGOV_PLAN_MOST_HOUSEHOLDS));
    }
  else if (sum.households < GGOV_PLAN_LEAST_HOUSEHOLDS)
    {
      record->kind = GGOV_PLAN_UNDER;
      add (findings, record,
           /* Translators: a grid, then numbers of households */
           g_strdup_printf (_("The grid %s has %d households, fewer than %d."), name,
                            sum.households, GGOV_PLAN_LEAST_HOUSEHOLDS));
    }
}

static void
check_member (GgovDraft             *self,
              GPtrArray             *findings,
              GgovPlanFindingRecord *record,
              const GgovDraftGrid   *grid,
              const char            *name)
{
  const GgovDraftBase *base = ggov_draft_find_base (self, grid->grid_id);

  if (base && base->member_id != 0)
    return;

  record->kind = GGOV_PLAN_VACANT;
  record->amount = 0;
  add (findings, record, g_strdup_printf (_("The grid %s would have no full-time member."), name));
}

static void
check_grid (GgovDraft           *self,
            GPtrArray           *findings,
            const GgovDraftGrid *grid)
{
  GgovPlanFindingRecord record = { .number = grid->number, .lon = NAN, .lat = NAN };
  g_autofree char *name = _ggov_draft_dup_grid_name (self, grid->number);

  if (self->subdivision &&
      !ggov_geo_subdivision_get_label_point (self->subdivision, grid->number, &record.lon,
                                             &record.lat, NULL))
    record.lon = record.lat = NAN;

  check_size (self, findings, &record, name);
  check_member (self, findings, &record, grid, name);
}

static void
check_reshaped (GgovDraft *self,
                GPtrArray *findings)
{
  for (guint i = 0; i < ggov_draft_get_n_buildings (self); i++)
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (self, i);
      GgovPlanFindingRecord record = {
        GGOV_PLAN_RESHAPED, .number = self->numbers[i], .building_id = building->id,
      };

      if (!building->is_reshaped)
        continue;

      get_building_place (building, &record.lon, &record.lat);
      add (findings, &record,
           g_strdup_printf (_("%s has another shape than when this was drawn."),
                            building->label));
    }
}

/* They drop out of it by themselves, but somebody may wonder where they went. */
static void
check_gone (GgovDraft *self,
            GPtrArray *findings)
{
  GgovPlanFindingRecord record = {
    GGOV_PLAN_RESHAPED, .lon = NAN, .lat = NAN, .amount = self->facts->n_gone,
  };

  if (self->facts->n_gone > 0)
    add (findings, &record,
         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u building that this was drawn with is no longer in the "
                                       "community.",
                                       "%u buildings that this was drawn with are no longer in the "
                                       "community.", self->facts->n_gone), self->facts->n_gone));
}

static gboolean
has_drawing (GgovDraft *self)
{
  return self->subdivision && ggov_geo_subdivision_get_n_arcs (self->subdivision) > 0;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const GgovPlanFindingRecord *first =
    ggov_plan_finding_get_record (*(GgovPlanFinding * const *) a);
  const GgovPlanFindingRecord *second =
    ggov_plan_finding_get_record (*(GgovPlanFinding * const *) b);
  gboolean is_error = ggov_plan_finding_kind_is_error (first->kind);

  if (is_error != ggov_plan_finding_kind_is_error (second->kind))
    return is_error ? -1 : 1;
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  if (first->kind != second->kind)
    return (int) first->kind - (int) second->kind;

  return (first->building_id > second->building_id) - (first->building_id < second->building_id);
}

GListModel *
ggov_draft_validate (GgovDraft  *self,
                     GError    **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GgovPlanFindingRecord nothing = { GGOV_PLAN_NO_BORDERS, .lon = NAN, .lat = NAN };
  GListStore *list;

  g_return_val_if_fail (GGOV_IS_DRAFT (self), NULL);

  if (!has_drawing (self))
    add (findings, &nothing, g_strdup (_("No borders are drawn yet.")));
  else if (!check_shapes (self, findings, error))
    return NULL;

  /* Where nothing is drawn at all, that every building is in no grid goes without saying. */
  if (has_drawing (self) || self->grids->len > 0)
    check_unassigned (self, findings);
  for (guint i = 0; i < self->grids->len; i++)
    check_grid (self, findings, self->grids->pdata[i]);
  check_reshaped (self, findings);
  check_gone (self, findings);

  g_ptr_array_sort (findings, compare_findings);
  list = g_list_store_new (GGOV_TYPE_PLAN_FINDING);
  g_list_store_splice (list, 0, 0, findings->pdata, findings->len);

  return G_LIST_MODEL (list);
}
