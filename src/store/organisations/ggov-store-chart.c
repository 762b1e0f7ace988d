/* ggov-store-chart.c: the boxes of the office's chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-organisations-private.h"
#include "ggov-role.h"
#include "ggov-store-organisations.h"
#include "ggov-store-private.h"

/* Who holds a role at a place on the day, the first of them. */
#define HOLDER(column, role, place, id) \
  "(SELECT n." column " FROM post p JOIN person n ON n.id = p.person_id " \
  "WHERE p." place " = " id " AND p.role_id = (SELECT id FROM role WHERE code = '" role "') " \
  "AND " GGOV_ROSTER_ON_DAY ("p") " ORDER BY p.id LIMIT 1)"

/* What is known of the first contact on the day. */
#define CONTACT(column) \
  "(SELECT " column " FROM organisation_contact l JOIN person n ON n.id = l.person_id " \
  "WHERE l.organisation_id = o.id AND " GGOV_ROSTER_ON_DAY ("l") " ORDER BY l.id LIMIT 1)"

/* The columns: kind, id, parent, code, name, head, head's role in English and Chinese, second, its
 * role likewise, people, households, the numbers of the head, the second and
 * the party group. */
#define ROLE(code, column) "(SELECT " column " FROM role WHERE code = '" code "')"
#define ROLES(code) ROLE (code, "name") ", " ROLE (code, "name_zh")
#define SQL_OFFICE \
  "SELECT 'office', s.id, 0, s.code, s.name, NULL, NULL, NULL, NULL, NULL, NULL, " \
  "(SELECT count (DISTINCT p.person_id) FROM post p WHERE " GGOV_ROSTER_ON_DAY ("p") "), " \
  "(SELECT coalesce (sum (households), 0) FROM unit), 0, 0, 0 " \
  "FROM sub_district s ORDER BY s.id LIMIT 1"
#define SQL_COMMITTEE \
  "SELECT 'committee', o.id, 0, NULL, o.name, " CONTACT ("n.name") ", " CONTACT ("l.duty") ", " \
  "NULL, NULL, NULL, NULL, (SELECT count (*) FROM post p " \
  "WHERE p.role_id = (SELECT id FROM role WHERE code = 'working_committee_member') " \
  "AND " GGOV_ROSTER_ON_DAY ("p") "), 0, coalesce (" CONTACT ("n.id") ", 0), 0, 0 " \
  "FROM organisation o WHERE o.kind = 'committee' " \
  "AND " GGOV_ORGANISATION_ON_DAY ("o") " ORDER BY o.id"
#define SQL_DEPARTMENTS \
  "SELECT 'department', o.id, 0, NULL, o.name, " CONTACT ("n.name") ", NULL, NULL, NULL, NULL, " \
  "NULL, " \
  "(SELECT count (DISTINCT p.person_id) FROM person n JOIN post p ON p.person_id = n.id " \
  "WHERE n.organisation_id = o.id AND " GGOV_ROSTER_ON_DAY ("p") "), 0, " \
  "coalesce (" CONTACT ("n.id") ", 0), 0, 0 FROM organisation o " \
  "WHERE o.kind = 'department' AND " GGOV_ORGANISATION_ON_DAY ("o") " ORDER BY o.id"
#define SQL_PLACES \
  "WITH " GGOV_ROSTER_GROUND ", home AS (SELECT x.grid_id, sum (u.households) AS n FROM unit u " \
  "JOIN ground x ON x.building_id = u.building_id GROUP BY x.grid_id), " \
  "part AS (SELECT x.grid_id, count (DISTINCT p.person_id) AS n FROM post p " \
  "LEFT JOIN unit u ON u.id = p.unit_id " \
  "JOIN ground x ON x.building_id = coalesce (p.building_id, u.building_id) " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " GROUP BY x.grid_id), " \
  "own AS (SELECT p.grid_id, count (DISTINCT p.person_id) AS n FROM post p " \
  "WHERE p.grid_id IS NOT NULL AND " GGOV_ROSTER_ON_DAY ("p") " GROUP BY p.grid_id), " \
  "chief AS (SELECT l.grid_id, min (m.person_id) AS id FROM party_organisation_grid l " \
  "JOIN party_organisation y ON y.id = l.party_organisation_id AND y.kind = 'group' " \
  "JOIN party_member m ON m.party_organisation_id = y.id AND m.duty = 'leader' " \
  "WHERE m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to >= $1) " \
  "AND " GGOV_ROSTER_ON_DAY ("l") " GROUP BY l.grid_id), " \
  "crew AS (SELECT l.grid_id, min (y.id) AS id FROM party_organisation_grid l " \
  "JOIN party_organisation y ON y.id = l.party_organisation_id AND y.kind = 'group' " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") " GROUP BY l.grid_id) " \
  "SELECT 'community' AS kind, c.id AS id, 0, c.code AS code, c.name, " \
  HOLDER ("name", "first_secretary", "community_id", "c.id") ", " ROLES ("first_secretary") ", " \
  HOLDER ("name", "chief_grid_leader", "community_id", "c.id") ", " \
  ROLES ("chief_grid_leader") ", " \
  "(SELECT count (*) FROM grid g WHERE g.community_id = c.id AND " GGOV_ROSTER_ON_DAY ("g") "), " \
  "coalesce ((SELECT sum (h.n) FROM grid g JOIN home h ON h.grid_id = g.id " \
  "WHERE g.community_id = c.id), 0), " \
  "coalesce (" HOLDER ("id", "first_secretary", "community_id", "c.id") ", 0), " \
  "coalesce (" HOLDER ("id", "chief_grid_leader", "community_id", "c.id") ", 0), 0 " \
  "FROM community c UNION ALL " \
  "SELECT 'grid', g.id, g.community_id, g.code, g.name, " \
  HOLDER ("name", "full_time_member", "grid_id", "g.id") ", " ROLES ("full_time_member") ", " \
  "n.name, NULL, NULL, coalesce (q.n, 0) + coalesce (w.n, 0), coalesce (h.n, 0), " \
  "coalesce (" HOLDER ("id", "full_time_member", "grid_id", "g.id") ", 0), coalesce (k.id, 0), " \
  "coalesce (crew.id, 0) FROM grid g LEFT JOIN crew ON crew.grid_id = g.id " \
  "LEFT JOIN chief k ON k.grid_id = g.id LEFT JOIN person n ON n.id = k.id " \
  "LEFT JOIN part q ON q.grid_id = g.id LEFT JOIN own w ON w.grid_id = g.id " \
  "LEFT JOIN home h ON h.grid_id = g.id WHERE " GGOV_ROSTER_ON_DAY ("g") " ORDER BY code"

enum
{
  KIND, ID, PARENT_ID, CODE, NAME, HEAD, HEAD_ROLE, HEAD_ROLE_ZH, SECOND, SECOND_ROLE,
  SECOND_ROLE_ZH, PEOPLE, HOUSEHOLDS, HEAD_ID, SECOND_ID, PARTY_ID,
};

static const char * const parts[] = { SQL_OFFICE, SQL_COMMITTEE, SQL_DEPARTMENTS, SQL_PLACES };

/* A role has two names; a duty that somebody wrote has one. */
static const char *
get_role (GgovStmt *stmt,
          int       column)
{
  const char *name = ggov_stmt_get_text (stmt, column);
  const char *name_zh = ggov_stmt_get_text (stmt, column + 1);

  return name_zh ? ggov_role_choose_name (name, name_zh) : name;
}

static gpointer
make_node (GgovStmt *stmt)
{
  const GgovChartNodeRow row = {
    .kind = ggov_stmt_get_text (stmt, KIND),
    .id = ggov_stmt_get_int (stmt, ID),
    .parent_id = ggov_stmt_get_int (stmt, PARENT_ID),
    .code = ggov_stmt_get_text (stmt, CODE),
    .name = ggov_stmt_get_text (stmt, NAME),
    .head = ggov_stmt_get_text (stmt, HEAD),
    .head_role = get_role (stmt, HEAD_ROLE),
    .second = ggov_stmt_get_text (stmt, SECOND),
    .second_role = get_role (stmt, SECOND_ROLE),
    .people = ggov_stmt_get_int (stmt, PEOPLE),
    .households = ggov_stmt_get_int (stmt, HOUSEHOLDS),
    .head_id = ggov_stmt_get_int (stmt, HEAD_ID),
    .second_id = ggov_stmt_get_int (stmt, SECOND_ID),
    .party_id = ggov_stmt_get_int (stmt, PARTY_ID),
  };

  return ggov_chart_node_new (&row);
}

/* On the store's thread. */
static void
chart_job (GTask  *task,
           GgovDb *db)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, parts[i], &error);
      GgovDbStep step = GGOV_DB_ERROR;

      if (stmt)
        ggov_stmt_bind_text (stmt, 1, g_task_get_task_data (task));
      while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        g_ptr_array_add (nodes, make_node (stmt));
      if (step == GGOV_DB_ERROR)
        {
          g_task_return_error (task, error);
          return;
        }
    }

  g_task_return_pointer (task, g_steal_pointer (&nodes), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_chart_async (GgovStore           *self,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_list_chart_async, chart_job, g_strdup (day), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_chart_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  GPtrArray *nodes;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  nodes = g_task_propagate_pointer (G_TASK (result), error);

  return nodes ? _ggov_store_take_list (nodes, GGOV_TYPE_CHART_NODE) : NULL;
}
