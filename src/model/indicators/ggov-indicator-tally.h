/* ggov-indicator-tally.h: issues counted into indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-indicator.h"
#include "ggov-rate.h"

G_BEGIN_DECLS

/**
 * GgovIndicatorSums:
 * @rates: for each indicator
 * @n_closed: how many were closed in the period
 * @median_minutes: of the time of work they took, a half rounded up; -1 where none was closed
 * @p90_minutes: the 90th percentile of it by the nearest rank, so that it is one that occurred; or -1
 *
 * What came out.
 */
typedef struct
{
  GgovRate rates[GGOV_N_INDICATORS];
  gint64   n_closed;
  gint64   median_minutes;
  gint64   p90_minutes;
} GgovIndicatorSums;

/* What is being counted. */
typedef struct _GgovIndicatorTally GgovIndicatorTally;

GgovIndicatorTally *ggov_indicator_tally_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                ggov_indicator_tally_free (GgovIndicatorTally        *self);

/* Counts one issue for all indicators. */
void                ggov_indicator_tally_add  (GgovIndicatorTally        *self,
                                               const GgovIndicatorFacts  *facts,
                                               const GgovIndicatorPeriod *period);

/* Counts it for one indicator, and its time for GGOV_N_INDICATORS. */
void                ggov_indicator_tally_add_one (GgovIndicatorTally        *self,
                                                  guint                      indicator,
                                                  const GgovIndicatorFacts  *facts,
                                                  const GgovIndicatorPeriod *period);

/* @sums: (out): what was counted so far */
void                ggov_indicator_tally_sum  (GgovIndicatorTally        *self,
                                               GgovIndicatorSums         *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIndicatorTally, ggov_indicator_tally_free)

G_END_DECLS
