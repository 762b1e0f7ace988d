/* ggov-store-branches.c: the tree of places, roles or organisations, a level at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-role.h"
#include "ggov-store-branches.h"
#include "ggov-store-private.h"
#include "ggov-vacancies-private.h"

/* $1 is the day, $2 the number of what is looked into, $3 a role or a family, $4 a community and $5
 * a grid that alone are wanted, $6 the role of an area. */
#define OF_ROLE "($3 IS NULL OR r.code = $3 OR r.family = $3) AND ($6 IS NULL OR r.id = $6)"

/* A statement knows only what it names, and all of them are told all. */
#define GIVEN "WITH given AS (SELECT $1, $2, $3, $4, $5, $6)"

/* The ground that is looked at: communities, grids and buildings. What lies in a small part of a
 * city is found from there, and not by looking at all of it. */
#define ALL_TOWNS     "SELECT id FROM community WHERE ($4 IS NULL OR id = $4) AND $5 IS NULL"
#define ALL_NETS \
  "SELECT id, community_id FROM grid WHERE ($4 IS NULL OR community_id = $4) " \
  "AND ($5 IS NULL OR id = $5)"
#define ALL_BUILDINGS \
  "SELECT b.id, b.community_id, x.grid_id, b.kind FROM building b " \
  "LEFT JOIN ground x ON x.building_id = b.id " \
  "WHERE ($4 IS NULL OR b.community_id = $4) AND ($5 IS NULL OR x.grid_id = $5)"

#define TOWN          "SELECT id FROM community WHERE id = $2 AND $5 IS NULL"
#define TOWN_NETS     "SELECT id, community_id FROM grid WHERE community_id = $2 " \
                      "AND ($5 IS NULL OR id = $5)"
#define TOWN_BUILDINGS \
  "SELECT b.id, b.community_id, x.grid_id, b.kind FROM building b LEFT JOIN " GGOV_ROSTER_SPOT " " \
  "WHERE b.community_id = $2 AND ($5 IS NULL OR x.grid_id = $5)"

#define NO_TOWN       "SELECT id FROM community WHERE 1 = 0"
#define NO_NET        "SELECT id, community_id FROM grid WHERE 1 = 0"
#define NET_BUILDINGS \
  "SELECT b.id, b.community_id, x.grid_id, b.kind FROM plan_building y " \
  "JOIN building b ON b.id = y.building_id JOIN " GGOV_ROSTER_SPOT " " \
  "WHERE y.grid_id = $2 AND y.plan_id = x.plan_id"
#define ONE_BUILDING \
  "SELECT id, community_id, CAST (NULL AS BIGINT), kind FROM building WHERE id = $2"

/* Posts held there, each with what it is held on and all that lies in. */
#define HELD_ON(kind, place, community, grid, building, source) \
  "SELECT p.id, p.role_id, '" kind "' AS kind, " place " AS place_id, " community \
  " AS community_id, " grid " AS grid_id, " building " AS building_id FROM " source " " \
  "JOIN role r ON r.id = p.role_id WHERE " GGOV_ROSTER_ON_DAY ("p") " AND " OF_ROLE
#define NOTHING "CAST (NULL AS BIGINT)"
#define HELD \
  "held AS MATERIALIZED (" \
  HELD_ON ("community", "t.id", "t.id", NOTHING, NOTHING, \
           "town t JOIN post p ON p.community_id = t.id") " UNION ALL " \
  HELD_ON ("grid", "p.grid_id", "t.community_id", GGOV_ROSTER_PRESENT_GRID ("p"), NOTHING, \
           "net t JOIN post p ON p.grid_id = t.id") " UNION ALL " \
  HELD_ON ("building", "t.id", "t.community_id", "t.grid_id", "t.id", \
           "land t JOIN post p ON p.building_id = t.id") " UNION ALL " \
  HELD_ON ("unit", "u.id", "t.community_id", "t.grid_id", "t.id", \
           "land t JOIN unit u ON u.building_id = t.id JOIN post p ON p.unit_id = u.id") ")"

/* What should be held there, and is not: as GGOV_VACANCIES says it of the whole office. */
#define DUE_PLACES \
  "place AS (SELECT 'community' AS kind, t.id, t.id AS community_id, " NOTHING " AS grid_id, " \
  NOTHING " AS building_id FROM town t UNION ALL " \
  "SELECT 'grid', g.id, g.community_id, g.id, " NOTHING " FROM net t JOIN grid g ON g.id = t.id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g") " UNION ALL " \
  "SELECT 'building', t.id, t.community_id, t.grid_id, t.id FROM land t " \
  "WHERE t.kind = 'residential' AND EXISTS (SELECT 1 FROM unit u WHERE u.building_id = t.id) " \
  "UNION ALL " \
  "SELECT 'unit', u.id, t.community_id, t.grid_id, t.id FROM land t " \
  "JOIN unit u ON u.building_id = t.id)"
#define HOLE \
  "hole AS (SELECT q.kind, q.id AS place_id, q.community_id, q.grid_id, q.building_id, " \
  "r.id AS role_id FROM place q JOIN role r ON r.scope = q.kind AND r.watched = 1 " \
  "AND (r.valid_to IS NULL OR r.valid_to >= $1) AND " OF_ROLE " " \
  "WHERE NOT EXISTS (SELECT 1 FROM held d WHERE d.place_id = q.id AND d.role_id = r.id " \
  "AND d.kind = q.kind) UNION ALL " \
  "SELECT q.kind, q.id, q.community_id, q.grid_id, q.building_id, 0 FROM place q " \
  "WHERE q.kind = 'grid' AND $3 IS NULL AND $6 IS NULL AND q.id NOT IN (SELECT y.grid_id " \
  "FROM party_organisation_grid y WHERE " GGOV_ROSTER_ON_DAY ("y") "))"

#define COUNTED(towns, nets, buildings) \
  GIVEN ", " GGOV_ROSTER_GROUND ", town AS (" towns "), net AS (" nets "), " \
  "land (id, community_id, grid_id, kind) AS MATERIALIZED (" buildings "), " HELD ", " \
  DUE_PLACES ", " HOLE ", counted (key_id, posts, holes) AS MATERIALIZED ("
/* @key: a column of both */
#define BY(key) \
  "SELECT " key ", sum (is_held), sum (1 - is_held) FROM (SELECT " key ", 1 AS is_held FROM held " \
  "UNION ALL SELECT " key ", 0 FROM hole) GROUP BY " key ") "
#define UNITS_BY_PLACE \
  "SELECT place_id, sum (is_held), sum (1 - is_held) FROM (" \
  "SELECT place_id, 1 AS is_held FROM held WHERE kind = 'unit' UNION ALL SELECT place_id, 0 FROM hole WHERE kind = 'unit') " \
  "GROUP BY place_id) "

/* kind, id, role, person, posts, vacant, note, phone, role's names, then the place's six. */
#define LINE(kind, id, role, note, role_names, place) \
  "SELECT '" kind "', " id ", " role ", 0, coalesce (k.posts, 0), coalesce (k.holes, 0), " note \
  ", NULL, " role_names ", " place " "
#define PLAIN(name) "0, NULL, NULL, NULL, NULL, " name
#define DOOR        "1, o.name, b.number, b.name, NULL, NULL"

/* Without what is below it, which is counted once it is read. */
#define SQL_OFFICE \
  GIVEN " SELECT 'sub-district', s.id, 0, 0, " \
  "(SELECT count (*) FROM post p JOIN role r ON r.id = p.role_id WHERE p.sub_district_id = s.id " \
  "AND " GGOV_ROSTER_ON_DAY ("p") " AND " OF_ROLE " AND $4 IS NULL AND $5 IS NULL), " \
  "0, s.code, NULL, NULL, NULL, " PLAIN ("s.name") " FROM sub_district s ORDER BY s.code"
#define SQL_TOWNS \
  COUNTED (ALL_TOWNS, ALL_NETS, ALL_BUILDINGS) BY ("community_id") \
  LINE ("community", "c.id", "0", "c.code", "NULL, NULL", PLAIN ("c.name")) \
  "FROM community c LEFT JOIN counted k ON k.key_id = c.id WHERE c.sub_district_id = $2 " \
  "AND ($4 IS NULL OR c.id = $4) AND ($5 IS NULL OR k.key_id IS NOT NULL) ORDER BY c.code"
#define SQL_NETS \
  COUNTED (TOWN, TOWN_NETS, TOWN_BUILDINGS) BY ("grid_id") \
  LINE ("grid", "g.id", "0", "g.code", "NULL, NULL", PLAIN ("g.name")) \
  "FROM grid g LEFT JOIN counted k ON k.key_id = g.id WHERE g.community_id = $2 " \
  "AND ($5 IS NULL OR g.id = $5) AND ((" GGOV_ROSTER_ON_DAY ("g") ") OR k.posts > 0) " \
  "ORDER BY g.code"
#define SQL_BUILDINGS(buildings, condition) \
  COUNTED (NO_TOWN, NO_NET, buildings) BY ("building_id") \
  LINE ("building", "b.id", "0", "NULL", "NULL, NULL", DOOR) \
  "FROM land t JOIN building b ON b.id = t.id JOIN counted k ON k.key_id = b.id " \
  "LEFT JOIN compound o ON o.id = b.compound_id WHERE " condition " " \
  "ORDER BY o.name NULLS FIRST, o.id, length (b.number), b.number, b.id"
#define SQL_UNITS \
  COUNTED (NO_TOWN, NO_NET, ONE_BUILDING) UNITS_BY_PLACE \
  LINE ("unit", "u.id", "0", "NULL", "NULL, NULL", "1, o.name, b.number, b.name, u.number, NULL") \
  "FROM unit u JOIN building b ON b.id = u.building_id " \
  "LEFT JOIN compound o ON o.id = b.compound_id LEFT JOIN counted k ON k.key_id = u.id WHERE u.building_id = $2 ORDER BY u.number"
#define SQL_ROLES \
  COUNTED (ALL_TOWNS, ALL_NETS, ALL_BUILDINGS) BY ("role_id") \
  "SELECT 'role', r.id, r.id, 0, coalesce (k.posts, 0) + (SELECT count (*) FROM post p " \
  "WHERE p.role_id = r.id AND p.sub_district_id IS NOT NULL AND " GGOV_ROSTER_ON_DAY ("p") " " \
  "AND $4 IS NULL AND $5 IS NULL) AS n, coalesce (k.holes, 0) AS v, NULL, NULL, " \
  "r.name, r.name_zh, " PLAIN ("NULL") " FROM role r LEFT JOIN counted k ON k.key_id = r.id WHERE " OF_ROLE " " \
  "AND ((r.valid_to IS NULL OR r.valid_to >= $1) OR k.posts > 0) ORDER BY r.sort_order, r.id"
#define SQL_AREAS \
  COUNTED (ALL_TOWNS, ALL_NETS, ALL_BUILDINGS) BY ("community_id") \
  LINE ("area", "c.id", "$6", "c.code", "NULL, NULL", PLAIN ("c.name")) \
  "FROM community c JOIN counted k ON k.key_id = c.id ORDER BY c.code"
#define SQL_ORGANISATIONS \
  GIVEN " SELECT 'organisation', a.id, 0, 0, count (*), 0, a.kind, a.phone, NULL, NULL, " \
  PLAIN ("a.name") " FROM post p JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " \
  "JOIN organisation a ON a.id = n.organisation_id " GGOV_ROSTER_JOIN_SPOT \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " AND " OF_ROLE " AND ($4 IS NULL OR c.id = $4) " \
  "AND ($5 IS NULL OR g.id = $5) GROUP BY a.id ORDER BY a.name, a.id"

#define SQL_PEOPLE(condition) \
  GIVEN " SELECT 'post', p.id, r.id, n.id, 1, 0, NULL, n.phone, r.name, r.name_zh, " \
  GGOV_ROSTER_PLACE_COLUMNS ", n.name, " GGOV_ROSTER_LEAVE_COLUMNS " FROM post p JOIN role r ON r.id = p.role_id " \
  "JOIN person n ON n.id = p.person_id " GGOV_ROSTER_JOIN_SPOT "WHERE " condition " " \
  "AND " GGOV_ROSTER_ON_DAY ("p") " AND " OF_ROLE " AND ($4 IS NULL OR c.id = $4) " \
  "AND ($5 IS NULL OR " GGOV_ROSTER_IS_OF_GRID ("$5") ") " \
  "ORDER BY " GGOV_ROSTER_ORDER ", n.pinyin, p.id"

/* A community's posts are found from what lies in it; from all posts of the role it would take as
 * long as the whole office. */
#define IN_TOWN \
  "p.id IN (SELECT y.id FROM post y WHERE y.community_id = $2 UNION ALL " \
  "SELECT y.id FROM grid z JOIN post y ON y.grid_id = z.id WHERE z.community_id = $2 UNION ALL " \
  "SELECT y.id FROM building z JOIN post y ON y.building_id = z.id WHERE z.community_id = $2 " \
  "UNION ALL SELECT y.id FROM building z JOIN unit w ON w.building_id = z.id " \
  "JOIN post y ON y.unit_id = w.id WHERE z.community_id = $2)"

/* What stands below a line: the people there, then what is within; of the whole sub-district there
 * are so many people that they come last. */
static const struct
{
  GgovTree    tree;
  const char *kind;    /* of the parent; NULL for the top */
  const char *people;  /* (nullable) */
  const char *within[2];
  gboolean    is_crowded; /* the people come last */
} levels[] = {
  { GGOV_TREE_PLACES, NULL, NULL, { SQL_OFFICE } },
  { GGOV_TREE_PLACES, "sub-district", SQL_PEOPLE ("p.sub_district_id = $2"), { SQL_TOWNS },
    TRUE },
  { GGOV_TREE_PLACES, "community", SQL_PEOPLE ("p.community_id = $2"),
    { SQL_NETS, SQL_BUILDINGS (TOWN_BUILDINGS, "t.grid_id IS NULL") } },
  { GGOV_TREE_PLACES, "grid",
    SQL_PEOPLE ("p.grid_id IS NOT NULL AND p.id IN (SELECT y.id FROM post y WHERE y.grid_id = $2 "
                "UNION ALL SELECT y.id FROM grid_successor z JOIN post y ON y.grid_id = z.grid_id "
                "WHERE z.successor_id = $2) AND " GGOV_ROSTER_PRESENT_GRID ("p") " = $2"),
    { SQL_BUILDINGS (NET_BUILDINGS, "1 = 1") } },
  { GGOV_TREE_PLACES, "building", SQL_PEOPLE ("p.building_id = $2"), { SQL_UNITS } },
  { GGOV_TREE_PLACES, "unit", SQL_PEOPLE ("p.unit_id = $2"), { NULL } },
  { GGOV_TREE_ROLES, NULL, NULL, { SQL_ROLES } },
  { GGOV_TREE_ROLES, "role",
    SQL_PEOPLE ("p.sub_district_id IS NOT NULL AND p.role_id = $2"), { SQL_AREAS } },
  { GGOV_TREE_ROLES, "area", SQL_PEOPLE (IN_TOWN), { NULL } },
  { GGOV_TREE_ORGANISATIONS, NULL, NULL, { SQL_ORGANISATIONS } },
  { GGOV_TREE_ORGANISATIONS, "organisation",
    SQL_PEOPLE ("p.person_id IN (SELECT id FROM person WHERE organisation_id = $2)"), { NULL } },
};

enum
{
  KIND, ID, ROLE_ID, PERSON_ID, POSTS, VACANT, NOTE, PHONE, ROLE_NAME, ROLE_NAME_ZH, PLACE,
  PERSON_NAME = PLACE + 6, SUBSTITUTE, SUBSTITUTE_PHONE, LEAVE_UNTIL,
};

typedef struct
{
  GgovTree  tree;
  char     *kind;    /* (nullable) */
  gint64    id;
  gint64    role_id;
  char     *as_of;
  char     *role;    /* (nullable) */
  gint64    community_id;
  gint64    grid_id;
} BranchOrder;

static void
branch_order_free (BranchOrder *order)
{
  g_free (order->kind);
  g_free (order->as_of);
  g_free (order->role);
  g_free (order);
}

/* (nullable): what is said of somebody who is on leave */
static char *
dup_leave (GgovStmt *stmt)
{
  const GgovRosterRecord record = {
    .substitute = ggov_stmt_get_text (stmt, SUBSTITUTE),
    .substitute_phone = ggov_stmt_get_text (stmt, SUBSTITUTE_PHONE),
    .leave_until = ggov_stmt_get_text (stmt, LEAVE_UNTIL),
  };

  return ggov_roster_dup_leave (&record, TRUE);
}

/* In the tree of places a line says what somebody does, elsewhere where as well. */
static GgovBranch *
make_branch (const BranchOrder *order,
             GgovStmt          *stmt)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  const char *role = ggov_stmt_is_null (stmt, ROLE_NAME)
                       ? NULL : ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                                                       ggov_stmt_get_text (stmt, ROLE_NAME_ZH));
  gboolean is_post = g_str_equal (ggov_stmt_get_text (stmt, KIND), "post");
  g_autofree char *deed = order->tree == GGOV_TREE_ORGANISATIONS
                            ? g_strdup_printf ("%s · %s", role, place) : NULL;
  const char *what = order->tree == GGOV_TREE_PLACES ? role : deed ? deed : place;
  g_autofree char *leave = is_post ? dup_leave (stmt) : NULL;
  g_autofree char *away = leave ? g_strdup_printf ("%s · %s", what, leave) : NULL;

  return ggov_branch_new (&(GgovBranchRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .role_id = ggov_stmt_get_int (stmt, ROLE_ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .n_posts = ggov_stmt_get_int (stmt, POSTS),
    .n_vacant = ggov_stmt_get_int (stmt, VACANT),
    .kind = ggov_stmt_get_text (stmt, KIND),
    .label = is_post ? ggov_stmt_get_text (stmt, PERSON_NAME) : role ? role : place,
    .note = away ? away : is_post ? what : ggov_stmt_get_text (stmt, NOTE),
    .phone = ggov_stmt_get_text (stmt, PHONE),
  });
}

static gboolean
add_branches (GgovDb             *db,
              const BranchOrder  *order,
              const char         *sql,
              GCancellable       *cancellable,
              GPtrArray          *rows,
              GError            **error)
{
  g_autoptr(GgovStmt) stmt = sql ? ggov_db_prepare (db, sql, error) : NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return sql == NULL;

  ggov_stmt_bind_text (stmt, 1, order->as_of);
  ggov_stmt_bind_id (stmt, 2, order->id);
  ggov_stmt_bind_text (stmt, 3, order->role);
  ggov_stmt_bind_id (stmt, 4, order->community_id);
  ggov_stmt_bind_id (stmt, 5, order->grid_id);
  ggov_stmt_bind_id (stmt, 6, order->role_id);

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      g_ptr_array_add (rows, make_branch (order, stmt));
    }

  return step == GGOV_DB_DONE;
}

static gsize
find_level (const BranchOrder *order)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].tree == order->tree && g_strcmp0 (levels[i].kind, order->kind) == 0)
      return i;

  return G_N_ELEMENTS (levels);
}

static gboolean
list_level (GgovDb             *db,
            const BranchOrder  *order,
            GCancellable       *cancellable,
            GPtrArray          *rows,
            GError            **error)
{
  gsize level = find_level (order);
  const char *people;
  gboolean is_crowded;

  /* Below somebody there is nothing. */
  if (level == G_N_ELEMENTS (levels))
    return TRUE;

  people = levels[level].people;
  is_crowded = levels[level].is_crowded;

  return add_branches (db, order, is_crowded ? NULL : people, cancellable, rows, error) &&
         add_branches (db, order, levels[level].within[0], cancellable, rows, error) &&
         add_branches (db, order, levels[level].within[1], cancellable, rows, error) &&
         add_branches (db, order, is_crowded ? people : NULL, cancellable, rows, error);
}

/* The same with how much there is below as well. */
static GgovBranch *
sum_up (GgovBranch *branch,
        GPtrArray  *below)
{
  GgovBranchRecord record = *ggov_branch_get_record (branch);
  g_autoptr(GListStore) rows = g_list_store_new (GGOV_TYPE_BRANCH);
  GgovBranch *whole;

  for (guint i = 0; i < below->len; i++)
    if (!ggov_branch_is_post (below->pdata[i]))
      {
        record.n_posts += ggov_branch_get_record (below->pdata[i])->n_posts;
        record.n_vacant += ggov_branch_get_record (below->pdata[i])->n_vacant;
      }
  g_list_store_splice (rows, 0, 0, below->pdata, below->len);
  whole = ggov_branch_new (&record);
  ggov_branch_set_below (whole, G_LIST_MODEL (rows));

  return whole;
}

/* The top of the places is always open: to count it and what is below it apart would take twice as
 * long. */
static gboolean
read_below (GgovDb             *db,
            const BranchOrder  *order,
            GCancellable       *cancellable,
            GPtrArray          *rows,
            GError            **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GgovBranchRecord *record = ggov_branch_get_record (rows->pdata[i]);
      g_autoptr(GPtrArray) below = g_ptr_array_new_with_free_func (g_object_unref);
      BranchOrder next = *order;
      GgovBranch *whole;

      next.kind = (char *) record->kind;
      next.id = record->id;
      if (!list_level (db, &next, cancellable, below, error))
        return FALSE;

      whole = sum_up (rows->pdata[i], below);
      g_object_unref (rows->pdata[i]);
      rows->pdata[i] = whole;
    }

  return TRUE;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const BranchOrder *order = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_office = order->tree == GGOV_TREE_PLACES && order->kind == NULL;
  GError *error = NULL;

  if (list_level (db, order, cancellable, rows, &error) &&
      (!is_office || read_below (db, order, cancellable, rows, &error)))
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_branches_async (GgovStore              *self,
                                GgovTree                tree,
                                GgovBranch             *parent,
                                const char             *as_of,
                                const GgovRosterFilter *filter,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  const GgovBranchRecord *record = parent ? ggov_branch_get_record (parent) : NULL;
  BranchOrder *order;

  g_return_if_fail (as_of != NULL);

  order = g_new0 (BranchOrder, 1);
  order->tree = tree;
  order->as_of = g_strdup (as_of);
  if (record)
    {
      order->kind = g_strdup (record->kind);
      order->id = record->id;
      order->role_id = tree == GGOV_TREE_ROLES ? record->role_id : 0;
    }
  if (filter)
    {
      order->role = g_strdup (filter->role);
      order->community_id = filter->community_id;
      order->grid_id = filter->grid_id;
    }

  _ggov_store_call (self, ggov_store_list_branches_async, list_job, order,
                    (GDestroyNotify) branch_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_branches_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_BRANCH) : NULL;
}
