/* ggov-issue.h: an issue as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-issue-flow.h"
#include "ggov-issue-kind.h"

G_BEGIN_DECLS

/**
 * GgovIssueFields:
 * @row_version: the version that was read, for whoever writes it back
 * @number: as the office calls it
 * @type_name: what it is about, in English
 * @type_name_zh: the same in Chinese
 * @limit_text: of its case type, as ggov_limit_parse() reads it
 * @start_rule: (nullable): code of the GgovStartRule of its case type; NULL is ""
 * @evidence: (nullable): what each link of its case type has to show, as ggov_evidence_find() reads it
 * @figure: (nullable): code of the GgovFigure its case type counts in; NULL or "" for none
 * @measures: a sum of GgovMeasure that closing it asks for
 * @grid_code: (nullable): NULL where it has no grid, and so are the two names
 * @present_grid_id: the grid that has it by now: where its building is, or who went on from its
 *   grid; the same as @grid_id as long as no plan moved it
 * @present_grid_code: (nullable): and so is the name
 * @place: in words; may be empty
 * @handler_name: (nullable): NULL while nobody is sent
 * @filed_at: seconds since 1970-01-01T00:00:00Z, as all times here
 * @due_at: 0 if there is no limit, or its clock stands still
 * @closed_at: 0 while it is open
 * @n_events: how many things were done with it
 * @handler_is_away: whether who is sent is on leave on the day
 * @photo_id: of the first attachment that is a picture, or 0
 * @n_photos: how many there are
 */
typedef struct
{
  gint64          id;
  gint64          row_version;
  const char     *number;
  const char     *title;
  const char     *type_name;
  const char     *type_name_zh;
  const char     *limit_text;
  const char     *start_rule;
  const char     *evidence;
  const char     *figure;
  GgovLane        lane;
  guint           measures;
  GgovIssueState  state;
  gint64          grid_id;
  const char     *grid_code;
  const char     *grid_name;
  gint64          community_id;
  const char     *community_name;
  gint64          present_grid_id;
  const char     *present_grid_code;
  const char     *present_grid_name;
  gint64          building_id;
  const char     *place;
  gint64          handler_id;
  const char     *handler_name;
  gint64          filed_at;
  gint64          due_at;
  gboolean        due_provisional;
  gint64          closed_at;
  gint64          n_events;
  gboolean        handler_is_away;
  gint64          photo_id;
  gint64          n_photos;
} GgovIssueFields;

#define GGOV_TYPE_ISSUE (ggov_issue_get_type ())

G_DECLARE_FINAL_TYPE (GgovIssue, ggov_issue, GGOV, ISSUE, GObject)

/* Copies the texts. */
GgovIssue             *ggov_issue_new            (const GgovIssueFields *fields)
                                                  G_GNUC_WARN_UNUSED_RESULT;

const GgovIssueFields *ggov_issue_get_fields     (GgovIssue             *self);

/* Whether a limit runs for it, or stands still: whether there is a deadline to explain. */
gboolean               ggov_issue_has_clock      (GgovIssue             *self);

/* What it is about, in the user's language. */
const char            *ggov_issue_get_type_label (GgovIssue             *self);

G_END_DECLS
