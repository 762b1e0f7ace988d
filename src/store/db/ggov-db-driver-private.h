/* ggov-db-driver-private.h: what a database has to offer to serve behind ggov-db.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/* The handles are the driver's own; only the driver looks inside. */
typedef struct
{
  const char    *dialect;

  gpointer     (*open)        (const char *location, GgovDbMode mode, GError **error);
  void         (*close)       (gpointer handle);

  gboolean     (*begin)       (gpointer handle, GError **error);
  gboolean     (*commit)      (gpointer handle, GError **error);
  void         (*rollback)    (gpointer handle);
  gboolean     (*defer_keys)  (gpointer handle, GError **error);
  gboolean     (*run_script)  (gpointer handle, const char *script, GError **error);
  void         (*set_change)  (gpointer handle, gint64 change_id);
  gboolean     (*get_version) (gpointer handle, int *version, GError **error);
  gboolean     (*set_version) (gpointer handle, int version, GError **error);
  gboolean     (*get_data_version) (gpointer handle, gint64 *version, GError **error);
  gboolean     (*get_last_id) (gpointer handle, const char *table, gint64 *id, GError **error);
  void         (*set_limits)  (gpointer handle, guint max_bytes, guint max_steps);
  gboolean     (*copy_to)     (gpointer handle, const char *path, GError **error);
  gboolean     (*scrub)       (gpointer handle, GError **error);

  gpointer     (*prepare)     (gpointer handle, const char *sql, GError **error);
  void         (*finalize)    (gpointer stmt);
  void         (*reset)       (gpointer stmt);
  void         (*bind_null)   (gpointer stmt, int n);
  void         (*bind_int)    (gpointer stmt, int n, gint64 value);
  void         (*bind_text)   (gpointer stmt, int n, const char *value);
  void         (*bind_blob)   (gpointer stmt, int n, gconstpointer data, gsize size);
  GgovDbStep   (*step)        (gpointer handle, gpointer stmt, GError **error);
  int          (*n_columns)   (gpointer stmt);
  const char  *(*column_name) (gpointer stmt, int column);
  gboolean     (*is_null)     (gpointer stmt, int column);
  gint64       (*get_int)     (gpointer stmt, int column);
  const char  *(*get_text)    (gpointer stmt, int column);
  gconstpointer (*get_blob)   (gpointer stmt, int column, gsize *size);

  /* These speak the dialect, but through the seam's own calls. */
  gboolean     (*keep_images) (GgovDb *db, const char *table, GError **error);
  GPtrArray   *(*list_tables) (GgovDb *db, GError **error);
  GPtrArray   *(*list_references) (GgovDb *db, const char *table, GError **error);
  gboolean     (*dup_image)   (GgovDb *db, const char *table, gint64 id, char **image,
                               GError **error);
  GPtrArray   *(*find_damage) (GgovDb *db, GError **error);
  gboolean     (*index_words) (GgovDb *db, gint64 number, const char *old, const char *words,
                               GError **error);
  gboolean     (*index_in_bulk) (GgovDb *db, gboolean in_bulk, GError **error);
  GArray      *(*find_words)  (GgovDb *db, const char * const *words, gboolean together,
                               guint limit, GError **error);
} GgovDbDriver;

extern const GgovDbDriver _ggov_db_sqlite_driver;

void       _ggov_db_sqlite_set_limits  (gpointer handle, guint max_bytes, guint max_steps);
gboolean   _ggov_db_sqlite_keep_images (GgovDb *db, const char *table, GError **error);
GPtrArray *_ggov_db_sqlite_list_tables (GgovDb *db, GError **error);
GPtrArray *_ggov_db_sqlite_list_references (GgovDb *db, const char *table, GError **error);
gboolean   _ggov_db_sqlite_dup_image   (GgovDb *db, const char *table, gint64 id, char **image,
                                        GError **error);
GPtrArray *_ggov_db_sqlite_find_damage (GgovDb *db, GError **error);
gboolean   _ggov_db_sqlite_index_words (GgovDb *db, gint64 number, const char *old,
                                        const char *words, GError **error);
gboolean   _ggov_db_sqlite_index_in_bulk (GgovDb *db, gboolean in_bulk, GError **error);
GArray    *_ggov_db_sqlite_find_words  (GgovDb *db, const char * const *words, gboolean together,
                                        guint limit, GError **error);

G_END_DECLS
