/* ggov-dispute-party.c: who is in a dispute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-row-private.h"
#include "ggov-dispute-party.h"

static const struct
{
  const char *code;
  const char *label;
} sides[GGOV_N_DISPUTE_SIDES] = {
  { "applicant", NC_("dispute", "Applicant") },
  { "respondent", NC_("dispute", "Respondent") },
  { "third", NC_("dispute", "Third party") },
};

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovDisputePartyFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovDisputePartyFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (row_version, "row-version"), NUMBER (issue_id, "issue-id"),
  NUMBER (person_id, "person-id"), TEXT (side, "side"), TEXT (name, "name"),
  TEXT (phone, "phone"), TEXT (address, "address"), TEXT (statement, "statement"),
};

GGOV_DEFINE_CASE_ROW (GgovDisputeParty, ggov_dispute_party, GGOV_DISPUTE_PARTY, fields_of_row)

const char *
ggov_dispute_side_get_code (guint side)
{
  return side < GGOV_N_DISPUTE_SIDES ? sides[side].code : NULL;
}

const char *
ggov_dispute_side_get_label (guint side)
{
  g_return_val_if_fail (side < GGOV_N_DISPUTE_SIDES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "dispute", sides[side].label);
}

guint
ggov_dispute_side_find (const char *code)
{
  guint side = 0;

  while (side < GGOV_N_DISPUTE_SIDES && g_strcmp0 (sides[side].code, code) != 0)
    side++;

  return side;
}
