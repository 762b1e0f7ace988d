/* ggov-change-private.h: what the files that write records share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-store-private.h"

G_BEGIN_DECLS

struct _GgovChange
{
  GgovDb       *db;          /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  gint64        id;
  gint64        at;          /* seconds since 1970-01-01T00:00:00Z */
  const char   *account;     /* (unowned) */
  const char   *action;      /* (unowned) */
  char         *subject;
  gint64        undoes_id;   /* 0 if it undoes nothing */
  gboolean      irreversible;
  gboolean      rehearsal;
  GPtrArray    *words;       /* (nullable): for the index, once all rows are written */
};

typedef enum
{
  GGOV_COLUMN_INT,
  GGOV_COLUMN_ID,   /* 0 is NULL */
  GGOV_COLUMN_TEXT,
  GGOV_COLUMN_BYTES,
} GgovColumnKind;

/* One value of a row to be written. */
typedef struct
{
  const char     *name;
  GgovColumnKind  kind;
  gint64          number;
  gconstpointer   value;
} GgovColumn;

#define GGOV_INT(name, number)  { (name), GGOV_COLUMN_INT, (number), NULL }
#define GGOV_ID(name, number)   { (name), GGOV_COLUMN_ID, (number), NULL }
#define GGOV_TEXT(name, text)   { (name), GGOV_COLUMN_TEXT, 0, (text) }
#define GGOV_BYTES(name, bytes) { (name), GGOV_COLUMN_BYTES, 0, (bytes) }

/* Returns the new row's number, or 0 with @error set. */
gint64   _ggov_change_insert    (GgovChange        *change,
                                 const char        *table,
                                 const GgovColumn  *columns,
                                 guint              n_columns,
                                 GError           **error);

/**
 * _ggov_change_insert_rows:
 * @columns: (array): of the first row, then of the second and so on, the same each time
 * @ids: (out) (array length=n_rows): the new rows' numbers, in their order
 *
 * Several rows in one statement. Before a statement that can fail SQLite keeps each page it is going
 * to change, which for single rows is a third of all the work.
 */
gboolean _ggov_change_insert_rows (GgovChange      *change,
                                 const char        *table,
                                 const GgovColumn  *columns,
                                 guint              n_columns,
                                 guint              n_rows,
                                 gint64            *ids,
                                 GError           **error);

/* @row_version: the version that was read, or -1 for whatever is there now. */
gboolean _ggov_change_update    (GgovChange        *change,
                                 const char        *table,
                                 gint64             id,
                                 gint64             row_version,
                                 const GgovColumn  *columns,
                                 guint              n_columns,
                                 GError           **error);
gboolean _ggov_change_delete    (GgovChange        *change,
                                 const char        *table,
                                 gint64             id,
                                 GError           **error);

/**
 * _ggov_change_keep_content:
 *
 * Keeps what a file holds. It stays when what names it is removed, so that this can be undone.
 *
 * Returns: (transfer full): the digest to name it by, or NULL with @error set
 */
char    *_ggov_change_keep_content (GgovChange     *change,
                                 GBytes            *content,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Brings the index of words up to the rows that were written. */
gboolean _ggov_change_write_words (GgovChange    *change,
                                 GError           **error);

/* Opens a change in a transaction of its own, and ends it. */
gboolean _ggov_change_begin     (GgovChange        *change,
                                 GError           **error);
gboolean _ggov_change_end       (GgovChange        *change,
                                 GgovStore         *store,
                                 GError           **error);
void     _ggov_change_abandon   (GgovChange        *change);

/**
 * _ggov_chain_dup_digest:
 * @change_id: a change whose rows are all written
 *
 * The digest of a change over the one before it, its own words and the digests of its rows.
 *
 * Returns: (transfer full): 64 hexadecimal digits, or NULL with @error set
 */
char    *_ggov_chain_dup_digest (GgovDb            *db,
                                 gint64             change_id,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
