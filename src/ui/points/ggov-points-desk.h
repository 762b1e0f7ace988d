/* ggov-points-desk.h: the window of the points desk: approvals, rules, venues, settlements, honours, charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_DESK (ggov_points_desk_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsDesk, ggov_points_desk, GGOV, POINTS_DESK, AdwWindow)

/* @parent: has the papers and the changes that can be undone */
GgovPointsDesk *ggov_points_desk_new    (GtkWindow      *parent,
                                         GgovSession    *session);

/* @view: approvals, rules, rewards, settlements, honours, expiring or charts */
void            ggov_points_desk_choose (GgovPointsDesk *self,
                                         const char     *view);

G_END_DECLS
