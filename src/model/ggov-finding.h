/* ggov-finding.h: something that does not hold, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_FINDING (ggov_finding_get_type ())

G_DECLARE_FINAL_TYPE (GgovFinding, ggov_finding, GGOV, FINDING, GObject)

/**
 * ggov_finding_new:
 * @kind: what was looked at: integrity, chain, geometry or ledger
 * @subject: which, such as a grid's code; never personal data
 * @message: what is wrong, in a translated sentence
 */
GgovFinding *ggov_finding_new         (const char  *kind,
                                       const char  *subject,
                                       const char  *message) G_GNUC_WARN_UNUSED_RESULT;

const char  *ggov_finding_get_kind    (GgovFinding *self);
const char  *ggov_finding_get_subject (GgovFinding *self);
const char  *ggov_finding_get_message (GgovFinding *self);

G_END_DECLS
