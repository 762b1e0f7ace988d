/* ggov-dispute.c: a dispute and its mediation (矛盾纠纷调解)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-row-private.h"
#include "ggov-dispute.h"

static const struct
{
  const char *code;
  const char *label;
} outcomes[GGOV_N_DISPUTE_OUTCOMES] = {
  { "agreed", NC_("dispute", "Agreed") },
  { "failed", NC_("dispute", "Not agreed") },
  { "withdrawn", NC_("dispute", "Withdrawn") },
};

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovDisputeFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovDisputeFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (id, "id"), NUMBER (row_version, "row-version"), NUMBER (issue_id, "issue-id"),
  NUMBER (mediator_id, "mediator-id"), NUMBER (is_open, "is-open"),
  NUMBER (n_parties, "n-parties"), NUMBER (n_meetings, "n-meetings"),
  NUMBER (n_pieces, "n-pieces"), NUMBER (n_required, "n-required"),
  NUMBER (n_missing, "n-missing"), TEXT (number, "number"), TEXT (title, "title"),
  TEXT (type, "type"), TEXT (place, "place"), TEXT (grid, "grid"), TEXT (mediator, "mediator"),
  TEXT (filed_on, "filed-on"), TEXT (claim, "claim"), TEXT (applied_on, "applied-on"),
  TEXT (accepted_on, "accepted-on"), TEXT (outcome, "outcome"), TEXT (ended_on, "ended-on"),
  TEXT (agreement, "agreement"),
};

GGOV_DEFINE_CASE_ROW (GgovDispute, ggov_dispute, GGOV_DISPUTE, fields_of_row)

const char *
ggov_dispute_outcome_get_code (guint outcome)
{
  return outcome < GGOV_N_DISPUTE_OUTCOMES ? outcomes[outcome].code : NULL;
}

const char *
ggov_dispute_outcome_get_label (guint outcome)
{
  g_return_val_if_fail (outcome < GGOV_N_DISPUTE_OUTCOMES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "dispute", outcomes[outcome].label);
}

guint
ggov_dispute_outcome_find (const char *code)
{
  guint outcome = 0;

  while (outcome < GGOV_N_DISPUTE_OUTCOMES && g_strcmp0 (outcomes[outcome].code, code) != 0)
    outcome++;

  return outcome;
}
