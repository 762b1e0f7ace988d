/* test-store-issue-parts.c: strands, reporters, duplicates, summonses and papers of issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "board-office.h"
#include "ggov-evidence.h"
#include "ggov-filing-type.h"
#include "ggov-handler-proposal.h"
#include "ggov-issue-paper.h"
#include "ggov-issue-reporter.h"
#include "ggov-issue-strand.h"
#include "ggov-store-filing-types.h"
#include "ggov-store-handler-proposals.h"
#include "ggov-store-issue-parts.h"
#include "ggov-store-roster.h"
#include "ggov-store-stand-down.h"
#include "ggov-summons.h"
#include "ggov-write-organisations.h"
#include "ggov-write-people.h"

typedef void (*PartFunc) (GgovStore           *store,
                          gconstpointer        order,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data);

/* Writes a part and waits: the change's number, or 0 with the sentence. */
static gint64
write_part (GgovStore      *store,
            PartFunc        func,
            gconstpointer   order,
            char          **sentence)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  func (store, order, NULL, keep_result, &result);
  if (ggov_store_change_finish (store, wait_for (&result), &id, &error))
    return id;

  g_assert_nonnull (sentence);
  g_assert_cmpint (error->domain, ==, GGOV_STORE_ERROR);
  *sentence = g_strdup (error->message);

  return 0;
}

#define WRITE(store, func, order) \
  g_assert_cmpint (write_part (store, (PartFunc) (void (*) (void)) func, order, NULL), >, 0)

static void
assert_says (GgovStore     *store,
             PartFunc       func,
             gconstpointer  order,
             const char    *words)
{
  g_autofree char *sentence = NULL;

  g_assert_cmpint (write_part (store, func, order, &sentence), ==, 0);
  g_assert_nonnull (strstr (sentence, words));
}

#define REFUSED(store, func, order, words) \
  assert_says (store, (PartFunc) (void (*) (void)) func, order, words)

/* Strands ----------------------------------------------------------------------------------- */

static void
assert_strand (GgovStore  *store,
               gint64      issue_id,
               guint       i,
               const char *lane,
               const char *due,
               const char *outcome)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);
  const GgovIssueStrandRecord *record = ggov_issue_strand_get_record (details->strands->pdata[i]);

  g_assert_cmpstr (record->lane, ==, lane);
  g_assert_cmpint (record->due_at, ==, due ? board_office_time (due) : 0);
  g_assert_cmpstr (record->outcome, ==, outcome);
}

static gint64
get_strand (GgovStore *store,
            gint64     issue_id,
            guint      i)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);

  return ggov_issue_strand_get_record (details->strands->pdata[i])->id;
}

/* Monday 2 March at ten: two days end on Wednesday, four hours at four o’clock (two until noon, and
 * two more from two o’clock on). */
static void
test_strands (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovStrandOrder strand = { .task = " Talk to them ", .limit_text = "2d" };
  GgovPartAnswer answer = { .row_version = -1, .is_good = TRUE, .note = "agreed" };
  gint64 id;

  board_office_found (store, &office);
  id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T09:00");
  board_office_step (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T09:30", 0);
  strand.issue_id = id;
  strand.at = board_office_time ("2026-03-02T10:00");
  WRITE (store, ggov_store_begin_strand_async, &strand);
  assert_strand (store, id, 0, "community", "2026-03-04T17:30", NULL);
  REFUSED (store, ggov_store_begin_strand_async, &strand, "open strand");

  strand.lane = GGOV_LANE_ENFORCEMENT;
  strand.task = " ";
  REFUSED (store, ggov_store_begin_strand_async, &strand, "asks for");
  strand.task = "Measure it";
  strand.limit_text = "soon";
  REFUSED (store, ggov_store_begin_strand_async, &strand, "3d or 4h");
  strand.limit_text = "4h";
  WRITE (store, ggov_store_begin_strand_async, &strand);
  assert_strand (store, id, 1, "enforcement", "2026-03-02T16:00", NULL);

  /* At eleven an hour of the four is gone. On Thursday from nine on three are until noon. */
  board_office_step (store, id, GGOV_ISSUE_SUSPEND, "2026-03-02T11:00", 0);
  assert_strand (store, id, 1, "enforcement", NULL, NULL);
  board_office_step (store, id, GGOV_ISSUE_RESUME, "2026-03-05T09:00", 0);
  assert_strand (store, id, 1, "enforcement", "2026-03-05T12:00", NULL);

  /* All are done before it is closed. */
  board_office_step (store, id, GGOV_ISSUE_ACCEPT, "2026-03-05T09:00", 0);
  answer.id = get_strand (store, id, 0);
  answer.at = board_office_time ("2026-03-05T10:00");
  WRITE (store, ggov_store_end_strand_async, &answer);
  REFUSED (store, ggov_store_end_strand_async, &answer, "already");
  board_office_step (store, id, GGOV_ISSUE_REPORT_BACK, "2026-03-05T11:00", 0);
  board_office_step (store, id, GGOV_ISSUE_VERIFY_PASS, "2026-03-05T11:10", 0);
  board_office_refuse (store, id, GGOV_ISSUE_CLOSE, "2026-03-05T11:20", 0,
                       "Administrative enforcement");
  answer.id = get_strand (store, id, 0);
  answer.is_good = FALSE;
  answer.note = NULL;
  REFUSED (store, ggov_store_end_strand_async, &answer, "why");
  answer.note = "Nothing to measure";
  WRITE (store, ggov_store_end_strand_async, &answer);
  board_office_step (store, id, GGOV_ISSUE_CLOSE, "2026-03-05T11:20", 0);
  strand.lane = GGOV_LANE_MARKET;
  REFUSED (store, ggov_store_begin_strand_async, &strand, "ended");
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* What ends without result takes its strands along, and brings them back where that is undone. */
static void
test_strands_void (StoreFixture  *fixture,
                   gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovStrandOrder strand = { .task = "Talk", .lane = GGOV_LANE_COMMUNITY };
  g_autoptr(GgovIssueDetails) details = NULL;
  gint64 id, change;

  board_office_found (store, &office);
  id = strand.issue_id = board_office_file (store, "C0101", "noise", office.grid[0],
                                            "2026-03-02T10:00");
  strand.at = board_office_time ("2026-03-02T10:00");
  WRITE (store, ggov_store_begin_strand_async, &strand);
  /* The limit is that of the case type, three days, and the member of the grid has it. */
  assert_strand (store, id, 0, "community", "2026-03-05T17:30", NULL);
  details = board_office_get (store, id);
  g_assert_cmpstr (ggov_issue_strand_get_record (details->strands->pdata[0])->handler_name, ==,
                   "任晓明");

  change = board_office_step (store, id, GGOV_ISSUE_ANNUL, "2026-03-02T11:00", 0);
  assert_strand (store, id, 0, "community", "2026-03-05T17:30", "dropped");
  board_office_undo (store, change);
  assert_strand (store, id, 0, "community", "2026-03-05T17:30", NULL);

  board_office_step (store, id, GGOV_ISSUE_ANNUL, "2026-03-02T11:00", 0);
  board_office_step (store, id, GGOV_ISSUE_REOPEN, "2026-03-03T10:00", 0);
  REFUSED (store, ggov_store_begin_strand_async, &strand, "File it first");
  board_office_step (store, id, GGOV_ISSUE_FILE, "2026-03-03T10:00", 0);
  strand.at = board_office_time ("2026-03-03T11:00");
  WRITE (store, ggov_store_begin_strand_async, &strand);
  assert_strand (store, id, 0, "community", "2026-03-06T17:30", NULL);
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* The issue is the other desk's, the strand goes with the post of who has it. */
static void
test_strand_handed_over (StoreFixture  *fixture,
                         gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovStrandOrder strand = { .task = "Talk", .lane = GGOV_LANE_COMMUNITY };
  GgovStandDown order = { .everywhere = TRUE, .from = "2026-03-10", .reason = "调离" };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autoptr(GAsyncResult) roster = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueStrandRecord *record;

  board_office_found (store, &office);
  step.issue_id = strand.issue_id = board_office_file (store, "C0101", "noise", office.grid[0],
                                                       "2026-03-02T10:00");
  step.handler_id = office.officer;
  step.at = strand.at = board_office_time ("2026-03-02T10:30");
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
  strand.handler_id = office.member;
  WRITE (store, ggov_store_begin_strand_async, &strand);

  ggov_store_list_roster_async (store, "2026-03-02", NULL, NULL, keep_result, &roster);
  rows = ggov_store_list_roster_finish (store, wait_for (&roster), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);

      if (g_str_equal (ggov_roster_row_get_record (row)->name, "任晓明"))
        order.post_id = ggov_roster_row_get_record (row)->post_id;
    }
  order.hand_over_to = office.officer;
  ggov_store_stand_down_async (store, &order, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);

  details = board_office_get (store, step.issue_id);
  record = ggov_issue_strand_get_record (details->strands->pdata[0]);
  g_assert_cmpint (record->handler_id, ==, office.officer);
  g_assert_cmpint (record->due_at, ==, board_office_time ("2026-03-05T17:30"));
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->state.stage, ==, GGOV_ISSUE_DISPATCHED);
  g_assert_cmpint (ggov_issue_event_get_fields (details->events->pdata[3])->move, ==,
                   GGOV_ISSUE_TRANSFER);
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* Reporters and duplicates ------------------------------------------------------------------ */

static void
assert_reporters (GgovStore *store,
                  gint64     issue_id,
                  guint      n,
                  guint      n_duplicates)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);

  g_assert_cmpuint (details->reporters->len, ==, n);
  g_assert_cmpuint (details->duplicates->len, ==, n_duplicates);
}

static void
test_duplicates (StoreFixture  *fixture,
                 gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovReporterOrder reporter = { .source = GGOV_ISSUE_SOURCE_RESIDENT, .name = " " };
  GgovReporterOrder both;
  gint64 first, second, third, change;

  board_office_found (store, &office);
  first = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  second = board_office_file (store, "C0101", "noise again", office.grid[0], "2026-03-02T11:00");
  third = board_office_file (store, "C0101", "noise once more", office.grid[0], "2026-03-02T12:00");
  reporter.issue_id = second;
  reporter.at = board_office_time ("2026-03-02T11:30");
  REFUSED (store, ggov_store_add_reporter_async, &reporter, "who reported");
  reporter.phone = "13800138000";
  WRITE (store, ggov_store_add_reporter_async, &reporter);
  reporter.person_id = office.member;
  WRITE (store, ggov_store_add_reporter_async, &reporter);
  REFUSED (store, ggov_store_add_reporter_async, &reporter, "already");

  /* Of two at a time, one of whom is known already, neither comes in. */
  both = (GgovReporterOrder) {
    .issue_id = second, .name = "Somebody", .at = reporter.at, .next = &reporter,
  };
  REFUSED (store, ggov_store_add_reporter_async, &both, "already");
  assert_reporters (store, second, 2, 0);

  board_office_refuse (store, second, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", 0, "which other");
  board_office_refuse (store, second, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", second,
                       "which other");
  change = board_office_step (store, second, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", first);
  /* The patrol that the second came from, and the two who joined it. */
  assert_reporters (store, first, 3, 1);
  board_office_refuse (store, third, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", second,
                       "duplicate itself");
  board_office_refuse (store, first, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", third,
                       "other way round");

  board_office_undo (store, change);
  assert_reporters (store, first, 0, 0);
  board_office_step (store, second, GGOV_ISSUE_DUPLICATE, "2026-03-02T14:00", first);
  board_office_step (store, second, GGOV_ISSUE_REOPEN, "2026-03-02T15:00", 0);
  assert_reporters (store, first, 0, 0);
  assert_reporters (store, second, 2, 0);

  board_office_step (store, first, GGOV_ISSUE_ANNUL, "2026-03-02T15:00", 0);
  board_office_refuse (store, third, GGOV_ISSUE_DUPLICATE, "2026-03-02T15:00", first, "ended");
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* Summonses --------------------------------------------------------------------------------- */

static gboolean
add_department (GgovChange  *change,
                gpointer     data,
                GError     **error)
{
  gint64 *id = data;

  *id = ggov_change_add_organisation (change, &(GgovOrganisationRecord) {
    .kind = "department", .name = "综合执法队",
  }, error);

  return *id != 0;
}

static GgovSummonsState
get_summons_state (GgovStore  *store,
                   gint64      issue_id,
                   const char *when,
                   gint64     *id)
{
  g_autoptr(GgovIssueDetails) details = board_office_get (store, issue_id);

  *id = ggov_summons_get_record (details->summonses->pdata[0])->id;

  return ggov_summons_get_state (details->summonses->pdata[0], board_office_time (when));
}

/* Half an hour by the clock, whatever the office's hours. */
static void
test_summons (StoreFixture  *fixture,
              gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  GgovSummonsOrder call = { .note = "smell of gas" };
  GgovPartAnswer answer = { .row_version = -1, .is_good = TRUE };

  board_office_found (store, &office);
  call.issue_id = board_office_file (store, "C0101", "gas", office.grid[0], "2026-03-02T11:40");
  call.at = board_office_time ("2026-03-02T11:45");
  REFUSED (store, ggov_store_summon_async, &call, "who is called");
  write_change (store, add_department, &call.organisation_id);
  call.caller_id = office.member;
  WRITE (store, ggov_store_summon_async, &call);
  REFUSED (store, ggov_store_summon_async, &call, "still awaited");

  g_assert_cmpint (get_summons_state (store, call.issue_id, "2026-03-02T12:15", &answer.id), ==,
                   GGOV_SUMMONS_AWAITED);
  g_assert_cmpint (get_summons_state (store, call.issue_id, "2026-03-02T12:16", &answer.id), ==,
                   GGOV_SUMMONS_OVERDUE);
  answer.at = board_office_time ("2026-03-02T11:44");
  REFUSED (store, ggov_store_answer_summons_async, &answer, "clock");
  answer.at = board_office_time ("2026-03-02T12:20");
  WRITE (store, ggov_store_answer_summons_async, &answer);
  g_assert_cmpint (get_summons_state (store, call.issue_id, "2026-03-02T12:21", &answer.id), ==,
                   GGOV_SUMMONS_LATE);

  /* A quarter of an hour for somebody else, who does not come. */
  call.organisation_id = 0;
  call.person_id = office.officer;
  call.minutes = 24 * 60 + 1;
  REFUSED (store, ggov_store_summon_async, &call, "a minute and a day");
  call.minutes = 15;
  call.at = board_office_time ("2026-03-02T14:00");
  WRITE (store, ggov_store_summon_async, &call);
  g_assert_cmpint (get_summons_state (store, call.issue_id, "2026-03-02T14:16", &answer.id), ==,
                   GGOV_SUMMONS_OVERDUE);
  answer.is_good = FALSE;
  answer.at = board_office_time ("2026-03-02T15:00");
  WRITE (store, ggov_store_answer_summons_async, &answer);
  g_assert_cmpint (get_summons_state (store, call.issue_id, "2026-03-02T16:00", &answer.id), ==,
                   GGOV_SUMMONS_MISSED);
  g_assert_cmpuint (board_office_count_findings (store), ==, 0);
}

/* Proposals --------------------------------------------------------------------------------- */

typedef struct
{
  BoardOffice *office;
  gint64       substitute;
} Absence;

static gboolean
send_on_leave (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  Absence *absence = data;

  absence->substitute = ggov_change_add_person (change, &(GgovPersonRecord) {
    .name = "顾平", .sex = "1",
  }, error);

  /* The member's is the first post of the office. */
  return absence->substitute && ggov_change_add_leave (change, &(GgovLeaveRecord) {
    .post_id = 1, .substitute_id = absence->substitute, .valid_from = "2026-03-03",
    .valid_to = "2026-03-05", .reason = "ill",
  }, error);
}

static GgovHandlerProposal *
get_best (GgovStore  *store,
          gint64      issue_id,
          const char *day)
{
  const GgovHandlerQuestion question = { .issue_id = issue_id, .day = day };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) people = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_handler_proposals_async (store, &question, NULL, keep_result, &result);
  people = ggov_store_list_handler_proposals_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 1);

  return g_list_model_get_item (people, 0);
}

static void
test_proposals (StoreFixture  *fixture,
                gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  Absence absence = { &office, 0 };
  g_autoptr(GgovHandlerProposal) before = NULL, during = NULL, other = NULL;
  g_autoptr(GgovIssueDetails) details = NULL;
  g_autofree char *reason = NULL;
  gint64 quarrel, shed;

  board_office_found (store, &office);
  write_change (store, send_on_leave, &absence);
  quarrel = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  shed = board_office_file (store, "E0101", "shed", office.grid[1], "2026-03-02T10:00");

  before = get_best (store, quarrel, "2026-03-02");
  g_assert_cmpint (ggov_handler_proposal_get_record (before)->person_id, ==, office.member);
  g_assert_null (ggov_handler_proposal_get_record (before)->away_name);
  during = get_best (store, quarrel, "2026-03-03");
  g_assert_cmpint (ggov_handler_proposal_get_record (during)->person_id, ==, absence.substitute);
  reason = ggov_handler_proposal_dup_reason (during);
  g_assert_cmpstr (reason, ==, "Stands in for 任晓明 until 2026-03-05: Full-time grid member of "
                               "青松第1网格, responsible for this type");
  other = get_best (store, shed, "2026-03-03");
  g_assert_cmpint (ggov_handler_proposal_get_record (other)->person_id, ==, office.officer);

  /* A dispatch that names nobody finds the same. */
  board_office_step (store, quarrel, GGOV_ISSUE_DISPATCH, "2026-03-04T10:00", 0);
  details = board_office_get (store, quarrel);
  g_assert_cmpint (ggov_issue_get_fields (details->issue)->handler_id, ==, absence.substitute);
}

/* Steps ------------------------------------------------------------------------------------- */

static void
test_papers (StoreFixture  *fixture,
             gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  g_autoptr(GBytes) picture = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);
  g_autoptr(GBytes) words = g_bytes_new_static ("no picture", 10);
  const GgovPaper good[] = { { "before.jpg", picture }, { "after.jpg", picture } };
  const GgovPaper bad[] = { { "after.jpg", picture }, { "notes.txt", words } };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH, .papers = bad, .n_papers = 2 };
  g_autoptr(GgovIssueDetails) before = NULL, after = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssuePaperRecord *record;

  board_office_found (store, &office);
  step.issue_id = board_office_file (store, "C0101", "noise", office.grid[0], "2026-03-02T10:00");
  step.at = board_office_time ("2026-03-02T11:00");
  g_assert_cmpint (board_office_move (store, &step, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "notes.txt"));
  g_clear_error (&error);
  before = board_office_get (store, step.issue_id);
  g_assert_cmpuint (before->papers->len + before->events->len, ==, 1);

  step.papers = good;
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
  after = board_office_get (store, step.issue_id);
  g_assert_cmpuint (after->papers->len, ==, 2);
  record = ggov_issue_paper_get_record (after->papers->pdata[1]);
  g_assert_cmpstr (record->name, ==, "after.jpg");
  g_assert_cmpstr (record->media_type, ==, "image/jpeg");
  g_assert_cmpint (record->event_id, ==,
                   ggov_issue_event_get_fields (after->events->pdata[1])->id);
  g_assert_nonnull (ggov_issue_event_get_fields (after->events->pdata[1])->account);

  ggov_store_read_issue_paper_async (store, record->id, NULL, keep_result, &result);
  content = ggov_store_read_issue_paper_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (content, picture));
}

/* A shed that nobody has taken a picture of, by the type of the other that was filed. */
static void
assert_filing_refused (GgovStore *store,
                       gint64     grid_id)
{
  gint64 other = board_office_file (store, "E0101", "other shed", grid_id, "2026-03-02T09:00");
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueFiling filing = {
    .title = "shed", .source = GGOV_ISSUE_SOURCE_PATROL, .grid_id = grid_id,
    .at = board_office_time ("2026-03-02T10:00"),
  };

  g_assert_cmpint (other, >, 0);
  ggov_store_list_filing_types_async (store, "2026-03-02", NULL, keep_result, &listed);
  types = ggov_store_list_filing_types_finish (store, wait_for (&listed), &error);
  g_assert_no_error (error);
  {
    /* What was filed last comes first. */
    g_autoptr(GgovFilingType) type = g_list_model_get_item (types, 0);

    g_assert_cmpstr (ggov_filing_type_get_fields (type)->code, ==, "E0101");
    g_assert_cmpuint (ggov_evidence_find (ggov_filing_type_get_fields (type)->evidence,
                                          GGOV_ISSUE_FILE), ==, GGOV_EVIDENCE_PHOTO);
    filing.case_type_id = ggov_filing_type_get_fields (type)->id;
  }

  ggov_store_file_issue_async (store, &filing, NULL, keep_result, &result);
  g_assert_false (ggov_store_file_issue_finish (store, wait_for (&result), NULL, NULL, NULL, &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "photo"));
}

/* A shed is shown before and after, and what was done is said. */
static void
test_evidence (StoreFixture  *fixture,
               gconstpointer  data)
{
  GgovStore *store = fixture->store;
  BoardOffice office = { 0 };
  g_autoptr(GBytes) words = g_bytes_new_static ("%PDF-1.4", 8);
  const GgovPaper pdf = { "agreement.pdf", words };
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_REPORT_BACK };
  gint64 id;

  board_office_found (store, &office);
  assert_filing_refused (store, office.grid[1]);
  id = step.issue_id = board_office_file (store, "E0101", "shed", office.grid[1], "2026-03-02T10:00");
  board_office_step (store, id, GGOV_ISSUE_DISPATCH, "2026-03-02T11:00", 0);
  board_office_step (store, id, GGOV_ISSUE_ACCEPT, "2026-03-02T11:00", 0);
  step.at = board_office_time ("2026-03-03T11:00");

  /* A photo and words: a PDF is neither. */
  board_office_refuse (store, id, GGOV_ISSUE_REPORT_BACK, "2026-03-03T11:00", 0, "photo");
  step.note = "pulled down";
  step.papers = &pdf;
  step.n_papers = 1;
  g_assert_cmpint (board_office_move (store, &step, NULL), ==, 0);
  step.papers = board_office_get_photo ();
  step.note = " ";
  g_assert_cmpint (board_office_move (store, &step, NULL), ==, 0);
  step.note = "pulled down";
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
}

#define ADD(name, func) \
  g_test_add ("/store/issue-parts/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("strands", test_strands);
  ADD ("strands-void", test_strands_void);
  ADD ("strand-handed-over", test_strand_handed_over);
  ADD ("duplicates", test_duplicates);
  ADD ("summons", test_summons);
  ADD ("proposals", test_proposals);
  ADD ("papers", test_papers);
  ADD ("evidence", test_evidence);

  return g_test_run ();
}
