/* ggov-issue-layer.h: markers of open issues on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue-markers.h"
#include "ggov-map-layer.h"

G_BEGIN_DECLS

/**
 * GgovIssueLayer:
 *
 * Draws each marker in a box of its own.
 */
#define GGOV_TYPE_ISSUE_LAYER (ggov_issue_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssueLayer, ggov_issue_layer, GGOV, ISSUE_LAYER, GgovMapLayer)

GgovIssueLayer *ggov_issue_layer_new         (ShumateViewport  *viewport);

/* (nullable): NULL for none. */
void            ggov_issue_layer_set_markers (GgovIssueLayer   *self,
                                              GgovIssueMarkers *markers);
GgovIssueMarkers *ggov_issue_layer_get_markers (GgovIssueLayer *self);

/**
 * GgovIssueLayer::activated:
 * @x: where, pixels
 * @y: likewise
 * @cluster: a GgovGeoCluster
 * @zoom: the zoom level it is of
 *
 * Emitted when a marker was clicked on, or chosen by a key.
 */

/* Whether there is a marker at a point; if so it is activated. */
gboolean        ggov_issue_layer_click       (GgovIssueLayer   *self,
                                              double            x,
                                              double            y);

/* Says what the marker at a point stands for, as long as the pointer is there. */
void            ggov_issue_layer_hover       (GgovIssueLayer   *self,
                                              double            x,
                                              double            y);

/* Goes to the next marker that is seen, or to the one before, from the left to the right; says what
 * it stands for: (transfer full) (nullable). */
char           *ggov_issue_layer_step        (GgovIssueLayer   *self,
                                              int               step) G_GNUC_WARN_UNUSED_RESULT;

/* Activates the marker that was gone to; FALSE if there is none. */
gboolean        ggov_issue_layer_activate    (GgovIssueLayer   *self);
void            ggov_issue_layer_leave       (GgovIssueLayer   *self);

/* The zoom level whose clusters are shown at a zoom. */
int             ggov_issue_layer_get_level   (double            zoom);

G_END_DECLS
