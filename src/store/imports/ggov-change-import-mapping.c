/* ggov-change-import-mapping.c: which columns served which fields the last time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-import-mapping.h"
#include "ggov-change-private.h"
#include "ggov-import-mapping-private.h"

#define SQL_LOAD "SELECT headings, fields FROM import_mapping WHERE kind = $1"
#define SQL_KEEP \
  "INSERT INTO import_mapping (kind, headings, fields) VALUES ($1, $2, $3) " \
  "ON CONFLICT (kind, headings) DO UPDATE SET fields = excluded.fields"

/* A field a line: its name, a tab, the column. */
static GHashTable *
parse_fields (const char *text)
{
  GHashTable *wishes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_auto(GStrv) halves = g_strsplit (lines[i], "\t", 2);

      if (g_strv_length (halves) == 2)
        g_hash_table_insert (wishes, g_strdup (halves[0]), g_strdup (halves[1]));
    }

  return wishes;
}

static char *
make_fields (GHashTable *wishes)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (wishes), (GCompareFunc) g_strcmp0);
  GString *text = g_string_new (NULL);

  for (GList *l = names; l; l = l->next)
    g_string_append_printf (text, "%s%s\t%s", l == names ? "" : "\n", (const char *) l->data,
                            (const char *) g_hash_table_lookup (wishes, l->data));

  return g_string_free (text, FALSE);
}

GHashTable *
_ggov_import_mappings_load (GgovDb      *db,
                            const char  *kind,
                            GError     **error)
{
  g_autoptr(GHashTable) mappings =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LOAD, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, kind);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_hash_table_insert (mappings, g_strdup (ggov_stmt_get_text (stmt, 0)),
                         parse_fields (ggov_stmt_get_text (stmt, 1)));

  return step == GGOV_DB_DONE ? g_steal_pointer (&mappings) : NULL;
}

GHashTable *
ggov_change_load_import_mappings (GgovChange  *change,
                                  const char  *kind,
                                  GError     **error)
{
  return _ggov_import_mappings_load (change->db, kind, error);
}

gboolean
ggov_change_keep_import_mapping (GgovChange  *change,
                                 const char  *kind,
                                 const char  *headings,
                                 GHashTable  *wishes,
                                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_KEEP, error);
  g_autofree char *fields = make_fields (wishes);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, kind);
  ggov_stmt_bind_text (stmt, 2, headings);
  ggov_stmt_bind_text (stmt, 3, fields);

  return ggov_stmt_run (stmt, error);
}
