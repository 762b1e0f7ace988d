/* ggov-handler-proposal.h: who could be sent about an issue, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_HANDLER_PROPOSAL (ggov_handler_proposal_get_type ())

G_DECLARE_FINAL_TYPE (GgovHandlerProposal, ggov_handler_proposal, GGOV, HANDLER_PROPOSAL, GObject)

/**
 * GgovHandlerProposalRecord:
 * @rank: 1 is best
 * @phone: (nullable)
 * @role: what the post is called in English
 * @role_zh: the same in Chinese
 * @scope: of the post: "unit", "building", "grid", "community" or "sub-district"
 * @place: what the post is held on
 * @away_name: (nullable): whose place they take
 * @away_until: (nullable): the ISO day until which they do
 * @is_responsible: 1 if the post answers for what the issue is about
 * @n_open: open issues they have already
 *
 * Each member is also a readable property, with dashes. Times are seconds since
 * 1970-01-01T00:00:00Z.
 */
typedef struct
{
  gint64      person_id;
  gint64      rank;
  const char *name;
  const char *phone;
  const char *role_code;
  const char *role;
  const char *role_zh;
  const char *scope;
  const char *place;
  const char *away_name;
  const char *away_until;
  gint64      is_responsible;
  gint64      n_open;
} GgovHandlerProposalRecord;

/* Copies the texts. */
GgovHandlerProposal *ggov_handler_proposal_new (const GgovHandlerProposalRecord *record)
                                               G_GNUC_WARN_UNUSED_RESULT;

const GgovHandlerProposalRecord *ggov_handler_proposal_get_record (GgovHandlerProposal *self);

/* In the user's language. */
const char *ggov_handler_proposal_get_role_label (GgovHandlerProposal *self);

/* (transfer full): why they are proposed, in the user's language */
char       *ggov_handler_proposal_dup_reason     (GgovHandlerProposal *self)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
