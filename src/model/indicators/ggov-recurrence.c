/* ggov-recurrence.c: issues of one type that came back near one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-recurrence.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovRecurrenceFields, member, #member)

static const GgovRecordField texts[] = {
  TEXT (type_code), TEXT (type_label), TEXT (place), TEXT (first_day), TEXT (last_day),
};

struct _GgovRecurrence
{
  GObject               parent_instance;

  GgovRecurrenceFields  fields;
  char                 *texts; /* what the fields' texts point into */
  gint64               *issue_ids;
};

G_DEFINE_FINAL_TYPE (GgovRecurrence, ggov_recurrence, G_TYPE_OBJECT)

static void
ggov_recurrence_finalize (GObject *object)
{
  GgovRecurrence *self = GGOV_RECURRENCE (object);

  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->issue_ids, g_free);

  G_OBJECT_CLASS (ggov_recurrence_parent_class)->finalize (object);
}

static void
ggov_recurrence_class_init (GgovRecurrenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_recurrence_finalize;
}

static void
ggov_recurrence_init (GgovRecurrence *self)
{
}

GgovRecurrence *
ggov_recurrence_new (const GgovRecurrenceFields *fields)
{
  GgovRecurrence *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_RECURRENCE, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));
  self->fields.issue_ids = self->issue_ids = g_memdup2 (fields->issue_ids,
                                                        fields->n_issues * sizeof (gint64));

  return self;
}

const GgovRecurrenceFields *
ggov_recurrence_get_fields (GgovRecurrence *self)
{
  g_return_val_if_fail (GGOV_IS_RECURRENCE (self), NULL);

  return &self->fields;
}
