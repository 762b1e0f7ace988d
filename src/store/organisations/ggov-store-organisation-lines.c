/* ggov-store-organisation-lines.c: what an organisation has: people, grids, offers, deeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-organisation-kind.h"
#include "ggov-organisations-private.h"
#include "ggov-posts-private.h"
#include "ggov-store-organisations.h"
#include "ggov-store-private.h"

/* The columns: kind, id, person, grid, title, note, code, phone, since, until, reached. */
#define SQL_CONTACTS \
  "SELECT 'contact', l.id, n.id, 0, n.name, l.duty, NULL, n.phone, l.valid_from, l.valid_to, -1 " \
  "FROM organisation_contact l JOIN person n ON n.id = l.person_id " \
  "WHERE l.organisation_id = $2 AND " GGOV_ROSTER_ON_DAY ("l") " ORDER BY l.id"
#define SQL_MEMBERS \
  "SELECT 'member', l.id, n.id, 0, n.name, NULL, l.duty, n.phone, l.valid_from, l.valid_to, -1 " \
  "FROM party_member l JOIN person n ON n.id = l.person_id " \
  "WHERE l.party_organisation_id = $2 AND " GGOV_ROSTER_ON_DAY ("l") " " \
  "ORDER BY " GGOV_PARTY_RANK ("l") ", n.pinyin, l.id"
#define SQL_GRIDS(table, owner) \
  "SELECT 'grid', l.id, 0, g.id, g.name, c.name, g.code, NULL, l.valid_from, l.valid_to, -1 " \
  "FROM " table " l JOIN grid g ON g.id = l.grid_id JOIN community c ON c.id = g.community_id " \
  "WHERE l." owner " = $2 AND " GGOV_ROSTER_ON_DAY ("l") " ORDER BY g.code, l.id"
#define SQL_RESOURCES \
  "SELECT 'resource', l.id, 0, 0, l.name, l.amount, NULL, NULL, l.valid_from, l.valid_to, -1 " \
  "FROM organisation_resource l WHERE l.organisation_id = $2 AND " GGOV_ROSTER_ON_DAY ("l") " " \
  "ORDER BY l.id"
#define SQL_ACTIVITIES \
  "SELECT 'activity', l.id, 0, g.id, l.title, CASE WHEN g.id IS NULL THEN l.note " \
  "WHEN l.note = '' THEN g.name ELSE g.name || ' · ' || l.note END, g.code, NULL, l.day, NULL, " \
  "coalesce (l.people, -1) FROM organisation_activity l LEFT JOIN grid g ON g.id = l.grid_id " \
  "WHERE l.organisation_id = $2 AND l.day <= $1 AND substr (l.day, 1, 4) = substr ($1, 1, 4) " \
  "ORDER BY l.day DESC, l.id DESC"
#define SQL_POSTS \
  GGOV_POSTS_SQL ("", "p.person_id IN (SELECT id FROM person WHERE organisation_id = $2) " \
                  "AND " GGOV_ROSTER_ON_DAY ("p"), "l.id = -1", \
                  "r.sort_order, g.code NULLS FIRST, n.pinyin, p.id")
#define SQL_PARTY_GRIDS SQL_GRIDS ("party_organisation_grid", "party_organisation_id")
#define SQL_OWN_GRIDS   SQL_GRIDS ("organisation_grid", "organisation_id")

enum
{
  KIND, ID, PERSON_ID, GRID_ID, TITLE, NOTE, CODE, PHONE, SINCE, UNTIL, REACHED,
};

typedef struct
{
  gint64    id;
  gboolean  is_party;
  char     *day;
} Query;

static void
query_free (Query *query)
{
  g_free (query->day);
  g_free (query);
}

static GgovStmt *
prepare (GgovDb       *db,
         const char   *sql,
         const Query  *query,
         GError      **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, query->day);
      ggov_stmt_bind_int (stmt, 2, query->id);
    }

  return stmt;
}

static gpointer
make_line (GgovStmt *stmt)
{
  const GgovOrganisationLineRow row = {
    .kind = ggov_stmt_get_text (stmt, KIND),
    .id = ggov_stmt_get_int (stmt, ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .title = ggov_stmt_get_text (stmt, TITLE),
    .note = ggov_stmt_is_null (stmt, NOTE) && !ggov_stmt_is_null (stmt, CODE)
              ? ggov_party_duty_get_label_of (ggov_stmt_get_text (stmt, CODE))
              : ggov_stmt_get_text (stmt, NOTE),
    .code = ggov_stmt_get_text (stmt, CODE),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .since = ggov_stmt_get_text (stmt, SINCE),
    .until = ggov_stmt_get_text (stmt, UNTIL),
    .reached = ggov_stmt_get_int (stmt, REACHED),
  };

  return ggov_organisation_line_new (&row);
}

static gboolean
add_lines (GgovDb       *db,
           const char   *sql,
           const Query  *query,
           GPtrArray    *lines,
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = prepare (db, sql, query, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (lines, make_line (stmt));

  return step == GGOV_DB_DONE;
}

static gpointer
make_post (GgovPost *post)
{
  const GgovPostDetails *details = ggov_post_get_details (post);
  g_autofree char *note = g_strdup_printf ("%s · %s", details->role, details->place);
  const GgovOrganisationLineRow row = {
    .kind = "post",
    .id = details->id,
    .person_id = details->person_id,
    .grid_id = details->grid_id,
    .title = details->person,
    .note = note,
    .code = details->role_code,
    .since = details->since,
    .until = details->until,
    .reached = -1,
  };

  return ggov_organisation_line_new (&row);
}

static gboolean
add_posts (GgovDb       *db,
           const Query  *query,
           GPtrArray    *lines,
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = prepare (db, SQL_POSTS, query, error);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_autoptr(GgovPost) post = _ggov_posts_read_row (stmt);

      g_ptr_array_add (lines, make_post (post));
    }

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
lines_job (GTask  *task,
           GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  gboolean done;

  if (query->is_party)
    done = add_lines (db, SQL_MEMBERS, query, lines, &error) &&
           add_lines (db, SQL_PARTY_GRIDS, query, lines, &error);
  else
    done = add_lines (db, SQL_CONTACTS, query, lines, &error) &&
           add_posts (db, query, lines, &error) &&
           add_lines (db, SQL_OWN_GRIDS, query, lines, &error) &&
           add_lines (db, SQL_RESOURCES, query, lines, &error) &&
           add_lines (db, SQL_ACTIVITIES, query, lines, &error);

  if (done)
    g_task_return_pointer (task, g_steal_pointer (&lines), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_organisation_lines_async (GgovStore           *self,
                                          const char          *kind,
                                          gint64               id,
                                          const char          *day,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  Query *query;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (day != NULL);

  query = g_new0 (Query, 1);
  query->id = id;
  query->is_party = ggov_organisation_kind_is_party (kind);
  query->day = g_strdup (day);
  _ggov_store_call (self, ggov_store_list_organisation_lines_async, lines_job, query,
                    (GDestroyNotify) query_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_organisation_lines_finish (GgovStore     *self,
                                           GAsyncResult  *result,
                                           GError       **error)
{
  GPtrArray *lines;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  lines = g_task_propagate_pointer (G_TASK (result), error);

  return lines ? _ggov_store_take_list (lines, GGOV_TYPE_ORGANISATION_LINE) : NULL;
}
