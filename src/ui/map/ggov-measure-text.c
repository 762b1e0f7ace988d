/* ggov-measure-text.c: what was measured, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-measure-text.h"
#include "ggov-number-text.h"

char *
ggov_measure_dup_length (double length_m)
{
  /* Rounded first: 999.96 m is a kilometre. */
  if (round (length_m * 10) < 10000)
    return g_strdup_printf (_("%.1f m"), length_m);

  if (round (length_m) < 10000)
    return g_strdup_printf (_("%.3f km"), length_m / 1000);

  return g_strdup_printf (_("%.2f km"), length_m / 1000);
}

char *
ggov_measure_dup_area (double area_m2)
{
  g_autofree char *number = NULL;

  if (round (area_m2 * 10) < 100000)
    return g_strdup_printf (_("%.1f m²"), area_m2);

  if (round (area_m2) >= 1e7)
    return g_strdup_printf (_("%.2f km²"), area_m2 / 1e6);

  number = ggov_number_dup_text (round (area_m2));

  return g_strdup_printf (_("%s m²"), number);
}

static gboolean
has_area (GgovMeasure *self)
{
  guint n;

  ggov_measure_get_path (self, &n, NULL);

  return ggov_measure_get_kind (self) == GGOV_MEASURE_AREA && n >= 3;
}

static gboolean
has_length (GgovMeasure *self)
{
  guint n;

  ggov_measure_get_path (self, &n, NULL);

  return n >= 2;
}

static const char *
get_crossing (void)
{
  return _("The border crosses itself");
}

static char *
dup_land (double area_m2)
{
  /* Translators: an area once more in hectares and in mu */
  return g_strdup_printf (_("%.2f ha = %.2f mu"), area_m2 / 10000, area_m2 / GGOV_MEASURE_M2_A_MU);
}

char *
ggov_measure_dup_figure (GgovMeasure *self)
{
  double area_m2 = ggov_measure_get_area_m2 (self);

  if (has_area (self))
    return area_m2 < 0 ? g_strdup (get_crossing ()) : ggov_measure_dup_area (area_m2);

  return has_length (self) ? ggov_measure_dup_length (ggov_measure_get_length_m (self))
                           : g_strdup ("");
}

static char *
dup_last_leg (GgovMeasure *self)
{
  const double *legs;
  guint n;
  g_autofree char *length = NULL;

  ggov_measure_get_path (self, &n, &legs);
  length = ggov_measure_dup_length (legs[n - 2]);

  /* Translators: the length of a line’s last leg, and the number of its legs */
  return g_strdup_printf (ngettext ("last leg %s, %u leg", "last leg %s, %u legs", n - 1), length,
                          n - 1);
}

static char *
dup_around (GgovMeasure *self)
{
  g_autofree char *length = ggov_measure_dup_length (ggov_measure_get_length_m (self));

  /* Translators: the length of an area’s border */
  return g_strdup_printf (_("%s around"), length);
}

char *
ggov_measure_dup_details (GgovMeasure *self)
{
  double area_m2 = ggov_measure_get_area_m2 (self);
  g_autofree char *around = NULL;
  g_autofree char *land = NULL;

  if (!has_length (self))
    return g_strdup (_("Click on the map, or press Space, to put points"));

  if (!has_area (self))
    return dup_last_leg (self);

  around = dup_around (self);
  if (area_m2 < 0)
    return g_steal_pointer (&around);

  land = dup_land (area_m2);

  return g_strdup_printf ("%s\n%s", land, around);
}

char *
ggov_measure_dup_report (GgovMeasure *self)
{
  g_autofree char *figure = ggov_measure_dup_figure (self);
  g_autofree char *details = has_area (self) ? ggov_measure_dup_details (self) : NULL;
  GString *report = g_string_new (figure);
  const double *legs;
  guint n, n_legs;

  if (details)
    g_string_append_printf (report, "\n%s", details);

  ggov_measure_get_path (self, &n, &legs);
  n_legs = has_area (self) ? n : n > 0 ? n - 1 : 0;
  for (guint i = 0; i < n_legs && n_legs > 1; i++)
    {
      g_autofree char *leg = ggov_measure_dup_length (legs[i]);

      g_string_append_printf (report, "\n%u\t%s", i + 1, leg);
    }

  return g_string_free (report, FALSE);
}
