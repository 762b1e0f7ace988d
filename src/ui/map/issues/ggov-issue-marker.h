/* ggov-issue-marker.h: how a marker of issues looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "ggov-issue-due.h"
#include "ggov-map-palette.h"

G_BEGIN_DECLS

/* The largest marker, from its middle to its edge, pixels. */
#define GGOV_ISSUE_MARKER_REACH_PX 24

/* From its middle to its edge: one issue, or several. */
double ggov_issue_marker_get_reach (guint                 n);

/**
 * ggov_issue_marker_draw:
 * @cr: with the marker's middle at 0, 0
 * @due: how its most urgent issue stands
 * @n: how many issues it stands for
 * @n_due: how many of them stand so
 *
 * One issue is a shape of its own for each way to stand, so that nobody has to tell colours apart:
 * overdue is a diamond, today a triangle, soon a square, in time a disc, suspended two bars, no
 * limit a ring. Several are a disc with room for a number, in a ring that shows how many are the
 * most urgent.
 */
void   ggov_issue_marker_draw      (cairo_t              *cr,
                                    const GgovMapPalette *palette,
                                    GgovIssueDue          due,
                                    guint                 n,
                                    guint                 n_due);

G_END_DECLS
