/* ggov-board-read.c: reading what the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-page-private.h"
#include "ggov-error-text.h"

/* One reading of the board: the counts first, then the issues. */
typedef struct
{
  GgovBoardPage *page;     /* (owned) */
  gboolean       filtered; /* something is left out */
  gint64         counts[GGOV_ISSUE_N_STAGES];
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_object (&reading->page);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* What the filters ask for, now. Returns: whether anything is left out */
static gboolean
read_filter (GgovBoardPage   *self,
             GgovIssueFilter *filter)
{
  gboolean filtered = ggov_board_filter_read (self->filter, filter);

  filter->limit = self->limit;
  filter->now = ggov_session_get_now (self->session);

  return filtered;
}

static void
say_error (GgovBoardPage *self,
           const GError  *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  _ggov_board_page_say (self, sentence);
}

static void
show_state (GgovBoardPage *self,
            const Reading *reading)
{
  gint64 total = 0;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    total += reading->counts[stage];

  gtk_stack_set_visible_child_name (self->stack, total > 0         ? "board"
                                                 : reading->filtered ? "nothing"
                                                                     : "empty");
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  GgovBoardPage *self = reading->page;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);

  if (issues == NULL)
    {
      say_error (self, error);
      return;
    }
  if (self->session == NULL)
    return;

  show_state (self, reading);
  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    ggov_board_column_set_issues (self->columns[stage], issues, reading->counts[stage],
                                  ggov_session_get_clock (self->session),
                                  ggov_session_get_now (self->session));
  _ggov_board_page_select (self, self->selected_id, self->grab_focus);
  if (self->reveal)
    _ggov_board_page_reveal (self);
  self->grab_focus = FALSE;
  self->reveal = FALSE;
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  GgovBoardPage *self = reading->page;
  g_autoptr(GError) error = NULL;
  GgovIssueFilter filter;

  if (!ggov_store_count_issues_finish (GGOV_STORE (object), result, reading->counts, &error))
    {
      say_error (self, error);
      return;
    }
  if (self->session == NULL)
    return;

  reading->filtered = read_filter (self, &filter);
  ggov_store_list_issues_async (GGOV_STORE (object), &filter, self->cancellable, listed_cb,
                                g_steal_pointer (&reading));
}

void
_ggov_board_page_reload (GgovBoardPage *self)
{
  Reading *reading;
  GgovIssueFilter filter;

  if (self->session == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  reading = g_new0 (Reading, 1);
  reading->page = g_object_ref (self);
  read_filter (self, &filter);
  ggov_store_count_issues_async (ggov_session_get_store (self->session), &filter,
                                 self->cancellable, counted_cb, reading);
}
