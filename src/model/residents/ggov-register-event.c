/* ggov-register-event.c: somebody came, went, was born or died, or a household became another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-record-private.h"
#include "ggov-register-event.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovRegisterEventRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovRegisterEventRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (person_id, "person-id"),
  NUMBER (household_id, "household-id"),
  NUMBER (to_household_id, "to-household-id"),
  NUMBER (people, "people"),
  TEXT (kind, "kind"),
  TEXT (day, "day"),
  TEXT (person, "person"),
  TEXT (place, "place"),
  TEXT (elsewhere, "elsewhere"),
  TEXT (reason, "reason"),
  TEXT (report, "report"),
};

GGOV_DEFINE_RECORD (GgovRegisterEvent, ggov_register_event, GGOV_IS_REGISTER_EVENT)
