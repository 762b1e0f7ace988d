/* ggov-points-honour.c: a line of the honour list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-points-honour.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPointsHonourRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPointsHonourRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (place, "place"),
  NUMBER (person_id, "person-id"),
  NUMBER (points, "points"),
  NUMBER (n_awards, "n-awards"),
  TEXT (person, "person"),
  TEXT (role, "role"),
  TEXT (grid, "grid"),
  TEXT (most, "most"),
};

GGOV_DEFINE_RECORD (GgovPointsHonour, ggov_points_honour, GGOV_IS_POINTS_HONOUR)
