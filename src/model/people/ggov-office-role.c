/* ggov-office-role.c: a role as the office has it in its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-office-role.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovOfficeRoleRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovOfficeRoleRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  NUMBER (holders, "holders"),
  NUMBER (places, "places"),
  NUMBER (watched, "watched"),
  NUMBER (resident, "resident"),
  NUMBER (sort_order, "sort-order"),
  NUMBER (n_posts, "n-posts"),
  TEXT (code, "code"),
  TEXT (family, "family"),
  TEXT (name, "name"),
  TEXT (name_zh, "name-zh"),
  TEXT (label, "label"),
  TEXT (scope, "scope"),
  TEXT (presence, "presence"),
  TEXT (cardinality, "cardinality"),
  TEXT (nominated_by, "nominated-by"),
  TEXT (approved_by, "approved-by"),
  TEXT (chain, "chain"),
  TEXT (duties, "duties"),
  TEXT (duties_zh, "duties-zh"),
  TEXT (training, "training"),
  TEXT (training_labels, "training-labels"),
  TEXT (valid_to, "valid-to"),
};

struct _GgovOfficeRole
{
  GObject               parent_instance;

  GgovOfficeRoleRecord  record;
  char                 *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovOfficeRole, ggov_office_role, G_TYPE_OBJECT)

static void
ggov_office_role_finalize (GObject *object)
{
  GgovOfficeRole *self = GGOV_OFFICE_ROLE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_office_role_parent_class)->finalize (object);
}

static void
ggov_office_role_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_OFFICE_ROLE (object)->record, fields, prop_id, value);
}

static void
ggov_office_role_class_init (GgovOfficeRoleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_office_role_finalize;
  object_class->get_property = ggov_office_role_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_office_role_init (GgovOfficeRole *self)
{
}

GgovOfficeRole *
ggov_office_role_new (const GgovOfficeRoleRecord *record)
{
  GgovOfficeRole *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_OFFICE_ROLE, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovOfficeRoleRecord *
ggov_office_role_get_record (GgovOfficeRole *self)
{
  g_return_val_if_fail (GGOV_IS_OFFICE_ROLE (self), NULL);

  return &self->record;
}
