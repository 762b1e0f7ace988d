/* ggov-place.c: a place that a post can be held on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-place.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPlaceRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPlaceRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (grid_id, "grid-id"),
  TEXT (kind, "kind"),
  TEXT (label, "label"),
  TEXT (code, "code"),
  TEXT (community_code, "community-code"),
  TEXT (community, "community"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
};

struct _GgovPlace
{
  GObject          parent_instance;

  GgovPlaceRecord  record;
  char            *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPlace, ggov_place, G_TYPE_OBJECT)

static void
ggov_place_finalize (GObject *object)
{
  GgovPlace *self = GGOV_PLACE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_place_parent_class)->finalize (object);
}

static void
ggov_place_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_PLACE (object)->record, fields, prop_id, value);
}

static void
ggov_place_class_init (GgovPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_place_finalize;
  object_class->get_property = ggov_place_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_place_init (GgovPlace *self)
{
}

GgovPlace *
ggov_place_new (const GgovPlaceRecord *record)
{
  GgovPlace *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_PLACE, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPlaceRecord *
ggov_place_get_record (GgovPlace *self)
{
  g_return_val_if_fail (GGOV_IS_PLACE (self), NULL);

  return &self->record;
}
