/* ggov-start-rule.h: when a limit begins to run, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-deadline.h"

G_BEGIN_DECLS

#define GGOV_N_START_RULES (GGOV_START_NEXT_DAY + 1)

/* The word that stands for the rule in records and files: "" for GGOV_START_BY_UNIT, "at-once" or
 * "next-day". */
const char *ggov_start_rule_get_code  (GgovStartRule   rule);

/**
 * ggov_start_rule_from_code:
 * @code: (nullable): a word from a record or file; NULL is ""
 * @rule: (out): what it stands for
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @rule left as it was
 */
gboolean    ggov_start_rule_from_code (const char     *code,
                                       GgovStartRule  *rule,
                                       GError        **error);

/* The rule in the user's words. */
const char *ggov_start_rule_get_label (GgovStartRule   rule);

G_END_DECLS
