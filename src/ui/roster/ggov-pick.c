/* ggov-pick.c: a row in which a person or a place is named and chosen from what is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-pick.h"
#include "ggov-store-candidates.h"
#include "ggov-store-find-places.h"

/* As many as fit below the row in a small dialog; further words find the rest. */
#define MOST_FOUND 6

#define KEY_KIND  "ggov-kind"
#define KEY_ID    "ggov-id"
#define KEY_LABEL "ggov-label"

struct _GgovPick
{
  AdwBin        parent_instance;

  GgovSession  *session;
  GCancellable *cancellable; /* (nullable): of the search under way */
  GtkListBox   *list;
  GtkWidget    *entry;
  char         *day;
  char         *scope;       /* (nullable) */
  char         *kind;        /* (nullable): of the place that is chosen */
  char         *label;       /* (nullable): of what is chosen */
  gint64        id;
  gboolean      is_place;
  gboolean      is_setting;  /* the words are ours, not the user's */
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovPick, ggov_pick, ADW_TYPE_BIN)

static void
clear_found (GgovPick *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 1)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
add_found (GgovPick   *self,
           const char *kind,
           gint64      id,
           const char *label,
           const char *note)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (label, -1);
  g_autofree char *subtitle = g_markup_escape_text (note ? note : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), KEY_KIND, g_strdup (kind), g_free);
  g_object_set_data_full (G_OBJECT (row), KEY_ID, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (row), KEY_LABEL, g_strdup (label), g_free);
  gtk_list_box_append (self->list, row);
}

static void
add_person (GgovPick      *self,
            GgovCandidate *row)
{
  const GgovCandidateRecord *record = ggov_candidate_get_record (row);
  g_autofree char *note = *record->posts && record->phone
                            ? g_strdup_printf ("%s · %s", record->posts, record->phone)
                            : g_strdup (*record->posts ? record->posts : record->phone);

  add_found (self, "person", record->person_id, record->name, note);
}

static void
add_place (GgovPick  *self,
           GgovPlace *row)
{
  const GgovPlaceRecord *record = ggov_place_get_record (row);
  g_autofree char *note = record->grid_code && record->grid
                            ? g_strdup_printf ("%s · %s", record->grid, record->grid_code)
                            : g_strdup (record->code);

  add_found (self, record->kind, record->id, record->label, note);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GgovPick) self = user_data;
  g_autoptr(GListModel) found = NULL;

  found = self->is_place ? ggov_store_find_places_finish (GGOV_STORE (object), result, NULL)
                         : ggov_store_list_candidates_finish (GGOV_STORE (object), result, NULL);
  /* It came too late, or there is nothing to say. */
  if (found == NULL || self->id != 0)
    return;

  clear_found (self);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (found, i);

      if (self->is_place)
        add_place (self, GGOV_PLACE (row));
      else
        add_person (self, GGOV_CANDIDATE (row));
    }
}

static void
search (GgovPick   *self,
        const char *text)
{
  GgovStore *store = ggov_session_get_store (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  if (self->is_place)
    ggov_store_find_places_async (store, self->scope, text, self->day, MOST_FOUND,
                                  self->cancellable, found_cb, g_object_ref (self));
  else
    ggov_store_list_candidates_async (store, "sub-district", 0, self->day, text, MOST_FOUND,
                                      self->cancellable, found_cb, g_object_ref (self));
}

static void
text_cb (GgovPick *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->is_setting)
    return;

  self->id = 0;
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->label, g_free);
  if (*text)
    search (self, text);
  else
    clear_found (self);
}

static void
chosen_cb (GgovPick      *self,
           GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), KEY_ID);

  if (id == NULL)
    return;

  ggov_pick_choose (self, g_object_get_data (G_OBJECT (row), KEY_KIND), *id,
                    g_object_get_data (G_OBJECT (row), KEY_LABEL));
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[PICKED], 0);
}

/* Enter takes the first of what is found. */
static void
entered_cb (GgovPick *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 1);

  if (row)
    chosen_cb (self, row);
}

static void
ggov_pick_dispose (GObject *object)
{
  GgovPick *self = GGOV_PICK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (ggov_pick_parent_class)->dispose (object);
}

static gboolean
ggov_pick_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GGOV_PICK (widget)->entry);
}

static void
ggov_pick_class_init (GgovPickClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ggov_pick_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = ggov_pick_grab_focus;

  signals[PICKED] = g_signal_new ("picked", GGOV_TYPE_PICK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

/* Where nothing is written, what Ctrl+Z takes back is what was done. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (GGOV_PICK (widget)->entry));

  return *text == '\0' && gtk_widget_activate_action (widget, "win.undo", NULL);
}

static void
add_undo (GgovPick *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                      gtk_callback_action_new (undo_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ggov_pick_init (GgovPick *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->entry = adw_entry_row_new ();
  gtk_list_box_append (self->list, self->entry);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  add_undo (self);
}

GtkWidget *
ggov_pick_new (GgovSession *session,
               const char  *title,
               const char  *day,
               gboolean     is_place)
{
  GgovPick *self = g_object_new (GGOV_TYPE_PICK, NULL);

  self->session = g_object_ref (session);
  self->day = g_strdup (day);
  self->is_place = is_place;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), title);

  return GTK_WIDGET (self);
}

void
ggov_pick_set_scope (GgovPick   *self,
                     const char *scope)
{
  g_return_if_fail (GGOV_IS_PICK (self));

  if (g_strcmp0 (self->scope, scope) == 0)
    return;

  g_free (self->scope);
  self->scope = g_strdup (scope);
  ggov_pick_choose (self, NULL, 0, NULL);
}

void
ggov_pick_choose (GgovPick   *self,
                  const char *kind,
                  gint64      id,
                  const char *label)
{
  g_autofree char *kept_kind = g_strdup (kind);
  g_autofree char *kept_label = g_strdup (label);

  g_return_if_fail (GGOV_IS_PICK (self));

  g_free (self->kind);
  self->kind = g_steal_pointer (&kept_kind);
  g_free (self->label);
  self->label = g_steal_pointer (&kept_label);
  self->id = id;
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->label ? self->label : "");
  self->is_setting = FALSE;
  clear_found (self);
}

gint64
ggov_pick_get_id (GgovPick *self)
{
  g_return_val_if_fail (GGOV_IS_PICK (self), 0);

  return self->id;
}

const char *
ggov_pick_get_kind (GgovPick *self)
{
  g_return_val_if_fail (GGOV_IS_PICK (self), NULL);

  return self->kind;
}

const char *
ggov_pick_get_label (GgovPick *self)
{
  g_return_val_if_fail (GGOV_IS_PICK (self), NULL);

  return self->label;
}

const char *
ggov_pick_get_text (GgovPick *self)
{
  g_return_val_if_fail (GGOV_IS_PICK (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

gboolean
ggov_pick_is_unclear (GgovPick *self)
{
  g_return_val_if_fail (GGOV_IS_PICK (self), FALSE);

  return self->id == 0 && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}
