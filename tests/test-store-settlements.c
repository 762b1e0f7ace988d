/* test-store-settlements.c: monthly sheets of venues that balance with the ledger, signed and locked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-store-award.h"
#include "ggov-store-settlements.h"
#include "points-office.h"
#include "store-fixture.h"

#define DAY 86400
/* 2026-02-13 less 43 days is the first of January, less 12 the first of February; and March begins
 * sixteen days after the 13th. */
#define JANUARY  (POINTS_TODAY - 43 * DAY)
#define FEBRUARY (POINTS_TODAY - 12 * DAY)
#define MARCH    (POINTS_TODAY + 16 * DAY)

typedef struct
{
  StoreFixture base;
  PointsOffice office;
  gint64       haircut; /* of January */
} Fixture;

static void
award (Fixture *fixture,
       gint64   at)
{
  const GgovAwardRecord record = {
    .person_id = fixture->office.people[REN],
    .rule_id = fixture->office.rules[HELP],
    .at = at,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_award_async (fixture->base.store, &record, NULL, keep_result, &result);
  ggov_store_award_finish (fixture->base.store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

static gint64
redeem (Fixture  *fixture,
        int       reward,
        gint64    at,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *voucher = NULL;
  gint64 id = 0;

  ggov_store_redeem_async (fixture->base.store, fixture->office.people[REN],
                           fixture->office.rewards[reward], at, NULL, keep_result, &result);
  voucher = ggov_store_redeem_finish (fixture->base.store, wait_for (&result), &id, error);

  return id;
}

static gboolean
reverse (Fixture  *fixture,
         gint64    transfer_id,
         gint64    at,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_reverse_transfer_async (fixture->base.store, transfer_id, at, "no barber", NULL,
                                     keep_result, &result);

  return ggov_store_reverse_transfer_finish (fixture->base.store, wait_for (&result), NULL, error);
}

/* January: rice at 8 and a haircut at 3 in its first and last second. February: two haircuts, and the one
 * of January taken back. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
  award (fixture, JANUARY);
  award (fixture, JANUARY);
  award (fixture, JANUARY);
  redeem (fixture, RICE, JANUARY, &error);
  fixture->haircut = redeem (fixture, HAIRCUT, FEBRUARY - 1, &error);
  redeem (fixture, HAIRCUT, FEBRUARY, &error);
  redeem (fixture, HAIRCUT, MARCH - 1, &error);
  reverse (fixture, fixture->haircut, FEBRUARY + DAY, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check_clean (fixture->base.store);
  store_fixture_tear_down (&fixture->base, data);
}

static GgovSettlement *
get_sheet (Fixture     *fixture,
           const char  *month,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) sheets = NULL;

  ggov_store_list_settlements_async (fixture->base.store, month, NULL, keep_result, &result);
  sheets = ggov_store_list_settlements_finish (fixture->base.store, wait_for (&result), error);
  if (sheets == NULL)
    return NULL;

  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, 1);

  return g_list_model_get_item (sheets, 0);
}

static void
assert_sheet (Fixture    *fixture,
              const char *month,
              gint64      opening,
              gint64      redeemed,
              gint64      returned,
              gint64      closing)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovSettlement) sheet = get_sheet (fixture, month, &error);
  const GgovSettlementFields *fields;

  g_assert_no_error (error);
  fields = ggov_settlement_get_fields (sheet);
  g_assert_cmpstr (fields->venue, ==, "慈善超市");
  g_assert_cmpint (fields->opening, ==, opening);
  g_assert_cmpint (fields->redeemed, ==, redeemed);
  g_assert_cmpint (fields->returned, ==, returned);
  g_assert_cmpint (fields->closing, ==, closing);
}

static gboolean
sign (Fixture     *fixture,
      const char  *month,
      const char  *venue_signer,
      const char  *office_signer,
      GError     **error)
{
  g_autoptr(GgovSettlement) sheet = get_sheet (fixture, "2026-01", NULL);
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_sign_settlement_async (fixture->base.store, ggov_settlement_get_fields (sheet)->venue_id,
                                    month, venue_signer, office_signer, NULL, keep_result, &result);

  return ggov_store_change_finish (fixture->base.store, wait_for (&result), NULL, error);
}

#define ASSERT_REFUSED(call)                                               \
  G_STMT_START {                                                           \
    g_autoptr(GError) refusal = NULL;                                      \
    g_assert_false ((call) != 0);                                          \
    g_assert_error (refusal, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);  \
  } G_STMT_END

static void
test_sheets (Fixture       *fixture,
             gconstpointer  data)
{
  assert_sheet (fixture, "2025-12", 0, 0, 0, 0);
  assert_sheet (fixture, "2026-01", 0, 11, 0, 11);
  assert_sheet (fixture, "2026-02", 11, 6, 3, 14);
  assert_sheet (fixture, "2026-03", 14, 0, 0, 14);
  ASSERT_REFUSED (get_sheet (fixture, "2026-13", &refusal) != NULL);
  ASSERT_REFUSED (get_sheet (fixture, "January", &refusal) != NULL);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  static const GgovSettlementLineFields expected[] = {
    { .reward = "理发一次", .count = 2, .redeemed = 6, .n_returned = 1, .returned = 3 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovSettlement) sheet = get_sheet (fixture, "2026-02", &error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;

  ggov_store_list_settlement_lines_async (fixture->base.store,
                                          ggov_settlement_get_fields (sheet)->venue_id, "2026-02", NULL,
                                          keep_result, &result);
  lines = ggov_store_list_settlement_lines_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(GgovSettlementLine) row = g_list_model_get_item (lines, i);
      const GgovSettlementLineFields *line = ggov_settlement_line_get_fields (row);

      g_assert_cmpstr (line->reward, ==, expected[i].reward);
      g_assert_cmpint (line->count, ==, expected[i].count);
      g_assert_cmpint (line->redeemed, ==, expected[i].redeemed);
      g_assert_cmpint (line->n_returned, ==, expected[i].n_returned);
      g_assert_cmpint (line->returned, ==, expected[i].returned);
    }
}

static void
test_signed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovSettlement) sheet = NULL;

  /* One after the other, by two people, once, and not before it is over. */
  ASSERT_REFUSED (sign (fixture, "2026-02", "王店长", "李主任", &refusal));
  ASSERT_REFUSED (sign (fixture, "2026-01", "王店长", "王店长", &refusal));
  ASSERT_REFUSED (sign (fixture, "2026-01", "王店长", "", &refusal));
  ASSERT_REFUSED (sign (fixture, "9998-12", "王店长", "李主任", &refusal));
  g_assert_true (sign (fixture, "2026-01", "王店长", "李主任", &error));
  ASSERT_REFUSED (sign (fixture, "2026-01", "王店长", "李主任", &refusal));
  sheet = get_sheet (fixture, "2026-01", &error);
  g_assert_cmpint (ggov_settlement_get_fields (sheet)->id, >, 0);
  g_assert_cmpstr (ggov_settlement_get_fields (sheet)->venue_signer, ==, "王店长");

  /* January is closed for the venue, also to what is taken back; February is not. */
  ASSERT_REFUSED (redeem (fixture, HAIRCUT, FEBRUARY - 60, &refusal));
  redeem (fixture, HAIRCUT, FEBRUARY + 2 * DAY, &error);
  g_assert_no_error (error);
  assert_sheet (fixture, "2026-01", 0, 11, 0, 11);
  assert_sheet (fixture, "2026-02", 11, 9, 3, 17);
  g_assert_true (sign (fixture, "2026-02", "王店长", "李主任", &error));
  g_assert_no_error (error);
}

static void
test_no_undo (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GgovSettlement) sheet = get_sheet (fixture, "2026-01", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change = 0;

  ggov_store_sign_settlement_async (fixture->base.store, ggov_settlement_get_fields (sheet)->venue_id,
                                    "2026-01", "王店长", "李主任", NULL, keep_result, &result);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&result), &change, &error));
  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &undone);
  g_assert_false (ggov_store_change_finish (fixture->base.store, wait_for (&undone), NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

#define ADD(path, test) g_test_add ((path), Fixture, NULL, set_up, (test), tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/settlements/sheets", test_sheets);
  ADD ("/store/settlements/lines", test_lines);
  ADD ("/store/settlements/signed", test_signed);
  ADD ("/store/settlements/no-undo", test_no_undo);

  return g_test_run ();
}
