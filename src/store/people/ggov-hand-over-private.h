/* ggov-hand-over-private.h: open issues and strands go from the holder of a post to somebody else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/**
 * _ggov_hand_over_issues:
 * @note: (nullable): why, as the issues' histories tell it
 *
 * Gives the open issues at the place of a post that its holder handles, and open strands of issues
 * there, to somebody else.
 */
gboolean _ggov_hand_over_issues (GgovChange  *change,
                                 gint64       post_id,
                                 gint64       to_person_id,
                                 const char  *note,
                                 GError     **error);

G_END_DECLS
