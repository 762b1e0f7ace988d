/* ggov-issue-duplicates.c: one issue that was reported twice, and whoever reported it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-issue-parts-private.h"

/* Who reported an issue: the first, and then the others. */
#define SQL_REPORTERS \
  "SELECT i.reporter_id, '', '', i.source, i.filed_at, i.title FROM issue i WHERE i.id = $1 " \
  "UNION ALL SELECT r.person_id, r.name, r.phone, r.source, r.at, r.note FROM issue_reporter r " \
  "WHERE r.issue_id = $1"
#define SQL_BROUGHT "SELECT id FROM issue_reporter WHERE from_issue_id = $1 ORDER BY id"
#define SQL_KNOT \
  "SELECT (SELECT count (*) FROM issue d WHERE d.duplicate_of_id = $1), " \
  "(SELECT o.number FROM issue d JOIN issue o ON o.id = d.duplicate_of_id WHERE d.id = $2)"

static gboolean refuse (GError     **error,
                        const char  *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* A duplicate has no duplicates, so that nobody has to follow them from one to the next. */
static gboolean
check_knot (GgovDb     *db,
            GgovIssue  *issue,
            GgovIssue  *other,
            GError    **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_KNOT, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, ggov_issue_get_fields (issue)->id);
  ggov_stmt_bind_int (stmt, 2, ggov_issue_get_fields (other)->id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  if (ggov_stmt_get_text (stmt, 1))
    return refuse (error, _("That issue is a duplicate itself, of %s. Choose that one."),
                   ggov_stmt_get_text (stmt, 1));
  if (ggov_stmt_get_int (stmt, 0) > 0)
    return refuse (error, _("Other issues are duplicates of %s. Mark it the other way round."),
                   ggov_issue_get_fields (issue)->number);

  return TRUE;
}

gboolean
_ggov_issue_check_duplicate (GgovDb     *db,
                             GgovIssue  *issue,
                             gint64      other_id,
                             GError    **error)
{
  g_autoptr(GgovIssue) other = NULL;
  const GgovIssueFields *fields;

  if (other_id == 0 || other_id == ggov_issue_get_fields (issue)->id)
    return refuse (error, _("Say which other issue it is a duplicate of."));

  if ((other = _ggov_issue_find (db, other_id, error)) == NULL ||
      !check_knot (db, issue, other, error))
    return FALSE;

  fields = ggov_issue_get_fields (other);
  if (!ggov_issue_stage_is_open (fields->state.stage))
    return refuse (error, _("%s is ended. Reopen that one first, or handle this one by itself."),
                   fields->number);

  return TRUE;
}

static gboolean
copy_reporter (GgovChange  *change,
               GgovStmt    *stmt,
               gint64       other_id,
               gint64       from_id,
               GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", other_id),
    GGOV_ID ("person_id", ggov_stmt_get_int (stmt, 0)),
    GGOV_TEXT ("name", ggov_stmt_get_text (stmt, 1)),
    GGOV_TEXT ("phone", ggov_stmt_get_text (stmt, 2)),
    GGOV_TEXT ("source", ggov_stmt_get_text (stmt, 3)),
    GGOV_INT ("at", ggov_stmt_get_int (stmt, 4)),
    GGOV_TEXT ("note", ggov_stmt_get_text (stmt, 5)),
    GGOV_ID ("from_issue_id", from_id),
  };

  return _ggov_change_insert (change, "issue_reporter", columns, G_N_ELEMENTS (columns), error) != 0;
}

gboolean
_ggov_issue_join (GgovChange  *change,
                  GgovIssue   *issue,
                  gint64       other_id,
                  gint64       at,
                  GError     **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autoptr(GgovIssue) other = _ggov_issue_find (change->db, other_id, error);
  g_autoptr(GgovStmt) stmt = other ? ggov_db_prepare (change->db, SQL_REPORTERS, error) : NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, fields->id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (!copy_reporter (change, stmt, other_id, fields->id, error))
      return FALSE;

  return step == GGOV_DB_DONE &&
         _ggov_issue_write_beside (change, other, GGOV_ISSUE_TAKE_OVER, at, 0, fields->number, NULL,
                                   error);
}

gboolean
_ggov_issue_part (GgovChange  *change,
                  GgovIssue   *issue,
                  GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BROUGHT, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, ggov_issue_get_fields (issue)->id);
  ids = ggov_stmt_list_ints (stmt, error);
  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_delete (change, "issue_reporter", g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}
