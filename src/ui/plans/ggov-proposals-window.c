/* ggov-proposals-window.c: divisions into grids that are proposed, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-proposals-private.h"
#include "ggov-proposals-window.h"
#include "ggov-store-plans.h"

/* How many proposals are weighed as usual, besides those with something first. */
#define N_SEEDS 2

G_DEFINE_FINAL_TYPE (GgovProposalsWindow, ggov_proposals_window, ADW_TYPE_WINDOW)

void
_ggov_proposals_window_show_error (GgovProposalsWindow *self,
                                   const char          *sentence)
{
  gtk_label_set_label (self->error_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

static GgovProposed *
get_chosen (GgovProposalsWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* Whether something was proposed for any community. */
static gboolean
can_take (GgovProposed *proposed)
{
  const GgovDivision *division = proposed ? ggov_proposed_get_division (proposed) : NULL;

  for (guint i = 0; division && i < division->parts->len; i++)
    if (((GgovDivisionPart *) division->parts->pdata[i])->after)
      return TRUE;

  return FALSE;
}

void
_ggov_proposals_window_update (GgovProposalsWindow *self)
{
  gboolean is_running = self->proposing != NULL;
  gboolean is_read = self->n_wanted > 0 && self->befores->len == self->n_wanted;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "proposals.propose", is_read && !is_running);
  gtk_widget_action_set_enabled (widget, "proposals.stop", is_running);
  gtk_widget_action_set_enabled (widget, "proposals.take", can_take (get_chosen (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
  gtk_widget_set_visible (self->propose_button, !is_running);
  gtk_widget_set_visible (self->stop_button, is_running);
}

static gboolean
is_rebalance (GgovProposalsWindow *self)
{
  return adw_combo_row_get_selected (self->mode_row) == 1;
}

static void
mode_chosen_cb (GgovProposalsWindow *self)
{
  gtk_widget_set_visible (self->grids_row, !is_rebalance (self));
}

/* The band follows the target, until somebody sets it otherwise. */
static void
target_changed_cb (GgovProposalsWindow *self)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;

  ggov_division_set_target (&terms, gtk_adjustment_get_value (self->target));
  gtk_adjustment_set_value (self->least, terms.least);
  gtk_adjustment_set_value (self->most, terms.most);
}

static void
clear_found (GgovProposalsWindow *self)
{
  g_list_store_remove_all (self->found);
  _ggov_proposals_show_details (self->details, NULL);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
community_chosen_cb (GgovProposalsWindow *self)
{
  if (!self->is_set_up)
    return;

  clear_found (self);
  _ggov_proposals_window_show_error (self, NULL);
  _ggov_proposals_window_read (self);
}

static void
chosen_cb (GgovProposalsWindow *self)
{
  _ggov_proposals_show_details (self->details, get_chosen (self));
  _ggov_proposals_window_update (self);
}

static GArray *
list_terms (GgovProposalsWindow *self)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  gboolean has_grids = TRUE;

  terms.mode = is_rebalance (self) ? GGOV_DISTRICTING_REBALANCE : GGOV_DISTRICTING_DIVIDE;
  terms.target = gtk_adjustment_get_value (self->target);
  terms.least = gtk_adjustment_get_value (self->least);
  terms.most = gtk_adjustment_get_value (self->most);
  terms.n_grids = is_rebalance (self) ? 0 : gtk_adjustment_get_value (self->grids);
  terms.seed = gtk_adjustment_get_value (self->seed);
  for (guint i = 0; i < self->befores->len; i++)
    has_grids &= ggov_draft_get_n_grids (self->befores->pdata[i]) > 0;

  return ggov_division_list_terms (&terms, N_SEEDS, has_grids);
}

static void
progress_cb (GgovProposalsWindow *self,
             double               fraction)
{
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
found_cb (GgovProposalsWindow *self,
          GgovProposed        *proposed)
{
  gboolean is_first = g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0;

  g_list_store_append (self->found, proposed);
  if (!is_first)
    return;

  gtk_stack_set_visible_child_name (self->stack, "proposals");
  gtk_single_selection_set_selected (self->selection, 0);
  /* Where nothing could be proposed, why is what matters. */
  if (!can_take (proposed))
    gtk_stack_set_visible_child_name (self->details, "rules");
}

static void
ended_cb (GgovProposalsWindow *self,
          const GError        *error)
{
  g_signal_handlers_disconnect_by_data (self->proposing, self);
  g_clear_object (&self->proposing);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ggov_proposals_window_show_error (self, _("Stopped. What was found until then is shown."));
  else if (error)
    {
      g_autofree char *sentence = ggov_error_dup_sentence (error);

      _ggov_proposals_window_show_error (self, sentence);
    }

  _ggov_proposals_window_update (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
propose (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GgovProposalsWindow *self = GGOV_PROPOSALS_WINDOW (widget);
  g_autoptr(GPtrArray) befores = _ggov_proposals_window_list_befores (self);
  g_autoptr(GArray) terms = list_terms (self);

  clear_found (self);
  _ggov_proposals_window_show_error (self, NULL);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->proposing = ggov_proposing_new (befores, terms);
  g_signal_connect_object (self->proposing, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->proposing, "found", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->proposing, "ended", G_CALLBACK (ended_cb), self,
                           G_CONNECT_SWAPPED);
  _ggov_proposals_window_update (self);
  gtk_widget_grab_focus (self->stop_button);
}

static void
stop (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GgovProposalsWindow *self = GGOV_PROPOSALS_WINDOW (widget);

  if (self->proposing)
    ggov_proposing_stop (self->proposing);
}

static void
finish (GgovProposalsWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
taken_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovProposalsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autofree char *sentence = NULL;
  gint64 change;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  ids = ggov_store_take_drafts_finish (GGOV_STORE (object), result, &change, &error);
  if (ids == NULL)
    {
      sentence = ggov_error_dup_sentence (error);
      _ggov_proposals_window_show_error (self, sentence);
      _ggov_proposals_window_read (self);
      return;
    }

  sentence = g_strdup_printf (ngettext ("The proposal is taken as a draft",
                                        "The proposal is taken as %u drafts", ids->len), ids->len);
  gtk_widget_activate_action (self->page, "map.open-plan", "x", g_array_index (ids, gint64, 0));
  if (change != 0)
    gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", sentence, change);
  finish (self);
}

static void
take (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  GgovProposalsWindow *self = GGOV_PROPOSALS_WINDOW (widget);
  const GgovDivision *division = ggov_proposed_get_division (get_chosen (self));
  g_autoptr(GPtrArray) befores = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) afters = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < division->parts->len; i++)
    {
      const GgovDivisionPart *part = division->parts->pdata[i];

      if (part->after == NULL)
        continue;

      g_ptr_array_add (befores, g_object_ref (part->before));
      g_ptr_array_add (afters, g_object_ref (part->after));
    }

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ggov_store_take_drafts_async (ggov_session_get_store (self->session), befores, afters, NULL,
                                NULL, taken_cb, g_object_ref (self));
}

/* The first stops what runs, the next closes. */
static void
escape (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  GgovProposalsWindow *self = GGOV_PROPOSALS_WINDOW (widget);

  if (self->proposing)
    ggov_proposing_stop (self->proposing);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
ggov_proposals_window_dispose (GObject *object)
{
  GgovProposalsWindow *self = GGOV_PROPOSALS_WINDOW (object);

  g_cancellable_cancel (self->reading);
  if (self->proposing)
    ggov_proposing_stop (self->proposing);
  self->is_set_up = FALSE;
  g_clear_object (&self->page);
  g_clear_object (&self->session);
  g_clear_object (&self->reading);
  g_clear_object (&self->proposing);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (ggov_proposals_window_parent_class)->dispose (object);
}

static void
ggov_proposals_window_finalize (GObject *object)
{
  GgovProposalsWindow *self = GGOV_PROPOSALS_WINDOW (object);

  g_clear_pointer (&self->communities, g_array_unref);
  g_clear_pointer (&self->befores, g_ptr_array_unref);
  g_clear_pointer (&self->locks, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_proposals_window_parent_class)->finalize (object);
}

static void
ggov_proposals_window_class_init (GgovProposalsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_proposals_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_proposals_window_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/plans/ggov-proposals-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, community_row);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, details);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, grids);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, grids_row);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, least);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, locked_row);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, mode_row);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, most);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, propose_button);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, seed);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, table);
  gtk_widget_class_bind_template_child (widget_class, GgovProposalsWindow, target);
  gtk_widget_class_bind_template_callback (widget_class, community_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_changed_cb);
  gtk_widget_class_install_action (widget_class, "proposals.escape", NULL, escape);
  gtk_widget_class_install_action (widget_class, "proposals.propose", NULL, propose);
  gtk_widget_class_install_action (widget_class, "proposals.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "proposals.take", NULL, take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "proposals.escape", NULL);
}

static void
ggov_proposals_window_init (GgovProposalsWindow *self)
{
  self->communities = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->befores = g_ptr_array_new_with_free_func (g_object_unref);
  self->locks = g_ptr_array_new ();
  self->found = g_list_store_new (GGOV_TYPE_PROPOSED);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  _ggov_proposals_fill_table (self->table);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

static void
offer_communities (GgovProposalsWindow *self,
                   GgovPlaces          *places,
                   GgovDraft           *draft,
                   gint64               community_id)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 all = 0;
  guint chosen = 0;

  g_array_append_val (self->communities, all);
  gtk_string_list_append (names, draft ? ggov_plan_get_row (ggov_draft_get_plan (draft))->community
                                       : _("All communities"));
  for (guint i = 0; draft == NULL && i < ggov_places_get_n_communities (places); i++)
    {
      const GgovPlacesCommunity *community = ggov_places_get_community (places, i);

      if (community->id == community_id)
        chosen = i + 1;
      g_array_append_val (self->communities, community->id);
      gtk_string_list_append (names, community->name);
    }

  adw_combo_row_set_model (self->community_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->community_row, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->community_row), draft == NULL);
}

static void
offer_modes (GgovProposalsWindow *self)
{
  g_autoptr(GtkStringList) modes = gtk_string_list_new (NULL);

  gtk_string_list_append (modes, _("Divide anew"));
  gtk_string_list_append (modes, self->draft_id != 0 ? _("Rebalance this draft")
                                                     : _("Rebalance the plan"));
  adw_combo_row_set_model (self->mode_row, G_LIST_MODEL (modes));
}

void
ggov_proposals_window_show (GtkWidget   *page,
                            GgovSession *session,
                            GgovPlaces  *places,
                            GgovDraft   *draft,
                            gint64       community_id)
{
  GgovProposalsWindow *self = g_object_new (GGOV_TYPE_PROPOSALS_WINDOW,
                                            "transient-for", gtk_widget_get_root (page), NULL);

  self->page = g_object_ref (page);
  self->session = g_object_ref (session);
  self->draft_id = draft ? ggov_plan_get_row (ggov_draft_get_plan (draft))->id : 0;
  offer_communities (self, places, draft, community_id);
  offer_modes (self);
  adw_combo_row_set_selected (self->mode_row, draft ? 1 : 0);
  self->is_set_up = self->is_fresh = TRUE;
  _ggov_proposals_window_read (self);
  gtk_window_present (GTK_WINDOW (self));
}
