/* cases-office.c: writing disputes, structures and joint actions of a small office, for their tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cases-office.h"

typedef void (*WriteFunc) (GgovStore           *store,
                           gpointer             row,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

void
cases_answer_clear (CasesAnswer *answer)
{
  g_free (answer->sentence);
}

CasesAnswer
cases_office_write (StoreFixture *fixture,
                    gpointer      func,
                    gpointer      row)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  CasesAnswer answer = { 0, NULL };

  ((WriteFunc) func) (fixture->store, row, NULL, keep_result, &result);
  if (!ggov_store_change_finish (fixture->store, wait_for (&result), &answer.change_id, &error))
    {
      g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED);
      answer.sentence = g_strdup (error->message);
    }
  g_object_unref (row);

  return answer;
}

GgovFigures *
cases_office_count (StoreFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovFigures *figures;

  ggov_store_get_figures_async (fixture->store, CASES_DAY, NULL, keep_result, &result);
  figures = ggov_store_get_figures_finish (fixture->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return figures;
}

void
cases_office_close (StoreFixture *fixture,
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
