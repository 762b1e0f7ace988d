/* ggov-register-flow.c: how many lived in a grid, and what changed in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-register-flow.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovRegisterFlowRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovRegisterFlowRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (grid_id, "grid-id"),
  NUMBER (opening, "opening"),
  NUMBER (recorded, "recorded"),
  NUMBER (moved_in, "moved-in"),
  NUMBER (born, "born"),
  NUMBER (came, "came"),
  NUMBER (border_in, "border-in"),
  NUMBER (moved_out, "moved-out"),
  NUMBER (died, "died"),
  NUMBER (left, "left"),
  NUMBER (border_out, "border-out"),
  NUMBER (closing, "closing"),
  TEXT (code, "code"),
  TEXT (name, "name"),
  TEXT (community, "community"),
};

GGOV_DEFINE_RECORD (GgovRegisterFlow, ggov_register_flow, GGOV_IS_REGISTER_FLOW)
