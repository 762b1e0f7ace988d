/* ggov-store-resident-twins.c: who of the register it may be that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-resident-row-private.h"
#include "ggov-search-text-private.h"
#include "ggov-store-resident-twins.h"
#include "ggov-visits-private.h"

#define MOST_ALIKE  2000 /* looked at: more have no name alike */
#define MOST_DIGITS 2
#define PREFIX      14   /* of an identity number: the county and the day of birth */

/* Each part goes by an index. */
#define SQL_ALIKE \
  "WITH alike AS (SELECT n.id FROM person n WHERE n.pinyin = $2 AND $2 <> '' " \
  "UNION SELECT n.id FROM person n WHERE n.phone = $3 " \
  "UNION SELECT m.person_id FROM resident m WHERE m.identity_number = $4 " \
  "UNION SELECT m.person_id FROM resident m WHERE m.identity_number >= $5 AND m.identity_number < $6 " \
  "UNION SELECT r.person_id FROM dwelling d JOIN household h ON h.dwelling_id = d.id " \
  "JOIN residence r ON r.household_id = h.id WHERE d.unit_id = $7 AND d.door = $8 " \
  "AND " GGOV_SQL_RESIDES_ON ("r", "$1") ") " \
  "SELECT n.id, n.name, n.pinyin, n.sex, n.birth_date, n.phone, m.identity_number, " \
  "EXISTS (SELECT 1 FROM residence r JOIN household h ON h.id = r.household_id " \
  "JOIN dwelling d ON d.id = h.dwelling_id WHERE r.person_id = n.id AND d.unit_id = $7 " \
  "AND d.door = $8 AND " GGOV_SQL_RESIDES_ON ("r", "$1") ") " \
  "FROM alike k JOIN person n ON n.id = k.id LEFT JOIN resident m ON m.person_id = n.id " \
  "WHERE n.merged_into_id IS NULL AND ($9 IS NULL OR (n.id <> $9 AND NOT EXISTS (SELECT 1 " \
  "FROM person_distinct d WHERE (d.first_id = n.id AND d.second_id = $9) " \
  "OR (d.second_id = n.id AND d.first_id = $9)))) ORDER BY n.id LIMIT $10"
enum { ID, NAME, PINYIN, SEX, BIRTH_DATE, PHONE, NUMBER, IS_AT_DOOR };

#define SQL_HOME \
  "SELECT r.id FROM residence r WHERE r.person_id = $2 AND " GGOV_SQL_RESIDES_ON ("r", "$1") " " \
  "ORDER BY r.living DESC, r.id LIMIT 1"

typedef struct
{
  GgovResidentTwinTerms  terms;   /* its texts are in @texts */
  GStringChunk          *texts;
  char                  *as_of;
  char                  *pinyin;
  guint                  limit;
} Order;

/* Somebody alike, and how. */
typedef struct
{
  guint             weight;
  GgovResidentTwin *row;
} Found;

static void
order_free (Order *order)
{
  g_string_chunk_free (order->texts);
  g_free (order->as_of);
  g_free (order->pinyin);
  g_free (order);
}

static void
found_clear (Found *found)
{
  g_clear_object (&found->row);
}

/* How many characters of two texts of one length differ; more than any where there is none. */
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
is_said (const char *a,
         const char *b)
{
  return a && *a && b && *b;
}

/* (nullable): NULL where they are not alike */
static const char *
find_likeness (const Order *order,
               GgovStmt    *stmt,
               guint       *digits)
{
  const char *number = ggov_stmt_get_text (stmt, NUMBER), *phone = ggov_stmt_get_text (stmt, PHONE);
  const char *born = ggov_stmt_get_text (stmt, BIRTH_DATE);
  const guint numbers = count_different (order->terms.identity_number, number);
  const guint phones = count_different (order->terms.phone, phone);
  const gboolean sounds = order->pinyin && *order->pinyin &&
                          g_strcmp0 (order->pinyin, ggov_stmt_get_text (stmt, PINYIN)) == 0;
  const gboolean is_born = is_said (order->terms.birth_date, born);
  const gboolean is_same_day = is_born && g_str_equal (order->terms.birth_date, born);

  *digits = 0;
  if (numbers == 0)
    return GGOV_RESIDENT_TWIN_IDENTITY;
  if (numbers <= MOST_DIGITS)
    {
      *digits = numbers;
      return GGOV_RESIDENT_TWIN_DIGITS;
    }
  if (is_said (order->terms.phone, phone) && phones == 0)
    return GGOV_RESIDENT_TWIN_PHONE;
  if (!sounds)
    return NULL;
  if (is_same_day)
    return GGOV_RESIDENT_TWIN_BIRTH;
  if (ggov_stmt_get_int (stmt, IS_AT_DOOR))
    return GGOV_RESIDENT_TWIN_DOOR;
  if (phones <= MOST_DIGITS)
    {
      *digits = phones;
      return GGOV_RESIDENT_TWIN_CALL;
    }

  return is_born || is_said (order->terms.identity_number, number) ? NULL : GGOV_RESIDENT_TWIN_NAME;
}

static guint
get_weight (const char *likeness)
{
  static const char *const words[] = {
    GGOV_RESIDENT_TWIN_IDENTITY, GGOV_RESIDENT_TWIN_DIGITS, GGOV_RESIDENT_TWIN_PHONE,
    GGOV_RESIDENT_TWIN_BIRTH, GGOV_RESIDENT_TWIN_DOOR, GGOV_RESIDENT_TWIN_CALL,
  };
  guint weight = 0;

  while (weight < G_N_ELEMENTS (words) && !g_str_equal (words[weight], likeness))
    weight++;

  return weight;
}

/* (nullable) (transfer full): where they are on the day; NULL without an error if nowhere */
static GgovResident *
read_home (GgovDb       *db,
           const Order  *order,
           gint64        person_id,
           GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_HOME, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, order->as_of);
  ggov_stmt_bind_int (stmt, 2, person_id);
  ids = ggov_stmt_list_ints (stmt, error);

  return ids && ids->len > 0
           ? _ggov_resident_read_row (db, g_array_index (ids, gint64, 0), order->as_of, error) : NULL;
}

static gboolean
add_found (GArray       *found,
           GgovDb       *db,
           GgovStmt     *stmt,
           const Order  *order,
           GError      **error)
{
  guint digits;
  const char *likeness = find_likeness (order, stmt, &digits);
  GError *failure = NULL;
  g_autoptr(GgovResident) home = likeness ? read_home (db, order, ggov_stmt_get_int (stmt, ID),
                                                       &failure) : NULL;
  const GgovResidentRecord *record = home ? ggov_resident_get_record (home) : NULL;

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (likeness)
    g_array_append_val (found, ((Found) { get_weight (likeness), ggov_resident_twin_new (
      &(GgovResidentTwinRecord) {
        .person_id = ggov_stmt_get_int (stmt, ID),
        .household_id = record ? record->household_id : 0,
        .digits = digits,
        .name = ggov_stmt_get_text (stmt, NAME),
        .sex = ggov_stmt_get_text (stmt, SEX),
        .birth_date = ggov_stmt_get_text (stmt, BIRTH_DATE),
        .phone = ggov_stmt_get_text (stmt, PHONE),
        .identity_number = ggov_stmt_get_text (stmt, NUMBER),
        .place = record ? record->place : NULL,
        .door = record ? record->door : NULL,
        .likeness = likeness,
      }) }));

  return TRUE;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *x = a, *y = b;
  const gint64 first = ggov_resident_twin_get_record (x->row)->person_id;
  const gint64 second = ggov_resident_twin_get_record (y->row)->person_id;

  if (x->weight != y->weight)
    return x->weight < y->weight ? -1 : 1;

  return first < second ? -1 : first > second;
}

static void
bind_terms (GgovStmt    *stmt,
            const Order *order)
{
  const char *number = order->terms.identity_number;
  g_autofree char *low = number && strlen (number) > PREFIX ? g_strndup (number, PREFIX) : NULL;
  /* What comes after all digits. */
  g_autofree char *high = low ? g_strconcat (low, "~", NULL) : NULL;

  ggov_stmt_bind_text (stmt, 1, order->as_of);
  ggov_stmt_bind_text (stmt, 2, order->pinyin ? order->pinyin : "");
  ggov_stmt_bind_text (stmt, 3, order->terms.phone);
  ggov_stmt_bind_text (stmt, 4, number);
  ggov_stmt_bind_text (stmt, 5, low);
  ggov_stmt_bind_text (stmt, 6, high);
  ggov_stmt_bind_id (stmt, 7, order->terms.unit_id);
  ggov_stmt_bind_text (stmt, 8, order->terms.door);
  ggov_stmt_bind_id (stmt, 9, order->terms.person_id);
  ggov_stmt_bind_int (stmt, 10, MOST_ALIKE);
}

/* On the store's thread. */
static void
find_job (GTask  *task,
          GgovDb *db)
{
  const Order *order = g_task_get_task_data (task);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *rows;
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ALIKE, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  g_array_set_clear_func (found, (GDestroyNotify) found_clear);
  if (stmt)
    bind_terms (stmt, order);
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    if (!add_found (found, db, stmt, order, &error))
      break;
  if (step != GGOV_DB_DONE)
    {
      g_task_return_error (task, error);
      return;
    }

  g_array_sort (found, compare_found);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MIN (found->len, order->limit); i++)
    g_ptr_array_add (rows, g_object_ref (g_array_index (found, Found, i).row));
  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

/* What is empty is not known. */
static const char *
keep (Order      *order,
      const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain && *plain ? g_string_chunk_insert (order->texts, plain) : NULL;
}

void
ggov_store_find_resident_twins_async (GgovStore                   *self,
                                      const GgovResidentTwinTerms *terms,
                                      const char                  *as_of,
                                      guint                        limit,
                                      GCancellable                *cancellable,
                                      GAsyncReadyCallback          callback,
                                      gpointer                     user_data)
{
  Order *order;

  g_return_if_fail (terms != NULL && as_of != NULL);
  g_return_if_fail (limit > 0);

  order = g_new0 (Order, 1);
  order->texts = g_string_chunk_new (128);
  order->terms = *terms;
  order->terms.name = keep (order, terms->name);
  order->terms.birth_date = keep (order, terms->birth_date);
  order->terms.phone = keep (order, terms->phone);
  order->terms.identity_number = keep (order, terms->identity_number);
  order->terms.door = keep (order, terms->door);
  order->pinyin = order->terms.name ? _ggov_search_text_dup_pinyin (order->terms.name) : NULL;
  order->as_of = g_strdup (as_of);
  order->limit = limit;
  _ggov_store_call (self, ggov_store_find_resident_twins_async, find_job, order,
                    (GDestroyNotify) order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_find_resident_twins_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_RESIDENT_TWIN) : NULL;
}
