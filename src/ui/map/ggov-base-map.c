/* ggov-base-map.c: somebody else's map, drawn under the buildings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-base-map.h"
#include "ggov-map-frame.h"
#include "ggov-picture-cache.h"
#include "ggov-tile-picture.h"

/* Tiles coarser than the place by no more than this are not put together out of finer ones. */
#define MAX_UNDERZOOM 2

/* Of a tile: rounding must not ask for the neighbour. */
#define HAIR 1e-6

/* How much of a bright map is taken away in the dark. */
#define DIMNESS 0.6

/* What comes in within this time is shown at once. */
#define GATHER_MS 100

struct _GgovBaseMap
{
  GObject          parent_instance;

  GgovTileArchive *archive;    /* (nullable): this or the next one */
  GgovTileFetcher *fetcher;    /* (nullable) */
  GgovGeoDatum     datum;
  double           opacity;
  int              min_zoom;
  int              max_zoom;
  guint            serial;     /* atomic */
  guint            gather_id;  /* 0 while nothing has come in */
  char            *problem;    /* (nullable): main thread */

  GgovPictureCache pictures;
  gint             has_failed; /* (atomic): whether the problem is on its way to the main thread */
};

/* A problem on its way to the main thread. */
typedef struct
{
  GgovBaseMap *map;      /* (owned) */
  char        *sentence;
} Report;

/* Where a tile of ours is on their map: parts of the world's square. */
typedef struct
{
  double left;
  double top;
  double width;
  double height;
} Square;

/* The painting of one tile of ours. */
typedef struct
{
  cairo_t               *cr;
  const GgovMapTileSpot *spot;
  Square                 square;
  int                    zoom; /* of the pictures */
  int                    x0;   /* the first of them */
  int                    y0;
  int                    x1;   /* the last one, inclusive */
  int                    y1;
  gboolean               is_partial;
} Painting;

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GgovBaseMap, ggov_base_map, G_TYPE_OBJECT)

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;

  if (report->map->problem == NULL)
    {
      report->map->problem = g_steal_pointer (&report->sentence);
      g_signal_emit (report->map, signals[CHANGED], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
report_free (Report *report)
{
  g_clear_object (&report->map);
  g_free (report->sentence);
  g_free (report);
}

/* The first one says enough. */
static void
report (GgovBaseMap *self,
        const char  *sentence)
{
  Report *it;

  if (!g_atomic_int_compare_and_exchange (&self->has_failed, FALSE, TRUE))
    return;

  it = g_new0 (Report, 1);
  it->map = g_object_ref (self);
  it->sentence = g_strdup (sentence);
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, it, (GDestroyNotify) report_free);
}

/* Pictures --------------------------------------------------------------------------------- */

static guint64
make_key (int zoom,
          int x,
          int y)
{
  return (guint64) zoom << 58 | (guint64) x << 29 | (guint64) y;
}

/* (transfer full) (nullable): the bytes of a picture; any thread */
static GBytes *
read_bytes (GgovBaseMap  *self,
            int           zoom,
            int           x,
            int           y,
            gboolean     *is_awaited,
            GError      **error)
{
  if (self->archive)
    return ggov_tile_archive_read (self->archive, zoom, x, y, error);

  return ggov_tile_fetcher_read (self->fetcher, zoom, x, y, is_awaited);
}

static cairo_surface_t *
read_picture (GgovBaseMap *self,
              int          zoom,
              int          x,
              int          y,
              gboolean    *is_awaited)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_bytes (self, zoom, x, y, is_awaited, &error);
  cairo_surface_t *surface = bytes ? ggov_tile_picture_decode (bytes, &error) : NULL;
  g_autofree char *sentence = NULL;

  if (error == NULL)
    return surface;

  /* The archive speaks to the user; the decoder does not. */
  sentence = error->domain == GGOV_STORE_ERROR && error->code == GGOV_STORE_ERROR_REFUSED
    ? g_strdup (error->message)
    : g_strdup_printf (_("A picture of the base map is damaged (zoom level %d, column %d, row %d); "
                         "a coarser one is shown there."), zoom, x, y);
  g_debug ("tile %d/%d/%d: %s", zoom, x, y, error->message);
  report (self, sentence);

  return NULL;
}

/* (transfer full) (nullable): @is_awaited is NULL for one that is not to be fetched */
static cairo_surface_t *
get_picture (GgovBaseMap *self,
             int          zoom,
             int          x,
             int          y,
             gboolean    *is_awaited)
{
  guint64 key = make_key (zoom, x, y);
  gboolean is_coming = FALSE;
  cairo_surface_t *surface = NULL;

  if (ggov_picture_cache_find (&self->pictures, key, &surface) ||
      (self->fetcher && is_awaited == NULL))
    return surface;

  surface = read_picture (self, zoom, x, y, &is_coming);
  if (is_coming)
    *is_awaited = TRUE;
  else
    ggov_picture_cache_keep (&self->pictures, key, surface);

  return surface;
}

/* Painting --------------------------------------------------------------------------------- */

/* The corners are shifted, and what is between them goes with them. */
static void
find_square (GgovBaseMap           *self,
             const GgovMapTileSpot *spot,
             Square                *square)
{
  double n = exp2 (spot->zoom);
  double corners[] = {
    ggov_mercator_lon (spot->x / n), ggov_mercator_lat (spot->y / n),
    ggov_mercator_lon ((spot->x + 1) / n), ggov_mercator_lat ((spot->y + 1) / n),
  };

  *square = (Square) { spot->x / n, spot->y / n, 1 / n, 1 / n };
  if (self->datum == GGOV_GEO_DATUM_WGS84 || self->datum == GGOV_GEO_DATUM_CGCS2000)
    return;

  ggov_geo_datum_from_wgs84 (self->datum, corners, 2);
  square->left = ggov_mercator_x (corners[0]);
  square->top = ggov_mercator_y (corners[1]);
  square->width = ggov_mercator_x (corners[2]) - square->left;
  square->height = ggov_mercator_y (corners[3]) - square->top;
}

static gboolean
find_pictures (GgovBaseMap *self,
               Painting    *painting)
{
  const Square *square = &painting->square;
  double n;

  /* On a screen with more dots the next level is as large as it should be. */
  painting->zoom = CLAMP (painting->spot->zoom + (painting->spot->scale > 1), self->min_zoom,
                          self->max_zoom);
  if (painting->zoom > painting->spot->zoom + MAX_UNDERZOOM ||
      painting->zoom < painting->spot->zoom - GGOV_BASE_MAP_MAX_OVERZOOM)
    return FALSE;

  n = exp2 (painting->zoom);
  painting->x0 = CLAMP (floor (square->left * n + HAIR), 0, n - 1);
  painting->y0 = CLAMP (floor (square->top * n + HAIR), 0, n - 1);
  painting->x1 = CLAMP (ceil ((square->left + square->width) * n - HAIR) - 1, 0, n - 1);
  painting->y1 = CLAMP (ceil ((square->top + square->height) * n - HAIR) - 1, 0, n - 1);

  return TRUE;
}

/* What is seen of one picture, and at the edges a little more. */
static void
clip (const Painting        *painting,
      int                    x,
      int                    y,
      const graphene_rect_t *box)
{
  double margin = 2.0 * GGOV_MAP_TILE_MARGIN;
  double left = x == painting->x0 ? -margin : box->origin.x;
  double top = y == painting->y0 ? -margin : box->origin.y;
  double right = x == painting->x1 ? painting->spot->size + margin
                                   : box->origin.x + box->size.width;
  double bottom = y == painting->y1 ? painting->spot->size + margin
                                    : box->origin.y + box->size.height;

  cairo_rectangle (painting->cr, left, top, right - left, bottom - top);
  cairo_clip (painting->cr);
}

/* The picture of (x, y), which may be a part of one @up levels coarser. */
static void
paint_picture (const Painting  *painting,
               cairo_surface_t *surface,
               int              x,
               int              y,
               int              up)
{
  const Square *square = &painting->square;
  double n = exp2 (painting->zoom), size = painting->spot->size;
  double wide = size / (square->width * n), high = size / (square->height * n);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  graphene_rect_t box;

  graphene_rect_init (&box, (x - square->left * n) * wide, (y - square->top * n) * high, wide,
                      high);
  cairo_save (painting->cr);
  clip (painting, x, y, &box);
  cairo_translate (painting->cr, box.origin.x - (x - (x >> up << up)) * wide,
                   box.origin.y - (y - (y >> up << up)) * high);
  cairo_scale (painting->cr, wide * (1 << up) / width, high * (1 << up) / height);
  cairo_set_source_surface (painting->cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (painting->cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (painting->cr), CAIRO_EXTEND_PAD);
  cairo_paint (painting->cr);
  cairo_restore (painting->cr);
}

/* Where there is no picture, a part of a coarser one. */
static gboolean
paint_place (GgovBaseMap *self,
             Painting    *painting,
             int          x,
             int          y)
{
  gboolean is_awaited = FALSE;
  int furthest = MAX (self->min_zoom, painting->spot->zoom - GGOV_BASE_MAP_MAX_OVERZOOM);

  for (int up = 0; painting->zoom - up >= furthest; up++)
    {
      cairo_surface_t *surface = get_picture (self, painting->zoom - up, x >> up, y >> up,
                                              up == 0 ? &is_awaited : NULL);

      if (surface == NULL)
        continue;

      paint_picture (painting, surface, x, y, up);
      cairo_surface_destroy (surface);
      painting->is_partial |= is_awaited;
      return TRUE;
    }
  painting->is_partial |= is_awaited;

  return FALSE;
}

static void
dim (cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_ATOP);
  cairo_set_source_rgba (cr, 0, 0, 0, DIMNESS);
  cairo_paint (cr);
}

gboolean
ggov_base_map_paint (GgovBaseMap           *self,
                     cairo_t               *cr,
                     const GgovMapTileSpot *spot,
                     gboolean               is_dark,
                     gboolean              *is_partial)
{
  Painting painting = { .cr = cr, .spot = spot };
  gboolean is_painted = FALSE;

  g_return_val_if_fail (GGOV_IS_BASE_MAP (self), FALSE);

  *is_partial = FALSE;
  find_square (self, spot, &painting.square);
  if (!find_pictures (self, &painting))
    return FALSE;

  cairo_push_group (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE); /* which leaves no seam between pictures */
  for (int y = painting.y0; y <= painting.y1; y++)
    for (int x = painting.x0; x <= painting.x1; x++)
      is_painted |= paint_place (self, &painting, x, y);
  if (is_dark)
    dim (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, self->opacity);
  *is_partial = painting.is_partial;

  return is_painted;
}

/* What comes in -------------------------------------------------------------------------------- */

static void
gathered_cb (gpointer user_data)
{
  GgovBaseMap *self = user_data;

  self->gather_id = 0;
  g_atomic_int_inc (&self->serial);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
arrived_cb (GgovBaseMap *self)
{
  if (self->gather_id == 0)
    self->gather_id = g_timeout_add_once (GATHER_MS, gathered_cb, self);
}

static void
ggov_base_map_dispose (GObject *object)
{
  GgovBaseMap *self = GGOV_BASE_MAP (object);

  g_clear_handle_id (&self->gather_id, g_source_remove);
  if (self->fetcher)
    ggov_tile_fetcher_stop (self->fetcher);

  G_OBJECT_CLASS (ggov_base_map_parent_class)->dispose (object);
}

static void
ggov_base_map_finalize (GObject *object)
{
  GgovBaseMap *self = GGOV_BASE_MAP (object);

  g_clear_object (&self->archive);
  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->problem, g_free);
  ggov_picture_cache_clear (&self->pictures);

  G_OBJECT_CLASS (ggov_base_map_parent_class)->finalize (object);
}

static void
ggov_base_map_class_init (GgovBaseMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ggov_base_map_dispose;
  object_class->finalize = ggov_base_map_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ggov_base_map_init (GgovBaseMap *self)
{
  ggov_picture_cache_init (&self->pictures);
}

GgovBaseMap *
ggov_base_map_new_for_archive (GgovTileArchive *archive,
                               GgovGeoDatum     datum,
                               double           opacity)
{
  GgovBaseMap *self = g_object_new (GGOV_TYPE_BASE_MAP, NULL);

  self->archive = g_object_ref (archive);
  self->datum = datum;
  self->opacity = opacity;
  ggov_tile_archive_get_zooms (archive, &self->min_zoom, &self->max_zoom);

  return self;
}

GgovBaseMap *
ggov_base_map_new_for_fetcher (GgovTileFetcher *fetcher,
                               GgovGeoDatum     datum,
                               double           opacity)
{
  GgovBaseMap *self = g_object_new (GGOV_TYPE_BASE_MAP, NULL);

  self->fetcher = g_object_ref (fetcher);
  self->datum = datum;
  self->opacity = opacity;
  self->max_zoom = GGOV_TILE_FETCHER_MAX_ZOOM;
  g_signal_connect_object (fetcher, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);

  return self;
}

const char *
ggov_base_map_get_attribution (GgovBaseMap *self)
{
  g_return_val_if_fail (GGOV_IS_BASE_MAP (self), NULL);

  return self->archive ? ggov_tile_archive_get_attribution (self->archive)
                       : ggov_tile_fetcher_get_attribution (self->fetcher);
}

const char *
ggov_base_map_get_problem (GgovBaseMap *self)
{
  g_return_val_if_fail (GGOV_IS_BASE_MAP (self), NULL);

  return self->problem ? self->problem
                       : self->fetcher ? ggov_tile_fetcher_get_problem (self->fetcher) : NULL;
}

guint
ggov_base_map_get_serial (GgovBaseMap *self)
{
  return g_atomic_int_get (&self->serial);
}
