/* test-store-cases.c: disputes, structures, joint actions and utility problems
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "board-office.h"
#include "ggov-store-disputes.h"
#include "ggov-store-figures.h"
#include "ggov-store-joint-actions.h"
#include "ggov-store-structures.h"
#include "ggov-store-utilities.h"
#include "ggov-write-organisations.h"

#define DAY "2026-03-31"

/* What a row's writing answered: the change's number, or 0 and the sentence of why not. */
typedef struct
{
  gint64  change_id;
  char   *sentence;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->sentence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

typedef void (*WriteFunc) (GgovStore           *store,
                           gpointer             row,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

/* @row: (transfer full) */
static Answer
write_row (StoreFixture *fixture,
           gpointer      func,
           gpointer      row)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Answer answer = { 0, NULL };

  ((WriteFunc) func) (fixture->store, row, NULL, keep_result, &result);
  if (!ggov_store_change_finish (fixture->store, wait_for (&result), &answer.change_id, &error))
    {
      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      answer.sentence = g_strdup (error->message);
    }
  g_object_unref (row);

  return answer;
}

#define ACCEPT(fixture, func, row) \
  G_STMT_START \
    { \
      g_auto(Answer) accepted_ = write_row (fixture, func, row); \
      g_assert_cmpstr (accepted_.sentence, ==, NULL); \
      g_assert_cmpint (accepted_.change_id, >, 0); \
    } \
  G_STMT_END

#define REFUSE(fixture, func, row, words) \
  G_STMT_START \
    { \
      g_auto(Answer) refused_ = write_row (fixture, func, row); \
      g_assert_nonnull (refused_.sentence); \
      g_assert_nonnull (strstr (refused_.sentence, words)); \
    } \
  G_STMT_END

static GgovFigures *
count (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovFigures *figures;

  ggov_store_get_figures_async (fixture->store, DAY, NULL, keep_result, &result);
  figures = ggov_store_get_figures_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return figures;
}

static void
close_issue (StoreFixture *fixture,
             gint64        id,
             gint64        handler)
{
  static const GgovIssueMove moves[] = {
    GGOV_ISSUE_DISPATCH, GGOV_ISSUE_ACCEPT, GGOV_ISSUE_REPORT_BACK, GGOV_ISSUE_VERIFY_PASS,
    GGOV_ISSUE_CLOSE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *when = g_strdup_printf ("2026-03-20T1%u:00", i);
      const GgovIssueStep step = {
        .issue_id = id, .row_version = -1, .move = moves[i], .note = "done", .handler_id = handler,
        .at = board_office_time (when), .papers = board_office_get_photo (), .n_papers = 1,
      };
      g_autoptr(GError) error = NULL;

      board_office_move (fixture->store, &step, &error);
      g_assert_no_error (error);
    }
}

/* Disputes ------------------------------------------------------------------------------------- */

static GgovDisputeFile *
read_file (StoreFixture *fixture,
           gint64        issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovDisputeFile *file;

  ggov_store_read_dispute_async (fixture->store, issue_id, NULL, keep_result, &result);
  file = ggov_store_read_dispute_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return file;
}

static gpointer
new_party (gint64      issue_id,
           const char *side,
           const char *name,
           gint64      person_id)
{
  return ggov_dispute_party_new (&(GgovDisputePartyFields) {
    .issue_id = issue_id, .side = side, .name = name, .person_id = person_id, .phone = "1",
  });
}

static gpointer
new_meeting (gint64      issue_id,
             const char *when,
             const char *place,
             const char *party_ids)
{
  return ggov_dispute_meeting_new (&(GgovDisputeMeetingFields) {
    .issue_id = issue_id, .at = board_office_time (when), .place = place, .party_ids = party_ids,
    .said = "Both told their side.",
  });
}

static gpointer
new_dispute (gint64      issue_id,
             const char *outcome,
             const char *ended_on,
             const char *agreement)
{
  return ggov_dispute_new (&(GgovDisputeFields) {
    .issue_id = issue_id, .applied_on = "2026-03-02", .accepted_on = "2026-03-03",
    .outcome = outcome, .ended_on = ended_on, .agreement = agreement,
  });
}

static void
mark_piece (StoreFixture *fixture,
            gint64        issue_id,
            const char   *piece,
            const char   *day,
            const char   *words)
{
  g_autoptr(GgovDisputePiece) row = ggov_dispute_piece_new (&(GgovDisputePieceFields) {
    .piece = piece, .day = day });
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_mark_dispute_piece_async (fixture->store, issue_id, row, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error);
  if (words == NULL)
    g_assert_no_error (error);
  else
    g_assert_nonnull (strstr (error->message, words));
}

/* An agreement asks for eight pieces; application and minutes are there. */
static void
test_dispute (StoreFixture  *fixture,
              gconstpointer  data)
{
  BoardOffice office;
  gint64 id, ids[2];
  g_autofree char *present = NULL;
  g_autoptr(GgovDisputeFile) file = NULL, again = NULL;
  const GgovDisputeFields *fields;
  g_autoptr(GgovFigures) before = NULL, after = NULL, failed = NULL;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "C0105", "noise", office.grid[0], "2026-03-02T10:00");
  ACCEPT (fixture, ggov_store_write_dispute_party_async, new_party (id, "applicant", "Zhao", 0));
  ACCEPT (fixture, ggov_store_write_dispute_party_async,
          new_party (id, "respondent", NULL, office.member));
  REFUSE (fixture, ggov_store_write_dispute_async, new_dispute (id, "agreed", "2026-03-05", "Quiet"),
          "not met");

  file = read_file (fixture, id);
  for (guint i = 0; i < 2; i++)
    ids[i] = ggov_dispute_party_get_fields (file->parties->pdata[i])->id;
  present = g_strdup_printf ("%d,%d", (int) ids[0], (int) ids[1]);
  ACCEPT (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (id, "2026-03-04T14:30", "Room 2", present));
  REFUSE (fixture, ggov_store_write_dispute_async, new_dispute (id, "agreed", "2026-03-03", "Quiet"),
          "last meeting");
  REFUSE (fixture, ggov_store_write_dispute_async, new_dispute (id, "agreed", "2026-03-05", " "),
          "what was agreed");
  ACCEPT (fixture, ggov_store_write_dispute_async, new_dispute (id, "agreed", "2026-03-05", "Quiet"));
  mark_piece (fixture, id, "application", "2026-03-02", NULL);
  mark_piece (fixture, id, "minutes", "2026-03-04", NULL);
  mark_piece (fixture, id, "poem", "2026-03-04", "no such piece");

  again = read_file (fixture, id);
  fields = ggov_dispute_get_fields (again->dispute);
  g_assert_cmpstr (fields->outcome, ==, "agreed");
  g_assert_cmpint (fields->n_parties, ==, 2);
  g_assert_cmpint (fields->n_required, ==, 8);
  g_assert_cmpint (fields->n_missing, ==, 6);
  g_assert_cmpstr (ggov_dispute_meeting_get_fields (again->meetings->pdata[0])->present, ==,
                   "Zhao, 任晓明");

  before = count (fixture);
  g_assert_cmpint (before->disputes_mediated, ==, 0);
  close_issue (fixture, id, office.member);
  after = count (fixture);
  g_assert_cmpint (after->disputes_mediated, ==, 1);
  ACCEPT (fixture, ggov_store_write_dispute_async, new_dispute (id, "failed", "2026-03-05", "No"));
  failed = count (fixture);
  g_assert_cmpint (failed->disputes_mediated, ==, 0);
  g_assert_cmpint (failed->issues_handled, ==, 1);
}

static void
test_dispute_refused (StoreFixture  *fixture,
                      gconstpointer  data)
{
  BoardOffice office;
  gint64 dispute, other;

  board_office_found (fixture->store, &office);
  dispute = board_office_file (fixture->store, "C0105", "noise", office.grid[0],
                               "2026-03-02T10:00");
  other = board_office_file (fixture->store, "M0101", "water", office.grid[0], "2026-03-02T10:00");
  REFUSE (fixture, ggov_store_write_dispute_party_async, new_party (other, "applicant", "Zhao", 0),
          "no dispute");
  REFUSE (fixture, ggov_store_write_dispute_party_async, new_party (dispute, "judge", "Zhao", 0),
          "applicant, respondent");
  REFUSE (fixture, ggov_store_write_dispute_party_async, new_party (dispute, "applicant", "  ", 0),
          "who the party is");
  ACCEPT (fixture, ggov_store_write_dispute_party_async,
          new_party (dispute, "applicant", "Zhao", 0));
  REFUSE (fixture, ggov_store_write_dispute_party_async,
          new_party (dispute, "respondent", "Zhao", 0), "already");
  REFUSE (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (dispute, "2026-03-02T09:59", "Room 2", NULL), "before the issue");
  REFUSE (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (dispute, "2026-03-02T10:01", " ", NULL), "where they meet");
  REFUSE (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (dispute, "2026-03-02T10:01", "Room 2", "999"), "Only parties");
  REFUSE (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (dispute, "2096-03-02T10:01", "Room 2", NULL), "still to come");
  REFUSE (fixture, ggov_store_write_dispute_async,
          new_dispute (dispute, "agreed", "2026-03-05", "Quiet"), "an applicant and a respondent");
  mark_piece (fixture, dispute, "application", "2026-02-30", "is no day");
  mark_piece (fixture, dispute, "application", "2096-02-01", "still to come");
}

/* Structures ------------------------------------------------------------------------------------ */

static GgovStructure *
get_structure (StoreFixture *fixture,
               gint64        issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_structures_async (fixture->store, issue_id, DAY, NULL, keep_result, &result);
  rows = ggov_store_list_structures_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_list_model_get_item (rows, 0);
}

static GgovStructureFields
start_structure (gint64 issue_id)
{
  return (GgovStructureFields) {
    .issue_id = issue_id, .label = "Sun room", .area_cm2 = 125000, .found_on = "2026-03-03",
  };
}

/* 12.5 m² found, of which 10 m² are pulled down; then the change is taken back. */
static void
test_structure (StoreFixture  *fixture,
                gconstpointer  data)
{
  BoardOffice office;
  GgovStructureFields fields;
  g_autoptr(GgovStructure) row = NULL, undone = NULL;
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id, change_id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");
  fields = start_structure (id);
  ACCEPT (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields));
  row = get_structure (fixture, id);
  g_assert_cmpstr (ggov_structure_get_fields (row)->state, ==, "found");
  g_assert_cmpint (ggov_structure_get_fields (row)->grid_id, ==, office.grid[1]);

  fields = *ggov_structure_get_fields (row);
  fields.stopped_on = "2026-03-04";
  fields.demolished_on = "2026-03-10";
  fields.demolished_cm2 = 100000;
  {
    g_auto(Answer) answer = write_row (fixture, ggov_store_write_structure_async,
                                       ggov_structure_new (&fields));

    g_assert_cmpstr (answer.sentence, ==, NULL);
    change_id = answer.change_id;
  }
  ggov_store_add_structure_photo_async (fixture->store, fields.id, "after", "after.jpg",
                                        board_office_get_photo ()->content, NULL, keep_result,
                                        &result);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&result), NULL, &error));
  g_assert_no_error (error);

  /* It need not be measured again to be closed. */
  close_issue (fixture, id, office.officer);
  figures = count (fixture);
  g_assert_cmpint (figures->illegal_structures.count, ==, 1);
  g_assert_cmpint (figures->illegal_structures.area_m2, ==, 10);
  undone = get_structure (fixture, id);
  g_assert_cmpstr (ggov_structure_get_fields (undone)->state, ==, "partly");
  g_assert_cmpint (ggov_structure_get_fields (undone)->n_after, ==, 1);
  g_assert_cmpint (change_id, >, 0);
}

static void
test_structure_undone (StoreFixture  *fixture,
                       gconstpointer  data)
{
  BoardOffice office;
  GgovStructureFields fields;
  g_autoptr(GgovStructure) row = NULL, undone = NULL;
  gint64 id;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0103", "wall", office.grid[1], "2026-03-02T10:00");
  fields = start_structure (id);
  ACCEPT (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields));
  row = get_structure (fixture, id);
  fields = *ggov_structure_get_fields (row);
  fields.demolished_on = "2026-03-10";
  {
    g_auto(Answer) answer = write_row (fixture, ggov_store_write_structure_async,
                                       ggov_structure_new (&fields));

    board_office_undo (fixture->store, answer.change_id);
  }
  undone = get_structure (fixture, id);
  g_assert_cmpstr (ggov_structure_get_fields (undone)->state, ==, "found");
  g_assert_cmpint (ggov_structure_get_fields (undone)->demolished_cm2, ==, 0);
}

static void
test_structure_refused (StoreFixture  *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    gint64      area_cm2;
    const char *outline;
    const char *found_on;
    const char *stopped_on;
    const char *demolished_on;
    gint64      demolished_cm2;
    const char *words;
  } cases[] = {
    { 0, NULL, "2026-03-03", NULL, NULL, 0, "above zero" },
    { -1, NULL, "2026-03-03", NULL, NULL, 0, "above zero" },
    { 200010000, NULL, "2026-03-03", NULL, NULL, 0, "square metres?" },
    { 125000, NULL, "2026-03-03", NULL, "2026-03-09", 125001, "than was found" },
    { 125000, NULL, "2026-03-03", NULL, NULL, 100000, "on which day" },
    { 125000, NULL, "2026-03-03", NULL, "2026-03-02", 0, "before it was found" },
    { 125000, NULL, "2026-03-03", "2026-03-02", NULL, 0, "stopped before" },
    { 125000, NULL, NULL, NULL, NULL, 0, "found, such as" },
    { 125000, NULL, "2096-03-03", NULL, NULL, 0, "still to come" },
    { 125000, NULL, "03/03", NULL, NULL, 0, "is no day" },
    { 0, "110.0,40.0 110.1,40.1", "2026-03-03", NULL, NULL, 0, "three corners" },
    { 0, "110.0,40.0 110.001,40.001 110.001,40.0 110.0,40.001", "2026-03-03", NULL, NULL, 0,
      "crosses itself" },
    { 0, "40.0,110.0 40.001,110.0 40.001,110.001", "2026-03-03", NULL, NULL, 0,
      "longitude first" },
    { 0, "110.0,40.0 110.0001,40.0 110.0001,40.0001", "2026-03-03", NULL, NULL, 0,
      "outside every grid" },
  };
  BoardOffice office;
  gint64 id, other;

  board_office_found (fixture->store, &office);
  id = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");
  other = board_office_file (fixture->store, "C0105", "noise", office.grid[1], "2026-03-02T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GgovStructureFields fields = {
        .issue_id = id, .label = "Shed", .area_cm2 = cases[i].area_cm2, .outline = cases[i].outline,
        .found_on = cases[i].found_on, .stopped_on = cases[i].stopped_on,
        .demolished_on = cases[i].demolished_on, .demolished_cm2 = cases[i].demolished_cm2,
      };

      REFUSE (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields),
              cases[i].words);
    }
  {
    GgovStructureFields fields = start_structure (other);

    REFUSE (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields),
            "no structures");
    fields.issue_id = id;
    fields.label = "  ";
    REFUSE (fixture, ggov_store_write_structure_async, ggov_structure_new (&fields),
            "kind of structure");
  }
}

/* Joint actions --------------------------------------------------------------------------------- */

static gboolean
write_organisations (GgovChange  *change,
                     gpointer     data,
                     GError     **error)
{
  static const GgovOrganisationRecord records[] = {
    { .kind = "department", .name = "Enforcement" }, { .kind = "department", .name = "Police" },
    { .kind = "water", .name = "Water One" },        { .kind = "other", .name = "Heat One" },
  };
  gint64 *ids = data;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    if (!(ids[i] = ggov_change_add_organisation (change, &records[i], error)))
      return FALSE;

  return TRUE;
}

static GgovJointAction *
get_action (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_joint_actions_async (fixture->store, DAY, NULL, keep_result, &result);
  rows = ggov_store_list_joint_actions_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return g_list_model_get_item (rows, 0);
}

static gpointer
new_line (gint64      action_id,
          const char *kind,
          gint64      of_id,
          const char *day,
          const char *text)
{
  return ggov_joint_action_line_new (&(GgovJointActionLineFields) {
    .action_id = action_id, .kind = kind, .of_id = of_id, .day = day, .text = text,
    .is_lead = text && *text == 'L', .people = 3,
  });
}

static void
test_joint_action (StoreFixture  *fixture,
                   gconstpointer  data)
{
  const gpointer write_line = ggov_store_write_joint_action_line_async;
  BoardOffice office;
  gint64 companies[4], id, old, open;
  g_autoptr(GgovJointAction) row = NULL, after = NULL;
  GgovJointActionFields fields = { .title = "Pull down", .starts_on = "2026-03-21" };

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_organisations, companies);
  old = board_office_file (fixture->store, "C0105", "old", office.grid[1], "2026-03-02T10:00");
  close_issue (fixture, old, office.officer);
  open = board_office_file (fixture->store, "E0102", "roof", office.grid[1], "2026-03-02T10:00");

  ACCEPT (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields));
  row = get_action (fixture);
  id = ggov_joint_action_get_fields (row)->id;
  ACCEPT (fixture, write_line, new_line (id, "party", companies[0], NULL, "Leads"));
  REFUSE (fixture, write_line, new_line (id, "party", companies[0], NULL, ""), "already");
  REFUSE (fixture, write_line, new_line (id, "party", companies[1], NULL, "Leads"), "leads");
  REFUSE (fixture, write_line, new_line (id, "party", 999, NULL, ""), "Choose the organisation");
  REFUSE (fixture, write_line, new_line (id, "step", 0, "2026-03-20", "Told"), "before the joint");
  REFUSE (fixture, write_line, new_line (id, "issue", old, NULL, ""), "was closed before");
  ACCEPT (fixture, write_line, new_line (id, "issue", open, NULL, ""));
  REFUSE (fixture, write_line, new_line (id, "issue", open, NULL, ""), "already");
  ACCEPT (fixture, write_line, new_line (id, "step", 0, "2026-03-22", "Told everybody"));

  fields = *ggov_joint_action_get_fields (row);
  fields.ended_on = "2026-03-25";
  fields.result = "All gone";
  REFUSE (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields),
          "two parties");
  ACCEPT (fixture, write_line, new_line (id, "party", companies[1], NULL, "Guards"));
  fields.ended_on = "2026-03-21";
  REFUSE (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields),
          "outside its days");
  fields.ended_on = "2026-03-25";
  ACCEPT (fixture, ggov_store_write_joint_action_async, ggov_joint_action_new (&fields));
  REFUSE (fixture, write_line, new_line (id, "step", 0, "2026-03-24", "More"), "has ended");

  after = get_action (fixture);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_parties, ==, 2);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_people, ==, 6);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_issues, ==, 1);
  g_assert_cmpint (ggov_joint_action_get_fields (after)->n_closed, ==, 0);
  g_assert_cmpstr (ggov_joint_action_get_fields (after)->lead, ==, "Enforcement");
}

/* Utilities ------------------------------------------------------------------------------------- */

static GListModel *
list_utilities (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  ggov_store_list_utilities_async (fixture->store, DAY, NULL, keep_result, &result);
  rows = ggov_store_list_utilities_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return rows;
}

static void
assert_row (GListModel *rows,
            guint       i,
            const char *company,
            gint64      reported,
            gint64      open)
{
  g_autoptr(GgovUtilityRow) row = g_list_model_get_item (rows, i);
  const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

  g_assert_cmpstr (fields->company, ==, company);
  g_assert_cmpint (fields->n_reported, ==, reported);
  g_assert_cmpint (fields->n_open, ==, open);
  g_assert_cmpint (fields->n_solved, ==, reported - open);
}

/* Water has one company by its kind; heat has none until somebody says who supplies it. */
static void
test_utilities (StoreFixture  *fixture,
                gconstpointer  data)
{
  BoardOffice office;
  gint64 companies[4], heat, water;
  g_autoptr(GListModel) before = NULL, after = NULL;
  g_autoptr(GAsyncResult) supply = NULL, wrong = NULL;
  g_autoptr(GError) error = NULL, refused = NULL;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_organisations, companies);
  water = board_office_file (fixture->store, "M0101", "dry", office.grid[0], "2026-03-02T10:00");
  heat = board_office_file (fixture->store, "M0301", "cold", office.grid[0], "2026-02-02T10:00");
  close_issue (fixture, heat, office.member);

  before = list_utilities (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (before), ==, 2);
  assert_row (before, 0, "Water One", 1, 1);
  assert_row (before, 1, "No company", 1, 0);

  ggov_store_set_supply_async (fixture->store, companies[3], GGOV_UTILITY_HEATING, TRUE, NULL,
                               keep_result, &supply);
  g_assert_true (ggov_store_change_finish (fixture->store, wait_for (&supply), NULL, &error));
  after = list_utilities (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 2);
  assert_row (after, 1, "Heat One", 1, 0);
  {
    g_autoptr(GgovUtilityRow) row = g_list_model_get_item (after, 1);

    /* April 2025 to March 2026: February is the eleventh. */
    g_assert_cmpstr (ggov_utility_row_get_fields (row)->months, ==, "0 0 0 0 0 0 0 0 0 0 1 0");
  }

  ggov_store_assign_company_async (fixture->store, water, companies[3], NULL, keep_result, &wrong);
  g_assert_false (ggov_store_change_finish (fixture->store, wait_for (&wrong), NULL, &refused));
  g_assert_nonnull (strstr (refused->message, "does not supply"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/cases/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)
  ADD ("dispute", test_dispute);
  ADD ("dispute-refused", test_dispute_refused);
  ADD ("structure", test_structure);
  ADD ("structure-undone", test_structure_undone);
  ADD ("structure-refused", test_structure_refused);
  ADD ("joint-action", test_joint_action);
  ADD ("utilities", test_utilities);

  return g_test_run ();
}
