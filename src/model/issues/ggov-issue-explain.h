/* ggov-issue-explain.h: why a deadline is when it is, in a few lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-deadline.h"

G_BEGIN_DECLS

/**
 * ggov_deadline_dup_explanation:
 * @clock: the office's clock
 * @terms: what the deadline is reckoned from
 * @error: return location for a GgovModelError (RANGE), or NULL
 *
 * Tells the limit and what it runs from, each extension, span by span what is counted and what is
 * not and why, and the end.
 *
 * Returns: (transfer full): lines of text, or NULL with @error set
 */
char *ggov_deadline_dup_explanation (GgovOfficeClock          *clock,
                                     const GgovDeadlineTerms  *terms,
                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
