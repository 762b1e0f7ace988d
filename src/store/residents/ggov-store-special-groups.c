/* ggov-store-special-groups.c: people who need looking after, and who looks after them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-store-special-groups.h"
#include "ggov-visits-private.h"
#include "ggov-write-residents.h"

#define SQL_GROUPS \
  "SELECT s.id, s.every_days, s.sensitive, s.code, s.name, s.name_zh, s.retired_on " \
  "FROM special_group s WHERE s.retired_on IS NULL OR s.retired_on > $1 ORDER BY s.sort_order, s.id"
enum { ID, EVERY, SENSITIVE, CODE, NAME, NAME_ZH, RETIRED_ON };

/* Who is in which, and when they were last met; who is nowhere on the day is not counted. */
#define SQL_PEOPLE \
  "WITH " GGOV_ROSTER_GROUND " SELECT k.group_id, k.valid_from, " \
  "coalesce (k.every_days, s.every_days), " GGOV_VISITS_LAST_OF_PERSON ("k.person_id", "h.id") " " \
  "FROM resident_group k JOIN special_group s ON s.id = k.group_id " \
  "JOIN residence r ON r.person_id = k.person_id AND r.living = 1 " \
  "JOIN household h ON h.id = r.household_id JOIN dwelling d ON d.id = h.dwelling_id " \
  "JOIN unit u ON u.id = d.unit_id LEFT JOIN ground x ON x.building_id = u.building_id " \
  "WHERE " GGOV_SQL_MEMBER_ON ("k", "$1") " AND " GGOV_SQL_RESIDES_ON ("r", "$1") " " \
  "AND ($2 IS NULL OR x.grid_id = $2)"

#define SQL_MEMBERSHIPS \
  "SELECT k.id, k.group_id, k.responsible_id, k.every_days, coalesce (k.every_days, s.every_days), " \
  "s.sensitive, s.code, s.name, s.name_zh, n.name, w.name, k.valid_from, k.valid_to, k.source, " \
  "k.note, (SELECT max (v.day) FROM visit v JOIN residence r ON r.household_id = v.household_id " \
  "AND r.living = 1 WHERE r.person_id = k.person_id AND v.day <= $1 AND v.outcome = 'met' " \
  "AND v.day >= r.moved_in AND (r.moved_out IS NULL OR v.day < r.moved_out) " \
  "AND (v.person_id IS NULL OR v.person_id = k.person_id)) " \
  "FROM resident_group k JOIN special_group s ON s.id = k.group_id " \
  "JOIN person n ON n.id = k.person_id LEFT JOIN person w ON w.id = k.responsible_id " \
  "WHERE k.person_id = $2 ORDER BY k.valid_to IS NOT NULL, s.sort_order, k.id"
enum
{
  OWN_ID, GROUP_ID, RESPONSIBLE_ID, OWN_DAYS, DAYS, IS_SENSITIVE, GROUP, LABEL, LABEL_ZH, PERSON,
  RESPONSIBLE, FROM, UNTIL, SOURCE, NOTE, LAST_ON,
};

#define SQL_FIND_GROUP "SELECT id FROM special_group WHERE code = $1"
#define SQL_FIND_RESIDENT "SELECT id FROM resident WHERE person_id = $1"
#define SQL_HELD \
  "SELECT k.id, k.valid_from FROM resident_group k WHERE k.person_id = $1 AND k.group_id = $2 " \
  "AND (k.valid_to IS NULL OR k.valid_to >= $3) ORDER BY k.id LIMIT 1"

typedef struct
{
  gint64               grid_id;
  GgovMembershipTerms  terms;
  GStringChunk        *texts;
  char                *day;
} Order;

static void
order_free (Order *order)
{
  g_string_chunk_free (order->texts);
  g_free (order->day);
  g_free (order);
}

static const char *
keep (Order      *order,
      const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain && *plain ? g_string_chunk_insert (order->texts, plain) : NULL;
}

static Order *
order_new (const char *day)
{
  Order *order = g_new0 (Order, 1);

  order->texts = g_string_chunk_new (128);
  order->day = g_strdup (day);

  return order;
}

/* Looking ---------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 people;
  gint64 overdue;
} Count;

/* (element-type gint64 Count) (transfer full): by group */
static GHashTable *
count_people (GgovDb       *db,
              const Order  *order,
              GError      **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PEOPLE, error);
  GgovDbStep step;
  int today = 0;

  if (stmt == NULL || !ggov_local_day_parse (order->day, &today, error))
    return NULL;

  ggov_stmt_bind_text (stmt, 1, order->day);
  ggov_stmt_bind_id (stmt, 2, order->grid_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);
      Count *count = g_hash_table_lookup (counts, &id);
      int due = 0;
      g_autofree char *due_on = _ggov_visits_dup_due (ggov_stmt_get_text (stmt, 3),
                                                      ggov_stmt_get_text (stmt, 1),
                                                      ggov_stmt_get_int (stmt, 2), &due);

      if (count == NULL)
        g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), count = g_new0 (Count, 1));
      count->people++;
      count->overdue += due_on && due < today;
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&counts) : NULL;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GHashTable) counts = count_people (db, order, &error);
  g_autoptr(GgovStmt) stmt = counts ? ggov_db_prepare (db, SQL_GROUPS, &error) : NULL;
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    ggov_stmt_bind_text (stmt, 1, order->day);
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, ID);
      const Count *count = g_hash_table_lookup (counts, &id);

      g_ptr_array_add (rows, ggov_special_group_new (&(GgovSpecialGroupRecord) {
        .id = id,
        .every_days = ggov_stmt_get_int (stmt, EVERY),
        .sensitive = ggov_stmt_get_int (stmt, SENSITIVE),
        .people = count ? count->people : 0,
        .overdue = count ? count->overdue : 0,
        .code = ggov_stmt_get_text (stmt, CODE),
        .name = ggov_stmt_get_text (stmt, NAME),
        .name_zh = ggov_stmt_get_text (stmt, NAME_ZH),
        .label = ggov_role_choose_name (ggov_stmt_get_text (stmt, NAME),
                                        ggov_stmt_get_text (stmt, NAME_ZH)),
        .retired_on = ggov_stmt_get_text (stmt, RETIRED_ON),
      }));
    }

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gpointer
make_membership (GgovStmt   *stmt,
                 const char *day,
                 guint       rank)
{
  const char *until = ggov_stmt_get_text (stmt, UNTIL);
  int due = 0;
  g_autofree char *due_on = _ggov_visits_dup_due (ggov_stmt_get_text (stmt, LAST_ON),
                                                  ggov_stmt_get_text (stmt, FROM),
                                                  ggov_stmt_get_int (stmt, DAYS), &due);

  return ggov_membership_new (&(GgovMembershipRecord) {
    .id = ggov_stmt_get_int (stmt, OWN_ID),
    .group_id = ggov_stmt_get_int (stmt, GROUP_ID),
    .responsible_id = ggov_stmt_get_int (stmt, RESPONSIBLE_ID),
    .own_days = ggov_stmt_get_int (stmt, OWN_DAYS),
    .every_days = ggov_stmt_get_int (stmt, DAYS),
    .sensitive = ggov_stmt_get_int (stmt, IS_SENSITIVE),
    .code = ggov_stmt_get_text (stmt, GROUP),
    .label = ggov_role_choose_name (ggov_stmt_get_text (stmt, LABEL),
                                    ggov_stmt_get_text (stmt, LABEL_ZH)),
    .person = ggov_stmt_get_text (stmt, PERSON),
    .responsible = ggov_stmt_get_text (stmt, RESPONSIBLE),
    .valid_from = ggov_stmt_get_text (stmt, FROM),
    .valid_to = until,
    .source = ggov_stmt_get_text (stmt, SOURCE),
    .note = ggov_stmt_get_text (stmt, NOTE),
    .last_on = ggov_stmt_get_text (stmt, LAST_ON),
    .due_on = until && strcmp (until, day) < 0 ? NULL : due_on,
  });
}

GPtrArray *
_ggov_memberships_of_person (GgovDb      *db,
                             gint64       person_id,
                             const char  *day,
                             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MEMBERSHIPS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, person_id);

  return _ggov_residents_read_rows (stmt, day, make_membership, error);
}

void
ggov_store_list_special_groups_async (GgovStore           *self,
                                      gint64               grid_id,
                                      const char          *as_of,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  Order *order;

  g_return_if_fail (as_of != NULL);

  order = order_new (as_of);
  order->grid_id = grid_id;
  _ggov_store_call (self, ggov_store_list_special_groups_async, list_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_special_groups_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_SPECIAL_GROUP) : NULL;
}

/* Writing ---------------------------------------------------------------------------------------- */

static gboolean
find_group (GgovDb       *db,
            const Order  *order,
            gint64       *id,
            GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_FIND_GROUP, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, order->terms.group);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *id = ggov_stmt_get_int (stmt, 0);

  /* Translators: what somebody typed */
  return step != GGOV_DB_DONE ? step == GGOV_DB_ROW : _ggov_residents_refuse (error, g_strdup_printf (
    _("There is no special group “%s”."), order->terms.group ? order->terms.group : ""));
}

/* @id: (out): the membership that goes on after a day, or 0 */
static gboolean
find_held (GgovDb       *db,
           const Order  *order,
           gint64        group_id,
           const char   *day,
           gint64       *id,
           char        **from,
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_HELD, error);
  GgovDbStep step;

  *id = 0;
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->terms.person_id);
  ggov_stmt_bind_int (stmt, 2, group_id);
  ggov_stmt_bind_text (stmt, 3, day);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      *id = ggov_stmt_get_int (stmt, 0);
      *from = g_strdup (ggov_stmt_get_text (stmt, 1));
    }

  return step != GGOV_DB_ERROR;
}

static gboolean
check_terms (GgovDb       *db,
             const Order  *order,
             GError      **error)
{
  const GgovMembershipTerms *terms = &order->terms;
  g_autoptr(GgovStmt) resident = NULL;
  int day;

  if (terms->from == NULL)
    return _ggov_residents_refuse (error, g_strdup (_("Say from which day on.")));
  if (!ggov_local_day_parse (terms->from, &day, error) ||
      (terms->until && !ggov_local_day_parse (terms->until, &day, error)))
    return FALSE;
  if (terms->until && strcmp (terms->until, terms->from) < 0)
    return _ggov_residents_refuse (error, g_strdup (_("The last day is before the first.")));
  if (terms->every_days < 0)
    return _ggov_residents_refuse (error, g_strdup (_("Say after how many days to visit again.")));

  resident = _ggov_residents_find (db, SQL_FIND_RESIDENT, terms->person_id, NULL,
                                   _("This is nobody of the register of residents."), error);

  return resident != NULL;
}

static gboolean
change_held (GgovChange                 *change,
             gint64                      id,
             const GgovMembershipTerms  *terms,
             GError                    **error)
{
  const GgovColumn columns[] = {
    GGOV_TEXT ("valid_to", terms->until),
    GGOV_ID ("responsible_id", terms->responsible_id),
    GGOV_ID ("every_days", terms->every_days),
    GGOV_TEXT ("source", terms->source ? terms->source : ""),
    GGOV_TEXT ("note", terms->note ? terms->note : ""),
  };

  return _ggov_change_update (change, "resident_group", id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

/* On the store's thread. */
static gboolean
join_group (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Order *order = data;
  const GgovMembershipTerms *terms = &order->terms;
  GgovMembershipRow row = {
    .person_id = terms->person_id,
    .valid_from = terms->from,
    .valid_to = terms->until,
    .responsible_id = terms->responsible_id,
    .every_days = terms->every_days,
    .source = terms->source,
    .note = terms->note,
  };
  g_autofree char *from = NULL;
  gint64 held;

  if (!check_terms (change->db, order, error) ||
      !find_group (change->db, order, &row.group_id, error) ||
      !find_held (change->db, order, row.group_id, terms->from, &held, &from, error))
    return FALSE;

  ggov_change_set_subject (change, terms->group);
  if (held == 0)
    return ggov_change_add_memberships (change, &row, 1, NULL, error);
  if (terms->until && strcmp (terms->until, from) < 0)
    return _ggov_residents_refuse (error, g_strdup (_("The last day is before the first.")));

  return change_held (change, held, terms, error);
}

/* On the store's thread. */
static gboolean
leave_group (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Order *order = data;
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", order->day) };
  g_autofree char *from = NULL;
  gint64 group_id = 0, held;
  int day;

  if (!ggov_local_day_parse (order->day, &day, error) ||
      !find_group (change->db, order, &group_id, error) ||
      !find_held (change->db, order, group_id, order->day, &held, &from, error))
    return FALSE;
  if (held == 0 || strcmp (from, order->day) > 0)
    return _ggov_residents_refuse (error, g_strdup (_("They are not of this group on that day.")));

  ggov_change_set_subject (change, order->terms.group);

  return _ggov_change_update (change, "resident_group", held, -1, columns, 1, error);
}

void
ggov_store_join_special_group_async (GgovStore                 *self,
                                     const GgovMembershipTerms *terms,
                                     GCancellable              *cancellable,
                                     GAsyncReadyCallback        callback,
                                     gpointer                   user_data)
{
  Order *order;

  g_return_if_fail (terms != NULL);

  order = order_new (NULL);
  order->terms = *terms;
  order->terms.group = keep (order, terms->group);
  order->terms.from = keep (order, terms->from);
  order->terms.until = keep (order, terms->until);
  order->terms.source = keep (order, terms->source);
  order->terms.note = keep (order, terms->note);
  ggov_store_change_async (self, N_("Put somebody into a special group"), "", join_group, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_leave_special_group_async (GgovStore           *self,
                                      gint64               person_id,
                                      const char          *group,
                                      const char          *day,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  Order *order;

  g_return_if_fail (group != NULL);
  g_return_if_fail (day != NULL);

  order = order_new (day);
  order->terms.person_id = person_id;
  order->terms.group = keep (order, group);
  ggov_store_change_async (self, N_("Take somebody out of a special group"), "", leave_group, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
