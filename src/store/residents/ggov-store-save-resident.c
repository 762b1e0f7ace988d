/* ggov-store-save-resident.c: writing what is known of a resident, and who saw it whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ggov-local-time.h"
#include "ggov-resident-columns-private.h"
#include "ggov-residents-private.h"
#include "ggov-search-text-private.h"
#include "ggov-store-residents.h"
#include "ggov-write-residents.h"

#define SQL_KNOWN \
  "SELECT n.name, n.phone, m.id, m.fields, n.merged_into_id FROM person n " \
  "LEFT JOIN resident m ON m.person_id = n.id WHERE n.id = $1"
enum { NAME, PHONE, RESIDENT_ID, FIELDS, MERGED_INTO };

#define SQL_HOUSEHOLDS \
  "SELECT DISTINCT r.household_id FROM residence r WHERE r.person_id = $1 AND r.moved_out IS NULL"
#define SQL_IDENTITY \
  "SELECT n.name FROM resident m JOIN person n ON n.id = m.person_id " \
  "WHERE m.identity_number = $1 AND m.person_id <> $2"

typedef struct
{
  gint64      person_id;
  gint64      row_version;
  GHashTable *values;
  int         required_filled;
  int         optional_filled;
  char       *reason;
} Order;

static void
order_free (Order *order)
{
  g_clear_pointer (&order->values, g_hash_table_unref);
  g_free (order->reason);
  g_free (order);
}

/* What is empty is nothing, but for the columns that are never NULL. */
static const char *
get_value (const GgovResidentColumn *column,
           const char               *value)
{
  static const char *const nullable[] = {
    "birth_date", "phone", "identity_number", "confirmed_on", "died_on", NULL,
  };

  if (*value == '\0' && g_strv_contains (nullable, column->column))
    return NULL;

  return *value == '\0' && g_str_equal (column->column, "sex") ? "0" : value;
}

/* (element-type GgovColumn): those of a table that are said */
static GArray *
list_columns (const Order *order,
              const char  *table)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (GgovColumn));

  for (guint i = 0; i < _ggov_resident_n_columns; i++)
    {
      const GgovResidentColumn *column = &_ggov_resident_columns[i];
      const char *value = g_hash_table_lookup (order->values, column->code);

      if (value && g_strcmp0 (column->table, table) == 0)
        g_array_append_val (columns, ((GgovColumn) GGOV_TEXT (column->column,
                                                              get_value (column, value))));
    }

  return columns;
}

/* (transfer full): the object with what is said over what was there */
static char *
dup_fields (const Order *order,
            const char  *known)
{
  g_autoptr(JsonNode) root = json_from_string (known ? known : "{}", NULL);
  g_autoptr(JsonNode) made = NULL;
  GHashTableIter iter;
  gpointer code, value;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  made = json_node_copy (root);
  g_hash_table_iter_init (&iter, order->values);
  while (g_hash_table_iter_next (&iter, &code, &value))
    if (_ggov_resident_find_column (code) == NULL)
      {
        if (*(const char *) value)
          json_object_set_string_member (json_node_get_object (made), code, value);
        else
          json_object_remove_member (json_node_get_object (made), code);
      }

  return json_to_string (made, FALSE);
}

static gboolean
check_values (GgovDb       *db,
              const Order  *order,
              GError      **error)
{
  const char *name = g_hash_table_lookup (order->values, "name");
  const char *born = g_hash_table_lookup (order->values, "birth_date");
  const char *number = g_hash_table_lookup (order->values, "id_number");
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;
  int day;

  if (name && *name == '\0')
    return _ggov_residents_refuse (error, g_strdup (_("Say the name.")));
  if (born && *born && !ggov_local_day_parse (born, &day, error))
    return FALSE;
  if (number == NULL || *number == '\0')
    return TRUE;

  if (!(stmt = ggov_db_prepare (db, SQL_IDENTITY, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, number);
  ggov_stmt_bind_int (stmt, 2, order->person_id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person */
  return _ggov_residents_refuse (error, g_strdup_printf (
    _("%s has this identity number already. Choose that person, or put the number right."),
    ggov_stmt_get_text (stmt, 0)));
}

static gboolean
write_person (GgovChange   *change,
              const Order  *order,
              GgovStmt     *known,
              GError      **error)
{
  g_autoptr(GArray) columns = list_columns (order, "person");
  const char *name = g_hash_table_lookup (order->values, "name");
  const char *phone = g_hash_table_lookup (order->values, "phone");
  g_autofree char *pinyin = NULL;
  g_autofree char *words = NULL;

  if (columns->len == 0)
    return TRUE;

  name = name ? name : ggov_stmt_get_text (known, NAME);
  phone = phone ? phone : ggov_stmt_get_text (known, PHONE);
  pinyin = _ggov_search_text_dup_pinyin (name);
  words = _ggov_search_text_for_person (name, pinyin, phone && *phone ? phone : NULL);
  g_array_append_val (columns, ((GgovColumn) GGOV_TEXT ("pinyin", pinyin)));
  g_array_append_val (columns, ((GgovColumn) GGOV_TEXT ("search_text", words)));

  return _ggov_change_update (change, "person", order->person_id, -1,
                              (const GgovColumn *) (gpointer) columns->data, columns->len, error);
}

static gboolean
write_resident (GgovChange   *change,
                const Order  *order,
                GgovStmt     *known,
                GError      **error)
{
  const GgovResidentRow row = { .person_id = order->person_id };
  g_autoptr(GArray) columns = list_columns (order, "resident");
  g_autofree char *fields = dup_fields (order, ggov_stmt_get_text (known, FIELDS));
  gint64 id = ggov_stmt_get_int (known, RESIDENT_ID);

  if (id == 0 && !ggov_change_add_residents (change, &row, 1, &id, error))
    return FALSE;

  if (fields)
    g_array_append_val (columns, ((GgovColumn) GGOV_TEXT ("fields", fields)));
  g_array_append_val (columns, ((GgovColumn) GGOV_INT ("required_filled",
                                                       MAX (order->required_filled, 0))));
  g_array_append_val (columns, ((GgovColumn) GGOV_INT ("optional_filled",
                                                       MAX (order->optional_filled, 0))));

  return _ggov_change_update (change, "resident", id,
                              ggov_stmt_is_null (known, RESIDENT_ID) ? -1 : order->row_version,
                              (const GgovColumn *) (gpointer) columns->data, columns->len, error);
}

/* Another date of birth may not fit the household. */
static gboolean
check_households (GgovChange   *change,
                  const Order  *order,
                  GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_HOUSEHOLDS, error);
  g_autofree char *today = NULL;
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;
  if (g_hash_table_lookup (order->values, "birth_date") == NULL)
    return TRUE;

  ggov_stmt_bind_int (stmt, 1, order->person_id);
  if (!(ids = ggov_stmt_list_ints (stmt, error)))
    return FALSE;

  today = ggov_local_day_format (ggov_local_time_get_day (change->at));
  for (guint i = 0; i < ids->len; i++)
    if (!_ggov_residents_check_household (change->db, g_array_index (ids, gint64, i), today, error))
      return FALSE;

  return TRUE;
}

static gboolean
count_fields (GgovChange   *change,
              const Order  *order,
              GError      **error)
{
  g_autofree char *today = ggov_local_day_format (ggov_local_time_get_day (change->at));

  return order->required_filled >= 0 ||
         _ggov_residents_count_fields (change, order->person_id, today, error);
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  const Order *order = data;
  g_autoptr(GgovStmt) known = _ggov_residents_find (change->db, SQL_KNOWN, order->person_id, NULL,
                                                    _("This is nobody of the office."), error);

  if (known == NULL)
    return FALSE;
  if (!ggov_stmt_is_null (known, MERGED_INTO))
    return _ggov_residents_refuse (error, g_strdup (_("This is nobody of the office.")));

  return check_values (change->db, order, error) && write_person (change, order, known, error) &&
         write_resident (change, order, known, error) && count_fields (change, order, error) &&
         check_households (change, order, error);
}

gboolean
ggov_change_save_resident (GgovChange  *change,
                           gint64       person_id,
                           GHashTable  *values,
                           int          required_filled,
                           int          optional_filled,
                           GError     **error)
{
  Order order = {
    .person_id = person_id,
    .row_version = -1,
    .values = values,
    .required_filled = required_filled,
    .optional_filled = optional_filled,
  };

  return save (change, &order, error);
}

/* On the store's thread. */
static gboolean
disclose (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const Order *order = data;
  const GgovColumn columns[] = {
    GGOV_ID ("person_id", order->person_id),
    GGOV_TEXT ("reason", order->reason),
  };
  g_autoptr(GgovStmt) known = _ggov_residents_find (change->db, SQL_KNOWN, order->person_id, NULL,
                                                    _("This is nobody of the office."), error);

  if (known == NULL)
    return FALSE;
  if (*order->reason == '\0')
    return _ggov_residents_refuse (error, g_strdup (
      _("Say why it has to be seen. The reason is kept in the log.")));

  ggov_change_set_irreversible (change);

  return _ggov_change_insert (change, "disclosure", columns, G_N_ELEMENTS (columns), error) != 0;
}

static GHashTable *
copy_values (GHashTable *values)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer code, value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &code, &value))
    g_hash_table_insert (copy, g_strdup (code), g_strstrip (g_strdup (value ? value : "")));

  return copy;
}

void
ggov_store_save_resident_async (GgovStore           *self,
                                gint64               person_id,
                                gint64               row_version,
                                GHashTable          *values,
                                int                  required_filled,
                                int                  optional_filled,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Order *order;

  g_return_if_fail (values != NULL);

  order = g_new0 (Order, 1);
  order->person_id = person_id;
  order->row_version = row_version;
  order->values = copy_values (values);
  order->required_filled = required_filled;
  order->optional_filled = optional_filled;
  ggov_store_change_async (self, N_("Change what is known of a resident"), "", save, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_disclose_async (GgovStore           *self,
                           gint64               person_id,
                           const char          *reason,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Order *order = g_new0 (Order, 1);

  order->person_id = person_id;
  order->reason = g_strstrip (g_strdup (reason ? reason : ""));
  ggov_store_change_async (self, N_("See what is known of a resident"), "", disclose, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
