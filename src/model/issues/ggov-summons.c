/* ggov-summons.c: somebody is called to the spot and has so many minutes to be there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-record-private.h"
#include "ggov-summons.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovSummonsRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovSummonsRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (issue_id, "issue-id"),
  NUMBER (row_version, "row-version"),
  NUMBER (caller_id, "caller-id"),
  TEXT (caller_name, "caller-name"),
  NUMBER (organisation_id, "organisation-id"),
  TEXT (organisation_name, "organisation-name"),
  NUMBER (person_id, "person-id"),
  TEXT (person_name, "person-name"),
  NUMBER (called_at, "called-at"),
  NUMBER (due_at, "due-at"),
  NUMBER (arrived_at, "arrived-at"),
  NUMBER (closed_at, "closed-at"),
  TEXT (note, "note"),
  TEXT (result, "result"),
};

static const struct
{
  const char *code;
  const char *label;
} states[GGOV_SUMMONS_N_STATES] = {
  [GGOV_SUMMONS_AWAITED] = { "awaited", NC_("summons", "Called") },
  [GGOV_SUMMONS_OVERDUE] = { "overdue", NC_("summons", "Not there in time") },
  [GGOV_SUMMONS_IN_TIME] = { "in-time", NC_("summons", "There in time") },
  [GGOV_SUMMONS_LATE] = { "late", NC_("summons", "There late") },
  [GGOV_SUMMONS_MISSED] = { "missed", NC_("summons", "Nobody came") },
};

struct _GgovSummons
{
  GObject            parent_instance;

  GgovSummonsRecord  record;
  char              *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovSummons, ggov_summons, G_TYPE_OBJECT)

static void
ggov_summons_finalize (GObject *object)
{
  GgovSummons *self = GGOV_SUMMONS (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_summons_parent_class)->finalize (object);
}

static void
ggov_summons_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_SUMMONS (object)->record, fields, prop_id, value);
}

static void
ggov_summons_class_init (GgovSummonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_summons_finalize;
  object_class->get_property = ggov_summons_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_summons_init (GgovSummons *self)
{
}

GgovSummons *
ggov_summons_new (const GgovSummonsRecord *record)
{
  GgovSummons *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_SUMMONS, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovSummonsRecord *
ggov_summons_get_record (GgovSummons *self)
{
  g_return_val_if_fail (GGOV_IS_SUMMONS (self), NULL);

  return &self->record;
}

GgovSummonsState
ggov_summons_get_state (GgovSummons *self,
                        gint64       now)
{
  const GgovSummonsRecord *record = ggov_summons_get_record (self);

  if (record->closed_at != 0 && record->arrived_at == 0)
    return GGOV_SUMMONS_MISSED;
  if (record->arrived_at != 0)
    return record->arrived_at <= record->due_at ? GGOV_SUMMONS_IN_TIME : GGOV_SUMMONS_LATE;

  return now <= record->due_at ? GGOV_SUMMONS_AWAITED : GGOV_SUMMONS_OVERDUE;
}

const char *
ggov_summons_state_get_code (GgovSummonsState state)
{
  g_return_val_if_fail ((guint) state < GGOV_SUMMONS_N_STATES, NULL);

  return states[state].code;
}

const char *
ggov_summons_state_get_label (GgovSummonsState state)
{
  g_return_val_if_fail ((guint) state < GGOV_SUMMONS_N_STATES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "summons", states[state].label);
}
