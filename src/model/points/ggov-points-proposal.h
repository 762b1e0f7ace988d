/* ggov-points-proposal.h: an award that waits for somebody to confirm it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_PROPOSAL (ggov_points_proposal_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsProposal, ggov_points_proposal, GGOV, POINTS_PROPOSAL, GObject)

/**
 * GgovPointsProposalRecord:
 *
 * Its points are what its rule came to when it was proposed.
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      id;
  gint64      person_id;
  gint64      rule_id;
  gint64      at;            /* seconds since 1970-01-01T00:00:00Z: when it was done */
  gint64      minutes;       /* it took; 0 where that does not count */
  gint64      points;
  gint64      needs_second;  /* 1 if who proposed it cannot confirm it */
  gint64      transfer_id;   /* 0 until it is confirmed */
  const char *person;        /* name */
  const char *activity;      /* in the user's language */
  const char *code;          /* of the rule */
  const char *day;           /* ISO day of at */
  const char *source;        /* training/12; empty for none */
  const char *note;
  const char *evidence;      /* what proves a good deed */
  const char *notice_to;     /* ISO day, the last of public notice; empty for none */
  const char *state;         /* proposed, confirmed or refused */
  const char *proposed_by;
  const char *decided_by;
  const char *reason;        /* of refusing it */
} GgovPointsProposalRecord;

/* Copies the texts. */
GgovPointsProposal *ggov_points_proposal_new (const GgovPointsProposalRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsProposalRecord *ggov_points_proposal_get_record (GgovPointsProposal *self);

G_END_DECLS
