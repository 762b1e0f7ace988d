/* ggov-store-twins.c: finding people who were entered twice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-place-label.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-search-text-private.h"
#include "ggov-store-private.h"
#include "ggov-store-twins.h"

#define THERE(table) table ".merged_into_id IS NULL"

#define MOST_DIGITS 2 /* of two identity numbers that differ by a slip */

/* Whoever has another number in the register, or was born on another day, is somebody else,
 * however much the names sound alike.  A phone all the same may have been typed in twice; and of who
 * was born on one day the numbers are looked at, whether they differ by a slip. */
#define IS_SOMEBODY_ELSE \
  "(a.birth_date <> b.birth_date OR ((a.birth_date = b.birth_date) IS NOT TRUE " \
  "AND EXISTS (SELECT 1 FROM resident ra JOIN resident rb " \
  "ON rb.identity_kind = ra.identity_kind AND rb.identity_number <> ra.identity_number " \
  "WHERE ra.person_id = a.id AND rb.person_id = b.id)))"

/* How the two are alike, the strongest first; the rest is seen from the phones. */
#define SQL_PAIRS \
  "WITH pair AS (SELECT a.id AS first_id, b.id AS second_id, 1 AS same_phone FROM person a " \
  "JOIN person b ON b.phone = a.phone AND b.id > a.id WHERE a.phone <> '' " \
  "AND " THERE ("a") " AND " THERE ("b") " UNION ALL " \
  "SELECT a.id, b.id, 0 FROM person a JOIN person b ON b.pinyin = a.pinyin AND b.id > a.id " \
  "WHERE a.pinyin <> '' AND (coalesce (a.phone, '') = '' OR b.phone IS DISTINCT FROM a.phone) " \
  "AND " IS_SOMEBODY_ELSE " IS NOT TRUE AND " THERE ("a") " AND " THERE ("b") ") " \
  "SELECT a.id, b.id, q.same_phone, ua.building_id = ub.building_id, a.birth_date = b.birth_date, " \
  "a.phone, b.phone, a.name, b.name, ra.identity_number, rb.identity_number FROM pair q " \
  "JOIN person a ON a.id = q.first_id JOIN person b ON b.id = q.second_id " \
  "LEFT JOIN resident ra ON ra.person_id = a.id LEFT JOIN resident rb ON rb.person_id = b.id " \
  "LEFT JOIN unit ua ON ua.id = a.unit_id LEFT JOIN unit ub ON ub.id = b.unit_id " \
  "WHERE NOT EXISTS (SELECT 1 FROM person_distinct d " \
  "WHERE d.first_id = q.first_id AND d.second_id = q.second_id) " \
  "ORDER BY q.same_phone DESC, a.id, b.id"

/* The same columns for whoever sounds like $1 or has the phone $2. */
#define SQL_LIKE \
  "SELECT 0, n.id, coalesce (n.phone = $2, 0), NULL, NULL, $2, n.phone, NULL, n.name, " \
  "NULL, NULL FROM person n " \
  "WHERE ((n.pinyin = $1 AND $1 <> '') OR (n.phone = $2 AND $2 <> '')) AND " THERE ("n") " " \
  "ORDER BY n.id LIMIT 1000"

/* What somebody does, on the day $1, and where they live: $2 */
#define SQL_NOTE \
  "SELECT r.name, r.name_zh, ho.name, hb.number, hb.name, hu.number, " GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM person y LEFT JOIN unit hu ON hu.id = y.unit_id LEFT JOIN building hb " \
  "ON hb.id = hu.building_id LEFT JOIN compound ho ON ho.id = hb.compound_id " \
  "LEFT JOIN post p ON p.person_id = y.id AND " GGOV_ROSTER_ON_DAY ("p") " " \
  "LEFT JOIN role r ON r.id = p.role_id " GGOV_ROSTER_JOIN_SPOT \
  "WHERE y.id = $2 ORDER BY r.sort_order, p.id LIMIT 1"
enum { ROLE, ROLE_ZH, HOME_COMPOUND, HOME_NUMBER, HOME_NAME, HOME_UNIT, PLACE };

enum
{
  FIRST_ID, SECOND_ID, SAME_PHONE, SAME_HOME, SAME_BIRTH, FIRST_PHONE, SECOND_PHONE, FIRST, SECOND,
  FIRST_NUMBER, SECOND_NUMBER,
};

typedef struct
{
  char  *pinyin; /* (nullable): NULL looks through the register */
  char  *phone;  /* (nullable) */
  char  *as_of;
  guint  limit;
} TwinsOrder;

static void
twins_order_free (TwinsOrder *order)
{
  g_free (order->pinyin);
  g_free (order->phone);
  g_free (order->as_of);
  g_free (order);
}

/* How many digits of two numbers of one length differ; more than any where they are not. */
static guint
count_different (const char *a,
                 const char *b)
{
  guint n = 0;

  if (a == NULL || b == NULL || strlen (a) != strlen (b))
    return G_MAXUINT;

  for (; *a; a++, b++)
    n += *a != *b;

  return n;
}

static gboolean
is_somebody_else (GgovStmt *stmt)
{
  const char *first = ggov_stmt_get_text (stmt, FIRST_NUMBER);
  const char *second = ggov_stmt_get_text (stmt, SECOND_NUMBER);

  return first && second && count_different (first, second) > MOST_DIGITS;
}

/* (nullable): NULL where nothing but the name is alike */
static const char *
find_likeness (GgovStmt *stmt)
{
  if (ggov_stmt_get_int (stmt, SAME_PHONE))
    return GGOV_TWIN_PHONE;
  if (is_somebody_else (stmt))
    return NULL;
  if (count_different (ggov_stmt_get_text (stmt, FIRST_PHONE),
                       ggov_stmt_get_text (stmt, SECOND_PHONE)) == 1)
    return GGOV_TWIN_DIGIT;
  if (ggov_stmt_get_int (stmt, SAME_HOME))
    return GGOV_TWIN_HOME;
  if (ggov_stmt_get_int (stmt, SAME_BIRTH))
    return GGOV_TWIN_BIRTH;

  return NULL;
}

static char *
make_note (GgovStmt *stmt)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *place = NULL;

  if (!ggov_stmt_is_null (stmt, ROLE))
    {
      place = _ggov_roster_dup_place (stmt, PLACE);
      /* Translators: a place and a role there, as in 3号楼楼长 */
      g_ptr_array_add (words, g_strdup_printf (C_("post", "%1$s %2$s"), place,
                                               ggov_role_choose_name (
                                                 ggov_stmt_get_text (stmt, ROLE),
                                                 ggov_stmt_get_text (stmt, ROLE_ZH))));
    }
  if (!ggov_stmt_is_null (stmt, HOME_UNIT))
    g_ptr_array_add (words, ggov_place_label_dup (ggov_stmt_get_text (stmt, HOME_COMPOUND),
                                                  ggov_stmt_get_text (stmt, HOME_NUMBER),
                                                  ggov_stmt_get_text (stmt, HOME_NAME),
                                                  ggov_stmt_get_int (stmt, HOME_UNIT)));
  g_ptr_array_add (words, NULL);

  return words->len > 1 ? g_strjoinv (" · ", (char **) words->pdata) : NULL;
}

static gboolean
read_note (GgovDb            *db,
           gint64             id,
           const TwinsOrder  *order,
           char             **note,
           GError           **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (id == 0)
    return TRUE;

  if (!(stmt = ggov_db_prepare (db, SQL_NOTE, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, order->as_of);
  ggov_stmt_bind_int (stmt, 2, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *note = make_note (stmt);

  return step != GGOV_DB_ERROR;
}

static gboolean
add_twin (GPtrArray         *rows,
          GgovDb            *db,
          GgovStmt          *stmt,
          const TwinsOrder  *order,
          const char        *likeness,
          GError           **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GgovTwinRecord record = {
    .first_id = ggov_stmt_get_int (stmt, FIRST_ID),
    .second_id = ggov_stmt_get_int (stmt, SECOND_ID),
    .first = ggov_stmt_get_text (stmt, FIRST),
    .second = ggov_stmt_get_text (stmt, SECOND),
    .first_phone = ggov_stmt_get_text (stmt, FIRST_PHONE),
    .second_phone = ggov_stmt_get_text (stmt, SECOND_PHONE),
    .likeness = likeness,
  };

  if (!read_note (db, record.first_id, order, &first, error) ||
      !read_note (db, record.second_id, order, &second, error))
    return FALSE;

  record.first_note = first;
  record.second_note = second;
  g_ptr_array_add (rows, ggov_twin_new (&record));

  return TRUE;
}

static int
get_weight (const char *likeness)
{
  static const char *const words[] = {
    GGOV_TWIN_PHONE, GGOV_TWIN_DIGIT, GGOV_TWIN_HOME, GGOV_TWIN_BIRTH, GGOV_TWIN_NAME,
  };
  int weight = 0;

  while (weight < (int) G_N_ELEMENTS (words) - 1 && !g_str_equal (words[weight], likeness))
    weight++;

  return weight;
}

static int
compare_twins (gconstpointer a,
               gconstpointer b)
{
  const GgovTwinRecord *first = ggov_twin_get_record (*(GgovTwin *const *) a);
  const GgovTwinRecord *second = ggov_twin_get_record (*(GgovTwin *const *) b);
  int difference = get_weight (first->likeness) - get_weight (second->likeness);

  if (difference == 0)
    difference = (first->first_id > second->first_id) - (first->first_id < second->first_id);
  if (difference == 0)
    difference = (first->second_id > second->second_id) - (first->second_id < second->second_id);

  return difference;
}

static gboolean
read_twins (GgovDb            *db,
            GgovStmt          *stmt,
            const TwinsOrder  *order,
            GPtrArray         *rows,
            GError           **error)
{
  GgovDbStep step;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const char *likeness = find_likeness (stmt);

      if (likeness == NULL && order->pinyin)
        likeness = GGOV_TWIN_NAME;
      if (likeness && !add_twin (rows, db, stmt, order, likeness, error))
        return FALSE;
    }
  g_ptr_array_sort (rows, compare_twins);
  if (rows->len > order->limit)
    g_ptr_array_set_size (rows, order->limit);

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const TwinsOrder *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, order->pinyin ? SQL_LIKE : SQL_PAIRS, &error);

  if (stmt && order->pinyin)
    {
      ggov_stmt_bind_text (stmt, 1, order->pinyin);
      ggov_stmt_bind_text (stmt, 2, order->phone);
    }

  if (stmt && read_twins (db, stmt, order, rows, &error))
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_twins_async (GgovStore           *self,
                             const char          *as_of,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TwinsOrder *order;

  g_return_if_fail (as_of != NULL);

  order = g_new0 (TwinsOrder, 1);
  order->as_of = g_strdup (as_of);
  order->limit = G_MAXUINT;

  _ggov_store_call (self, ggov_store_list_twins_async, list_job, order,
                    (GDestroyNotify) twins_order_free, cancellable, callback, user_data);
}

void
ggov_store_find_twins_async (GgovStore           *self,
                             const char          *name,
                             const char          *phone,
                             const char          *as_of,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TwinsOrder *order;

  g_return_if_fail (name != NULL);
  g_return_if_fail (as_of != NULL);
  g_return_if_fail (limit > 0);

  order = g_new0 (TwinsOrder, 1);
  order->pinyin = _ggov_search_text_dup_pinyin (name);
  order->phone = g_strdup (phone);
  order->as_of = g_strdup (as_of);
  order->limit = limit;

  _ggov_store_call (self, ggov_store_find_twins_async, list_job, order,
                    (GDestroyNotify) twins_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_twins_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_TWIN) : NULL;
}
