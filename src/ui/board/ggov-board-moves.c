/* ggov-board-moves.c: moving the board's issues by menu, key, button and drop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page-private.h"
#include "ggov-board-reason.h"
#include "ggov-error-text.h"
#include "ggov-filing-dialog.h"
#include "ggov-move-dialog.h"
#include "ggov-store-move-issue.h"

/* One move under way. */
typedef struct
{
  GgovBoardPage *page;   /* (owned) */
  GgovIssue     *issue;  /* (owned): as it was */
  GgovIssueMove  move;
  GgovIssueStep  step;   /* as it was asked for, for another try */
  char          *note;
  char          *granted;
} Call;

static void
call_free (Call *call)
{
  g_clear_object (&call->page);
  g_clear_object (&call->issue);
  g_free (call->note);
  g_free (call->granted);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static Call *
call_new (GgovBoardPage *page,
          GgovIssue     *issue,
          GgovIssueMove  move)
{
  Call *call = g_new0 (Call, 1);

  call->page = g_object_ref (page);
  call->issue = g_object_ref (issue);
  call->move = move;

  return call;
}

/* "2026-00012 is now in “Dispatched”" where it went on; else "2026-00012: Suspend". */
static char *
dup_sentence (GgovIssue     *issue,
              GgovIssueMove  move)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  GgovIssueState state = fields->state;

  if (ggov_issue_flow_apply (&state, move, NULL) && state.stage != fields->state.stage)
    return g_strdup_printf (_("%1$s is now in “%2$s”"), fields->number,
                            ggov_issue_stage_get_label (state.stage));

  return g_strdup_printf ("%s: %s", fields->number, ggov_issue_move_get_label (move));
}

static void do_step (GgovBoardPage       *self,
                     GgovIssue           *issue,
                     const GgovIssueStep *step);

static void
pass_cb (AdwMessageDialog *dialog,
         const char       *response,
         gpointer          user_data)
{
  g_autoptr(Call) call = user_data;
  GtkEditable *reason = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (!g_str_equal (response, "pass"))
    return;

  call->step.pass_reason = gtk_editable_get_text (reason);
  do_step (call->page, call->issue, &call->step);
}

/* A limit of the board warns, and is passed with a reason. */
static void
ask_to_pass (Call       *call,
             const char *sentence)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (call->page)));
  GtkWidget *dialog = adw_message_dialog_new (window, _("Pass the Limit?"), sentence);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "pass",
                                    _("_Pass the Limit"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "pass");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (
    ADW_MESSAGE_DIALOG (dialog),
    ggov_board_reason_new (ADW_MESSAGE_DIALOG (dialog), _("Why the limit may be passed"), "pass"));
  g_signal_connect (dialog, "response", G_CALLBACK (pass_cb), call);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 id;

  if (!ggov_store_change_finish (GGOV_STORE (object), result, &id, &error))
    {
      sentence = ggov_error_dup_sentence (error);
      if (g_error_matches (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CROWDED) &&
          gtk_widget_get_root (GTK_WIDGET (call->page)))
        {
          ask_to_pass (g_steal_pointer (&call), sentence);
          return;
        }
      _ggov_board_page_say (call->page, sentence);
      /* Another desk may have been quicker: the board and what is open beside it show how it is. */
      _ggov_board_page_reload (call->page);
      _ggov_board_page_reload_details (call->page);
      return;
    }

  ggov_issue_pane_clear_note (call->page->pane);
  sentence = dup_sentence (call->issue, call->move);
  gtk_widget_activate_action (GTK_WIDGET (call->page), "win.announce-change", "(sx)", sentence, id);
}

static void
do_step (GgovBoardPage       *self,
         GgovIssue           *issue,
         const GgovIssueStep *step)
{
  GtkWidget *pane = GTK_WIDGET (self->pane);
  gboolean in_pane = gtk_widget_get_focus_child (pane) != NULL;
  Call *call;

  if (self->session == NULL)
    return;

  call = call_new (self, issue, step->move);
  call->step = *step;
  call->step.note = call->note = g_strdup (step->note);
  call->step.granted = call->granted = g_strdup (step->granted);

  /* The card comes along to where it goes, and the keys with it. */
  self->selected_id = step->issue_id;
  self->grab_focus = !in_pane;
  ggov_store_move_issue_async (ggov_session_get_store (self->session), step, NULL, moved_cb,
                               call);
}

static void
dialog_done_cb (const GgovIssueStep *step,
                gpointer             user_data)
{
  g_autoptr(Call) call = user_data;

  if (step)
    do_step (call->page, call->issue, step);
}

static void
request_move (GgovBoardPage *self,
              GgovIssue     *issue,
              GgovIssueMove  move,
              gint64         handler_id,
              gboolean       asks)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  const GgovIssueStep step = {
    .issue_id = fields->id,
    .row_version = fields->row_version,
    .move = move,
    .note = ggov_issue_pane_get_note (self->pane, fields->id),
    .handler_id = handler_id,
    .at = ggov_session_get_now (self->session),
  };

  /* What is not allowed is not asked about either: the store says why not. */
  if (ggov_issue_flow_allows (&fields->state, move) &&
      (asks || ggov_move_dialog_is_needed (issue, &step)))
    ggov_move_dialog_ask (GTK_WIDGET (self), self->session, issue, &step, dialog_done_cb,
                          call_new (self, issue, move));
  else
    do_step (self, issue, &step);
}

static void
move_to (GgovBoardPage  *self,
         GgovIssue      *issue,
         GgovIssueStage  stage,
         gint64          handler_id)
{
  const GgovIssueState *state = &ggov_issue_get_fields (issue)->state;
  g_autofree char *sentence = NULL;
  GgovIssueMove move;

  /* In the lane of somebody else: to be transferred, of which the dialog asks the rest. */
  if (stage == state->stage)
    {
      if (handler_id != 0 && handler_id != ggov_issue_get_fields (issue)->handler_id)
        request_move (self, issue, GGOV_ISSUE_TRANSFER, handler_id, FALSE);
      return;
    }

  if (ggov_issue_flow_find_move (state, stage, &move))
    {
      request_move (self, issue, move, move == GGOV_ISSUE_DISPATCH ? handler_id : 0, FALSE);
      return;
    }

  if (state->suspended)
    sentence = g_strdup (_("The issue is suspended. Resume it first."));
  else
    sentence = g_strdup_printf (_("No single step leads from “%1$s” to “%2$s”."),
                                ggov_issue_stage_get_label (state->stage),
                                ggov_issue_stage_get_label (stage));
  _ggov_board_page_say (self, sentence);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  const char *code;
  GgovIssue *issue;
  GgovIssueMove move;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &code);
  if ((issue = _ggov_board_page_find (self, id)) && ggov_issue_move_from_code (code, &move, NULL))
    request_move (self, issue, move, 0, g_str_equal (action_name, "board.ask-move"));
}

static void
drop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  const char *code;
  GgovIssue *issue;
  GgovIssueStage stage;
  gint64 id, handler_id;

  g_variant_get (parameter, "(x&sx)", &id, &code, &handler_id);
  if ((issue = _ggov_board_page_find (self, id)) && ggov_issue_stage_from_code (code, &stage, NULL))
    move_to (self, issue, stage, handler_id);
}

static void
move_by (GtkWidget *widget,
         int        by)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssue *issue = _ggov_board_page_find (self, self->selected_id);
  int stage;

  if (issue == NULL)
    return;

  stage = (int) ggov_issue_get_fields (issue)->state.stage + by;
  if (stage >= 0 && stage < GGOV_ISSUE_N_STAGES)
    move_to (self, issue, stage, 0);
}

static void
move_next_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  move_by (widget, 1);
}

static void
move_previous_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  move_by (widget, -1);
}

static void
show_target (GgovBoardColumn *column,
             gpointer         user_data)
{
  const GgovIssueState *state = user_data;
  guint stage = ggov_board_column_get_stage (column);
  GgovIssueMove move;

  if (stage == GGOV_BOARD_COLUMN_ANY || stage == state->stage)
    return;

  if (ggov_issue_flow_find_move (state, stage, &move))
    ggov_board_column_show_target (column, ggov_issue_move_get_label (move), TRUE);
  else
    ggov_board_column_show_target (column, _("Not from here"), FALSE);
}

static void
show_targets_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssue *issue = _ggov_board_page_find (self, g_variant_get_int64 (parameter));

  if (issue)
    _ggov_board_page_foreach (self, show_target,
                              (gpointer) &ggov_issue_get_fields (issue)->state);
}

static void
hide_target (GgovBoardColumn *column,
             gpointer         user_data)
{
  ggov_board_column_show_target (column, NULL, FALSE);
}

static void
hide_targets_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  _ggov_board_page_foreach (GGOV_BOARD_PAGE (widget), hide_target, NULL);
}

static void
filed_cb (const GgovFiled *filed,
          gpointer         user_data)
{
  GgovBoardPage *self = user_data;

  if (filed == NULL)
    {
      g_object_unref (self);
      return;
    }

  /* The board is read anew already; the card is there when that is done. */
  if (filed->is_last)
    {
      self->grab_focus = TRUE;
      _ggov_board_page_open (self, filed->issue_id);
    }
  if (filed->change_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce-change", "(sx)", filed->sentence,
                                filed->change_id);
  else
    _ggov_board_page_say (self, filed->sentence);
}

static void
new_issue_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssueFilter filter;

  if (self->session == NULL)
    return;

  ggov_board_filter_read (self->filter, ggov_session_get_now (self->session), &filter);
  ggov_filing_dialog_ask (widget, self->session, filter.grid_id, filed_cb, g_object_ref (self));
}

void
_ggov_board_page_install_moves (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.ask-move", "(xs)", move_cb);
  gtk_widget_class_install_action (klass, "board.drop", "(xsx)", drop_cb);
  gtk_widget_class_install_action (klass, "board.hide-targets", NULL, hide_targets_cb);
  gtk_widget_class_install_action (klass, "board.move", "(xs)", move_cb);
  gtk_widget_class_install_action (klass, "board.move-next", NULL, move_next_cb);
  gtk_widget_class_install_action (klass, "board.move-previous", NULL, move_previous_cb);
  gtk_widget_class_install_action (klass, "board.new-issue", NULL, new_issue_cb);
  gtk_widget_class_install_action (klass, "board.show-targets", "x", show_targets_cb);
}
