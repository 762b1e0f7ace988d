/* ggov-import-dialog-datum.c: what a file's coordinates are counted from, shown before it is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-import-dialog-private.h"

/* In the order of the template's choices. */
static const GgovGeoDatum datums[] = {
  GGOV_GEO_DATUM_CGCS2000, GGOV_GEO_DATUM_GCJ02, GGOV_GEO_DATUM_BD09,
};

GgovGeoDatum
_ggov_import_dialog_get_datum (GgovImportDialog *self)
{
  return datums[MIN (adw_combo_row_get_selected (self->datum_row), G_N_ELEMENTS (datums) - 1)];
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_datum (GgovImportDialog *self)
{
  GgovGeoDatum datum = _ggov_import_dialog_get_datum (self);
  gboolean can_tell = self->look && ggov_import_datum_look_can_tell (self->look);
  g_autofree char *figures = NULL;
  g_autofree char *warning = NULL;

  gtk_widget_set_visible (self->look_box, self->look != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), can_tell);
  ggov_import_preview_set_look (self->preview, can_tell ? self->look : NULL, datum);
  if (self->look == NULL)
    return;

  figures = ggov_import_datum_look_dup_figures (self->look, datum);
  warning = ggov_import_datum_look_dup_warning (self->look, datum);
  show_label (self->figures_label, figures);
  show_label (self->warning_label, warning);
}

static void
forget_look (GgovImportDialog *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  ggov_import_preview_set_look (self->preview, NULL, GGOV_GEO_DATUM_CGCS2000);
  g_clear_pointer (&self->look, ggov_import_datum_look_free);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GgovImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovImportDatumLook) look =
    ggov_import_look_at_datums_finish (GGOV_STORE (object), result, &error);

  /* Another layer, or the dialog is gone. What is wrong with the file the rehearsal tells. */
  if (look == NULL || self->session == NULL)
    return;

  g_clear_object (&self->looking);
  self->look = g_steal_pointer (&look);
  show_datum (self);
}

void
_ggov_import_dialog_look (GgovImportDialog *self,
                          GgovImportKind    kind,
                          guint             layer)
{
  forget_look (self);
  show_datum (self);
  if (kind != GGOV_IMPORT_BUILDINGS)
    return;

  self->looking = g_cancellable_new ();
  ggov_import_look_at_datums_async (ggov_session_get_store (self->session), self->reading, layer,
                                    ggov_session_get_today (self->session), self->looking,
                                    looked_cb, g_object_ref (self));
}

static void
datum_changed_cb (GgovImportDialog *self)
{
  if (self->session)
    show_datum (self);
}

void
_ggov_import_dialog_bind_datum (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, datum_row);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, figures_label);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, look_box);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, preview);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, warning_label);
  gtk_widget_class_bind_template_callback (klass, datum_changed_cb);
}
