/* ggov-board-marks.c: doing the same with all issues of the board that are chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-board-page-private.h"
#include "ggov-board-reason.h"
#include "ggov-error-text.h"
#include "ggov-store-choices.h"
#include "ggov-store-move-issues.h"

/* As many as a list of refusals shows at a time. */
#define REFUSALS_HEIGHT 300

/* One move of many that is under way. */
typedef struct
{
  GgovBoardPage *page; /* (owned) */
  GArray        *ids;
  GgovIssueStep  step;
  char          *note;
  char          *pass_reason;
} Call;

static void
call_free (Call *call)
{
  g_clear_object (&call->page);
  g_clear_pointer (&call->ids, g_array_unref);
  g_free (call->note);
  g_free (call->pass_reason);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void do_call (Call *call);

/* Refusals -------------------------------------------------------------------------------- */

static GtkWidget *
make_row (const GgovIssueRefusal *refusal)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", refusal->number, refusal->title);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), refusal->sentence);

  return row;
}

static GtkWidget *
make_list (GPtrArray *refusals)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Issues that stay where they are"), -1);
  for (guint i = 0; i < refusals->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (refusals->pdata[i]));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), REFUSALS_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Call *call = user_data;
  GtkEditable *reason = g_object_get_data (G_OBJECT (dialog), "ggov-reason");

  if (!g_str_equal (response, "pass") || reason == NULL)
    {
      call_free (call);
      return;
    }

  g_free (call->pass_reason);
  call->step.pass_reason = call->pass_reason = g_strdup (gtk_editable_get_text (reason));
  do_call (call);
}

/* Those only a limit stands against can be done all the same. */
static void
offer_passing (AdwMessageDialog *dialog,
               GtkWidget        *box)
{
  GtkWidget *reason;

  adw_message_dialog_add_response (dialog, "pass", _("_Pass the Limit"));
  reason = ggov_board_reason_new (dialog, _("Why the limit may be passed"), "pass");
  gtk_box_append (GTK_BOX (box), reason);
  g_object_set_data (G_OBJECT (dialog), "ggov-reason", reason);
}

/* Tells of all in one list; what is left of the call is for those a reason would help. */
static void
show_refusals (Call      *call,
               GPtrArray *refusals)
{
  g_autofree char *heading =
    g_strdup_printf (ngettext ("%u issue stays where it is", "%u issues stay where they are",
                               refusals->len), refusals->len);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (call->page)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, NULL));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_array_set_size (call->ids, 0);
  for (guint i = 0; i < refusals->len; i++)
    {
      const GgovIssueRefusal *refusal = refusals->pdata[i];

      if (refusal->is_crowded)
        g_array_append_val (call->ids, refusal->issue_id);
    }

  gtk_box_append (GTK_BOX (box), make_list (refusals));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  if (call->ids->len > 0)
    offer_passing (dialog, box);
  adw_message_dialog_set_extra_child (dialog, box);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), call);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Doing it -------------------------------------------------------------------------------- */

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GPtrArray) refusals = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 change_id = 0;
  guint n_moved;

  if (!ggov_store_move_issues_finish (GGOV_STORE (object), result, &change_id, &refusals, &error))
    {
      sentence = ggov_error_dup_sentence (error);
      _ggov_board_page_say (call->page, sentence);
      return;
    }
  if (call->page->session == NULL)
    return;

  n_moved = call->ids->len - refusals->len;
  if (change_id != 0)
    {
      sentence = g_strdup_printf (ngettext ("%1$s: %2$u issue", "%1$s: %2$u issues", n_moved),
                                  ggov_issue_move_get_label (call->step.move), n_moved);
      gtk_widget_activate_action (GTK_WIDGET (call->page), "win.announce-change", "(sx)", sentence,
                                  change_id);
    }
  ggov_board_desk_set_marked (call->page->desk, NULL);
  if (refusals->len > 0)
    show_refusals (g_steal_pointer (&call), refusals);
}

static void
do_call (Call *call)
{
  if (call->page->session == NULL)
    {
      call_free (call);
      return;
    }

  ggov_store_move_issues_async (ggov_session_get_store (call->page->session), call->ids,
                                &call->step, NULL, moved_cb, call);
}

/* Asking ---------------------------------------------------------------------------------- */

/* Who could be sent, on the whole sub-district; the first line lets the store find out for each. */
static void
handlers_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkDropDown) handler = user_data;
  g_autoptr(GListModel) people = ggov_store_list_choices_finish (GGOV_STORE (object), result, NULL);
  GListStore *choices = G_LIST_STORE (gtk_drop_down_get_model (handler));

  for (guint i = 0; people && i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(GgovChoice) person = g_list_model_get_item (people, i);

      g_list_store_append (choices, person);
    }
}

static GtkWidget *
make_handler (GgovBoardPage *self)
{
  g_autoptr(GListStore) choices = g_list_store_new (GGOV_TYPE_CHOICE);
  GtkWidget *handler = gtk_drop_down_new (NULL, NULL);

  ggov_choices_name (GTK_DROP_DOWN (handler));
  ggov_choices_append (choices, NULL, _("Whoever answers for the type on the grid"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (handler), G_LIST_MODEL (choices));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (handler), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (handler), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who is sent"), -1);
  ggov_store_list_choices_async (ggov_session_get_store (self->session), GGOV_CHOICE_HANDLERS, 0,
                                 ggov_session_get_today (self->session), NULL, handlers_cb,
                                 g_object_ref (handler));

  return handler;
}

static void
asked_cb (AdwMessageDialog *dialog,
          const char       *response,
          gpointer          user_data)
{
  g_autoptr(Call) call = user_data;
  GtkEditable *note = g_object_get_data (G_OBJECT (dialog), "ggov-note");
  GtkDropDown *handler = g_object_get_data (G_OBJECT (dialog), "ggov-handler");
  GgovChoice *person = handler ? gtk_drop_down_get_selected_item (handler) : NULL;

  if (!g_str_equal (response, "move"))
    return;

  call->step.note = call->note = g_strdup (gtk_editable_get_text (note));
  call->step.handler_id = person ? ggov_choice_get_fields (person)->id : 0;
  do_call (g_steal_pointer (&call));
}

static void
ask (GgovBoardPage *self,
     GgovIssueMove  move)
{
  const char *label = ggov_issue_move_get_label (move);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, label, NULL));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Call *call = g_new0 (Call, 1);
  gboolean needs_reason;
  GtkWidget *note;

  call->page = g_object_ref (self);
  call->ids = ggov_board_desk_copy_marked (self->desk);
  call->step = (GgovIssueStep) { .move = move, .at = ggov_session_get_now (self->session) };
  adw_message_dialog_format_body (dialog, ngettext ("%u issue is chosen.", "%u issues are chosen.",
                                                    call->ids->len), call->ids->len);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "move", label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "move", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "move");
  adw_message_dialog_set_close_response (dialog, "cancel");

  if (move == GGOV_ISSUE_DISPATCH)
    {
      GtkWidget *handler = make_handler (self);

      gtk_box_append (GTK_BOX (box), handler);
      g_object_set_data (G_OBJECT (dialog), "ggov-handler", handler);
    }
  needs_reason = ggov_issue_move_needs_reason (move);
  note = ggov_board_reason_new (dialog, needs_reason ? _("Reason") : _("Note"),
                                needs_reason ? "move" : NULL);
  gtk_box_append (GTK_BOX (box), note);
  g_object_set_data (G_OBJECT (dialog), "ggov-note", note);
  adw_message_dialog_set_extra_child (dialog, box);
  g_signal_connect (dialog, "response", G_CALLBACK (asked_cb), call);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Actions --------------------------------------------------------------------------------- */

static void
move_marked_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssueMove move;

  if (self->session == NULL ||
      !ggov_issue_move_from_code (g_variant_get_string (parameter, NULL), &move, NULL))
    return;

  if (ggov_board_desk_get_n_marked (self->desk) == 0 && self->selected_id != 0)
    ggov_board_desk_mark (self->desk, self->selected_id, TRUE);
  if (ggov_board_desk_get_n_marked (self->desk) > 0)
    ask (self, move);
  else
    _ggov_board_page_say (self, _("Choose issues first: with the space bar, or Ctrl and a click."));
}

static void
mark_issue_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovBoardDesk *desk = GGOV_BOARD_PAGE (widget)->desk;
  gint64 id = g_variant_get_int64 (parameter);

  ggov_board_desk_mark (desk, id, !ggov_board_desk_is_marked (desk, id));
}

static void
mark_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gint64 id = GGOV_BOARD_PAGE (widget)->selected_id;

  if (id != 0)
    gtk_widget_activate_action (widget, "board.mark-issue", "x", id);
}

/* Of the column that has the chosen card. */
static void
mark_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssue *issue = _ggov_board_page_find (self, self->selected_id);
  g_autoptr(GArray) ids = ggov_board_desk_copy_marked (self->desk);

  if (issue == NULL)
    return;

  ggov_board_column_list_shown (self->columns[ggov_issue_get_fields (issue)->state.stage], ids);
  ggov_board_desk_set_marked (self->desk, ids);
}

static void
clear_marks_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ggov_board_desk_set_marked (GGOV_BOARD_PAGE (widget)->desk, NULL);
}

void
_ggov_board_page_show_marks (GgovBoardPage *self)
{
  guint n = ggov_board_desk_get_n_marked (self->desk);
  g_autofree char *text = g_strdup_printf (ngettext ("%u issue chosen", "%u issues chosen", n), n);

  gtk_label_set_label (self->marks_label, text);
  gtk_revealer_set_reveal_child (self->marks_bar, n > 0);
}

void
_ggov_board_page_install_marks (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.clear-marks", NULL, clear_marks_cb);
  gtk_widget_class_install_action (klass, "board.mark", NULL, mark_cb);
  gtk_widget_class_install_action (klass, "board.mark-all", NULL, mark_all_cb);
  gtk_widget_class_install_action (klass, "board.mark-issue", "x", mark_issue_cb);
  gtk_widget_class_install_action (klass, "board.move-marked", "s", move_marked_cb);
}
