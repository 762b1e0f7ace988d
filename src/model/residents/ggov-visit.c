/* ggov-visit.c: somebody went to see a household
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-visit.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovVisitRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovVisitRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  NUMBER (dwelling_id, "dwelling-id"),
  NUMBER (household_id, "household-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (visitor_id, "visitor-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (issue_id, "issue-id"),
  NUMBER (confirmed, "confirmed"),
  TEXT (day, "day"),
  TEXT (outcome, "outcome"),
  TEXT (found, "found"),
  TEXT (place, "place"),
  TEXT (door, "door"),
  TEXT (person, "person"),
  TEXT (head, "head"),
  TEXT (visitor, "visitor"),
  TEXT (issue, "issue"),
  TEXT (grid_code, "grid-code"),
};

GGOV_DEFINE_RECORD (GgovVisit, ggov_visit, GGOV_IS_VISIT)
