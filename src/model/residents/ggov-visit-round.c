/* ggov-visit-round.c: a sheet of doors that somebody is to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-visit-round.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovVisitRoundRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovVisitRoundRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (visitor_id, "visitor-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (stops, "stops"),
  NUMBER (done, "done"),
  NUMBER (met, "met"),
  NUMBER (absent, "absent"),
  NUMBER (refused, "refused"),
  NUMBER (issues, "issues"),
  TEXT (day, "day"),
  TEXT (visitor, "visitor"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
};

GGOV_DEFINE_RECORD (GgovVisitRound, ggov_visit_round, GGOV_IS_VISIT_ROUND)
