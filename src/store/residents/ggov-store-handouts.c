/* ggov-store-handouts.c: lists of residents that leave the office, each with a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-query-private.h"
#include "ggov-resident-row-private.h"
#include "ggov-residents-private.h"
#include "ggov-store-handouts.h"
#include "ggov-store-register-fields.h"
#include "ggov-write-residents.h"

#define DAY_LENGTH 10 /* 2026-02-13 */

typedef struct
{
  GgovQuery   *query;
  char        *as_of;
  GStrv        fields;
  gboolean     whole;
  char        *reason;
  GgovHandout *handout; /* (out) */
} Order;

void
ggov_handout_free (GgovHandout *self)
{
  g_free (self->serial);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  ggov_query_unref (order->query);
  g_free (order->as_of);
  g_strfreev (order->fields);
  g_free (order->reason);
  g_clear_pointer (&order->handout, ggov_handout_free);
  g_free (order);
}

/* Who is on it ----------------------------------------------------------------------------------- */

/* (element-type gint64): each person once, in the order of the list */
static GArray *
list_people (const Order  *order,
             GgovChange   *change,
             GError      **error)
{
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!_ggov_query_find_keys (order->query, change->db, GGOV_HANDOUT_MOST + 1, keys, error))
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      const GgovRowKey *key = &g_array_index (keys, GgovRowKey, i);

      if (g_hash_table_add (seen, (gpointer) &key->detail))
        g_array_append_val (people, key->detail);
    }

  return g_steal_pointer (&people);
}

static gboolean
check (const Order  *order,
       GArray       *people,
       GError      **error)
{
  if (order->whole && (order->reason == NULL || *order->reason == '\0'))
    return _ggov_residents_refuse (error, g_strdup (_("Say why it has to be seen whole.")));
  if (people->len == 0)
    return _ggov_residents_refuse (error, g_strdup (_("Nobody is on this list. Take a filter away.")));
  if (people->len > GGOV_HANDOUT_MOST)
    return _ggov_residents_refuse (error, g_strdup (
      _("That would be more than 100,000 people. Choose a community or a grid.")));

  return TRUE;
}

/* What it says ----------------------------------------------------------------------------------- */

/* (transfer full): codes as words, apart by commas as they are kept */
static char *
dup_words (GgovRegisterCatalogue   *catalogue,
           const GgovRegisterField *field,
           const char              *value)
{
  const GgovRegisterCodes *codes = ggov_register_catalogue_get_codes (catalogue, field);
  g_auto(GStrv) parts = NULL;

  if (field->type == GGOV_REGISTER_BOOLEAN && *value)
    return g_strdup (g_str_equal (value, "1") ? _("Yes") : _("No"));
  if (codes == NULL)
    return g_strdup (value);

  parts = g_strsplit (value, ",", -1);
  for (guint i = 0; parts[i]; i++)
    {
      const GgovRegisterCode *code = ggov_register_codes_find (codes, parts[i]);

      if (code)
        {
          g_free (parts[i]);
          parts[i] = g_strdup (ggov_register_code_get_label (code));
        }
    }

  return g_strjoinv (", ", parts);
}

/* Nobody keeps an age: it is that of the day. */
static void
put_age (const Order *order,
         GHashTable  *values)
{
  const int age = _ggov_resident_get_age (g_hash_table_lookup (values, "birth_date"), order->as_of);

  if (age >= 0)
    g_hash_table_insert (values, g_strdup ("age"), g_strdup_printf ("%d", age));
}

static GStrv
make_row (const Order           *order,
          GgovRegisterCatalogue *catalogue,
          GHashTable            *values)
{
  GStrv row = g_new0 (char *, g_strv_length (order->fields) + 1);

  for (guint i = 0; order->fields[i]; i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_find (catalogue, order->fields[i]);
      const char *value = g_hash_table_lookup (values, order->fields[i]);

      if (value == NULL || field == NULL)
        row[i] = g_strdup ("");
      else if (order->whole || field->sensitivity == GGOV_REGISTER_OPEN)
        row[i] = dup_words (catalogue, field, value);
      else
        row[i] = ggov_register_field_dup_masked (field, value);
    }

  return row;
}

static gboolean
read_rows (Order       *order,
           GgovChange  *change,
           GArray      *people,
           GError     **error)
{
  g_autoptr(GgovRegisterCatalogue) catalogue = ggov_change_load_register_fields (change, error);

  for (guint i = 0; catalogue && i < people->len; i++)
    {
      g_autoptr(GHashTable) values =
        ggov_change_load_resident_values (change, g_array_index (people, gint64, i), order->as_of,
                                          error);

      if (values == NULL || !ggov_change_check_cancelled (change, error))
        return FALSE;

      put_age (order, values);
      g_ptr_array_add (order->handout->rows, make_row (order, catalogue, values));
    }

  return catalogue != NULL;
}

/* The day without its dashes, and which of all it is: 20260213-0007. */
static char *
dup_serial (const char *day,
            gint64      id)
{
  g_auto(GStrv) parts = g_strsplit (day, "-", 3);
  g_autofree char *plain = g_strjoinv ("", parts);

  return g_strdup_printf ("%s-%04" G_GINT64_FORMAT, plain, id);
}

static gboolean
hand_out (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  Order *order = data;
  g_autoptr(GArray) people = list_people (order, change, error);
  g_autofree char *fields = g_strjoinv (",", order->fields);
  gint64 id;

  if (people == NULL || !check (order, people, error))
    return FALSE;

  if (!(id = _ggov_change_insert (change, "handout", (const GgovColumn[]) {
          GGOV_TEXT ("day", order->as_of), GGOV_INT ("people", people->len),
          GGOV_TEXT ("fields", fields), GGOV_INT ("whole", order->whole),
          GGOV_TEXT ("reason", order->reason ? order->reason : "") }, 5, error)))
    return FALSE;

  order->handout = g_new0 (GgovHandout, 1);
  order->handout->serial = dup_serial (order->as_of, id);
  order->handout->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  ggov_change_set_subject (change, order->handout->serial);
  ggov_change_set_irreversible (change);

  return read_rows (order, change, people, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error))
    g_task_return_pointer (task, g_steal_pointer (&order->handout), (GDestroyNotify) ggov_handout_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_hand_out_async (GgovStore              *self,
                           const GgovHandoutTerms *terms,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  Order *order;
  GTask *task;

  g_return_if_fail (terms != NULL && strlen (terms->as_of) == DAY_LENGTH);
  g_return_if_fail (terms->query != NULL);
  g_return_if_fail (terms->fields != NULL && terms->fields[0] != NULL);

  order = g_new0 (Order, 1);
  order->query = ggov_query_ref (terms->query);
  order->as_of = g_strdup (terms->as_of);
  order->fields = g_strdupv ((char **) terms->fields);
  order->whole = terms->whole;
  order->reason = g_strdup (terms->reason);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ggov_store_hand_out_async);
  g_task_set_task_data (task, order, order_free);
  ggov_store_change_async (self, N_("Hand out a list of residents"), "", hand_out, order, NULL,
                           cancellable, written_cb, task);
}

GgovHandout *
ggov_store_hand_out_finish (GgovStore     *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
