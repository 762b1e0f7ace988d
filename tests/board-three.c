/* board-three.c: an office with three issues, for the tests of the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "board-three.h"
#include "ggov-query-issues.h"

void
board_three_set_up (BoardThree    *fixture,
                    gconstpointer  data)
{
  GgovIssueStep step = { .row_version = -1, .move = GGOV_ISSUE_DISPATCH };
  GgovStore *store;

  store_fixture_set_up (&fixture->base, NULL);
  store = fixture->base.store;
  board_office_found (store, &fixture->office);
  fixture->noise = board_office_file (store, "C0101", "noise", fixture->office.grid[0],
                                      "2026-03-02T10:00");
  fixture->cable = board_office_file (store, "C0202", "cable", fixture->office.grid[0],
                                      "2026-03-02T10:00");
  fixture->shed = board_office_file (store, "E0101", "shed", fixture->office.grid[1],
                                     "2026-02-02T10:00");
  step.issue_id = fixture->shed;
  step.handler_id = fixture->office.officer;
  step.at = board_office_time ("2026-02-02T10:00");
  g_assert_cmpint (board_office_move (store, &step, NULL), >, 0);
}

void
board_three_tear_down (BoardThree    *fixture,
                       gconstpointer  data)
{
  store_fixture_tear_down (&fixture->base, NULL);
}

void
board_three_assert_table (BoardThree            *fixture,
                          const GgovIssueFilter *filter,
                          const char            *column,
                          gboolean               descending,
                          const char            *expected)
{
  g_autoptr(GgovQuery) query = ggov_query_new_issues (filter, column, descending);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  ggov_store_find_rows_async (fixture->base.store, query, GGOV_QUERY_ALL, 10, NULL, NULL,
                              keep_result, &result);
  answer = ggov_store_rows_finish (fixture->base.store, wait_for (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      GgovRowKey *key = &g_array_index (answer->keys, GgovRowKey, i);
      GgovIssue *issue = g_hash_table_lookup (answer->rows, &key->id);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              ggov_issue_get_fields (issue)->title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}
