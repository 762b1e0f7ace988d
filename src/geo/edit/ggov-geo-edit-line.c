/* ggov-geo-edit-line.c: a drawn line, cut where it meets borders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-geo-edit-private.h"
#include "ggov-geo-error-private.h"
#include "ggov-geo-subdivision-private.h"

#define SAME_M      0.001 /* places nearer than this are one */
#define AT_VERTEX_M 0.02  /* a crossing this near a vertex of a border is at it */
#define ALONG_M     0.01  /* a line this near a border runs along it */

/* Where the line meets a border. */
typedef struct
{
  double at;       /* which point of the line, and how far on towards the next */
  double place[2]; /* on the border, bit for bit where its vertex is */
} Hit;

typedef struct
{
  const GgovGeoLayout *layout;
  const GgovGeoFrame *frame;
  GgovGeoSubdivision *subdivision;
  GArray *points; /* (element-type double[2]) */
  GArray *hits;   /* (element-type Hit) */
} Line;

static void
line_clear (Line *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
clear_piece (gpointer data)
{
  GgovGeoLinePiece *piece = data;

  g_clear_pointer (&piece->points, g_array_unref);
}

static double *
get_point (const Line *self,
           guint       index)
{
  return (double *) (gpointer) self->points->data + 2 * index;
}

static double
measure (const Line   *self,
         const double *a,
         const double *b)
{
  return hypot ((b[0] - a[0]) * self->frame->lon_m, (b[1] - a[1]) * self->frame->lat_m);
}

/* The place on a segment nearest to another; that of an end where it is nearly there. */
static double
find_on_segment (const Line   *self,
                 const double *wanted,
                 const double *a,
                 const double *b,
                 double       *place)
{
  double lon_m = self->frame->lon_m, lat_m = self->frame->lat_m;
  double dx = (b[0] - a[0]) * lon_m, dy = (b[1] - a[1]) * lat_m;
  double square = dx * dx + dy * dy;
  double along = ((wanted[0] - a[0]) * lon_m * dx + (wanted[1] - a[1]) * lat_m * dy);
  double t = square > 0 ? CLAMP (along / square, 0, 1) : 0;
  double length_m = sqrt (square);
  double off_m;

  place[0] = a[0] + t * (b[0] - a[0]);
  place[1] = a[1] + t * (b[1] - a[1]);
  off_m = measure (self, place, wanted);

  if (t * length_m < AT_VERTEX_M)
    memcpy (place, a, 2 * sizeof *place);
  else if ((1 - t) * length_m < AT_VERTEX_M)
    memcpy (place, b, 2 * sizeof *place);

  return off_m;
}

/* The nearest place on a border of the grid, or on any where @grid_id is 0. Returns: metres to it,
 * or @max_m */
static double
find_on_border (const Line   *self,
                gint64        grid_id,
                const double *wanted,
                double        max_m,
                double       *place)
{
  double reach[] = { max_m / self->frame->lon_m, max_m / self->frame->lat_m };
  double best_m = max_m;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (self->subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, i);
      const GgovGeoBounds *box = _ggov_geo_layout_get_bounds (self->layout, i);

      if ((grid_id != 0 && arc->left_grid_id != grid_id && arc->right_grid_id != grid_id) ||
          wanted[0] < box->min_lon - reach[0] || wanted[0] > box->max_lon + reach[0] ||
          wanted[1] < box->min_lat - reach[1] || wanted[1] > box->max_lat + reach[1])
        continue;

      for (const double *a = arc->coords; a < arc->coords + 2 * (arc->n_points - 1); a += 2)
        {
          double found[2];
          double off_m = find_on_segment (self, wanted, a, a + 2, found);

          if (off_m < best_m)
            {
              best_m = off_m;
              memcpy (place, found, sizeof found);
            }
        }
    }

  return best_m;
}

/* Copies the line without repeated points, and puts its ends on the grid's border. */
static void
line_init (Line                *self,
           const GgovGeoLayout *layout,
           gint64               grid_id,
           const double        *coords,
           guint                n_points,
           double               tolerance_m)
{
  self->layout = layout;
  self->frame = _ggov_geo_site_get_frame (ggov_geo_layout_get_site (layout));
  self->subdivision = ggov_geo_layout_get_subdivision (layout);
  self->points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < n_points; i++)
    if (i == 0 || measure (self, coords + 2 * i, get_point (self, self->points->len - 1)) > SAME_M)
      g_array_append_vals (self->points, coords + 2 * i, 1);

  if (self->points->len < 2)
    return;

  find_on_border (self, grid_id, get_point (self, 0), tolerance_m, get_point (self, 0));
  find_on_border (self, grid_id, get_point (self, self->points->len - 1), tolerance_m,
                  get_point (self, self->points->len - 1));
}

static double
cross (const double *o,
       const double *a,
       const double *b)
{
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}

static void
meet_segment (Line         *self,
              guint         index,
              const double *c,
              const double *d)
{
  const double *a = get_point (self, index), *b = a + 2;
  double ac = cross (a, b, c), ad = cross (a, b, d), ca = cross (c, d, a), cb = cross (c, d, b);
  double u, place[2];
  Hit hit;

  if ((ac > 0) == (ad > 0) || (ca > 0) == (cb > 0))
    return;

  u = ac / (ac - ad);
  hit.at = index + CLAMP (ca / (ca - cb), 0, 1);
  place[0] = c[0] + u * (d[0] - c[0]);
  place[1] = c[1] + u * (d[1] - c[1]);
  find_on_segment (self, place, c, d, hit.place);
  g_array_append_val (self->hits, hit);
}

static void
meet_borders (Line *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      GgovGeoBounds box = GGOV_GEO_BOUNDS_EMPTY;
      Hit hit = { i, { 0, 0 } };

      /* A point of the line that is on a border: its ends, and what was snapped there. */
      if (find_on_border (self, 0, get_point (self, i), SAME_M, hit.place) < SAME_M)
        g_array_append_val (self->hits, hit);

      if (i + 1 == self->points->len)
        break;

      ggov_geo_bounds_add (&box, get_point (self, i)[0], get_point (self, i)[1]);
      ggov_geo_bounds_add (&box, get_point (self, i + 1)[0], get_point (self, i + 1)[1]);

      for (guint j = 0; j < ggov_geo_subdivision_get_n_arcs (self->subdivision); j++)
        {
          const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (self->subdivision, j);

          if (ggov_geo_bounds_intersects (&box, _ggov_geo_layout_get_bounds (self->layout, j)))
            for (const double *c = arc->coords; c < arc->coords + 2 * (arc->n_points - 1); c += 2)
              meet_segment (self, i, c, c + 2);
        }
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a, *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

/* Adds what is between two places where the line meets borders. */
static void
add_piece (const Line *self,
           const Hit  *from,
           const Hit  *to,
           GArray     *pieces)
{
  GgovGeoLinePiece piece = { g_array_new (FALSE, FALSE, 2 * sizeof (double)) };
  double middle[2], place[2];

  g_array_append_vals (piece.points, from->place, 1);

  for (guint i = floor (from->at) + 1; i < to->at; i++)
    if (measure (self, get_point (self, i), from->place) > AT_VERTEX_M &&
        measure (self, get_point (self, i), to->place) > AT_VERTEX_M)
      g_array_append_vals (piece.points, get_point (self, i), 1);

  g_array_append_vals (piece.points, to->place, 1);
  _ggov_geo_line_piece_find_middle (&piece, middle);

  if (find_on_border (self, 0, middle, ALONG_M, place) < ALONG_M)
    clear_piece (&piece);
  else
    g_array_append_val (pieces, piece);
}

void
_ggov_geo_line_piece_find_middle (const GgovGeoLinePiece *piece,
                                  double                  middle[2])
{
  const double *coords = (const double *) (gpointer) piece->points->data;
  double longest = -1;

  for (const double *a = coords; a < coords + 2 * (piece->points->len - 1); a += 2)
    if (hypot (a[2] - a[0], a[3] - a[1]) > longest)
      {
        longest = hypot (a[2] - a[0], a[3] - a[1]);
        middle[0] = (a[0] + a[2]) / 2;
        middle[1] = (a[1] + a[3]) / 2;
      }
}

GArray *
_ggov_geo_edit_cut_line (GgovGeoLayout  *layout,
                         gint64          grid_id,
                         const double   *coords,
                         guint           n_points,
                         double          tolerance_m,
                         GError        **error)
{
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (GgovGeoLinePiece));
  g_auto(Line) line = { 0 };
  const Hit *from;

  g_array_set_clear_func (pieces, clear_piece);
  line_init (&line, layout, grid_id, coords, n_points, tolerance_m);
  meet_borders (&line);
  g_array_sort (line.hits, compare_hits);

  for (guint i = 1; i < line.hits->len; i++)
    {
      from = &g_array_index (line.hits, Hit, i - 1);

      if (measure (&line, from->place, g_array_index (line.hits, Hit, i).place) > SAME_M)
        add_piece (&line, from, &g_array_index (line.hits, Hit, i), pieces);
    }

  if (pieces->len == 0)
    {
      _ggov_geo_refuse (GGOV_GEO_REASON_OFF_BORDER, grid_id, 0, coords, error);
      return NULL;
    }

  return g_steal_pointer (&pieces);
}
