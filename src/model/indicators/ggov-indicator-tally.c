/* ggov-indicator-tally.c: issues counted into indicators
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-indicator-tally.h"

#define PERCENTILE 90

struct _GgovIndicatorTally
{
  GgovRate  rates[GGOV_N_INDICATORS];
  gint64    n_closed;
  GArray   *minutes; /* (element-type gint64) */
};

GgovIndicatorTally *
ggov_indicator_tally_new (void)
{
  GgovIndicatorTally *self = g_new0 (GgovIndicatorTally, 1);

  self->minutes = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
ggov_indicator_tally_free (GgovIndicatorTally *self)
{
  g_array_unref (self->minutes);
  g_free (self);
}

void
ggov_indicator_tally_add_one (GgovIndicatorTally        *self,
                              guint                      indicator,
                              const GgovIndicatorFacts  *facts,
                              const GgovIndicatorPeriod *period)
{
  GgovIndicatorPart part;

  g_return_if_fail (self != NULL && indicator <= GGOV_N_INDICATORS);

  if (indicator == GGOV_N_INDICATORS)
    {
      if (!ggov_indicator_is_closed (facts, period))
        return;

      self->n_closed++;
      if (facts->minutes >= 0)
        g_array_append_val (self->minutes, facts->minutes);
      return;
    }

  part = ggov_indicator_judge (indicator, facts, period);
  self->rates[indicator].denominator += part != GGOV_INDICATOR_OUTSIDE;
  self->rates[indicator].numerator += part == GGOV_INDICATOR_NUMERATOR;
}

void
ggov_indicator_tally_add (GgovIndicatorTally        *self,
                          const GgovIndicatorFacts  *facts,
                          const GgovIndicatorPeriod *period)
{
  for (guint i = 0; i <= GGOV_N_INDICATORS; i++)
    ggov_indicator_tally_add_one (self, i, facts, period);
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

void
ggov_indicator_tally_sum (GgovIndicatorTally *self,
                          GgovIndicatorSums  *sums)
{
  const gint64 *minutes;
  guint n;

  g_return_if_fail (self != NULL && sums != NULL);

  n = self->minutes->len;
  for (guint i = 0; i < GGOV_N_INDICATORS; i++)
    sums->rates[i] = self->rates[i];
  sums->n_closed = self->n_closed;
  sums->median_minutes = sums->p90_minutes = -1;
  if (n == 0)
    return;

  g_array_sort (self->minutes, compare_minutes);
  minutes = (const gint64 *) (void *) self->minutes->data;
  sums->median_minutes = n % 2 ? minutes[n / 2] : (minutes[n / 2 - 1] + minutes[n / 2] + 1) / 2;
  /* The nearest rank: the n times 90 hundredths, rounded up, counted from 1. */
  sums->p90_minutes = minutes[(n * PERCENTILE + 99) / 100 - 1];
}
