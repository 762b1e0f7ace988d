/* ggov-role-private.h: the words for what a role is, as files have them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-role.h"

G_BEGIN_DECLS

/* By GgovScope, GgovPresence, GgovCardinality and GgovRoleChain. */
extern const char *const _ggov_scope_codes[GGOV_N_SCOPES];
extern const char *const _ggov_presence_codes[GGOV_N_PRESENCES];
extern const char *const _ggov_cardinality_codes[GGOV_N_CARDINALITIES];
extern const char *const _ggov_role_chain_codes[GGOV_N_ROLE_CHAINS];

G_END_DECLS
