/* ggov-store-resident.c: one resident whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <json-glib/json-glib.h>

#include "ggov-membership.h"
#include "ggov-resident-columns-private.h"
#include "ggov-resident-row-private.h"
#include "ggov-store-residents.h"
#include "ggov-visit.h"
#include "ggov-visits-private.h"
#include "ggov-write-residents.h"

#define SQL_RESIDENT \
  "SELECT n.id, m.row_version, m.fields, n.name, n.sex, n.birth_date, n.phone, m.identity_kind, " \
  "m.identity_number, m.ethnic_group, m.marital_status, m.political_status, m.education, " \
  "m.work_status, m.health, m.residence_type, m.confirmed_on, m.died_on " \
  "FROM person k JOIN person n ON n.id = coalesce (k.merged_into_id, k.id) " \
  "JOIN resident m ON m.person_id = n.id WHERE k.id = $1"
enum { ID, ROW_VERSION, FIELDS, FIRST_VALUE };

/* In the order of the query; those of no table follow. */
const GgovResidentColumn _ggov_resident_columns[] = {
  { "name", "person", "name" },
  { "sex", "person", "sex" },
  { "birth_date", "person", "birth_date" },
  { "phone", "person", "phone" },
  { "id_type", "resident", "identity_kind" },
  { "id_number", "resident", "identity_number" },
  { "ethnic_group", "resident", "ethnic_group" },
  { "marital_status", "resident", "marital_status" },
  { "political_status", "resident", "political_status" },
  { "education", "resident", "education" },
  { "work", "resident", "work_status" },
  { "health", "resident", "health" },
  { "residence_type", "resident", "residence_type" },
  { "confirmed_on", "resident", "confirmed_on" },
  { "died_on", "resident", "died_on" },
  { "relation", NULL, NULL },
  { "community", NULL, NULL },
  { "grid", NULL, NULL },
  { "compound", NULL, NULL },
  { "building", NULL, NULL },
  { "unit", NULL, NULL },
  { "door", NULL, NULL },
  { "living_since", NULL, NULL },
  { "household_number", NULL, NULL },
  { "special_groups", NULL, NULL },
};
const guint _ggov_resident_n_columns = G_N_ELEMENTS (_ggov_resident_columns);

#define N_COLUMNS 15 /* of a table */

#define SQL_RESIDENCES \
  "SELECT id FROM residence WHERE person_id = $1 ORDER BY moved_out IS NOT NULL, moved_in DESC, id DESC"

/* Where they live, else where they are registered, on the day. */
#define SQL_HOME \
  "SELECT r.relation, c.name, g.name, o.name, coalesce (b.number, b.name), " \
  "CAST (u.number AS TEXT), d.door, CASE WHEN r.living = 1 THEN r.moved_in END, " \
  "nullif (h.number, '') " \
  "FROM residence r JOIN household h ON h.id = r.household_id " GGOV_RESIDENTS_JOIN_DOOR \
  GGOV_RESIDENTS_JOIN_GRID \
  "LEFT JOIN community c ON c.id = coalesce (g.community_id, b.community_id) " \
  "WHERE r.person_id = $2 AND " GGOV_SQL_RESIDES_ON ("r", "$1") " ORDER BY r.living DESC, r.id LIMIT 1"

#define SQL_GROUPS \
  "SELECT s.code FROM resident_group k JOIN special_group s ON s.id = k.group_id " \
  "WHERE k.person_id = $2 AND " GGOV_SQL_MEMBER_ON ("k", "$1") " ORDER BY s.sort_order, s.id"

#define SQL_EVENTS \
  "SELECT e.id, e.person_id, e.household_id, e.to_household_id, e.kind, e.day, n.name, e.elsewhere, " \
  "e.reason, e.report, (SELECT count (DISTINCT r.person_id) FROM residence r " \
  "WHERE r.in_event_id = e.id OR r.out_event_id = e.id), " GGOV_RESIDENTS_PLACE_COLUMNS ", d.door " \
  "FROM register_event e JOIN household h ON h.id = coalesce (e.to_household_id, e.household_id) " \
  GGOV_RESIDENTS_JOIN_DOOR "LEFT JOIN person n ON n.id = e.person_id " \
  "WHERE e.day <= $1 AND e.id IN (SELECT r.in_event_id FROM residence r WHERE r.person_id = $2 " \
  "UNION SELECT r.out_event_id FROM residence r WHERE r.person_id = $2 " \
  "UNION SELECT v.id FROM register_event v WHERE v.person_id = $2) ORDER BY e.day DESC, e.id DESC"

typedef struct
{
  gint64  person_id;
  char   *as_of;
} Question;

static void
question_free (Question *question)
{
  g_free (question->as_of);
  g_free (question);
}

const GgovResidentColumn *
_ggov_resident_find_column (const char *code)
{
  for (guint i = 0; i < _ggov_resident_n_columns; i++)
    if (g_str_equal (_ggov_resident_columns[i].code, code))
      return &_ggov_resident_columns[i];

  return NULL;
}

gboolean
ggov_resident_keeps_field (const char *code)
{
  const GgovResidentColumn *column = _ggov_resident_find_column (code);

  return column == NULL || column->table != NULL;
}

static void
put (GHashTable *values,
     const char *code,
     const char *value)
{
  if (value && *value)
    g_hash_table_insert (values, g_strdup (code), g_strdup (value));
}

static gboolean
put_fields (GHashTable  *values,
            const char  *fields,
            GError     **error)
{
  g_autoptr(JsonNode) root = json_from_string (fields, error);
  g_autoptr(GList) names = NULL;

  if (root == NULL)
    return FALSE;

  names = json_object_get_members (json_node_get_object (root));
  for (GList *l = names; l; l = l->next)
    put (values, l->data,
         json_object_get_string_member_with_default (json_node_get_object (root), l->data, NULL));

  return TRUE;
}

/* @stmt: stands on the resident */
static gboolean
put_known (GHashTable  *values,
           GgovStmt    *stmt,
           GError     **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    put (values, _ggov_resident_columns[i].code, ggov_stmt_get_text (stmt, FIRST_VALUE + i));

  return put_fields (values, ggov_stmt_get_text (stmt, FIELDS), error);
}

static GgovStmt *
prepare_of (GgovDb      *db,
            const char  *sql,
            const char  *day,
            gint64       person_id,
            GError     **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, person_id);

  return stmt;
}

static gboolean
put_home (GHashTable  *values,
          GgovDb      *db,
          const char  *day,
          gint64       person_id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare_of (db, SQL_HOME, day, person_id, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    for (guint i = N_COLUMNS; i < _ggov_resident_n_columns - 1; i++)
      put (values, _ggov_resident_columns[i].code, ggov_stmt_get_text (stmt, i - N_COLUMNS));

  return step != GGOV_DB_ERROR;
}

static gboolean
put_groups (GHashTable  *values,
            GgovDb      *db,
            const char  *day,
            gint64       person_id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare_of (db, SQL_GROUPS, day, person_id, error);
  g_autoptr(GString) codes = g_string_new (NULL);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? "," : "", ggov_stmt_get_text (stmt, 0));
  put (values, "special_groups", codes->str);

  return step == GGOV_DB_DONE;
}

static gpointer
make_event (GgovStmt   *stmt,
            const char *day,
            guint       rank)
{
  g_autofree char *place = _ggov_residents_dup_door (stmt, 11);

  return ggov_register_event_new (&(GgovRegisterEventRecord) {
    .id = ggov_stmt_get_int (stmt, 0),
    .person_id = ggov_stmt_get_int (stmt, 1),
    .household_id = ggov_stmt_get_int (stmt, 2),
    .to_household_id = ggov_stmt_get_int (stmt, 3),
    .people = ggov_stmt_get_int (stmt, 10),
    .kind = ggov_stmt_get_text (stmt, 4),
    .day = ggov_stmt_get_text (stmt, 5),
    .person = ggov_stmt_get_text (stmt, 6),
    .place = place,
    .elsewhere = ggov_stmt_get_text (stmt, 7),
    .reason = ggov_stmt_get_text (stmt, 8),
    .report = ggov_stmt_get_text (stmt, 9),
  });
}

static GPtrArray *
list_events (GgovDb      *db,
             gint64       person_id,
             const char  *day,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = prepare_of (db, SQL_EVENTS, day, person_id, error);

  return stmt ? _ggov_residents_read_rows (stmt, day, make_event, error) : NULL;
}

static GPtrArray *
list_residences (GgovDb      *db,
                 gint64       person_id,
                 const char  *day,
                 GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_RESIDENCES, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, person_id);
  if (!(ids = ggov_stmt_list_ints (stmt, error)))
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      GgovResident *row = _ggov_resident_read_row (db, g_array_index (ids, gint64, i), day, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/* Takes @rows over, which may be NULL. */
static GListModel *
to_list (GPtrArray *rows,
         GType      type)
{
  return rows ? _ggov_store_take_list (rows, type) : NULL;
}

static GgovResidentSheet *
make_sheet (GgovDb      *db,
            GgovStmt    *stmt,
            const char  *day,
            GError     **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const gint64 id = ggov_stmt_get_int (stmt, ID);
  g_autoptr(GListModel) residences = NULL;
  g_autoptr(GListModel) memberships = NULL;
  g_autoptr(GListModel) visits = NULL;
  g_autoptr(GListModel) events = NULL;

  if (!put_known (values, stmt, error) || !put_home (values, db, day, id, error) ||
      !put_groups (values, db, day, id, error) ||
      !(residences = to_list (list_residences (db, id, day, error), GGOV_TYPE_RESIDENT)) ||
      !(memberships = to_list (_ggov_memberships_of_person (db, id, day, error),
                               GGOV_TYPE_MEMBERSHIP)) ||
      !(visits = to_list (_ggov_visits_of_person (db, id, day, error), GGOV_TYPE_VISIT)) ||
      !(events = to_list (list_events (db, id, day, error), GGOV_TYPE_REGISTER_EVENT)))
    return NULL;

  return ggov_resident_sheet_new (id, ggov_stmt_get_int (stmt, ROW_VERSION), values, residences,
                                  memberships, visits, events);
}

/* On the store's thread. */
static void
get_job (GTask  *task,
         GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_RESIDENT, &error);
  GgovResidentSheet *sheet = NULL;
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, question->person_id);
      step = ggov_stmt_step (stmt, &error);
    }
  if (step == GGOV_DB_DONE)
    g_set_error (&error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "person %" G_GINT64_FORMAT " is not in the register", question->person_id);
  if (step == GGOV_DB_ROW)
    sheet = make_sheet (db, stmt, question->as_of, &error);

  if (sheet)
    g_task_return_pointer (task, sheet, g_object_unref);
  else
    g_task_return_error (task, error);
}

GHashTable *
ggov_change_load_resident_values (GgovChange  *change,
                                  gint64       person_id,
                                  const char  *day,
                                  GError     **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_RESIDENT, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, person_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR ||
      (step == GGOV_DB_ROW &&
       (!put_known (values, stmt, error) || !put_home (values, change->db, day, person_id, error) ||
        !put_groups (values, change->db, day, person_id, error))))
    return NULL;

  return g_steal_pointer (&values);
}

void
ggov_store_get_resident_async (GgovStore           *self,
                               gint64               person_id,
                               const char          *as_of,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Question *question;

  g_return_if_fail (as_of != NULL);

  question = g_new0 (Question, 1);
  question->person_id = person_id;
  question->as_of = g_strdup (as_of);
  _ggov_store_call (self, ggov_store_get_resident_async, get_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GgovResidentSheet *
ggov_store_get_resident_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
