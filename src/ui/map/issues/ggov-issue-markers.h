/* ggov-issue-markers.h: open issues put together for every zoom level of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-clusters.h"
#include "ggov-issue-due.h"
#include "ggov-issue-spots.h"

G_BEGIN_DECLS

/* What is as near as this to another marker is put together with it, pixels. */
#define GGOV_ISSUE_MARKERS_RADIUS_PX 44

/**
 * GgovIssueMarkers:
 * @spots: the issues
 * @dues: (array): how each of them stands with its time
 * @clusters: of the issues, in their order; their rank is that of what is most urgent, as
 *   ggov_issue_markers_get_due() reads it
 * @counts: how many issues stand how
 *
 * Never changes; the reference count is atomic.
 */
typedef struct
{
  GgovIssueSpots  *spots;
  guint8          *dues;
  GgovGeoClusters *clusters;
  guint            counts[GGOV_ISSUE_N_DUES];
} GgovIssueMarkers;

/**
 * ggov_issue_markers_new:
 * @now: seconds since 1970-01-01T00:00:00Z
 *
 * 50,000 issues take some tenths of a second; not for the main thread.
 */
GgovIssueMarkers *ggov_issue_markers_new      (GgovIssueSpots         *spots,
                                               GgovOfficeClock        *clock,
                                               gint64                  now) G_GNUC_WARN_UNUSED_RESULT;
GgovIssueMarkers *ggov_issue_markers_ref      (GgovIssueMarkers       *self);
void              ggov_issue_markers_unref    (GgovIssueMarkers       *self);

/* How the most urgent issue of a cluster stands. */
GgovIssueDue      ggov_issue_markers_get_due  (const GgovGeoCluster   *cluster);

/* (array): indices of the issues of a cluster, the most urgent first; a GArray of guint. */
GArray           *ggov_issue_markers_list     (GgovIssueMarkers       *self,
                                               const GgovGeoCluster   *cluster) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what a marker stands for: the title of an issue, or how many there are. */
char             *ggov_issue_markers_dup_text (GgovIssueMarkers       *self,
                                               const GgovGeoCluster   *cluster) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIssueMarkers, ggov_issue_markers_unref)

G_END_DECLS
