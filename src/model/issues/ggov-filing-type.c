/* ggov-filing-type.c: a case type as whoever files an issue chooses it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-catalogue-private.h"
#include "ggov-filing-type.h"
#include "ggov-record-private.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovFilingTypeFields, member, #member)

static const GgovRecordField texts[] = {
  TEXT (code), TEXT (name), TEXT (name_zh), TEXT (class_name), TEXT (class_name_zh), TEXT (lane),
  TEXT (limit_text), TEXT (start_rule), TEXT (filing), TEXT (filing_zh), TEXT (evidence),
  TEXT (reading),
};

struct _GgovFilingType
{
  GObject               parent_instance;

  GgovFilingTypeFields  fields;
  char                 *texts;  /* what the fields' texts point into */
  char                 *folded; /* what is looked through */
};

G_DEFINE_FINAL_TYPE (GgovFilingType, ggov_filing_type, G_TYPE_OBJECT)

static void
ggov_filing_type_finalize (GObject *object)
{
  GgovFilingType *self = GGOV_FILING_TYPE (object);

  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->folded, g_free);

  G_OBJECT_CLASS (ggov_filing_type_parent_class)->finalize (object);
}

static void
ggov_filing_type_class_init (GgovFilingTypeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_filing_type_finalize;
}

static void
ggov_filing_type_init (GgovFilingType *self)
{
}

static char *
fold (const GgovFilingTypeFields *fields)
{
  g_autofree char *all =
    g_strjoin ("\n", fields->code, fields->name, fields->name_zh, fields->class_name,
               fields->class_name_zh, fields->reading, NULL);

  return g_utf8_casefold (all, -1);
}

GgovFilingType *
ggov_filing_type_new (const GgovFilingTypeFields *fields)
{
  GgovFilingType *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_FILING_TYPE, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));
  self->folded = fold (&self->fields);

  return self;
}

const GgovFilingTypeFields *
ggov_filing_type_get_fields (GgovFilingType *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_TYPE (self), NULL);

  return &self->fields;
}

const char *
ggov_filing_type_get_label (GgovFilingType *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_TYPE (self), NULL);

  return _ggov_catalogue_prefers_chinese () ? self->fields.name_zh : self->fields.name;
}

const char *
ggov_filing_type_get_class_label (GgovFilingType *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_TYPE (self), NULL);

  return _ggov_catalogue_prefers_chinese () ? self->fields.class_name_zh
                                            : self->fields.class_name;
}

const char *
ggov_filing_type_get_condition (GgovFilingType *self)
{
  g_return_val_if_fail (GGOV_IS_FILING_TYPE (self), NULL);

  return _ggov_catalogue_prefers_chinese () ? self->fields.filing_zh : self->fields.filing;
}

gboolean
ggov_filing_type_matches (GgovFilingType *self,
                          const char     *typed)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (GGOV_IS_FILING_TYPE (self), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  folded = g_utf8_casefold (typed, -1);
  words = g_strsplit_set (folded, " \t", -1);
  for (guint i = 0; words[i]; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
