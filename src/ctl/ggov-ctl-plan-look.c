/* ggov-ctl-plan-look.c: gridgovctl plan show, compare and validate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-ctl-plan.h"

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_list (JsonBuilder *builder,
          const char  *name,
          GListModel  *rows)
{
  json_builder_set_member_name (builder, name);
  ggov_ctl_add_rows (builder, rows);
}

static void
add_grid (JsonBuilder         *builder,
          GgovDraft           *draft,
          const GgovDraftGrid *grid)
{
  const GgovDraftBase *base = ggov_draft_find_base (draft, grid->grid_id);
  GgovDraftSum sum;

  ggov_draft_sum (draft, grid->number, &sum);

  json_builder_begin_object (builder);
  ggov_ctl_plan_add_int (builder, "number", grid->number);
  add_text (builder, "code", base ? base->code : NULL);
  add_text (builder, "name", grid->name);
  add_flag (builder, "locked", grid->is_locked);
  ggov_ctl_plan_add_int (builder, "households", sum.households);
  ggov_ctl_plan_add_int (builder, "people", sum.people);
  ggov_ctl_plan_add_int (builder, "buildings", sum.buildings);
  ggov_ctl_plan_add_int (builder, "issues", sum.issues);
  ggov_ctl_plan_add_int (builder, "posts", sum.posts);
  json_builder_end_object (builder);
}

static void
print_draft_json (GgovDraft *draft)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GgovDraftSum nowhere;

  ggov_draft_sum (draft, 0, &nowhere);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "plan");
  ggov_ctl_add_row (builder, G_OBJECT (ggov_draft_get_plan (draft)));
  add_flag (builder, "overtaken", ggov_plan_is_overtaken (ggov_draft_get_plan (draft)));
  ggov_ctl_plan_add_int (builder, "buildings", ggov_draft_get_n_buildings (draft));
  ggov_ctl_plan_add_int (builder, "buildings_unassigned", nowhere.buildings);
  ggov_ctl_plan_add_int (builder, "buildings_gone", ggov_draft_get_n_gone (draft));
  json_builder_set_member_name (builder, "grids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ggov_draft_get_n_grids (draft); i++)
    add_grid (builder, draft, ggov_draft_get_grid (draft, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_draft (GgovDraft *draft)
{
  for (guint i = 0; i < ggov_draft_get_n_grids (draft); i++)
    {
      const GgovDraftGrid *grid = ggov_draft_get_grid (draft, i);
      const GgovDraftBase *base = ggov_draft_find_base (draft, grid->grid_id);
      GgovDraftSum sum;

      ggov_draft_sum (draft, grid->number, &sum);
      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%d\t%d\t%d\n", grid->number,
               base ? base->code : "", grid->name, sum.households, sum.people, sum.buildings);
    }
}

GgovCtlStatus
ggov_ctl_plan_show (GgovCtl           *ctl,
                    const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDraft) draft = NULL;

  ggov_store_load_draft_async (ctl->store, words->plan_id, ctl->as_of, NULL, ggov_ctl_keep,
                               &result);
  draft = ggov_store_load_draft_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (draft == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_draft_json (draft);
  else
    print_draft (draft);

  return GGOV_CTL_DONE;
}

static void
print_comparison_json (GgovPlanComparison *comparison)
{
  const GgovPlanComparisonSums *sums = ggov_plan_comparison_get_sums (comparison);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ggov_ctl_plan_add_int (builder, "before", sums->before_id);
  ggov_ctl_plan_add_int (builder, "after", sums->after_id);
  ggov_ctl_plan_add_int (builder, "buildings_moved", sums->buildings_moved);
  ggov_ctl_plan_add_int (builder, "households_moved", sums->households_moved);
  ggov_ctl_plan_add_int (builder, "people_moved", sums->people_moved);
  add_list (builder, "grids", ggov_plan_comparison_get_grids (comparison));
  add_list (builder, "moves", ggov_plan_comparison_get_moves (comparison));
  add_list (builder, "posts", ggov_plan_comparison_get_posts (comparison));
  json_builder_end_object (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_comparison (GgovPlanComparison *comparison)
{
  GListModel *grids = ggov_plan_comparison_get_grids (comparison);
  GListModel *posts = ggov_plan_comparison_get_posts (comparison);
  const GgovPlanComparisonSums *sums = ggov_plan_comparison_get_sums (comparison);

  for (guint i = 0; i < g_list_model_get_n_items (grids); i++)
    {
      g_autoptr(GgovPlanGrid) grid = g_list_model_get_item (grids, i);
      const GgovPlanGridRow *row = ggov_plan_grid_get_row (grid);

      g_print ("%s\t%s\t%s\t%d → %d\n", row->code ? row->code : "", row->name, row->change,
               (int) row->households_before, (int) row->households_after);
    }

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPlanPost) post = g_list_model_get_item (posts, i);
      const GgovPlanPostRow *row = ggov_plan_post_get_row (post);

      g_print ("%s\t%s\t%s → %s\n", row->role, row->person, row->grid,
               row->successor ? row->successor : "");
    }

  /* Translators: how many households, in how many buildings */
  g_print (_("%d households change their worker; %d buildings change their grid.\n"),
           (int) sums->households_moved, (int) sums->buildings_moved);
}

GgovCtlStatus
ggov_ctl_plan_compare (GgovCtl           *ctl,
                       const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovPlanComparison) comparison = NULL;

  ggov_store_compare_plans_async (ctl->store, words->before_id, words->plan_id, ctl->as_of, NULL,
                                  ggov_ctl_keep, &result);
  comparison = ggov_store_compare_plans_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (comparison == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_comparison_json (comparison);
  else
    print_comparison (comparison);

  return GGOV_CTL_DONE;
}

static void
add_place (JsonBuilder *builder,
           const char  *name,
           double       degrees)
{
  json_builder_set_member_name (builder, name);
  if (isnan (degrees))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, degrees);
}

static void
add_finding (JsonBuilder     *builder,
             GgovPlanFinding *finding)
{
  const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);

  json_builder_begin_object (builder);
  add_text (builder, "kind", ggov_plan_finding_kind_get_code (record->kind));
  add_text (builder, "severity", ggov_plan_finding_is_error (finding) ? "error" : "warning");
  ggov_ctl_plan_add_int (builder, "number", record->number);
  ggov_ctl_plan_add_int (builder, "other_number", record->other_number);
  ggov_ctl_plan_add_int (builder, "building_id", record->building_id);
  add_place (builder, "lon", record->lon);
  add_place (builder, "lat", record->lat);
  json_builder_set_member_name (builder, "amount");
  json_builder_add_double_value (builder, record->amount);
  add_text (builder, "message", record->message);
  json_builder_end_object (builder);
}

static void
print_findings_json (GListModel *findings,
                     guint       n_errors)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n = g_list_model_get_n_items (findings);

  json_builder_begin_object (builder);
  add_flag (builder, "ok", n_errors == 0);
  ggov_ctl_plan_add_int (builder, "errors", n_errors);
  ggov_ctl_plan_add_int (builder, "warnings", n - n_errors);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);

      add_finding (builder, finding);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_findings (GListModel *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);
      const GgovPlanFindingRecord *record = ggov_plan_finding_get_record (finding);

      g_print ("%s: %s\n", ggov_plan_finding_is_error (finding) ? C_("finding", "error")
                                                               : C_("finding", "warning"),
               record->message);
    }

  if (g_list_model_get_n_items (findings) == 0)
    g_print ("%s\n", _("Nothing is wrong with this plan."));
}

static guint
count_errors (GListModel *findings)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);

      n += ggov_plan_finding_is_error (finding);
    }

  return n;
}

GgovCtlStatus
ggov_ctl_plan_validate (GgovCtl           *ctl,
                        const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = NULL;

  ggov_store_validate_plan_async (ctl->store, words->plan_id, ctl->as_of, NULL, ggov_ctl_keep,
                                  &result);
  findings = ggov_store_validate_plan_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (findings == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_findings_json (findings, count_errors (findings));
  else
    print_findings (findings);

  return count_errors (findings) == 0 ? GGOV_CTL_DONE : GGOV_CTL_REFUSED;
}
