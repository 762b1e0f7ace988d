/* ggov-db-sqlite-statements-private.h: statements of SQLite, with parameters by number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of GgovDbDriver that is about them; a statement is what prepare() gives.
 */

#pragma once

#include "ggov-db-driver-private.h"

G_BEGIN_DECLS

/* Sets @error to what went wrong last on a connection. Returns FALSE. */
gboolean _ggov_db_sqlite_fail (gpointer   handle,
                               GError   **error);

gpointer _ggov_db_sqlite_prepare (gpointer handle,
                                  const char *sql,
                                  GError **error);
void _ggov_db_sqlite_finalize (gpointer stmt);
void _ggov_db_sqlite_reset (gpointer stmt);
void _ggov_db_sqlite_bind_null (gpointer stmt,
                                int n);
void _ggov_db_sqlite_bind_int (gpointer stmt,
                               int n,
                               gint64 value);
void _ggov_db_sqlite_bind_text (gpointer stmt,
                                int n,
                                const char *value);
void _ggov_db_sqlite_bind_blob (gpointer stmt,
                                int n,
                                gconstpointer data,
                                gsize size);
GgovDbStep _ggov_db_sqlite_step (gpointer handle,
                                 gpointer stmt,
                                 GError **error);
int _ggov_db_sqlite_n_columns (gpointer stmt);
const char *_ggov_db_sqlite_column_name (gpointer stmt,
                                         int column);
gboolean _ggov_db_sqlite_is_null (gpointer stmt,
                                  int column);
gint64 _ggov_db_sqlite_get_int (gpointer stmt,
                                int column);
const char *_ggov_db_sqlite_get_text (gpointer stmt,
                                      int column);
gconstpointer _ggov_db_sqlite_get_blob (gpointer stmt,
                                        int column,
                                        gsize *size);

G_END_DECLS
