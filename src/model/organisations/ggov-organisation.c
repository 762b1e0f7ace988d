/* ggov-organisation.c: an organisation that works with the office, or one of the Party
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-organisation.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovOrganisationRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovOrganisationRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  TEXT (kind, "kind"),
  TEXT (name, "name"),
  NUMBER (community_id, "community-id"),
  TEXT (community, "community"),
  TEXT (community_code, "community-code"),
  NUMBER (parent_id, "parent-id"),
  TEXT (parent, "parent"),
  TEXT (phone, "phone"),
  TEXT (scope, "scope"),
  TEXT (address, "address"),
  TEXT (since, "since"),
  TEXT (until, "until"),
  TEXT (end_reason, "end-reason"),
  TEXT (head, "head"),
  TEXT (head_phone, "head-phone"),
  NUMBER (people, "people"),
  NUMBER (grids, "grids"),
  NUMBER (resources, "resources"),
  NUMBER (activities, "activities"),
  TEXT (last_activity, "last-activity"),
};

struct _GgovOrganisation
{
  GObject  parent_instance;

  GgovOrganisationRow  row;
  char *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovOrganisation, ggov_organisation, G_TYPE_OBJECT)

static void
ggov_organisation_finalize (GObject *object)
{
  GgovOrganisation *self = GGOV_ORGANISATION (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_organisation_parent_class)->finalize (object);
}

static void
ggov_organisation_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ORGANISATION (object)->row, fields, prop_id, value);
}

static void
ggov_organisation_class_init (GgovOrganisationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_organisation_finalize;
  object_class->get_property = ggov_organisation_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_organisation_init (GgovOrganisation *self)
{
}

GgovOrganisation *
ggov_organisation_new (const GgovOrganisationRow *row)
{
  GgovOrganisation *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ORGANISATION, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovOrganisationRow *
ggov_organisation_get_row (GgovOrganisation *self)
{
  g_return_val_if_fail (GGOV_IS_ORGANISATION (self), NULL);

  return &self->row;
}
