/* ggov-geo-datum.c: coordinates of Chinese web maps, to and from WGS 84
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-geo-datum.h"

/* The ellipsoid of Krasovsky 1940, on which GCJ-02 is shifted. */
#define AXIS_M 6378245.0
#define ECCENTRICITY_SQUARED 0.00669342162296594323

/* BD-09's ripple: 3,000 waves a turn. */
#define RIPPLE (G_PI * 3000.0 / 180.0)

/* Each step leaves less than a fiftieth of the error; six are enough from a kilometre. */
#define MAX_STEPS 12
#define CLOSE_ENOUGH 1e-10 /* degrees of the last step: what it leaves is 2e-12 */

typedef struct
{
  double lon;
  double lat;
} Place;

typedef Place (*ShiftFunc) (Place wgs);

static const char *const names[] = {
  [GGOV_GEO_DATUM_WGS84] = "wgs84",
  [GGOV_GEO_DATUM_CGCS2000] = "cgcs2000",
  [GGOV_GEO_DATUM_GCJ02] = "gcj02",
  [GGOV_GEO_DATUM_BD09] = "bd09",
};

static double
wave_north (double y)
{
  return (20.0 * sin (y * G_PI) + 40.0 * sin (y / 3.0 * G_PI) + 160.0 * sin (y / 12.0 * G_PI) +
          320.0 * sin (y * G_PI / 30.0)) *
         2.0 / 3.0;
}

static double
wave_east (double x)
{
  return (20.0 * sin (x * G_PI) + 40.0 * sin (x / 3.0 * G_PI) + 150.0 * sin (x / 12.0 * G_PI) +
          300.0 * sin (x / 30.0 * G_PI)) *
         2.0 / 3.0;
}

static Place
wgs_to_gcj (Place wgs)
{
  double x = wgs.lon - 105.0;
  double y = wgs.lat - 35.0;
  double lat = wgs.lat / 180.0 * G_PI;
  double root = sqrt (fabs (x));
  double wave = (20.0 * sin (6.0 * x * G_PI) + 20.0 * sin (2.0 * x * G_PI)) * 2.0 / 3.0;
  double north_m = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + wave +
                   wave_north (y);
  double east_m = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + wave +
                  wave_east (x);
  double magic = 1.0 - ECCENTRICITY_SQUARED * sin (lat) * sin (lat);
  double meridian_m = AXIS_M * (1.0 - ECCENTRICITY_SQUARED) / (magic * sqrt (magic));
  double parallel_m = AXIS_M / sqrt (magic) * cos (lat);

  return (Place){ wgs.lon + east_m * 180.0 / (parallel_m * G_PI),
                  wgs.lat + north_m * 180.0 / (meridian_m * G_PI) };
}

static Place
gcj_to_bd (Place gcj)
{
  double radius = hypot (gcj.lon, gcj.lat) + 0.00002 * sin (gcj.lat * RIPPLE);
  double angle = atan2 (gcj.lat, gcj.lon) + 0.000003 * cos (gcj.lon * RIPPLE);

  return (Place){ radius * cos (angle) + 0.0065, radius * sin (angle) + 0.006 };
}

static Place
unshift (ShiftFunc shift,
         Place     shifted)
{
  Place guess = shifted;

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      Place seen = shift (guess);
      double east = shifted.lon - seen.lon;
      double north = shifted.lat - seen.lat;

      guess.lon += east;
      guess.lat += north;

      if (fabs (east) < CLOSE_ENOUGH && fabs (north) < CLOSE_ENOUGH)
        break;
    }

  return guess;
}

static gboolean
is_shifted (GgovGeoDatum datum)
{
  return datum == GGOV_GEO_DATUM_GCJ02 || datum == GGOV_GEO_DATUM_BD09;
}

gboolean
ggov_geo_datum_from_name (const char   *name,
                          GgovGeoDatum *datum)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (datum != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (name, names[i]))
        {
          *datum = (GgovGeoDatum) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
ggov_geo_datum_get_name (GgovGeoDatum datum)
{
  g_return_val_if_fail (datum < G_N_ELEMENTS (names), NULL);

  return names[datum];
}

gboolean
ggov_geo_datum_is_in_china (double lon,
                            double lat)
{
  return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

void
ggov_geo_datum_from_wgs84 (GgovGeoDatum  to,
                           double       *coords,
                           gsize         n)
{
  g_return_if_fail (coords != NULL || n == 0);

  if (!is_shifted (to))
    return;

  for (gsize i = 0; i < n; i++, coords += 2)
    {
      Place place = { coords[0], coords[1] };

      if (!ggov_geo_datum_is_in_china (place.lon, place.lat))
        continue;

      place = wgs_to_gcj (place);
      if (to == GGOV_GEO_DATUM_BD09)
        place = gcj_to_bd (place);

      coords[0] = place.lon;
      coords[1] = place.lat;
    }
}

void
ggov_geo_datum_to_wgs84 (GgovGeoDatum  from,
                         double       *coords,
                         gsize         n)
{
  g_return_if_fail (coords != NULL || n == 0);

  if (!is_shifted (from))
    return;

  for (gsize i = 0; i < n; i++, coords += 2)
    {
      Place place = { coords[0], coords[1] };

      if (!ggov_geo_datum_is_in_china (place.lon, place.lat))
        continue;

      if (from == GGOV_GEO_DATUM_BD09)
        place = unshift (gcj_to_bd, place);
      place = unshift (wgs_to_gcj, place);

      coords[0] = place.lon;
      coords[1] = place.lat;
    }
}
