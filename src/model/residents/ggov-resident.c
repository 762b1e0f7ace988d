/* ggov-resident.c: somebody of the register at a door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-resident.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovResidentRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovResidentRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (person_id, "person-id"),
  NUMBER (household_id, "household-id"),
  NUMBER (dwelling_id, "dwelling-id"),
  NUMBER (unit_id, "unit-id"),
  NUMBER (building_id, "building-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (community_id, "community-id"),
  NUMBER (age, "age"),
  NUMBER (registered, "registered"),
  NUMBER (living, "living"),
  NUMBER (separated, "separated"),
  NUMBER (groups, "groups"),
  NUMBER (required_filled, "required-filled"),
  NUMBER (optional_filled, "optional-filled"),
  TEXT (name, "name"),
  TEXT (pinyin, "pinyin"),
  TEXT (sex, "sex"),
  TEXT (sex_label, "sex-label"),
  TEXT (birth_date, "birth-date"),
  TEXT (phone, "phone"),
  TEXT (identity_kind, "identity-kind"),
  TEXT (identity_number, "identity-number"),
  TEXT (relation, "relation"),
  TEXT (place, "place"),
  TEXT (door, "door"),
  TEXT (community, "community"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  TEXT (group_names, "group-names"),
  TEXT (confirmed_on, "confirmed-on"),
  TEXT (moved_in, "moved-in"),
  TEXT (moved_out, "moved-out"),
};

GGOV_DEFINE_RECORD (GgovResident, ggov_resident, GGOV_IS_RESIDENT)
