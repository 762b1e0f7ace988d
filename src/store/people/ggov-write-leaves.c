/* ggov-write-leaves.c: who stands in for whom, within the days of a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-write-people.h"

#define SQL_POST "SELECT person_id, valid_from, valid_to FROM post WHERE id = $1"
enum { HOLDER, SINCE, UNTIL };

#define MEETS "l.valid_from <= $2 AND l.valid_to >= $1"

#define SQL_SAME_POST \
  "SELECT n.name, l.valid_from, l.valid_to FROM post_leave l JOIN person n ON n.id = l.substitute_id " \
  "WHERE l.post_id = $3 AND " MEETS " ORDER BY l.valid_from LIMIT 1"
#define SQL_AWAY \
  "SELECT n.name, l.valid_from, l.valid_to FROM post_leave l JOIN post p ON p.id = l.post_id " \
  "JOIN person n ON n.id = p.person_id " \
  "WHERE p.person_id = $3 AND " MEETS " ORDER BY l.valid_from LIMIT 1"

/* Takes @sentence over. */
static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

static gboolean
check_days (const GgovLeaveRecord  *record,
            const char             *since,
            const char             *until,
            GError                **error)
{
  if (strcmp (record->valid_to, record->valid_from) < 0)
    /* Translators: two days */
    return refuse (error, g_strdup_printf (_("The leave would end on %1$s, before it begins on %2$s. "
                                             "Choose a later last day."),
                                           record->valid_to, record->valid_from));

  if (strcmp (record->valid_from, since) < 0)
    /* Translators: a day */
    return refuse (error, g_strdup_printf (_("The post is only held from %s. Choose that day or a "
                                             "later one."), since));

  if (until && strcmp (record->valid_to, until) > 0)
    /* Translators: a day */
    return refuse (error, g_strdup_printf (_("The last day of the post is %s. Let the leave end on "
                                             "that day or before."), until));

  return TRUE;
}

static gboolean
check_post (GgovChange             *change,
            const GgovLeaveRecord  *record,
            GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_POST, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->post_id);
  step = ggov_stmt_step (stmt, error);
  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no post %" G_GINT64_FORMAT, record->post_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  if (ggov_stmt_get_int (stmt, HOLDER) == record->substitute_id)
    return refuse (error, g_strdup (_("Somebody cannot stand in for themselves. Choose another "
                                      "person.")));

  return check_days (record, ggov_stmt_get_text (stmt, SINCE), ggov_stmt_get_text (stmt, UNTIL),
                     error);
}

/* @format: of the sentence where there is a leave in these days: a name and two days */
static gboolean
check_free (GgovChange             *change,
            const char             *sql,
            gint64                  owner,
            const GgovLeaveRecord  *record,
            const char             *format,
            GError                **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  g_autoptr(GString) sentence = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, record->valid_from);
  ggov_stmt_bind_text (stmt, 2, record->valid_to);
  ggov_stmt_bind_int (stmt, 3, owner);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  sentence = g_string_new (format);
  g_string_replace (sentence, "{from}", ggov_stmt_get_text (stmt, 1), 1);
  g_string_replace (sentence, "{to}", ggov_stmt_get_text (stmt, 2), 1);
  g_string_replace (sentence, "{name}", ggov_stmt_get_text (stmt, 0), 1);

  return refuse (error, g_strdup (sentence->str));
}

gint64
ggov_change_add_leave (GgovChange             *change,
                       const GgovLeaveRecord  *record,
                       GError                **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("post_id", record->post_id),
    GGOV_ID ("substitute_id", record->substitute_id),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
    GGOV_TEXT ("reason", record->reason ? record->reason : ""),
  };

  if (!check_post (change, record, error) ||
      !check_free (change, SQL_SAME_POST, record->post_id, record,
                   /* Translators: keep the words in braces as they are */
                   _("{name} stands in for this post from {from} to {to} already. Choose days outside "
                     "of these."), error) ||
      !check_free (change, SQL_AWAY, record->substitute_id, record,
                   /* Translators: keep the words in braces as they are */
                   _("{name} is on leave as well, from {from} to {to}. Choose another person."),
                   error))
    return 0;

  return _ggov_change_insert (change, "post_leave", columns, G_N_ELEMENTS (columns), error);
}
