/* ggov-points-month.c: a month of the points ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-month.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsMonthRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsMonthRecord, member, name)

static const GgovRecordField fields[] = {
  TEXT (month, "month"),
  NUMBER (earned, "earned"),
  NUMBER (redeemed, "redeemed"),
  NUMBER (expired, "expired"),
  NUMBER (outstanding, "outstanding"),
};

GGOV_DEFINE_RECORD (GgovPointsMonth, ggov_points_month, GGOV_IS_POINTS_MONTH)
