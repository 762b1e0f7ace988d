/* ggov-map-issues.h: open issues on the map: read, put together, opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"
#include "ggov-map-legend.h"
#include "ggov-session.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

/**
 * GgovMapIssues:
 *
 * Marks the open issues of the office on the canvas while they are to be shown, and explains the
 * marks in the legend. A marker of several goes closer, as far as they fall apart, and lists them
 * where they do not; one of a single issue asks for win.show-record. While the map has the
 * keyboard, [ and ] go from marker to marker and Return opens it.
 */
#define GGOV_TYPE_MAP_ISSUES (ggov_map_issues_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapIssues, ggov_map_issues, GGOV, MAP_ISSUES, GObject)

/* Canvas and legend have to outlive what is returned. @legend: (nullable): NULL for none */
GgovMapIssues *ggov_map_issues_new         (GgovMapCanvas *canvas,
                                            GgovMapLegend *legend) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
void           ggov_map_issues_set_session (GgovMapIssues *self,
                                            GgovSession   *session);
void           ggov_map_issues_set_shown   (GgovMapIssues *self,
                                            gboolean       is_shown);

/* (nullable): only what it leaves, of the issues that are open now; copied. */
void           ggov_map_issues_set_filter  (GgovMapIssues         *self,
                                            const GgovIssueFilter *filter);

/* Whether the issues shown are those that are there. */
gboolean       ggov_map_issues_is_complete (GgovMapIssues *self);

G_END_DECLS
