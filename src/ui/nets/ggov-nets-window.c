/* ggov-nets-window.c: departments' old nets, and their people on the way to base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-change.h"
#include "ggov-error-text.h"
#include "ggov-nets-window-private.h"
#include "ggov-store-nets.h"

/* What the window tells is of these tables. */
static const char * const tables[] = {
  "building", "community", "grid", "legacy_grid", "legacy_move", "legacy_net", "legacy_person",
  "person", "plan", "plan_building", "post", "unit", NULL
};

#define TOAST_S 10 /* seconds: what it tells of is worth a second look */

/* How much of the ground around a place that is not covered is shown, degrees: some 200 m. */
#define PLACE_MARGIN 0.002
#define PLACE_ZOOM   18.0

G_DEFINE_FINAL_TYPE (GgovNetsWindow, ggov_nets_window, ADW_TYPE_WINDOW)

void
_ggov_nets_window_announce (GgovNetsWindow *self,
                            const char     *sentence,
                            gint64          change_id)
{
  AdwToast *toast;

  if (change_id == 0)
    return;

  toast = adw_toast_new (sentence);
  adw_toast_set_timeout (toast, TOAST_S);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "nets.undo");
  adw_toast_set_action_target (toast, "(sx)", sentence, change_id);
  adw_toast_overlay_add_toast (self->toasts, toast);
  if (self->page)
    gtk_widget_activate_action (self->page, "win.announce-change", "(sx)", sentence, change_id);
}

void
_ggov_nets_window_show_message (GgovNetsWindow *self,
                                const GError   *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ggov_error_dup_sentence (error);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (sentence));
}

/* The chosen net ---------------------------------------------------------------------------- */

static gboolean
is_shown (GgovNetsWindow *self)
{
  GgovNetStudy *shown = self->canvas ? ggov_map_canvas_get_net (self->canvas) : NULL;

  return shown && ggov_net_get_row (ggov_net_study_get_net (shown))->id == self->net_id;
}

static void
show_toggled_cb (GgovNetsWindow *self)
{
  gboolean is_wanted = gtk_toggle_button_get_active (self->show_button);

  if (self->canvas && self->study && is_wanted != is_shown (self))
    ggov_map_canvas_set_net (self->canvas, is_wanted ? self->study : NULL);
}

static void
studied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GgovNetsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovNetStudy) study = ggov_store_study_net_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL)
    return;

  if (study == NULL)
    {
      _ggov_nets_window_show_message (self, error);
      return;
    }

  g_set_object (&self->study, study);
  if (is_shown (self))
    ggov_map_canvas_set_net (self->canvas, study);
  gtk_toggle_button_set_active (self->show_button, is_shown (self));
  _ggov_nets_window_show_study (self);
}

static void
study (GgovNetsWindow *self)
{
  /* Only the latest choice's answer is shown. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ggov_store_study_net_async (ggov_session_get_store (self->session), self->net_id,
                              ggov_session_get_today (self->session), self->cancellable,
                              studied_cb, g_object_ref (self));
}

static void
net_selected_cb (GgovNetsWindow *self,
                 GtkListBoxRow  *row)
{
  g_autoptr(GgovNet) net = NULL;

  if (row == NULL || self->is_filling || self->session == NULL)
    return;

  net = g_list_model_get_item (self->nets, gtk_list_box_row_get_index (row));
  if (ggov_net_get_row (net)->id == self->net_id)
    return;

  self->net_id = ggov_net_get_row (net)->id;
  self->person_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  study (self);
}

static void
role_set_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GgovNetsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 change;

  if (self->session == NULL)
    return;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &change, &error))
    _ggov_nets_window_announce (self, _("Post chosen"), change);
  else
    _ggov_nets_window_show_message (self, error);
}

static void
role_chosen_cb (GgovNetsWindow *self)
{
  guint i = self->role_choice ? gtk_drop_down_get_selected (self->role_choice) : 0;

  /* The first one says that there is none. */
  if (self->is_filling || self->study == NULL || i == 0 || i >= self->role_codes->len)
    return;

  ggov_store_set_net_role_async (ggov_session_get_store (self->session), self->net_id,
                                 self->role_codes->pdata[i], NULL, role_set_cb,
                                 g_object_ref (self));
}

static void
person_activated_cb (GgovNetsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "nets.change-grids", NULL);
}

/* The map goes to what is not covered. */
static void
proof_activated_cb (GgovNetsWindow *self,
                    guint           position)
{
  const GgovNetProofGrid *grid = self->proof->grids->pdata[position];
  const GgovGeoBounds bounds = { grid->lon - PLACE_MARGIN, grid->lat - PLACE_MARGIN,
                                 grid->lon + PLACE_MARGIN, grid->lat + PLACE_MARGIN };

  if (self->canvas && !isnan (grid->lon))
    ggov_map_canvas_show_bounds (self->canvas, &bounds, PLACE_ZOOM);
}

static void
person_selected_cb (GgovNetsWindow *self)
{
  g_autoptr(GgovNetPerson) person = _ggov_nets_window_dup_person (self);

  if (person && !self->is_filling)
    self->person_id = ggov_net_person_get_row (person)->id;
}

/* The nets --------------------------------------------------------------------------------- */

static GtkWidget *
new_row (GgovNet *net)
{
  const GgovNetRow *row = ggov_net_get_row (net);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (row->name);
  GtkWidget *state = gtk_label_new (row->retired_on ? _("Retired") : row->department);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), state);

  return box;
}

static void
fill_list (GgovNetsWindow *self)
{
  GtkListBoxRow *row;
  guint n = g_list_model_get_n_items (self->nets);
  gboolean is_found = FALSE;

  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovNet) net = g_list_model_get_item (self->nets, i);

      gtk_list_box_append (self->list, new_row (net));
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ggov_net_get_row (net)->name, -1);
      if (ggov_net_get_row (net)->id == self->net_id || (i == 0 && self->net_id == 0))
        {
          gtk_list_box_select_row (self->list, row);
          self->net_id = ggov_net_get_row (net)->id;
          is_found = TRUE;
        }
    }
  self->is_filling = FALSE;

  if (!is_found)
    self->net_id = 0;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovNetsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) nets = ggov_store_list_nets_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL)
    return;

  if (nets == NULL)
    {
      _ggov_nets_window_show_message (self, error);
      return;
    }

  g_set_object (&self->nets, nets);
  fill_list (self);
  /* One that was chosen was taken back: the first is. */
  if (self->net_id == 0 && g_list_model_get_n_items (nets) > 0)
    fill_list (self);

  if (self->net_id != 0)
    {
      study (self);
      return;
    }

  g_clear_object (&self->study);
  if (self->canvas)
    ggov_map_canvas_set_net (self->canvas, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  _ggov_nets_window_update_actions (self);
}

static void
proven_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovNetsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  GgovNetProof *proof = ggov_store_prove_nets_finish (GGOV_STORE (object), result, &error);

  if (self->session == NULL || proof == NULL)
    {
      g_clear_pointer (&proof, ggov_net_proof_free);
      return;
    }

  gtk_column_view_set_model (self->proof_view, NULL);
  g_clear_pointer (&self->proof, ggov_net_proof_free);
  self->proof = proof;
  _ggov_nets_window_show_proof (self);
}

void
_ggov_nets_window_load (GgovNetsWindow *self)
{
  GgovStore *store = ggov_session_get_store (self->session);

  ggov_store_list_nets_async (store, NULL, listed_cb, g_object_ref (self));
  ggov_store_prove_nets_async (store, ggov_session_get_today (self->session), NULL, proven_cb,
                               g_object_ref (self));
}

static void
changed_cb (GgovNetsWindow *self,
            GStrv           changed)
{
  for (guint i = 0; changed[i]; i++)
    if (g_strv_contains (tables, changed[i]))
      {
        _ggov_nets_window_load (self);
        return;
      }
}

/* The window ------------------------------------------------------------------------------- */

static void
fill_roles (GgovNetsWindow *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  self->roles = ggov_role_catalogue_new_default ();
  self->role_codes = g_ptr_array_new ();
  g_ptr_array_add (self->role_codes, (gpointer) "");
  gtk_string_list_append (labels, _("Not chosen"));
  for (guint i = 0; i < ggov_role_catalogue_get_n_roles (self->roles); i++)
    {
      const GgovRole *role = ggov_role_catalogue_get_role (self->roles, i);

      if (role->scope != GGOV_SCOPE_GRID)
        continue;

      g_ptr_array_add (self->role_codes, (gpointer) role->code);
      gtk_string_list_append (labels, ggov_role_get_label (role));
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->role_choice, G_LIST_MODEL (labels));
  self->is_filling = FALSE;
}

static void
ggov_nets_window_dispose (GObject *object)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->session);
  g_clear_object (&self->nets);
  g_clear_object (&self->study);
  g_clear_object (&self->people);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (ggov_nets_window_parent_class)->dispose (object);
}

static void
ggov_nets_window_finalize (GObject *object)
{
  GgovNetsWindow *self = GGOV_NETS_WINDOW (object);

  g_clear_pointer (&self->proof, ggov_net_proof_free);
  g_clear_pointer (&self->roles, ggov_role_catalogue_unref);
  g_clear_pointer (&self->role_codes, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_nets_window_parent_class)->finalize (object);
}

static void
ggov_nets_window_class_init (GgovNetsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ggov_nets_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ggov_nets_window_finalize;

  g_type_ensure (GGOV_TYPE_NET_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/GridGov/ui/nets/ggov-nets-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, facts_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, matrix);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, net_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, people_view);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, proof_label);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, proof_view);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, role_choice);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, show_button);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, tables);
  gtk_widget_class_bind_template_child (widget_class, GgovNetsWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, net_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, proof_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_toggled_cb);
  _ggov_nets_window_install_actions (widget_class);
}

static void
ggov_nets_window_init (GgovNetsWindow *self)
{
  self->people = g_list_store_new (GGOV_TYPE_NET_PERSON);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->people)));
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_roles (self);
  gtk_column_view_set_model (self->people_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (person_selected_cb),
                           self, G_CONNECT_SWAPPED);
  _ggov_nets_window_add_columns (self);
  _ggov_nets_window_update_actions (self);
}

GgovNetsWindow *
ggov_nets_window_new (GtkWidget     *page,
                      GgovSession   *session,
                      GgovMapCanvas *canvas)
{
  GgovNetsWindow *self;

  g_return_val_if_fail (GGOV_IS_SESSION (session), NULL);

  self = g_object_new (GGOV_TYPE_NETS_WINDOW, "transient-for", gtk_widget_get_root (page), NULL);
  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->canvas, canvas);
  self->session = g_object_ref (session);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->list));
  g_signal_connect_object (ggov_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  _ggov_nets_window_load (self);

  return self;
}
