/* ggov-ctl-plan-propose.c: gridgovctl plan propose: drafts that the program makes by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-plan.h"
#include "ggov-division.h"
#include "ggov-geo-wkb.h"
#include "ggov-store-choices.h"

static GgovDraft *
load_latest (GgovCtl  *ctl,
             gint64    community_id,
             GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_load_latest_plan_async (ctl->store, community_id, ctl->as_of, NULL, ggov_ctl_keep,
                                     &result);

  return ggov_store_load_latest_plan_finish (ctl->store, ggov_ctl_wait (&result), error);
}

static GgovDraft *
load_draft (GgovCtl  *ctl,
            gint64    plan_id,
            GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_load_draft_async (ctl->store, plan_id, ctl->as_of, NULL, ggov_ctl_keep, &result);

  return ggov_store_load_draft_finish (ctl->store, ggov_ctl_wait (&result), error);
}

/* What proposals are made of: a draft, or the latest plans of communities. */
static GPtrArray *
load_all (GgovCtl            *ctl,
          const GgovCtlPlan  *words,
          GError            **error)
{
  g_autoptr(GPtrArray) befores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) choices = NULL;
  GgovDraft *before;

  if (words->draft_id != 0)
    {
      if (!(before = load_draft (ctl, words->draft_id, error)))
        return NULL;

      g_ptr_array_add (befores, before);
      return g_steal_pointer (&befores);
    }

  ggov_store_list_choices_async (ctl->store, GGOV_CHOICE_COMMUNITIES, 0, ctl->as_of, NULL,
                                 ggov_ctl_keep, &result);
  choices = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), error);
  if (choices == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);
      const GgovChoiceFields *fields = ggov_choice_get_fields (choice);

      if (!words->is_all && g_strcmp0 (fields->code, words->community) != 0)
        continue;

      if (!(before = load_latest (ctl, fields->id, error)))
        return NULL;

      g_ptr_array_add (befores, before);
    }

  return g_steal_pointer (&befores);
}

static gboolean
read_kind (const char           *word,
           GgovDistrictingTerms *terms)
{
  if (word == NULL || g_str_equal (word, "balanced"))
    return TRUE;

  if (g_str_equal (word, "compact"))
    terms->emphasis = GGOV_DISTRICTING_EMPHASIS_SHAPE;
  else if (g_str_equal (word, "streets"))
    terms->emphasis = GGOV_DISTRICTING_EMPHASIS_STREETS;
  else if (g_str_equal (word, "fewest-moves"))
    terms->mode = GGOV_DISTRICTING_REBALANCE;
  else
    return FALSE;

  return TRUE;
}

static GgovDistrictingTerms
get_terms (const GgovCtlPlan *words)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;

  terms.mode = words->is_rebalance ? GGOV_DISTRICTING_REBALANCE : GGOV_DISTRICTING_DIVIDE;
  terms.seed = words->seed;
  ggov_division_set_target (&terms, words->target);
  if (words->least >= 0)
    terms.least = words->least;
  if (words->most >= 0)
    terms.most = words->most;
  terms.n_grids = words->n_grids;

  return terms;
}

static gint64
count_pieces (GgovDraft *draft,
              gint64     number)
{
  g_autoptr(GBytes) shape =
    ggov_geo_subdivision_dup_grid_wkb (ggov_draft_get_subdivision (draft), number, NULL);
  GgovGeoWkb wkb;

  return shape && ggov_geo_wkb_init_bytes (&wkb, shape, NULL) ? wkb.n_parts : 0;
}

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
add_grid (JsonBuilder            *builder,
          const GgovDivisionPart *part,
          gint64                  plan_id,
          const GgovProposedGrid *proposed)
{
  const GgovDraftGrid *grid = ggov_draft_find_grid (part->after, proposed->id);
  const GgovDraftBase *base = grid ? ggov_draft_find_base (part->after, grid->grid_id) : NULL;

  json_builder_begin_object (builder);
  ggov_ctl_plan_add_int (builder, "plan", plan_id);
  ggov_ctl_plan_add_int (builder, "number", proposed->id);
  add_text (builder, "code", base ? base->code : NULL);
  ggov_ctl_plan_add_int (builder, "households", proposed->households);
  ggov_ctl_plan_add_int (builder, "buildings", proposed->n_buildings);
  ggov_ctl_plan_add_int (builder, "pieces", count_pieces (part->after, proposed->id));
  add_text (builder, "reason", ggov_districting_reason_to_nick (proposed->reason));
  json_builder_end_object (builder);
}

static void
add_double (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_figures (JsonBuilder        *builder,
             const GgovDivision *division)
{
  add_text (builder, "kind", ggov_division_get_kind_code (division));
  ggov_ctl_plan_add_int (builder, "seed", division->terms.seed);
  ggov_ctl_plan_add_int (builder, "target", division->terms.target);
  add_double (builder, "max_deviation", division->max_deviation);
  add_double (builder, "within_5", division->within_5);
  add_double (builder, "within_10", division->within_10);
  add_double (builder, "within_band", division->within_band);
  add_double (builder, "compactness", division->compactness);
  ggov_ctl_plan_add_int (builder, "street_crossings", division->n_crossing);
  ggov_ctl_plan_add_int (builder, "compounds_parted", division->n_parted);
  ggov_ctl_plan_add_int (builder, "moved_households", division->moved_households);
  add_double (builder, "seconds", division->seconds);
}

static void
add_remarks (JsonBuilder        *builder,
             const GgovDivision *division)
{
  g_autoptr(GPtrArray) remarks = ggov_division_list_remarks (division);

  json_builder_set_member_name (builder, "unmet");
  json_builder_begin_array (builder);
  for (guint i = 0; i < remarks->len; i++)
    {
      const GgovDivisionRemark *remark = remarks->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "community", remark->community);
      add_text (builder, "rule", remark->rule);
      ggov_ctl_plan_add_int (builder, "number", remark->number);
      ggov_ctl_plan_add_int (builder, "building_id", remark->building_id);
      add_text (builder, "message", remark->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_moves (JsonBuilder        *builder,
           const GgovDivision *division)
{
  g_autoptr(GPtrArray) moves = ggov_division_list_moves (division);

  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < moves->len; i++)
    {
      const GgovDivisionMove *move = moves->pdata[i];

      json_builder_begin_object (builder);
      ggov_ctl_plan_add_int (builder, "building_id", move->building_id);
      add_text (builder, "building", move->building);
      ggov_ctl_plan_add_int (builder, "households", move->households);
      add_text (builder, "from", move->from);
      add_text (builder, "to", move->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @plan_ids: (nullable): the drafts, of parts with a proposal; NULL where nothing was written */
static void
add_division (JsonBuilder        *builder,
              const GgovDivision *division,
              GArray             *plan_ids)
{
  guint n = 0;

  json_builder_begin_object (builder);
  add_figures (builder, division);
  json_builder_set_member_name (builder, "grids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < division->parts->len; i++)
    {
      const GgovDivisionPart *part = division->parts->pdata[i];
      gint64 plan_id = plan_ids && part->proposal ? g_array_index (plan_ids, gint64, n++) : 0;

      for (guint g = 0; part->proposal && g < part->proposal->grids->len; g++)
        add_grid (builder, part, plan_id,
                  &g_array_index (part->proposal->grids, GgovProposedGrid, g));
    }
  json_builder_end_array (builder);
  add_moves (builder, division);
  add_remarks (builder, division);
  json_builder_end_object (builder);
}

static void
print_figures (const GgovDivision *division)
{
  g_autofree char *kind = ggov_division_dup_kind (division);

  /* Translators: how a proposal was weighed, such as Balanced, and what its random numbers begin
   * with; how many grids, two shares in percent, the mean compactness, how many grids across main
   * streets, how many households would move, how many seconds it took */
  g_print (_("%1$s (%2$u): %3$u grids; %4$.0f %% within 5 %% of the target, %5$.0f %% within 10 %%; "
             "compactness %6$.2f; %7$u across a main street; %8$u households would move; "
             "%9$.2f s.\n"), kind, division->terms.seed, division->n_grids,
           100 * division->within_5, 100 * division->within_10, division->compactness,
           division->n_crossing, division->moved_households, division->seconds);
}

/* What could not be kept is no result: it goes to standard error. */
static void
print_remarks (const GgovDivision *division)
{
  g_autoptr(GPtrArray) remarks = ggov_division_list_remarks (division);

  for (guint i = 0; i < remarks->len; i++)
    {
      const GgovDivisionRemark *remark = remarks->pdata[i];

      g_printerr ("gridgovctl: %s: %s\n", remark->community, remark->sentence);
    }
}

static void
print_drafts (const GgovDivision *division,
              GArray             *plan_ids)
{
  guint n = 0;

  for (guint i = 0; i < division->parts->len; i++)
    {
      const GgovDivisionPart *part = division->parts->pdata[i];

      if (part->after)
        g_print ("%" G_GINT64_FORMAT "\t%s\t%u\n", g_array_index (plan_ids, gint64, n++),
                 ggov_plan_get_row (ggov_draft_get_plan (part->before))->community_code,
                 ggov_draft_get_n_grids (part->after));
    }
}

/* One change for all; nothing is written for a community for which nothing was found. */
static GArray *
take (GgovCtl             *ctl,
      const GgovCtlPlan   *words,
      const GgovDivision  *division,
      GError             **error)
{
  g_autoptr(GPtrArray) befores = g_ptr_array_new ();
  g_autoptr(GPtrArray) afters = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;

  for (guint i = 0; i < division->parts->len; i++)
    {
      const GgovDivisionPart *part = division->parts->pdata[i];

      if (part->after == NULL)
        continue;

      g_ptr_array_add (befores, part->before);
      g_ptr_array_add (afters, part->after);
    }

  ggov_store_take_drafts_async (ctl->store, befores, afters, words->name, NULL, ggov_ctl_keep,
                                &result);

  return ggov_store_take_drafts_finish (ctl->store, ggov_ctl_wait (&result), NULL, error);
}

static GgovCtlStatus
get_status (const GgovDivision *division)
{
  guint n = 0;

  for (guint i = 0; i < division->parts->len; i++)
    n += ((GgovDivisionPart *) division->parts->pdata[i])->proposal != NULL;

  return n == 0 ? GGOV_CTL_REFUSED : n < division->parts->len ? GGOV_CTL_PART : GGOV_CTL_DONE;
}

static GgovCtlStatus
propose_one (GgovCtl                    *ctl,
             const GgovCtlPlan          *words,
             GPtrArray                  *befores,
             const GgovDistrictingTerms *terms)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDivision) division =
    ggov_division_propose (befores, terms, NULL, NULL, NULL, &error);
  g_autoptr(GArray) plan_ids = NULL;
  GgovCtlStatus status;

  if (division == NULL)
    return ggov_ctl_refuse (ctl, error);

  print_remarks (division);
  status = get_status (division);
  if (status == GGOV_CTL_REFUSED)
    return status;

  if (!(plan_ids = take (ctl, words, division, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      add_division (builder, division, plan_ids);
      ggov_ctl_print (json_builder_get_root (builder));
    }
  else
    {
      print_drafts (division, plan_ids);
      print_figures (division);
    }

  return status;
}

/* Shows what there is to choose from; nothing is written. */
static GgovCtlStatus
propose_several (GgovCtl                    *ctl,
                 GPtrArray                  *befores,
                 const GgovDistrictingTerms *terms)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GArray) all = NULL;
  gboolean has_grids = TRUE;

  for (guint i = 0; i < befores->len; i++)
    has_grids &= ggov_draft_get_n_grids (befores->pdata[i]) > 0;

  all = ggov_division_list_terms (terms, 2, has_grids);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "proposals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GgovDivision) division =
        ggov_division_propose (befores, &g_array_index (all, GgovDistrictingTerms, i), NULL, NULL,
                               NULL, &error);

      if (division == NULL)
        return ggov_ctl_refuse (ctl, error);

      if (ctl->json)
        add_division (builder, division, NULL);
      else
        print_figures (division);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_plan_propose (GgovCtl           *ctl,
                       const GgovCtlPlan *words)
{
  GgovDistrictingTerms terms = get_terms (words);
  g_autoptr(GPtrArray) befores = NULL;
  g_autoptr(GError) error = NULL;

  if (!read_kind (words->kind, &terms))
    {
      g_printerr (_("gridgovctl: A proposal is balanced, compact, streets or fewest-moves.\n"));
      return GGOV_CTL_USAGE;
    }

  if (!words->is_all && words->draft_id == 0 &&
      ggov_ctl_plan_find_community (ctl, words->community) == 0)
    return GGOV_CTL_REFUSED;

  if (!(befores = load_all (ctl, words, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (befores->len == 0)
    {
      g_printerr (_("gridgovctl: The office has no community yet. Import their borders first.\n"));
      return GGOV_CTL_REFUSED;
    }

  return words->is_choice ? propose_several (ctl, befores, &terms)
                          : propose_one (ctl, words, befores, &terms);
}
