/* ggov-cases-private.h: what the files about disputes, structures, joint actions and utilities share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type.h"
#include "ggov-change-private.h"

G_BEGIN_DECLS

/* What a case's issue has to be asked. */
typedef struct
{
  gint64     id;
  char      *number;
  char      *type;     /* name in the user's language */
  GgovFigure figure;
  char      *service;
  gboolean   is_open;
  gboolean   is_void;
  gint64     filed_at;
  gint64     closed_at; /* 0 while it is open */
  gint64     grid_id;
  gint64     lon_e7;   /* both 0 where it is not known */
  gint64     lat_e7;
} GgovCaseIssue;

void     _ggov_case_issue_clear (GgovCaseIssue     *issue);

/* Reads the issue, and names the change by it; NOT_FOUND where there is none, and REFUSED where it has
 * come to nothing. */
gboolean _ggov_case_find_issue  (GgovChange        *change,
                                 gint64             issue_id,
                                 GgovCaseIssue     *issue,
                                 GError           **error);

/* Sets GGOV_STORE_ERROR_REFUSED. Takes @sentence over. Returns FALSE. */
gboolean _ggov_case_refuse      (GError           **error,
                                 char              *sentence);

/**
 * _ggov_case_find_present:
 * @present: (out): seconds since 1970-01-01T00:00:00Z
 *
 * The moment after which nothing can have happened yet: now, or a day after the latest issue where the
 * computer's clock is behind the records.
 */
gboolean _ggov_case_find_present (GgovChange       *change,
                                  gint64           *present,
                                  GError          **error);

/* "" for NULL. */
const char *_ggov_case_text     (const char        *text);

/* NULL for "" and for NULL. */
const char *_ggov_case_day      (const char        *day);

/**
 * _ggov_case_check_day:
 * @day: (nullable): ISO day; "" and NULL are no day, which is right
 * @what: what happened on it, translated
 *
 * Whether it is a day, and not one to come; else REFUSED.
 */
gboolean _ggov_case_check_day   (GgovChange        *change,
                                 const char        *day,
                                 const char        *what,
                                 GError           **error);

/* Inserts a row where @id is 0, and updates it otherwise. Returns: its number, or 0 with @error set */
gint64   _ggov_case_save        (GgovChange        *change,
                                 const char        *table,
                                 gint64             id,
                                 gint64             row_version,
                                 const GgovColumn  *columns,
                                 guint              n_columns,
                                 GError           **error);

/* One number for up to two others: the statement's $1 and $2, of which @b may be -1 for none. 0 where
 * there is no row. */
gboolean _ggov_case_query_int   (GgovDb            *db,
                                 const char        *sql,
                                 gint64             a,
                                 gint64             b,
                                 gint64            *value,
                                 GError           **error);

/* Deletes each row of a table whose number the statement answers for $1. */
gboolean _ggov_case_delete_all  (GgovChange        *change,
                                 const char        *table,
                                 const char        *sql,
                                 gint64             id,
                                 GError           **error);

/* Writes what @row says, as one change; @row: kept until then */
void     _ggov_case_write       (GgovStore            *store,
                                 const char           *action,
                                 GgovChangeFunc        func,
                                 gpointer              row,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);

/* The same for what needs a number only; @func gets a pointer to it. */
void     _ggov_case_write_id    (GgovStore            *store,
                                 const char           *action,
                                 GgovChangeFunc        func,
                                 gint64                id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);

/* Two parties to one dispute become one, before their records do. */
gboolean _ggov_disputes_join    (GgovChange        *change,
                                 gint64             keep_id,
                                 gint64             other_id,
                                 GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovCaseIssue, _ggov_case_issue_clear)

G_END_DECLS
