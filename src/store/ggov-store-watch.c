/* ggov-store-watch.c: hearing of what others write to the same office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-store-watch-private.h"

/* As long as somebody at a screen may look at what is not so any more. */
#define INTERVAL (2 * G_TIME_SPAN_SECOND)

#define SQL_LATEST "SELECT coalesce (max (id), 0) FROM change"
#define SQL_SINCE \
  "SELECT DISTINCT change_id, table_name FROM change_row WHERE change_id > $1 ORDER BY change_id"

struct _GgovStoreWatch
{
  gint64  due;       /* of g_get_monotonic_time () */
  gint64  version;   /* of the data, when it looked last */
  gint64  change_id; /* the latest that is known of */
  GArray *own;       /* (element-type gint64): changes of this store since then */
};

/* The version first: what is written between the two is looked for once more, and found known. */
GgovStoreWatch *
_ggov_store_watch_new (GgovDb  *db,
                       GError **error)
{
  g_autoptr(GgovStoreWatch) self = g_new0 (GgovStoreWatch, 1);

  self->own = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->due = g_get_monotonic_time () + INTERVAL;

  if (!ggov_db_get_data_version (db, &self->version, error) ||
      !ggov_db_query_int (db, SQL_LATEST, &self->change_id, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
_ggov_store_watch_free (GgovStoreWatch *self)
{
  g_clear_pointer (&self->own, g_array_unref);
  g_free (self);
}

guint64
_ggov_store_watch_get_wait (GgovStoreWatch *self)
{
  return MAX (self->due - g_get_monotonic_time (), 0);
}

void
_ggov_store_watch_add_own (GgovStoreWatch *self,
                           gint64          change_id)
{
  g_array_append_val (self->own, change_id);
}

static gboolean
is_own (GgovStoreWatch *self,
        gint64          change_id)
{
  for (guint i = 0; i < self->own->len; i++)
    if (g_array_index (self->own, gint64, i) == change_id)
      return TRUE;

  return FALSE;
}

static gboolean
read_tables (GgovStoreWatch  *self,
             GgovDb          *db,
             GPtrArray       *tables,
             gint64          *latest,
             GError         **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_SINCE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, self->change_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const char *table = ggov_stmt_get_text (stmt, 1);

      *latest = ggov_stmt_get_int (stmt, 0);
      if (!is_own (self, *latest) &&
          !g_ptr_array_find_with_equal_func (tables, table, g_str_equal, NULL))
        g_ptr_array_add (tables, g_strdup (table));
    }

  return step == GGOV_DB_DONE;
}

GPtrArray *
_ggov_store_watch_look (GgovStoreWatch  *self,
                        GgovDb          *db,
                        GError         **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  gint64 latest = self->change_id;
  gint64 version;

  self->due = g_get_monotonic_time () + INTERVAL;
  if (!ggov_db_get_data_version (db, &version, error))
    return NULL;

  if (version != self->version)
    {
      if (!read_tables (self, db, tables, &latest, error))
        return NULL;
      self->version = version;
    }
  else if (self->own->len > 0)
    latest = g_array_index (self->own, gint64, self->own->len - 1);

  self->change_id = latest;
  g_array_set_size (self->own, 0);

  return g_steal_pointer (&tables);
}
