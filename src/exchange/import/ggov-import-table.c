/* ggov-import-table.c: the rows of one layer, by the fields that the office has for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-import-table.h"

const char *
ggov_import_table_find_title (const GgovExchangeLayer *layer,
                              const GgovImportField   *field)
{
  for (guint i = 0; field->synonyms[i]; i++)
    for (guint j = 0; j < layer->fields->len; j++)
      if (g_ascii_strcasecmp (layer->fields->pdata[j], field->synonyms[i]) == 0)
        return layer->fields->pdata[j];

  return NULL;
}

static gboolean
refuse_wish (const GgovExchangeLayer  *layer,
             const char               *title,
             GError                  **error)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < layer->fields->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", (char *) layer->fields->pdata[i]);

  /* Translators: the first is a column's title, the second a list of titles. */
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
               _("There is no column “%s”. The file has: %s."), title, titles->str);
  return FALSE;
}

static gboolean
refuse_field (const GgovImportField  *fields,
              guint                   n_fields,
              const char             *name,
              GError                **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", fields[i].name);

  /* Translators: the first is a field's name, the second a list of names. */
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
               _("There is no field “%s”. The fields are: %s."), name, names->str);
  return FALSE;
}

static gboolean
check_wishes (const GgovImportField  *fields,
              guint                   n_fields,
              GHashTable             *wishes,
              GError                **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, wishes);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      guint i = 0;

      while (i < n_fields && !g_str_equal (fields[i].name, name))
        i++;
      if (i == n_fields)
        return refuse_field (fields, n_fields, name, error);
    }

  return TRUE;
}

static gboolean
find_column (const GgovExchangeLayer  *layer,
             const GgovImportField    *field,
             GHashTable               *wishes,
             int                      *column,
             GError                  **error)
{
  const char *wish = wishes ? g_hash_table_lookup (wishes, field->name) : NULL;
  const char *title = wish ? wish : ggov_import_table_find_title (layer, field);

  *column = title ? ggov_exchange_layer_find_field (layer, title) : -1;

  return wish && *wish && *column < 0 ? refuse_wish (layer, wish, error) : TRUE;
}

GgovImportTable *
ggov_import_table_open (GgovExchangeReading    *reading,
                        guint                   layer,
                        const GgovImportField  *fields,
                        guint                   n_fields,
                        GHashTable             *wishes,
                        GError                **error)
{
  g_autoptr(GgovImportTable) self = g_new0 (GgovImportTable, 1);

  if (wishes && !check_wishes (fields, n_fields, wishes, error))
    return NULL;

  self->columns = g_new0 (int, n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!find_column (ggov_exchange_reading_get_layer (reading, layer), &fields[i], wishes,
                      &self->columns[i], error))
      return NULL;

  self->rows = ggov_exchange_rows_open (reading, layer, error);

  return self->rows != NULL ? g_steal_pointer (&self) : NULL;
}

void
ggov_import_table_free (GgovImportTable *self)
{
  g_clear_pointer (&self->rows, ggov_exchange_rows_free);
  g_free (self->columns);
  g_strfreev (self->titles);
  g_free (self);
}

const char *
ggov_import_table_get_title (GgovImportTable *self,
                             guint            field)
{
  const int column = self->columns[field];

  return column >= 0 && self->titles ? self->titles[column] : NULL;
}

const char *
ggov_import_table_get_text (GgovImportTable *self,
                            guint            field)
{
  const int column = self->columns[field];

  return column >= 0 ? ggov_exchange_rows_get_text (self->rows, (guint) column) : NULL;
}

char *
ggov_import_table_dup_text (GgovImportTable *self,
                            guint            field)
{
  const char *text = ggov_import_table_get_text (self, field);
  char *copy;

  if (text == NULL)
    return NULL;

  copy = g_strstrip (g_strdup (text));
  if (*copy == '\0')
    g_clear_pointer (&copy, g_free);

  return copy;
}
