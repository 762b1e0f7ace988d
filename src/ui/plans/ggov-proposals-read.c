/* ggov-proposals-read.c: reading what grids are proposed for, and which of them are left as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-error-text.h"
#include "ggov-plan-stroke.h"
#include "ggov-proposals-private.h"
#include "ggov-store-plans.h"

static void
clear_locks (GgovProposalsWindow *self)
{
  for (guint i = 0; i < self->locks->len; i++)
    adw_expander_row_remove (self->locked_row, self->locks->pdata[i]);
  g_ptr_array_set_size (self->locks, 0);
}

static void
add_lock (GgovProposalsWindow *self,
          GgovDraft           *before,
          const GgovDraftGrid *grid)
{
  g_autofree char *label = ggov_plan_stroke_dup_label (before, grid->number);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), grid->is_locked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  /* What is locked in a draft is unlocked there. */
  gtk_widget_set_sensitive (check, self->draft_id == 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  adw_expander_row_add_row (self->locked_row, row);
  g_ptr_array_add (self->locks, row);
}

/* Grids can be left out where one community is proposed for. */
static void
show_locks (GgovProposalsWindow *self)
{
  GgovDraft *before = self->n_wanted == 1 ? self->befores->pdata[0] : NULL;
  guint n = before ? ggov_draft_get_n_grids (before) : 0;

  clear_locks (self);
  for (guint i = 0; i < n; i++)
    add_lock (self, before, ggov_draft_get_grid (before, i));
  gtk_widget_set_visible (GTK_WIDGET (self->locked_row), n > 0);
}

static void
show_read_error (GgovProposalsWindow *self,
                 const GError        *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  _ggov_proposals_window_show_error (self, sentence);
}

static gint64
get_community (GgovProposalsWindow *self,
               guint                i)
{
  return g_array_index (self->communities, gint64, i);
}

static void read_next (GgovProposalsWindow *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GgovProposalsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovDraft *before = self->draft_id != 0
    ? ggov_store_load_draft_finish (GGOV_STORE (object), result, &error)
    : ggov_store_load_latest_plan_finish (GGOV_STORE (object), result, &error);

  if (before == NULL)
    {
      show_read_error (self, error);
      return;
    }

  g_ptr_array_add (self->befores, before);
  if (self->befores->len < self->n_wanted)
    read_next (self);
  else
    show_locks (self);
  _ggov_proposals_window_update (self);

  /* What cannot be pressed yet does not take the focus. */
  if (self->is_fresh && gtk_widget_is_sensitive (self->propose_button))
    {
      self->is_fresh = FALSE;
      gtk_widget_grab_focus (self->propose_button);
    }
}

static void
read_next (GgovProposalsWindow *self)
{
  GgovStore *store = ggov_session_get_store (self->session);
  const char *today = ggov_session_get_today (self->session);
  guint chosen = adw_combo_row_get_selected (self->community_row);
  guint i = chosen == 0 ? self->befores->len + 1 : chosen;

  if (self->draft_id != 0)
    ggov_store_load_draft_async (store, self->draft_id, today, self->reading, read_cb,
                                 g_object_ref (self));
  else
    ggov_store_load_latest_plan_async (store, get_community (self, i), today, self->reading,
                                       read_cb, g_object_ref (self));
}

void
_ggov_proposals_window_read (GgovProposalsWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->community_row);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_ptr_array_unref (self->befores);
  self->befores = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_wanted = self->draft_id != 0 || chosen != 0 ? 1 : self->communities->len - 1;
  clear_locks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->locked_row), FALSE);
  if (self->n_wanted > 0)
    {
      self->reading = g_cancellable_new ();
      read_next (self);
    }
  _ggov_proposals_window_update (self);
}

GPtrArray *
_ggov_proposals_window_list_befores (GgovProposalsWindow *self)
{
  GPtrArray *befores = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->befores->len; i++)
    g_ptr_array_add (befores, g_object_ref (self->befores->pdata[i]));

  for (guint i = 0; self->draft_id == 0 && i < self->locks->len; i++)
    if (gtk_check_button_get_active (g_object_get_data (self->locks->pdata[i], "check")))
      {
        GgovDraft *before = befores->pdata[0];

        befores->pdata[0] =
          ggov_draft_edit_grid (before, ggov_draft_get_grid (before, i)->number, NULL, TRUE);
        g_object_unref (before);
      }

  return befores;
}
