/* test-store-vouchers.c: vouchers that are signed, looked up and handed in once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-store-award.h"
#include "ggov-store-offers.h"
#include "ggov-store-vouchers.h"
#include "points-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define NOON (POINTS_TODAY + 12 * 3600)

typedef struct
{
  StoreFixture  base;
  PointsOffice  office;
  char         *number; /* of a haircut that Ren took */
  gint64        transfer_id;
} Fixture;

static char *
redeem (Fixture  *fixture,
        gint64    at,
        gint64   *transfer_id,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_redeem_async (fixture->base.store, fixture->office.people[REN],
                           fixture->office.rewards[HAIRCUT], at, NULL, keep_result, &result);

  return ggov_store_redeem_finish (fixture->base.store, wait_for (&result), transfer_id, error);
}

static gboolean
set_terms (Fixture                *fixture,
           const GgovRewardTerms  *terms,
           GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_set_reward_terms_async (fixture->base.store, fixture->office.rewards[HAIRCUT], terms, NULL,
                                     keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const GgovRewardTerms terms = { -1, 3, 10 };
  GgovAwardRecord record = { .at = NOON };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
  record.person_id = fixture->office.people[REN];
  record.rule_id = fixture->office.rules[HELP];
  for (guint i = 0; i < 3; i++)
    {
      g_clear_object (&result);
      ggov_store_award_async (fixture->base.store, &record, NULL, keep_result, &result);
      ggov_store_award_finish (fixture->base.store, wait_for (&result), NULL, &error);
      g_assert_no_error (error);
    }
  set_terms (fixture, &terms, &error);
  fixture->number = redeem (fixture, NOON, &fixture->transfer_id, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check_clean (fixture->base.store);
  g_free (fixture->number);
  store_fixture_tear_down (&fixture->base, data);
}

static GgovVoucher *
look_up (Fixture     *fixture,
         const char  *text,
         const char  *as_of,
         GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_look_up_voucher_async (fixture->base.store, text, as_of, NULL, keep_result, &result);

  return ggov_store_look_up_voucher_finish (fixture->base.store, wait_for (&result), error);
}

static gboolean
use (Fixture     *fixture,
     const char  *text,
     gint64       at,
     GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_use_voucher_async (fixture->base.store, text, at, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

static void
assert_refused (Fixture    *fixture,
                const char *text,
                gint64      at,
                const char *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (use (fixture, text, at, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, word));
}

/* Ten days after the 13th is the 23rd. */
static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovVoucher) open = look_up (fixture, fixture->number, "2026-02-23", &error);
  g_autoptr(GgovVoucher) late = look_up (fixture, fixture->number, "2026-02-24", &error);
  g_autoptr(GgovVoucher) used = NULL;
  const GgovVoucherFields *fields = ggov_voucher_get_fields (open);

  g_assert_no_error (error);
  g_assert_cmpstr (fields->state, ==, "open");
  g_assert_cmpstr (fields->valid_to, ==, "2026-02-23");
  g_assert_cmpstr (fields->person, ==, "任晓明");
  g_assert_cmpstr (fields->reward, ==, "理发一次");
  g_assert_cmpstr (fields->venue, ==, "慈善超市");
  g_assert_cmpint (fields->points, ==, 3);
  g_assert_cmpint (fields->transfer_id, ==, fixture->transfer_id);
  g_assert_cmpstr (ggov_voucher_get_fields (late)->state, ==, "expired");
  assert_refused (fixture, fields->code, NOON + 11 * 86400, "2026-02-23");

  /* What was scanned is what was typed: once in all. Its last minute is on the 23rd. */
  g_assert_true (use (fixture, fields->code, POINTS_TODAY + 11 * 86400 - 60, &error));
  g_assert_no_error (error);
  assert_refused (fixture, fields->code, NOON, "2026-02-23T23:59");
  assert_refused (fixture, fixture->number, NOON, "copy");
  used = look_up (fixture, fixture->number, TODAY, &error);
  g_assert_cmpstr (ggov_voucher_get_fields (used)->state, ==, "used");
}

/* Each character of a code that is another one makes it another code: none of them is good. */
static void
test_forged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovVoucher) voucher = look_up (fixture, fixture->number, TODAY, &error);
  const char *code = ggov_voucher_get_fields (voucher)->code;
  g_autofree char *padded = g_strdup_printf ("  %s\n", code);

  g_assert_true (g_str_has_prefix (code, "GGV1:150203005:20260213-000001-"));
  for (guint i = 0; code[i] != '\0'; i++)
    {
      g_autofree char *forged = g_strdup (code);
      g_autoptr(GError) refusal = NULL;

      forged[i] = code[i] == '7' ? '8' : '7';
      g_assert_null (look_up (fixture, forged, TODAY, &refusal));
      g_assert_error (refusal, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
    }
  g_assert_true (use (fixture, padded, NOON, &error));
  g_assert_no_error (error);
}

/* An office of the same code has another key. */
static void
test_other_office (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovVoucher) voucher = NULL;
  Fixture other;

  set_up (&other, data);
  voucher = look_up (&other, other.number, TODAY, &error);
  g_assert_no_error (error);
  assert_refused (fixture, ggov_voucher_get_fields (voucher)->code, NOON, "forged");
  tear_down (&other, data);
}

static void
test_void (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_reverse_transfer_async (fixture->base.store, fixture->transfer_id, NOON, "no barber", NULL,
                                     keep_result, &result);
  g_assert_true (ggov_store_reverse_transfer_finish (fixture->base.store, wait_for (&result), NULL,
                                                     &error));
  assert_refused (fixture, fixture->number, NOON, "taken back");
}

/* Three in a month: the first is the fixture's; what was given back does not count, another month does
 * not either. */
static void
test_month (Fixture       *fixture,
            gconstpointer  data)
{
  const GgovRewardTerms wrong = { -2, -1, -1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) below = NULL;
  g_autofree G_GNUC_UNUSED char *second = redeem (fixture, NOON, NULL, &error);
  g_autofree G_GNUC_UNUSED char *third = redeem (fixture, NOON + 15 * 86400, NULL, &error);
  g_autofree char *fourth = NULL;
  g_autofree char *next = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_null ((fourth = redeem (fixture, NOON + 15 * 86400, NULL, &error)));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_nonnull ((next = redeem (fixture, NOON + 16 * 86400, NULL, &error)));
  test_void (fixture, data);
  g_assert_nonnull ((again = redeem (fixture, NOON + 15 * 86400, NULL, &error)));
  g_assert_no_error (error);

  g_assert_false (set_terms (fixture, &wrong, &below));
  g_assert_error (below, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

#define ADD(path, test) g_test_add ((path), Fixture, NULL, set_up, (test), tear_down)

/* What is offered ----------------------------------------------------------------------------------- */

/* Offers something at the office's one venue. NULL, or what it was refused with. */
static GError *
offer (Fixture               *fixture,
       const GgovRewardOffer *wish)
{
  g_autoptr(GAsyncResult) listed = NULL, result = NULL;
  g_autoptr(GListModel) venues = NULL;
  g_autoptr(GgovChoice) venue = NULL;
  GError *error = NULL;

  ggov_store_list_venues_async (fixture->base.store, TODAY, NULL, keep_result, &listed);
  venues = ggov_store_list_venues_finish (fixture->base.store, wait_for (&listed), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (venues), ==, 1);
  venue = g_list_model_get_item (venues, 0);
  ggov_store_add_reward_async (fixture->base.store, ggov_choice_get_fields (venue)->id, wish, NULL,
                               keep_result, &result);
  ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, &error);

  return error;
}

static void
test_offers (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { GgovRewardOffer offer; const char *words; } wrong[] = {
    { { "  ", 5, 1 }, "have a name" },
    { { "Soap", 0, 1 }, "1 or more" },
    { { "Soap", -5, 1 }, "1 or more" },
    { { "Soap", 5, -2 }, "less than none" },
    { { "Soap", 5, 1, -1 }, "less than none" },
    { { "Soap", 5, 1, 0, -1 }, "less than none" },
    { { " 理发一次 ", 5, 1 }, "of this name already" },
  };
  g_autoptr(GError) fine = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = offer (fixture, &wrong[i].offer);

      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, wrong[i].words));
    }

  /* Nothing is on the shelf, which is less than none in no way. */
  fine = offer (fixture, &(GgovRewardOffer) { "Soap", 5, 0, 1, 30, "2026-12-31" });
  g_assert_no_error (fine);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/vouchers/once", test_once);
  ADD ("/store/vouchers/forged", test_forged);
  ADD ("/store/vouchers/other-office", test_other_office);
  ADD ("/store/vouchers/void", test_void);
  ADD ("/store/vouchers/month", test_month);
  ADD ("/store/vouchers/offers", test_offers);

  return g_test_run ();
}
