/* ggov-points-kinds.h: what the lists of the points window show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-points-list.h"

G_BEGIN_DECLS

/* Awards that wait. */
extern const GgovPointsListKind ggov_points_approvals;

/* Rules with their versions and drafts. */
extern const GgovPointsListKind ggov_points_rules;

/* What venues offer. */
extern const GgovPointsListKind ggov_points_rewards;

/* Sheets of a month, which is the word: 2026-02. */
extern const GgovPointsListKind ggov_points_settlements;

/* Who earned most in a month; the word is the month, a place and a role, with strokes between: the last
 * two may be empty. */
extern const GgovPointsListKind ggov_points_honours;

/* Whose points are about to expire. */
extern const GgovPointsListKind ggov_points_expiring;

G_END_DECLS
