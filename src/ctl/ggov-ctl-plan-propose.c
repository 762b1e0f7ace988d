/* ggov-ctl-plan-propose.c: gridgovctl plan propose: drafts that the program makes by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl-plan.h"
#include "ggov-draft-propose.h"
#include "ggov-geo-wkb.h"
#include "ggov-store-choices.h"

/* How far a grid may be off its target. */
#define BAND_SHARE 0.25

/* A community while it is divided. */
typedef struct
{
  gint64     plan_id;
  GgovDraft *before;
  GgovDraft *after;     /* (nullable): NULL where nothing could be proposed */
  GArray    *buildings; /* (element-type GgovDistrictingBuilding) */
} Case;

/* What all proposals come to. */
typedef struct
{
  double max_deviation;
  double within_5;   /* grids, not shares, until they are told */
  double within_10;
  double compactness;
  guint  n_grids;
  guint  n_crossing;
  guint  moved_households;
  double seconds;
} Sums;

static void
case_free (gpointer data)
{
  Case *one = data;

  g_clear_object (&one->before);
  g_clear_object (&one->after);
  g_clear_pointer (&one->buildings, g_array_unref);
  g_free (one);
}

static gboolean
begin_draft (GgovCtl         *ctl,
             gint64           community_id,
             GgovDraftStart   start,
             const char      *name,
             gint64          *plan_id,
             GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_create_draft_async (ctl->store, community_id, start, name, NULL, ggov_ctl_keep,
                                 &result);

  return ggov_store_create_draft_finish (ctl->store, ggov_ctl_wait (&result), NULL, plan_id, error);
}

/* From the latest plan, so that grids go on where they can; the first plan is from nothing. */
static Case *
begin_case (GgovCtl            *ctl,
            gint64              community_id,
            const GgovCtlPlan  *words,
            GError            **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) own = NULL;
  Case *one;
  gint64 plan_id;

  if (!begin_draft (ctl, community_id, GGOV_DRAFT_FROM_PLAN, words->name, &plan_id, &own))
    {
      if (!g_error_matches (own, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED) ||
          words->is_rebalance)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }

      if (!begin_draft (ctl, community_id, GGOV_DRAFT_FROM_NOTHING, words->name, &plan_id, error))
        return NULL;
    }

  one = g_new0 (Case, 1);
  one->plan_id = plan_id;
  ggov_store_load_draft_async (ctl->store, plan_id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  one->before = ggov_store_load_draft_finish (ctl->store, ggov_ctl_wait (&result), error);
  if (one->before == NULL)
    {
      case_free (one);
      return NULL;
    }

  return one;
}

static GPtrArray *
begin_cases (GgovCtl            *ctl,
             const GgovCtlPlan  *words,
             GError            **error)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (case_free);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) choices = NULL;

  ggov_store_list_choices_async (ctl->store, GGOV_CHOICE_COMMUNITIES, 0, ctl->as_of, NULL,
                                 ggov_ctl_keep, &result);
  choices = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), error);
  if (choices == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);
      const GgovChoiceFields *fields = ggov_choice_get_fields (choice);
      Case *one;

      if (!words->is_all && g_strcmp0 (fields->code, words->community) != 0)
        continue;

      if (!(one = begin_case (ctl, fields->id, words, error)))
        return NULL;

      g_ptr_array_add (cases, one);
    }

  return g_steal_pointer (&cases);
}

static GPtrArray *
propose (GPtrArray          *cases,
         const GgovCtlPlan  *words,
         double             *seconds,
         GError            **error)
{
  g_autofree GgovDistrictingPlace *places = g_new0 (GgovDistrictingPlace, cases->len);
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  gint64 begun = g_get_monotonic_time ();
  GPtrArray *outcomes;

  terms.mode = words->is_rebalance ? GGOV_DISTRICTING_REBALANCE : GGOV_DISTRICTING_DIVIDE;
  terms.seed = words->seed;
  terms.target = words->target;
  terms.least = words->target * (1 - BAND_SHARE);
  terms.most = words->target * (1 + BAND_SHARE);

  for (guint i = 0; i < cases->len; i++)
    {
      Case *one = cases->pdata[i];

      one->buildings = ggov_draft_dup_districting (one->before, &places[i]);
    }

  outcomes = ggov_districting_propose (places, cases->len, &terms, NULL, NULL, NULL, error);
  *seconds = (g_get_monotonic_time () - begun) / (double) G_USEC_PER_SEC;

  return outcomes;
}

static void
sum_up (Sums               *sums,
        const GgovProposal *proposal)
{
  guint n = proposal->grids->len;

  sums->max_deviation = MAX (sums->max_deviation, proposal->max_deviation);
  sums->within_5 += proposal->within_5 * n;
  sums->within_10 += proposal->within_10 * n;
  sums->compactness += proposal->compactness * n;
  sums->n_grids += n;
  sums->n_crossing += proposal->n_crossing;
  sums->moved_households += proposal->moved_households;
}

static gboolean
save (GgovCtl             *ctl,
      Case                *one,
      const GgovProposal  *proposal,
      GError             **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  one->after = ggov_draft_apply_proposal (one->before, proposal);
  ggov_store_save_draft_async (ctl->store, one->before, one->after,
                               N_("Propose a division into grids"), NULL, ggov_ctl_keep, &result);

  return ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, error);
}

/* Nothing is left of a draft for which nothing was found; why is told. */
static void
give_up (GgovCtl      *ctl,
         Case         *one,
         const GError *reason)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_printerr ("gridgovctl: %s: %s\n",
              ggov_plan_get_row (ggov_draft_get_plan (one->before))->community, reason->message);
  ggov_store_discard_draft_async (ctl->store, one->plan_id, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    ggov_ctl_refuse (ctl, error);
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
          Case                   *one,
          const GgovProposedGrid *proposed)
{
  const GgovDraftGrid *grid = ggov_draft_find_grid (one->after, proposed->id);
  const GgovDraftBase *base = grid ? ggov_draft_find_base (one->after, grid->grid_id) : NULL;

  json_builder_begin_object (builder);
  ggov_ctl_plan_add_int (builder, "plan", one->plan_id);
  ggov_ctl_plan_add_int (builder, "number", proposed->id);
  add_text (builder, "code", base ? base->code : NULL);
  ggov_ctl_plan_add_int (builder, "households", proposed->households);
  ggov_ctl_plan_add_int (builder, "buildings", proposed->n_buildings);
  ggov_ctl_plan_add_int (builder, "pieces", count_pieces (one->after, proposed->id));
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
print_json (const Sums        *sums,
            const GgovCtlPlan *words,
            GPtrArray         *cases,
            GPtrArray         *outcomes)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  double n = MAX (sums->n_grids, 1);

  json_builder_begin_object (builder);
  ggov_ctl_plan_add_int (builder, "target", words->target);
  add_double (builder, "max_deviation", sums->max_deviation);
  add_double (builder, "within_5", sums->within_5 / n);
  add_double (builder, "within_10", sums->within_10 / n);
  add_double (builder, "compactness", sums->compactness / n);
  ggov_ctl_plan_add_int (builder, "street_crossings", sums->n_crossing);
  ggov_ctl_plan_add_int (builder, "moved_households", sums->moved_households);
  add_double (builder, "seconds", sums->seconds);
  json_builder_set_member_name (builder, "grids");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cases->len; i++)
    {
      Case *one = cases->pdata[i];
      const GgovDistrictingOutcome *outcome = outcomes->pdata[i];
      const GgovProposal *proposal = one->after ? outcome->proposals->pdata[0] : NULL;

      for (guint g = 0; proposal && g < proposal->grids->len; g++)
        add_grid (builder, one, &g_array_index (proposal->grids, GgovProposedGrid, g));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_lines (const Sums *sums,
             GPtrArray  *cases)
{
  for (guint i = 0; i < cases->len; i++)
    {
      Case *one = cases->pdata[i];

      if (one->after)
        g_print ("%" G_GINT64_FORMAT "\t%s\t%u\n", one->plan_id,
                 ggov_plan_get_row (ggov_draft_get_plan (one->before))->community_code,
                 ggov_draft_get_n_grids (one->after));
    }

  /* Translators: how many grids, two shares in percent, how many households, how long it took */
  g_print (_("%u grids; %.0f %% within 5 %% of the target, %.0f %% within 10 %%; %u households "
             "would move; %.2f s.\n"), sums->n_grids,
           100 * sums->within_5 / MAX (sums->n_grids, 1),
           100 * sums->within_10 / MAX (sums->n_grids, 1), sums->moved_households, sums->seconds);
}

static GgovCtlStatus
save_all (GgovCtl    *ctl,
          GPtrArray  *cases,
          GPtrArray  *outcomes,
          Sums       *sums)
{
  GgovCtlStatus status = GGOV_CTL_DONE;

  for (guint i = 0; i < cases->len; i++)
    {
      const GgovDistrictingOutcome *outcome = outcomes->pdata[i];
      g_autoptr(GError) error = NULL;

      if (outcome->proposals == NULL)
        {
          give_up (ctl, cases->pdata[i], outcome->error);
          status = GGOV_CTL_PART;
          continue;
        }

      if (!save (ctl, cases->pdata[i], outcome->proposals->pdata[0], &error))
        return ggov_ctl_refuse (ctl, error);

      sum_up (sums, outcome->proposals->pdata[0]);
    }

  return status;
}

GgovCtlStatus
ggov_ctl_plan_propose (GgovCtl           *ctl,
                       const GgovCtlPlan *words)
{
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GPtrArray) outcomes = NULL;
  g_autoptr(GError) error = NULL;
  GgovCtlStatus status;
  Sums sums = { 0 };

  if (!words->is_all && ggov_ctl_plan_find_community (ctl, words->community) == 0)
    return GGOV_CTL_REFUSED;

  if (!(cases = begin_cases (ctl, words, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (cases->len == 0)
    {
      g_printerr (_("gridgovctl: The office has no community yet. Import their borders first.\n"));
      return GGOV_CTL_REFUSED;
    }

  if (!(outcomes = propose (cases, words, &sums.seconds, &error)))
    return ggov_ctl_refuse (ctl, error);

  status = save_all (ctl, cases, outcomes, &sums);
  if (status == GGOV_CTL_REFUSED)
    return status;

  if (ctl->json)
    print_json (&sums, words, cases, outcomes);
  else
    print_lines (&sums, cases);

  return sums.n_grids > 0 ? status : GGOV_CTL_REFUSED;
}
