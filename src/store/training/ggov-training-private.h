/* ggov-training-private.h: what the queries and writes about training share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"

G_BEGIN_DECLS

/* What people have learnt by the day $1, with the last day it is good for: from sessions they passed
 * and certificates. One row for each person and course. */
#define GGOV_TRAINING_LEARNT \
  "learnt AS MATERIALIZED (SELECT l.person_id, l.course_id, " \
  "max (coalesce (l.valid_to, '9999-12-31')) AS until FROM (" \
  "SELECT a.person_id, s.course_id, a.valid_to FROM training_attendance a " \
  "JOIN training_session s ON s.id = a.session_id WHERE a.passed = 1 AND a.attended_on <= $1 " \
  "UNION ALL SELECT person_id, course_id, valid_to FROM training_certificate " \
  "WHERE issued_on <= $1) l GROUP BY l.person_id, l.course_id)"

/* Two columns: the names of the course. */
#define GGOV_TRAINING_COURSE_NAME(stmt, column) \
  ggov_role_choose_name (ggov_stmt_get_text ((stmt), (column)), \
                         ggov_stmt_get_text ((stmt), (column) + 1))

/* Refuses with @sentence, which is taken over. Returns: FALSE */
gboolean _ggov_training_refuse      (GError      **error,
                                     char         *sentence);

/**
 * _ggov_training_find_row:
 * @sql: asks for one row by its number, $1
 * @what: of the row, for the log
 *
 * Returns: (transfer full): the statement, on its row; NULL with GGOV_STORE_ERROR_NOT_FOUND
 */
GgovStmt *_ggov_training_find_row   (GgovDb       *db,
                                     const char   *sql,
                                     gint64        id,
                                     const char   *what,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_training_read_names:
 * @sql: asks for a code and the two names of each of what belongs to @id, $2, on the day @as_of, $1
 *
 * Appends the codes, apart by blanks, and the names in the user's language.
 */
gboolean  _ggov_training_read_names (GgovDb       *db,
                                     const char   *sql,
                                     const char   *as_of,
                                     gint64        id,
                                     GString      *codes,
                                     GString      *labels,
                                     GError      **error);

/* Returns: (transfer full): local time to the minute, with a blank: 2026-03-05 09:00 */
char     *_ggov_training_dup_time   (gint64        time) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the ISO day a moment lies in */
char     *_ggov_training_dup_day    (gint64        time) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the last of so many months from @day on; NULL for 0 */
char     *_ggov_training_dup_end    (const char   *day,
                                     int           months) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_training_join:
 *
 * Before two records of a person become one: of a session both are on the list of, the kept one has
 * one row from now on, the one that says more.
 */
gboolean  _ggov_training_join       (GgovChange   *change,
                                     gint64        keep_id,
                                     gint64        other_id,
                                     GError      **error);

G_END_DECLS
