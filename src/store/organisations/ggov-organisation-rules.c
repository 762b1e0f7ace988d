/* ggov-organisation-rules.c: what has to hold before an organisation is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-organisation-kind.h"
#include "ggov-organisation-rules-private.h"

#define SQL_KNOWN(table, parent) \
  "SELECT o.kind, o.name, o.community_id, c.name, " parent ", o.valid_from, o.valid_to " \
  "FROM " table " o LEFT JOIN community c ON c.id = o.community_id WHERE o.id = $1"
#define SQL_ORGANISATION SQL_KNOWN ("organisation", "NULL")
#define SQL_PARTY        SQL_KNOWN ("party_organisation", "o.parent_id")

/* A name reads the same whatever blanks are in it and however wide its brackets are. */
#define PLAIN(name) \
  "replace (replace (replace (replace (" name ", ' ', ''), '　', ''), '（', '('), '）', ')')"
#define SQL_TWICE(table, parent) \
  "SELECT o.name, o.valid_from FROM " table " o WHERE o.kind = $1 AND o.id <> $2 " \
  "AND " PLAIN ("o.name") " = " PLAIN ("$3") " " \
  "AND (o.valid_to IS NULL OR $4 IS NULL OR o.valid_to >= $4) " parent "LIMIT 1"
#define SQL_ORGANISATION_TWICE SQL_TWICE ("organisation", "AND $5 IS NOT NULL ")
#define SQL_PARTY_TWICE        SQL_TWICE ("party_organisation", "AND coalesce (o.parent_id, 0) = $5 ")

void
_ggov_known_organisation_clear (GgovKnownOrganisation *known)
{
  g_clear_pointer (&known->kind, g_free);
  g_clear_pointer (&known->name, g_free);
  g_clear_pointer (&known->community, g_free);
  g_clear_pointer (&known->valid_from, g_free);
  g_clear_pointer (&known->valid_to, g_free);
}

gboolean
_ggov_organisation_refuse (GError **error,
                           char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

gboolean
_ggov_organisation_read (GgovDb                 *db,
                         const char             *kind,
                         gint64                  id,
                         GgovKnownOrganisation  *known,
                         GError                **error)
{
  gboolean is_party = ggov_organisation_kind_is_party (kind);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, is_party ? SQL_PARTY : SQL_ORGANISATION, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    return _ggov_organisation_refuse (error, g_strdup (_("There is no such organisation. Choose one "
                                                         "of the list.")));
  if (step == GGOV_DB_ERROR)
    return FALSE;

  known->kind = g_strdup (ggov_stmt_get_text (stmt, 0));
  known->name = g_strdup (ggov_stmt_get_text (stmt, 1));
  known->community_id = ggov_stmt_get_int (stmt, 2);
  known->community = g_strdup (ggov_stmt_get_text (stmt, 3));
  known->parent_id = ggov_stmt_get_int (stmt, 4);
  known->valid_from = g_strdup (ggov_stmt_get_text (stmt, 5));
  known->valid_to = g_strdup (ggov_stmt_get_text (stmt, 6));

  return TRUE;
}

gboolean
_ggov_organisation_check_days (const char  *from,
                               const char  *to,
                               GError     **error)
{
  if (from == NULL || to == NULL || strcmp (to, from) >= 0)
    return TRUE;

  /* Translators: two days */
  return _ggov_organisation_refuse (error, g_strdup_printf (_("The last day, %1$s, comes before the "
                                                              "first, %2$s. Choose a later one."),
                                                            to, from));
}

static gboolean
check_twice (GgovDb                        *db,
             const GgovOrganisationRecord  *record,
             gint64                         id,
             GError                       **error)
{
  gboolean is_party = ggov_organisation_kind_is_party (record->kind);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, is_party ? SQL_PARTY_TWICE
                                                           : SQL_ORGANISATION_TWICE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, record->kind);
  ggov_stmt_bind_int (stmt, 2, id);
  ggov_stmt_bind_text (stmt, 3, record->name);
  ggov_stmt_bind_text (stmt, 4, record->valid_from);
  ggov_stmt_bind_int (stmt, 5, record->parent_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: the name and the kind of an organisation */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("“%1$s” (%2$s) is in the office already. Change that record instead of adding another."),
    ggov_stmt_get_text (stmt, 0), ggov_organisation_kind_get_label_of (record->kind)));
}

static gboolean
check_parent (GgovDb                        *db,
              const GgovOrganisationRecord  *record,
              gint64                         id,
              GError                       **error)
{
  g_auto(GgovKnownOrganisation) parent = { NULL };

  if (!g_str_equal (record->kind, "group"))
    return record->parent_id == 0 ||
           _ggov_organisation_refuse (error, g_strdup (_("Only a party group belongs to a branch.")));

  if (record->parent_id == 0 || record->parent_id == id)
    return _ggov_organisation_refuse (error, g_strdup (_("A party group belongs to a branch. Choose "
                                                         "which.")));

  return _ggov_organisation_read (db, "branch", record->parent_id, &parent, error) &&
         (g_str_equal (parent.kind, "branch") ||
          /* Translators: the name of a party group */
          _ggov_organisation_refuse (error, g_strdup_printf (_("“%s” is a group itself. Choose a "
                                                               "branch."), parent.name)));
}

gboolean
_ggov_organisation_check_record (GgovDb                        *db,
                                 const GgovOrganisationRecord  *record,
                                 gint64                         id,
                                 GError                       **error)
{
  if (ggov_organisation_kind_find (record->kind) == GGOV_N_ORGANISATION_KINDS)
    /* Translators: what somebody typed as a kind */
    return _ggov_organisation_refuse (error, g_strdup_printf (_("There is no kind of organisation "
                                                                "“%s”."),
                                                              record->kind ? record->kind : ""));

  if (record->name == NULL || *record->name == '\0')
    return _ggov_organisation_refuse (error, g_strdup (_("The organisation needs a name.")));

  return check_twice (db, record, id, error) && check_parent (db, record, id, error);
}
