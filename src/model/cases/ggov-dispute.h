/* ggov-dispute.h: a dispute and its mediation (矛盾纠纷调解)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a mediation ended with. */
typedef enum
{
  GGOV_DISPUTE_AGREED,    /* "agreed" */
  GGOV_DISPUTE_FAILED,    /* "failed" */
  GGOV_DISPUTE_WITHDRAWN, /* "withdrawn" */
} GgovDisputeOutcome;

#define GGOV_N_DISPUTE_OUTCOMES (GGOV_DISPUTE_WITHDRAWN + 1)

/**
 * GgovDisputeFields:
 * @issue_id: its issue
 * @number: of the issue; read only, as are title, type, place, grid, mediator and filed_on
 * @claim: what the applicant asks for
 * @outcome: code of a GgovDisputeOutcome; "" while it goes on
 * @agreement: what was agreed, or why nothing was
 * @ended_on: ISO day, as are the others; "" for none
 * @is_open: 1 while the issue is open
 * @n_required: pieces that its file has to have by now
 * @n_missing: those of them that it has not
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      issue_id;
  gint64      mediator_id;
  gint64      is_open;
  gint64      n_parties;
  gint64      n_meetings;
  gint64      n_pieces;
  gint64      n_required;
  gint64      n_missing;
  const char *number;
  const char *title;
  const char *type;
  const char *place;
  const char *grid;
  const char *mediator;
  const char *filed_on;
  const char *claim;
  const char *applied_on;
  const char *accepted_on;
  const char *outcome;
  const char *ended_on;
  const char *agreement;
} GgovDisputeFields;

#define GGOV_TYPE_DISPUTE (ggov_dispute_get_type ())

G_DECLARE_FINAL_TYPE (GgovDispute, ggov_dispute, GGOV, DISPUTE, GObject)

GgovDispute *ggov_dispute_new (const GgovDisputeFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovDisputeFields *ggov_dispute_get_fields (GgovDispute *self);

const char *ggov_dispute_outcome_get_code  (guint       outcome);
const char *ggov_dispute_outcome_get_label (guint       outcome);

/* GGOV_N_DISPUTE_OUTCOMES where there is no such code. */
guint       ggov_dispute_outcome_find      (const char *code);

G_END_DECLS
