/* ggov-organisation-line.c: something that an organisation has: a contact, a grid, a deed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-organisation-line.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovOrganisationLineRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovOrganisationLineRow, member, name)

static const GgovRecordField fields[] = {
  TEXT (kind, "kind"),
  NUMBER (id, "id"),
  NUMBER (person_id, "person-id"),
  NUMBER (grid_id, "grid-id"),
  TEXT (title, "title"),
  TEXT (note, "note"),
  TEXT (code, "code"),
  TEXT (phone, "phone"),
  TEXT (since, "since"),
  TEXT (until, "until"),
  NUMBER (reached, "reached"),
};

struct _GgovOrganisationLine
{
  GObject  parent_instance;

  GgovOrganisationLineRow  row;
  char *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovOrganisationLine, ggov_organisation_line, G_TYPE_OBJECT)

static void
ggov_organisation_line_finalize (GObject *object)
{
  GgovOrganisationLine *self = GGOV_ORGANISATION_LINE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_organisation_line_parent_class)->finalize (object);
}

static void
ggov_organisation_line_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ORGANISATION_LINE (object)->row, fields, prop_id, value);
}

static void
ggov_organisation_line_class_init (GgovOrganisationLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_organisation_line_finalize;
  object_class->get_property = ggov_organisation_line_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_organisation_line_init (GgovOrganisationLine *self)
{
}

GgovOrganisationLine *
ggov_organisation_line_new (const GgovOrganisationLineRow *row)
{
  GgovOrganisationLine *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ORGANISATION_LINE, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovOrganisationLineRow *
ggov_organisation_line_get_row (GgovOrganisationLine *self)
{
  g_return_val_if_fail (GGOV_IS_ORGANISATION_LINE (self), NULL);

  return &self->row;
}
