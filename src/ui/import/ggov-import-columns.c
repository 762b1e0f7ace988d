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
  GStrv                columns; /* (nullable): what a wish calls each column */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
find_label (const GgovImportField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (field->label == NULL && g_str_equal (labels[i].name, field->name))
      return g_dpgettext2 (NULL, "import", labels[i].label);

  return field->label ? _(field->label) : field->name;
}

static void
clear (GgovImportColumns *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->names, 0);
  g_clear_pointer (&self->columns, g_strfreev);
}

/* The first choice is none; the columns follow in the file's order. */
static GtkStringList *
make_choices (GStrv titles)
{
  GtkStringList *choices = gtk_string_list_new ((const char * const *) titles);
  const char *none[] = { C_("column", "None"), NULL };

  gtk_string_list_splice (choices, 0, 0, none);

  return choices;
}

static void
selected_cb (GgovImportColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @choice: from 0, or -1 for none */
static void
append_field (GgovImportColumns     *self,
              const GgovImportField *field,
              GStrv                  titles,
              int                    choice)
{
  g_autoptr(GtkStringList) choices = make_choices (titles);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find_label (field));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) (choice + 1));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->names, g_strdup (field->name));
}

static int
find_choice (const GgovExchangeLayer *layer,
             const GgovImportField   *field)
{
  const char *title = ggov_import_table_find_title (layer, field);

  for (guint i = 0; title && i < layer->fields->len; i++)
    if (g_str_equal (layer->fields->pdata[i], title))
      return (int) i;

  return -1;
}

static GStrv
dup_names (const GgovExchangeLayer *layer)
{
  GStrv names = g_new0 (char *, layer->fields->len + 1);

  for (guint i = 0; i < layer->fields->len; i++)
    names[i] = g_strdup (layer->fields->pdata[i]);

  return names;
}

/* As spreadsheets count columns: A to Z, AA and so on. */
static char *
dup_letters (guint column)
{
  char letters[8] = { 0 };
  guint at = sizeof letters - 1;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);

  return g_strdup (letters + at);
}

static GStrv
dup_titles (const GgovImportHeading *heading)
{
  const guint n = g_strv_length (heading->titles);
  GStrv titles = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *letters = dup_letters (i);

      titles[i] = *heading->titles[i] ? g_strdup_printf ("%s · %s", letters, heading->titles[i])
                                      : g_steal_pointer (&letters);
    }

  return titles;
}

static void
ggov_import_columns_finalize (GObject *object)
{
  GgovImportColumns *self = GGOV_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_strfreev);

  G_OBJECT_CLASS (ggov_import_columns_parent_class)->finalize (object);
}

static void
ggov_import_columns_class_init (GgovImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_import_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
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
  self->columns = dup_names (layer);
  fields = ggov_exchange_get_import_fields (kind, &n);
  for (guint i = 0; i < n; i++)
    append_field (self, &fields[i], self->columns, find_choice (layer, &fields[i]));

  gtk_widget_set_visible (GTK_WIDGET (self), layer->fields->len > 0);
}

void
ggov_import_columns_set_heading (GgovImportColumns       *self,
                                 GgovImportKind           kind,
                                 const GgovImportHeading *heading,
                                 GHashTable              *wishes)
{
  g_auto(GStrv) titles = dup_titles (heading);
  const GgovImportField *fields;
  guint n;

  g_return_if_fail (GGOV_IS_IMPORT_COLUMNS (self));

  clear (self);
  self->columns = dup_names (heading->layer);
  fields = ggov_exchange_get_import_fields (kind, &n);
  for (guint i = 0; i < n; i++)
    append_field (self, &fields[i], titles,
                  ggov_import_heading_find_column (heading, &fields[i], wishes));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gboolean
has_column (AdwComboRow *row)
{
  const guint selected = adw_combo_row_get_selected (row);

  return selected != 0 && selected != GTK_INVALID_LIST_POSITION;
}

gboolean
ggov_import_columns_has_field (GgovImportColumns *self,
                               guint              field)
{
  g_return_val_if_fail (GGOV_IS_IMPORT_COLUMNS (self), FALSE);

  return field < self->rows->len && has_column (self->rows->pdata[field]);
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
      const guint selected = adw_combo_row_get_selected (row);

      g_hash_table_insert (wishes, g_strdup (self->names->pdata[i]),
                           g_strdup (has_column (row) ? self->columns[selected - 1] : ""));
    }

  return wishes;
}
