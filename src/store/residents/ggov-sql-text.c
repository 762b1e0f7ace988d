/* ggov-sql-text.c: a statement put together of constants, and what is bound to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-sql-text-private.h"

#define FIRST_VALUE 2 /* $1 is the day */

typedef struct
{
  gint64  number;
  char   *text; /* (nullable): the number is meant */
} Value;

struct _GgovSqlText
{
  GString *text;
  GArray  *values; /* (element-type Value) */
  char    *day;    /* (nullable) */
};

static void
clear_value (gpointer data)
{
  g_free (((Value *) data)->text);
}

GgovSqlText *
_ggov_sql_text_new (const char *day)
{
  GgovSqlText *self = g_new0 (GgovSqlText, 1);

  self->text = g_string_new (NULL);
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (self->values, clear_value);
  self->day = g_strdup (day);

  return self;
}

void
_ggov_sql_text_free (GgovSqlText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->values);
  g_free (self->day);
  g_free (self);
}

void
_ggov_sql_text_add (GgovSqlText *self,
                    const char  *text)
{
  g_string_append (self->text, text);
}

static void
add_value (GgovSqlText *self,
           const char  *before,
           Value        value,
           const char  *after)
{
  g_string_append_printf (self->text, "%s$%u%s", before, self->values->len + FIRST_VALUE, after);
  g_array_append_val (self->values, value);
}

void
_ggov_sql_text_add_int (GgovSqlText *self,
                        const char  *before,
                        gint64       value,
                        const char  *after)
{
  add_value (self, before, (Value) { .number = value }, after);
}

void
_ggov_sql_text_add_text (GgovSqlText *self,
                         const char  *before,
                         const char  *value,
                         const char  *after)
{
  add_value (self, before, (Value) { .text = g_strdup (value) }, after);
}

GgovStmt *
_ggov_sql_text_prepare (GgovSqlText  *self,
                        GgovDb       *db,
                        GError      **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, self->text->str, error);

  if (stmt == NULL)
    return NULL;

  if (self->day)
    ggov_stmt_bind_text (stmt, 1, self->day);
  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->text)
        ggov_stmt_bind_text (stmt, i + FIRST_VALUE, value->text);
      else
        ggov_stmt_bind_int (stmt, i + FIRST_VALUE, value->number);
    }

  return stmt;
}
