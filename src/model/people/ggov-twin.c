/* ggov-twin.c: two records that may be of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-twin.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovTwinRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovTwinRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (first_id, "first-id"),
  NUMBER (second_id, "second-id"),
  TEXT (first, "first"),
  TEXT (second, "second"),
  TEXT (first_phone, "first-phone"),
  TEXT (second_phone, "second-phone"),
  TEXT (first_note, "first-note"),
  TEXT (second_note, "second-note"),
  TEXT (likeness, "likeness"),
};

struct _GgovTwin
{
  GObject         parent_instance;

  GgovTwinRecord  record;
  char           *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovTwin, ggov_twin, G_TYPE_OBJECT)

static void
ggov_twin_finalize (GObject *object)
{
  GgovTwin *self = GGOV_TWIN (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_twin_parent_class)->finalize (object);
}

static void
ggov_twin_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_TWIN (object)->record, fields, prop_id, value);
}

static void
ggov_twin_class_init (GgovTwinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_twin_finalize;
  object_class->get_property = ggov_twin_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_twin_init (GgovTwin *self)
{
}

GgovTwin *
ggov_twin_new (const GgovTwinRecord *record)
{
  GgovTwin *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_TWIN, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovTwinRecord *
ggov_twin_get_record (GgovTwin *self)
{
  g_return_val_if_fail (GGOV_IS_TWIN (self), NULL);

  return &self->record;
}
