/* ggov-deadline.h: by when something has to be done, and why then
 *
 * Working hours run from the moment itself or, where that lies outside the work hours, from the
 * next opening. Working days run from the next working day and end when the last of them closes.
 * Calendar days run from the next day and end when the last of them closes; where the office does
 * not work on that day, when the next working day closes. A day counts as a day, however long its
 * hours are. Another start can be asked for. A suspension stands still whatever
 * runs: what was left before it is left after it, to the minute.
 *
 * Source: Civil Code of the PRC, articles 201 and 203 (the first day does not count; a period that
 * ends on a day of rest ends on the day after it; business hours end the day).
 *
 * Times are seconds since 1970-01-01T00:00:00Z; seconds past the whole minute are dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-limit.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/* As the end of a suspension: not resumed yet. As a deadline: there is none, the clock stands. */
#define GGOV_DEADLINE_NONE G_MAXINT64

/**
 * GgovSuspension:
 * @from: when the clock was stopped
 * @to: when it ran again, not before @from; or GGOV_DEADLINE_NONE
 */
typedef struct
{
  gint64 from;
  gint64 to;
} GgovSuspension;

/**
 * GgovStartRule:
 * @GGOV_START_BY_UNIT: hours run at once, days from the next day on
 * @GGOV_START_AT_ONCE: from the moment itself; a day from 10:00 then ends at 10:00
 * @GGOV_START_NEXT_DAY: from the next day on that the limit counts
 *
 * When a limit begins to run.
 */
typedef enum
{
  GGOV_START_BY_UNIT,
  GGOV_START_AT_ONCE,
  GGOV_START_NEXT_DAY,
} GgovStartRule;

/**
 * GgovDeadlineTerms:
 * @start: the moment the limit is given
 * @limit: the limit
 * @start_rule: when it begins to run
 * @extensions: (array length=n_extensions) (nullable): time granted on top; hours and days may be
 *   mixed, calendar days only extend calendar days
 * @n_extensions: how many
 * @suspensions: (array length=n_suspensions) (nullable): in any order, may overlap
 * @n_suspensions: how many
 *
 * What a deadline is reckoned from.
 */
typedef struct
{
  gint64                start;
  GgovLimit             limit;
  GgovStartRule         start_rule;
  const GgovLimit      *extensions;
  guint                 n_extensions;
  const GgovSuspension *suspensions;
  guint                 n_suspensions;
} GgovDeadlineTerms;

/**
 * GgovDeadline:
 * @due: when the time is up, or GGOV_DEADLINE_NONE while the clock stands still
 * @provisional: the days counted lie in a year whose holidays are not announced yet
 */
typedef struct
{
  gint64   due;
  gboolean provisional;
} GgovDeadline;

/**
 * GgovSpanReason:
 * @GGOV_SPAN_WORKING: counted, a day as any other
 * @GGOV_SPAN_MAKE_UP: counted, a make-up workday
 * @GGOV_SPAN_START_DAY: not counted, the day the limit was given
 * @GGOV_SPAN_BREAK: not counted, between two spans of work
 * @GGOV_SPAN_CLOSED: not counted, before opening or after closing
 * @GGOV_SPAN_WEEKEND: not counted, no working day
 * @GGOV_SPAN_HOLIDAY: not counted, a public holiday
 * @GGOV_SPAN_SUSPENDED: not counted, the issue was suspended
 * @GGOV_SPAN_MOVED: calendar days have run out on a day of rest; until the next working day closes
 */
typedef enum
{
  GGOV_SPAN_WORKING,
  GGOV_SPAN_MAKE_UP,
  GGOV_SPAN_START_DAY,
  GGOV_SPAN_BREAK,
  GGOV_SPAN_CLOSED,
  GGOV_SPAN_WEEKEND,
  GGOV_SPAN_HOLIDAY,
  GGOV_SPAN_SUSPENDED,
  GGOV_SPAN_MOVED,
} GgovSpanReason;

/**
 * GgovDeadlineSpan:
 * @from: where it begins
 * @to: where it ends, the next one's @from; GGOV_DEADLINE_NONE in a suspension that has no end
 * @minutes: minutes of work that it counts for; where days are counted, by the length of a day that
 *   has the hours by default
 * @reason: why it counts or not
 * @name: (nullable): the holiday a holiday or make-up day belongs to; lives as long as the calendar
 */
typedef struct
{
  gint64          from;
  gint64          to;
  guint           minutes;
  GgovSpanReason  reason;
  const char     *name;
} GgovDeadlineSpan;

/**
 * ggov_deadline_reckon:
 * @clock: the office's clock
 * @terms: what to reckon from
 * @deadline: (out): the deadline
 * @error: return location for a GgovModelError (RANGE), or NULL
 *
 * Says by when. Costs a few look-ups and one step a suspension, whatever the limit.
 *
 * Returns: TRUE; or FALSE with @error set and @deadline left as it was, where a time leaves the
 *   calendar's range, a suspension ends before it begins, or an extension does not fit the limit
 */
gboolean    ggov_deadline_reckon         (GgovOfficeClock          *clock,
                                          const GgovDeadlineTerms  *terms,
                                          GgovDeadline             *deadline,
                                          GError                  **error);

/**
 * ggov_deadline_get_left:
 * @clock: the office's clock
 * @terms: what to reckon from
 * @now: the moment to look from
 * @minutes: (out): minutes of work that are left, where days are counted by the length of a day that
 *   has the hours by default; 0 when time is just up; below 0 the minutes of work since then
 * @error: return location for a GgovModelError (RANGE), or NULL
 *
 * Returns: TRUE, or FALSE with @error set, as ggov_deadline_reckon()
 */
gboolean    ggov_deadline_get_left       (GgovOfficeClock          *clock,
                                          const GgovDeadlineTerms  *terms,
                                          gint64                    now,
                                          gint64                   *minutes,
                                          GError                  **error);

/**
 * ggov_deadline_explain:
 * @clock: the office's clock
 * @terms: what to reckon from
 * @error: return location for a GgovModelError (RANGE), or NULL
 *
 * Tells the way from the start to the deadline, span after span without a gap. The minutes add up
 * to the limit and its extensions. Hours are told by the spans of a day, days by whole days.
 *
 * Returns: (transfer full) (element-type GgovDeadlineSpan): the spans, or NULL with @error set
 */
GArray     *ggov_deadline_explain        (GgovOfficeClock          *clock,
                                          const GgovDeadlineTerms  *terms,
                                          GError                  **error)
                                          G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_span_reason_get_code:
 *
 * Returns: a word for files: "working", "make-up", "start-day", "break", "closed", "weekend",
 *   "holiday", "suspended" or "moved"
 */
const char *ggov_span_reason_get_code    (GgovSpanReason            reason);

/**
 * ggov_span_reason_get_label:
 *
 * Returns: the reason in the user's words
 */
const char *ggov_span_reason_get_label   (GgovSpanReason            reason);

G_END_DECLS
