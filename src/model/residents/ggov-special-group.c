/* ggov-special-group.c: people who need looking after for one reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-special-group.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovSpecialGroupRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovSpecialGroupRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (every_days, "every-days"),
  NUMBER (sensitive, "sensitive"),
  NUMBER (people, "people"),
  NUMBER (overdue, "overdue"),
  TEXT (code, "code"),
  TEXT (name, "name"),
  TEXT (name_zh, "name-zh"),
  TEXT (label, "label"),
  TEXT (retired_on, "retired-on"),
};

GGOV_DEFINE_RECORD (GgovSpecialGroup, ggov_special_group, GGOV_IS_SPECIAL_GROUP)
