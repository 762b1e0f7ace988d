/* ggov-near-issue.h: an issue that may be the same as another that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-issue-flow.h"

G_BEGIN_DECLS

/* In place of a distance: all that is known is that it is on the same grid. */
#define GGOV_NEAR_SAME_GRID (-1)

/**
 * GgovNearIssueFields:
 * @number: as the office calls it
 * @place: in words; may be empty
 * @distance_m: metres, or GGOV_NEAR_SAME_GRID
 * @days: since it was filed, 0 for today
 */
typedef struct
{
  gint64          id;
  gint64          row_version;
  const char     *number;
  const char     *title;
  const char     *place;
  GgovIssueState  state;
  int             distance_m;
  int             days;
} GgovNearIssueFields;

#define GGOV_TYPE_NEAR_ISSUE (ggov_near_issue_get_type ())

G_DECLARE_FINAL_TYPE (GgovNearIssue, ggov_near_issue, GGOV, NEAR_ISSUE, GObject)

/* Copies the texts. */
GgovNearIssue             *ggov_near_issue_new        (const GgovNearIssueFields *fields)
                                                       G_GNUC_WARN_UNUSED_RESULT;

const GgovNearIssueFields *ggov_near_issue_get_fields (GgovNearIssue             *self);

/* Nearer ones first, those of the same grid after them, newer ones first of equals. */
int                        ggov_near_issue_compare    (gconstpointer              a,
                                                       gconstpointer              b);

G_END_DECLS
