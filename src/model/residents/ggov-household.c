/* ggov-household.c: a household at its door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-household.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovHouseholdRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovHouseholdRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (dwelling_id, "dwelling-id"),
  NUMBER (unit_id, "unit-id"),
  NUMBER (building_id, "building-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (members, "members"),
  NUMBER (living, "living"),
  NUMBER (head_id, "head-id"),
  TEXT (head, "head"),
  TEXT (phone, "phone"),
  TEXT (kind, "kind"),
  TEXT (number, "number"),
  TEXT (place, "place"),
  TEXT (door, "door"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  TEXT (formed_on, "formed-on"),
  TEXT (ended_on, "ended-on"),
  TEXT (confirmed_on, "confirmed-on"),
  TEXT (visited_on, "visited-on"),
};

GGOV_DEFINE_RECORD (GgovHousehold, ggov_household, GGOV_IS_HOUSEHOLD)
