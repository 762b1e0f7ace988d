/* test-store-training.c: courses, sessions, who was there, certificates and who lacks what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ggov-finding.h"
#include "ggov-local-time.h"
#include "ggov-query-training-gaps.h"
#include "ggov-store-attendance.h"
#include "ggov-store-book-training.h"
#include "ggov-store-certificates.h"
#include "ggov-store-check.h"
#include "ggov-store-courses.h"
#include "ggov-store-person.h"
#include "ggov-store-training-sessions.h"
#include "ggov-store-twins.h"
#include "roster-office.h"
#include "store-fixture.h"

#define TODAY "2026-02-13"

typedef struct
{
  StoreFixture base;
  RosterOffice office;
  gint64       fire;     /* a course for a year, required of building leaders and the police */
  gint64       drill;    /* for good, examined, required of full-time members */
} Fixture;

static gboolean
write_courses (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  Fixture *fixture = data;

  fixture->fire = ggov_change_save_course (change, &(GgovCourseRecord) {
    .code = "fire", .name_zh = "消防安全培训", .name = "Fire safety", .hours = 3, .months = 12,
    .roles = "building_leader department_police" }, "2025-01-01", error);
  fixture->drill = ggov_change_save_course (change, &(GgovCourseRecord) {
    .code = "drill", .name_zh = "上岗培训", .name = "Induction", .hours = 6, .examined = 1,
    .roles = "full_time_member" }, "2025-01-01", error);

  return fixture->fire != 0 && fixture->drill != 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  store_fixture_set_up (&fixture->base, data);
  write_change (fixture->base.store, write_roster_office, &fixture->office);
  write_change (fixture->base.store, write_courses, fixture);
}

/* The office of this test has no ground to stand on; its training has to hold. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;

  ggov_store_check_async (fixture->base.store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (fixture->base.store, wait_for (&result), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      g_assert_cmpstr (ggov_finding_get_kind (finding), !=, "training");
    }
  g_clear_object (&result);
  store_fixture_tear_down (&fixture->base, data);
}

static gint64
finish (Fixture       *fixture,
        GAsyncResult **result,
        GError       **error)
{
  gint64 id = 0;

  return ggov_store_change_finish (fixture->base.store, wait_for (result), &id, error) ? id : 0;
}

/* Refused in a sentence in which each of the words stands. Takes @error over. */
static void
assert_sentence (GError            *error,
                 const char *const *words)
{
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_true (g_str_has_suffix (error->message, "."));
  for (guint i = 0; words[i]; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_error ("“%s” is not in: %s", words[i], error->message);
  g_error_free (error);
}

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static gint64
get_time (const char *text)
{
  gint64 time;

  g_assert_true (ggov_local_time_parse (text, &time, NULL));

  return time;
}

/* Its change's number, or 0 with @error set. */
static gint64
save_session (Fixture                    *fixture,
              GgovTrainingSessionRecord  *session,
              const char                 *from,
              const char                 *to,
              GError                    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  session->starts_at = get_time (from);
  session->ends_at = get_time (to);
  ggov_store_save_training_session_async (fixture->base.store, session, NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

static GListModel *
list_sessions (Fixture          *fixture,
               GgovTrainingSpan  span)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *sessions;

  ggov_store_list_training_sessions_async (fixture->base.store, TODAY, span, 0, NULL, keep_result,
                                           &result);
  sessions = ggov_store_list_training_sessions_finish (fixture->base.store, wait_for (&result),
                                                       &error);
  g_assert_no_error (error);

  return sessions;
}

/* (transfer full): the session that begins then */
static GgovTrainingSession *
find_session (Fixture    *fixture,
              const char *from)
{
  g_autoptr(GListModel) sessions = list_sessions (fixture, GGOV_TRAINING_ALL);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(GgovTrainingSession) session = g_list_model_get_item (sessions, i);

      if (ggov_training_session_get_record (session)->starts_at == get_time (from))
        return g_steal_pointer (&session);
    }

  g_error ("no session begins at %s", from);
}

static gint64
add_session (Fixture    *fixture,
             gint64      course_id,
             const char *from,
             const char *to)
{
  GgovTrainingSessionRecord session = { .course_id = course_id, .seats = 2, .place = "会议室" };
  g_autoptr(GgovTrainingSession) added = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (save_session (fixture, &session, from, to, &error), >, 0);
  g_assert_no_error (error);
  added = find_session (fixture, from);

  return ggov_training_session_get_record (added)->id;
}

static gint64
mark (Fixture     *fixture,
      gint64       session_id,
      gint64       person_id,
      const char  *state,
      int          passed,
      GError     **error)
{
  const GgovAttendanceMark mark = { person_id, state, "请假", passed };
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_mark_attendance_async (fixture->base.store, session_id, &mark, 1, TODAY, NULL,
                                    keep_result, &result);

  return finish (fixture, &result, error);
}

static void
assert_marked (Fixture    *fixture,
               gint64      session_id,
               gint64      person_id,
               const char *state,
               int         passed)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (mark (fixture, session_id, person_id, state, passed, &error), >, 0);
  g_assert_no_error (error);
}

static gint64
invite (Fixture       *fixture,
        gint64         session_id,
        const gint64  *people,
        guint          n_people,
        GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_invite_async (fixture->base.store, session_id, people, n_people, NULL, keep_result,
                           &result);

  return finish (fixture, &result, error);
}

static gint64
book (Fixture                          *fixture,
      const GgovTrainingSessionRecord  *session,
      const gint64                     *people,
      guint                             n_people,
      GError                          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_book_training_async (fixture->base.store, session, people, n_people, NULL, keep_result,
                                  &result);

  return finish (fixture, &result, error);
}

/* A line for each: name, course, state, last day and the session invited to. */
static char *
tell_gaps (Fixture                     *fixture,
           const char                  *day,
           const GgovTrainingGapFilter *filter)
{
  g_autoptr(GgovQuery) query = ggov_query_new_training_gaps (day, filter, NULL, FALSE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);

  ggov_store_find_rows_async (fixture->base.store, query, GGOV_QUERY_ALL, GGOV_QUERY_ALL, NULL, NULL,
                              keep_result, &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < answer->keys->len; i++)
    {
      const GgovRowKey *key = &g_array_index (answer->keys, GgovRowKey, i);
      const GgovTrainingGapRecord *gap =
        ggov_training_gap_get_record (g_hash_table_lookup (answer->rows, &key->id));

      g_assert_cmpint (ggov_training_gap_key_get_person (key), ==, gap->person_id);
      g_string_append_printf (text, "%s %s %s %s %s x%d\n", gap->person, gap->course_code, gap->state,
                              gap->until ? gap->until : "-", gap->invited ? gap->invited : "-",
                              (int) gap->n_posts);
    }

  return g_string_free (text, FALSE);
}

/* 李强 is the full-time member of a grid, 王秀英 leads a building, 钱卫国 is the police of two grids:
 * nobody was taught anything yet. What 王秀英 learns on the first of April 2025 is good for a year,
 * through the last of March. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  const GgovTrainingGapFilter all = { .soon = 60 };
  const GgovTrainingGapFilter now = { .soon = 0 };
  const GgovTrainingGapFilter grid = { .soon = 60, .place_code = "150203005002001" };
  const GgovTrainingGapFilter typed = { .soon = 60, .text = "qwg" };
  const GgovTrainingGapFilter role = { .soon = 60, .role = "part_time_member" };
  gint64 then = add_session (fixture, fixture->fire, "2025-04-01T09:00", "2025-04-01T12:00");
  gint64 next = add_session (fixture, fixture->fire, "2026-03-02T09:00", "2026-03-02T12:00");
  const gint64 *people = fixture->office.people;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = tell_gaps (fixture, TODAY, &all);
  g_autofree char *after = NULL, *strict = NULL, *late = NULL, *past = NULL, *there = NULL;
  g_autofree char *words = NULL, *leaders = NULL;

  g_assert_cmpstr (before, ==,
                   "李强 drill lacking - - x1\n"
                   "王秀英 fire lacking - - x1\n"
                   "钱卫国 fire lacking - - x2\n");

  assert_marked (fixture, then, people[WANG], GGOV_ATTENDANCE_ATTENDED, -1);
  assert_marked (fixture, then, people[QIAN], GGOV_ATTENDANCE_ABSENT, -1);
  g_assert_cmpint (invite (fixture, next, &people[QIAN], 1, &error), >, 0);
  after = tell_gaps (fixture, TODAY, &all);
  g_assert_cmpstr (after, ==,
                   "李强 drill lacking - - x1\n"
                   "王秀英 fire expiring 2026-03-31 - x1\n"
                   "钱卫国 fire lacking - 2026-03-02 09:00 x2\n");

  strict = tell_gaps (fixture, TODAY, &now);
  g_assert_null (strstr (strict, "王秀英"));
  late = tell_gaps (fixture, "2026-04-01", &now);
  g_assert_nonnull (strstr (late, "王秀英 fire expired 2026-03-31"));
  /* Before she was taught, and before she had the post. */
  past = tell_gaps (fixture, "2025-03-31", &all);
  g_assert_cmpstr (past, ==, "王秀英 fire lacking - - x1\n");
  g_clear_pointer (&past, g_free);
  past = tell_gaps (fixture, "2025-02-28", &all);
  g_assert_cmpstr (past, ==, "");

  /* Of the two posts it is the one in the other community that fits. */
  there = tell_gaps (fixture, TODAY, &grid);
  g_assert_cmpstr (there, ==, "钱卫国 fire lacking - 2026-03-02 09:00 x2\n");
  words = tell_gaps (fixture, TODAY, &typed);
  g_assert_cmpstr (words, ==, there);
  leaders = tell_gaps (fixture, TODAY, &role);
  g_assert_true (g_str_has_prefix (leaders, "王秀英"));
}

/* Days that follow from the months a course is good for. */
static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  const struct { const char *from, *to, *end; } cases[] = {
    { "2025-01-31T09:00", "2025-01-31T10:00", "2026-01-30" },
    /* A leap day has no like a year later: the last of February stands for it. */
    { "2024-02-29T09:00", "2024-02-29T10:00", "2025-02-27" },
    { "2025-03-01T09:00", "2025-03-01T10:00", "2026-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 session = add_session (fixture, fixture->fire, cases[i].from, cases[i].to);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GgovAttendance) first = NULL;
      g_autoptr(GListModel) rows = NULL;

      assert_marked (fixture, session, fixture->office.people[WANG], GGOV_ATTENDANCE_ATTENDED, -1);
      ggov_store_list_attendance_async (fixture->base.store, session, TODAY, NULL, keep_result,
                                        &result);
      rows = ggov_store_list_attendance_finish (fixture->base.store, wait_for (&result), NULL);
      first = g_list_model_get_item (rows, 0);
      g_assert_cmpstr (ggov_attendance_get_record (first)->valid_to, ==, cases[i].end);
      g_assert_cmpstr (ggov_attendance_get_record (first)->place, ==, "友谊小区 3号楼");
    }
}

static void
test_bad_sessions (Fixture       *fixture,
                   gconstpointer  data)
{
  GgovTrainingSessionRecord session = { .course_id = fixture->fire };
  GError *error = NULL;
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) refused = NULL;
  GgovCourseRecord course = {
    .id = fixture->fire, .row_version = 1, .code = "fire", .name = "Fire safety",
    .name_zh = "消防安全培训", .valid_to = "2026-02-28",
  };

  g_assert_cmpint (save_session (fixture, &session, "2026-03-05T11:00", "2026-03-05T09:00", &error),
                   ==, 0);
  assert_sentence (error, WORDS ("2026-03-05 09:00", "2026-03-05 11:00"));
  error = NULL;
  g_assert_cmpint (save_session (fixture, &session, "2026-03-05T11:00", "2027-03-05T12:00", &error),
                   ==, 0);
  assert_sentence (error, WORDS ("more than a month"));
  error = NULL;

  /* A session to come keeps its course from being withdrawn before it. */
  add_session (fixture, fixture->fire, "2026-03-05T09:00", "2026-03-05T11:00");
  ggov_store_save_course_async (fixture->base.store, &course, TODAY, NULL, keep_result, &refused);
  g_assert_cmpint (finish (fixture, &refused, &error), ==, 0);
  assert_sentence (error, WORDS ("2026-03-05 09:00", "2026-02-28"));
  error = NULL;

  course.valid_to = "2026-03-05";
  ggov_store_save_course_async (fixture->base.store, &course, TODAY, NULL, keep_result, &saved);
  g_assert_cmpint (finish (fixture, &saved, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (save_session (fixture, &session, "2026-03-06T09:00", "2026-03-06T11:00", &error),
                   ==, 0);
  assert_sentence (error, WORDS ("Fire safety", "withdrawn", "2026-03-05"));
}

/* Two seats: the third comes in all the same. */
static void
test_attendance (Fixture       *fixture,
                 gconstpointer  data)
{
  const gint64 *people = fixture->office.people;
  gint64 then = add_session (fixture, fixture->fire, "2026-02-01T09:00", "2026-02-01T11:00");
  gint64 next = add_session (fixture, fixture->fire, "2026-02-14T09:00", "2026-02-14T11:00");
  g_autoptr(GgovTrainingSession) session = NULL;
  g_autoptr(GAsyncResult) called = NULL;
  g_autoptr(GAsyncResult) off = NULL;
  GError *error = NULL;
  const GgovTrainingSessionRecord *record;

  g_assert_cmpint (invite (fixture, then, &people[WANG], 3, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (invite (fixture, then, (gint64[]) { people[REN], people[SHAN] }, 2, &error), ==, 0);
  assert_sentence (error, WORDS ("单丽", "Fire safety", "already"));
  error = NULL;

  assert_marked (fixture, then, people[WANG], GGOV_ATTENDANCE_ATTENDED, -1);
  assert_marked (fixture, then, people[SHAN], GGOV_ATTENDANCE_ATTENDED, 0);
  assert_marked (fixture, then, people[ZHAO], GGOV_ATTENDANCE_ABSENT, -1);
  session = find_session (fixture, "2026-02-01T09:00");
  record = ggov_training_session_get_record (session);
  g_assert_cmpint (record->n_people, ==, 3);
  g_assert_cmpint (record->n_attended, ==, 2);
  g_assert_cmpint (record->n_passed, ==, 1);
  g_assert_cmpint (record->n_absent, ==, 1);
  g_assert_cmpint (record->is_over, ==, 1);
  g_assert_cmpstr (record->ends, ==, "11:00");

  g_assert_cmpint (mark (fixture, next, people[WANG], GGOV_ATTENDANCE_ATTENDED, -1, &error), ==, 0);
  assert_sentence (error, WORDS ("2026-02-14", "nobody"));
  error = NULL;

  /* What took place cannot be called off; what was, cannot be attended. */
  ggov_store_call_off_training_session_async (fixture->base.store, then, "下雪", NULL, keep_result,
                                              &called);
  g_assert_cmpint (finish (fixture, &called, &error), ==, 0);
  assert_sentence (error, WORDS ("took place"));
  error = NULL;
  ggov_store_call_off_training_session_async (fixture->base.store, next, "下雪", NULL, keep_result,
                                              &off);
  g_assert_cmpint (finish (fixture, &off, &error), >, 0);
  g_assert_cmpint (invite (fixture, next, &people[WANG], 1, &error), ==, 0);
  assert_sentence (error, WORDS ("called off", "下雪"));
}

static GListModel *
list_certificates (Fixture *fixture,
                   gint64   session_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_certificates_async (fixture->base.store, session_id, NULL, NULL, keep_result,
                                      &result);
  rows = ggov_store_list_certificates_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

static gint64
add_certificate (Fixture     *fixture,
                 const char  *number,
                 const char  *until,
                 GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_add_certificate_async (fixture->base.store, &(GgovCertificateRecord) {
    .person_id = fixture->office.people[LI], .course_id = fixture->drill, .number = number,
    .issuer = "市民政局", .issued_on = "2025-12-01", .valid_to = until }, NULL, keep_result, &result);

  return finish (fixture, &result, error);
}

/* The exam decides: 王秀英 passes, 单丽 does not, 赵敏's is open. A certificate from elsewhere ends a gap
 * as well. */
static void
test_certificates (Fixture       *fixture,
                   gconstpointer  data)
{
  const GgovTrainingGapFilter all = { .soon = 60 };
  const gint64 *people = fixture->office.people;
  gint64 session = add_session (fixture, fixture->drill, "2026-02-02T09:00", "2026-02-02T15:00");
  g_autoptr(GAsyncResult) issued = NULL;
  g_autoptr(GAsyncResult) again = NULL;
  g_autoptr(GAsyncResult) taken = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovCertificate) first = NULL;
  g_autofree char *gaps = NULL;
  GError *error = NULL;
  gint64 change;

  assert_marked (fixture, session, people[WANG], GGOV_ATTENDANCE_ATTENDED, 1);
  assert_marked (fixture, session, people[SHAN], GGOV_ATTENDANCE_ATTENDED, 0);
  assert_marked (fixture, session, people[ZHAO], GGOV_ATTENDANCE_ATTENDED, -1);
  g_assert_cmpint (add_certificate (fixture, "PX2026-0041", NULL, &error), >, 0);
  ggov_store_issue_certificates_async (fixture->base.store, session, TODAY, NULL, keep_result,
                                       &issued);
  g_assert_cmpint ((change = finish (fixture, &issued, &error)), >, 0);
  rows = list_certificates (fixture, session);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  first = g_list_model_get_item (rows, 0);
  g_assert_cmpstr (ggov_certificate_get_record (first)->number, ==, "PX2026-0042");
  g_assert_cmpstr (ggov_certificate_get_record (first)->person, ==, "王秀英");
  g_assert_cmpstr (ggov_certificate_get_record (first)->trained_on, ==, "2026-02-02");
  g_assert_null (ggov_certificate_get_record (first)->valid_to);

  /* Who has one does not get another, and what it is for stays. */
  ggov_store_issue_certificates_async (fixture->base.store, session, TODAY, NULL, keep_result, &again);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&again), &change, &error));
  g_assert_cmpint (change, ==, 0);
  g_assert_cmpint (mark (fixture, session, people[WANG], GGOV_ATTENDANCE_ABSENT, -1, &error), ==, 0);
  assert_sentence (error, WORDS ("王秀英", "PX2026-0042"));
  error = NULL;
  ggov_store_take_off_list_async (fixture->base.store, session, &people[WANG], 1, NULL, keep_result,
                                  &taken);
  g_assert_cmpint (finish (fixture, &taken, &error), ==, 0);
  assert_sentence (error, WORDS ("PX2026-0042"));
  error = NULL;

  g_assert_cmpint (add_certificate (fixture, "PX2026-0042", NULL, &error), ==, 0);
  assert_sentence (error, WORDS ("PX2026-0042", "王秀英", "Induction"));
  error = NULL;
  g_assert_cmpint (add_certificate (fixture, "A1", "2025-11-30", &error), ==, 0);
  assert_sentence (error, WORDS ("2025-11-30", "2025-12-01"));

  gaps = tell_gaps (fixture, TODAY, &all);
  g_assert_null (strstr (gaps, "drill"));
}

/* (transfer full): the number of rows with the words of the first */
static char *
tell_trainings (Fixture *fixture,
                gint64   person_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GgovAttendance) first = NULL;
  const GgovAttendanceRecord *record;

  ggov_store_list_trainings_async (fixture->base.store, person_id, TODAY, NULL, keep_result, &result);
  rows = ggov_store_list_attendance_finish (fixture->base.store, wait_for (&result), NULL);
  if (g_list_model_get_n_items (rows) == 0)
    return g_strdup ("0");

  first = g_list_model_get_item (rows, 0);
  record = ggov_attendance_get_record (first);

  return g_strdup_printf ("%u %s %s %s", g_list_model_get_n_items (rows), record->session,
                          record->state, record->certificate ? record->certificate : "-");
}

/* Both records were on the list: what says more goes on, with its certificate; undone, both are as they
 * were. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  const gint64 *people = fixture->office.people;
  gint64 session = add_session (fixture, fixture->drill, "2026-02-02T09:00", "2026-02-02T15:00");
  g_autoptr(GAsyncResult) issued = NULL;
  g_autoptr(GAsyncResult) merged = NULL;
  g_autoptr(GAsyncResult) undone = NULL;
  g_autofree char *kept = NULL, *before = NULL;
  GError *error = NULL;
  gint64 change;

  assert_marked (fixture, session, people[ZHAO], GGOV_ATTENDANCE_ABSENT, -1);
  assert_marked (fixture, session, people[SHAN], GGOV_ATTENDANCE_ATTENDED, 1);
  ggov_store_issue_certificates_async (fixture->base.store, session, TODAY, NULL, keep_result,
                                       &issued);
  g_assert_cmpint (finish (fixture, &issued, &error), >, 0);

  ggov_store_merge_people_async (fixture->base.store, people[ZHAO], people[SHAN], NULL, keep_result,
                                 &merged);
  g_assert_cmpint ((change = finish (fixture, &merged, &error)), >, 0);
  g_assert_no_error (error);
  kept = tell_trainings (fixture, people[ZHAO]);
  g_assert_cmpstr (kept, ==, "1 2026-02-02 09:00 attended PX2026-0001");

  ggov_store_undo_async (fixture->base.store, change, NULL, keep_result, &undone);
  g_assert_true (ggov_store_change_finish (fixture->base.store, wait_for (&undone), NULL, &error));
  before = tell_trainings (fixture, people[ZHAO]);
  g_assert_cmpstr (before, ==, "1 2026-02-02 09:00 absent -");
}

/* Who was there was there on the day it took place, also when that is found out later. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 id = add_session (fixture, fixture->fire, "2026-02-01T09:00", "2026-02-01T11:00");
  g_autoptr(GgovTrainingSession) session = find_session (fixture, "2026-02-01T09:00");
  GgovTrainingSessionRecord record = *ggov_training_session_get_record (session);
  g_autofree char *training = NULL;
  g_autoptr(GError) error = NULL;

  assert_marked (fixture, id, fixture->office.people[WANG], GGOV_ATTENDANCE_ATTENDED, -1);
  g_assert_cmpint (save_session (fixture, &record, "2026-02-03T09:00", "2026-02-03T11:00", &error),
                   >, 0);
  training = tell_trainings (fixture, fixture->office.people[WANG]);
  g_assert_cmpstr (training, ==, "1 2026-02-03 09:00 attended -");
}

/* A requirement that ends is over from that day on, not before. */
static void
test_requirements (Fixture       *fixture,
                   gconstpointer  data)
{
  const GgovTrainingGapFilter all = { .soon = 60, .course_id = fixture->fire };
  GgovCourseRecord course = {
    .id = fixture->fire, .row_version = 1, .code = "fire", .name = "Fire safety",
    .name_zh = "消防安全培训", .months = 12, .roles = "department_police unit_leader",
  };
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) unknown = NULL;
  g_autoptr(GAsyncResult) same = NULL;
  g_autofree char *now = NULL, *before = NULL;
  GError *error = NULL;

  ggov_store_save_course_async (fixture->base.store, &course, TODAY, NULL, keep_result, &saved);
  g_assert_cmpint (finish (fixture, &saved, &error), >, 0);
  now = tell_gaps (fixture, TODAY, &all);
  g_assert_cmpstr (now, ==, "赵敏 fire lacking - - x1\n钱卫国 fire lacking - - x2\n");
  before = tell_gaps (fixture, "2026-02-12", &all);
  g_assert_cmpstr (before, ==, "王秀英 fire lacking - - x1\n钱卫国 fire lacking - - x2\n");

  course.row_version = 2;
  course.roles = "astronaut";
  ggov_store_save_course_async (fixture->base.store, &course, TODAY, NULL, keep_result, &unknown);
  g_assert_cmpint (finish (fixture, &unknown, &error), ==, 0);
  assert_sentence (error, WORDS ("astronaut"));
  error = NULL;
  ggov_store_save_course_async (fixture->base.store, &(GgovCourseRecord) {
    .code = "fire", .name = "Fire" }, TODAY, NULL, keep_result, &same);
  g_assert_cmpint (finish (fixture, &same, &error), ==, 0);
  assert_sentence (error, WORDS ("“fire”", "Fire safety"));
}

static gint64
count_listed (Fixture    *fixture,
              const char *from)
{
  g_autoptr(GgovTrainingSession) session = find_session (fixture, from);

  return ggov_training_session_get_record (session)->n_people;
}

/* A new session and its list are one change; who is on a list already stays there. */
static void
test_book (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 people[] = { fixture->office.people[WANG], fixture->office.people[SHAN] };
  GgovTrainingSessionRecord session = {
    .course_id = fixture->fire, .starts_at = get_time ("2026-03-05T09:00"),
    .ends_at = get_time ("2026-03-05T11:00"), .place = "会议室",
  };
  g_autoptr(GgovTrainingSession) added = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) sessions = NULL;
  gint64 change = book (fixture, &session, people, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (change, >, 0);
  g_assert_cmpint (count_listed (fixture, "2026-03-05T09:00"), ==, 1);

  added = find_session (fixture, "2026-03-05T09:00");
  g_assert_cmpint (book (fixture, ggov_training_session_get_record (added), people, 2, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (count_listed (fixture, "2026-03-05T09:00"), ==, 2);
  g_assert_cmpint (book (fixture, ggov_training_session_get_record (added), people, 2, &error), ==, 0);
  g_assert_no_error (error);

  /* What ends before it begins is refused, and nobody is invited. */
  session.starts_at = get_time ("2026-03-06T09:00");
  g_assert_cmpint (book (fixture, &session, people, 2, &error), ==, 0);
  assert_sentence (g_steal_pointer (&error), WORDS ("2026-03-05 11:00", "2026-03-06 09:00"));
  sessions = list_sessions (fixture, GGOV_TRAINING_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (sessions), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/training/gaps", test_gaps);
  ADD ("/store/training/months", test_months);
  ADD ("/store/training/bad-sessions", test_bad_sessions);
  ADD ("/store/training/attendance", test_attendance);
  ADD ("/store/training/certificates", test_certificates);
  ADD ("/store/training/book", test_book);
  ADD ("/store/training/merge", test_merge);
  ADD ("/store/training/moved", test_moved);
  ADD ("/store/training/requirements", test_requirements);
#undef ADD

  return g_test_run ();
}
