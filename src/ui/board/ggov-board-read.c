/* ggov-board-read.c: reading what the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-page-private.h"
#include "ggov-error-text.h"
#include "ggov-store-issue.h"

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
  reading->page->n_readings--;
  g_clear_object (&reading->page);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* What the filters ask for, now. Returns: whether anything is left out */
static gboolean
read_filter (GgovBoardPage   *self,
             GgovIssueFilter *filter)
{
  gboolean filtered = ggov_board_filter_read (self->filter, ggov_session_get_now (self->session),
                                              filter);

  filter->limit = self->limit;

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

static const char *
get_child_name (GgovBoardPage *self)
{
  if (self->view == GGOV_BOARD_VIEW_BOARD && self->grouping != GGOV_ISSUE_GROUPING_NONE)
    return "lanes";

  return _ggov_board_page_get_view (self);
}

static void
show_state (GgovBoardPage *self,
            const Reading *reading)
{
  gint64 total = 0;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    total += reading->counts[stage];

  gtk_stack_set_visible_child_name (self->stack, total > 0           ? get_child_name (self)
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
    ggov_board_column_set_issues (self->columns[stage], issues, reading->counts[stage]);
  _ggov_board_page_select (self, self->selected_id, self->grab_focus);
  if (self->reveal)
    _ggov_board_page_reveal (self);
  self->grab_focus = FALSE;
  self->reveal = FALSE;
}

/* What is not a column of cards each reads for itself. */
static void
show_view (GgovBoardPage         *self,
           const GgovIssueFilter *filter,
           gboolean               is_anew)
{
  GgovStore *store = ggov_session_get_store (self->session);

  if (self->view == GGOV_BOARD_VIEW_LIST)
    ggov_board_list_show (self->list, store, filter, !is_anew);
  else if (self->view == GGOV_BOARD_VIEW_CALENDAR)
    ggov_board_month_show (self->month, store, filter);
  else if (self->view == GGOV_BOARD_VIEW_MAP && is_anew)
    ggov_board_map_show (self->map, self->session, filter);
  else if (self->view == GGOV_BOARD_VIEW_BOARD)
    ggov_board_lanes_show (self->lanes, store, filter, self->grouping);
  _ggov_board_page_select (self, self->selected_id, self->grab_focus);
  self->grab_focus = FALSE;
}

/* Where there is none, none is looked for. */
static guint
find_stages (const Reading *reading)
{
  guint stages = 0;

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    stages |= (guint) (reading->counts[stage] > 0) << stage;

  return stages != 0 ? stages : 1u << GGOV_ISSUE_COLLECTED;
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
  if (self->view == GGOV_BOARD_VIEW_BOARD && self->grouping == GGOV_ISSUE_GROUPING_NONE)
    {
      filter.stages = find_stages (reading);
      ggov_store_list_issues_async (GGOV_STORE (object), &filter, self->cancellable, listed_cb,
                                    g_steal_pointer (&reading));
      return;
    }

  show_state (self, reading);
  show_view (self, &filter, self->is_asked_anew);
  self->is_asked_anew = FALSE;
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

  ggov_board_desk_tick (self->desk);
  reading = g_new0 (Reading, 1);
  reading->page = g_object_ref (self);
  self->n_readings++;
  read_filter (self, &filter);
  ggov_store_count_issues_async (ggov_session_get_store (self->session), &filter,
                                 self->cancellable, counted_cb, reading);
}

void
_ggov_board_page_ask_anew (GgovBoardPage *self)
{
  self->is_asked_anew = TRUE;
  _ggov_board_page_reload (self);
}

gboolean
ggov_board_page_is_reading (GgovBoardPage *self)
{
  g_return_val_if_fail (GGOV_IS_BOARD_PAGE (self), FALSE);

  return self->n_readings > 0 || ggov_board_lanes_is_reading (self->lanes) ||
         ggov_board_list_is_reading (self->list);
}

/* What is open beside the board ----------------------------------------------------------- */

static void
details_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovBoardPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovIssueDetails) details = ggov_store_get_issue_finish (GGOV_STORE (object), result,
                                                                     &error);

  if (self->session == NULL)
    return;

  if (details == NULL)
    adw_flap_set_reveal_flap (self->flap, FALSE);
  else if (ggov_issue_get_fields (details->issue)->id == self->selected_id)
    {
      ggov_issue_pane_show (self->pane, details, ggov_session_get_clock (self->session),
                            ggov_session_get_now (self->session));
      _ggov_board_page_read_cases (self);
      if (self->explain)
        ggov_issue_pane_explain (self->pane);
      self->explain = FALSE;
    }
}

void
_ggov_board_page_reload_details (GgovBoardPage *self)
{
  if (self->session == NULL || self->selected_id == 0 || !adw_flap_get_reveal_flap (self->flap))
    return;

  ggov_store_get_issue_async (ggov_session_get_store (self->session), self->selected_id, NULL,
                              details_cb, g_object_ref (self));
}
