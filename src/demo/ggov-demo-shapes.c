/* ggov-demo-shapes.c: from metres on the demo's ground to shapes in degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <math.h>

#include "ggov-demo-shapes-private.h"
#include "ggov-geo-wkb.h"

#define MAX_CORNERS 9

static void
to_degrees (GgovGeoProjection *projection,
            double            *points,
            guint              n_points)
{
  g_autoptr(GError) error = NULL;

  /* The town lies well within the projection. */
  if (!ggov_geo_projection_inverse (projection, points, n_points, &error))
    g_error ("%s", error->message);
}

static void
get_box (const double *points,
         guint         n_points,
         double        box[4])
{
  box[0] = box[1] = G_MAXDOUBLE;
  box[2] = box[3] = -G_MAXDOUBLE;

  for (guint i = 0; i < n_points; i++)
    for (guint axis = 0; axis < 2; axis++)
      {
        box[axis] = MIN (box[axis], points[2 * i + axis]);
        box[axis + 2] = MAX (box[axis + 2], points[2 * i + axis]);
      }
}

GBytes *
_ggov_demo_shape_line (GgovGeoProjection *projection,
                       double            *points,
                       guint              n_points,
                       double             box[4])
{
  to_degrees (projection, points, n_points);
  get_box (points, n_points, box);

  return ggov_geo_wkb_new_line_string (points, n_points);
}

GBytes *
_ggov_demo_shape_polygon (GgovGeoProjection *projection,
                          double            *points,
                          guint              n_points,
                          double             box[4])
{
  to_degrees (projection, points, n_points);
  get_box (points, n_points, box);

  return ggov_geo_wkb_new_polygon (points, &n_points, 1);
}

/* The corners in metres from the middle, along the length and across it, counter-clockwise. */
static guint
list_corners (const GgovDemoBuilding *building,
              double                  corners[MAX_CORNERS][2])
{
  const double x = building->length / 2, y = building->depth / 2, jog = building->jog / 2;
  const double in_x = x - building->length * building->notch;
  const double in_y = y - building->depth * building->notch;
  const double plain[][2] = { { -x, -y }, { x, -y }, { x, y }, { -x, y } };
  const double angled[][2] = { { -x, -y }, { x, -y }, { x, in_y }, { in_x, in_y }, { in_x, y },
                               { -x, y } };
  const double jogged[][2] = { { -x, -y - jog }, { 0, -y - jog }, { 0, -y + jog }, { x, -y + jog },
                               { x, y + jog }, { 0, y + jog }, { 0, y - jog }, { -x, y - jog } };

  if (building->notch > 0)
    {
      memcpy (corners, angled, sizeof angled);
      return G_N_ELEMENTS (angled);
    }
  if (jog != 0)
    {
      memcpy (corners, jogged, sizeof jogged);
      return G_N_ELEMENTS (jogged);
    }

  memcpy (corners, plain, sizeof plain);
  return G_N_ELEMENTS (plain);
}

void
_ggov_demo_shape_building (GgovGeoProjection *projection,
                           GgovDemoBuilding  *building)
{
  double points[MAX_CORNERS][2], middle[2] = { building->x, building->y }, box[4];
  double c = cos (building->angle), s = sin (building->angle);
  guint n = list_corners (building, points);

  for (guint i = 0; i < n; i++)
    {
      double x = points[i][0], y = points[i][1];

      points[i][0] = building->x + x * c - y * s;
      points[i][1] = building->y + x * s + y * c;
    }
  points[n][0] = points[0][0];
  points[n][1] = points[0][1];

  building->footprint = _ggov_demo_shape_polygon (projection, &points[0][0], n + 1, box);
  to_degrees (projection, middle, 1);
  building->lon = middle[0];
  building->lat = middle[1];
}
