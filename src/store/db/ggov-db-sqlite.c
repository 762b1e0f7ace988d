/* ggov-db-sqlite.c: the seam served by one SQLite file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "ggov-db-driver-private.h"
#include "ggov-db-sqlite-functions-private.h"
#include "ggov-db-sqlite-locks-private.h"
#include "ggov-db-sqlite-statements-private.h"

#define BUSY_TIMEOUT_MS 5000
#define OFFICE_ID       1196901238 /* "GGov" in ASCII: what marks a file as an office */
#define HEADER_SIZE     100        /* bytes; SQLite file format, 1.3 */

#define LOOKASIDE_BYTES 8192
#define LOOKASIDE_SLOTS 128

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

static int
get_error_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return GGOV_STORE_ERROR_BUSY;

    case SQLITE_CONSTRAINT:
      return GGOV_STORE_ERROR_CONSTRAINT;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return GGOV_STORE_ERROR_DAMAGED;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return GGOV_STORE_ERROR_READ_ONLY;

    case SQLITE_FULL:
      return GGOV_STORE_ERROR_FULL;

    case SQLITE_CANTOPEN:
      return GGOV_STORE_ERROR_OPEN;

    case SQLITE_IOERR:
      return GGOV_STORE_ERROR_DAMAGED;

    case SQLITE_INTERRUPT:
    case SQLITE_TOOBIG:
      return GGOV_STORE_ERROR_LIMIT;

    default:
      return GGOV_STORE_ERROR_SQL;
    }
}

gboolean
_ggov_db_sqlite_fail (gpointer   db,
                      GError   **error)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, get_error_code (sqlite3_extended_errcode (db)),
                       sqlite3_errmsg (db));
  return FALSE;
}

static gboolean
sqlite_run_script (gpointer     handle,
                   const char  *script,
                   GError     **error)
{
  if (sqlite3_exec (handle, script, NULL, NULL, NULL) != SQLITE_OK)
    return _ggov_db_sqlite_fail (handle, error);

  return TRUE;
}

/* Settings -------------------------------------------------------------------------------- */

static gboolean
read_pragma (sqlite3     *db,
             const char  *sql,
             char       **value,
             GError     **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    return _ggov_db_sqlite_fail (db, error);

  if (sqlite3_step (stmt) == SQLITE_ROW)
    *value = g_strdup ((const char *) sqlite3_column_text (stmt, 0));

  if (sqlite3_finalize (stmt) != SQLITE_OK)
    return _ggov_db_sqlite_fail (db, error);

  return TRUE;
}

static gboolean
set_and_read_back (sqlite3     *db,
                   const char  *name,
                   const char  *value,
                   const char  *expected,
                   GError     **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %s", name, value);
  g_autofree char *ask = g_strdup_printf ("PRAGMA %s", name);
  g_autofree char *found = NULL;

  if (!sqlite_run_script (db, set, error) || !read_pragma (db, ask, &found, error))
    return FALSE;

  if (g_strcmp0 (found, expected) != 0)
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_OPEN,
                   "the setting %s is %s instead of %s", name, found ? found : "missing", expected);
      return FALSE;
    }

  return TRUE;
}

/* WAL with FULL is what a power cut cannot take an acknowledged change from. */
static gboolean
set_up (sqlite3  *db,
        GError  **error)
{
  static const struct { const char *name, *value, *expected; } settings[] = {
    { "journal_mode", "WAL", "wal" },
    { "synchronous", "FULL", "2" },
    { "foreign_keys", "ON", "1" },
    { "temp_store", "MEMORY", "2" },
    { "cache_size", "-65536", "-65536" }, /* KiB: a large import stays out of the file's log */
    { "trusted_schema", "OFF", "0" },
    { "cell_size_check", "ON", "1" },
  };
  int defensive = 0;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!set_and_read_back (db, settings[i].name, settings[i].value, settings[i].expected, error))
      return FALSE;

  if (sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive) != SQLITE_OK || !defensive)
    return _ggov_db_sqlite_fail (db, error);

  return TRUE;
}

/* What marks the file -------------------------------------------------------------------- */

static gboolean
refuse (GError         **error,
        GgovStoreError   code,
        const char      *why)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, code, why);
  return FALSE;
}

/* Looks at the file before SQLite does: SQLite would make a missing file, and takes one that
 * was cut off for as long as the missing pages are not asked for. */
static gboolean
check_file (const char  *path,
            GgovDbMode   mode,
            GError     **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gsize page_size, n_pages, n_read;
  GStatBuf info;
  FILE *file;

  if (g_stat (path, &info) != 0)
    {
      if (mode == GGOV_DB_CREATE && errno == ENOENT)
        return TRUE;
      return refuse (error, errno == ENOENT ? GGOV_STORE_ERROR_MISSING : GGOV_STORE_ERROR_OPEN,
                     g_strerror (errno));
    }

  if (!S_ISREG (info.st_mode))
    return refuse (error, GGOV_STORE_ERROR_FOREIGN, "not a plain file");

  if (mode == GGOV_DB_CREATE && info.st_size == 0)
    return TRUE;

  if (mode != GGOV_DB_FOREIGN && g_access (path, W_OK) != 0)
    return refuse (error, GGOV_STORE_ERROR_READ_ONLY, "the file cannot be written");

  if (!(file = g_fopen (path, "rb")))
    return refuse (error, GGOV_STORE_ERROR_OPEN, g_strerror (errno));
  n_read = fread (header, 1, sizeof header, file);
  fclose (file);

  if (n_read < 16 || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (error, GGOV_STORE_ERROR_FOREIGN, "not a database file");

  page_size = header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  n_pages = (gsize) header[28] << 24 | header[29] << 16 | header[30] << 8 | header[31];
  if (n_read < sizeof header || (guint64) info.st_size < page_size * n_pages)
    return refuse (error, GGOV_STORE_ERROR_DAMAGED, "the file is shorter than it says");

  return TRUE;
}

static gboolean
check_owner (sqlite3     *db,
             GgovDbMode   mode,
             GError     **error)
{
  g_autofree char *id = NULL;
  g_autofree char *n_tables = NULL;
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", OFFICE_ID);

  if (!read_pragma (db, "PRAGMA application_id", &id, error) ||
      !read_pragma (db, "SELECT count(*) FROM sqlite_master", &n_tables, error))
    return FALSE;

  if (id && g_ascii_strtoll (id, NULL, 10) == OFFICE_ID)
    return TRUE;

  if (mode == GGOV_DB_CREATE && g_strcmp0 (n_tables, "0") == 0)
    return sqlite_run_script (db, mark, error);

  return refuse (error, GGOV_STORE_ERROR_FOREIGN, "a database of another program");
}

static void
sqlite_close (gpointer handle)
{
  int code = sqlite3_close (handle);

  g_assert (code == SQLITE_OK);
}

static gpointer
open_foreign (const char  *path,
              GError     **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *full = NULL;
  g_autoptr(sqlite3) db = NULL;

  if (uri == NULL)
    return NULL;

  full = g_strconcat (uri, "?mode=ro&immutable=1", NULL);

  if (sqlite3_open_v2 (full, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                       NULL) != SQLITE_OK ||
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK ||
      sqlite3_exec (db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", NULL, NULL,
                    NULL) != SQLITE_OK)
    {
      _ggov_db_sqlite_fail (db, error);
      return NULL;
    }

  return g_steal_pointer (&db);
}

/* Counting every allocation takes a lock that nobody needs. To be said before the first use. */
static void
configure (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      _ggov_db_sqlite_keep_locks ();
      g_once_init_leave (&done, 1);
    }
}

/* Room for what a trigger takes for each row; SQLite would else have it from the heap. It is given
 * only while none of it is in use: with SQLite 3.46 that is over once a setting was made. */
static gboolean
give_room (sqlite3 *db)
{
  return sqlite3_db_config (db, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_BYTES,
                            LOOKASIDE_SLOTS) == SQLITE_OK;
}

static gpointer
sqlite_open (const char  *location,
             GgovDbMode   mode,
             GError     **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  g_autoptr(sqlite3) db = NULL;

  configure ();

  if (!check_file (location, mode, error))
    return NULL;

  if (mode == GGOV_DB_FOREIGN)
    return open_foreign (location, error);

  if (mode == GGOV_DB_CREATE)
    flags |= SQLITE_OPEN_CREATE;

  if (sqlite3_open_v2 (location, &db, flags, NULL) != SQLITE_OK ||
      !give_room (db) || sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS) != SQLITE_OK ||
      !_ggov_db_sqlite_add_functions (db))
    {
      _ggov_db_sqlite_fail (db, error);
      return NULL;
    }

  if (!check_owner (db, mode, error) || !set_up (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/* Transactions ---------------------------------------------------------------------------- */

static gboolean
sqlite_begin (gpointer   handle,
              GError   **error)
{
  /* A deferred one would lose what it has read when it comes to write. */
  return sqlite_run_script (handle, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_commit (gpointer   handle,
               GError   **error)
{
  return sqlite_run_script (handle, "COMMIT", error);
}

static void
sqlite_rollback (gpointer handle)
{
  /* Some errors have rolled back already. */
  if (!sqlite3_get_autocommit (handle))
    sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
sqlite_defer_keys (gpointer   handle,
                   GError   **error)
{
  return sqlite_run_script (handle, "PRAGMA defer_foreign_keys = ON", error);
}

static void
sqlite_set_change (gpointer handle,
                   gint64   change_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ggov_set_change (%" G_GINT64_FORMAT ")",
                                          change_id);
  int code = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  g_assert (code == SQLITE_OK);
}

static gboolean
sqlite_get_version (gpointer   handle,
                    int       *version,
                    GError   **error)
{
  g_autofree char *text = NULL;

  if (!read_pragma (handle, "PRAGMA user_version", &text, error))
    return FALSE;

  *version = (int) g_ascii_strtoll (text, NULL, 10);

  return TRUE;
}

static gboolean
sqlite_set_version (gpointer   handle,
                    int        version,
                    GError   **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return sqlite_run_script (handle, sql, error);
}

static gboolean
sqlite_get_data_version (gpointer   handle,
                         gint64    *version,
                         GError   **error)
{
  g_autofree char *text = NULL;

  if (!read_pragma (handle, "PRAGMA data_version", &text, error))
    return FALSE;

  *version = g_ascii_strtoll (text, NULL, 10);

  return TRUE;
}

/* What triggers inserted meanwhile does not count. */
static gboolean
sqlite_get_last_id (gpointer     handle,
                    const char  *table,
                    gint64      *id,
                    GError     **error)
{
  *id = sqlite3_last_insert_rowid (handle);

  return TRUE;
}

static gboolean
sqlite_copy_to (gpointer     handle,
                const char  *path,
                GError     **error)
{
  g_autoptr(sqlite3) copy = NULL;
  sqlite3_backup *backup;

  if (sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK ||
      !(backup = sqlite3_backup_init (copy, "main", handle, "main")))
    return _ggov_db_sqlite_fail (copy, error);

  /* In one step: a backup in pieces starts over at every write. */
  sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    return _ggov_db_sqlite_fail (copy, error);

  return TRUE;
}

/* The index of words keeps those it forgot until it is made one piece; a page that was freed keeps what
 * was on it until the file is written anew. What is written on the way is on the disk: all of an
 * office may be more than the memory holds. */
static gboolean
sqlite_scrub (gpointer   handle,
              GError   **error)
{
  g_autofree char *busy = NULL;

  if (!sqlite_run_script (handle, "INSERT INTO search (search) VALUES ('optimize'); "
                          "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY;", error) ||
      !read_pragma (handle, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, error))
    return FALSE;

  return g_strcmp0 (busy, "0") == 0 ||
         refuse (error, GGOV_STORE_ERROR_BUSY, "somebody reads the file, so its journal stays");
}

const GgovDbDriver _ggov_db_sqlite_driver = {
  .dialect = "sqlite",
  .open = sqlite_open,
  .close = sqlite_close,
  .begin = sqlite_begin,
  .commit = sqlite_commit,
  .rollback = sqlite_rollback,
  .defer_keys = sqlite_defer_keys,
  .run_script = sqlite_run_script,
  .set_change = sqlite_set_change,
  .get_version = sqlite_get_version,
  .set_version = sqlite_set_version,
  .get_data_version = sqlite_get_data_version,
  .get_last_id = sqlite_get_last_id,
  .set_limits = _ggov_db_sqlite_set_limits,
  .copy_to = sqlite_copy_to,
  .scrub = sqlite_scrub,
  .prepare = _ggov_db_sqlite_prepare,
  .finalize = _ggov_db_sqlite_finalize,
  .reset = _ggov_db_sqlite_reset,
  .bind_null = _ggov_db_sqlite_bind_null,
  .bind_int = _ggov_db_sqlite_bind_int,
  .bind_text = _ggov_db_sqlite_bind_text,
  .bind_blob = _ggov_db_sqlite_bind_blob,
  .step = _ggov_db_sqlite_step,
  .n_columns = _ggov_db_sqlite_n_columns,
  .column_name = _ggov_db_sqlite_column_name,
  .is_null = _ggov_db_sqlite_is_null,
  .get_int = _ggov_db_sqlite_get_int,
  .get_text = _ggov_db_sqlite_get_text,
  .get_blob = _ggov_db_sqlite_get_blob,
  .keep_images = _ggov_db_sqlite_keep_images,
  .list_tables = _ggov_db_sqlite_list_tables,
  .list_references = _ggov_db_sqlite_list_references,
  .dup_image = _ggov_db_sqlite_dup_image,
  .find_damage = _ggov_db_sqlite_find_damage,
  .index_words = _ggov_db_sqlite_index_words,
  .index_in_bulk = _ggov_db_sqlite_index_in_bulk,
  .find_words = _ggov_db_sqlite_find_words,
};
