/* ggov-indicator.c: by what the work on issues is judged, each as a numerator over a denominator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-indicator.h"
#include "ggov-local-time.h"

static const struct
{
  const char *code;
  const char *label;
  const char *numerator;
  const char *denominator;
} indicators[GGOV_N_INDICATORS] = {
  [GGOV_INDICATOR_CLOSING] = {
    "closing", NC_("indicator", "Closing rate"),
    NC_("indicator", "closed by the end of the period"),
    NC_("indicator", "issues due to close in the period"),
  },
  [GGOV_INDICATOR_ON_TIME] = {
    "on-time", NC_("indicator", "On-time rate"),
    NC_("indicator", "closed not later than their deadline"),
    NC_("indicator", "issues due to close in the period"),
  },
  [GGOV_INDICATOR_REWORK] = {
    "rework", NC_("indicator", "Rework rate"),
    NC_("indicator", "sent back for rework in the period"),
    NC_("indicator", "issues that were verified or sent back in the period"),
  },
  [GGOV_INDICATOR_EXTENSION] = {
    "extension", NC_("indicator", "Extension rate"),
    NC_("indicator", "given more time at least once"),
    NC_("indicator", "issues due to close in the period"),
  },
  [GGOV_INDICATOR_DUPLICATE] = {
    "duplicate", NC_("indicator", "Duplicate rate"),
    NC_("indicator", "found to be duplicates of other issues"),
    NC_("indicator", "issues reported in the period"),
  },
  [GGOV_INDICATOR_FOLLOW_UP] = {
    "follow-up", NC_("indicator", "Follow-up rate"),
    NC_("indicator", "whose reporter was reached after closing"),
    NC_("indicator", "issues closed in the period"),
  },
  [GGOV_INDICATOR_SATISFACTION] = {
    "satisfaction", NC_("indicator", "Satisfaction rate"),
    NC_("indicator", "whose reporter gave 3 points of 5 or more"),
    NC_("indicator", "issues whose reporter was reached in the period"),
  },
};

static const struct
{
  const char *code;
  const char *label;
} bys[GGOV_N_INDICATOR_BYS] = {
  [GGOV_INDICATOR_BY_ALL] = { "all", NC_("indicator", "All together") },
  [GGOV_INDICATOR_BY_GRID] = { "grid", NC_("indicator", "By grid") },
  [GGOV_INDICATOR_BY_COMMUNITY] = { "community", NC_("indicator", "By community") },
  [GGOV_INDICATOR_BY_TYPE] = { "type", NC_("indicator", "By case type") },
  [GGOV_INDICATOR_BY_LANE] = { "lane", NC_("indicator", "By lane") },
  [GGOV_INDICATOR_BY_DEPARTMENT] = { "department", NC_("indicator", "By department") },
  [GGOV_INDICATOR_BY_PERSON] = { "person", NC_("indicator", "By person") },
  [GGOV_INDICATOR_BY_MONTH] = { "month", NC_("indicator", "By month") },
};

static gboolean
lies_in (gint64                     at,
         const GgovIndicatorPeriod *period)
{
  return at != 0 && at >= period->from && at < period->to;
}

void
ggov_indicator_period_set_days (GgovIndicatorPeriod *period,
                                int                  first,
                                int                  last)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_if_fail (period != NULL);

  period->from = ggov_local_time_from_day (first, 0);
  period->to = ggov_local_time_from_day (last + 1, 0);
  if (ggov_local_time_get_day (now) == last)
    period->to = MAX (MIN (period->to, now), period->from);
}

static GgovIndicatorPart
get_part (gboolean is_counted,
          gboolean is_above)
{
  if (!is_counted)
    return GGOV_INDICATOR_OUTSIDE;

  return is_above ? GGOV_INDICATOR_NUMERATOR : GGOV_INDICATOR_REST;
}

static gboolean
is_due (const GgovIndicatorFacts  *facts,
        const GgovIndicatorPeriod *period)
{
  return !facts->is_void && lies_in (facts->due_at, period);
}

gboolean
ggov_indicator_is_closed (const GgovIndicatorFacts  *facts,
                          const GgovIndicatorPeriod *period)
{
  g_return_val_if_fail (facts != NULL && period != NULL, FALSE);

  return !facts->is_void && lies_in (facts->closed_at, period);
}

GgovIndicatorPart
ggov_indicator_judge (GgovIndicator              indicator,
                      const GgovIndicatorFacts  *facts,
                      const GgovIndicatorPeriod *period)
{
  gint64 closed_at;

  g_return_val_if_fail (facts != NULL && period != NULL, GGOV_INDICATOR_OUTSIDE);

  closed_at = facts->closed_at != 0 && facts->closed_at < period->to ? facts->closed_at : 0;
  switch (indicator)
    {
    case GGOV_INDICATOR_CLOSING:
      return get_part (is_due (facts, period), closed_at != 0);

    case GGOV_INDICATOR_ON_TIME:
      return get_part (is_due (facts, period), closed_at != 0 && closed_at <= facts->due_at);

    case GGOV_INDICATOR_REWORK:
      return get_part (lies_in (facts->judged_at, period), facts->is_reworked);

    case GGOV_INDICATOR_EXTENSION:
      return get_part (is_due (facts, period), facts->is_extended);

    case GGOV_INDICATOR_DUPLICATE:
      return get_part (lies_in (facts->reported_at, period), facts->is_duplicate);

    case GGOV_INDICATOR_FOLLOW_UP:
      return get_part (ggov_indicator_is_closed (facts, period), facts->is_reached);

    case GGOV_INDICATOR_SATISFACTION:
      return get_part (lies_in (facts->answered_at, period), facts->is_satisfied);

    default:
      return GGOV_INDICATOR_OUTSIDE;
    }
}

gint64
ggov_indicator_get_moment (GgovIndicator             indicator,
                           const GgovIndicatorFacts *facts)
{
  g_return_val_if_fail (facts != NULL, 0);

  switch (indicator)
    {
    case GGOV_INDICATOR_REWORK:
      return facts->judged_at;

    case GGOV_INDICATOR_DUPLICATE:
      return facts->reported_at;

    case GGOV_INDICATOR_FOLLOW_UP:
      return facts->closed_at;

    case GGOV_INDICATOR_SATISFACTION:
      return facts->answered_at;

    case GGOV_INDICATOR_CLOSING:
    case GGOV_INDICATOR_ON_TIME:
    case GGOV_INDICATOR_EXTENSION:
    default:
      return facts->due_at;
    }
}

const char *
ggov_indicator_get_code (GgovIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < GGOV_N_INDICATORS, NULL);

  return indicators[indicator].code;
}

gboolean
ggov_indicator_from_code (const char    *code,
                          GgovIndicator *indicator)
{
  g_return_val_if_fail (code != NULL && indicator != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    if (g_str_equal (indicators[i].code, code))
      {
        *indicator = i;
        return TRUE;
      }

  return FALSE;
}

static const char *
translate (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "indicator", text);
}

const char *
ggov_indicator_get_label (GgovIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < GGOV_N_INDICATORS, NULL);

  return translate (indicators[indicator].label);
}

const char *
ggov_indicator_get_numerator (GgovIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < GGOV_N_INDICATORS, NULL);

  return translate (indicators[indicator].numerator);
}

const char *
ggov_indicator_get_denominator (GgovIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < GGOV_N_INDICATORS, NULL);

  return translate (indicators[indicator].denominator);
}

const char *
ggov_indicator_get_due_about (void)
{
  return C_("indicator", "Due to close in a period is an issue whose deadline lies in it: the limit of its "
                         "case type with what extensions gave, and without the time in which it was "
                         "suspended. What is suspended, void, a duplicate or not filed yet is not due.");
}

const char *
ggov_indicator_get_time_about (void)
{
  return C_("indicator", "Time to close: the office’s working time from the report of an issue to its "
                         "closing, without suspensions, of the issues closed in the period. The "
                         "median is the middle one, or half way between the middle two; the 90th "
                         "percentile is the least time within which nine of ten were closed.");
}

const char *
ggov_indicator_by_get_code (GgovIndicatorBy by)
{
  g_return_val_if_fail ((guint) by < GGOV_N_INDICATOR_BYS, NULL);

  return bys[by].code;
}

gboolean
ggov_indicator_by_from_code (const char      *code,
                             GgovIndicatorBy *by)
{
  g_return_val_if_fail (code != NULL && by != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_INDICATOR_BYS; i++)
    if (g_str_equal (bys[i].code, code))
      {
        *by = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_indicator_by_get_label (GgovIndicatorBy by)
{
  g_return_val_if_fail ((guint) by < GGOV_N_INDICATOR_BYS, NULL);

  return translate (bys[by].label);
}
