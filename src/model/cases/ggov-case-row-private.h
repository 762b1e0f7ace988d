/* ggov-case-row-private.h: row objects of cases: a record with properties, its texts its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-record-private.h"

/**
 * GGOV_DEFINE_CASE_ROW:
 * @Row: the type, such as GgovStructure; its record is that with "Fields" behind it
 * @row: the same in lower case, as functions have it
 * @GGOV_ROW: the cast
 * @list: (array): the record's members
 *
 * Writes the whole type: its struct, its readable properties, how one is made and looked into.
 */
#define GGOV_DEFINE_CASE_ROW(Row, row, GGOV_ROW, list) \
  struct _##Row \
  { \
    GObject       parent_instance; \
\
    Row##Fields   fields; \
    char         *texts; /* what the fields' texts point into */ \
  }; \
\
  G_DEFINE_FINAL_TYPE (Row, row, G_TYPE_OBJECT) \
\
  static void \
  row##_finalize (GObject *object) \
  { \
    Row *self = (Row *) object; \
\
    g_clear_pointer (&self->texts, g_free); \
\
    G_OBJECT_CLASS (row##_parent_class)->finalize (object); \
  } \
\
  static void \
  row##_get_property (GObject    *object, \
                      guint       prop_id, \
                      GValue     *value, \
                      GParamSpec *pspec) \
  { \
    _ggov_record_get (&((Row *) object)->fields, list, prop_id, value); \
  } \
\
  static void \
  row##_class_init (Row##Class *klass) \
  { \
    G_OBJECT_CLASS (klass)->finalize = row##_finalize; \
    G_OBJECT_CLASS (klass)->get_property = row##_get_property; \
    _ggov_record_install (G_OBJECT_CLASS (klass), list, G_N_ELEMENTS (list)); \
  } \
\
  static void \
  row##_init (Row *self) \
  { \
  } \
\
  Row * \
  row##_new (const Row##Fields *fields) \
  { \
    Row *self; \
\
    g_return_val_if_fail (fields != NULL, NULL); \
\
    self = g_object_new (row##_get_type (), NULL); \
    self->fields = *fields; \
    self->texts = _ggov_record_keep_texts (&self->fields, list, G_N_ELEMENTS (list)); \
\
    return self; \
  } \
\
  const Row##Fields * \
  row##_get_fields (Row *self) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
\
    return &self->fields; \
  }
