/* ggov-store-register-fields.c: the fields of the register as the office has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-store-private.h"
#include "ggov-store-register-fields.h"

#define SQL_FIELDS \
  "SELECT code, own, label, label_zh, kind, field_group, code_table, sensitive, " \
  "retired_on IS NOT NULL FROM register_field ORDER BY sort_order, id"
enum { CODE, OWN, LABEL, LABEL_ZH, KIND, GROUP, TABLE, SENSITIVE, RETIRED };

#define SQL_FIND "SELECT id, own FROM register_field WHERE code = $1"

typedef struct
{
  GgovRegisterChange  field; /* texts owned by @texts */
  GStringChunk       *texts;
  char               *day;   /* (nullable) */
} Order;

static void
order_free (Order *order)
{
  g_string_chunk_free (order->texts);
  g_free (order->day);
  g_free (order);
}

static Order *
order_new (const char *code)
{
  Order *order = g_new0 (Order, 1);

  order->texts = g_string_chunk_new (256);
  order->field.code = g_string_chunk_insert (order->texts, code);

  return order;
}

static const char *
keep (Order      *order,
      const char *text)
{
  return g_string_chunk_insert_const (order->texts, text ? text : "");
}

/* Reading ---------------------------------------------------------------------------------- */

static GgovRegisterChange
read_change (GgovStmt     *stmt,
             GStringChunk *texts)
{
#define WORD(column) \
  (ggov_stmt_is_null (stmt, column) ? NULL \
                                    : g_string_chunk_insert_const (texts, ggov_stmt_get_text (stmt, column)))
  return (GgovRegisterChange) {
    .code = WORD (CODE),
    .is_own = ggov_stmt_get_int (stmt, OWN) != 0,
    .name = WORD (LABEL),
    .name_zh = WORD (LABEL_ZH),
    .type = WORD (KIND),
    .group = WORD (GROUP),
    .table = WORD (TABLE),
    .is_sensitive = ggov_stmt_get_int (stmt, SENSITIVE) != 0,
    .is_retired = ggov_stmt_get_int (stmt, RETIRED) != 0,
  };
#undef WORD
}

static GgovRegisterCatalogue *
load (GgovDb  *db,
      GError **error)
{
  g_autoptr(GgovRegisterCatalogue) base = ggov_register_catalogue_new_default ();
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_FIELDS, error);
  g_autoptr(GStringChunk) texts = g_string_chunk_new (1024);
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (GgovRegisterChange));
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovRegisterChange change = read_change (stmt, texts);

      g_array_append_val (changes, change);
    }
  if (step != GGOV_DB_DONE)
    return NULL;
  if (changes->len == 0)
    return g_steal_pointer (&base);

  return ggov_register_catalogue_apply (base, (const GgovRegisterChange *) (gpointer) changes->data,
                                        changes->len, error);
}

GgovRegisterCatalogue *
ggov_change_load_register_fields (GgovChange  *change,
                                  GError     **error)
{
  return load (change->db, error);
}

static void
load_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GgovRegisterCatalogue *catalogue = load (db, &error);

  if (catalogue)
    g_task_return_pointer (task, catalogue, (GDestroyNotify) ggov_register_catalogue_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_get_register_fields_async (GgovStore           *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_get_register_fields_async, load_job, NULL, NULL, cancellable,
                    callback, user_data);
}

GgovRegisterCatalogue *
ggov_store_get_register_fields_finish (GgovStore     *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Writing ---------------------------------------------------------------------------------- */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* What the catalogue would not take with the new field is not written. */
static gboolean
check_new (GgovChange   *change,
           const Order  *order,
           GError      **error)
{
  g_autoptr(GgovRegisterCatalogue) known = load (change->db, error);
  g_autoptr(GgovRegisterCatalogue) with = NULL;
  g_autoptr(GError) cause = NULL;

  if (known == NULL)
    return FALSE;
  if (ggov_register_catalogue_find (known, order->field.code))
    return refuse (error, _("There is a field with this code already."));
  if (*order->field.name == '\0' && *order->field.name_zh == '\0')
    return refuse (error, _("Say what the field is called."));

  if ((with = ggov_register_catalogue_apply (known, &order->field, 1, &cause)))
    return TRUE;

  /* Translators: what is wrong with a field, in the program's own words */
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               _("The field cannot be added: %s."), cause->message);

  return FALSE;
}

static gboolean
add (GgovChange  *change,
     gpointer     data,
     GError     **error)
{
  const Order *order = data;
  const GgovRegisterChange *field = &order->field;
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", field->code),
    GGOV_INT ("own", 1),
    GGOV_TEXT ("label", field->name),
    GGOV_TEXT ("label_zh", field->name_zh),
    GGOV_TEXT ("kind", field->type && *field->type ? field->type : "text"),
    GGOV_TEXT ("field_group", field->group),
    GGOV_TEXT ("code_table", *field->table ? field->table : NULL),
    GGOV_INT ("sensitive", field->is_sensitive),
  };

  return check_new (change, order, error) &&
         _ggov_change_insert (change, "register_field", columns, G_N_ELEMENTS (columns), error) != 0;
}

static gboolean
check_retired (GgovChange   *change,
               const Order  *order,
               GError      **error)
{
  g_autoptr(GgovRegisterCatalogue) known = load (change->db, error);
  const GgovRegisterField *field;

  if (known == NULL)
    return FALSE;
  if (!(field = ggov_register_catalogue_find (known, order->field.code)))
    return refuse (error, _("There is no field with this code."));
  if (field->is_required)
    return refuse (error, _("This field is required and cannot be retired."));

  return TRUE;
}

static gboolean
retire (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  const Order *order = data;
  const GgovColumn columns[] = {
    GGOV_TEXT ("retired_on", order->day),
    GGOV_TEXT ("code", order->field.code),
    GGOV_INT ("own", 0),
  };
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!check_retired (change, order, error) ||
      !(stmt = ggov_db_prepare (change->db, SQL_FIND, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, order->field.code);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;
  if (step == GGOV_DB_ROW)
    return _ggov_change_update (change, "register_field", ggov_stmt_get_int (stmt, 0), -1, columns, 1,
                                error);

  return _ggov_change_insert (change, "register_field", columns, G_N_ELEMENTS (columns), error) != 0;
}

void
ggov_store_add_register_field_async (GgovStore                 *self,
                                     const GgovRegisterChange  *field,
                                     GCancellable              *cancellable,
                                     GAsyncReadyCallback        callback,
                                     gpointer                   user_data)
{
  Order *order;

  g_return_if_fail (field != NULL && field->code != NULL);

  order = order_new (field->code);
  order->field.is_own = TRUE;
  order->field.name = keep (order, field->name);
  order->field.name_zh = keep (order, field->name_zh);
  order->field.type = keep (order, field->type);
  order->field.group = keep (order, field->group);
  order->field.table = keep (order, field->table);
  order->field.is_sensitive = field->is_sensitive;
  ggov_store_change_async (self, N_("Add a field to the register"), field->code, add, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_retire_register_field_async (GgovStore           *self,
                                        const char          *code,
                                        const char          *day,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  Order *order;

  g_return_if_fail (code != NULL);

  order = order_new (code);
  order->day = g_strdup (day);
  ggov_store_change_async (self, day ? N_("Retire a field of the register")
                                     : N_("Ask for a field of the register again"), code, retire,
                           order, (GDestroyNotify) order_free, cancellable, callback, user_data);
}
