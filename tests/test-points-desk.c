/* test-points-desk.c: the points desk: approvals, rules, counter, returns, settlement, honours, charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-person-chooser.h"
#include "ggov-points-honour.h"
#include "ggov-points-proposal.h"
#include "ggov-points-rule.h"
#include "ggov-reward.h"
#include "ggov-settlement.h"
#include "ggov-store-vouchers.h"
#include "points-desk.h"
#include "store-fixture.h"

#define NO_NUMBER "Type a whole number, 0 or more."

static void
assert_ledger (PointsDesk *fixture,
               const char *expected)
{
  g_autofree char *ledger = points_desk_dup_ledger (fixture);

  g_assert_cmpstr (ledger, ==, expected);
}

static void
choose (GtkWidget  *form,
        const char *title,
        guint       selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (form_window_find_row (form, title)), selected);
}

/* Approvals ---------------------------------------------------------------------------------------- */

/* Nominates Ren for HELP, the first of the rules. */
static void
nominate (PointsDesk *fixture)
{
  GtkWidget *form = points_desk_ask (fixture, "desk.nominate");

  form_window_refuse (form, "Choose who is nominated, and for what.");
  ggov_person_chooser_set_person (
    GGOV_PERSON_CHOOSER (points_desk_find (form, GGOV_TYPE_PERSON_CHOOSER)),
    fixture->office.people[REN], "任晓明", "");
  form_window_write (form, "Minutes, if it is paid by the hour", "long");
  form_window_refuse (form, NO_NUMBER);
  form_window_write (form, "Minutes, if it is paid by the hour", "");
  form_window_write (form, "Day", "2025-12-31");
  form_window_write (form, "Who proposes it", "Sun");
  form_window_refuse (form, "This activity's rule is not in force on that day.");
  form_window_write (form, "Day", POINTS_DESK_TODAY);
  form_window_write (form, "Who proposes it", " ");
  form_window_refuse (form, "Say who proposes it.");
  form_window_write (form, "Who proposes it", "Sun");
  form_window_accept (form);
}

static void
test_confirm (PointsDesk    *fixture,
              gconstpointer  data)
{
  GtkWidget *form;
  GListModel *rows;
  g_autoptr(GgovPointsProposal) row = NULL;

  points_desk_show (fixture, "approvals", 0);
  gtk_widget_activate_action (fixture->desk, "desk.confirm", NULL);
  points_desk_hear (fixture->desk, "Choose the awards first");
  nominate (fixture);
  rows = points_desk_show (fixture, "approvals", 1);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpint (ggov_points_proposal_get_record (row)->points, ==, 10);
  assert_ledger (fixture, "");

  points_desk_select (fixture, "approvals", 0);
  form = points_desk_ask (fixture, "desk.confirm");
  form_window_refuse (form, "Say who decides: the name is kept with the award.");
  form_window_write (form, "Who decides", "Li");
  form_window_accept (form);
  points_desk_show (fixture, "approvals", 0);
  assert_ledger (fixture, "+10");
}

static void
test_refuse (PointsDesk    *fixture,
             gconstpointer  data)
{
  GtkWidget *form;

  nominate (fixture);
  points_desk_show (fixture, "approvals", 1);
  points_desk_select (fixture, "approvals", 0);
  form = points_desk_ask (fixture, "desk.refuse");
  form_window_write (form, "Who decides", "Li");
  form_window_refuse (form, "Say why it is refused: whoever proposed it wants to know.");
  form_window_write (form, "Why", "Nobody was there");
  form_window_accept (form);
  points_desk_show (fixture, "approvals", 0);
  assert_ledger (fixture, "");

  /* Nothing in the office's records is paid for by its rules. */
  gtk_widget_activate_action (fixture->desk, "desk.search", NULL);
  points_desk_hear (fixture->desk, "There is nothing new");
}

/* Rules ---------------------------------------------------------------------------------------------- */

/* (transfer full): the newest version of a rule's code; the list is by code */
static GgovPointsRule *
get_rule (GListModel *rows,
          const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rows, i);

      if (g_str_equal (ggov_points_rule_get_fields (rule)->code, code))
        return g_steal_pointer (&rule);
    }

  g_assert_not_reached ();
}

static void
draft (PointsDesk *fixture)
{
  GtkWidget *form;

  gtk_widget_activate_action (fixture->desk, "desk.edit-rule", NULL);
  points_desk_hear (fixture->desk, "Choose a line of the list first.");
  points_desk_select (fixture, "rules", 0);
  form = points_desk_ask (fixture, "desk.edit-rule");
  form_window_write (form, "Points", "a few");
  form_window_refuse (form, NO_NUMBER);
  form_window_write (form, "Points", "0");
  form_window_refuse (form, "A rule gives a whole number of points, 1 or more.");
  form_window_write (form, "Points", "6");
  form_window_write (form, "Hundredths by role (building_leader=150)", "building_leader");
  form_window_refuse (form, "Write roles with hundredths: building_leader=150 for half as much again.");
  form_window_write (form, "Hundredths by role (building_leader=150)", "building_leader=150");
  form_window_write (form, "From", POINTS_DESK_TODAY);
  form_window_accept (form);
}

/* HELP of 10 points is 6 from today on; ten that Ren got were 6 by it, and 4 less. */
static void
test_rule (PointsDesk    *fixture,
           gconstpointer  data)
{
  GListModel *rows;
  GtkWidget *form;
  g_autoptr(GgovPointsRule) drafted = NULL, started = NULL;

  points_desk_help (fixture, REN);
  rows = points_desk_show (fixture, "rules", N_POINTS_RULES);
  draft (fixture);
  points_desk_show (fixture, "rules", N_POINTS_RULES + 1);
  drafted = get_rule (rows, "HELP");
  g_assert_true (ggov_points_rule_get_fields (drafted)->draft);

  points_desk_select (fixture, "rules", 0);
  form = points_desk_ask (fixture, "desk.try-rule");
  points_desk_hear (form, "In all: 1 events, 1 paid to 1 people, 6 points (paid in fact: 10); 0 not paid");
  gtk_window_destroy (GTK_WINDOW (form));

  points_desk_select (fixture, "rules", 0);
  gtk_widget_activate_action (fixture->desk, "desk.start-rule", NULL);
  points_desk_hear (fixture->desk, "The rule was put in force");
  do
    {
      g_clear_object (&started);
      g_main_context_iteration (NULL, TRUE);
      started = get_rule (rows, "HELP");
    }
  while (ggov_points_rule_get_fields (started)->draft);
  g_assert_cmpint (ggov_points_rule_get_fields (started)->points, ==, 6);

  points_desk_select (fixture, "rules", 0);
  gtk_widget_activate_action (fixture->desk, "desk.start-rule", NULL);
  points_desk_hear (fixture->desk, "There is no draft of this rule.");
  points_desk_select (fixture, "rules", 0);
  form = points_desk_ask (fixture, "desk.end-rule");
  form_window_write (form, "Last day", "soon");
  form_window_refuse (form, "Write the day as year-month-day, such as 2026-02-13.");
  form_window_write (form, "Last day", "2026-03-31");
  form_window_accept (form);
}

/* Counter ------------------------------------------------------------------------------------------- */

static char *
dup_code (PointsDesk *fixture,
          const char *number)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovVoucher) voucher = NULL;

  ggov_store_look_up_voucher_async (fixture->store, number, POINTS_DESK_TODAY, NULL, keep_result,
                                    &result);
  voucher = ggov_store_look_up_voucher_finish (fixture->store, wait_for (&result), NULL);
  g_assert_nonnull (voucher);

  return g_strdup (ggov_voucher_get_fields (voucher)->code);
}

/* Types a code, and Return. */
static void
scan (GtkWidget  *form,
      const char *text)
{
  GtkWidget *row = form_window_find_row (form, "Number or code of the voucher");

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

/* What is refused, and stays so however often the scanner says it. */
static void
assert_forged (GtkWidget  *form,
               const char *code)
{
  g_autofree char *forged = g_strdup (code);
  char *last = forged + strlen (forged) - 1;

  *last = *last == '0' ? '1' : '0';
  scan (form, forged);
  points_desk_hear (form, "This voucher is forged: its signature is wrong. Keep it, and tell the office.");
  scan (form, "GGV1:999999999:20260213-000001-1234:20260315:8:0123456789ABCDEF0123");
  points_desk_hear (form, "Another office issued this voucher. It is good only there.");
  scan (form, "GGV1:https");
  points_desk_hear (form, "This is not the code of a voucher. Scan it again, or type its number.");
  scan (form, "20260213-1");
  points_desk_hear (form, "There is no voucher of this number. Compare each digit.");
}

static void
test_counter (PointsDesk    *fixture,
              gconstpointer  data)
{
  g_autofree char *rice = NULL;
  g_autofree char *haircut = NULL;
  g_autofree char *code = NULL;
  GtkWidget *form;

  points_desk_help (fixture, REN);
  points_desk_help (fixture, REN);
  rice = points_desk_redeem (fixture, REN, RICE);
  haircut = points_desk_redeem (fixture, REN, HAIRCUT);
  code = dup_code (fixture, rice);

  form = points_desk_ask (fixture, "desk.counter");
  form_window_refuse (form, "Scan the code of the voucher, or type its number.");
  assert_forged (form, code);

  /* Once to look at it, once more to hand it in. */
  scan (form, code);
  points_desk_hear (form, "8 points, of 任晓明. Good. Press Return once more to hand it in.");
  scan (form, code);
  points_desk_hear (form, "Handed in. The next one, please.");
  scan (form, code);
  points_desk_hear (form, "It was handed in already.");
  scan (form, code);
  points_desk_hear (form, "already. This one may be a copy.");

  /* Another number in between is looked at first. */
  scan (form, haircut);
  points_desk_hear (form, "理发一次");
  scan (form, rice);
  points_desk_hear (form, "大米 5 千克");
  scan (form, haircut);
  points_desk_hear (form, "理发一次");
  scan (form, haircut);
  points_desk_hear (form, "Handed in. The next one, please.");
  gtk_window_destroy (GTK_WINDOW (form));
  assert_ledger (fixture, "-3 -8 +10 +10");
}

/* Rice of 8 points is paid back by half: 8 back, 4 paid again. */
static void
test_return (PointsDesk    *fixture,
             gconstpointer  data)
{
  g_autofree char *number = NULL;
  GtkWidget *form;

  points_desk_help (fixture, REN);
  number = points_desk_redeem (fixture, REN, RICE);
  form = points_desk_ask (fixture, "desk.return");
  form_window_write (form, "Number of the voucher", number);
  form_window_write (form, "Why", "Torn");
  form_window_refuse (form, "Nothing was handed out for this voucher yet. Reverse the redemption instead.");
  gtk_window_destroy (GTK_WINDOW (form));

  form = points_desk_ask (fixture, "desk.counter");
  scan (form, number);
  points_desk_hear (form, "Good. Press Return once more");
  scan (form, number);
  points_desk_hear (form, "Handed in. The next one, please.");
  gtk_window_destroy (GTK_WINDOW (form));

  form = points_desk_ask (fixture, "desk.return");
  form_window_write (form, "Number of the voucher", number);
  form_window_write (form, "Points (empty for all)", "half");
  form_window_write (form, "Why", "Torn");
  form_window_refuse (form, NO_NUMBER);
  form_window_write (form, "Points (empty for all)", "9");
  form_window_refuse (form, "Give back 1 point at the least, and no more than was paid.");
  form_window_write (form, "Points (empty for all)", "4");
  form_window_write (form, "Why", " ");
  form_window_refuse (form, "Say why it is taken back: the ledger keeps the reason.");
  form_window_write (form, "Why", "Torn");
  form_window_accept (form);
  points_desk_hear (fixture->desk, "The points were given back");
  assert_ledger (fixture, "-4 +8 -8r +10");
}

/* Settlement --------------------------------------------------------------------------------------- */

static void
test_settlement (PointsDesk    *fixture,
                 gconstpointer  data)
{
  g_autofree char *number = NULL;
  g_autoptr(GgovSettlement) sheet = NULL;
  GListModel *rows;
  GtkWidget *form;

  points_desk_help (fixture, REN);
  number = points_desk_redeem (fixture, REN, RICE);
  rows = points_desk_show (fixture, "settlements", 1);
  do
    {
      g_clear_object (&sheet);
      g_main_context_iteration (NULL, TRUE);
      sheet = g_list_model_get_item (rows, 0);
    }
  while (ggov_settlement_get_fields (sheet)->closing != 8);
  points_desk_select (fixture, "settlements", 0);
  form = points_desk_ask (fixture, "desk.sign");
  points_desk_hear (form, "2026-02: 0 + 8 − 0 = 8 points");
  points_desk_hear (form, "大米 5 千克: 1 for 8 points, 0 returned for 0");
  form_window_refuse (form, "A settlement is signed by both sides: say who for the venue, and who for "
                            "the office.");
  form_window_write (form, "Who signs for the venue", "Wang");
  form_window_write (form, "Who signs for the office", "Wang");
  form_window_refuse (form, "The same person cannot sign for both sides.");
  form_window_write (form, "Who signs for the office", "Li");
  form_window_accept (form);
  do
    {
      g_clear_object (&sheet);
      g_main_context_iteration (NULL, TRUE);
      sheet = g_list_model_get_item (rows, 0);
    }
  while (ggov_settlement_get_fields (sheet)->id == 0);
  g_assert_cmpstr (ggov_settlement_get_fields (sheet)->office_signer, ==, "Li");

  /* It is shown from now on, and there is nothing left to sign. */
  points_desk_select (fixture, "settlements", 0);
  form = points_desk_ask (fixture, "desk.sign");
  points_desk_hear (form, "= 8 points");
  g_assert_null (form_window_find_row (form, "Who signs for the venue"));
  gtk_window_destroy (GTK_WINDOW (form));

  /* The month before had nothing. */
  gtk_widget_activate_action (fixture->desk, "desk.month-before", NULL);
  points_desk_hear (fixture->desk, "2026-01");
  do
    {
      g_clear_object (&sheet);
      g_main_context_iteration (NULL, TRUE);
      sheet = g_list_model_get_item (rows, 0);
    }
  while (g_strcmp0 (ggov_settlement_get_fields (sheet)->month, "2026-01") != 0);
  g_assert_cmpint (ggov_settlement_get_fields (sheet)->closing, ==, 0);
}

/* A month that is settled with the venue takes nothing more in. */
static void
test_locked (PointsDesk    *fixture,
             gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *form;

  points_desk_help (fixture, REN);
  points_desk_show (fixture, "settlements", 1);
  points_desk_select (fixture, "settlements", 0);
  form = points_desk_ask (fixture, "desk.sign");
  form_window_write (form, "Who signs for the venue", "Wang");
  form_window_write (form, "Who signs for the office", "Li");
  form_window_accept (form);
  ggov_store_redeem_async (fixture->store, fixture->office.people[REN], fixture->office.rewards[RICE],
                           POINTS_TODAY, NULL, keep_result, &result);
  g_assert_null (ggov_store_redeem_finish (fixture->store, wait_for (&result), NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "This month is settled with the venue, and locked. Write it on a later day.");
  assert_ledger (fixture, "+10");
}

/* Rewards -------------------------------------------------------------------------------------------- */

/* (transfer full): a row of what is offered, once it has a price */
static GgovReward *
wait_for_reward (GListModel *rows,
                 guint       row,
                 int         points)
{
  GgovReward *reward = g_list_model_get_item (rows, row);

  while (ggov_reward_get_fields (reward)->points != points)
    {
      g_object_unref (reward);
      g_main_context_iteration (NULL, TRUE);
      reward = g_list_model_get_item (rows, row);
    }

  return reward;
}

static void
test_change_reward (PointsDesk    *fixture,
                    gconstpointer  data)
{
  GListModel *rows = points_desk_show (fixture, "rewards", N_POINTS_REWARDS);
  g_autoptr(GgovReward) rice = NULL;
  GtkWidget *form;

  /* The cheaper one is first. */
  points_desk_select (fixture, "rewards", 1);
  form = points_desk_ask (fixture, "desk.edit-reward");
  form_window_write (form, "How many are on the shelf", "-1");
  form_window_refuse (form, NO_NUMBER);
  form_window_write (form, "How many are on the shelf", "40");
  form_window_write (form, "Price in points", "0");
  form_window_refuse (form, "A reward costs a whole number of points, 1 or more.");
  form_window_write (form, "Price in points", "9");
  form_window_write (form, "Goods or service", "  ");
  form_window_refuse (form, "Say what is offered: goods or a service have a name.");
  form_window_write (form, "Goods or service", "理发一次");
  form_window_refuse (form, "This venue offers something of this name already. Change that, or choose "
                            "another name.");
  form_window_write (form, "Goods or service", "大米 5 千克");
  form_window_write (form, "So many for one person in a month (empty for any)", "2");
  form_window_write (form, "Offered until (empty for ever)", "spring");
  form_window_refuse (form, "Write the day as year-month-day, such as 2026-02-13.");
  form_window_write (form, "Offered until (empty for ever)", "2026-12-31");
  form_window_accept (form);
  rice = wait_for_reward (rows, 1, 9);
  g_assert_cmpint (ggov_reward_get_fields (rice)->stock, ==, 40);
  g_assert_cmpint (ggov_reward_get_fields (rice)->per_month, ==, 2);
  g_assert_cmpstr (ggov_reward_get_fields (rice)->valid_to, ==, "2026-12-31");
}

/* A venue that is new offers a service; withdrawn the day before, it is gone. */
static void
test_new_venue (PointsDesk    *fixture,
                gconstpointer  data)
{
  GListModel *rows = points_desk_show (fixture, "rewards", N_POINTS_REWARDS);
  g_autoptr(GgovReward) wash = NULL;
  GtkWidget *form = points_desk_ask (fixture, "desk.new-venue");

  form_window_refuse (form, "The organisation needs a name.");
  form_window_write (form, "Name of the venue", "慈善超市");
  form_window_refuse (form, "“慈善超市” (Points venue) is in the office already. Change that record instead of "
                            "adding another.");
  form_window_write (form, "Name of the venue", "汽修一条街");
  form_window_accept (form);

  form = points_desk_ask (fixture, "desk.new-reward");
  choose (form, "Venue", 1);
  form_window_write (form, "Goods or service", "洗车一次");
  form_window_refuse (form, "A reward costs a whole number of points, 1 or more.");
  form_window_write (form, "Price in points", "12");
  gtk_switch_set_active (GTK_SWITCH (points_desk_find (
    form_window_find_row (form, "A service: there is always more"), GTK_TYPE_SWITCH)), TRUE);
  g_assert_false (gtk_widget_get_visible (form_window_find_row (form, "How many are on the shelf")));
  form_window_accept (form);
  points_desk_show (fixture, "rewards", N_POINTS_REWARDS + 1);
  wash = wait_for_reward (rows, 2, 12);
  g_assert_cmpint (ggov_reward_get_fields (wash)->stock, ==, -1);
  g_assert_cmpstr (ggov_reward_get_fields (wash)->venue, ==, "汽修一条街");

  points_desk_select (fixture, "rewards", 2);
  form = points_desk_ask (fixture, "desk.withdraw-reward");
  form_window_write (form, "Last day", "never");
  form_window_refuse (form, "Write the day as year-month-day, such as 2026-02-13.");
  form_window_write (form, "Last day", "2026-02-12");
  form_window_accept (form);
  points_desk_show (fixture, "rewards", N_POINTS_REWARDS);

  /* The other venue with all it offers; what was said can be taken back. */
  points_desk_select (fixture, "rewards", 0);
  form = points_desk_ask (fixture, "desk.withdraw-reward");
  gtk_switch_set_active (GTK_SWITCH (points_desk_find (
    form_window_find_row (form, "All that this venue offers"), GTK_TYPE_SWITCH)), TRUE);
  form_window_write (form, "Last day", "2026-02-12");
  form_window_accept (form);
  points_desk_show (fixture, "rewards", 0);
  gtk_widget_activate_action (fixture->desk, "win.undo", NULL);
  points_desk_show (fixture, "rewards", N_POINTS_REWARDS);
}

/* What another desk writes reads the list again: the row that was chosen stays so. */
static void
test_chosen (PointsDesk    *fixture,
             gconstpointer  data)
{
  GListModel *rows = points_desk_show (fixture, "rewards", N_POINTS_REWARDS);
  const GgovRewardTerms terms = { 7, -1, -1 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovReward) rice = NULL;
  GtkWidget *form;

  points_desk_select (fixture, "rewards", 1);
  ggov_store_set_reward_terms_async (fixture->store, fixture->office.rewards[RICE], &terms, NULL,
                                     keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, NULL));
  do
    {
      g_clear_object (&rice);
      g_main_context_iteration (NULL, TRUE);
      rice = g_list_model_get_item (rows, 1);
    }
  while (ggov_reward_get_fields (rice)->stock != 7);

  form = points_desk_ask (fixture, "desk.edit-reward");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_window_find_row (form, "Goods or service"))),
                   ==, "大米 5 千克");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* Honours, expiry, charts ---------------------------------------------------------------------------- */

static void
test_honours (PointsDesk    *fixture,
              gconstpointer  data)
{
  GtkWidget *place;
  GListModel *rows;
  g_autoptr(GgovPointsHonour) first = NULL;

  points_desk_help (fixture, LV);
  points_desk_help (fixture, LV);
  points_desk_help (fixture, REN);
  rows = points_desk_show (fixture, "honours", 2);
  first = g_list_model_get_item (rows, 0);
  g_assert_cmpint (ggov_points_honour_get_record (first)->points, ==, 20);

  /* What hangs on a wall does not have names in full. */
  points_desk_hear (fixture->desk, "吕*国");

  place = points_desk_find (
    gtk_stack_get_child_by_name (GTK_STACK (points_desk_find (fixture->desk, GTK_TYPE_STACK)),
                                 "honours"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (place), "999");
  g_signal_emit_by_name (place, "activate");
  points_desk_show (fixture, "honours", 0);
  gtk_editable_set_text (GTK_EDITABLE (place), "150203005001001");
  g_signal_emit_by_name (place, "activate");
  points_desk_show (fixture, "honours", 2);
}

static void
test_expiry (PointsDesk    *fixture,
             gconstpointer  data)
{
  GtkWidget *form;

  points_desk_help (fixture, REN);
  form = points_desk_ask (fixture, "desk.expire");
  form_window_refuse (form, "Points never expire here. Say first for how long they are good.");
  gtk_window_destroy (GTK_WINDOW (form));

  form = points_desk_ask (fixture, "desk.set-terms");
  choose (form, "Points are good", 2);
  form_window_write (form, "Years after that of the award, or months", "0");
  form_window_refuse (form, "Type a whole number, 1 or more.");
  form_window_write (form, "Years after that of the award, or months", "1");
  form_window_write (form, "Days of notice before", "40");
  form_window_accept (form);
  points_desk_show (fixture, "expiring", 1);
  form = points_desk_ask (fixture, "desk.expire");
  form_window_accept (form);
  points_desk_hear (fixture->desk, "0 points of 0 people expired");
  assert_ledger (fixture, "+10");
}

static void
test_charts (PointsDesk    *fixture,
             gconstpointer  data)
{
  GtkStack *stack = GTK_STACK (points_desk_find (fixture->desk, GTK_TYPE_STACK));
  GtkWidget *since = points_desk_find (gtk_stack_get_child_by_name (stack, "charts"), GTK_TYPE_ENTRY);

  points_desk_help (fixture, REN);
  gtk_widget_activate_action (fixture->desk, "desk.show-view", "s", "charts");
  points_desk_hear (fixture->desk, "Outstanding: 10 points; about to expire: 0");
  points_desk_hear (fixture->desk, "leaders 0 were active before");
  gtk_editable_set_text (GTK_EDITABLE (since), "spring");
  g_signal_emit_by_name (since, "activate");
  points_desk_hear (fixture->desk, "Write the day as year-month-day, such as 2026-02-13.");
}

int
main (int   argc,
      char *argv[])
{
  /* Without isolated folders: the system's know what an icon is. Settings are kept in memory. */
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display, and no xvfb-run that would make one\n");
      return 0;
    }

#define ADD(path, func) \
  g_test_add ("/ui/points-desk/" path, PointsDesk, NULL, points_desk_set_up, func, points_desk_tear_down)
  ADD ("confirm", test_confirm);
  ADD ("refuse", test_refuse);
  ADD ("rule", test_rule);
  ADD ("counter", test_counter);
  ADD ("return", test_return);
  ADD ("settlement", test_settlement);
  ADD ("locked", test_locked);
  ADD ("change-reward", test_change_reward);
  ADD ("new-venue", test_new_venue);
  ADD ("chosen", test_chosen);
  ADD ("honours", test_honours);
  ADD ("expiry", test_expiry);
  ADD ("charts", test_charts);

  return g_test_run ();
}
