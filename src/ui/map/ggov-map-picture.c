/* ggov-map-picture.c: all that the map draws, made ready for drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "ggov-geo-wkb.h"
#include "ggov-map-picture.h"
#include "ggov-theme-palette.h"

/* The shades beside the palette's, where there is a theme: its classes, what nothing is known of,
 * and veils over the colour of a grid. */
enum
{
  SHADE_CLASS = GGOV_MAP_N_SHADES,
  SHADE_UNKNOWN = SHADE_CLASS + GGOV_CLASSES_MAX,
  SHADE_VEIL, /* four: plus 1 where people live, plus 2 over a bright colour */
};

struct _GgovMapPicture
{
  gatomicrefcount  ref_count;

  GgovPlaces      *places;
  gboolean         dark;
  GgovThemePaint  *paint;       /* (nullable) */
  GArray          *grids;       /* (element-type GgovMapArea) */
  GArray          *communities; /* (element-type GgovMapArea) */
  GArray          *borders;     /* (element-type GgovMapLine) */
  GArray          *streets;     /* (element-type GgovMapStreet) */
  GHashTable      *grids_by_id; /* (element-type gint64 guint): index + 1 */
  guint8          *shades;      /* (array): one for each footprint */
};

static void
line_clear (GgovMapLine *line)
{
  g_clear_pointer (&line->coords, g_free);
}

static void
area_clear (GgovMapArea *area)
{
  g_clear_pointer (&area->wkb, g_bytes_unref);
  g_clear_pointer (&area->rings, g_array_unref);
}

static void
street_clear (GgovMapStreet *street)
{
  line_clear (&street->line);
}

static GArray *
new_array (guint          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);

  return array;
}

static GgovMapLine
make_line (const double *coords,
           guint         n_points)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  GgovMapLine line = { nowhere, g_memdup2 (coords, n_points * 2 * sizeof (double)), n_points };

  for (guint i = 0; i < n_points; i++)
    ggov_geo_bounds_add (&line.bounds, coords[2 * i], coords[2 * i + 1]);

  return line;
}

/* All rings or lines of a shape; none of one that cannot be read. */
static void
add_lines (GArray *lines,
           GBytes *bytes)
{
  GgovGeoWkb wkb;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;

  if (!ggov_geo_wkb_init_bytes (&wkb, bytes, NULL))
    return;

  ggov_geo_wkb_iter_init (&iter, &wkb);
  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      g_autofree double *coords = g_new (double, 2 * ring.n_points + 1);
      GgovMapLine line;

      ggov_geo_wkb_ring_copy (&ring, coords);
      line = make_line (coords, ring.n_points);
      g_array_append_val (lines, line);
    }
}

static GgovMapArea
make_area (gint64  id,
           GBytes *wkb)
{
  const GgovGeoBounds nowhere = GGOV_GEO_BOUNDS_EMPTY;
  GgovMapArea area = { .id = id, .wkb = g_bytes_ref (wkb), .bounds = nowhere };

  area.rings = new_array (sizeof (GgovMapLine), (GDestroyNotify) line_clear);
  area.hue = GGOV_MAP_NO_HUE;
  add_lines (area.rings, wkb);
  for (guint i = 0; i < area.rings->len; i++)
    ggov_geo_bounds_join (&area.bounds, &g_array_index (area.rings, GgovMapLine, i).bounds);

  return area;
}

static void
place_community_label (GgovMapArea *area)
{
  GgovGeoWkb wkb;

  if (!ggov_geo_wkb_init_bytes (&wkb, area->wkb, NULL) ||
      !ggov_geo_wkb_get_centroid (&wkb, &area->label_lon, &area->label_lat))
    area->label_lon = area->label_lat = NAN;
}

/* A grid of the same shape as before keeps its label's place, which is costly to find. */
static void
place_grid_label (GgovMapArea        *area,
                  GgovGeoSubdivision *subdivision,
                  GgovMapPicture     *previous)
{
  const GgovMapArea *before = previous ? ggov_map_picture_find_grid (previous, area->id) : NULL;

  if (before && g_bytes_equal (before->wkb, area->wkb))
    {
      area->label_lon = before->label_lon;
      area->label_lat = before->label_lat;
    }
  else if (!ggov_geo_subdivision_get_label_point (subdivision, area->id, &area->label_lon,
                                                  &area->label_lat, NULL))
    area->label_lon = area->label_lat = NAN;
}

static guint
find_hue (GgovMapPicture     *self,
          GgovGeoSubdivision *subdivision,
          GgovGrid           *grid)
{
  g_autoptr(GArray) neighbours =
    ggov_geo_subdivision_list_neighbours (subdivision, ggov_grid_get_id (grid));
  guint hue = atoi (ggov_grid_get_number (grid)) + ggov_grid_get_community_id (grid) * 2;
  guint taken = 0;

  for (guint i = 0; i < neighbours->len; i++)
    {
      const GgovMapArea *area =
        ggov_map_picture_find_grid (self, g_array_index (neighbours, gint64, i));

      if (area)
        taken |= 1 << area->hue;
    }

  /* By its number, so that most grids keep their hue when a border moves. */
  for (guint i = 0; i < GGOV_MAP_N_HUES; i++)
    if (!(taken & 1 << (hue + i) % GGOV_MAP_N_HUES))
      return (hue + i) % GGOV_MAP_N_HUES;

  return hue % GGOV_MAP_N_HUES;
}

static void
fill_grid (GgovMapPicture *self,
           GgovMapArea    *area)
{
  const GgovMapColour none = { 0 };
  int found;

  if (self->paint == NULL)
    area->fill = ggov_map_palette_get (self->dark)->hues[area->hue];
  else if (self->paint->theme->subject != GGOV_THEME_GRIDS)
    area->fill = none;
  else if ((found = ggov_theme_paint_find (self->paint, area->id)) >= 0)
    area->fill = self->paint->colours[found];
  else
    {
      area->fill = ggov_theme_palette_get_no_data (self->dark);
      area->has_lines = TRUE;
    }
}

static void
add_grids (GgovMapPicture *self,
           GgovMapPicture *previous)
{
  for (guint i = 0; i < ggov_places_get_n_grids (self->places); i++)
    {
      GgovGrid *grid = ggov_places_get_grid (self->places, i);
      gint64 id = ggov_grid_get_id (grid);
      GgovGeoSubdivision *subdivision = ggov_places_find_subdivision (self->places, id);
      g_autoptr(GBytes) wkb = NULL;
      GgovMapArea area;

      if (subdivision == NULL ||
          !(wkb = ggov_geo_subdivision_dup_grid_wkb (subdivision, id, NULL)))
        continue;

      area = make_area (id, wkb);
      area.hue = find_hue (self, subdivision, grid);
      fill_grid (self, &area);
      place_grid_label (&area, subdivision, previous);
      g_array_append_val (self->grids, area);
      g_hash_table_insert (self->grids_by_id, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (self->grids->len));
    }
}

static void
add_borders (GgovMapPicture     *self,
             GgovGeoSubdivision *subdivision)
{
  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);
      GgovMapLine line;

      if (arc->left_grid_id == 0 || arc->right_grid_id == 0)
        continue;

      line = make_line (arc->coords, arc->n_points);
      g_array_append_val (self->borders, line);
    }
}

static void
add_communities (GgovMapPicture *self)
{
  for (guint i = 0; i < ggov_places_get_n_communities (self->places); i++)
    {
      const GgovPlacesCommunity *community = ggov_places_get_community (self->places, i);
      GgovMapArea area = make_area (community->id, community->border);

      area.fill = ggov_map_palette_get (self->dark)->community;
      place_community_label (&area);
      g_array_append_val (self->communities, area);
      if (community->subdivision)
        add_borders (self, community->subdivision);
    }
}

static void
add_streets (GgovMapPicture *self)
{
  for (guint i = 0; i < ggov_places_get_n_streets (self->places); i++)
    {
      const GgovPlacesStreet *street = ggov_places_get_street (self->places, i);
      g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (GgovMapLine));

      add_lines (lines, street->line);
      for (guint j = 0; j < lines->len; j++)
        {
          const GgovMapStreet drawn = {
            g_array_index (lines, GgovMapLine, j), street->name, street->is_main,
          };

          g_array_append_val (self->streets, drawn);
        }
    }
}

static gboolean
is_bright (const GgovMapColour *colour)
{
  return 0.3 * colour->red + 0.6 * colour->green + 0.1 * colour->blue > 0.5;
}

static guint8
find_shade (GgovMapPicture *self,
            guint           footprint)
{
  GgovGeoFootprints *footprints = ggov_places_get_footprints (self->places);
  GgovBuildingKind kind = ggov_geo_footprints_get_kind (footprints, footprint);
  gint64 grid_id = ggov_places_get_grid_of (self->places, footprint);
  const GgovMapArea *area = ggov_map_picture_find_grid (self, grid_id);
  int found;

  if (self->paint == NULL)
    return ggov_map_palette_get_shade (kind, area ? area->hue : GGOV_MAP_NO_HUE);
  if (self->paint->theme->subject == GGOV_THEME_GRIDS)
    return SHADE_VEIL + (kind == GGOV_BUILDING_RESIDENTIAL ? 1 : 0) +
           (is_bright (area ? &area->fill : &ggov_map_palette_get (self->dark)->community) ? 2 : 0);

  found = ggov_theme_paint_find (self->paint, ggov_geo_footprints_get_id (footprints, footprint));

  return found >= 0 ? SHADE_CLASS + found : SHADE_UNKNOWN;
}

static void
shade_buildings (GgovMapPicture *self)
{
  GgovGeoFootprints *footprints = ggov_places_get_footprints (self->places);
  guint n = ggov_geo_footprints_get_n (footprints);

  self->shades = g_new (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    self->shades[i] = find_shade (self, i);
}

GgovMapPicture *
ggov_map_picture_new (GgovPlaces      *places,
                      gboolean         dark,
                      GgovThemeSource *source,
                      GgovMapPicture  *previous)
{
  GgovMapPicture *self;

  g_return_val_if_fail (GGOV_IS_PLACES (places), NULL);

  self = g_new0 (GgovMapPicture, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->places = g_object_ref (places);
  self->dark = dark;
  self->paint = source ? ggov_theme_paint_new (source, places, dark) : NULL;
  self->grids = new_array (sizeof (GgovMapArea), (GDestroyNotify) area_clear);
  self->communities = new_array (sizeof (GgovMapArea), (GDestroyNotify) area_clear);
  self->borders = new_array (sizeof (GgovMapLine), (GDestroyNotify) line_clear);
  self->streets = new_array (sizeof (GgovMapStreet), (GDestroyNotify) street_clear);
  self->grids_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  add_grids (self, previous);
  add_communities (self);
  add_streets (self);
  shade_buildings (self);

  return self;
}

GgovMapPicture *
ggov_map_picture_ref (GgovMapPicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ggov_map_picture_unref (GgovMapPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->places);
  g_clear_pointer (&self->paint, ggov_theme_paint_unref);
  g_clear_pointer (&self->grids, g_array_unref);
  g_clear_pointer (&self->communities, g_array_unref);
  g_clear_pointer (&self->borders, g_array_unref);
  g_clear_pointer (&self->streets, g_array_unref);
  g_clear_pointer (&self->grids_by_id, g_hash_table_unref);
  g_clear_pointer (&self->shades, g_free);
  g_free (self);
}

GgovPlaces *
ggov_map_picture_get_places (GgovMapPicture *self)
{
  return self->places;
}

const GgovMapPalette *
ggov_map_picture_get_palette (GgovMapPicture *self)
{
  return ggov_map_palette_get (self->dark);
}

GArray *
ggov_map_picture_get_grids (GgovMapPicture *self)
{
  return self->grids;
}

GArray *
ggov_map_picture_get_communities (GgovMapPicture *self)
{
  return self->communities;
}

GArray *
ggov_map_picture_get_borders (GgovMapPicture *self)
{
  return self->borders;
}

GArray *
ggov_map_picture_get_streets (GgovMapPicture *self)
{
  return self->streets;
}

const GgovMapArea *
ggov_map_picture_find_grid (GgovMapPicture *self,
                            gint64          grid_id)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->grids_by_id, &grid_id));

  return position > 0 ? &g_array_index (self->grids, GgovMapArea, position - 1) : NULL;
}

GgovThemePaint *
ggov_map_picture_get_paint (GgovMapPicture *self)
{
  return self->paint;
}

guint8
ggov_map_picture_get_shade (GgovMapPicture *self,
                            guint           footprint)
{
  return self->shades[footprint];
}

void
ggov_map_picture_get_colours (GgovMapPicture *self,
                              guint8          shade,
                              GgovMapColour  *fill,
                              GgovMapColour  *outline)
{
  const GgovMapPalette *palette = ggov_map_palette_get (self->dark);
  guint veil = shade < SHADE_VEIL ? 0 : shade - SHADE_VEIL;

  if (shade < GGOV_MAP_N_SHADES)
    {
      *fill = palette->shades[shade];
      *outline = palette->outlines[shade];
    }
  else if (shade < SHADE_VEIL)
    {
      *fill = shade == SHADE_UNKNOWN ? ggov_theme_palette_get_veil (self->dark, FALSE)
                                     : self->paint->colours[shade - SHADE_CLASS];
      *outline = ggov_theme_palette_get_outline (self->dark);
    }
  else
    {
      *fill = ggov_theme_palette_get_veil ((veil & 2) == 0, (veil & 1) != 0);
      *outline = ggov_theme_palette_get_outline ((veil & 2) == 0);
    }
}
