/* ggov-db.h: the one seam between the records and a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Query texts above this seam keep to what SQLite 3.40 and PostgreSQL 15 both understand, with
 * parameters written $1, $2, … A connection and its statements belong to one thread.
 */

#pragma once

#include <gio/gio.h>

#include "ggov-store-error.h"

G_BEGIN_DECLS

typedef struct _GgovDb   GgovDb;
typedef struct _GgovStmt GgovStmt;

/**
 * GgovDbMode:
 * @GGOV_DB_OPEN: read and write a database that exists
 * @GGOV_DB_CREATE: the same, made empty if it does not exist
 * @GGOV_DB_FOREIGN: read a database file of somebody else's that nobody writes meanwhile
 */
typedef enum
{
  GGOV_DB_OPEN,
  GGOV_DB_CREATE,
  GGOV_DB_FOREIGN,
} GgovDbMode;

/**
 * GgovDbStep:
 * @GGOV_DB_ERROR: the statement failed and the error is set
 * @GGOV_DB_ROW: a row can be read
 * @GGOV_DB_DONE: there are no more rows
 */
typedef enum
{
  GGOV_DB_ERROR,
  GGOV_DB_ROW,
  GGOV_DB_DONE,
} GgovDbStep;

/**
 * ggov_db_open:
 * @location: a file name, in the GLib file name encoding
 * @error: return location for a GgovStoreError
 *
 * Opens a connection and sets it up for safe keeping; each setting is read back, and a setting
 * that did not take is an error.
 */
GgovDb     *ggov_db_open           (const char  *location,
                                    GgovDbMode   mode,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        ggov_db_close          (GgovDb      *self);

/**
 * ggov_db_set_limits:
 * @max_bytes: of a text, a blob or a row
 * @max_steps: of the database's own, in running a statement once; some ten a row and table
 *
 * For a file of somebody else's: whatever its rows hold and its views compute, they take no more
 * memory and time than this. A statement that would fails with GGOV_STORE_ERROR_LIMIT.
 */
void        ggov_db_set_limits     (GgovDb      *self,
                                    guint        max_bytes,
                                    guint        max_steps);

/* A transaction holds the one write lock from its beginning, so that it cannot fail half way
 * because of another writer. */
gboolean    ggov_db_begin          (GgovDb      *self,
                                    GError     **error);
gboolean    ggov_db_commit         (GgovDb      *self,
                                    GError     **error);
void        ggov_db_rollback       (GgovDb      *self);

/* Foreign keys are looked at when the transaction commits instead of row by row. */
gboolean    ggov_db_defer_keys     (GgovDb      *self,
                                    GError     **error);

/* Runs a script of statements without parameters. */
gboolean    ggov_db_run_script     (GgovDb      *self,
                                    const char  *script,
                                    GError     **error);

/* The change that what is written from now on belongs to; 0 for none, and then nothing can be
 * written to a table whose images are kept. */
void        ggov_db_set_change     (GgovDb      *self,
                                    gint64       change_id);

/* The schema's number: 0 in a new database. */
gboolean    ggov_db_get_version    (GgovDb      *self,
                                    int         *version,
                                    GError     **error);
gboolean    ggov_db_set_version    (GgovDb      *self,
                                    int          version,
                                    GError     **error);

/* A number that is another one as soon as another connection has written; what this one writes
 * leaves it as it is. */
gboolean    ggov_db_get_data_version (GgovDb      *self,
                                      gint64      *version,
                                      GError     **error);

/* The name of the dialect, which is that of the folder its schema files are in. */
const char *ggov_db_get_dialect    (GgovDb      *self);

/* Writes the triggers that keep an image of each row of @table before and after a write. */
gboolean    ggov_db_keep_images    (GgovDb      *self,
                                    const char  *table,
                                    GError     **error);

/**
 * ggov_db_list_tables:
 * @error: return location for a GgovStoreError
 *
 * Returns: (transfer full) (element-type utf8): the tables that have a row_version, sorted
 */
GPtrArray  *ggov_db_list_tables    (GgovDb      *self,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_db_list_references:
 * @error: return location for a GgovStoreError
 *
 * Returns: (transfer full) (element-type utf8): pairs: a table that has a row_version, and a column
 *   of it that names a row of @table; sorted
 */
GPtrArray  *ggov_db_list_references (GgovDb      *self,
                                     const char  *table,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_db_dup_image:
 * @image: (out) (transfer full) (nullable): the row as JSON, or NULL if there is no such row
 *
 * Makes the same image of a row that the triggers make.
 */
gboolean    ggov_db_dup_image      (GgovDb      *self,
                                    const char  *table,
                                    gint64       id,
                                    char       **image,
                                    GError     **error);

/**
 * ggov_db_index_words:
 * @number: of the entry in the index
 * @old: (nullable): the words it is indexed under now
 * @words: (nullable): the words it is to be indexed under
 *
 * Keeps the full-text index. Words are apart by blanks already.
 */
gboolean    ggov_db_index_words    (GgovDb      *self,
                                    gint64       number,
                                    const char  *old,
                                    const char  *words,
                                    GError     **error);

/**
 * ggov_db_index_in_bulk:
 * @in_bulk: TRUE before a great many entries, and FALSE after them in the same transaction
 *
 * Puts off the tidying of the full-text index, which goes on a little with each later entry.
 */
gboolean    ggov_db_index_in_bulk  (GgovDb      *self,
                                    gboolean     in_bulk,
                                    GError     **error);

/**
 * ggov_db_find_words:
 * @words: NULL-terminated; an entry has all of them, each as the beginning of one of its own
 * @together: an entry has them one after another, and only the last as the beginning of one of its own
 * @limit: the most entries to return
 *
 * Returns: (transfer full) (element-type gint64): the entries' numbers, best first; of a crowd, the best
 *   of its beginning
 */
GArray     *ggov_db_find_words     (GgovDb              *self,
                                    const char * const  *words,
                                    gboolean             together,
                                    guint                limit,
                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Finds damage in the file itself: a line for each finding, none if all is well. */
GPtrArray  *ggov_db_find_damage    (GgovDb      *self,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies the database as it is now into a new file that is complete once this returns. */
gboolean    ggov_db_copy_to        (GgovDb      *self,
                                    const char  *path,
                                    GError     **error);

/**
 * ggov_db_scrub:
 * @error: GGOV_STORE_ERROR_BUSY where another connection reads meanwhile: what was deleted may still be
 *   in the file then
 *
 * Writes the file anew without anything that was deleted or overwritten, and empties its journal and
 * the index of words of it. Takes as long as reading and writing all of it, and is no part of a
 * transaction.
 */
gboolean    ggov_db_scrub          (GgovDb      *self,
                                    GError     **error);

/**
 * ggov_db_prepare:
 * @sql: one statement; a literal or otherwise made of constants, never of what a user typed
 *
 * Statements are kept by their text and used again; one text cannot be in use twice at a time.
 *
 * Returns: (transfer full): a statement, to be given back with ggov_stmt_release()
 */
GgovStmt   *ggov_db_prepare        (GgovDb      *self,
                                    const char  *sql,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        ggov_stmt_release      (GgovStmt    *self);

/* @n is the n of $n. A parameter the text does not have is a defect. Values are copied. */
void        ggov_stmt_bind_int     (GgovStmt    *self,
                                    int          n,
                                    gint64       value);
void        ggov_stmt_bind_text    (GgovStmt    *self,
                                    int          n,
                                    const char  *value);
void        ggov_stmt_bind_bytes   (GgovStmt    *self,
                                    int          n,
                                    GBytes      *value);
void        ggov_stmt_bind_null    (GgovStmt    *self,
                                    int          n);

/* Binds NULL for 0, which is the number of no record. */
void        ggov_stmt_bind_id      (GgovStmt    *self,
                                    int          n,
                                    gint64       id);

GgovDbStep  ggov_stmt_step         (GgovStmt    *self,
                                    GError     **error);

/* Runs a statement to its end, whatever rows are left, and makes it ready to be bound again. What
 * writes is to be run to its end before anything else is written. */
gboolean    ggov_stmt_run          (GgovStmt    *self,
                                    GError     **error);

/**
 * ggov_stmt_list_ints:
 *
 * Steps through all rows that are left.
 *
 * Returns: (transfer full) (element-type gint64): their first columns, or NULL with @error set
 */
GArray     *ggov_stmt_list_ints    (GgovStmt    *self,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Columns count from 0. Text and bytes are good until the next step; NULL reads as 0 or NULL. */
gboolean    ggov_stmt_is_null      (GgovStmt    *self,
                                    int          column);
gint64      ggov_stmt_get_int      (GgovStmt    *self,
                                    int          column);
const char *ggov_stmt_get_text     (GgovStmt    *self,
                                    int          column);
gconstpointer ggov_stmt_get_blob   (GgovStmt    *self,
                                    int          column,
                                    gsize       *size);
GBytes     *ggov_stmt_dup_bytes    (GgovStmt    *self,
                                    int          column) G_GNUC_WARN_UNUSED_RESULT;
int         ggov_stmt_get_n_columns (GgovStmt   *self);
const char *ggov_stmt_get_column_name (GgovStmt *self,
                                       int       column);

/* The number that the last row inserted into @table was given, good right after it was inserted. */
gboolean    ggov_db_get_last_id    (GgovDb      *self,
                                    const char  *table,
                                    gint64      *id,
                                    GError     **error);

/* Asks for one number, such as a count; 0 if there is no row. */
gboolean    ggov_db_query_int      (GgovDb      *self,
                                    const char  *sql,
                                    gint64      *value,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDb, ggov_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovStmt, ggov_stmt_release)

G_END_DECLS
