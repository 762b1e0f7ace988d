/* ggov-points-proposal.c: an award that waits for somebody to confirm it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-proposal.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsProposalRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsProposalRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (person_id, "person-id"),
  NUMBER (rule_id, "rule-id"),
  NUMBER (at, "at"),
  NUMBER (minutes, "minutes"),
  NUMBER (points, "points"),
  NUMBER (needs_second, "needs-second"),
  NUMBER (transfer_id, "transfer-id"),
  TEXT (person, "person"),
  TEXT (activity, "activity"),
  TEXT (code, "code"),
  TEXT (day, "day"),
  TEXT (source, "source"),
  TEXT (note, "note"),
  TEXT (evidence, "evidence"),
  TEXT (notice_to, "notice-to"),
  TEXT (state, "state"),
  TEXT (proposed_by, "proposed-by"),
  TEXT (decided_by, "decided-by"),
  TEXT (reason, "reason"),
};

GGOV_DEFINE_RECORD (GgovPointsProposal, ggov_points_proposal, GGOV_IS_POINTS_PROPOSAL)
