/* ggov-base-map-dialog.c: asks for a base map: none, a file, or an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-base-map-choice.h"
#include "ggov-base-map-dialog.h"

#define GGOV_TYPE_BASE_MAP_DIALOG (ggov_base_map_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovBaseMapDialog, ggov_base_map_dialog, GGOV, BASE_MAP_DIALOG, AdwWindow)

/* In the order of the combo row. */
static const GgovGeoDatum datums[] = { GGOV_GEO_DATUM_WGS84, GGOV_GEO_DATUM_GCJ02 };

struct _GgovBaseMapDialog
{
  AdwWindow          parent_instance;

  GSettings         *settings;
  GgovBaseMapChoice *choice;
  GCancellable      *cancellable;

  /* From the template. */
  GtkCheckButton    *address_check;
  GtkWidget         *address_group;
  AdwEntryRow       *address_row;
  AdwEntryRow       *attribution_row;
  AdwComboRow       *datum_row;
  GtkWidget         *drawing_group;
  GtkLabel          *error_label;
  GtkCheckButton    *file_check;
  AdwActionRow      *file_row;
  GtkCheckButton    *none_check;
  GtkRange          *opacity_scale;
};

G_DEFINE_FINAL_TYPE (GgovBaseMapDialog, ggov_base_map_dialog, ADW_TYPE_WINDOW)

static void
show_error (GgovBaseMapDialog *self,
            const char        *sentence)
{
  gtk_label_set_label (self->error_label, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), sentence != NULL);
}

static void
show_file (GgovBaseMapDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->choice->path);

  adw_action_row_set_subtitle (self->file_row, *self->choice->path ? name : _("No file chosen"));
}

static void
kind_changed_cb (GgovBaseMapDialog *self)
{
  gtk_widget_set_visible (self->address_group, gtk_check_button_get_active (self->address_check));
  gtk_widget_set_visible (self->drawing_group, !gtk_check_button_get_active (self->none_check));
  show_error (self, NULL);
}

static char *
dup_entry (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
take_entries (GgovBaseMapDialog *self)
{
  GgovBaseMapChoice *choice = self->choice;

  g_free (choice->address);
  choice->address = dup_entry (self->address_row);
  g_free (choice->attribution);
  choice->attribution = dup_entry (self->attribution_row);
  choice->datum = datums[adw_combo_row_get_selected (self->datum_row)];
  choice->opacity = gtk_range_get_value (self->opacity_scale) / 100;
  choice->kind = gtk_check_button_get_active (self->file_check) ? GGOV_BASE_MAP_FILE
                 : gtk_check_button_get_active (self->address_check) ? GGOV_BASE_MAP_ADDRESS
                 : GGOV_BASE_MAP_NONE;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovBaseMapDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  G_GNUC_UNUSED g_autoptr(GgovBaseMap) map = ggov_base_map_choice_open_finish (result, &error);

  /* Closed meanwhile. */
  if (self->settings == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (error)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      show_error (self, error->message);
      return;
    }

  ggov_base_map_choice_save (self->choice, self->settings);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  GgovBaseMapDialog *self = GGOV_BASE_MAP_DIALOG (widget);
  const char *lack = NULL;

  take_entries (self);
  if (self->choice->kind == GGOV_BASE_MAP_FILE && *self->choice->path == '\0')
    lack = _("Choose a file first.");
  else if (self->choice->kind == GGOV_BASE_MAP_ADDRESS && *self->choice->attribution == '\0')
    lack = _("Say whose map it is: its provider asks for that to be shown.");

  show_error (self, lack);
  if (lack)
    return;

  /* A text that has the keyboard goes on blinking where nobody can type. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE);
  ggov_base_map_choice_open_async (self->choice, self->cancellable, opened_cb, g_object_ref (self));
}

static void
file_chosen_cb (GtkNativeDialog   *dialog,
                int                response,
                GgovBaseMapDialog *self)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->settings)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (file && (path = g_file_get_path (file)))
    {
      g_free (self->choice->path);
      self->choice->path = g_steal_pointer (&path);
      gtk_check_button_set_active (self->file_check, TRUE);
      show_file (self);
      show_error (self, NULL);
    }

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_file_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Choose a Base Map"), GTK_WINDOW (widget),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("MBTiles files"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), widget,
                           G_CONNECT_DEFAULT);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ggov_base_map_dialog_dispose (GObject *object)
{
  GgovBaseMapDialog *self = GGOV_BASE_MAP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ggov_base_map_dialog_parent_class)->dispose (object);
}

static void
ggov_base_map_dialog_finalize (GObject *object)
{
  GgovBaseMapDialog *self = GGOV_BASE_MAP_DIALOG (object);

  g_clear_pointer (&self->choice, ggov_base_map_choice_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ggov_base_map_dialog_parent_class)->finalize (object);
}

static void
ggov_base_map_dialog_class_init (GgovBaseMapDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ggov_base_map_dialog_dispose;
  object_class->finalize = ggov_base_map_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/GridGov/ui/map/ggov-base-map-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, address_check);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, address_group);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, attribution_row);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, datum_row);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, drawing_group);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, file_check);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, none_check);
  gtk_widget_class_bind_template_child (widget_class, GgovBaseMapDialog, opacity_scale);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose-file", NULL, choose_file_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ggov_base_map_dialog_init (GgovBaseMapDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_choice (GgovBaseMapDialog *self)
{
  const GgovBaseMapChoice *choice = self->choice;

  gtk_editable_set_text (GTK_EDITABLE (self->address_row), choice->address);
  gtk_editable_set_text (GTK_EDITABLE (self->attribution_row), choice->attribution);
  adw_combo_row_set_selected (self->datum_row, choice->datum == datums[1]);
  gtk_range_set_value (self->opacity_scale, choice->opacity * 100);
  gtk_check_button_set_active (choice->kind == GGOV_BASE_MAP_FILE ? self->file_check
                               : choice->kind == GGOV_BASE_MAP_ADDRESS ? self->address_check
                               : self->none_check, TRUE);
  show_file (self);
  kind_changed_cb (self);
}

void
ggov_base_map_dialog_show (GtkWidget *page,
                           GSettings *settings)
{
  GgovBaseMapDialog *self;

  g_return_if_fail (G_IS_SETTINGS (settings));

  self = g_object_new (GGOV_TYPE_BASE_MAP_DIALOG,
                       "transient-for", gtk_widget_get_root (page),
                       NULL);
  self->settings = g_object_ref (settings);
  self->choice = ggov_base_map_choice_load (settings);
  show_choice (self);
  gtk_window_present (GTK_WINDOW (self));
}
