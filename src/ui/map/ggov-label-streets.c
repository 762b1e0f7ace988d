/* ggov-label-streets.c: the names of streets along them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-label-drawing.h"

/* From these zoom levels on streets are named. */
#define MAIN_STREET_ZOOM 14.6
#define STREET_ZOOM      16.2

/* The straight piece of a street that its name fits along best: the longest that is seen. */
static gboolean
find_stretch (GgovLabelDrawing    *drawing,
              const GgovMapStreet *street,
              double               stretch[4])
{
  double best = 0, x0 = 0, y0 = 0;

  for (guint i = 0; i < street->line.n_points; i++)
    {
      double x, y, length;

      ggov_map_frame_to_screen (&drawing->frame, street->line.coords[2 * i],
                                street->line.coords[2 * i + 1], &x, &y);
      length = hypot (x - x0, y - y0);
      if (i > 0 && length > best && (x + x0) / 2 > 0 && (x + x0) / 2 < drawing->frame.width &&
          (y + y0) / 2 > 0 && (y + y0) / 2 < drawing->frame.height)
        {
          gboolean is_forward = x >= x0;

          best = length;
          stretch[0] = is_forward ? x0 : x;
          stretch[1] = is_forward ? y0 : y;
          stretch[2] = is_forward ? x : x0;
          stretch[3] = is_forward ? y : y0;
        }
      x0 = x;
      y0 = y;
    }

  return best > 0;
}

static void
label_street (GgovLabelDrawing    *drawing,
              const GgovMapStreet *street)
{
  g_autofree char *name = g_markup_escape_text (street->name, -1);
  g_autofree char *markup = g_strdup_printf ("<span size='small'>%s</span>", name);
  PangoLayout *layout = ggov_label_drawing_get_layout (drawing, markup);
  GdkRGBA ink = ggov_label_to_rgba (&drawing->palette->faint_text, 1);
  double at[4] = { 0 };
  double angle, x, y, reach_x, reach_y;
  graphene_rect_t box;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (!find_stretch (drawing, street, at))
    return;

  angle = atan2 (at[3] - at[1], at[2] - at[0]);
  x = (at[0] + at[2]) / 2;
  y = (at[1] + at[3]) / 2;
  reach_x = fabs (cos (angle)) * width / 2 + fabs (sin (angle)) * height / 2;
  reach_y = fabs (sin (angle)) * width / 2 + fabs (cos (angle)) * height / 2;
  graphene_rect_init (&box, x - reach_x, y - reach_y, 2 * reach_x, 2 * reach_y);
  if (!ggov_label_drawing_take_box (drawing, &box))
    return;

  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (drawing->snapshot, angle * 180 / G_PI);
  ggov_label_drawing_draw_text (drawing, layout, -width / 2.0, -height / 2.0, &ink);
  gtk_snapshot_restore (drawing->snapshot);
}

void
ggov_label_drawing_name_streets (GgovLabelDrawing    *drawing,
                                 const GgovGeoBounds *seen)
{
  GArray *streets = ggov_map_picture_get_streets (drawing->picture);

  if (drawing->frame.zoom < MAIN_STREET_ZOOM)
    return;

  /* Main streets are the last. */
  for (guint i = streets->len; i > 0; i--)
    {
      const GgovMapStreet *street = &g_array_index (streets, GgovMapStreet, i - 1);

      if ((street->is_main || drawing->frame.zoom >= STREET_ZOOM) && *street->name != '\0' &&
          ggov_geo_bounds_intersects (&street->line.bounds, seen))
        label_street (drawing, street);
    }
}
