/* ggov-dispute-party.h: who is in a dispute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  GGOV_DISPUTE_APPLICANT,  /* "applicant" */
  GGOV_DISPUTE_RESPONDENT, /* "respondent" */
  GGOV_DISPUTE_THIRD,      /* somebody else whom it concerns: "third" */
} GgovDisputeSide;

#define GGOV_N_DISPUTE_SIDES (GGOV_DISPUTE_THIRD + 1)

/**
 * GgovDisputePartyFields:
 * @issue_id: the issue of the dispute
 * @side: code of a GgovDisputeSide
 * @person_id: who, or 0 for somebody who is not in the records
 * @name: as the records have it, or as it was typed
 * @statement: what they told when they were asked
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      issue_id;
  gint64      person_id;
  const char *side;
  const char *name;
  const char *phone;
  const char *address;
  const char *statement;
} GgovDisputePartyFields;

#define GGOV_TYPE_DISPUTE_PARTY (ggov_dispute_party_get_type ())

G_DECLARE_FINAL_TYPE (GgovDisputeParty, ggov_dispute_party, GGOV, DISPUTE_PARTY, GObject)

GgovDisputeParty *ggov_dispute_party_new (const GgovDisputePartyFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovDisputePartyFields *ggov_dispute_party_get_fields (GgovDisputeParty *self);

const char *ggov_dispute_side_get_code  (guint       side);
const char *ggov_dispute_side_get_label (guint       side);

/* GGOV_N_DISPUTE_SIDES where there is no such code. */
guint       ggov_dispute_side_find      (const char *code);

G_END_DECLS
