/* ggov-dispute-meeting.c: a meeting of those in a dispute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-dispute-meeting.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovDisputeMeetingFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovDisputeMeetingFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (row_version, "row-version"), NUMBER (issue_id, "issue-id"),
  NUMBER (at, "at"), NUMBER (n_present, "n-present"), TEXT (when, "when"), TEXT (place, "place"),
  TEXT (party_ids, "party-ids"), TEXT (present, "present"), TEXT (others, "others"),
  TEXT (said, "said"), TEXT (agreed, "agreed"),
};

GGOV_DEFINE_CASE_ROW (GgovDisputeMeeting, ggov_dispute_meeting, GGOV_DISPUTE_MEETING, fields_of_row)
