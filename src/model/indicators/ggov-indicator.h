/* ggov-indicator.h: by what the work on issues is judged, each as a numerator over a denominator
 *
 * What every indicator rests on:
 *
 * - A period runs from its first instant to its end, and no further than the moment it is looked at.
 * - An issue is due to close (应结案) in the period in which its deadline lies. The deadline is the one
 *   that holds: the limit of its case type, what extensions gave on top, and without the time in
 *   which it was suspended. While it is suspended it has none and is not due. What is void, a duplicate
 *   or not filed yet is not due either. What was due in an earlier period is not counted again.
 * - It is closed when somebody has closed it, after it was verified, before the period ends. One that
 *   was closed before the period in which it is due counts in that period.
 * - It is closed on time (按期结案) when that was not after its deadline.
 *
 * So each numerator is a part of its denominator, and a period that is over keeps its figures, unless
 * one of its issues is opened again or asked about later.
 *
 * Source: GB/T 30428.4, evaluation of unit-grid management (结案率, 按期结案率, 返工率): both closing
 * rates share the denominator “due to close”.
 *
 * Times are seconds since 1970-01-01T00:00:00Z.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovIndicator:
 * @GGOV_INDICATOR_CLOSING: closed, of what was due to close (结案率); "closing"
 * @GGOV_INDICATOR_ON_TIME: closed on time, of what was due to close (按期结案率); "on-time"
 * @GGOV_INDICATOR_REWORK: sent back for rework in the period, of what was verified or sent back in it
 *   (返工率); "rework"
 * @GGOV_INDICATOR_EXTENSION: given more time, of what was due to close (延期率); "extension"
 * @GGOV_INDICATOR_DUPLICATE: a duplicate of another issue, of what was reported in the period (重复率);
 *   "duplicate"
 * @GGOV_INDICATOR_FOLLOW_UP: whose reporter was reached after closing, of what was closed in the period
 *   (回访率); "follow-up"
 * @GGOV_INDICATOR_SATISFACTION: whose reporter was satisfied, of those who were reached (满意率);
 *   "satisfaction"
 */
typedef enum
{
  GGOV_INDICATOR_CLOSING,
  GGOV_INDICATOR_ON_TIME,
  GGOV_INDICATOR_REWORK,
  GGOV_INDICATOR_EXTENSION,
  GGOV_INDICATOR_DUPLICATE,
  GGOV_INDICATOR_FOLLOW_UP,
  GGOV_INDICATOR_SATISFACTION,
} GgovIndicator;

#define GGOV_N_INDICATORS (GGOV_INDICATOR_SATISFACTION + 1)

/**
 * GgovIndicatorPart:
 * @GGOV_INDICATOR_OUTSIDE: not counted
 * @GGOV_INDICATOR_REST: in the denominator alone
 * @GGOV_INDICATOR_NUMERATOR: in both
 */
typedef enum
{
  GGOV_INDICATOR_OUTSIDE,
  GGOV_INDICATOR_REST,
  GGOV_INDICATOR_NUMERATOR,
} GgovIndicatorPart;

/**
 * GgovIndicatorBy:
 *
 * What the issues are told apart by. Codes: "all", "grid", "community", "type", "lane", "department",
 * "person", "month". The grid is the one an issue was filed on; the department is the organisation of
 * who handles it; the month is that in which what an indicator counts happened.
 */
typedef enum
{
  GGOV_INDICATOR_BY_ALL,
  GGOV_INDICATOR_BY_GRID,
  GGOV_INDICATOR_BY_COMMUNITY,
  GGOV_INDICATOR_BY_TYPE,
  GGOV_INDICATOR_BY_LANE,
  GGOV_INDICATOR_BY_DEPARTMENT,
  GGOV_INDICATOR_BY_PERSON,
  GGOV_INDICATOR_BY_MONTH,
} GgovIndicatorBy;

#define GGOV_N_INDICATOR_BYS (GGOV_INDICATOR_BY_MONTH + 1)

/**
 * GgovIndicatorPeriod:
 * @from: its first instant
 * @to: the first after it; no later than the moment it is looked at
 */
typedef struct
{
  gint64 from;
  gint64 to;
} GgovIndicatorPeriod;

/**
 * GgovIndicatorFacts:
 * @reported_at: when it came in
 * @due_at: its deadline, or 0 where there is none
 * @closed_at: when it was closed, or 0
 * @is_void: whether it ended without result
 * @is_duplicate: whether that was because there was such an issue already
 * @is_extended: whether it was ever given more time
 * @judged_at: when it was last verified or sent back in the period, or 0
 * @is_reworked: whether it was sent back in the period
 * @is_reached: whether its reporter was reached after it was closed
 * @is_satisfied: whether they were satisfied when they were last reached in the period
 * @minutes: time of work from its report to its closing without suspensions, or -1
 * @answered_at: when its reporter was last reached in the period, or 0; what was sent back since is
 *   not closed any more
 *
 * What is known of one issue.
 */
typedef struct
{
  gint64   reported_at;
  gint64   due_at;
  gint64   closed_at;
  gboolean is_void;
  gboolean is_duplicate;
  gboolean is_extended;
  gint64   judged_at;
  gboolean is_reworked;
  gboolean is_reached;
  gboolean is_satisfied;
  gint64   minutes;
  gint64   answered_at;
} GgovIndicatorFacts;

/**
 * ggov_indicator_judge:
 *
 * Says whether an issue counts. Sums and the lists behind them ask nothing else.
 *
 * Returns: where it counts
 */
GgovIndicatorPart  ggov_indicator_judge           (GgovIndicator              indicator,
                                                   const GgovIndicatorFacts  *facts,
                                                   const GgovIndicatorPeriod *period);

/**
 * ggov_indicator_period_set_days:
 * @period: (out): from the first day's begin to the last one's end, but not beyond now
 * @first: a day, as in ggov-local-time.h
 * @last: a day that is not after today
 *
 * What falls due later today is not due yet.
 */
void               ggov_indicator_period_set_days (GgovIndicatorPeriod *period,
                                                   int                  first,
                                                   int                  last);

/* Whether it was closed in the period: what the time to close is told of. */
gboolean           ggov_indicator_is_closed       (const GgovIndicatorFacts  *facts,
                                                   const GgovIndicatorPeriod *period);

/* The moment that brings an issue into a period. */
gint64             ggov_indicator_get_moment      (GgovIndicator              indicator,
                                                   const GgovIndicatorFacts  *facts);

/* The word that stands for it in files. */
const char        *ggov_indicator_get_code        (GgovIndicator              indicator);
gboolean           ggov_indicator_from_code       (const char                *code,
                                                   GgovIndicator             *indicator);

/* In the user's language: its name, and what is above and below the line. */
const char        *ggov_indicator_get_label       (GgovIndicator              indicator);
const char        *ggov_indicator_get_numerator   (GgovIndicator              indicator);
const char        *ggov_indicator_get_denominator (GgovIndicator              indicator);

/* In the user's language: when an issue is due to close. */
const char        *ggov_indicator_get_due_about   (void);

/* How the time to close is told: what it is, and which definitions of median and percentile hold. */
const char        *ggov_indicator_get_time_about  (void);

const char        *ggov_indicator_by_get_code     (GgovIndicatorBy            by);
gboolean           ggov_indicator_by_from_code    (const char                *code,
                                                   GgovIndicatorBy           *by);
const char        *ggov_indicator_by_get_label    (GgovIndicatorBy            by);

G_END_DECLS
