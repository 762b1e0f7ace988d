/* test-db.c: the seam to the database: opening, statements, transactions, words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* F_OFD_GETLK */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "ggov-db.h"
#include "store-fixture.h"

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "office.gridgov", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_chmod (fixture->dir, 0700);
  remove_folder (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static GgovDb *
open_db (Fixture    *fixture,
         GgovDbMode  mode)
{
  g_autoptr(GError) error = NULL;
  GgovDb *db = ggov_db_open (fixture->path, mode, &error);

  g_assert_no_error (error);

  return db;
}

static void
make_office (Fixture *fixture)
{
  ggov_db_close (open_db (fixture, GGOV_DB_CREATE));
}

static void
assert_refused (Fixture    *fixture,
                GgovDbMode  mode,
                int         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ggov_db_open (fixture->path, mode, &error));
  g_assert_error (error, GGOV_STORE_ERROR, code);
}

static gint64
ask (GgovDb     *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  ggov_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static void
run (GgovDb     *db,
     const char *script)
{
  g_autoptr(GError) error = NULL;

  ggov_db_run_script (db, script, &error);
  g_assert_no_error (error);
}

/* What keeps an acknowledged change through a power cut, as the connection itself tells it. */
static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);
  g_autoptr(GgovStmt) mode = ggov_db_prepare (db, "PRAGMA journal_mode", NULL);

  g_assert_cmpint (ggov_stmt_step (mode, NULL), ==, GGOV_DB_ROW);
  g_assert_cmpstr (ggov_stmt_get_text (mode, 0), ==, "wal");
  g_clear_pointer (&mode, ggov_stmt_release);

  g_assert_cmpint (ask (db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (ask (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (db, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (ask (db, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (db, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (ask (db, "PRAGMA busy_timeout"), ==, 5000);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  assert_refused (fixture, GGOV_DB_OPEN, GGOV_STORE_ERROR_MISSING);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_missing_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->dir, "no", "such", "office", NULL);
  assert_refused (fixture, GGOV_DB_CREATE, GGOV_STORE_ERROR_OPEN);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  sqlite3 *other = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "Minutes of the meeting", -1, NULL));
  assert_refused (fixture, GGOV_DB_OPEN, GGOV_STORE_ERROR_FOREIGN);
  g_unlink (fixture->path);

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  sqlite3_exec (other, "CREATE TABLE t (x)", NULL, NULL, NULL);
  sqlite3_close (other);
  assert_refused (fixture, GGOV_DB_OPEN, GGOV_STORE_ERROR_FOREIGN);
  assert_refused (fixture, GGOV_DB_CREATE, GGOV_STORE_ERROR_FOREIGN);

  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, GGOV_DB_OPEN, GGOV_STORE_ERROR_FOREIGN);
  g_rmdir (fixture->path);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *contents = NULL;
  gsize length;

  make_office (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, length - 1, NULL));
  assert_refused (fixture, GGOV_DB_OPEN, GGOV_STORE_ERROR_DAMAGED);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write to anything");
      return;
    }

  make_office (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_refused (fixture, GGOV_DB_OPEN, GGOV_STORE_ERROR_READ_ONLY);
}

/* $2 is met before $1 in the text. */
static void
test_bind (Fixture       *fixture,
           gconstpointer  data)
{
  const guint8 bytes[] = { 0, 255, '\'', 7 };
  g_autoptr(GBytes) blob = g_bytes_new (bytes, sizeof bytes);
  g_autoptr(GBytes) back = NULL;
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, "SELECT $2, $1, $3, $4, $5", NULL);

  ggov_stmt_bind_int (stmt, 1, G_MAXINT64);
  ggov_stmt_bind_text (stmt, 2, "社区");
  ggov_stmt_bind_bytes (stmt, 3, blob);
  ggov_stmt_bind_id (stmt, 4, 0);
  ggov_stmt_bind_text (stmt, 5, NULL);

  g_assert_cmpint (ggov_stmt_step (stmt, NULL), ==, GGOV_DB_ROW);
  g_assert_cmpstr (ggov_stmt_get_text (stmt, 0), ==, "社区");
  g_assert_cmpint (ggov_stmt_get_int (stmt, 1), ==, G_MAXINT64);
  back = ggov_stmt_dup_bytes (stmt, 2);
  g_assert_true (g_bytes_equal (back, blob));
  g_assert_true (ggov_stmt_is_null (stmt, 3));
  g_assert_true (ggov_stmt_is_null (stmt, 4));
  g_assert_cmpint (ggov_stmt_step (stmt, NULL), ==, GGOV_DB_DONE);
}

/* A statement that is used again does not remember what was bound before. */
static void
test_statements_again (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);
  GgovStmt *first = ggov_db_prepare (db, "SELECT $1", NULL);
  GgovStmt *again;

  ggov_stmt_bind_int (first, 1, 5);
  ggov_stmt_step (first, NULL);
  ggov_stmt_release (first);

  again = ggov_db_prepare (db, "SELECT $1", NULL);
  g_assert_true (again == first);
  g_assert_cmpint (ggov_stmt_step (again, NULL), ==, GGOV_DB_ROW);
  g_assert_true (ggov_stmt_is_null (again, 0));
  ggov_stmt_release (again);
}

static void
test_rollback (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);

  run (db, "CREATE TABLE t (x INTEGER)");
  g_assert_true (ggov_db_begin (db, NULL));
  run (db, "INSERT INTO t VALUES (1)");
  ggov_db_rollback (db);
  g_assert_cmpint (ask (db, "SELECT count (*) FROM t"), ==, 0);

  g_assert_true (ggov_db_begin (db, NULL));
  run (db, "INSERT INTO t VALUES (2)");
  g_assert_true (ggov_db_commit (db, NULL));
  g_assert_cmpint (ask (db, "SELECT x FROM t"), ==, 2);
}

static void
test_constraint (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);
  g_autoptr(GError) error = NULL;

  run (db, "CREATE TABLE t (x INTEGER UNIQUE); INSERT INTO t VALUES (1)");
  g_assert_false (ggov_db_run_script (db, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT);
}

/* Two writers at once: the second waits for its turn and loses nothing. */
static gpointer
add_many (gpointer data)
{
  g_autoptr(GgovDb) db = ggov_db_open (data, GGOV_DB_OPEN, NULL);

  for (guint i = 0; i < 100; i++)
    {
      gint64 x;

      g_assert_true (ggov_db_begin (db, NULL));
      g_assert_true (ggov_db_query_int (db, "SELECT x FROM t", &x, NULL));
      run (db, "UPDATE t SET x = x + 1");
      g_assert_true (ggov_db_commit (db, NULL));
    }

  return NULL;
}

static void
test_two_writers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);
  GThread *threads[4];

  run (db, "CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (0)");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("writer", add_many, fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpint (ask (db, "SELECT x FROM t"), ==, 400);
}

static GArray *
find (GgovDb     *db,
      const char *first,
      const char *second)
{
  const char *words[] = { first, second, NULL };
  g_autoptr(GError) error = NULL;
  GArray *found = ggov_db_find_words (db, words, FALSE, 10, &error);

  g_assert_no_error (error);

  return found;
}

static void
assert_found (GgovDb     *db,
              const char *first,
              const char *second,
              guint       n)
{
  g_autoptr(GArray) found = find (db, first, second);

  g_assert_cmpuint (found->len, ==, n);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);

  run (db, "CREATE VIRTUAL TABLE search USING fts5 (words, content = '')");
  g_assert_true (ggov_db_index_words (db, 9, NULL, "王 晓 明 wang xiao ming wxm 1234", NULL));
  g_assert_true (ggov_db_index_words (db, 17, NULL, "王 芳 wang fang wf 5678", NULL));

  assert_found (db, "王", NULL, 2);
  assert_found (db, "晓", "明", 1);
  assert_found (db, "xiao", NULL, 1);
  assert_found (db, "fa", NULL, 1);
  assert_found (db, "1234", NULL, 1);
  assert_found (db, "李", NULL, 0);

  /* What a user types is never taken for an operator. */
  assert_found (db, "\"", NULL, 0);
  assert_found (db, "OR", "NOT", 0);
  assert_found (db, "wang*)", NULL, 2);

  g_assert_true (ggov_db_index_words (db, 17, "王 芳 wang fang wf 5678", NULL, NULL));
  assert_found (db, "王", NULL, 1);
}

/* As FTS5 keeps it: how many segments are merged as they come. */
static gint64
get_merge (GgovDb *db)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, "SELECT v FROM search_config WHERE k = 'automerge'",
                                              NULL);

  g_assert_cmpint (ggov_stmt_step (stmt, NULL), ==, GGOV_DB_ROW);

  return ggov_stmt_get_int (stmt, 0);
}

static void
test_words_in_bulk (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);

  run (db, "CREATE VIRTUAL TABLE search USING fts5 (words, content = '')");
  g_assert_true (ggov_db_index_in_bulk (db, TRUE, NULL));
  g_assert_cmpint (get_merge (db), ==, 0);
  g_assert_true (ggov_db_index_words (db, 9, NULL, "王 晓 明 wang xiao ming wxm", NULL));
  g_assert_true (ggov_db_index_words (db, 17, NULL, "王 芳 wang fang wf", NULL));
  g_assert_true (ggov_db_index_in_bulk (db, FALSE, NULL));

  /* From then on it is tidied as before. */
  g_assert_cmpint (get_merge (db), ==, 4);
  assert_found (db, "wang", NULL, 2);
}

#ifdef F_OFD_GETLK

/* As a file chooser does that looks what kind of file it is. */
static void
look_at (const char *path,
         const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  int fd = g_open (name, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
}

static gboolean
is_locked (const char *path,
           const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int fd = g_open (name, O_RDWR | O_CLOEXEC, 0);

  g_assert_cmpint (fcntl (fd, F_OFD_GETLK, &lock), ==, 0);
  g_close (fd, NULL);

  return lock.l_type != F_UNLCK;
}

/* Another program that found no lock would remove the log, and what is written after that is lost. */
static void
test_looked_at (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autoptr(GgovDb) db = open_db (fixture, GGOV_DB_CREATE);

  g_assert_true (ggov_db_run_script (db, "CREATE TABLE t (id INTEGER PRIMARY KEY)", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    look_at (fixture->path, endings[i]);
  g_assert_true (is_locked (fixture->path, ""));
  g_assert_true (is_locked (fixture->path, "-shm"));

  g_clear_pointer (&db, ggov_db_close);
  g_assert_false (is_locked (fixture->path, ""));
}

#endif

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/db/settings", test_settings);
  ADD ("/store/db/missing", test_missing);
  ADD ("/store/db/missing-folder", test_missing_folder);
  ADD ("/store/db/foreign", test_foreign);
  ADD ("/store/db/truncated", test_truncated);
  ADD ("/store/db/read-only", test_read_only);
  ADD ("/store/db/bind", test_bind);
  ADD ("/store/db/statements-again", test_statements_again);
  ADD ("/store/db/rollback", test_rollback);
  ADD ("/store/db/constraint", test_constraint);
  ADD ("/store/db/two-writers", test_two_writers);
  ADD ("/store/db/words", test_words);
  ADD ("/store/db/words-in-bulk", test_words_in_bulk);
#ifdef F_OFD_GETLK
  ADD ("/store/db/looked-at", test_looked_at);
#endif
#undef ADD

  return g_test_run ();
}
