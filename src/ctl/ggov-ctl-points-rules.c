/* ggov-ctl-points-rules.c: gridgovctl points rule, rule-start, rule-end, rule-discard and try
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ggov-ctl-points.h"
#include "ggov-local-time.h"
#include "ggov-points-source.h"
#include "ggov-store-points-rules.h"

static GListModel *
list_versions (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rules;

  ggov_store_list_points_rule_versions_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rules = ggov_store_list_points_rule_versions_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rules == NULL)
    ggov_ctl_refuse (ctl, error);

  return rules;
}

/* The newest version of a code, its draft first. NULL if there is none. */
static GgovPointsRule *
find_newest (GListModel *rules,
             const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rules, i);

      if (g_str_equal (ggov_points_rule_get_fields (rule)->code, code))
        return g_steal_pointer (&rule);
    }

  return NULL;
}

/* As it was, but for what was said. */
static int
choose (int    said,
        gint64 before)
{
  return said >= 0 ? said : (int) before;
}

static gboolean
check_source (const char *earned_by)
{
  if (earned_by == NULL || *earned_by == '\0' ||
      ggov_points_source_find (earned_by) < GGOV_N_POINTS_SOURCES)
    return TRUE;

  g_printerr (_("gridgovctl: Awards are proposed from training, report, closed, visit or deed, not from "
                "“%s”.\n"), earned_by);

  return FALSE;
}

static GgovPointsRuleRecord
make_record (const GgovCtlPoints        *words,
             const GgovPointsRuleFields *before,
             const char                 *first_day)
{
  return (GgovPointsRuleRecord) {
    .code = words->rule,
    .activity = words->name ? words->name : before ? before->activity : "",
    .activity_zh = words->name_zh ? words->name_zh : words->name ? words->name
                   : before ? before->activity_zh : "",
    .points = choose (words->points, before ? before->points : 0),
    .per_day = choose (words->per_day, before ? before->per_day : 0),
    .per_month = choose (words->per_month, before ? before->per_month : 0),
    .per_award = choose (words->per_award, before ? before->per_award : 0),
    .per_hour = choose (words->per_hour, before ? before->per_hour : 0),
    .approve_above = choose (words->approve_above, before ? before->approve_above : 0),
    .notice_days = choose (words->notice_days, before ? before->notice_days : 0),
    .earned_by = words->earned_by ? words->earned_by : before ? before->earned_by : "",
    .roles = words->roles ? words->roles : before ? before->roles : "",
    .valid_from = first_day,
    .valid_to = words->to,
  };
}

GgovCtlStatus
ggov_ctl_points_rule (GgovCtl       *ctl,
                      GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rules = NULL;
  g_autoptr(GgovPointsRule) before = NULL;
  GgovPointsRuleRecord record;

  if (words->rule == NULL)
    return ggov_ctl_points_need (_("Say which: points rule --rule CODE --name WORDS --points N [--from "
                                   "DAY] …"));
  if (!ggov_ctl_points_check_day (words->from) || !ggov_ctl_points_check_day (words->to) ||
      !check_source (words->earned_by))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !(rules = list_versions (ctl)))
    return GGOV_CTL_REFUSED;

  before = find_newest (rules, words->rule);
  record = make_record (words, before ? ggov_points_rule_get_fields (before) : NULL,
                        words->from ? words->from : ctl->as_of);
  ggov_store_draft_points_rule_async (ctl->store, &record, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_points_rule_start (GgovCtl       *ctl,
                            GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (words->rule == NULL)
    return ggov_ctl_points_need (_("Say which: points rule-start --rule CODE."));
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_start_points_rule_async (ctl->store, words->rule, ctl->as_of, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_points_rule_discard (GgovCtl       *ctl,
                              GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (words->rule == NULL)
    return ggov_ctl_points_need (_("Say which: points rule-discard --rule CODE."));
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_discard_points_rule_async (ctl->store, words->rule, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_points_rule_end (GgovCtl       *ctl,
                          GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (words->rule == NULL)
    return ggov_ctl_points_need (_("Say which: points rule-end --rule CODE [--to DAY]."));
  if (!ggov_ctl_points_check_day (words->to))
    return GGOV_CTL_USAGE;
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_end_points_rule_async (ctl->store, words->rule, words->to ? words->to : ctl->as_of, NULL,
                                    ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

/* Versions and trials ---------------------------------------------------------------------------- */

static void
print_version (const GgovPointsRuleFields *fields)
{
  g_print ("%s\t%d\t%s\t%s\t%s\t%d\t%s\n", fields->code, (int) fields->version,
           fields->draft ? _("draft") : fields->valid_from, fields->valid_to, fields->label,
           (int) fields->points, fields->roles);
}

GgovCtlStatus
ggov_ctl_points_versions (GgovCtl       *ctl,
                          GgovCtlPoints *words)
{
  g_autoptr(GListModel) rules = NULL;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !(rules = list_versions (ctl)))
    return GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (rules);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rules, i);

      print_version (ggov_points_rule_get_fields (rule));
    }

  return GGOV_CTL_DONE;
}

static void
print_trial (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsTrial) row = g_list_model_get_item (rows, i);
      const GgovPointsTrialRecord *trial = ggov_points_trial_get_record (row);
      const gint64 stopped = trial->n_capped + trial->n_ended + trial->n_nothing;

      g_print ("%s\t%d\t%d\t%d\t%d\t%d\t%d\n", *trial->month ? trial->month : _("all"),
               (int) trial->n_events, (int) trial->n_paid, (int) trial->n_people, (int) trial->points,
               (int) stopped, (int) trial->points_now);
    }
}

GgovCtlStatus
ggov_ctl_points_try (GgovCtl       *ctl,
                     GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rules = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovPointsRule) rule = NULL;
  g_autoptr(GError) error = NULL;

  if (words->rule == NULL)
    return ggov_ctl_points_need (_("Say which: points try --rule CODE. Its draft is tried, if it has one."));
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !(rules = list_versions (ctl)))
    return GGOV_CTL_REFUSED;

  if (!(rule = find_newest (rules, words->rule)))
    {
      g_printerr (_("gridgovctl: There is no rule “%s”. See gridgovctl points versions.\n"), words->rule);
      return GGOV_CTL_REFUSED;
    }

  ggov_store_try_points_rule_async (ctl->store, ggov_points_rule_get_fields (rule)->id, ctl->as_of, NULL,
                                    ggov_ctl_keep, &result);
  rows = ggov_store_try_points_rule_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_trial (rows);

  return GGOV_CTL_DONE;
}
