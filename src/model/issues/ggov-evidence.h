/* ggov-evidence.h: what has to be shown at which link of an issue's way
 *
 * A plan of evidence is written in records and files as "file:photo report-back:photo,text": for each
 * link that asks for something its move, and what it asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-kind.h"
#include "ggov-issue-stage.h"

G_BEGIN_DECLS

/**
 * GgovEvidence:
 * @GGOV_EVIDENCE_PHOTO: a photo of the place; "photo"
 * @GGOV_EVIDENCE_TEXT: words on what was found or done; "text"
 * @GGOV_EVIDENCE_PAPER: a paper, such as an agreement that was signed; "paper"
 *
 * Bits, of which a link can ask for several.
 */
typedef enum
{
  GGOV_EVIDENCE_PHOTO = 1 << 0,
  GGOV_EVIDENCE_TEXT  = 1 << 1,
  GGOV_EVIDENCE_PAPER = 1 << 2,
} GgovEvidence;

#define GGOV_N_EVIDENCES 3

/* The links that can ask for something are those of the way itself: moves from GGOV_ISSUE_FILE to
 * GGOV_ISSUE_EVALUATE. Side ways ask for a reason. */
#define GGOV_N_EVIDENCE_LINKS (GGOV_ISSUE_EVALUATE + 1)

/**
 * GgovEvidencePlan:
 * @asked: by GgovIssueMove, a sum of GgovEvidence
 *
 * All zeros is a plan that asks for nothing.
 */
typedef struct
{
  guint8 asked[GGOV_N_EVIDENCE_LINKS];
} GgovEvidencePlan;

/**
 * ggov_evidence_plan_get:
 * @move: any move
 *
 * Returns: a sum of GgovEvidence that has to be there for the move; 0 for nothing
 */
guint        ggov_evidence_plan_get       (const GgovEvidencePlan  *plan,
                                           GgovIssueMove            move);

/**
 * ggov_evidence_plan_parse:
 * @text: a plan as records have it; "" asks for nothing
 * @plan: (out): the plan
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @plan left as it was
 */
gboolean     ggov_evidence_plan_parse     (const char              *text,
                                           GgovEvidencePlan        *plan,
                                           GError                 **error);

/**
 * ggov_evidence_plan_to_string:
 *
 * Returns: (transfer full): the text ggov_evidence_plan_parse() reads, links in their order
 */
char        *ggov_evidence_plan_to_string (const GgovEvidencePlan  *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_evidence_find:
 * @plan_text: (nullable): a plan as records have it
 *
 * The same as ggov_evidence_plan_get() for who has the text. One that cannot be read asks for nothing.
 *
 * Returns: a sum of GgovEvidence
 */
guint        ggov_evidence_find           (const char              *plan_text,
                                           GgovIssueMove            move);

/**
 * ggov_evidence_find_at_filing:
 * @plan_text: (nullable): a plan as records have it
 * @source: how the issue came to be known
 *
 * What an issue has to be filed with. A photo is asked only of those who were there: who calls the
 * hotline has none to show.
 *
 * Returns: a sum of GgovEvidence
 */
guint        ggov_evidence_find_at_filing (const char              *plan_text,
                                           GgovIssueSource          source);

/* The word that stands for one bit. */
const char  *ggov_evidence_get_code       (GgovEvidence             evidence);

/* The bit a word stands for; 0 for none. */
guint        ggov_evidence_from_code      (const char              *code);

/* What one bit is called in the user's language. */
const char  *ggov_evidence_get_label      (GgovEvidence             evidence);

/**
 * ggov_evidence_dup_label:
 * @evidence: a sum of GgovEvidence
 *
 * Returns: (transfer full): "photo, words"; "" for nothing
 */
char        *ggov_evidence_dup_label      (guint                    evidence)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
