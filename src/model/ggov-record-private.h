/* ggov-record-private.h: row objects that are a plain record with properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row object keeps one struct of texts and numbers. Its fields are listed once; property ids
 * count from 1 in that order.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A member of a record: a const char pointer, or a gint64. */
typedef struct
{
  const char *name;    /* of the property */
  gboolean    is_text;
  gsize       offset;  /* bytes, in the record */
} GgovRecordField;

#define GGOV_TEXT_FIELD(type, member, name)   { (name), TRUE, G_STRUCT_OFFSET (type, member) }
#define GGOV_NUMBER_FIELD(type, member, name) { (name), FALSE, G_STRUCT_OFFSET (type, member) }

/**
 * _ggov_record_keep_texts:
 * @record: a record whose texts belong to somebody else
 *
 * Makes one copy of all texts and lets the record point there. NULL stays NULL.
 *
 * Returns: (transfer full): the block to free with g_free() once the record is gone
 */
char *_ggov_record_keep_texts (gpointer               record,
                               const GgovRecordField *fields,
                               guint                  n_fields) G_GNUC_WARN_UNUSED_RESULT;

/* Installs a readable property for each field. */
void  _ggov_record_install    (GObjectClass          *klass,
                               const GgovRecordField *fields,
                               guint                  n_fields);

/* The body of a get_property(). */
void  _ggov_record_get        (gconstpointer          record,
                               const GgovRecordField *fields,
                               guint                  id,
                               GValue                *value);

/* Whether two records have the same numbers and texts; NULL and "" differ. */
gboolean _ggov_record_equal   (gconstpointer          a,
                               gconstpointer          b,
                               const GgovRecordField *fields,
                               guint                  n_fields);

G_END_DECLS
