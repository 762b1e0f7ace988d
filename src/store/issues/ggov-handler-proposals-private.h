/* ggov-handler-proposals-private.h: who serves an issue's grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-private.h"

G_BEGIN_DECLS

/**
 * _ggov_handler_find:
 * @role_code: (nullable): of who answers; NULL for that of the issue's case type
 * @at: seconds since 1970-01-01T00:00:00Z; the posts of that day count
 * @person_id: (out): who answers there, or who stands in for them, else the grid's full-time member;
 *   left as it was where there is nobody
 *
 * Returns: TRUE, or FALSE with @error set
 */
gboolean _ggov_handler_find (GgovDb      *db,
                             gint64       issue_id,
                             const char  *role_code,
                             gint64       at,
                             gint64      *person_id,
                             GError     **error);

G_END_DECLS
