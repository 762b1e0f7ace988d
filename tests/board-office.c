/* board-office.c: a small office with issues, for the tests of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "board-office.h"
#include "ggov-local-time.h"
#include "ggov-store-check.h"
#include "ggov-store-choices.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"
#include "ggov-write-places.h"

#define FIRST_DAY "2026-01-01"

static gint64
add_grid (GgovChange  *change,
          gint64       sub_district_id,
          BoardOffice *office,
          guint        i,
          GError     **error)
{
  static const char *const names[] = { "青松", "白杨" };
  g_autoptr(GBytes) shape = g_bytes_new_static ("x", 1);
  g_autofree char *code = g_strdup_printf ("150203005%03u", i + 1);
  g_autofree char *grid_code = g_strdup_printf ("%s001", code);
  g_autofree char *grid_name = g_strdup_printf ("%s第1网格", names[i]);
  const GgovCommunityRecord community = {
    .sub_district_id = sub_district_id, .code = code, .name = names[i], .border = shape,
  };
  GgovGridRecord grid = { .code = grid_code, .name = grid_name, .valid_from = FIRST_DAY };
  GgovPlanRecord plan = { .name = "2026", .state = "in_force", .valid_from = FIRST_DAY };
  GgovBuildingRecord building = { .number = "3号楼", .kind = "residential", .footprint = shape };

  grid.community_id = plan.community_id = building.community_id = office->community[i] =
    ggov_change_add_community (change, &community, error);
  office->grid[i] = ggov_change_add_grid (change, &grid, error);
  if (i > 0)
    return office->grid[i];

  office->building = ggov_change_add_building (change, &building, error);
  ggov_change_assign_building (change, ggov_change_add_plan (change, &plan, error),
                               office->building, office->grid[i], error);
  return office->grid[i];
}

static gint64
add_holder (GgovChange  *change,
            const char  *name,
            const char  *role,
            gint64       grid_id,
            gint64      *post_id,
            GError     **error)
{
  const GgovPersonRecord person = { .name = name, .sex = "2" };
  GgovPostRecord post = { .grid_id = grid_id, .valid_from = FIRST_DAY };

  post.role_id = ggov_change_find_role (change, role, error);
  post.person_id = ggov_change_add_person (change, &person, error);
  if (!(*post_id = ggov_change_add_post (change, &post, error)))
    return 0;

  return post.person_id;
}

static gboolean
write_office (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  BoardOffice *office = data;
  gint64 sub_district = ggov_change_found_office (change, "150203005", "青松街道", FIRST_DAY, error);

  if (!sub_district || !add_grid (change, sub_district, office, 0, error) ||
      !add_grid (change, sub_district, office, 1, error))
    return FALSE;

  office->member = add_holder (change, "任晓明", "full_time_member", office->grid[0],
                               &office->member_post, error);
  office->officer = add_holder (change, "单雨", "department_enforcement", office->grid[1],
                                &office->officer_post, error);

  return office->member && office->officer;
}

void
board_office_found (GgovStore   *store,
                    BoardOffice *office)
{
  write_change (store, write_office, office);
}

static gint64
find_case_type (GgovStore  *store,
                const char *code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_choices_async (store, GGOV_CHOICE_CASE_TYPES, 0, "2026-03-02", NULL, keep_result,
                                 &result);
  types = ggov_store_list_choices_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(GgovChoice) type = g_list_model_get_item (types, i);

      if (g_strcmp0 (ggov_choice_get_fields (type)->code, code) == 0)
        return ggov_choice_get_fields (type)->id;
    }

  g_error ("There is no case type %s", code);
}

gint64
board_office_file (GgovStore  *store,
                   const char *case_type,
                   const char *title,
                   gint64      grid_id,
                   const char *when)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const GgovIssueFiling filing = {
    .case_type_id = find_case_type (store, case_type),
    .title = title,
    .source = GGOV_ISSUE_SOURCE_PATROL,
    .grid_id = grid_id,
    .place = "东门",
    .at = board_office_time (when),
    .papers = board_office_get_photo (),
    /* Of a quarrel there is nothing to see; most others are filed with a photo. */
    .n_papers = g_str_has_prefix (case_type, "C01") ? 0 : 1,
  };
  gint64 id = 0;

  ggov_store_file_issue_async (store, &filing, NULL, keep_result, &result);
  ggov_store_file_issue_finish (store, wait_for (&result), NULL, &id, NULL, &error);
  g_assert_no_error (error);

  return id;
}

gint64
board_office_move (GgovStore            *store,
                   const GgovIssueStep  *step,
                   GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 id = 0;

  ggov_store_move_issue_async (store, step, NULL, keep_result, &result);
  if (!ggov_store_change_finish (store, wait_for (&result), &id, error))
    return 0;

  return id;
}

gint64
board_office_step (GgovStore     *store,
                   gint64         issue_id,
                   GgovIssueMove  move,
                   const char    *when,
                   gint64         other_id)
{
  g_autoptr(GError) error = NULL;
  gint64 id = board_office_move (store, &(GgovIssueStep) {
    .issue_id = issue_id, .row_version = -1, .move = move, .note = "why", .granted = "1d",
    .at = board_office_time (when), .duplicate_of_id = other_id,
  }, &error);

  g_assert_no_error (error);

  return id;
}

void
board_office_refuse (GgovStore     *store,
                     gint64         issue_id,
                     GgovIssueMove  move,
                     const char    *when,
                     gint64         other_id,
                     const char    *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (board_office_move (store, &(GgovIssueStep) {
    .issue_id = issue_id, .row_version = -1, .move = move, .note = "why",
    .at = board_office_time (when), .duplicate_of_id = other_id,
  }, &error), ==, 0);
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
}

GgovIssueDetails *
board_office_get (GgovStore *store,
                  gint64     issue_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovIssueDetails *details;

  ggov_store_get_issue_async (store, issue_id, NULL, keep_result, &result);
  details = ggov_store_get_issue_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);

  return details;
}

void
board_office_undo (GgovStore *store,
                   gint64     change_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_undo_async (store, change_id, NULL, keep_result, &result);
  ggov_store_change_finish (store, wait_for (&result), NULL, &error);
  g_assert_no_error (error);
}

guint
board_office_count_findings (GgovStore *store)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  ggov_store_check_async (store, NULL, keep_result, &result);
  findings = ggov_store_check_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      n += g_str_equal (ggov_finding_get_kind (finding), "issues");
    }

  return n;
}

const GgovPaper *
board_office_get_photo (void)
{
  static GgovPaper photo;

  if (photo.content == NULL)
    photo = (GgovPaper) { "spot.jpg", g_bytes_new_static ("\xff\xd8\xff\xe0", 4) };

  return &photo;
}

gint64
board_office_time (const char *when)
{
  gint64 time = 0;

  g_assert_true (ggov_local_time_parse (when, &time, NULL));

  return time;
}
