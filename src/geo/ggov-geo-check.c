/* ggov-geo-check.c: what is odd about a footprint or border that comes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-geo-check.h"
#include "ggov-geo-private.h"
#include "ggov-geo-wkb.h"

#define MIN_POINTS 4   /* a triangle, and its first point again */
#define SHARE      512 /* shapes that a thread takes at a time */

static const struct
{
  const char *name;
  const char *label;
  GgovGeoSeverity severity;
} flaws[GGOV_GEO_N_FLAWS] = {
  { "none", N_("Nothing is odd"), GGOV_GEO_SEVERITY_FINE },
  { "no-shape", N_("The shape cannot be read"), GGOV_GEO_SEVERITY_REJECT },
  { "not-polygon", N_("A point or line instead of an area"), GGOV_GEO_SEVERITY_REJECT },
  { "empty", N_("The shape is empty"), GGOV_GEO_SEVERITY_REJECT },
  { "not-a-number", N_("A coordinate is not a number"), GGOV_GEO_SEVERITY_REJECT },
  { "swapped", N_("Latitude and longitude are swapped"), GGOV_GEO_SEVERITY_REJECT },
  { "outside-world", N_("The coordinates are not degrees"), GGOV_GEO_SEVERITY_REJECT },
  { "too-few-points", N_("The outline has too few points"), GGOV_GEO_SEVERITY_REJECT },
  { "unclosed", N_("The outline is not closed"), GGOV_GEO_SEVERITY_REPAIR },
  { "crossing", N_("The outline crosses itself"), GGOV_GEO_SEVERITY_REPAIR },
  { "outside-china", N_("Outside China"), GGOV_GEO_SEVERITY_NOTICE },
  { "tiny", N_("Unusually small"), GGOV_GEO_SEVERITY_NOTICE },
  { "huge", N_("Unusually large"), GGOV_GEO_SEVERITY_NOTICE },
};

static const struct
{
  double least_m2;
  double most_m2;
} usual[] = {
  [GGOV_GEO_SUBJECT_FOOTPRINT] = { 1, 500e3 },
  [GGOV_GEO_SUBJECT_BORDER] = { 1000, 1000e6 },
};

static void
set_place (GgovGeoPlace *place,
           const double  at[2])
{
  place->lon = at[0];
  place->lat = at[1];
}

static gboolean
has_odd_number (const GgovGeoWkbRing *ring)
{
  for (guint i = 0; i < ring->n_points; i++)
    {
      double at[2];

      ggov_geo_wkb_ring_get (ring, i, at);
      if (!isfinite (at[0]) || !isfinite (at[1]))
        return TRUE;
    }

  return FALSE;
}

static GgovGeoFlaw
check_numbers (const GgovGeoWkb *wkb)
{
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  ggov_geo_wkb_iter_init (&iter, wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      if (has_odd_number (&ring))
        return GGOV_GEO_FLAW_NOT_A_NUMBER;
    }

  return GGOV_GEO_FLAW_NONE;
}

static gboolean
is_in_china (const GgovGeoBounds *bounds)
{
  return ggov_geo_datum_is_in_china (bounds->min_lon, bounds->min_lat) &&
         ggov_geo_datum_is_in_china (bounds->max_lon, bounds->max_lat);
}

static GgovGeoFlaw
check_bounds (const GgovGeoBounds *bounds)
{
  const GgovGeoBounds world = { -180, -90, 180, 90 };
  const GgovGeoBounds swapped = { bounds->min_lat, bounds->min_lon, bounds->max_lat,
                                  bounds->max_lon };

  if (!is_in_china (bounds) && is_in_china (&swapped))
    return GGOV_GEO_FLAW_SWAPPED;
  if (!ggov_geo_bounds_contains (&world, bounds->min_lon, bounds->min_lat) ||
      !ggov_geo_bounds_contains (&world, bounds->max_lon, bounds->max_lat))
    return GGOV_GEO_FLAW_OUTSIDE_WORLD;

  return GGOV_GEO_FLAW_NONE;
}

static GgovGeoFlaw
check_rings (const GgovGeoWkb *wkb,
             GgovGeoPlace     *place)
{
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  ggov_geo_wkb_iter_init (&iter, wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      double first[2], last[2];

      if (ring.n_points == 0)
        return GGOV_GEO_FLAW_TOO_FEW_POINTS;

      ggov_geo_wkb_ring_get (&ring, 0, first);
      ggov_geo_wkb_ring_get (&ring, ring.n_points - 1, last);
      set_place (place, last);

      /* A triangle that is not closed has three points, and is the lesser fault. */
      if (ring.n_points >= 3 && (first[0] != last[0] || first[1] != last[1]))
        return GGOV_GEO_FLAW_UNCLOSED;
      if (ring.n_points < MIN_POINTS)
        return GGOV_GEO_FLAW_TOO_FEW_POINTS;
    }

  return GGOV_GEO_FLAW_NONE;
}

static void
take_location (GgovGeoPlace *place,
               GEOSGeometry *location)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  double at[2];

  if (GEOSGeomGetX_r (geos, location, &at[0]) == 1 && GEOSGeomGetY_r (geos, location, &at[1]) == 1)
    set_place (place, at);
}

static GgovGeoFlaw
check_validity (const guint8 *wkb,
                gsize         size,
                GgovGeoPlace *place)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (wkb, size);
  g_autoptr(GEOSGeometry) geom = _ggov_geo_geom_from_wkb (bytes, NULL);
  g_autoptr(GEOSGeometry) location = NULL;
  char *reason = NULL;

  if (geom == NULL)
    return GGOV_GEO_FLAW_NO_SHAPE;
  if (GEOSisValidDetail_r (geos, geom, 0, &reason, &location) == 1)
    return GGOV_GEO_FLAW_NONE;

  if (reason != NULL)
    g_strlcpy (place->reason, reason, sizeof place->reason);
  if (location != NULL)
    take_location (place, location);
  GEOSFree_r (geos, reason);

  return GGOV_GEO_FLAW_CROSSING;
}

static GgovGeoFlaw
check_use (const GgovGeoWkb    *wkb,
           const GgovGeoBounds *bounds,
           GgovGeoSubject       subject)
{
  double area_m2 = ggov_geo_wkb_get_area_m2 (wkb);

  if (!is_in_china (bounds))
    return GGOV_GEO_FLAW_OUTSIDE_CHINA;
  if (area_m2 < usual[subject].least_m2)
    return GGOV_GEO_FLAW_TINY;
  if (area_m2 > usual[subject].most_m2)
    return GGOV_GEO_FLAW_HUGE;

  return GGOV_GEO_FLAW_NONE;
}

static GgovGeoFlaw
check (const guint8   *data,
       gsize           size,
       GgovGeoSubject  subject,
       GgovGeoPlace   *place)
{
  GgovGeoBounds bounds;
  GgovGeoFlaw found;
  GgovGeoWkb wkb;
  double centre[2];

  if (!ggov_geo_wkb_init (&wkb, data, size, NULL))
    return GGOV_GEO_FLAW_NO_SHAPE;
  if (wkb.type != GGOV_GEO_WKB_POLYGON && wkb.type != GGOV_GEO_WKB_MULTI_POLYGON)
    return GGOV_GEO_FLAW_NOT_POLYGON;
  if (!ggov_geo_wkb_get_centroid (&wkb, &centre[0], &centre[1]))
    return GGOV_GEO_FLAW_EMPTY;
  if ((found = check_numbers (&wkb)) != GGOV_GEO_FLAW_NONE)
    return found;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  set_place (place, centre);
  if ((found = check_bounds (&bounds)) != GGOV_GEO_FLAW_NONE ||
      (found = check_rings (&wkb, place)) != GGOV_GEO_FLAW_NONE ||
      (found = check_validity (data, size, place)) != GGOV_GEO_FLAW_NONE)
    return found;

  set_place (place, centre);

  return check_use (&wkb, &bounds, subject);
}

GgovGeoSeverity
ggov_geo_flaw_get_severity (GgovGeoFlaw flaw)
{
  g_return_val_if_fail (flaw < GGOV_GEO_N_FLAWS, GGOV_GEO_SEVERITY_REJECT);

  return flaws[flaw].severity;
}

const char *
ggov_geo_flaw_get_name (GgovGeoFlaw flaw)
{
  g_return_val_if_fail (flaw < GGOV_GEO_N_FLAWS, NULL);

  return flaws[flaw].name;
}

const char *
ggov_geo_flaw_get_label (GgovGeoFlaw flaw)
{
  g_return_val_if_fail (flaw < GGOV_GEO_N_FLAWS, NULL);

  return _(flaws[flaw].label);
}

GgovGeoFlaw
ggov_geo_check_shape (const guint8   *wkb,
                      gsize           size,
                      GgovGeoSubject  subject,
                      GgovGeoPlace   *place)
{
  GgovGeoPlace found_at = { NAN, NAN, "" };
  GgovGeoFlaw found;

  g_return_val_if_fail (wkb != NULL || size == 0, GGOV_GEO_FLAW_NO_SHAPE);
  g_return_val_if_fail (subject < G_N_ELEMENTS (usual), GGOV_GEO_FLAW_NO_SHAPE);

  found = check (wkb, size, subject, &found_at);
  if (place != NULL)
    *place = found_at;

  return found;
}

typedef struct
{
  GBytes         **shapes;
  guint            n;
  GgovGeoSubject   subject;
  GgovGeoLook     *looks;
} Checking;

static void
check_share (gpointer data,
             gpointer user_data)
{
  const Checking *checking = user_data;
  guint from = GPOINTER_TO_UINT (data) - 1;

  for (guint i = from; i < MIN (from + SHARE, checking->n); i++)
    {
      gsize size = 0;
      const guint8 *wkb = checking->shapes[i] ? g_bytes_get_data (checking->shapes[i], &size) : NULL;
      GgovGeoLook *look = &checking->looks[i];

      *look = (GgovGeoLook) { GGOV_GEO_FLAW_EMPTY, { NAN, NAN, "" } };
      if (wkb)
        look->flaw = ggov_geo_check_shape (wkb, size, checking->subject, &look->place);
    }
}

void
ggov_geo_check_shapes (GBytes         **shapes,
                       guint            n,
                       GgovGeoSubject   subject,
                       GgovGeoLook     *looks)
{
  Checking checking = { shapes, n, subject, looks };
  GThreadPool *pool = g_thread_pool_new (check_share, &checking, (gint) g_get_num_processors (),
                                         FALSE, NULL);

  for (guint from = 0; from < n; from += SHARE)
    g_thread_pool_push (pool, GUINT_TO_POINTER (from + 1), NULL);

  g_thread_pool_free (pool, FALSE, TRUE);
}
