/* ggov-load.c: how much somebody looks after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-load.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovLoadRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovLoadRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (rank, "rank"),
  NUMBER (places, "places"),
  NUMBER (households, "households"),
  NUMBER (units, "units"),
  NUMBER (open_issues, "open-issues"),
  NUMBER (strain, "strain"),
  TEXT (name, "name"),
  TEXT (phone, "phone"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (place, "place"),
  TEXT (grid_code, "grid-code"),
};

struct _GgovLoad
{
  GObject         parent_instance;

  GgovLoadRecord  record;
  char           *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovLoad, ggov_load, G_TYPE_OBJECT)

static void
ggov_load_finalize (GObject *object)
{
  GgovLoad *self = GGOV_LOAD (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_load_parent_class)->finalize (object);
}

static void
ggov_load_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_LOAD (object)->record, fields, prop_id, value);
}

static void
ggov_load_class_init (GgovLoadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_load_finalize;
  object_class->get_property = ggov_load_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_load_init (GgovLoad *self)
{
}

GgovLoad *
ggov_load_new (const GgovLoadRecord *record)
{
  GgovLoad *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_LOAD, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovLoadRecord *
ggov_load_get_record (GgovLoad *self)
{
  g_return_val_if_fail (GGOV_IS_LOAD (self), NULL);

  return &self->record;
}
