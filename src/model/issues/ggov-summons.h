/* ggov-summons.h: somebody is called to the spot and has so many minutes to be there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

/* How long somebody has who is called, unless another time is said; minutes on the clock.
 * Source: the office's rule that whoever is called reports on the spot within half an hour. */
#define GGOV_SUMMONS_MINUTES 30

/* The most anybody is given. */
#define GGOV_SUMMONS_MOST_MINUTES (24 * 60)

G_BEGIN_DECLS

#define GGOV_TYPE_SUMMONS (ggov_summons_get_type ())

G_DECLARE_FINAL_TYPE (GgovSummons, ggov_summons, GGOV, SUMMONS, GObject)

/**
 * GgovSummonsRecord:
 * @caller_name: (nullable): NULL if the office called
 * @organisation_name: (nullable): the department that is called
 * @person_name: (nullable): who is called
 * @arrived_at: 0 if nobody came, or not yet
 * @closed_at: when it was answered or given up; 0 until then
 * @note: for what
 * @result: what came of it
 *
 * Each member is also a readable property, with dashes. Times are seconds since
 * 1970-01-01T00:00:00Z.
 */
typedef struct
{
  gint64      id;
  gint64      issue_id;
  gint64      row_version;
  gint64      caller_id;
  const char *caller_name;
  gint64      organisation_id;
  const char *organisation_name;
  gint64      person_id;
  const char *person_name;
  gint64      called_at;
  gint64      due_at;
  gint64      arrived_at;
  gint64      closed_at;
  const char *note;
  const char *result;
} GgovSummonsRecord;

/* Copies the texts. */
GgovSummons *ggov_summons_new (const GgovSummonsRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovSummonsRecord *ggov_summons_get_record (GgovSummons *self);

/**
 * GgovSummonsState:
 * @GGOV_SUMMONS_AWAITED: there is time left; code "awaited"
 * @GGOV_SUMMONS_OVERDUE: the time is up and nobody is there; code "overdue"
 * @GGOV_SUMMONS_IN_TIME: somebody came in time; code "in-time"
 * @GGOV_SUMMONS_LATE: somebody came late; code "late"
 * @GGOV_SUMMONS_MISSED: nobody came; code "missed"
 */
typedef enum
{
  GGOV_SUMMONS_AWAITED,
  GGOV_SUMMONS_OVERDUE,
  GGOV_SUMMONS_IN_TIME,
  GGOV_SUMMONS_LATE,
  GGOV_SUMMONS_MISSED,
} GgovSummonsState;

#define GGOV_SUMMONS_N_STATES (GGOV_SUMMONS_MISSED + 1)

GgovSummonsState  ggov_summons_get_state       (GgovSummons      *self,
                                                gint64            now);
const char       *ggov_summons_state_get_code  (GgovSummonsState  state);
const char       *ggov_summons_state_get_label (GgovSummonsState  state);

G_END_DECLS
