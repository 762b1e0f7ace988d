/* ggov-vacancy.c: a post that should be held and is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-vacancy.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovVacancyRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovVacancyRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (rank, "rank"),
  NUMBER (place_id, "place-id"),
  NUMBER (community_id, "community-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (building_id, "building-id"),
  NUMBER (unit_number, "unit-number"),
  TEXT (place_kind, "place-kind"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (community, "community"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  TEXT (place, "place"),
  TEXT (since, "since"),
};

struct _GgovVacancy
{
  GObject            parent_instance;

  GgovVacancyRecord  record;
  char              *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovVacancy, ggov_vacancy, G_TYPE_OBJECT)

static void
ggov_vacancy_finalize (GObject *object)
{
  GgovVacancy *self = GGOV_VACANCY (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_vacancy_parent_class)->finalize (object);
}

static void
ggov_vacancy_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_VACANCY (object)->record, fields, prop_id, value);
}

static void
ggov_vacancy_class_init (GgovVacancyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_vacancy_finalize;
  object_class->get_property = ggov_vacancy_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_vacancy_init (GgovVacancy *self)
{
}

GgovVacancy *
ggov_vacancy_new (const GgovVacancyRecord *record)
{
  GgovVacancy *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_VACANCY, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovVacancyRecord *
ggov_vacancy_get_record (GgovVacancy *self)
{
  g_return_val_if_fail (GGOV_IS_VACANCY (self), NULL);

  return &self->record;
}
