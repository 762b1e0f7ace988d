/* ggov-rate.h: shares, kept as fractions and shown as the office shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovRate:
 * @numerator: how many of them, 0 to @denominator where it is a share
 * @denominator: of how many; 0 where there is nothing to count, and then there is no rate
 *
 * A fraction. It is never a decimal before it is shown, so that it can be added up and compared.
 */
typedef struct
{
  gint64 numerator;
  gint64 denominator;
} GgovRate;

/**
 * ggov_rate_get_basis_points:
 * @rate: a rate that has a denominator
 *
 * Returns: hundredths of a percent, a half rounded up: 737 of 972 are 7582
 */
gint64  ggov_rate_get_basis_points (const GgovRate *rate);

/**
 * ggov_rate_dup_percent:
 *
 * Returns: (transfer full): two places, "75.82 %"; a dash where there is no rate
 */
char   *ggov_rate_dup_percent      (const GgovRate *rate) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_rate_dup_fraction:
 *
 * Returns: (transfer full): "737 / 972"
 */
char   *ggov_rate_dup_fraction     (const GgovRate *rate) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_rate_dup_per:
 * @rate: how many in how many days
 * @n_days: for so many days, at least 1
 *
 * Returns: (transfer full): how many come on @n_days days, two places, a half rounded up: "4.50";
 *   a dash where there is no rate
 */
char   *ggov_rate_dup_per          (const GgovRate *rate,
                                    guint           n_days) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_work_time_dup_text:
 * @minutes: minutes of work; below 0 where there is none to tell
 *
 * Returns: (transfer full): "12 h 30 min" in the user's words; a dash where there is none
 */
char   *ggov_work_time_dup_text    (gint64          minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
