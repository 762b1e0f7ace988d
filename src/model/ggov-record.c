/* ggov-record.c: row objects that are a plain record with properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-record-private.h"

static const char **
get_text (gpointer               record,
          const GgovRecordField *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

static gsize
count_bytes (gpointer               record,
             const GgovRecordField *fields,
             guint                  n_fields)
{
  gsize bytes = 0;

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].is_text && *get_text (record, &fields[i]))
      bytes += strlen (*get_text (record, &fields[i])) + 1;

  return bytes;
}

/* One block a row: a list of a whole city has a million texts. */
char *
_ggov_record_keep_texts (gpointer               record,
                         const GgovRecordField *fields,
                         guint                  n_fields)
{
  char *block = g_malloc (MAX (count_bytes (record, fields, n_fields), 1));
  char *at = block;

  for (guint i = 0; i < n_fields; i++)
    {
      const char **text = fields[i].is_text ? get_text (record, &fields[i]) : NULL;

      if (text && *text)
        {
          char *copy = at;

          at = g_stpcpy (at, *text) + 1;
          *text = copy;
        }
    }

  return block;
}

void
_ggov_record_install (GObjectClass          *klass,
                      const GgovRecordField *fields,
                      guint                  n_fields)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (
      klass, i + 1,
      fields[i].is_text
        ? g_param_spec_string (fields[i].name, NULL, NULL, NULL, flags)
        : g_param_spec_int64 (fields[i].name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags));
}

void
_ggov_record_get (gconstpointer          record,
                  const GgovRecordField *fields,
                  guint                  id,
                  GValue                *value)
{
  const GgovRecordField *field = &fields[id - 1];

  if (field->is_text)
    g_value_set_string (value, G_STRUCT_MEMBER (const char *, record, field->offset));
  else
    g_value_set_int64 (value, G_STRUCT_MEMBER (gint64, record, field->offset));
}

gboolean
_ggov_record_equal (gconstpointer          a,
                    gconstpointer          b,
                    const GgovRecordField *fields,
                    guint                  n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      gsize at = fields[i].offset;

      if (fields[i].is_text ? g_strcmp0 (G_STRUCT_MEMBER (const char *, a, at),
                                         G_STRUCT_MEMBER (const char *, b, at)) != 0
                            : G_STRUCT_MEMBER (gint64, a, at) != G_STRUCT_MEMBER (gint64, b, at))
        return FALSE;
    }

  return TRUE;
}
