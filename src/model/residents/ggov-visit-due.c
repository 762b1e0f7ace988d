/* ggov-visit-due.c: whom to go and see, and since when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-visit-due.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovVisitDueRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovVisitDueRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (rank, "rank"),
  NUMBER (household_id, "household-id"),
  NUMBER (dwelling_id, "dwelling-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (group_id, "group-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (responsible_id, "responsible-id"),
  NUMBER (every_days, "every-days"),
  NUMBER (days_late, "days-late"),
  NUMBER (members, "members"),
  NUMBER (absences, "absences"),
  TEXT (reason, "reason"),
  TEXT (person, "person"),
  TEXT (head, "head"),
  TEXT (phone, "phone"),
  TEXT (place, "place"),
  TEXT (door, "door"),
  TEXT (group, "group"),
  TEXT (responsible, "responsible"),
  TEXT (due_on, "due-on"),
  TEXT (last_on, "last-on"),
  TEXT (confirmed_on, "confirmed-on"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
};

GGOV_DEFINE_RECORD (GgovVisitDue, ggov_visit_due, GGOV_IS_VISIT_DUE)
