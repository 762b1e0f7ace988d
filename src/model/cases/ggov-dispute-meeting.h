/* ggov-dispute-meeting.h: a meeting of those in a dispute
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovDisputeMeetingFields:
 * @issue_id: the issue of the dispute
 * @at: when, seconds since 1970-01-01T00:00:00Z
 * @when: the same in local time, 2026-03-02T10:00; read only
 * @party_ids: the parties who came, their numbers apart by commas
 * @present: their names; read only
 * @others: who else came
 * @said: what each side said
 * @agreed: what was agreed
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      issue_id;
  gint64      at;
  gint64      n_present;
  const char *when;
  const char *place;
  const char *party_ids;
  const char *present;
  const char *others;
  const char *said;
  const char *agreed;
} GgovDisputeMeetingFields;

#define GGOV_TYPE_DISPUTE_MEETING (ggov_dispute_meeting_get_type ())

G_DECLARE_FINAL_TYPE (GgovDisputeMeeting, ggov_dispute_meeting, GGOV, DISPUTE_MEETING, GObject)

GgovDisputeMeeting *ggov_dispute_meeting_new (const GgovDisputeMeetingFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovDisputeMeetingFields *ggov_dispute_meeting_get_fields (GgovDisputeMeeting *self);

G_END_DECLS
