/* ggov-change-undo.c: putting back what a change wrote, as a new change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-clock-private.h"
#include "ggov-undo-private.h"
#include "ggov-write-points-private.h"

#define SQL_CHANGE \
  "SELECT subject, reversible, EXISTS (SELECT 1 FROM change u WHERE u.undoes_id = c.id), " \
  "EXISTS (SELECT 1 FROM change_row r WHERE r.change_id = c.id AND r.before IS NULL " \
  "AND r.after IS NULL) FROM change c WHERE c.id = $1"
#define SQL_ROWS \
  "SELECT table_name, row_id, op, before, after FROM change_row WHERE change_id = $1 " \
  "ORDER BY id DESC"

gboolean
_ggov_undo_check (GgovDb  *db,
                  gint64   change_id,
                  char   **subject,
                  GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_CHANGE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no change %" G_GINT64_FORMAT, change_id);
  else if (!ggov_stmt_get_int (stmt, 1))
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                         _("This change cannot be undone. Points are reversed instead."));
  else if (ggov_stmt_get_int (stmt, 2))
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                         _("This change was undone already."));
  else if (ggov_stmt_get_int (stmt, 3))
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                         _("This change cannot be undone: somebody whom it touched was erased."));
  else
    {
      *subject = g_strdup (ggov_stmt_get_text (stmt, 0));
      return TRUE;
    }

  return FALSE;
}

static guint8
read_digit (char c)
{
  return (guint8) g_ascii_xdigit_value (c);
}

static GBytes *
read_hex (const char *text)
{
  gsize size = strlen (text) / 2;
  guint8 *data = g_malloc (MAX (size, 1));

  for (gsize i = 0; i < size; i++)
    data[i] = read_digit (text[2 * i]) << 4 | read_digit (text[2 * i + 1]);

  return g_bytes_new_take (data, size);
}

static GgovColumn
read_member (JsonObject *image,
             const char *name,
             GPtrArray  *held)
{
  JsonNode *node = json_object_get_member (image, name);
  GgovColumn column = GGOV_TEXT (name, NULL);

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      column.kind = GGOV_COLUMN_BYTES;
      column.value = read_hex (json_object_get_string_member (json_node_get_object (node), "hex"));
      g_ptr_array_add (held, (gpointer) column.value);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      column.kind = GGOV_COLUMN_INT;
      column.number = json_node_get_int (node);
    }
  else if (JSON_NODE_HOLDS_VALUE (node))
    column.value = json_node_get_string (node);

  return column;
}

static gboolean
write_image (GgovChange           *change,
             const GgovUndoImage  *image,
             const char           *now,
             GError              **error)
{
  g_autoptr(JsonNode) now_root = now ? json_from_string (now, NULL) : NULL;
  g_autoptr(JsonNode) root = json_from_string (image->before, error);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (GgovColumn));
  g_autoptr(GList) names = NULL;
  const GgovColumn *values;

  if (root == NULL)
    return FALSE;

  names = json_object_get_members (json_node_get_object (root));
  for (GList *l = names; l; l = l->next)
    {
      GgovColumn column = read_member (json_node_get_object (root), l->data, held);

      if (now_root && !json_object_has_member (json_node_get_object (now_root), l->data))
        continue;

      g_array_append_val (columns, column);
    }

  values = (gconstpointer) columns->data;
  if (g_str_equal (image->op, "delete"))
    return _ggov_change_insert (change, image->table, values, columns->len, error) != 0;

  return _ggov_change_update (change, image->table, image->id, -1, values, columns->len, error);
}

/* A column that came with a later schema is in no older image, and one that went with it is in no
 * row: neither is the change's to set. */
static gboolean
is_as_left (const char *now,
            const char *after)
{
  g_autoptr(JsonNode) now_root = now ? json_from_string (now, NULL) : NULL;
  g_autoptr(JsonNode) after_root = after ? json_from_string (after, NULL) : NULL;
  g_autoptr(GList) names = NULL;

  if (g_strcmp0 (now, after) == 0)
    return TRUE;
  if (now_root == NULL || after_root == NULL)
    return FALSE;

  names = json_object_get_members (json_node_get_object (after_root));
  for (GList *l = names; l; l = l->next)
    {
      JsonNode *left = json_object_get_member (json_node_get_object (after_root), l->data);
      JsonNode *found = json_object_get_member (json_node_get_object (now_root), l->data);

      if (found && !json_node_equal (left, found))
        return FALSE;
    }

  return TRUE;
}

gboolean
_ggov_undo_is_as_left (GgovDb               *db,
                       const GgovUndoImage  *image,
                       gboolean             *as_left,
                       GError              **error)
{
  g_autofree char *now = NULL;

  if (!ggov_db_dup_image (db, image->table, image->id, &now, error))
    return FALSE;

  *as_left = is_as_left (now, image->after);

  return TRUE;
}

gboolean
_ggov_undo_put_back (GgovChange           *change,
                     const GgovUndoImage  *image,
                     GError              **error)
{
  g_autofree char *now = NULL;

  if (!ggov_db_dup_image (change->db, image->table, image->id, &now, error))
    return FALSE;

  if (!is_as_left (now, image->after))
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT,
                   "%s %" G_GINT64_FORMAT " has moved on since", image->table, image->id);
      return FALSE;
    }

  if (g_str_equal (image->op, "insert"))
    return _ggov_change_delete (change, image->table, image->id, error);

  return write_image (change, image, now, error);
}

static gboolean
put_all_back (GgovChange  *change,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ROWS, error);
  gboolean has_parted = FALSE;
  GgovDbStep step;

  if (stmt == NULL || !ggov_db_defer_keys (change->db, error))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change->undoes_id);

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovUndoImage image = {
        .table = ggov_stmt_get_text (stmt, 0),
        .id = ggov_stmt_get_int (stmt, 1),
        .op = ggov_stmt_get_text (stmt, 2),
        .before = ggov_stmt_get_text (stmt, 3),
        .after = ggov_stmt_get_text (stmt, 4),
      };

      if (!ggov_change_check_cancelled (change, error) ||
          !_ggov_undo_put_back (change, &image, error))
        return FALSE;
      has_parted |= g_str_equal (image.table, "points_merge");
    }

  return step == GGOV_DB_DONE &&
         (!has_parted || _ggov_points_check_parted (change->db, error)) &&
         _ggov_clock_reckon_written (change, error);
}

/* On the store's thread. */
static void
undo_job (GTask  *task,
          GgovDb *db)
{
  GgovStore *store = g_task_get_source_object (task);
  const gint64 *undoes_id = g_task_get_task_data (task);
  g_autofree char *subject = NULL;
  GgovChange change = {
    .db = db,
    .cancellable = g_task_get_cancellable (task),
    .at = g_get_real_time () / G_USEC_PER_SEC,
    .account = ggov_store_get_account (store),
    .action = N_("Undo"),
    .undoes_id = *undoes_id,
  };
  GError *error = NULL;

  if (!_ggov_undo_check (db, *undoes_id, &subject, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  change.subject = subject;

  if (!_ggov_change_begin (&change, &error))
    g_task_return_error (task, error);
  else if (!put_all_back (&change, &error))
    {
      _ggov_change_abandon (&change);
      g_task_return_error (task, error);
    }
  else if (!_ggov_change_end (&change, store, &error))
    g_task_return_error (task, error);
  else
    {
      /* What is on the disk is done, even if it was given up in the same moment. */
      g_task_set_check_cancellable (task, FALSE);
      g_task_return_pointer (task, g_memdup2 (&change.id, sizeof change.id), g_free);
    }
}

void
ggov_store_undo_async (GgovStore           *self,
                       gint64               change_id,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_undo_async, undo_job,
                    g_memdup2 (&change_id, sizeof change_id), g_free, cancellable, callback,
                    user_data);
}
