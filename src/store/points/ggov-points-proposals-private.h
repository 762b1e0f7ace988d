/* ggov-points-proposals-private.h: writing proposals of awards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-store-points-proposals.h"

G_BEGIN_DECLS

/* Proposes one award. Returns the proposal's number, or 0 with @error set. */
gint64   _ggov_points_propose     (GgovChange            *change,
                                   const GgovPointsWish  *wish,
                                   GError               **error);

/* Proposes what happened from a day up to another; days since 1970-01-01. */
gboolean _ggov_points_propose_all (GgovChange            *change,
                                   int                    from,
                                   int                    to,
                                   guint                 *n_proposed,
                                   GError               **error);

G_END_DECLS
