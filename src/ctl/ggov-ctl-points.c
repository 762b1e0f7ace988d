/* ggov-ctl-points.c: gridgovctl points: the ledger, from awards to its check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-points.h"
#include "ggov-local-time.h"
#include "ggov-store-award.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-rewards.h"

static void
points_clear (GgovCtlPoints *words)
{
  char **const texts[] = {
    &words->who, &words->rule, &words->reward, &words->at, &words->source, &words->note,
    &words->reason, &words->kind, &words->grid, &words->text, &words->number,
    &words->month, &words->venue, &words->venue_signer, &words->office_signer, &words->name,
    &words->name_zh, &words->earned_by, &words->roles, &words->from, &words->to, &words->by,
    &words->evidence, &words->mode, &words->file,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCtlPoints, points_clear)

GgovCtlStatus
ggov_ctl_points_need (const char *sentence)
{
  g_printerr ("gridgovctl: %s\n", sentence);

  return GGOV_CTL_USAGE;
}

gboolean
ggov_ctl_points_read_time (GgovCtl             *ctl,
                           const GgovCtlPoints *words,
                           gint64              *time)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr(GError) error = NULL;
  int day = 0;

  if (words->at ? ggov_local_time_parse (words->at, time, &error)
                : ggov_local_day_parse (ctl->as_of, &day, &error))
    {
      if (words->at == NULL)
        *time = ggov_local_time_from_day (day, 0) + now -
                ggov_local_time_from_day (ggov_local_time_get_day (now), 0);
      return TRUE;
    }

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

gboolean
ggov_ctl_points_check_day (const char *day)
{
  g_autoptr(GError) error = NULL;
  int number;

  if (day == NULL || ggov_local_day_parse (day, &number, &error))
    return TRUE;

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

/* The rules of the day of the award, not of today. */
gint64
ggov_ctl_points_find_rule (GgovCtl    *ctl,
                           const char *code,
                           gint64      at)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (at));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rules = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_points_rules_async (ctl->store, day, NULL, ggov_ctl_keep, &result);
  rules = ggov_store_list_points_rules_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rules == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rules, i);

      if (g_str_equal (ggov_points_rule_get_fields (rule)->code, code))
        return ggov_points_rule_get_fields (rule)->id;
    }

  g_printerr (_("gridgovctl: No rule “%s” is in force on %s. See gridgovctl points rules.\n"), code,
              day);

  return 0;
}

gint64
ggov_ctl_points_find_reward (GgovCtl    *ctl,
                             const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rewards = NULL;
  g_autoptr(GError) error = NULL;
  gint64 found = 0;
  guint n = 0;

  ggov_store_list_rewards_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rewards = ggov_store_list_rewards_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rewards == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  for (guint i = 0; i < g_list_model_get_n_items (rewards); i++)
    {
      g_autoptr(GgovReward) reward = g_list_model_get_item (rewards, i);
      const GgovRewardFields *fields = ggov_reward_get_fields (reward);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, fields->id);

      if (!g_str_equal (number, text) && !g_str_equal (fields->name, text))
        continue;
      found = fields->id;
      n++;
    }

  if (n != 1)
    g_printerr (_("gridgovctl: Not exactly one reward on offer is called “%s”. Say its number: "
                  "gridgovctl points rewards.\n"), text);

  return n == 1 ? found : 0;
}

GgovCtlStatus
ggov_ctl_points_tell_transfer (GgovCtl    *ctl,
                               gint64      transfer_id,
                               const char *voucher)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, transfer_id);

  if (ctl->json && voucher)
    g_print ("{ \"transfer\" : %s, \"voucher\" : \"%s\" }\n", number, voucher);
  else if (ctl->json)
    g_print ("{ \"transfer\" : %s }\n", number);
  else if (voucher)
    g_print (_("Done: transfer %1$s, voucher %2$s\n"), number, voucher);
  else
    g_print (_("Done: transfer %s\n"), number);

  return GGOV_CTL_DONE;
}

/* Writing ---------------------------------------------------------------------------------------- */

static GgovCtlStatus
award (GgovCtl       *ctl,
       GgovCtlPoints *words)
{
  GgovAwardRecord record = {
    .source = words->source, .note = words->note, .minutes = words->minutes,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 transfer_id;

  if (words->who == NULL || words->rule == NULL)
    return ggov_ctl_points_need (_("Say to whom and for what: points award --person WHO --rule CODE."));
  if (!ggov_ctl_points_read_time (ctl, words, &record.at))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(record.person_id = ggov_ctl_find_person (ctl, words->who)) ||
      !(record.rule_id = ggov_ctl_points_find_rule (ctl, words->rule, record.at)))
    return GGOV_CTL_REFUSED;

  ggov_store_award_async (ctl->store, &record, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_award_finish (ctl->store, ggov_ctl_wait (&result), &transfer_id, &error))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_points_tell_transfer (ctl, transfer_id, NULL);
}

static GgovCtlStatus
redeem (GgovCtl       *ctl,
        GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *voucher = NULL;
  gint64 at, person_id, reward_id, transfer_id;

  if (words->who == NULL || words->reward == NULL)
    return ggov_ctl_points_need (_("Say whose points and for what: points redeem --person WHO "
                                   "--reward ID."));
  if (!ggov_ctl_points_read_time (ctl, words, &at))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(person_id = ggov_ctl_find_person (ctl, words->who)) ||
      !(reward_id = ggov_ctl_points_find_reward (ctl, words->reward)))
    return GGOV_CTL_REFUSED;

  ggov_store_redeem_async (ctl->store, person_id, reward_id, at, NULL, ggov_ctl_keep, &result);
  voucher = ggov_store_redeem_finish (ctl->store, ggov_ctl_wait (&result), &transfer_id, &error);
  if (voucher == NULL)
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_points_tell_transfer (ctl, transfer_id, voucher);
}

static GgovCtlStatus
reverse (GgovCtl       *ctl,
         GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 at, transfer_id;

  if (words->transfer_id == 0 || words->reason == NULL)
    return ggov_ctl_points_need (_("Say what and why: points reverse --transfer ID --reason WORDS."));
  if (!ggov_ctl_points_read_time (ctl, words, &at))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_reverse_transfer_async (ctl->store, words->transfer_id, at, words->reason, NULL,
                                     ggov_ctl_keep, &result);
  if (!ggov_store_reverse_transfer_finish (ctl->store, ggov_ctl_wait (&result), &transfer_id, &error))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_points_tell_transfer (ctl, transfer_id, NULL);
}

static const struct
{
  const char    *name;
  GgovCtlStatus (*func) (GgovCtl *ctl, GgovCtlPoints *words);
  gboolean       takes_file;
} actions[] = {
  { "accounts", ggov_ctl_points_accounts },
  { "balance", ggov_ctl_points_balance },
  { "book", ggov_ctl_points_book },
  { "rules", ggov_ctl_points_rules },
  { "rewards", ggov_ctl_points_rewards },
  { "award", award },
  { "redeem", redeem },
  { "reverse", reverse },
  { "voucher", ggov_ctl_points_voucher },
  { "use", ggov_ctl_points_use },
  { "offer", ggov_ctl_points_offer },
  { "settlement", ggov_ctl_points_settlement },
  { "settle", ggov_ctl_points_settle },
  { "rule", ggov_ctl_points_rule },
  { "rule-start", ggov_ctl_points_rule_start },
  { "rule-end", ggov_ctl_points_rule_end },
  { "rule-discard", ggov_ctl_points_rule_discard },
  { "versions", ggov_ctl_points_versions },
  { "try", ggov_ctl_points_try },
  { "propose", ggov_ctl_points_propose },
  { "proposals", ggov_ctl_points_proposals },
  { "confirm", ggov_ctl_points_confirm },
  { "refuse", ggov_ctl_points_refuse },
  { "terms", ggov_ctl_points_terms },
  { "expiring", ggov_ctl_points_expiring },
  { "expire", ggov_ctl_points_expire },
  { "return", ggov_ctl_points_return },
  { "open", ggov_ctl_points_open, TRUE },
  { "export", ggov_ctl_points_export, TRUE },
  { "journal", ggov_ctl_points_journal },
  { "check", ggov_ctl_points_check },
};

static char *
list_actions (void)
{
  GString *text = g_string_new (actions[0].name);

  for (guint i = 1; i < G_N_ELEMENTS (actions); i++)
    g_string_append_printf (text, "|%s", actions[i].name);

  return g_string_free (text, FALSE);
}

#define TEXT_OPTION(name, member, about, word) \
  { name, 0, 0, G_OPTION_ARG_STRING, &words.member, about, word }

GgovCtlStatus
ggov_ctl_points (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(GgovCtlPoints) words = {
    .stock = -1, .per_month = -1, .days = -1, .points = -1, .per_day = -1, .per_award = -1,
    .per_hour = -1, .approve_above = -1, .notice_days = -1, .span = -1,
  };
  g_autofree char *names = list_actions ();
  const GOptionEntry options[] = {
    TEXT_OPTION ("person", who, N_("Whose points"), N_("WHO")),
    { "account", 0, 0, G_OPTION_ARG_INT64, &words.account_id, N_("The account of this number"),
      N_("ID") },
    TEXT_OPTION ("rule", rule, N_("What was done: the code of a rule"), N_("CODE")),
    TEXT_OPTION ("reward", reward, N_("What is taken for points: its number or name"), N_("REWARD")),
    { "transfer", 0, 0, G_OPTION_ARG_INT64, &words.transfer_id, N_("The transfer of this number"),
      N_("ID") },
    TEXT_OPTION ("at", at, N_("When, if not now"), N_("TIME")),
    TEXT_OPTION ("source", source, N_("What it is earned by, such as issue/12: pays once for a rule"),
                 N_("WORDS")),
    TEXT_OPTION ("note", note, N_("What else to tell"), N_("WORDS")),
    TEXT_OPTION ("reason", reason, N_("Why it is taken back"), N_("WORDS")),
    TEXT_OPTION ("kind", kind, N_("Only accounts of a kind: person, venue or office"), N_("KIND")),
    TEXT_OPTION ("grid", grid, N_("Only accounts of the grid of this code"), N_("CODE")),
    TEXT_OPTION ("text", text, N_("Only where these words are found"), N_("WORDS")),
    TEXT_OPTION ("number", number, N_("The number of a voucher, or what its QR says"), N_("NUMBER")),
    { "stock", 0, 0, G_OPTION_ARG_INT, &words.stock, N_("How many are on the shelf"), N_("N") },
    { "per-month", 0, 0, G_OPTION_ARG_INT, &words.per_month,
      N_("So many, or so many points, for one person in a month; 0 for any number"), N_("N") },
    { "days", 0, 0, G_OPTION_ARG_INT, &words.days,
      N_("Vouchers are good for so many days; 0 for ever"), N_("DAYS") },
    TEXT_OPTION ("month", month, N_("The month of a settlement, such as 2026-01"), N_("MONTH")),
    TEXT_OPTION ("venue", venue, N_("The name of a venue"), N_("NAME")),
    TEXT_OPTION ("venue-signer", venue_signer, N_("Who signs for the venue"), N_("NAME")),
    TEXT_OPTION ("office-signer", office_signer, N_("Who signs for the office"), N_("NAME")),
    TEXT_OPTION ("name", name, N_("For what a rule gives points"), N_("WORDS")),
    TEXT_OPTION ("name-zh", name_zh, N_("The same in Chinese"), N_("WORDS")),
    TEXT_OPTION ("earned-by", earned_by,
                 N_("What awards are proposed from: training, report, closed, visit or deed"),
                 N_("KIND")),
    TEXT_OPTION ("roles", roles, N_("Hundredths by role: building_leader=150,unit_leader=120"),
                 N_("ROLES")),
    TEXT_OPTION ("from", from, N_("The first day"), N_("DAY")),
    TEXT_OPTION ("to", to, N_("The last day"), N_("DAY")),
    TEXT_OPTION ("by", by, N_("Who proposes or decides"), N_("NAME")),
    TEXT_OPTION ("evidence", evidence, N_("Who saw a good deed, what proves it"), N_("WORDS")),
    TEXT_OPTION ("mode", mode, N_("For how long points are good: never, yearly or rolling"), N_("MODE")),
    { "proposal", 0, 0, G_OPTION_ARG_INT64, &words.proposal_id, N_("The proposal of this number"),
      N_("ID") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &words.minutes, N_("How long it took"), N_("N") },
    { "points", 0, 0, G_OPTION_ARG_INT, &words.points, N_("How many points"), N_("N") },
    { "per-hour", 0, 0, G_OPTION_ARG_INT, &words.per_hour, N_("1 if the points are for an hour"),
      N_("0|1") },
    { "per-award", 0, 0, G_OPTION_ARG_INT, &words.per_award,
      N_("The most points for one activity; 0 for any number"), N_("N") },
    { "per-day", 0, 0, G_OPTION_ARG_INT, &words.per_day,
      N_("The most points for one person in a day; 0 for any number"), N_("N") },
    { "approve-above", 0, 0, G_OPTION_ARG_INT, &words.approve_above,
      N_("More points at once need a second person; 0 never do"), N_("N") },
    { "notice-days", 0, 0, G_OPTION_ARG_INT, &words.notice_days, N_("Days of public notice, or of notice "
      "before points expire"), N_("N") },
    { "span", 0, 0, G_OPTION_ARG_INT, &words.span, N_("Years or months for which points are good"),
      N_("N") },
    { "to-shelf", 0, 0, G_OPTION_ARG_NONE, &words.to_shelf, N_("The goods can be had again"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &words.dry_run, N_("Only try it: nothing is kept"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &words.limit, N_("No more lines than this"), N_("N") },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, names, 1, 2))
    return GGOV_CTL_USAGE;

  words.file = g_strdup (argc > 2 ? argv[2] : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, argv[1]) && (words.file == NULL || actions[i].takes_file))
      return actions[i].func (ctl, &words);

  g_printerr (_("gridgovctl: There is no “points %s”. There are: %s.\n"), argv[1], names);

  return GGOV_CTL_USAGE;
}
