/* ggov-register-grid.c: how fresh and how complete the register of a grid is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-register-grid.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovRegisterGridRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovRegisterGridRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (community_id, "community-id"),
  NUMBER (households, "households"),
  NUMBER (people, "people"),
  NUMBER (registered, "registered"),
  NUMBER (counted, "counted"),
  NUMBER (fresh, "fresh"),
  NUMBER (never, "never"),
  NUMBER (special, "special"),
  NUMBER (overdue, "overdue"),
  NUMBER (required_filled, "required-filled"),
  NUMBER (optional_filled, "optional-filled"),
  NUMBER (visits, "visits"),
  NUMBER (absent, "absent"),
  TEXT (code, "code"),
  TEXT (name, "name"),
  TEXT (community, "community"),
  TEXT (oldest_on, "oldest-on"),
  TEXT (last_visit_on, "last-visit-on"),
};

GGOV_DEFINE_RECORD (GgovRegisterGrid, ggov_register_grid, GGOV_IS_REGISTER_GRID)
