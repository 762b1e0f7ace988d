/* ggov-issue-images.h: what markers of issues look like, drawn once for all that look alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-geo-clusters.h"

G_BEGIN_DECLS

/**
 * GgovIssueImages:
 * @nodes: (element-type utf8 GskRenderNode): by what they look like
 * @older: likewise: what has not been seen since there were too many
 * @is_dark: what they were drawn for
 */
typedef struct
{
  GHashTable *nodes;
  GHashTable *older;
  gboolean    is_dark;
} GgovIssueImages;

void           ggov_issue_images_init  (GgovIssueImages      *self);
void           ggov_issue_images_clear (GgovIssueImages      *self);

/* All are drawn anew when they are wanted next. */
void           ggov_issue_images_drop  (GgovIssueImages      *self);

/**
 * ggov_issue_images_get:
 * @widget: which gives font and scale
 * @is_dark: whether the ground is dark
 *
 * Returns: (transfer none): the marker, its middle at 0, 0
 */
GskRenderNode *ggov_issue_images_get   (GgovIssueImages      *self,
                                        GtkWidget            *widget,
                                        gboolean              is_dark,
                                        const GgovGeoCluster *cluster);

G_END_DECLS
