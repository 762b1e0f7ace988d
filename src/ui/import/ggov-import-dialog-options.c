/* ggov-import-dialog-options.c: what a file holds, and how its columns are to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-import-dialog-private.h"
#include "ggov-import-guess.h"
#include "ggov-number-text.h"

/* In the order of the template's choices. */
static const GgovImportKind kinds[] = {
  GGOV_IMPORT_BUILDINGS, GGOV_IMPORT_COMMUNITIES, GGOV_IMPORT_GRIDS,
};

static const GgovExchangeLayer *
get_layer (GgovImportDialog *self)
{
  guint n = ggov_exchange_reading_get_n_layers (self->reading);

  return ggov_exchange_reading_get_layer (self->reading,
                                          MIN (adw_combo_row_get_selected (self->layer_row), n - 1));
}

static GgovImportKind
get_kind (GgovImportDialog *self)
{
  return kinds[MIN (adw_combo_row_get_selected (self->kind_row), G_N_ELEMENTS (kinds) - 1)];
}

static void
show_columns (GgovImportDialog *self)
{
  ggov_import_columns_set_layer (self->columns, get_kind (self), get_layer (self));
  _ggov_import_dialog_look (self, get_kind (self), adw_combo_row_get_selected (self->layer_row));
}

static void
kind_changed_cb (GgovImportDialog *self)
{
  if (self->reading && self->kinds)
    show_columns (self);
}

static void
select_kind (GgovImportDialog *self,
             GgovImportKind    kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      adw_combo_row_set_selected (self->kind_row, i);
}

static void
show_layer (GgovImportDialog *self)
{
  const GgovExchangeLayer *layer = get_layer (self);
  g_autofree char *n_rows = ggov_number_dup_text (layer->n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) layer->n_rows),
                                           n_rows);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s",
                                               ggov_exchange_reading_get_driver (self->reading),
                                               rows, layer->crs ? " · " : "",
                                               layer->crs ? layer->crs : "");
  guint i = MIN (adw_combo_row_get_selected (self->layer_row), self->kinds->len - 1);

  adw_action_row_set_subtitle (self->file_row, subtitle);
  select_kind (self, self->wants_grids ? GGOV_IMPORT_GRIDS
                                       : g_array_index (self->kinds, GgovImportKind, i));
  show_columns (self);
}

static void
layer_changed_cb (GgovImportDialog *self)
{
  if (self->reading && self->kinds)
    show_layer (self);
}

static void
fill_layers (GgovImportDialog *self)
{
  guint n = ggov_exchange_reading_get_n_layers (self->reading);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, ggov_exchange_reading_get_layer (self->reading, i)->name);

  adw_combo_row_set_model (self->layer_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->layer_row, ggov_import_guess_layer (self->reading));
  gtk_widget_set_visible (GTK_WIDGET (self->layer_row), n > 1);
}

/* Extracts of OpenStreetMap in other formats keep its numbers. */
static gboolean
has_osm_column (const GgovExchangeLayer *layer)
{
  for (guint i = 0; i < layer->fields->len; i++)
    if (g_str_has_prefix (layer->fields->pdata[i], "osm_"))
      return TRUE;

  return FALSE;
}

void
_ggov_import_dialog_show_options (GgovImportDialog *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  gboolean is_osm;

  fill_layers (self);
  show_layer (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);

  /* Of such data the reader takes the buildings and nothing else. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_row),
                            !g_str_equal (ggov_exchange_reading_get_driver (self->reading), "OSM"));

  is_osm = g_strcmp0 (get_layer (self)->ids, "osm") == 0 || has_osm_column (get_layer (self));
  gtk_editable_set_text (self->source_row, is_osm ? _("© OpenStreetMap contributors, ODbL") : "");
  _ggov_import_dialog_show_step (self, GGOV_IMPORT_STEP_OPTIONS);
}

void
_ggov_import_dialog_get_request (GgovImportDialog  *self,
                                 GgovImportRequest *request)
{
  *request = (GgovImportRequest) {
    .kind = get_kind (self),
    .path = self->path,
    .layer = get_layer (self)->name,
    .datum = _ggov_import_dialog_get_datum (self),
    .wishes = ggov_import_columns_dup_wishes (self->columns),
    .words = gtk_editable_get_text (self->source_row),
  };
}

void
_ggov_import_dialog_bind_options (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, columns);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, file_row);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, kind_row);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, layer_row);
  gtk_widget_class_bind_template_child (klass, GgovImportDialog, source_row);
  gtk_widget_class_bind_template_callback (klass, kind_changed_cb);
  gtk_widget_class_bind_template_callback (klass, layer_changed_cb);
}
