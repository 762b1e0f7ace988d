/* ggov-db.c: the seam's calls, passed on to the driver; statements kept by their text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-db-driver-private.h"

struct _GgovDb
{
  const GgovDbDriver *driver;
  gpointer            handle;
  GHashTable         *idle;   /* (element-type utf8 GgovStmt): prepared and not in use */
  GgovStmt           *latest; /* (owned) (nullable): the last given back, which is not in @idle */
  guint               n_used; /* statements given out */
};

struct _GgovStmt
{
  GgovDb   *db;     /* (unowned) */
  char     *sql;
  gpointer  handle; /* (owned): the driver's */
};

static void
free_stmt (GgovStmt *stmt)
{
  stmt->db->driver->finalize (stmt->handle);
  g_free (stmt->sql);
  g_free (stmt);
}

GgovDb *
ggov_db_open (const char  *location,
              GgovDbMode   mode,
              GError     **error)
{
  const GgovDbDriver *driver = &_ggov_db_sqlite_driver;
  GgovDb *self;
  gpointer handle;

  g_return_val_if_fail (location != NULL, NULL);

  if (!(handle = driver->open (location, mode, error)))
    return NULL;

  self = g_new0 (GgovDb, 1);
  self->driver = driver;
  self->handle = handle;
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_stmt);

  return self;
}

void
ggov_db_close (GgovDb *self)
{
  g_return_if_fail (self->n_used == 0);

  g_clear_pointer (&self->latest, free_stmt);
  g_clear_pointer (&self->idle, g_hash_table_unref);
  self->driver->close (self->handle);
  g_free (self);
}

void
ggov_db_set_limits (GgovDb *self,
                    guint   max_bytes,
                    guint   max_steps)
{
  self->driver->set_limits (self->handle, max_bytes, max_steps);
}

gboolean
ggov_db_begin (GgovDb  *self,
               GError **error)
{
  return self->driver->begin (self->handle, error);
}

gboolean
ggov_db_commit (GgovDb  *self,
                GError **error)
{
  return self->driver->commit (self->handle, error);
}

void
ggov_db_rollback (GgovDb *self)
{
  self->driver->rollback (self->handle);
}

gboolean
ggov_db_defer_keys (GgovDb  *self,
                    GError **error)
{
  return self->driver->defer_keys (self->handle, error);
}

gboolean
ggov_db_run_script (GgovDb      *self,
                    const char  *script,
                    GError     **error)
{
  return self->driver->run_script (self->handle, script, error);
}

void
ggov_db_set_change (GgovDb *self,
                    gint64  change_id)
{
  self->driver->set_change (self->handle, change_id);
}

gboolean
ggov_db_get_version (GgovDb  *self,
                     int     *version,
                     GError **error)
{
  return self->driver->get_version (self->handle, version, error);
}

gboolean
ggov_db_set_version (GgovDb  *self,
                     int      version,
                     GError **error)
{
  return self->driver->set_version (self->handle, version, error);
}

gboolean
ggov_db_get_data_version (GgovDb  *self,
                          gint64  *version,
                          GError **error)
{
  return self->driver->get_data_version (self->handle, version, error);
}

const char *
ggov_db_get_dialect (GgovDb *self)
{
  return self->driver->dialect;
}

gboolean
ggov_db_keep_images (GgovDb      *self,
                     const char  *table,
                     GError     **error)
{
  return self->driver->keep_images (self, table, error);
}

GPtrArray *
ggov_db_list_tables (GgovDb  *self,
                     GError **error)
{
  return self->driver->list_tables (self, error);
}

GPtrArray *
ggov_db_list_references (GgovDb      *self,
                         const char  *table,
                         GError     **error)
{
  return self->driver->list_references (self, table, error);
}

gboolean
ggov_db_dup_image (GgovDb      *self,
                   const char  *table,
                   gint64       id,
                   char       **image,
                   GError     **error)
{
  return self->driver->dup_image (self, table, id, image, error);
}

gboolean
ggov_db_index_words (GgovDb      *self,
                     gint64       number,
                     const char  *old,
                     const char  *words,
                     GError     **error)
{
  if (g_strcmp0 (old, words) == 0)
    return TRUE;

  return self->driver->index_words (self, number, old, words, error);
}

gboolean
ggov_db_index_in_bulk (GgovDb    *self,
                       gboolean   in_bulk,
                       GError   **error)
{
  return self->driver->index_in_bulk (self, in_bulk, error);
}

GArray *
ggov_db_find_words (GgovDb              *self,
                    const char * const  *words,
                    gboolean             together,
                    guint                limit,
                    GError             **error)
{
  return self->driver->find_words (self, words, together, limit, error);
}

GPtrArray *
ggov_db_find_damage (GgovDb  *self,
                     GError **error)
{
  return self->driver->find_damage (self, error);
}

gboolean
ggov_db_scrub (GgovDb  *self,
               GError **error)
{
  return self->driver->scrub (self->handle, error);
}

gboolean
ggov_db_copy_to (GgovDb      *self,
                 const char  *path,
                 GError     **error)
{
  return self->driver->copy_to (self->handle, path, error);
}

/* Writing many rows uses one statement over and over: comparing its text is cheaper than looking it
 * up. */
static GgovStmt *
take_idle (GgovDb     *self,
           const char *sql)
{
  GgovStmt *stmt = NULL;

  if (self->latest && g_str_equal (self->latest->sql, sql))
    return g_steal_pointer (&self->latest);

  g_hash_table_steal_extended (self->idle, sql, NULL, (gpointer *) &stmt);

  return stmt;
}

/* The same text used twice at a time leaves two; one is enough to keep. */
static void
keep_idle (GgovDb   *self,
           GgovStmt *stmt)
{
  if (g_hash_table_contains (self->idle, stmt->sql))
    free_stmt (stmt);
  else
    g_hash_table_insert (self->idle, stmt->sql, stmt);
}

GgovStmt *
ggov_db_prepare (GgovDb      *self,
                 const char  *sql,
                 GError     **error)
{
  GgovStmt *stmt = take_idle (self, sql);
  gpointer handle;

  if (stmt)
    {
      self->n_used++;
      return stmt;
    }

  if (!(handle = self->driver->prepare (self->handle, sql, error)))
    return NULL;

  stmt = g_new0 (GgovStmt, 1);
  stmt->db = self;
  stmt->sql = g_strdup (sql);
  stmt->handle = handle;
  self->n_used++;

  return stmt;
}

void
ggov_stmt_release (GgovStmt *self)
{
  GgovDb *db = self->db;

  db->n_used--;
  db->driver->reset (self->handle);

  if (db->latest)
    keep_idle (db, db->latest);
  db->latest = self;
}

void
ggov_stmt_bind_int (GgovStmt *self,
                    int       n,
                    gint64    value)
{
  self->db->driver->bind_int (self->handle, n, value);
}

void
ggov_stmt_bind_text (GgovStmt   *self,
                     int         n,
                     const char *value)
{
  if (value == NULL)
    self->db->driver->bind_null (self->handle, n);
  else
    self->db->driver->bind_text (self->handle, n, value);
}

void
ggov_stmt_bind_bytes (GgovStmt *self,
                      int       n,
                      GBytes   *value)
{
  gconstpointer data;
  gsize size;

  if (value == NULL)
    {
      self->db->driver->bind_null (self->handle, n);
      return;
    }

  data = g_bytes_get_data (value, &size);
  self->db->driver->bind_blob (self->handle, n, data, size);
}

void
ggov_stmt_bind_null (GgovStmt *self,
                     int       n)
{
  self->db->driver->bind_null (self->handle, n);
}

void
ggov_stmt_bind_id (GgovStmt *self,
                   int       n,
                   gint64    id)
{
  if (id == 0)
    self->db->driver->bind_null (self->handle, n);
  else
    self->db->driver->bind_int (self->handle, n, id);
}

GgovDbStep
ggov_stmt_step (GgovStmt  *self,
                GError   **error)
{
  return self->db->driver->step (self->db->handle, self->handle, error);
}

gboolean
ggov_stmt_run (GgovStmt  *self,
               GError   **error)
{
  GgovDbStep step;

  do
    step = ggov_stmt_step (self, error);
  while (step == GGOV_DB_ROW);

  self->db->driver->reset (self->handle);

  return step == GGOV_DB_DONE;
}

GArray *
ggov_stmt_list_ints (GgovStmt  *self,
                     GError   **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovDbStep step;

  while ((step = ggov_stmt_step (self, error)) == GGOV_DB_ROW)
    {
      gint64 number = ggov_stmt_get_int (self, 0);

      g_array_append_val (numbers, number);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&numbers) : NULL;
}

gboolean
ggov_stmt_is_null (GgovStmt *self,
                   int       column)
{
  return self->db->driver->is_null (self->handle, column);
}

gint64
ggov_stmt_get_int (GgovStmt *self,
                   int       column)
{
  return self->db->driver->get_int (self->handle, column);
}

const char *
ggov_stmt_get_text (GgovStmt *self,
                    int       column)
{
  return self->db->driver->get_text (self->handle, column);
}

gconstpointer
ggov_stmt_get_blob (GgovStmt *self,
                    int       column,
                    gsize    *size)
{
  return self->db->driver->get_blob (self->handle, column, size);
}

GBytes *
ggov_stmt_dup_bytes (GgovStmt *self,
                     int       column)
{
  gsize size;
  gconstpointer data = self->db->driver->get_blob (self->handle, column, &size);

  return data ? g_bytes_new (data, size) : NULL;
}

int
ggov_stmt_get_n_columns (GgovStmt *self)
{
  return self->db->driver->n_columns (self->handle);
}

const char *
ggov_stmt_get_column_name (GgovStmt *self,
                           int       column)
{
  return self->db->driver->column_name (self->handle, column);
}

gboolean
ggov_db_get_last_id (GgovDb      *self,
                     const char  *table,
                     gint64      *id,
                     GError     **error)
{
  return self->driver->get_last_id (self->handle, table, id, error);
}

gboolean
ggov_db_query_int (GgovDb      *self,
                   const char  *sql,
                   gint64      *value,
                   GError     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!(stmt = ggov_db_prepare (self, sql, error)))
    return FALSE;

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  *value = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}
