/* ggov-db-sqlite-functions-private.h: the functions that the triggers of an office call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * _ggov_db_sqlite_add_functions:
 * ggov_set_change (number), not to be called by the schema: opens a change on this connection;
 * ggov_change (): the open change, NULL for none.
 *
 * ggov_image (name, value, …): a row as one JSON object. SQLite's own json_object() may not be
 * called by a trigger while the schema is not trusted, and takes no bytes; here they become
 * {"hex": …}, so that an image can be put back without the schema.
 *
 * ggov_digest (value, …): SHA-256 over lengths and values, NULLs told from empty texts.
 *
 * The last two are pure, so that they may be called in an office whose schema is not trusted.
 */
gboolean _ggov_db_sqlite_add_functions (sqlite3 *db);

G_END_DECLS
