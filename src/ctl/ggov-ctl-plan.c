/* ggov-ctl-plan.c: gridgovctl plan: listed, begun, approved, thrown away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl-plan.h"
#include "ggov-plan-finding.h"
#include "ggov-store-choices.h"

typedef GgovCtlStatus (*PlanFunc) (GgovCtl           *ctl,
                                   const GgovCtlPlan *words);

static void
plan_clear (GgovCtlPlan *words)
{
  g_clear_pointer (&words->community, g_free);
  g_clear_pointer (&words->name, g_free);
  g_clear_pointer (&words->from, g_free);
  g_clear_pointer (&words->note, g_free);
  g_clear_pointer (&words->kind, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlPlan, plan_clear)

void
ggov_ctl_plan_add_int (JsonBuilder *builder,
                       const char  *name,
                       gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

gint64
ggov_ctl_plan_find_community (GgovCtl    *ctl,
                              const char *code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) choices = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_choices_async (ctl->store, GGOV_CHOICE_COMMUNITIES, 0, ctl->as_of, NULL,
                                 ggov_ctl_keep, &result);
  choices = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (choices == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GgovChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (ggov_choice_get_fields (choice)->code, code) == 0)
        return ggov_choice_get_fields (choice)->id;
    }

  g_printerr (_("gridgovctl: There is no community of the code “%s”. It has 12 digits.\n"),
              code ? code : "");

  return 0;
}

static GListModel *
list (GgovCtl  *ctl,
      gint64    community_id,
      GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_list_plans_async (ctl->store, community_id, ctl->as_of, NULL, ggov_ctl_keep, &result);

  return ggov_store_list_plans_finish (ctl->store, ggov_ctl_wait (&result), error);
}

static void
print_plan (GgovPlan *plan)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", row->id, row->community_code, row->state,
           row->valid_from ? row->valid_from : "", row->valid_to ? row->valid_to : "", row->name);
}

static GgovCtlStatus
list_plans (GgovCtl           *ctl,
            const GgovCtlPlan *words)
{
  gint64 community_id = 0;
  g_autoptr(GListModel) plans = NULL;
  g_autoptr(GError) error = NULL;

  if (words->community && !(community_id = ggov_ctl_plan_find_community (ctl, words->community)))
    return GGOV_CTL_REFUSED;

  if (!(plans = list (ctl, community_id, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (plans);

  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);

      print_plan (plan);
    }

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
tell_discarded (GgovCtl *ctl,
                gint64   plan_id)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (!ctl->json)
    return GGOV_CTL_DONE;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  ggov_ctl_plan_add_int (builder, "discarded", plan_id);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

/* What became of one plan, in the form of the list; a draft may be gone. */
static GgovCtlStatus
tell (GgovCtl *ctl,
      gint64   plan_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) plans = list (ctl, 0, &error);

  if (plans == NULL)
    return ggov_ctl_refuse (ctl, error);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(GgovPlan) plan = g_list_model_get_item (plans, i);
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      if (ggov_plan_get_row (plan)->id != plan_id)
        continue;

      if (!ctl->json)
        {
          print_plan (plan);
          return GGOV_CTL_DONE;
        }

      ggov_ctl_add_row (builder, G_OBJECT (plan));
      ggov_ctl_print (json_builder_get_root (builder));
      return GGOV_CTL_DONE;
    }

  return tell_discarded (ctl, plan_id);
}

static GgovCtlStatus
draft (GgovCtl           *ctl,
       const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 community_id = ggov_ctl_plan_find_community (ctl, words->community);
  gint64 plan_id;

  if (community_id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_create_draft_async (ctl->store, community_id,
                                 words->is_empty ? GGOV_DRAFT_FROM_NOTHING : GGOV_DRAFT_FROM_PLAN,
                                 words->name, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_create_draft_finish (ctl->store, ggov_ctl_wait (&result), NULL, &plan_id,
                                       &error))
    return ggov_ctl_refuse (ctl, error);

  return tell (ctl, plan_id);
}

static GgovCtlStatus
finish (GgovCtl       *ctl,
        GAsyncResult **result,
        gint64         plan_id)
{
  g_autoptr(GError) error = NULL;

  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  return tell (ctl, plan_id);
}

static GgovCtlStatus
approve (GgovCtl           *ctl,
         const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_approve_plan_async (ctl->store, words->plan_id,
                                 words->from ? words->from : ctl->as_of, NULL, ggov_ctl_keep,
                                 &result);

  return finish (ctl, &result, words->plan_id);
}

static GgovCtlStatus
rebase (GgovCtl           *ctl,
        const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_rebase_draft_async (ctl->store, words->plan_id, NULL, ggov_ctl_keep, &result);

  return finish (ctl, &result, words->plan_id);
}

static GgovCtlStatus
discard (GgovCtl           *ctl,
         const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_discard_draft_async (ctl->store, words->plan_id, NULL, ggov_ctl_keep, &result);

  return finish (ctl, &result, words->plan_id);
}

/* Tells of the plan with the day it is over; a draft is gone. */
static GgovCtlStatus
retire (GgovCtl           *ctl,
        const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_retire_plan_async (ctl->store, words->plan_id, words->from ? words->from : ctl->as_of,
                                NULL, ggov_ctl_keep, &result);

  return finish (ctl, &result, words->plan_id);
}

static GgovCtlStatus
copy (GgovCtl           *ctl,
      const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 plan_id;

  ggov_store_copy_plan_async (ctl->store, words->plan_id, words->name, NULL, ggov_ctl_keep,
                              &result);
  if (!ggov_store_create_draft_finish (ctl->store, ggov_ctl_wait (&result), NULL, &plan_id,
                                       &error))
    return ggov_ctl_refuse (ctl, error);

  return tell (ctl, plan_id);
}

static GgovCtlStatus
name_plan (GgovCtl           *ctl,
           const GgovCtlPlan *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_name_plan_async (ctl->store, words->plan_id, words->name, words->note, NULL,
                              ggov_ctl_keep, &result);

  return finish (ctl, &result, words->plan_id);
}

static const struct
{
  const char *name;
  gboolean    has_plan; /* whether it is said which */
  PlanFunc    func;
} actions[] = {
  { "list", FALSE, list_plans },
  { "draft", FALSE, draft },
  { "propose", FALSE, ggov_ctl_plan_propose },
  { "show", TRUE, ggov_ctl_plan_show },
  { "compare", TRUE, ggov_ctl_plan_compare },
  { "validate", TRUE, ggov_ctl_plan_validate },
  { "approve", TRUE, approve },
  { "rebase", TRUE, rebase },
  { "copy", TRUE, copy },
  { "rename", TRUE, name_plan },
  { "discard", TRUE, discard },
  { "retire", TRUE, retire },
};

static PlanFunc
choose (int           argc,
        char        **argv,
        GgovCtlPlan  *words)
{
  char *end = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (!g_str_equal (actions[i].name, argv[1]))
        continue;

      if (argc > 2)
        words->plan_id = g_ascii_strtoll (argv[2], &end, 10);

      if (actions[i].has_plan ? argc == 3 && end != argv[2] && *end == '\0' && words->plan_id > 0
                              : argc == 2)
        return actions[i].func;
    }

  g_printerr (_("gridgovctl: Say what to do: plan list, draft --community CODE, propose --community CODE "
                "or --all, or show, compare, validate, approve, rebase, copy, rename, discard or "
                "retire with a plan’s number.\n"));

  return NULL;
}

GgovCtlStatus
ggov_ctl_plan (GgovCtl  *ctl,
               int       argc,
               char    **argv)
{
  g_auto(GgovCtlPlan) words = { .target = GGOV_PLAN_TARGET_HOUSEHOLDS, .seed = 1, .least = -1,
                               .most = -1 };
  const GOptionEntry options[] = {
    { "community", 0, 0, G_OPTION_ARG_STRING, &words.community,
      N_("The community of this code"), N_("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &words.is_all, N_("Propose for every community"), NULL },
    { "target", 0, 0, G_OPTION_ARG_INT, &words.target,
      N_("How many households a proposed grid should have"), N_("N") },
    { "rebalance", 0, 0, G_OPTION_ARG_NONE, &words.is_rebalance,
      N_("Propose to move as few households as possible"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &words.seed, N_("Another number proposes otherwise"),
      N_("N") },
    { "draft", 0, 0, G_OPTION_ARG_INT64, &words.draft_id,
      N_("Propose for this draft, and write into it"), N_("ID") },
    { "grids", 0, 0, G_OPTION_ARG_INT, &words.n_grids,
      N_("Propose so many grids for each community"), N_("N") },
    { "least", 0, 0, G_OPTION_ARG_INT, &words.least,
      N_("The fewest households a grid must have"), N_("N") },
    { "most", 0, 0, G_OPTION_ARG_INT, &words.most,
      N_("The most households a grid may have"), N_("N") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words.kind,
      N_("What weighs most: balanced, compact, streets or fewest-moves"), N_("WORD") },
    { "choice", 0, 0, G_OPTION_ARG_NONE, &words.is_choice,
      N_("Show several proposals, and write none"), NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &words.note, N_("Note this of the plan"), N_("TEXT") },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &words.is_empty,
      N_("Begin a draft from nothing instead of the latest plan"), NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &words.name, N_("Call the draft so"), N_("NAME") },
    { "before", 0, 0, G_OPTION_ARG_INT64, &words.before_id,
      N_("Compare with this plan instead of the latest"), N_("ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words.from,
      N_("Approve or retire for this day instead of today"), N_("DATE") },
    { NULL }
  };
  PlanFunc func;

  if (!ggov_ctl_parse (&argc, &argv, options,
                       "list|draft|propose|show|compare|validate|approve|rebase|copy|rename|discard|"
                       "retire [ID]", 1, 2) ||
      words.target < 1 || words.n_grids < 0 ||
      !(func = choose (argc, argv, &words)))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return func (ctl, &words);
}
