/* ggov-import-table.c: the rows of one layer in the scratch file that the reader made
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
append_field (const GgovExchangeLayer  *layer,
              const GgovImportField    *field,
              GHashTable               *wishes,
              GString                  *sql,
              GError                  **error)
{
  const char *wish = wishes ? g_hash_table_lookup (wishes, field->name) : NULL;
  const char *title = wish ? wish : ggov_import_table_find_title (layer, field);
  g_autofree char *column = title ? ggov_exchange_layer_dup_column (layer, title) : NULL;

  if (wish && *wish && column == NULL)
    return refuse_wish (layer, wish, error);

  g_string_append_printf (sql, ", %s", column ? column : "NULL");

  return TRUE;
}

GgovStmt *
ggov_import_table_prepare (const GgovExchangeLayer  *layer,
                           GgovDb                   *db,
                           const GgovImportField    *fields,
                           guint                     n_fields,
                           GHashTable               *wishes,
                           GError                  **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT fid, source_id, geom");

  if (wishes && !check_wishes (fields, n_fields, wishes, error))
    return NULL;

  for (guint i = 0; i < n_fields; i++)
    if (!append_field (layer, &fields[i], wishes, sql, error))
      return NULL;

  g_string_append_printf (sql, " FROM %s ORDER BY fid", layer->table);

  return ggov_db_prepare (db, sql->str, error);
}

char *
ggov_import_table_dup_text (GgovStmt *stmt,
                            guint     field)
{
  const char *text = ggov_stmt_get_text (stmt, GGOV_IMPORT_COLUMN_FIELD + field);
  char *copy;

  if (text == NULL)
    return NULL;

  copy = g_strstrip (g_strdup (text));
  if (*copy == '\0')
    g_clear_pointer (&copy, g_free);

  return copy;
}
