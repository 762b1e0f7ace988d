/* ggov-store-organisations.c: the office's organisations, listed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-organisation-kind.h"
#include "ggov-organisations-private.h"
#include "ggov-store-organisations.h"
#include "ggov-store-private.h"

/* Sums are made once for all, not for each organisation anew. */
#define COLUMNS(parent) \
  "o.id, o.row_version, o.kind, o.name, o.community_id, c.name, c.code, " parent ", o.phone, " \
  "o.scope, o.address, o.valid_from, o.valid_to, o.end_reason, o.reading"

#define SQL_ORGANISATIONS \
  "WITH call AS (SELECT l.organisation_id, min (l.id) AS id FROM organisation_contact l " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") " GROUP BY l.organisation_id), " \
  "people AS (SELECT organisation_id, count (*) AS n FROM (" \
  "SELECT l.organisation_id, l.person_id FROM organisation_contact l " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") " UNION SELECT n.organisation_id, p.person_id FROM post p " \
  "JOIN person n ON n.id = p.person_id WHERE n.organisation_id IS NOT NULL " \
  "AND " GGOV_ROSTER_ON_DAY ("p") ") GROUP BY organisation_id), " \
  "ground AS (SELECT organisation_id, count (*) AS n FROM (" GGOV_ORGANISATION_GRIDS ") " \
  "GROUP BY organisation_id), " \
  "offer AS (SELECT l.organisation_id, count (*) AS n FROM organisation_resource l " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") " GROUP BY l.organisation_id), " \
  "deed AS (SELECT organisation_id, max (day) AS last, " \
  "sum (CASE WHEN substr (day, 1, 4) = substr ($1, 1, 4) THEN 1 ELSE 0 END) AS n " \
  "FROM organisation_activity WHERE day <= $1 GROUP BY organisation_id) " \
  "SELECT " COLUMNS ("NULL, NULL") ", h.name, h.phone, coalesce (q.n, 0), " \
  "coalesce (g.n, 0), coalesce (r.n, 0), coalesce (a.n, 0), a.last FROM organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id LEFT JOIN call k ON k.organisation_id = o.id " \
  "LEFT JOIN organisation_contact w ON w.id = k.id LEFT JOIN person h ON h.id = w.person_id " \
  "LEFT JOIN people q ON q.organisation_id = o.id LEFT JOIN ground g ON g.organisation_id = o.id " \
  "LEFT JOIN offer r ON r.organisation_id = o.id LEFT JOIN deed a ON a.organisation_id = o.id "

#define SQL_PARTY \
  "WITH head AS (SELECT party_organisation_id, person_id FROM (SELECT l.party_organisation_id, " \
  "l.person_id, row_number () OVER (PARTITION BY l.party_organisation_id " \
  "ORDER BY " GGOV_PARTY_RANK ("l") ", l.id) AS i FROM party_member l WHERE l.duty <> 'member' " \
  "AND " GGOV_ROSTER_ON_DAY ("l") ") WHERE i = 1), " \
  "people AS (SELECT l.party_organisation_id, count (*) AS n FROM party_member l " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") " GROUP BY l.party_organisation_id), " \
  "ground AS (SELECT l.party_organisation_id, count (*) AS n FROM party_organisation_grid l " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") " GROUP BY l.party_organisation_id) " \
  "SELECT " COLUMNS ("o.parent_id, y.name") ", h.name, h.phone, " \
  "coalesce (q.n, 0), coalesce (g.n, 0), 0, 0, NULL FROM party_organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id " \
  "LEFT JOIN party_organisation y ON y.id = o.parent_id " \
  "LEFT JOIN head k ON k.party_organisation_id = o.id LEFT JOIN person h ON h.id = k.person_id " \
  "LEFT JOIN people q ON q.party_organisation_id = o.id " \
  "LEFT JOIN ground g ON g.party_organisation_id = o.id "

#define WHERE \
  "WHERE (o.valid_from IS NULL OR o.valid_from <= $1) " \
  "AND ($2 = 1 OR o.valid_to IS NULL OR o.valid_to >= $1) AND ($3 = 0 OR o.community_id = $3) " \
  "AND ($4 = 0 OR o.id = $4) AND ($5 IS NULL OR o.kind = $5) " \
  "ORDER BY c.code NULLS FIRST, o.name, o.id"

enum
{
  ID, ROW_VERSION, KIND, NAME, COMMUNITY_ID, COMMUNITY, COMMUNITY_CODE, PARENT_ID, PARENT, PHONE,
  SCOPE, ADDRESS, SINCE, UNTIL, END_REASON, READING, HEAD, HEAD_PHONE, PEOPLE, GRIDS, RESOURCES,
  ACTIVITIES, LAST_ACTIVITY,
};

typedef struct
{
  char     *kind;      /* (nullable) */
  char     *text;      /* (nullable) */
  char     *day;
  gint64    community_id;
  gint64    id;
  gboolean  with_ended;
} Query;

static void
query_free (Query *query)
{
  g_free (query->kind);
  g_free (query->text);
  g_free (query->day);
  g_free (query);
}

static gpointer
make_row (GgovStmt *stmt)
{
  const GgovOrganisationRow row = {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .kind = ggov_stmt_get_text (stmt, KIND),
    .name = ggov_stmt_get_text (stmt, NAME),
    .community_id = ggov_stmt_get_int (stmt, COMMUNITY_ID),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .community_code = ggov_stmt_get_text (stmt, COMMUNITY_CODE),
    .parent_id = ggov_stmt_get_int (stmt, PARENT_ID),
    .parent = ggov_stmt_get_text (stmt, PARENT),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .scope = ggov_stmt_get_text (stmt, SCOPE),
    .address = ggov_stmt_get_text (stmt, ADDRESS),
    .since = ggov_stmt_get_text (stmt, SINCE),
    .until = ggov_stmt_get_text (stmt, UNTIL),
    .end_reason = ggov_stmt_get_text (stmt, END_REASON),
    .head = ggov_stmt_get_text (stmt, HEAD),
    .head_phone = ggov_stmt_get_text (stmt, HEAD_PHONE),
    .people = ggov_stmt_get_int (stmt, PEOPLE),
    .grids = ggov_stmt_get_int (stmt, GRIDS),
    .resources = ggov_stmt_get_int (stmt, RESOURCES),
    .activities = ggov_stmt_get_int (stmt, ACTIVITIES),
    .last_activity = ggov_stmt_get_text (stmt, LAST_ACTIVITY),
  };

  return ggov_organisation_new (&row);
}

static gboolean
matches (GgovStmt           *stmt,
         const char * const *typed)
{
  static const int columns[] = { NAME, SCOPE, PHONE, COMMUNITY, HEAD, HEAD_PHONE, PARENT, ADDRESS };
  const char *texts[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    texts[i] = ggov_stmt_get_text (stmt, columns[i]);

  return _ggov_roster_match (typed, ggov_stmt_get_text (stmt, READING), texts,
                             G_N_ELEMENTS (texts));
}

/* One table's, of one kind or of all. */
static gboolean
add_rows (GgovDb       *db,
          const char   *sql,
          const char   *kind,
          const Query  *query,
          GPtrArray    *rows,
          GError      **error)
{
  g_auto(GStrv) typed = _ggov_roster_split_text (query->text);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, query->day);
  ggov_stmt_bind_int (stmt, 2, query->with_ended);
  ggov_stmt_bind_int (stmt, 3, query->community_id);
  ggov_stmt_bind_int (stmt, 4, query->id);
  ggov_stmt_bind_text (stmt, 5, kind);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    if (typed == NULL || matches (stmt, (const char * const *) typed))
      g_ptr_array_add (rows, make_row (stmt));

  return step == GGOV_DB_DONE;
}

/* g_ptr_array_sort() may leave equals in any order: the kinds are picked out one after the other. */
static GPtrArray *
order_by_kind (GPtrArray *rows)
{
  g_autoptr(GPtrArray) ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint kind = 0; kind < GGOV_N_ORGANISATION_KINDS; kind++)
    for (guint i = 0; i < rows->len; i++)
      if (g_str_equal (ggov_organisation_get_row (rows->pdata[i])->kind,
                       ggov_organisation_kind_get_code (kind)))
        g_ptr_array_add (ordered, g_object_ref (rows->pdata[i]));

  return g_steal_pointer (&ordered);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Query *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean both = g_strcmp0 (query->kind, "party") == 0;
  gboolean is_party = both || ggov_organisation_kind_is_party (query->kind);
  const char *kind = both ? NULL : query->kind;
  GError *error = NULL;

  if ((is_party || add_rows (db, SQL_ORGANISATIONS WHERE, kind, query, rows, &error)) &&
      ((query->kind && !is_party) || add_rows (db, SQL_PARTY WHERE, kind, query, rows, &error)))
    g_task_return_pointer (task, order_by_kind (rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_organisations_async (GgovStore                    *self,
                                     const GgovOrganisationFilter *filter,
                                     const char                   *day,
                                     GCancellable                 *cancellable,
                                     GAsyncReadyCallback           callback,
                                     gpointer                      user_data)
{
  Query *query;

  g_return_if_fail (day != NULL);

  query = g_new0 (Query, 1);
  query->day = g_strdup (day);
  if (filter)
    {
      query->kind = g_strdup (filter->kind);
      query->text = g_strdup (filter->text);
      query->community_id = filter->community_id;
      query->id = filter->id;
      query->with_ended = filter->with_ended;
    }
  _ggov_store_call (self, ggov_store_list_organisations_async, list_job, query,
                    (GDestroyNotify) query_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_organisations_finish (GgovStore     *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_ORGANISATION) : NULL;
}
