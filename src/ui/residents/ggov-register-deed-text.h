/* ggov-register-deed-text.h: what happened in the register, and how visits went, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @kind: code of a GgovRegisterDeed; itself where it is none */
const char *ggov_register_event_get_label (const char *kind);

/* @outcome: met, absent or refused; itself where it is none of them */
const char *ggov_visit_outcome_get_label  (const char *outcome);

G_END_DECLS
