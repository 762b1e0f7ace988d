/* ggov-roster-row.c: one line of the roster: who holds which post where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-roster-row.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovRosterRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovRosterRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (post_id, "post-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (community_id, "community-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (building_id, "building-id"),
  NUMBER (unit_id, "unit-id"),
  NUMBER (unit_number, "unit-number"),
  NUMBER (rank, "rank"),
  NUMBER (grid_households, "grid-households"),
  TEXT (name, "name"),
  TEXT (pinyin, "pinyin"),
  TEXT (sex, "sex"),
  TEXT (sex_label, "sex-label"),
  TEXT (phone, "phone"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (family_code, "family-code"),
  TEXT (presence, "presence"),
  TEXT (sub_district, "sub-district"),
  TEXT (community_code, "community-code"),
  TEXT (community, "community"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  TEXT (grid_leader, "grid-leader"),
  TEXT (present_grid_code, "present-grid-code"),
  TEXT (present_grid, "present-grid"),
  TEXT (building_number, "building-number"),
  TEXT (place, "place"),
  TEXT (since, "since"),
  TEXT (until, "until"),
  TEXT (substitute, "substitute"),
  TEXT (substitute_phone, "substitute-phone"),
  TEXT (leave_until, "leave-until"),
};

struct _GgovRosterRow
{
  GObject           parent_instance;

  GgovRosterRecord  record;
  char             *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovRosterRow, ggov_roster_row, G_TYPE_OBJECT)

static void
ggov_roster_row_finalize (GObject *object)
{
  GgovRosterRow *self = GGOV_ROSTER_ROW (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_roster_row_parent_class)->finalize (object);
}

static void
ggov_roster_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ROSTER_ROW (object)->record, fields, prop_id, value);
}

static void
ggov_roster_row_class_init (GgovRosterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_roster_row_finalize;
  object_class->get_property = ggov_roster_row_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_roster_row_init (GgovRosterRow *self)
{
}

GgovRosterRow *
ggov_roster_row_new (const GgovRosterRecord *record)
{
  GgovRosterRow *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ROSTER_ROW, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovRosterRecord *
ggov_roster_row_get_record (GgovRosterRow *self)
{
  g_return_val_if_fail (GGOV_IS_ROSTER_ROW (self), NULL);

  return &self->record;
}

char *
ggov_roster_dup_leave (const GgovRosterRecord *record,
                       gboolean                with_phone)
{
  if (record->substitute == NULL)
    return NULL;

  if (with_phone && record->substitute_phone)
    /* Translators: a person, a phone number and a day */
    return g_strdup_printf (_("%1$s (%2$s) stands in until %3$s"), record->substitute,
                            record->substitute_phone, record->leave_until);

  /* Translators: a person and a day */
  return g_strdup_printf (_("%1$s stands in until %2$s"), record->substitute, record->leave_until);
}
