/* ggov-rate.c: shares, kept as fractions and shown as the office shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-rate.h"

#define NOTHING "–"

#define MINUTES_PER_HOUR 60

/* @numerator over @denominator, both 0 or more, in whole numbers; a half goes up. */
static gint64
divide (gint64 numerator,
        gint64 denominator)
{
  return (2 * numerator + denominator) / (2 * denominator);
}

gint64
ggov_rate_get_basis_points (const GgovRate *rate)
{
  g_return_val_if_fail (rate != NULL && rate->denominator > 0, 0);

  return divide (rate->numerator * 10000, rate->denominator);
}

/* Hundredths as a decimal. */
static char *
dup_hundredths (gint64      hundredths,
                const char *unit)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d%s", hundredths / 100, (int) (hundredths % 100),
                          unit);
}

char *
ggov_rate_dup_percent (const GgovRate *rate)
{
  g_return_val_if_fail (rate != NULL, NULL);

  if (rate->denominator <= 0)
    return g_strdup (NOTHING);

  return dup_hundredths (ggov_rate_get_basis_points (rate), " %");
}

char *
ggov_rate_dup_fraction (const GgovRate *rate)
{
  g_return_val_if_fail (rate != NULL, NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, rate->numerator,
                          rate->denominator);
}

char *
ggov_rate_dup_per (const GgovRate *rate,
                   guint           n_days)
{
  g_return_val_if_fail (rate != NULL && n_days > 0, NULL);

  if (rate->denominator <= 0)
    return g_strdup (NOTHING);

  return dup_hundredths (divide (rate->numerator * n_days * 100, rate->denominator), "");
}

char *
ggov_work_time_dup_text (gint64 minutes)
{
  int rest = (int) (minutes % MINUTES_PER_HOUR);

  if (minutes < 0)
    return g_strdup (NOTHING);
  if (minutes < MINUTES_PER_HOUR)
    return g_strdup_printf (_("%d min"), rest);

  /* Translators: hours and minutes of work */
  return g_strdup_printf (_("%1$d h %2$d min"), (int) (minutes / MINUTES_PER_HOUR), rest);
}
