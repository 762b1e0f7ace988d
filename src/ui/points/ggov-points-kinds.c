/* ggov-points-kinds.c: what the lists of the points window show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ggov-local-time.h"
#include "ggov-mask.h"
#include "ggov-points-kinds.h"
#include "ggov-points-source.h"
#include "ggov-store-points-expiry.h"
#include "ggov-store-points-proposals.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-points-views.h"
#include "ggov-store-rewards.h"
#include "ggov-store-settlements.h"

/* Columns ---------------------------------------------------------------------------------------- */

#define TEXT(name, get, member) \
  static char * \
  name (gpointer context, \
        gpointer row) \
  { \
    return g_strdup (get (row)->member); \
  }

/* 0 is nothing where @always is FALSE. */
#define NUMBER(name, get, member, always) \
  static char * \
  name (gpointer context, \
        gpointer row) \
  { \
    const gint64 number = get (row)->member; \
    return number != 0 || (always) ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup (""); \
  }

#define ID(name, get, member) \
  static gint64 \
  name (gpointer row) \
  { \
    return get (row)->member; \
  }

ID (get_proposal, ggov_points_proposal_get_record, id)
ID (get_rule, ggov_points_rule_get_fields, id)
ID (get_reward, ggov_reward_get_fields, id)
ID (get_venue, ggov_settlement_get_fields, venue_id)
ID (get_person, ggov_points_honour_get_record, person_id)
TEXT (dup_done, ggov_points_proposal_get_record, day)
TEXT (dup_proposed_person, ggov_points_proposal_get_record, person)
TEXT (dup_proposed_for, ggov_points_proposal_get_record, activity)
NUMBER (dup_proposed_points, ggov_points_proposal_get_record, points, TRUE)
TEXT (dup_notice, ggov_points_proposal_get_record, notice_to)
TEXT (dup_proposed_by, ggov_points_proposal_get_record, proposed_by)
TEXT (dup_rule_code, ggov_points_rule_get_fields, code)
NUMBER (dup_version, ggov_points_rule_get_fields, version, TRUE)
TEXT (dup_rule, ggov_points_rule_get_fields, label)
NUMBER (dup_per_day, ggov_points_rule_get_fields, per_day, FALSE)
NUMBER (dup_per_month, ggov_points_rule_get_fields, per_month, FALSE)
NUMBER (dup_second, ggov_points_rule_get_fields, approve_above, FALSE)
TEXT (dup_reward_venue, ggov_reward_get_fields, venue)
TEXT (dup_reward, ggov_reward_get_fields, name)
NUMBER (dup_price, ggov_reward_get_fields, points, TRUE)
NUMBER (dup_reward_month, ggov_reward_get_fields, per_month, FALSE)
NUMBER (dup_voucher_days, ggov_reward_get_fields, voucher_days, FALSE)
TEXT (dup_offered, ggov_reward_get_fields, valid_to)
TEXT (dup_venue, ggov_settlement_get_fields, venue)
NUMBER (dup_opening, ggov_settlement_get_fields, opening, TRUE)
NUMBER (dup_redeemed, ggov_settlement_get_fields, redeemed, TRUE)
NUMBER (dup_returned, ggov_settlement_get_fields, returned, TRUE)
NUMBER (dup_closing, ggov_settlement_get_fields, closing, TRUE)
NUMBER (dup_place, ggov_points_honour_get_record, place, TRUE)
TEXT (dup_post, ggov_points_honour_get_record, role)
TEXT (dup_honour_grid, ggov_points_honour_get_record, grid)
NUMBER (dup_honour_points, ggov_points_honour_get_record, points, TRUE)
NUMBER (dup_times, ggov_points_honour_get_record, n_awards, TRUE)
TEXT (dup_most, ggov_points_honour_get_record, most)
TEXT (dup_last_day, ggov_points_expiring_get_record, last_day)
TEXT (dup_holder, ggov_points_expiring_get_record, person)
TEXT (dup_holder_grid, ggov_points_expiring_get_record, grid)
NUMBER (dup_expiring, ggov_points_expiring_get_record, points, TRUE)

/* What proves it, or what it was. */
static char *
dup_note (gpointer context,
          gpointer row)
{
  const GgovPointsProposalRecord *record = ggov_points_proposal_get_record (row);

  return g_strdup (*record->evidence ? record->evidence : record->note);
}

static char *
dup_state (gpointer context,
           gpointer row)
{
  const GgovPointsRuleFields *rule = ggov_points_rule_get_fields (row);

  if (rule->draft)
    return g_strdup_printf (_("Draft, from %s"), rule->valid_from);

  return *rule->valid_to ? g_strdup_printf ("%s – %s", rule->valid_from, rule->valid_to)
                         : g_strdup_printf (_("From %s"), rule->valid_from);
}

static char *
dup_points (gpointer context,
            gpointer row)
{
  const GgovPointsRuleFields *rule = ggov_points_rule_get_fields (row);

  return g_strdup_printf (rule->per_hour ? _("%d an hour") : "%d", (int) rule->points);
}

static char *
dup_earned_by (gpointer context,
               gpointer row)
{
  GgovPointsSource source = ggov_points_source_find (ggov_points_rule_get_fields (row)->earned_by);

  return g_strdup (source < GGOV_N_POINTS_SOURCES ? ggov_points_source_get_label (source) : "");
}

static char *
dup_stock (gpointer context,
           gpointer row)
{
  const gint64 stock = ggov_reward_get_fields (row)->stock;

  return stock < 0 ? g_strdup (_("Service")) : g_strdup_printf ("%" G_GINT64_FORMAT, stock);
}

static char *
dup_signed (gpointer context,
            gpointer row)
{
  const GgovSettlementFields *sheet = ggov_settlement_get_fields (row);

  return sheet->id ? g_strdup_printf ("%s / %s", sheet->venue_signer, sheet->office_signer)
                   : g_strdup (C_("settlement", "Open"));
}

static char *
dup_masked (gpointer context,
            gpointer row)
{
  return ggov_mask_name (ggov_points_honour_get_record (row)->person);
}

static const GgovTextColumn approval_columns[] = {
  { NC_("column", "Day"), dup_done, 105, FALSE },
  { NC_("column", "Name"), dup_proposed_person, 90, FALSE },
  { NC_("column", "For what"), dup_proposed_for, 190, FALSE },
  { NC_("column", "Points"), dup_proposed_points, 75, TRUE },
  { NC_("column", "Evidence or note"), dup_note, 0, FALSE },
  { NC_("column", "Notice until"), dup_notice, 110, FALSE },
  { NC_("column", "Proposed by"), dup_proposed_by, 110, FALSE },
};
static const GgovTextColumn rule_columns[] = {
  { NC_("column", "Rule"), dup_rule_code, 85, FALSE },
  { NC_("column", "Version"), dup_version, 70, TRUE },
  { NC_("column", "For what"), dup_rule, 0, FALSE },
  { NC_("column", "Points"), dup_points, 90, TRUE },
  { NC_("column", "A day"), dup_per_day, 75, TRUE },
  { NC_("column", "A month"), dup_per_month, 85, TRUE },
  { NC_("column", "Second person above"), dup_second, 150, TRUE },
  { NC_("column", "Proposed from"), dup_earned_by, 120, FALSE },
  { NC_("column", "In force"), dup_state, 150, FALSE },
};
static const GgovTextColumn reward_columns[] = {
  { NC_("column", "Venue"), dup_reward_venue, 200, FALSE },
  { NC_("column", "Goods or service"), dup_reward, 0, FALSE },
  { NC_("column", "Points"), dup_price, 75, TRUE },
  { NC_("column", "Stock"), dup_stock, 90, TRUE },
  { NC_("column", "A month for one"), dup_reward_month, 120, TRUE },
  { NC_("column", "Voucher good, days"), dup_voucher_days, 140, TRUE },
  { NC_("column", "Offered until"), dup_offered, 110, FALSE },
};
static const GgovTextColumn settlement_columns[] = {
  { NC_("column", "Venue"), dup_venue, 0, FALSE },
  { NC_("column", "Opening"), dup_opening, 100, TRUE },
  { NC_("column", "Redeemed in the month"), dup_redeemed, 185, TRUE },
  { NC_("column", "Returned in the month"), dup_returned, 185, TRUE },
  { NC_("column", "Closing"), dup_closing, 100, TRUE },
  { NC_("column", "Signed by"), dup_signed, 160, FALSE },
};
static const GgovTextColumn honour_columns[] = {
  { NC_("column", "Rank"), dup_place, 70, TRUE },
  { NC_("column", "Name"), dup_masked, 100, FALSE },
  { NC_("column", "Post"), dup_post, 140, FALSE },
  { NC_("column", "Grid"), dup_honour_grid, 190, FALSE },
  { NC_("column", "Points"), dup_honour_points, 80, TRUE },
  { NC_("column", "Times"), dup_times, 80, TRUE },
  { NC_("column", "Most of it for"), dup_most, 0, FALSE },
};
static const GgovTextColumn expiring_columns[] = {
  { NC_("column", "Last day"), dup_last_day, 120, FALSE },
  { NC_("column", "Name"), dup_holder, 120, FALSE },
  { NC_("column", "Grid"), dup_holder_grid, 0, FALSE },
  { NC_("column", "Points"), dup_expiring, 90, TRUE },
};

/* What each list is read by ----------------------------------------------------------------------- */

static void
list_approvals (GgovStore           *store,
                const char          *day,
                const char          *word,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  ggov_store_list_points_proposals_async (store, "proposed", NULL, callback, user_data);
}

static void
list_rules (GgovStore           *store,
            const char          *day,
            const char          *word,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  ggov_store_list_points_rule_versions_async (store, day, NULL, callback, user_data);
}

static void
list_rewards (GgovStore           *store,
              const char          *day,
              const char          *word,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  ggov_store_list_rewards_async (store, day, NULL, callback, user_data);
}

static void
list_settlements (GgovStore           *store,
                  const char          *day,
                  const char          *word,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  ggov_store_list_settlements_async (store, word, NULL, callback, user_data);
}

/* The last day of a month, or @day within it. */
static char *
dup_month_end (const char *first,
               const char *day)
{
  int number, year, month;

  if (!ggov_local_day_parse (first, &number, NULL))
    return g_strdup (day);

  ggov_local_day_to_date (number, &year, &month, NULL);
  number = ggov_local_day_from_date (year + month / 12, month % 12 + 1, 1) - 1;

  return strncmp (first, day, strlen ("2026-02")) == 0 ? g_strdup (day) : ggov_local_day_format (number);
}

static void
list_honours (GgovStore           *store,
              const char          *day,
              const char          *word,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_auto(GStrv) parts = g_strsplit (word, "/", 3);
  g_autofree char *first = g_strconcat (parts[0], "-01", NULL);
  g_autofree char *last = dup_month_end (first, day);
  const GgovPointsHonours honours = {
    .from = first,
    .to = last,
    .place = parts[1] && *parts[1] ? parts[1] : NULL,
    .role = parts[1] && parts[2] && *parts[2] ? parts[2] : NULL,
    .limit = 1000,
  };

  ggov_store_list_points_honours_async (store, &honours, NULL, callback, user_data);
}

static void
list_expiring (GgovStore           *store,
               const char          *day,
               const char          *word,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  ggov_store_list_points_expiring_async (store, day, NULL, callback, user_data);
}

#define COLUMNS(columns) columns, G_N_ELEMENTS (columns)

const GgovPointsListKind ggov_points_approvals = {
  N_("Awards to be confirmed"), COLUMNS (approval_columns),
  { "points_proposal", "points_rule", "person" }, get_proposal, list_approvals,
  ggov_store_list_points_proposals_finish, NULL, TRUE,
  N_("No award waits to be confirmed"),
  N_("Look for awards in what was attended, reported and visited, or nominate somebody."),
};
const GgovPointsListKind ggov_points_rules = {
  N_("Rules of points"), COLUMNS (rule_columns), { "points_rule", "points_rule_role" }, get_rule,
  list_rules, ggov_store_list_points_rule_versions_finish, "desk.edit-rule", FALSE,
  N_("There are no rules yet"), N_("Make the first: what points are given for, and how many."),
};
const GgovPointsListKind ggov_points_rewards = {
  N_("What venues offer"), COLUMNS (reward_columns), { "reward", "venue", "organisation" },
  get_reward, list_rewards, ggov_store_list_rewards_finish, "desk.edit-reward", FALSE,
  N_("No venue offers anything yet"), N_("Enter a venue, and then what it offers."),
};
const GgovPointsListKind ggov_points_settlements = {
  N_("Settlements"), COLUMNS (settlement_columns),
  { "settlement", "points_entry", "venue", "organisation" }, get_venue, list_settlements,
  ggov_store_list_settlements_finish, "desk.sign", FALSE,
  N_("No venue to settle with"), N_("Enter one among the venues."),
};
const GgovPointsListKind ggov_points_honours = {
  N_("Honour list"), COLUMNS (honour_columns), { "points_entry", "points_rule", "person", "post" },
  get_person, list_honours, ggov_store_list_points_honours_finish, NULL, FALSE,
  N_("Nobody was given points in this month"), N_("Look at another month, grid or role."),
};
const GgovPointsListKind ggov_points_expiring = {
  N_("Points about to expire"), COLUMNS (expiring_columns),
  { "points_entry", "points_expiry", "person" }, NULL, list_expiring,
  ggov_store_list_points_expiring_finish, NULL, FALSE,
  N_("No points are about to expire"), N_("How long points last is said in the terms."),
};
