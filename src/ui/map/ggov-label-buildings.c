/* ggov-label-buildings.c: the numbers of buildings on the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-geo-label.h"
#include "ggov-label-drawing.h"

/* From this zoom level on buildings have their numbers, those that are as large as this. */
#define NUMBER_ZOOM 16.8
#define LEAST_PX    18.0

#define PADDING_PX  2
#define PLATE_ALPHA 0.72

/* The middle of a footprint, or another place in it where its middle is outside: a block round a
 * yard. */
static const double *
find_middle (GgovGeoFootprints *footprints,
             guint              footprint,
             GHashTable        *middles)
{
  double *middle = g_hash_table_lookup (middles, GUINT_TO_POINTER (footprint));
  const GgovGeoBounds *bounds = ggov_geo_footprints_get_bounds (footprints, footprint);

  if (middle)
    return middle;

  middle = g_new (double, 2);
  middle[0] = (bounds->min_lon + bounds->max_lon) / 2;
  middle[1] = (bounds->min_lat + bounds->max_lat) / 2;
  if (!ggov_geo_footprints_contains (footprints, footprint, middle[0], middle[1]))
    {
      g_autoptr(GBytes) wkb = ggov_geo_footprints_dup_wkb (footprints, footprint);

      /* One that has no such place keeps the middle. */
      ggov_geo_get_label_place (wkb, &middle[0], &middle[1], NULL);
    }
  g_hash_table_insert (middles, GUINT_TO_POINTER (footprint), middle);

  return middle;
}

static void
draw_number (GgovLabelDrawing *self,
             const char       *number,
             const double     *middle)
{
  g_autofree char *markup = g_markup_printf_escaped ("<span size='x-small'>%s</span>", number);
  PangoLayout *layout = ggov_label_drawing_get_layout (self, markup);
  GdkRGBA plate = ggov_label_to_rgba (&self->palette->halo, PLATE_ALPHA);
  GdkRGBA ink = ggov_label_to_rgba (&self->palette->text, 1);
  graphene_rect_t box;
  int width, height;
  double x, y;

  pango_layout_get_pixel_size (layout, &width, &height);
  ggov_map_frame_to_screen (&self->frame, middle[0], middle[1], &x, &y);
  graphene_rect_init (&box, round (x - width / 2.0) - PADDING_PX, round (y - height / 2.0),
                      width + 2 * PADDING_PX, height);
  if (!ggov_label_drawing_take_box (self, &box))
    return;

  gtk_snapshot_append_color (self->snapshot, &plate, &box);
  ggov_label_drawing_draw_text (self, layout, box.origin.x + PADDING_PX, box.origin.y, &ink);
}

void
ggov_label_drawing_number_buildings (GgovLabelDrawing    *self,
                                     const GgovGeoBounds *seen,
                                     GHashTable          *middles)
{
  GgovPlaces *places = ggov_map_picture_get_places (self->picture);
  GgovGeoFootprints *footprints = ggov_places_get_footprints (places);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->frame.zoom < NUMBER_ZOOM)
    return;

  ggov_geo_index_query (ggov_places_get_index (places), seen, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint footprint = g_array_index (found, guint, i);
      const char *number = ggov_places_get_number (places, footprint);
      graphene_rect_t size;

      ggov_map_frame_get_box (&self->frame, ggov_geo_footprints_get_bounds (footprints, footprint),
                              &size);
      if (number && MAX (size.size.width, size.size.height) >= LEAST_PX)
        draw_number (self, number, find_middle (footprints, footprint, middles));
    }
}
