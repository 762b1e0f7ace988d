/* ggov-db-sqlite-limits.c: what somebody else's file may ask for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <sqlite3.h>

#include "ggov-db-driver-private.h"

/* Our own statements need less, and so do the views of the formats we read. */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_SQL_LENGTH, 100000 }, { SQLITE_LIMIT_COLUMN, 200 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },    { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },     { SQLITE_LIMIT_FUNCTION_ARG, 16 },
  { SQLITE_LIMIT_ATTACHED, 0 },        { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },   { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static int
stop_cb (gpointer user_data)
{
  return TRUE;
}

void
_ggov_db_sqlite_set_limits (gpointer handle,
                            guint    max_bytes,
                            guint    max_steps)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].id, limits[i].value);

  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, max_bytes);
  sqlite3_progress_handler (handle, max_steps, stop_cb, NULL);
}
