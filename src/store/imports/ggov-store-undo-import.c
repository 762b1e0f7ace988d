/* ggov-store-undo-import.c: taking an import back, but for what was gone on with since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-clock-private.h"
#include "ggov-store-undo-import.h"
#include "ggov-undo-private.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define PERSON_MEMBER "\"person_id\":"

#define SQL_IMPORT "SELECT action, at FROM change WHERE id = $1"
#define SQL_ROWS \
  "SELECT table_name, row_id, op, before, after FROM change_row WHERE change_id = $1 ORDER BY id DESC"
/* Rows of a table that name somebody who came with the import, and did not come with it. */
#define SQL_LATER \
  "SELECT DISTINCT t.%s FROM change_row p JOIN %s t ON t.%s = p.row_id WHERE p.change_id = $1 " \
  "AND p.table_name = 'person' AND p.op = 'insert' AND NOT EXISTS (SELECT 1 FROM change_row x " \
  "WHERE x.change_id = $1 AND x.table_name = '%s' AND x.row_id = t.id)"

/* With whom somebody is of a household: without its head it would be none. */
#define SQL_HOUSEHOLD \
  "SELECT DISTINCT o.person_id FROM residence r JOIN residence o ON o.household_id = r.household_id " \
  "WHERE r.person_id = $1"

typedef struct
{
  gint64            change_id;
  GgovImportUndone  undone;
} Order;

typedef struct
{
  GgovChange       *change;
  GgovImportUndone *undone;
  GHashTable       *kept;   /* (element-type gint64): people */
} Undoing;

static gboolean
check_import (GgovDb   *db,
              gint64    change_id,
              gint64    now,
              GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_IMPORT, error);
  const char *sentence = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE; /* that it is not there is said by who looks next */

  if (!g_str_has_prefix (ggov_stmt_get_text (stmt, 0), "Import "))
    sentence = _("This change is no import. Undo it as a whole instead.");
  else if (now - ggov_stmt_get_int (stmt, 1) > (gint64) GGOV_IMPORT_UNDO_DAYS * SECONDS_A_DAY)
    sentence = _("An import can be taken back for thirty days. Put single records right instead.");
  if (sentence)
    g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return sentence == NULL;
}

static GgovUndoImage
read_image (GgovStmt *stmt)
{
  return (GgovUndoImage) {
    .table = ggov_stmt_get_text (stmt, 0),
    .id = ggov_stmt_get_int (stmt, 1),
    .op = ggov_stmt_get_text (stmt, 2),
    .before = ggov_stmt_get_text (stmt, 3),
    .after = ggov_stmt_get_text (stmt, 4),
  };
}

/* Whom a row belongs to; 0 for a row of nobody. */
static gint64
get_person (const GgovUndoImage *image)
{
  const char *text = image->after ? image->after : image->before;
  const char *member;

  if (g_str_equal (image->table, "person"))
    return image->id;

  member = text ? strstr (text, PERSON_MEMBER) : NULL;

  return member ? g_ascii_strtoll (member + strlen (PERSON_MEMBER), NULL, 10) : 0;
}

static void
keep_person (Undoing *self,
             gint64   person_id)
{
  g_hash_table_add (self->kept, g_memdup2 (&person_id, sizeof person_id));
}

/* Goes through the rows of the import, the last first. */
static gboolean
go_through (Undoing   *self,
            gboolean (*func) (Undoing              *self,
                              const GgovUndoImage  *image,
                              GError              **error),
            GError   **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, SQL_ROWS, error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    ggov_stmt_bind_int (stmt, 1, self->change->undoes_id);
  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovUndoImage image = read_image (stmt);

      if (!ggov_change_check_cancelled (self->change, error) || !func (self, &image, error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

static gboolean
note_changed (Undoing              *self,
              const GgovUndoImage  *image,
              GError              **error)
{
  const gint64 person_id = get_person (image);
  gboolean is_as_left;

  if (person_id == 0)
    return TRUE;
  if (!_ggov_undo_is_as_left (self->change->db, image, &is_as_left, error))
    return FALSE;
  if (!is_as_left)
    keep_person (self, person_id);

  return TRUE;
}

/* Who has something by now that did not come with the import. */
static gboolean
note_gone_on (Undoing  *self,
              GError  **error)
{
  g_autoptr(GPtrArray) references = ggov_db_list_references (self->change->db, "person", error);

  for (guint i = 0; references && i < references->len; i += 2)
    {
      const char *table = references->pdata[i], *column = references->pdata[i + 1];
      g_autofree char *sql = g_strdup_printf (SQL_LATER, column, table, column, table);
      g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, sql, error);
      g_autoptr(GArray) ids = NULL;

      if (stmt == NULL)
        return FALSE;

      ggov_stmt_bind_int (stmt, 1, self->change->undoes_id);
      if (!(ids = ggov_stmt_list_ints (stmt, error)))
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        keep_person (self, g_array_index (ids, gint64, j));
    }

  return references != NULL;
}

static gboolean
keep_households (Undoing  *self,
                 GError  **error)
{
  g_autoptr(GList) people = g_hash_table_get_keys (self->kept);

  for (GList *l = people; l; l = l->next)
    {
      g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, SQL_HOUSEHOLD, error);
      g_autoptr(GArray) ids = NULL;

      if (stmt == NULL)
        return FALSE;

      ggov_stmt_bind_int (stmt, 1, *(const gint64 *) l->data);
      if (!(ids = ggov_stmt_list_ints (stmt, error)))
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!g_hash_table_contains (self->kept, &g_array_index (ids, gint64, i)))
          keep_person (self, g_array_index (ids, gint64, i));
    }

  return TRUE;
}

/* What others still need stays: a door with a household, a household with people. */
static gboolean
put_back (Undoing              *self,
          const GgovUndoImage  *image,
          GError              **error)
{
  const gint64 person_id = get_person (image);
  g_autoptr(GError) failure = NULL;

  if ((person_id == 0 || !g_hash_table_contains (self->kept, &person_id)) &&
      _ggov_undo_put_back (self->change, image, &failure))
    {
      self->undone->rows++;
      return TRUE;
    }

  self->undone->kept_rows++;
  if (failure == NULL || g_error_matches (failure, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONFLICT) ||
      g_error_matches (failure, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* On the store's thread, within the change. */
static gboolean
undo (GgovChange        *change,
      GgovImportUndone  *undone,
      GError           **error)
{
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Undoing self = { change, undone, kept };

  if (!go_through (&self, note_changed, error) || !note_gone_on (&self, error) ||
      !keep_households (&self, error))
    return FALSE;

  undone->kept_people = g_hash_table_size (kept);

  return go_through (&self, put_back, error) && _ggov_clock_reckon_written (change, error);
}

/* On the store's thread. */
static void
undo_job (GTask  *task,
          GgovDb *db)
{
  GgovStore *store = g_task_get_source_object (task);
  Order *order = g_task_get_task_data (task);
  g_autofree char *subject = NULL;
  GgovChange change = {
    .db = db,
    .cancellable = g_task_get_cancellable (task),
    .at = g_get_real_time () / G_USEC_PER_SEC,
    .account = ggov_store_get_account (store),
    .action = N_("Take an import back"),
    .undoes_id = order->change_id,
  };
  GError *error = NULL;

  if (!check_import (db, order->change_id, change.at, &error) ||
      !_ggov_undo_check (db, order->change_id, &subject, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  change.subject = subject;
  if (!_ggov_change_begin (&change, &error))
    g_task_return_error (task, error);
  else if (!undo (&change, &order->undone, &error))
    {
      _ggov_change_abandon (&change);
      g_task_return_error (task, error);
    }
  else if (!_ggov_change_end (&change, store, &error))
    g_task_return_error (task, error);
  else
    {
      order->undone.change_id = change.id;
      g_task_set_check_cancellable (task, FALSE);
      g_task_return_boolean (task, TRUE);
    }
}

void
ggov_store_undo_import_async (GgovStore           *self,
                              gint64               change_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->change_id = change_id;
  _ggov_store_call (self, ggov_store_undo_import_async, undo_job, order, g_free, cancellable,
                    callback, user_data);
}

gboolean
ggov_store_undo_import_finish (GgovStore         *self,
                               GAsyncResult      *result,
                               GgovImportUndone  *undone,
                               GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (undone)
    *undone = ((const Order *) g_task_get_task_data (G_TASK (result)))->undone;

  return TRUE;
}
