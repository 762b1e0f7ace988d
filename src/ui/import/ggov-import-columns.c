/* ggov-import-columns.c: which column of a file serves which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-import-columns.h"

struct _GgovImportColumns
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows;   /* (element-type AdwComboRow): unowned, one for each field */
  GPtrArray           *names;  /* (element-type utf8): of the fields, in the order of @rows */
};

static const struct
{
  const char *name; /* as GgovImportField has it */
  const char *label;
} labels[] = {
  { "code", NC_("import", "Code") },
  { "floors", NC_("import", "Floors") },
  { "kind", NC_("import", "Use") },
  { "name", NC_("import", "Name") },
  { "number", NC_("import", "Door number") },
};

G_DEFINE_FINAL_TYPE (GgovImportColumns, ggov_import_columns, ADW_TYPE_PREFERENCES_GROUP)

static const char *
find_label (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return g_dpgettext2 (NULL, "import", labels[i].label);

  return name;
}

static void
clear (GgovImportColumns *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->names, 0);
}

/* The first choice is none; the columns follow in the file's order. */
static GtkStringList *
make_choices (const GgovExchangeLayer *layer)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, C_("column", "None"));
  for (guint i = 0; i < layer->fields->len; i++)
    gtk_string_list_append (choices, layer->fields->pdata[i]);

  return choices;
}

static guint
find_choice (const GgovExchangeLayer *layer,
             const GgovImportField   *field)
{
  const char *title = ggov_import_table_find_title (layer, field);

  for (guint i = 0; title && i < layer->fields->len; i++)
    if (g_str_equal (layer->fields->pdata[i], title))
      return i + 1;

  return 0;
}

static void
append_field (GgovImportColumns       *self,
              const GgovExchangeLayer *layer,
              const GgovImportField   *field)
{
  g_autoptr(GtkStringList) choices = make_choices (layer);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find_label (field->name));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (layer, field));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->names, g_strdup (field->name));
}

static void
ggov_import_columns_finalize (GObject *object)
{
  GgovImportColumns *self = GGOV_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (ggov_import_columns_parent_class)->finalize (object);
}

static void
ggov_import_columns_class_init (GgovImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_import_columns_finalize;
}

static void
ggov_import_columns_init (GgovImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
}

void
ggov_import_columns_set_layer (GgovImportColumns       *self,
                               GgovImportKind           kind,
                               const GgovExchangeLayer *layer)
{
  const GgovImportField *fields;
  guint n;

  g_return_if_fail (GGOV_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (layer != NULL);

  clear (self);
  fields = ggov_exchange_get_import_fields (kind, &n);
  for (guint i = 0; i < n; i++)
    append_field (self, layer, &fields[i]);

  gtk_widget_set_visible (GTK_WIDGET (self), layer->fields->len > 0);
}

GHashTable *
ggov_import_columns_dup_wishes (GgovImportColumns *self)
{
  GHashTable *wishes;

  g_return_val_if_fail (GGOV_IS_IMPORT_COLUMNS (self), NULL);

  wishes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = self->rows->pdata[i];
      GtkStringObject *choice = adw_combo_row_get_selected_item (row);
      gboolean is_none = adw_combo_row_get_selected (row) == 0 || choice == NULL;

      g_hash_table_insert (wishes, g_strdup (self->names->pdata[i]),
                           g_strdup (is_none ? "" : gtk_string_object_get_string (choice)));
    }

  return wishes;
}
