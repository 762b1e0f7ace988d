/* test-store-disputes.c: disputes, their parties, meetings and files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cases-office.h"
#include "ggov-store-disputes.h"
#include "ggov-store-twins.h"
#include "ggov-write-people.h"

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
  REFUSE (fixture, ggov_store_write_dispute_async,
          new_dispute (id, "agreed", "2026-03-05", "Quiet"),
          "not met");

  file = read_file (fixture, id);
  for (guint i = 0; i < 2; i++)
    ids[i] = ggov_dispute_party_get_fields (file->parties->pdata[i])->id;
  present = g_strdup_printf ("%d,%d", (int) ids[0], (int) ids[1]);
  ACCEPT (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (id, "2026-03-04T14:30", "Room 2", present));
  REFUSE (fixture, ggov_store_write_dispute_async,
          new_dispute (id, "agreed", "2026-03-03", "Quiet"),
          "last meeting");
  REFUSE (fixture, ggov_store_write_dispute_async, new_dispute (id, "agreed", "2026-03-05", " "),
          "what was agreed");
  ACCEPT (fixture, ggov_store_write_dispute_async,
          new_dispute (id, "agreed", "2026-03-05", "Quiet"));
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

  before = cases_office_count (fixture);
  g_assert_cmpint (before->disputes_mediated, ==, 0);
  cases_office_close (fixture, id, office.member);
  after = cases_office_count (fixture);
  g_assert_cmpint (after->disputes_mediated, ==, 1);
  ACCEPT (fixture, ggov_store_write_dispute_async, new_dispute (id, "failed", "2026-03-05", "No"));
  failed = cases_office_count (fixture);
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

static gboolean
write_twins (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  gint64 *ids = data;

  for (guint i = 0; i < 3; i++)
    if (!(ids[i] = ggov_change_add_person (change, &(GgovPersonRecord) { .name = "Qian" }, error)))
      return FALSE;

  return TRUE;
}

static void
merge (StoreFixture  *fixture,
       gint64         keep,
       gint64         other,
       GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_merge_people_async (fixture->store, keep, other, NULL, keep_result, &result);
  ggov_store_change_finish (fixture->store, wait_for (&result), NULL, error);
}

/* Two applicants are one person: one party of them stays, who was wherever one of the two was. On two
 * sides they are two. */
static void
test_dispute_merged (StoreFixture  *fixture,
                     gconstpointer  data)
{
  BoardOffice office;
  gint64 id, people[3];
  g_autofree char *first = NULL, *both = NULL;
  g_autoptr(GgovDisputeFile) file = NULL, again = NULL;
  g_autoptr(GError) error = NULL;

  board_office_found (fixture->store, &office);
  write_change (fixture->store, write_twins, people);
  id = board_office_file (fixture->store, "C0105", "noise", office.grid[0], "2026-03-02T10:00");
  ACCEPT (fixture, ggov_store_write_dispute_party_async, new_party (id, "applicant", NULL, people[0]));
  ACCEPT (fixture, ggov_store_write_dispute_party_async, new_party (id, "applicant", NULL, people[1]));
  ACCEPT (fixture, ggov_store_write_dispute_party_async,
          new_party (id, "respondent", NULL, people[2]));
  file = read_file (fixture, id);
  first = g_strdup_printf ("%d",
                           (int) ggov_dispute_party_get_fields (file->parties->pdata[1])->id);
  both = g_strdup_printf ("%d,%s",
                          (int) ggov_dispute_party_get_fields (file->parties->pdata[0])->id, first);
  ACCEPT (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (id, "2026-03-04T14:30", "Room 2", first));
  ACCEPT (fixture, ggov_store_write_dispute_meeting_async,
          new_meeting (id, "2026-03-05T14:30", "Room 2", both));

  merge (fixture, people[0], people[2], &error);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  merge (fixture, people[0], people[1], &error);
  g_assert_no_error (error);

  again = read_file (fixture, id);
  g_assert_cmpuint (again->parties->len, ==, 2);
  g_assert_cmpuint (again->meetings->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (ggov_dispute_meeting_get_fields (again->meetings->pdata[i])->present, ==, "Qian");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/store/disputes/" name, StoreFixture, NULL, store_fixture_set_up, func, \
              store_fixture_tear_down)
  ADD ("dispute", test_dispute);
  ADD ("refused", test_dispute_refused);
  ADD ("merged", test_dispute_merged);

  return g_test_run ();
}
