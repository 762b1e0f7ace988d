/* ggov-ladder-private.h: the ladder's steps, from the office's records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"
#include "ggov-ladder-step.h"

G_BEGIN_DECLS

/* The office's ladder, as its records have it. */
gboolean   _ggov_ladder_read       (GgovDb      *db,
                                    GgovLadder  *ladder,
                                    GError     **error);

/**
 * _ggov_ladder_list_due:
 * @issue_id: the issue, or 0 for all
 *
 * Returns: (transfer full) (element-type GgovLadderStep): what is to be done at @now
 */
GPtrArray *_ggov_ladder_list_due   (GgovDb      *db,
                                    gint64       now,
                                    gint64       issue_id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
