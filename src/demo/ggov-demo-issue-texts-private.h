/* ggov-demo-issue-texts-private.h: what the demo's issues say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-random-private.h"
#include "ggov-case-type.h"
#include "ggov-issue-flow.h"

G_BEGIN_DECLS

/* Whether there are texts for issues of the type: a demo has no others, so that it stays the same
 * whatever the catalogue goes on to have. */
gboolean    _ggov_demo_issue_has_texts (const GgovCaseType  *type);

/**
 * _ggov_demo_issue_dup_texts:
 * @type: one that has texts
 * @place: where, as people say it
 * @door: a dwelling there, such as "302室"
 * @title: (out) (transfer full): a line
 * @description: (out) (transfer full): a sentence or two
 */
void        _ggov_demo_issue_dup_texts (const GgovCaseType  *type,
                                        const char          *place,
                                        const char          *door,
                                        char               **title,
                                        char               **description,
                                        GgovDemoRandom      *random);

/* What is noted when an issue of the type is moved; may be empty. */
const char *_ggov_demo_issue_get_note  (const GgovCaseType  *type,
                                        GgovIssueMove        move,
                                        GgovDemoRandom      *random);

G_END_DECLS
