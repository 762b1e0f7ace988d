/* ggov-retention.c: somebody whose data were kept for as long as their purpose lasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-retention.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovRetentionRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovRetentionRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (days_over, "days-over"),
  TEXT (name, "name"),
  TEXT (purpose, "purpose"),
  TEXT (left_on, "left-on"),
  TEXT (keep_until, "keep-until"),
};

GGOV_DEFINE_RECORD (GgovRetention, ggov_retention, GGOV_IS_RETENTION)
