/* ggov-write-utilities.c: which services organisations supply, and whose a utility problem is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-issue-order-private.h"
#include "ggov-write-cases.h"

#define SQL_ORGANISATION "SELECT name, kind FROM organisation WHERE id = $1"
#define SQL_SUPPLIES "SELECT id FROM utility_company WHERE organisation_id = $1 AND service = $2"
#define SQL_ASSIGNED "SELECT id FROM utility_problem WHERE issue_id = $1"
#define SQL_DOES_SUPPLY \
  "SELECT count (*) FROM utility_supply s JOIN issue i ON i.id = $2 " \
  "JOIN case_type t ON t.id = i.case_type_id AND t.service = s.service WHERE s.organisation_id = $1"

/* @kind: (out) (transfer full) */
static gboolean
find_organisation (GgovChange  *change,
                   gint64       id,
                   char       **name,
                   char       **kind,
                   GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_ORGANISATION, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no organisation %" G_GINT64_FORMAT, id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  *name = g_strdup (ggov_stmt_get_text (stmt, 0));
  *kind = g_strdup (ggov_stmt_get_text (stmt, 1));

  return TRUE;
}

static gboolean
find_supply (GgovChange  *change,
             gint64       organisation_id,
             const char  *service,
             gint64      *id,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SUPPLIES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, organisation_id);
  ggov_stmt_bind_text (stmt, 2, service);
  step = ggov_stmt_step (stmt, error);
  *id = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return step != GGOV_DB_ERROR;
}

gboolean
ggov_change_set_supply (GgovChange   *change,
                        gint64        organisation_id,
                        GgovUtility   service,
                        gboolean      supplies,
                        GError      **error)
{
  const char *code = ggov_utility_get_code (service);
  g_autofree char *name = NULL, *kind = NULL;
  const GgovColumn columns[] = {
    GGOV_ID ("organisation_id", organisation_id),
    GGOV_TEXT ("service", code),
  };
  gint64 id;

  if (!find_organisation (change, organisation_id, &name, &kind, error) ||
      !find_supply (change, organisation_id, code, &id, error))
    return FALSE;

  ggov_change_set_subject (change, name);
  if (g_strcmp0 (kind, code) == 0)
    return supplies ||
           /* Translators: an organisation’s name */
           _ggov_case_refuse (error, g_strdup_printf (
             _("“%s” supplies this by its kind. Change the kind of the organisation."), name));

  if (supplies)
    return id != 0 || _ggov_change_insert (change, "utility_company", columns, 2, error) != 0;

  return id == 0 || _ggov_change_delete (change, "utility_company", id, error);
}

static gboolean
check_supply (GgovChange           *change,
              const GgovCaseIssue  *issue,
              gint64                organisation_id,
              GError              **error)
{
  g_autofree char *name = NULL, *kind = NULL;
  GgovUtility service = GGOV_UTILITY_WATER;
  gint64 n;

  if (!find_organisation (change, organisation_id, &name, &kind, error) ||
      !_ggov_case_query_int (change->db, SQL_DOES_SUPPLY, organisation_id, issue->id, &n, error))
    return FALSE;

  ggov_utility_from_code (issue->service, &service);

  return n > 0 ||
         /* Translators: an organisation’s name, and a service such as Water */
         _ggov_case_refuse (error, g_strdup_printf (
           _("“%1$s” does not supply this: %2$s."), name, ggov_utility_get_label (service)));
}

gboolean
ggov_change_assign_company (GgovChange  *change,
                            gint64       issue_id,
                            gint64       organisation_id,
                            GError     **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", issue_id),
    GGOV_ID ("organisation_id", organisation_id),
  };
  gint64 id;

  if (!_ggov_case_find_issue (change, issue_id, &issue, error) ||
      !_ggov_case_query_int (change->db, SQL_ASSIGNED, issue_id, -1, &id, error))
    return FALSE;
  if (*issue.service == '\0')
    return _ggov_case_refuse (error, g_strdup_printf (
      /* Translators: an issue's number and its case type */
      _("Issue %1$s is no utility problem: its case type is “%2$s”."), issue.number, issue.type));

  if (organisation_id == 0)
    return id == 0 || _ggov_change_delete (change, "utility_problem", id, error);

  return check_supply (change, &issue, organisation_id, error) &&
         _ggov_case_save (change, "utility_problem", id, -1, columns, 2, error) != 0;
}
