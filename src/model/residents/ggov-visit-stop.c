/* ggov-visit-stop.c: a line of a sheet of doors, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-visit-stop.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovVisitStopRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovVisitStopRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (round_id, "round-id"),
  NUMBER (position, "position"),
  NUMBER (household_id, "household-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (visit_id, "visit-id"),
  NUMBER (members, "members"),
  NUMBER (absences, "absences"),
  NUMBER (confirmed, "confirmed"),
  TEXT (reason, "reason"),
  TEXT (due_on, "due-on"),
  TEXT (person, "person"),
  TEXT (head, "head"),
  TEXT (phone, "phone"),
  TEXT (place, "place"),
  TEXT (door, "door"),
  TEXT (groups, "groups"),
  TEXT (last_on, "last-on"),
  TEXT (outcome, "outcome"),
  TEXT (found, "found"),
  TEXT (issue, "issue"),
};

GGOV_DEFINE_RECORD (GgovVisitStop, ggov_visit_stop, GGOV_IS_VISIT_STOP)
