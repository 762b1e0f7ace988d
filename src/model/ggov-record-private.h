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
 * GGOV_DEFINE_RECORD:
 * @Type: such as GgovVisit, declared with G_DECLARE_FINAL_TYPE(); its struct is GgovVisitRecord
 * @prefix: such as ggov_visit
 * @IS_TYPE: such as GGOV_IS_VISIT
 *
 * Defines a row object whose record's fields are the array "fields" above it, with a property for
 * each: prefix_new (record), which copies the texts, and prefix_get_record (self).
 */
#define GGOV_DEFINE_RECORD(Type, prefix, IS_TYPE) \
  struct _##Type \
  { \
    GObject       parent_instance; \
    Type##Record  record; \
    char         *texts; /* what the record's texts point into */ \
  }; \
  G_DEFINE_FINAL_TYPE (Type, prefix, G_TYPE_OBJECT) \
  static void \
  prefix##_finalize (GObject *object) \
  { \
    g_free (((Type *) object)->texts); \
    G_OBJECT_CLASS (prefix##_parent_class)->finalize (object); \
  } \
  static void \
  prefix##_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec) \
  { \
    _ggov_record_get (&((Type *) object)->record, fields, prop_id, value); \
  } \
  static void \
  prefix##_class_init (Type##Class *klass) \
  { \
    GObjectClass *object_class = G_OBJECT_CLASS (klass); \
    object_class->finalize = prefix##_finalize; \
    object_class->get_property = prefix##_get_property; \
    _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields)); \
  } \
  static void \
  prefix##_init (Type *self) \
  { \
  } \
  Type * \
  prefix##_new (const Type##Record *record) \
  { \
    Type *self; \
    g_return_val_if_fail (record != NULL, NULL); \
    self = g_object_new (prefix##_get_type (), NULL); \
    self->record = *record; \
    self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields)); \
    return self; \
  } \
  const Type##Record * \
  prefix##_get_record (Type *self) \
  { \
    g_return_val_if_fail (IS_TYPE (self), NULL); \
    return &self->record; \
  }

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
