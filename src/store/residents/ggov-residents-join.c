/* ggov-residents-join.c: two records of one person in the register become one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ggov-residents-private.h"

#define MEET \
  "a.moved_in < coalesce (b.moved_out, '9999-12-31') AND b.moved_in < coalesce (a.moved_out, " \
  "'9999-12-31') AND (a.living + b.living = 2 OR a.registered + b.registered = 2)"
#define SQL_TWICE \
  "SELECT b.id, a.id, a.household_id = b.household_id, a.living + b.living > 0, " \
  "a.registered + b.registered > 0, CASE WHEN b.moved_in < a.moved_in THEN b.moved_in ELSE a.moved_in " \
  "END, CASE WHEN a.moved_out IS NULL OR b.moved_out IS NULL THEN NULL " \
  "WHEN b.moved_out > a.moved_out THEN b.moved_out ELSE a.moved_out END, " \
  "CASE WHEN b.moved_in < a.moved_in THEN b.in_event_id ELSE a.in_event_id END, " \
  "CASE WHEN b.moved_out IS NULL OR b.moved_out > a.moved_out THEN b.out_event_id " \
  "ELSE a.out_event_id END FROM residence a JOIN residence b ON " MEET " " \
  "WHERE a.person_id = $1 AND b.person_id = $2 ORDER BY b.id"
#define SQL_GROUPS \
  "SELECT b.id, a.id, CASE WHEN b.valid_from < a.valid_from THEN b.valid_from ELSE a.valid_from END " \
  "FROM resident_group a JOIN resident_group b ON b.group_id = a.group_id " \
  "AND b.valid_from <= coalesce (a.valid_to, '9999-12-31') " \
  "AND a.valid_from <= coalesce (b.valid_to, '9999-12-31') " \
  "WHERE a.person_id = $1 AND b.person_id = $2 ORDER BY b.id"

/* What the kept record says stays; where it says nothing, what the other says. */
#define FIRST(column) "coalesce (nullif (a." column ", ''), b." column ")"
#define SQL_RESIDENTS \
  "SELECT a.id, b.id, a.fields, b.fields, " FIRST ("identity_kind") ", " \
  FIRST ("identity_number") ", " FIRST ("ethnic_group") ", " FIRST ("marital_status") ", " \
  FIRST ("political_status") ", " FIRST ("education") ", " FIRST ("work_status") ", " \
  FIRST ("health") ", " FIRST ("residence_type") ", " FIRST ("confirmed_on") ", " \
  FIRST ("died_on") ", " FIRST ("purpose") " FROM resident a JOIN resident b ON b.person_id = $2 " \
  "WHERE a.person_id = $1"

static const char *const text_columns[] = {
  "identity_kind", "identity_number", "ethnic_group", "marital_status", "political_status",
  "education", "work_status", "health", "residence_type", "confirmed_on", "died_on", "purpose",
};
enum { KEPT, OTHER, KEPT_FIELDS, OTHER_FIELDS, FIRST_TEXT };

static GgovStmt *
prepare_pair (GgovDb      *db,
              const char  *sql,
              gint64       keep_id,
              gint64       other_id,
              GError     **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, keep_id);
  ggov_stmt_bind_int (stmt, 2, other_id);

  return stmt;
}

/* Both at one door are there once, from when the first came until the last left. */
static gboolean
join_residences (GgovChange  *change,
                 gint64       keep_id,
                 gint64       other_id,
                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare_pair (change->db, SQL_TWICE, keep_id, other_id, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const gint64 other = ggov_stmt_get_int (stmt, 0), kept = ggov_stmt_get_int (stmt, 1);
      const GgovColumn columns[] = {
        GGOV_INT ("living", ggov_stmt_get_int (stmt, 3)),
        GGOV_INT ("registered", ggov_stmt_get_int (stmt, 4)),
        GGOV_TEXT ("moved_in", ggov_stmt_get_text (stmt, 5)),
        GGOV_TEXT ("moved_out", ggov_stmt_get_text (stmt, 6)),
        GGOV_ID ("in_event_id", ggov_stmt_get_int (stmt, 7)),
        GGOV_ID ("out_event_id", ggov_stmt_get_int (stmt, 8)),
      };

      if (!ggov_stmt_get_int (stmt, 2))
        return _ggov_residents_refuse (error, g_strdup (
          _("The two live or are registered at two doors on the same days. Let one of them move out "
            "first.")));

      if (!_ggov_change_delete (change, "residence", other, error) ||
          !_ggov_change_update (change, "residence", kept, -1, columns,
                                G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

static gboolean
join_groups (GgovChange  *change,
             gint64       keep_id,
             gint64       other_id,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare_pair (change->db, SQL_GROUPS, keep_id, other_id, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovColumn from = GGOV_TEXT ("valid_from", ggov_stmt_get_text (stmt, 2));

      if (!_ggov_change_delete (change, "resident_group", ggov_stmt_get_int (stmt, 0), error) ||
          !_ggov_change_update (change, "resident_group", ggov_stmt_get_int (stmt, 1), -1, &from, 1,
                                error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

/* (transfer full): the fields of both */
static char *
dup_fields (const char *kept,
            const char *other)
{
  g_autoptr(JsonNode) root = json_from_string (kept, NULL);
  g_autoptr(JsonNode) more = json_from_string (other, NULL);
  g_autoptr(GList) names = NULL;

  if (root == NULL || more == NULL)
    return g_strdup (kept);

  names = json_object_get_members (json_node_get_object (more));
  for (GList *l = names; l; l = l->next)
    if (!json_object_has_member (json_node_get_object (root), l->data))
      json_object_set_member (json_node_get_object (root), l->data,
                              json_node_copy (json_object_get_member (json_node_get_object (more),
                                                                      l->data)));

  return json_to_string (root, FALSE);
}

gboolean
_ggov_residents_join (GgovChange  *change,
                      gint64       keep_id,
                      gint64       other_id,
                      GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare_pair (change->db, SQL_RESIDENTS, keep_id, other_id, error);
  g_autofree char *fields = NULL;
  GgovColumn columns[1 + G_N_ELEMENTS (text_columns)];
  guint n = 0;
  GgovDbStep step;

  if (stmt == NULL || !join_residences (change, keep_id, other_id, error) ||
      !join_groups (change, keep_id, other_id, error))
    return FALSE;

  /* One of the two is not in the register: what the other has goes over with everything else. */
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  fields = dup_fields (ggov_stmt_get_text (stmt, KEPT_FIELDS),
                       ggov_stmt_get_text (stmt, OTHER_FIELDS));
  columns[n++] = (GgovColumn) GGOV_TEXT ("fields", fields);
  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++)
    columns[n++] = (GgovColumn) GGOV_TEXT (text_columns[i],
                                           ggov_stmt_get_text (stmt, FIRST_TEXT + i));

  return _ggov_change_delete (change, "resident", ggov_stmt_get_int (stmt, OTHER), error) &&
         _ggov_change_update (change, "resident", ggov_stmt_get_int (stmt, KEPT), -1, columns, n,
                              error);
}
