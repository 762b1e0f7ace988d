/* ggov-board-cases.c: the cases of the issue that is open beside the board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-board-page-private.h"
#include "ggov-joint-action-forms.h"
#include "ggov-store-issue-cases.h"
#include "ggov-store-joint-actions.h"

/* What they are of, besides the issue itself. */
static const char *const tables[] = {
  "dispute", "dispute_meeting", "joint_action", "joint_action_issue", "structure", "utility_company",
  "utility_problem", NULL,
};

/* Which issue something is asked for. */
typedef struct
{
  GgovBoardPage *page;
  GgovIssue     *issue;
} Call;

static Call *
call_new (GgovBoardPage *page,
          GgovIssue     *issue)
{
  Call *call = g_new0 (Call, 1);

  call->page = g_object_ref (page);
  call->issue = g_object_ref (issue);

  return call;
}

static void
call_free (Call *call)
{
  g_clear_object (&call->page);
  g_clear_object (&call->issue);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
cases_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GListModel) cases = ggov_store_list_issue_cases_finish (GGOV_STORE (object), result,
                                                                    NULL);

  if (cases && call->page->session)
    ggov_issue_pane_show_cases (call->page->pane, ggov_issue_get_fields (call->issue)->id, cases);
}

void
_ggov_board_page_read_cases (GgovBoardPage *self)
{
  GgovIssue *issue = self->session ? ggov_issue_pane_find (self->pane, self->selected_id) : NULL;

  if (issue)
    ggov_store_list_issue_cases_async (ggov_session_get_store (self->session), self->selected_id,
                                       NULL, cases_cb, call_new (self, issue));
}

void
_ggov_board_page_cases_changed (GgovBoardPage      *self,
                                const char *const  *written)
{
  for (guint i = 0; written[i]; i++)
    if (g_strv_contains (tables, written[i]))
      {
        _ggov_board_page_read_cases (self);
        return;
      }
}

static void
actions_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Call) call = user_data;
  g_autoptr(GListModel) actions = ggov_store_list_joint_actions_finish (GGOV_STORE (object), result,
                                                                        NULL);

  if (actions && call->page->session)
    ggov_joint_action_join_form_show (GTK_WIDGET (call->page), call->page->session, actions,
                                      call->issue);
}

static void
join_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GgovBoardPage *self = GGOV_BOARD_PAGE (widget);
  GgovIssue *issue = ggov_issue_pane_find (self->pane, g_variant_get_int64 (parameter));

  if (self->session && issue)
    ggov_store_list_joint_actions_async (ggov_session_get_store (self->session),
                                         ggov_session_get_today (self->session), NULL, actions_cb,
                                         call_new (self, issue));
}

void
_ggov_board_page_install_cases (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "board.join-action", "x", join_action_cb);
}
