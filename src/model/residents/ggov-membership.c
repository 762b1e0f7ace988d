/* ggov-membership.c: somebody is of a special group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-membership.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovMembershipRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovMembershipRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (person_id, "person-id"),
  NUMBER (group_id, "group-id"),
  NUMBER (responsible_id, "responsible-id"),
  NUMBER (own_days, "own-days"),
  NUMBER (every_days, "every-days"),
  NUMBER (sensitive, "sensitive"),
  TEXT (code, "code"),
  TEXT (label, "label"),
  TEXT (person, "person"),
  TEXT (responsible, "responsible"),
  TEXT (valid_from, "valid-from"),
  TEXT (valid_to, "valid-to"),
  TEXT (source, "source"),
  TEXT (note, "note"),
  TEXT (last_on, "last-on"),
  TEXT (due_on, "due-on"),
};

GGOV_DEFINE_RECORD (GgovMembership, ggov_membership, GGOV_IS_MEMBERSHIP)
