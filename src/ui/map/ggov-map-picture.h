/* ggov-map-picture.h: all that the map draws, made ready for drawing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-palette.h"
#include "ggov-places.h"
#include "ggov-theme-paint.h"

G_BEGIN_DECLS

/* Those of the palette, those of the classes of a theme, and five more where there is one. */
#define GGOV_MAP_PICTURE_N_SHADES (GGOV_MAP_N_SHADES + GGOV_CLASSES_MAX + 5)

/**
 * GgovMapPicture:
 *
 * Places with their lines laid out flat, their colours and the places of their labels. Never
 * changes, so any number of threads may draw from it; the reference count is atomic.
 */
typedef struct _GgovMapPicture GgovMapPicture;

/**
 * GgovMapLine:
 * @coords: (array): shape [n_points][2], longitude then latitude in degrees
 */
typedef struct
{
  GgovGeoBounds  bounds;
  double        *coords;
  guint          n_points;
} GgovMapLine;

/**
 * GgovMapArea:
 * @id: of the grid or community
 * @wkb: its polygon
 * @rings: (element-type GgovMapLine): outer ring and holes, closed; fill by the even-odd rule
 * @hue: for the palette; GGOV_MAP_NO_HUE for communities
 * @fill: the colour of its ground
 * @has_lines: whether there are lines across it, which say that nothing is known
 * @label_lon: a place well inside, for its label, degrees
 * @label_lat: likewise
 */
typedef struct
{
  gint64         id;
  GBytes        *wkb;
  GgovGeoBounds  bounds;
  GArray        *rings;
  guint          hue;
  GgovMapColour  fill;
  gboolean       has_lines;
  double         label_lon;
  double         label_lat;
} GgovMapArea;

/**
 * GgovMapStreet:
 * @name: (unowned): of the places
 */
typedef struct
{
  GgovMapLine  line;
  const char  *name;
  gboolean     is_main;
} GgovMapStreet;

/**
 * ggov_map_picture_new:
 * @places: what to draw
 * @source: (nullable): what to colour it by; NULL to tell grids from each other
 * @previous: (nullable): a picture of before, whose labels stay where the grid is the same
 *
 * Takes some milliseconds a grid; not for the main thread.
 */
GgovMapPicture       *ggov_map_picture_new             (GgovPlaces      *places,
                                                        gboolean         dark,
                                                        GgovThemeSource *source,
                                                        GgovMapPicture  *previous)
                                                        G_GNUC_WARN_UNUSED_RESULT;
GgovMapPicture       *ggov_map_picture_ref             (GgovMapPicture *self);
void                  ggov_map_picture_unref           (GgovMapPicture *self);

/* (transfer none) */
GgovPlaces           *ggov_map_picture_get_places      (GgovMapPicture *self);
const GgovMapPalette *ggov_map_picture_get_palette     (GgovMapPicture *self);

/* (element-type GgovMapArea): in the order of the grids' codes. */
GArray               *ggov_map_picture_get_grids       (GgovMapPicture *self);
GArray               *ggov_map_picture_get_communities (GgovMapPicture *self);

/* (element-type GgovMapLine): borders between two grids, each once. */
GArray               *ggov_map_picture_get_borders     (GgovMapPicture *self);

/* (element-type GgovMapStreet): main streets last, which is the order of drawing. */
GArray               *ggov_map_picture_get_streets     (GgovMapPicture *self);

/* (nullable): the area of a grid. */
const GgovMapArea    *ggov_map_picture_find_grid       (GgovMapPicture *self,
                                                        gint64          grid_id);

/* (nullable) (transfer none): what it is coloured by. */
GgovThemePaint       *ggov_map_picture_get_paint       (GgovMapPicture *self);

/* The shade of a building, below GGOV_MAP_PICTURE_N_SHADES, and the colours of a shade. */
guint8                ggov_map_picture_get_shade       (GgovMapPicture *self,
                                                        guint           footprint);
void                  ggov_map_picture_get_colours     (GgovMapPicture *self,
                                                        guint8          shade,
                                                        GgovMapColour  *fill,
                                                        GgovMapColour  *outline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovMapPicture, ggov_map_picture_unref)

G_END_DECLS
