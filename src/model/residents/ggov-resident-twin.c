/* ggov-resident-twin.c: somebody of the register who may be the one that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-resident-twin.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovResidentTwinRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovResidentTwinRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (household_id, "household-id"),
  NUMBER (digits, "digits"),
  TEXT (name, "name"),
  TEXT (sex, "sex"),
  TEXT (birth_date, "birth-date"),
  TEXT (phone, "phone"),
  TEXT (identity_number, "identity-number"),
  TEXT (place, "place"),
  TEXT (door, "door"),
  TEXT (likeness, "likeness"),
};

GGOV_DEFINE_RECORD (GgovResidentTwin, ggov_resident_twin, GGOV_IS_RESIDENT_TWIN)
