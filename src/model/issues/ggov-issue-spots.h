/* ggov-issue-spots.h: where open issues are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"

G_BEGIN_DECLS

/**
 * GgovIssueSpot:
 * @number: as the office knows it
 * @lon: degrees; NAN where nobody knows where it is
 * @lat: degrees
 * @due_at: seconds since 1970-01-01T00:00:00Z, or 0
 * @due_provisional: it lies in a year whose holidays are not announced yet
 */
typedef struct
{
  gint64          id;
  const char     *number;
  const char     *title;
  double          lon;
  double          lat;
  GgovIssueState  state;
  gint64          due_at;
  gboolean        due_provisional;
} GgovIssueSpot;

/**
 * GgovIssueSpots:
 *
 * Made by one and never changed once it is handed out; the reference count is atomic.
 */
typedef struct _GgovIssueSpots GgovIssueSpots;

GgovIssueSpots      *ggov_issue_spots_new   (void) G_GNUC_WARN_UNUSED_RESULT;
GgovIssueSpots      *ggov_issue_spots_ref   (GgovIssueSpots      *self);
void                 ggov_issue_spots_unref (GgovIssueSpots      *self);

/* Copies the texts. */
void                 ggov_issue_spots_add   (GgovIssueSpots      *self,
                                             const GgovIssueSpot *spot);

guint                ggov_issue_spots_get_n (GgovIssueSpots      *self);
const GgovIssueSpot *ggov_issue_spots_get   (GgovIssueSpots      *self,
                                             guint                i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIssueSpots, ggov_issue_spots_unref)

G_END_DECLS
