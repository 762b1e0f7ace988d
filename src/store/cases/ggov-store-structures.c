/* ggov-store-structures.c: reading structures and their photos
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-cases-private.h"
#include "ggov-geo-wkb.h"
#include "ggov-role.h"
#include "ggov-store-structures.h"

#define SQL_STRUCTURES \
  "SELECT s.id, s.row_version, s.issue_id, coalesce (s.grid_id, 0), coalesce (s.lon_e7, 0), " \
  "coalesce (s.lat_e7, 0), s.area_cm2, s.is_measured, s.demolished_cm2, " \
  "(SELECT count (*) FROM structure_photo f WHERE f.structure_id = s.id AND f.moment = 'before'), " \
  "(SELECT count (*) FROM structure_photo f WHERE f.structure_id = s.id AND f.moment = 'after'), " \
  "i.stage NOT IN ('closed', 'evaluated', 'void'), i.number, t.name, t.name_zh, s.label, " \
  "s.builder, g.name, i.place, s.shape, s.found_on, s.stopped_on, s.demolished_on, s.note " \
  "FROM structure s JOIN issue i ON i.id = s.issue_id JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN grid g ON g.id = s.grid_id " \
  "WHERE ($1 = 0 OR s.issue_id = $1) AND s.found_on <= $2 " \
  "ORDER BY s.found_on DESC, s.id DESC LIMIT 2000"
#define SQL_PHOTOS \
  "SELECT f.id, f.structure_id, length (c.content), f.moment, f.name, f.media_type " \
  "FROM structure_photo f JOIN attachment_content c ON c.sha256 = f.sha256 " \
  "WHERE f.structure_id = $1 ORDER BY f.moment DESC, f.id"
#define SQL_PHOTO \
  "SELECT c.content FROM structure_photo f JOIN attachment_content c ON c.sha256 = f.sha256 " \
  "WHERE f.id = $1"

typedef struct
{
  gint64  issue_id;
  char   *day;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->day);
  g_free (query);
}

/* The outer ring, its first corner not said again; "" where nothing was drawn. */
static char *
dup_outline (GgovStmt *stmt,
             int       column)
{
  gsize size;
  const guint8 *data = ggov_stmt_get_blob (stmt, column, &size);
  GString *outline = g_string_new (NULL);
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  GgovGeoWkb wkb;

  if (data == NULL || !ggov_geo_wkb_init (&wkb, data, size, NULL))
    return g_string_free (outline, FALSE);

  ggov_geo_wkb_iter_init (&iter, &wkb);
  if (!ggov_geo_wkb_iter_next (&iter, &ring))
    return g_string_free (outline, FALSE);

  for (guint i = 0; i + 1 < ring.n_points; i++)
    {
      char text[2][G_ASCII_DTOSTR_BUF_SIZE];
      double corner[2];

      ggov_geo_wkb_ring_get (&ring, i, corner);
      g_ascii_formatd (text[0], sizeof text[0], "%.7f", corner[0]);
      g_ascii_formatd (text[1], sizeof text[1], "%.7f", corner[1]);
      g_string_append_printf (outline, "%s%s,%s", i ? " " : "", text[0], text[1]);
    }

  return g_string_free (outline, FALSE);
}

static const char *
find_state (GgovStmt *stmt)
{
  if (!ggov_stmt_is_null (stmt, 22))
    return ggov_stmt_get_int (stmt, 8) < ggov_stmt_get_int (stmt, 6) ? "partly" : "demolished";

  return ggov_stmt_is_null (stmt, 21) ? "found" : "stopped";
}

static gpointer
make_structure (GgovStmt *stmt)
{
  g_autofree char *outline = dup_outline (stmt, 19);

  return ggov_structure_new (&(GgovStructureFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .issue_id = ggov_stmt_get_int (stmt, 2),
    .grid_id = ggov_stmt_get_int (stmt, 3),
    .lon_e7 = ggov_stmt_get_int (stmt, 4),
    .lat_e7 = ggov_stmt_get_int (stmt, 5),
    .area_cm2 = ggov_stmt_get_int (stmt, 6),
    .is_measured = ggov_stmt_get_int (stmt, 7),
    .demolished_cm2 = ggov_stmt_get_int (stmt, 8),
    .n_before = ggov_stmt_get_int (stmt, 9),
    .n_after = ggov_stmt_get_int (stmt, 10),
    .is_open = ggov_stmt_get_int (stmt, 11),
    .number = ggov_stmt_get_text (stmt, 12),
    .type = ggov_role_choose_name (ggov_stmt_get_text (stmt, 13), ggov_stmt_get_text (stmt, 14)),
    .label = ggov_stmt_get_text (stmt, 15),
    .builder = ggov_stmt_get_text (stmt, 16),
    .grid = _ggov_case_text (ggov_stmt_get_text (stmt, 17)),
    .place = ggov_stmt_get_text (stmt, 18),
    .outline = outline,
    .found_on = ggov_stmt_get_text (stmt, 20),
    .stopped_on = _ggov_case_text (ggov_stmt_get_text (stmt, 21)),
    .demolished_on = _ggov_case_text (ggov_stmt_get_text (stmt, 22)),
    .note = ggov_stmt_get_text (stmt, 23),
    .state = find_state (stmt),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_STRUCTURES, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, query->issue_id);
  ggov_stmt_bind_text (stmt, 2, query->day);
  _ggov_store_return_rows (task, stmt, make_structure);
}

void
ggov_store_list_structures_async (GgovStore           *self,
                                  gint64               issue_id,
                                  const char          *day,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Query *query = g_new0 (Query, 1);

  query->issue_id = issue_id;
  query->day = g_strdup (day);
  _ggov_store_call (self, ggov_store_list_structures_async, list_job, query, query_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_list_structures_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_STRUCTURE) : NULL;
}

/* Photos --------------------------------------------------------------------------------------- */

static gpointer
make_photo (GgovStmt *stmt)
{
  return ggov_structure_photo_new (&(GgovStructurePhotoFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .structure_id = ggov_stmt_get_int (stmt, 1),
    .size = ggov_stmt_get_int (stmt, 2),
    .moment = ggov_stmt_get_text (stmt, 3),
    .name = ggov_stmt_get_text (stmt, 4),
    .media_type = ggov_stmt_get_text (stmt, 5),
  });
}

/* On the store's thread. */
static void
photos_job (GTask  *task,
            GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PHOTOS, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, *(gint64 *) g_task_get_task_data (task));
  _ggov_store_return_rows (task, stmt, make_photo);
}

void
ggov_store_list_structure_photos_async (GgovStore           *self,
                                        gint64               structure_id,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_structure_photos_async, photos_job,
                    g_memdup2 (&structure_id, sizeof structure_id), g_free, cancellable, callback,
                    user_data);
}

GListModel *
ggov_store_list_structure_photos_finish (GgovStore     *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_STRUCTURE_PHOTO) : NULL;
}

/* On the store's thread. */
static void
photo_job (GTask  *task,
           GgovDb *db)
{
  gint64 id = *(gint64 *) g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PHOTO, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, id);
      step = ggov_stmt_step (stmt, &error);
    }

  if (step == GGOV_DB_ROW)
    g_task_return_pointer (task, ggov_stmt_dup_bytes (stmt, 0), (GDestroyNotify) g_bytes_unref);
  else if (step == GGOV_DB_DONE)
    g_task_return_new_error (task, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                             "there is no photo %" G_GINT64_FORMAT, id);
  else
    g_task_return_error (task, error);
}

void
ggov_store_read_structure_photo_async (GgovStore           *self,
                                       gint64               photo_id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_read_structure_photo_async, photo_job,
                    g_memdup2 (&photo_id, sizeof photo_id), g_free, cancellable, callback,
                    user_data);
}

GBytes *
ggov_store_read_structure_photo_finish (GgovStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
