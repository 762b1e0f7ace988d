/* ggov-points-expiring.c: a person's points that are about to expire
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-expiring.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsExpiringRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsExpiringRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (account_id, "account-id"),
  NUMBER (points, "points"),
  TEXT (person, "person"),
  TEXT (grid, "grid"),
  TEXT (phone, "phone"),
  TEXT (last_day, "last-day"),
};

GGOV_DEFINE_RECORD (GgovPointsExpiring, ggov_points_expiring, GGOV_IS_POINTS_EXPIRING)
