/* ggov-write-issues.h: writing issues, their events and papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change. A call that adds returns the new record's number, or 0 with
 * @error set; 0 also stands for no record. Instants are seconds since 1970-01-01T00:00:00Z.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  const char *number;
  gint64      case_type_id;
  const char *title;
  const char *description;     /* (nullable) */
  const char *source;
  const char *stage;
  gboolean    suspended;
  gint64      grid_id;
  gint64      building_id;
  const char *place;           /* (nullable): in words */
  gint64      lon_e7;          /* degrees times ten million; both 0 if not known */
  gint64      lat_e7;
  gint64      reporter_id;
  gint64      handler_id;
  gint64      filed_at;
  gint64      due_at;          /* 0 if there is no limit yet */
  gboolean    due_provisional;
  gint64      closed_at;       /* 0 while it is open */
  int         measure_count;
  gint64      measure_area_cm2;
} GgovIssueRecord;

typedef struct
{
  gint64      issue_id;
  gint64      at;
  const char *move;
  const char *from_stage; /* (nullable): of the first event */
  const char *to_stage;
  gint64      person_id;
  const char *granted;    /* (nullable): time that an extension gave: 4h, 7d or 3cd */
  const char *note;       /* (nullable) */
} GgovIssueEventRecord;

gint64   ggov_change_add_issue       (GgovChange                  *change,
                                      const GgovIssueRecord       *record,
                                      GError                     **error);

/* Writes an event as it is. What a user does goes through the flow instead. The flow has to know the
 * step, and it has to follow the one before; an issue that came from elsewhere may begin anywhere, with
 * a first event that has no from_stage. A change ends well only where the issue is in the stage that
 * its last step led to, or has no steps. */
gint64   ggov_change_add_issue_event (GgovChange                  *change,
                                      const GgovIssueEventRecord  *record,
                                      GError                     **error);

/* Attaches a paper or photo to an event. Equal contents are kept once. */
gint64   ggov_change_attach          (GgovChange                  *change,
                                      gint64                       issue_event_id,
                                      const char                  *name,
                                      const char                  *media_type,
                                      GBytes                      *content,
                                      GError                     **error);

G_END_DECLS
