/* ggov-store-name-list.c: whom the lines of a list of names mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-store-name-list.h"
#include "ggov-store-private.h"

/* Two are enough to know that it is not clear. */
#define SQL_PHONE \
  "SELECT id FROM person WHERE phone = $1 AND merged_into_id IS NULL ORDER BY id LIMIT 2"
#define SQL_BOTH \
  "SELECT id FROM person WHERE phone = $1 AND name = $2 AND merged_into_id IS NULL ORDER BY id LIMIT 2"
#define SQL_NAME "SELECT id, name FROM person WHERE merged_into_id IS NULL ORDER BY id"

/* What is shorter is a number in a row, a door or a year. */
#define PHONE_DIGITS 7

/* Between the words of a line: what sheets, chats and lists have. */
#define APART " \t\r,;\302\240"

/* Names have no index of their own, so that they are read once for the whole list.
 * (transfer full) (element-type utf8 GArray): the numbers of the people of each name */
static GHashTable *
read_names (GgovDb  *db,
            GError **error)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_array_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_NAME, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const char *name = ggov_stmt_get_text (stmt, 1);
      GArray *ids = g_hash_table_lookup (names, name);
      gint64 id = ggov_stmt_get_int (stmt, 0);

      if (ids == NULL)
        {
          ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (names, g_strdup (name), ids);
        }
      g_array_append_val (ids, id);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&names) : NULL;
}

static gboolean
is_phone (const char *word)
{
  return strspn (word, "0123456789+-") == strlen (word) && strlen (word) >= PHONE_DIGITS;
}

/* (transfer full): the commas of Chinese text as well */
static GStrv
split_line (const char *line)
{
  g_autoptr(GString) text = g_string_new (line);

  g_string_replace (text, "\357\274\214", ",", 0);
  g_string_replace (text, "\343\200\201", ",", 0);
  g_string_replace (text, "\343\200\200", " ", 0);

  return g_strsplit_set (text->str, APART, -1);
}

/* FALSE with @error set. @name: (nullable): where the phone alone decides */
static gboolean
ask (GgovDb           *db,
     const char       *name,
     const char       *phone,
     GgovNamedPerson  *answer,
     GError          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, name ? SQL_BOTH : SQL_PHONE, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, phone);
  if (name)
    ggov_stmt_bind_text (stmt, 2, name);
  if (!(ids = ggov_stmt_list_ints (stmt, error)))
    return FALSE;

  answer->n_found = ids->len;
  answer->person_id = ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;

  return TRUE;
}

static void
take_name (GHashTable      *names,
           const char      *name,
           GgovNamedPerson *answer)
{
  const GArray *ids = g_hash_table_lookup (names, name);

  answer->n_found = ids->len;
  answer->person_id = ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

/* A name and a phone that are of two people are of nobody for sure. */
static gboolean
find_by_both (GgovDb           *db,
              GHashTable       *names,
              const char       *name,
              const char       *phone,
              GgovNamedPerson  *answer,
              GError          **error)
{
  GgovNamedPerson other = *answer;

  if (!ask (db, name, phone, answer, error) || !ask (db, NULL, phone, &other, error))
    return FALSE;

  if (answer->n_found == 0 && other.n_found == 0)
    take_name (names, name, answer);
  else if (answer->n_found == 0)
    answer->n_found = 1 + other.n_found;

  return TRUE;
}

static gboolean
find_person (GgovDb           *db,
             GHashTable       *names,
             GStrv             words,
             GgovNamedPerson  *answer,
             GError          **error)
{
  const char *name = NULL, *phone = NULL;

  for (guint i = 0; words[i]; i++)
    if (phone == NULL && is_phone (words[i]))
      phone = words[i];
    else if (name == NULL && g_hash_table_contains (names, words[i]))
      name = words[i];

  if (name && phone)
    return find_by_both (db, names, name, phone, answer, error);
  if (phone)
    return ask (db, NULL, phone, answer, error);
  if (name)
    take_name (names, name, answer);

  return TRUE;
}

/* FALSE with @error set */
static gboolean
find_people (GgovDb             *db,
             const char *const  *lines,
             GArray             *answers,
             GError            **error)
{
  g_autoptr(GHashTable) names = read_names (db, error);

  for (guint i = 0; names && lines[i]; i++)
    {
      g_auto(GStrv) words = split_line (lines[i]);
      g_autofree char *joined = g_strjoinv ("", words);
      GgovNamedPerson answer = { i, 0, 0 };

      if (*joined == '\0')
        continue;
      if (!find_person (db, names, words, &answer, error))
        return FALSE;
      g_array_append_val (answers, answer);
    }

  return names != NULL;
}

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  g_autoptr(GArray) answers = g_array_new (FALSE, FALSE, sizeof (GgovNamedPerson));
  GError *error = NULL;

  if (find_people (db, g_task_get_task_data (task), answers, &error))
    g_task_return_pointer (task, g_steal_pointer (&answers), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_read_name_list_async (GgovStore           *self,
                                 const char *const   *lines,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (lines != NULL);

  _ggov_store_call (self, ggov_store_read_name_list_async, read_job, g_strdupv ((char **) lines),
                    (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

GArray *
ggov_store_read_name_list_finish (GgovStore     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
