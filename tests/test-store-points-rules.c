/* test-store-points-rules.c: rules of points as data, tried, and awards that are proposed by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-db.h"
#include "ggov-local-time.h"
#include "ggov-store-award.h"
#include "ggov-store-person-points.h"
#include "ggov-store-points-proposals.h"
#include "ggov-store-points-rules.h"
#include "ggov-write-training.h"
#include "points-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"
#define DAY   86400
#define NOON (POINTS_TODAY + 12 * 3600)

typedef struct
{
  StoreFixture base;
  PointsOffice office;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, points_office_write, &fixture->office);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check_clean (fixture->base.store);
  store_fixture_tear_down (&fixture->base, data);
}

/* Rules --------------------------------------------------------------------------------------------- */

/* NULL, or what it was refused with. */
static GError *
finish (Fixture       *fixture,
        GAsyncResult **result)
{
  GError *error = NULL;

  ggov_store_change_finish (fixture->base.store, wait_for (result), NULL, &error);

  return error;
}

static GError *
draft (Fixture                    *fixture,
       const GgovPointsRuleRecord *record)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_draft_points_rule_async (fixture->base.store, record, NULL, keep_result, &result);

  return finish (fixture, &result);
}

static GError *
start (Fixture    *fixture,
       const char *code)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_start_points_rule_async (fixture->base.store, code, TODAY, NULL, keep_result, &result);

  return finish (fixture, &result);
}

/* (transfer full): the newest version of a code */
static GgovPointsRule *
get_newest (Fixture    *fixture,
            const char *code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rules = NULL;

  ggov_store_list_points_rule_versions_async (fixture->base.store, TODAY, NULL, keep_result, &result);
  rules = ggov_store_list_points_rule_versions_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr(GgovPointsRule) rule = g_list_model_get_item (rules, i);

      if (g_str_equal (ggov_points_rule_get_fields (rule)->code, code))
        return g_steal_pointer (&rule);
    }

  return NULL;
}

/* Writes a rule and puts it in force. Returns its number. */
static gint64
begin_rule (Fixture                    *fixture,
            const GgovPointsRuleRecord *record)
{
  g_autoptr(GError) drafted = draft (fixture, record);
  g_autoptr(GError) started = start (fixture, record->code);
  g_autoptr(GgovPointsRule) rule = get_newest (fixture, record->code);

  g_assert_no_error (drafted);
  g_assert_no_error (started);
  g_assert_nonnull (rule);

  return ggov_points_rule_get_fields (rule)->id;
}

/* Awards --------------------------------------------------------------------------------------------- */

typedef struct
{
  Fixture         *fixture;
  GgovAwardRecord  record;
} Award;

static gboolean
write_award (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Award *award = data;

  return ggov_change_award (change, &award->record, error) != 0;
}

static void
give (Fixture *fixture,
      int      person,
      gint64   rule_id,
      gint64   at,
      gint64   minutes)
{
  Award award = { fixture, { .person_id = fixture->office.people[person], .rule_id = rule_id, .at = at,
                             .minutes = minutes } };

  write_change (fixture->base.store, write_award, &award);
}

static void
assert_refused (Fixture    *fixture,
                int         person,
                gint64      rule_id,
                gint64      at,
                gint64      minutes,
                const char *words)
{
  Award award = { fixture, { .person_id = fixture->office.people[person], .rule_id = rule_id, .at = at,
                             .minutes = minutes } };
  g_autoptr(GError) error = fail_change (fixture->base.store, write_award, &award);

  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
}

static gint64
get_balance (Fixture *fixture,
             int      person)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPersonPoints points;

  ggov_store_get_person_points_async (fixture->base.store, fixture->office.people[person], "2026-12-31",
                                      NULL, keep_result, &result);
  ggov_store_get_person_points_finish (fixture->base.store, wait_for (&result), &points, &error);
  g_assert_no_error (error);

  return points.balance;
}

/* 3 an hour, half as much again for a building leader, nothing for the full-time member: 90 minutes are
 * 4.5 → 5 points for Shan, 6.75 → 7 for Lv. At most 12 for one activity and 20 in a month. */
static void
test_terms (Fixture       *fixture,
            gconstpointer  data)
{
  const gint64 rule = begin_rule (fixture, &(GgovPointsRuleRecord) {
    .code = "LEARN", .activity = "Training", .points = 3, .per_hour = TRUE, .per_award = 12,
    .per_month = 20, .roles = "building_leader=150, full_time_member=0", .valid_from = TODAY });

  give (fixture, SHAN, rule, NOON, 90);
  g_assert_cmpint (get_balance (fixture, SHAN), ==, 5);
  give (fixture, LV, rule, NOON, 90);
  g_assert_cmpint (get_balance (fixture, LV), ==, 7);
  assert_refused (fixture, REN, rule, NOON, 90, "comes to no point");
  assert_refused (fixture, SHAN, rule, NOON, 0, "by the hour");

  /* 36 points of eight hours are 12; 7 + 12 is 19 of 20, and 2 more are too many. */
  give (fixture, LV, rule, NOON + DAY, 480);
  g_assert_cmpint (get_balance (fixture, LV), ==, 19);
  assert_refused (fixture, LV, rule, NOON + 2 * DAY, 20, "gives in a month");
  give (fixture, LV, rule, NOON + 16 * DAY, 20);
  g_assert_cmpint (get_balance (fixture, LV), ==, 21);
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  const gint64 old = fixture->office.rules[MEETING];
  GgovPointsRuleRecord record = { .code = "MEETING", .activity = "Attend a meeting", .points = 7,
                                  .per_day = 7, .valid_from = "2026-02-12" };
  g_autoptr(GError) none = start (fixture, "MEETING");
  g_autoptr(GError) early = NULL, again = NULL, started = NULL, late = NULL;
  g_autoptr(GgovPointsRule) rule = NULL;
  const GgovPointsRuleFields *fields;

  g_assert_error (none, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_no_error (draft (fixture, &record));
  early = start (fixture, "MEETING");
  g_assert_error (early, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (early->message, "today or later"));

  /* Another draft takes its place. */
  record.valid_from = "2026-02-15";
  again = draft (fixture, &record);
  g_assert_no_error (again);
  rule = get_newest (fixture, "MEETING");
  fields = ggov_points_rule_get_fields (rule);
  g_assert_cmpint (fields->version, ==, 2);
  assert_refused (fixture, SHAN, fields->id, NOON + 3 * DAY, 0, "is a draft");

  started = start (fixture, "MEETING");
  g_assert_no_error (started);
  give (fixture, SHAN, old, NOON + DAY, 0);
  assert_refused (fixture, SHAN, old, NOON + 2 * DAY, 0, "not in force");
  give (fixture, SHAN, fields->id, NOON + 2 * DAY, 0);
  g_assert_cmpint (get_balance (fixture, SHAN), ==, 12);

  /* A version does not begin before the last one did. */
  record.valid_from = "2026-02-14";
  g_assert_no_error (draft (fixture, &record));
  late = start (fixture, "MEETING");
  g_assert_error (late, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
}

static void
test_wrong_rules (Fixture       *fixture,
                  gconstpointer  data)
{
  const struct { GgovPointsRuleRecord record; const char *words; } cases[] = {
    { { .code = "X", .activity = "X", .points = 0, .valid_from = TODAY }, "1 or more" },
    { { .code = "X", .activity = "X", .points = -5, .valid_from = TODAY }, "1 or more" },
    { { .code = "X", .activity = "X", .points = 1, .per_day = -1, .valid_from = TODAY }, "less than none" },
    { { .code = " ", .activity = "X", .points = 1, .valid_from = TODAY }, "has a code" },
    { { .code = "X", .activity = "X", .points = 1, .valid_from = TODAY, .valid_to = "2026-02-12" },
      "not before its first" },
    { { .code = "X", .activity = "X", .points = 1, .valid_from = TODAY, .roles = "building_leader" },
      "with hundredths" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = draft (fixture, &cases[i].record);
      g_autoptr(GgovPointsRule) rule = get_newest (fixture, "X");

      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_null (rule);
    }
}

/* Trials --------------------------------------------------------------------------------------------- */

static void
assert_trial (Fixture                     *fixture,
              const char                  *code,
              const GgovPointsTrialRecord *expected)
{
  g_autoptr(GgovPointsRule) rule = get_newest (fixture, code);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovPointsTrial) all = NULL;
  const GgovPointsTrialRecord *record;

  ggov_store_try_points_rule_async (fixture->base.store, ggov_points_rule_get_fields (rule)->id, TODAY,
                                    NULL, keep_result, &result);
  rows = ggov_store_try_points_rule_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  /* From 2025-02-14 to 2026-02-13: parts of thirteen months, and all. */
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 14);
  all = g_list_model_get_item (rows, 13);
  record = ggov_points_trial_get_record (all);
  g_assert_cmpstr (record->month, ==, "");
  g_assert_cmpint (record->n_events, ==, expected->n_events);
  g_assert_cmpint (record->n_paid, ==, expected->n_paid);
  g_assert_cmpint (record->n_people, ==, expected->n_people);
  g_assert_cmpint (record->points, ==, expected->points);
  g_assert_cmpint (record->n_capped, ==, expected->n_capped);
  g_assert_cmpint (record->n_second, ==, expected->n_second);
  g_assert_cmpint (record->points_now, ==, expected->points_now);
}

/* Shan helped twice in January and once in February, Lv once: 4 awards of 10. At 12 points and at most
 * 20 in a month one of Shan's would not have been paid. More than 11 need a second person: all do. */
static void
test_trial (Fixture       *fixture,
            gconstpointer  data)
{
  const gint64 help = fixture->office.rules[HELP];
  const GgovPointsRuleRecord record = { .code = "HELP", .activity = "Help", .points = 12, .per_month = 20,
                                        .approve_above = 11, .valid_from = "2026-03-01" };
  g_autoptr(GError) drafted = NULL;

  give (fixture, SHAN, help, NOON - 30 * DAY, 0);
  give (fixture, SHAN, help, NOON - 29 * DAY, 0);
  give (fixture, SHAN, help, NOON, 0);
  give (fixture, LV, help, NOON, 0);
  drafted = draft (fixture, &record);
  g_assert_no_error (drafted);
  assert_trial (fixture, "HELP", &(GgovPointsTrialRecord) {
    .n_events = 4, .n_paid = 3, .n_people = 2, .points = 36, .n_capped = 1, .n_second = 3,
    .points_now = 40 });
  g_assert_cmpint (get_balance (fixture, SHAN), ==, 30);
}

/* Proposals -------------------------------------------------------------------------------------------- */

static GListModel *
list_proposals (Fixture    *fixture,
                const char *state)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_points_proposals_async (fixture->base.store, state, NULL, keep_result, &result);
  rows = ggov_store_list_points_proposals_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

static GError *
propose (Fixture              *fixture,
         const GgovPointsWish *wish)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_propose_award_async (fixture->base.store, wish, NULL, keep_result, &result);

  return finish (fixture, &result);
}

/* All that wait. Returns how many were decided; @problem: NULL if no other */
static guint
decide (Fixture     *fixture,
        const char  *by,
        const char  *refusal,
        const char  *today,
        char       **problem)
{
  g_autoptr(GListModel) rows = list_proposals (fixture, "proposed");
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsProposal) row = g_list_model_get_item (rows, i);

      g_array_append_val (ids, ggov_points_proposal_get_record (row)->id);
    }
  ggov_store_decide_points_proposals_async (fixture->base.store, (const gint64 *) (gpointer) ids->data,
                                            ids->len, by, refusal, today, NULL, keep_result, &result);
  if (!ggov_store_decide_points_proposals_finish (fixture->base.store, wait_for (&result), &n, problem,
                                                  &error))
    *problem = g_strdup (error->message);

  return n;
}

/* A good deed: proved, shown for a week, confirmed by somebody else. */
static void
test_deed (Fixture       *fixture,
           gconstpointer  data)
{
  GgovPointsWish wish = { .person_id = fixture->office.people[SHAN], .at = NOON - DAY,
                          .source = "deed/1", .proposed_by = "王主任", .today = TODAY };
  g_autoptr(GError) bare = NULL, proposed = NULL, again = NULL;
  g_autofree char *soon = NULL, *alone = NULL, *nobody = NULL, *done = NULL;

  wish.rule_id = begin_rule (fixture, &(GgovPointsRuleRecord) {
    .code = "DEED", .activity = "Good deed", .points = 30, .approve_above = 20, .notice_days = 7,
    .earned_by = "deed", .valid_from = TODAY });
  wish.at = NOON;
  bare = propose (fixture, &wish);
  g_assert_error (bare, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (bare->message, "what proves it"));
  assert_refused (fixture, SHAN, wish.rule_id, NOON, 0, "second person");

  wish.evidence = "派出所证明 12 号";
  proposed = propose (fixture, &wish);
  g_assert_no_error (proposed);
  again = propose (fixture, &wish);
  g_assert_nonnull (strstr (again->message, "already"));

  g_assert_cmpuint (decide (fixture, "李书记", NULL, "2026-02-20", &soon), ==, 0);
  g_assert_nonnull (strstr (soon, "until 2026-02-20"));
  g_assert_cmpuint (decide (fixture, " ", NULL, "2026-02-21", &nobody), ==, 0);
  g_assert_nonnull (strstr (nobody, "Say who decides"));
  g_assert_cmpuint (decide (fixture, "王主任", NULL, "2026-02-21", &alone), ==, 0);
  g_assert_nonnull (strstr (alone, "somebody else"));
  g_assert_cmpint (get_balance (fixture, SHAN), ==, 0);
  g_assert_cmpuint (decide (fixture, "李书记", NULL, "2026-02-21", &done), ==, 1);
  g_assert_null (done);
  g_assert_cmpint (get_balance (fixture, SHAN), ==, 30);
}

/* Two people attended for two hours, one was invited only. */
static gboolean
write_session (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const PointsOffice *office = data;
  gint64 course = ggov_change_save_course (change, &(GgovCourseRecord) {
    .code = "first-aid", .name = "First aid", .name_zh = "急救", .hours = 2 }, TODAY, error);
  gint64 session = ggov_change_save_session (change, &(GgovTrainingSessionRecord) {
    .course_id = course, .starts_at = NOON, .ends_at = NOON + 7200 }, error);

  return ggov_change_invite (change, session, office->people[REN], error) != 0 &&
         ggov_change_mark_attendance (change, session, &(GgovAttendanceMark) {
           office->people[SHAN], "attended", NULL, -1 }, TODAY, error) != 0 &&
         ggov_change_mark_attendance (change, session, &(GgovAttendanceMark) {
           office->people[LV], "attended", NULL, -1 }, TODAY, error) != 0;
}

static guint
search (Fixture    *fixture,
        const char *from,
        const char *to)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_propose_awards_async (fixture->base.store, from, to, NULL, keep_result, &result);
  ggov_store_propose_awards_finish (fixture->base.store, wait_for (&result), &n, NULL, &error);
  g_assert_no_error (error);

  return n;
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  const gint64 rule = begin_rule (fixture, &(GgovPointsRuleRecord) {
    .code = "LEARN", .activity = "Training", .points = 2, .per_hour = TRUE, .per_day = 5,
    .earned_by = "training", .valid_from = TODAY });
  g_autofree char *problem = NULL, *refused = NULL;
  g_autoptr(GListModel) left = NULL;

  write_change (fixture->base.store, write_session, &fixture->office);
  g_assert_cmpuint (search (fixture, "2026-02-14", "2026-02-28"), ==, 0);
  g_assert_cmpuint (search (fixture, "2026-02-01", TODAY), ==, 2);
  g_assert_cmpuint (search (fixture, "2026-02-01", TODAY), ==, 0);

  /* Shan has had 2 that day: 4 more pass the day's 5, and stay on the list. */
  give (fixture, SHAN, rule, NOON, 60);
  g_assert_cmpuint (decide (fixture, "李书记", NULL, TODAY, &problem), ==, 1);
  g_assert_nonnull (strstr (problem, "单秀英"));
  g_assert_nonnull (strstr (problem, "gives in a day"));
  g_assert_cmpint (get_balance (fixture, LV), ==, 4);
  g_assert_cmpint (get_balance (fixture, SHAN), ==, 2);

  /* Refused, it is not proposed anew. */
  g_assert_cmpuint (decide (fixture, "李书记", "当日已满", TODAY, &refused), ==, 1);
  left = list_proposals (fixture, "proposed");
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
  g_assert_cmpuint (search (fixture, "2026-02-01", TODAY), ==, 0);
}

#define ADD(name, func) g_test_add ("/store/points-rules/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("terms", test_terms);
  ADD ("versions", test_versions);
  ADD ("wrong-rules", test_wrong_rules);
  ADD ("trial", test_trial);
  ADD ("deed", test_deed);
  ADD ("search", test_search);

  return g_test_run ();
}
