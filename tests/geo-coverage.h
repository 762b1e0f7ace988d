/* geo-coverage.h: polygons that fit together vertex by vertex, as arcs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <string.h>

#include "ggov-geo-subdivision.h"

/* A side of a polygon, with the polygon's grid on the left. */
typedef struct
{
  double a[2];
  double b[2];
} CoverageEdge;

/* Polygons of a map, each of a grid. */
typedef struct
{
  GHashTable *grids;  /* (element-type CoverageEdge gint64): the grid on the left of an edge */
  GArray *middles;    /* (element-type double[2]): a place in each polygon, if it is convex */
  GArray *grid_ids;   /* (element-type gint64): of each polygon */
} Coverage;

static inline guint
coverage_edge_hash (gconstpointer key)
{
  const guint64 *words = key;
  guint64 hash = 0;

  for (guint i = 0; i < sizeof (CoverageEdge) / sizeof *words; i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash >> 32;
}

static inline gboolean
coverage_edge_equal (gconstpointer a,
                     gconstpointer b)
{
  return memcmp (a, b, sizeof (CoverageEdge)) == 0;
}

static inline void
coverage_init (Coverage *self)
{
  self->grids = g_hash_table_new_full (coverage_edge_hash, coverage_edge_equal, g_free, g_free);
  self->middles = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  self->grid_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static inline void
coverage_clear (Coverage *self)
{
  g_clear_pointer (&self->grids, g_hash_table_unref);
  g_clear_pointer (&self->middles, g_array_unref);
  g_clear_pointer (&self->grid_ids, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static inline double
coverage_get_area (const double *ring,
                   guint         n_points)
{
  double sum = 0;

  for (guint i = 1; i + 1 < n_points; i++)
    sum += (ring[2 * i] - ring[0]) * (ring[2 * i + 3] - ring[1]) -
           (ring[2 * i + 2] - ring[0]) * (ring[2 * i + 1] - ring[1]);

  return sum / 2;
}

static inline void
coverage_add_middle (Coverage     *self,
                     const double *ring,
                     guint         n_points,
                     gint64        grid_id)
{
  double middle[2] = { 0, 0 };

  for (guint i = 0; i + 1 < n_points; i++)
    {
      middle[0] += ring[2 * i] / (n_points - 1);
      middle[1] += ring[2 * i + 1] / (n_points - 1);
    }

  g_array_append_vals (self->middles, middle, 1);
  g_array_append_val (self->grid_ids, grid_id);
}

/* A ring, whose last point repeats the first. */
static inline void
coverage_add_ring (Coverage     *self,
                   const double *ring,
                   guint         n_points,
                   gboolean      is_hole,
                   gint64        grid_id)
{
  gboolean is_right = (coverage_get_area (ring, n_points) > 0) == is_hole;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      CoverageEdge edge;

      memcpy (is_right ? edge.b : edge.a, ring + 2 * i, sizeof edge.a);
      memcpy (is_right ? edge.a : edge.b, ring + 2 * i + 2, sizeof edge.a);

      if (memcmp (edge.a, edge.b, sizeof edge.a) != 0)
        g_hash_table_insert (self->grids, g_memdup2 (&edge, sizeof edge),
                             g_memdup2 (&grid_id, sizeof grid_id));
    }

  if (!is_hole)
    coverage_add_middle (self, ring, n_points, grid_id);
}

static inline gint64
coverage_get_right (const Coverage     *self,
                    const CoverageEdge *edge)
{
  CoverageEdge back;
  const gint64 *grid_id;

  memcpy (back.a, edge->b, sizeof back.a);
  memcpy (back.b, edge->a, sizeof back.b);
  grid_id = g_hash_table_lookup (self->grids, &back);

  return grid_id != NULL ? *grid_id : 0;
}

static inline guint
coverage_place_hash (gconstpointer key)
{
  const guint64 *words = key;

  return ((words[0] ^ (words[1] << 21 | words[1] >> 43)) *
          G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32;
}

static inline gboolean
coverage_place_equal (gconstpointer a,
                      gconstpointer b)
{
  return memcmp (a, b, 2 * sizeof (double)) == 0;
}

static inline void
coverage_note (GHashTable   *ends,
               const double *place,
               CoverageEdge *edge)
{
  GPtrArray *edges = g_hash_table_lookup (ends, place);

  if (edges == NULL)
    {
      edges = g_ptr_array_new ();
      g_hash_table_insert (ends, (gpointer) place, edges);
    }

  g_ptr_array_add (edges, edge);
}

static inline int
coverage_compare_edges (gconstpointer a,
                        gconstpointer b)
{
  const double *first = *(const double *const *) a, *second = *(const double *const *) b;

  for (guint i = 0; i < 4; i++)
    if (first[i] != second[i])
      return first[i] < second[i] ? -1 : 1;

  return 0;
}

/* The edges between two grids (the lower on the right) or a grid and the outside, in a fixed order,
 * and which of them meet at each place. */
static inline GPtrArray *
coverage_list_edges (const Coverage *self,
                     GHashTable     *ends)
{
  GPtrArray *edges = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->grids);

  while (g_hash_table_iter_next (&iter, &key, &value))
    if (coverage_get_right (self, key) < *(gint64 *) value)
      g_ptr_array_add (edges, key);

  g_ptr_array_sort (edges, coverage_compare_edges);

  for (guint i = 0; i < edges->len; i++)
    {
      CoverageEdge *edge = g_ptr_array_index (edges, i);

      coverage_note (ends, edge->a, edge);
      coverage_note (ends, edge->b, edge);
    }

  return edges;
}

/* The edge that goes on from another with the same grids on its sides; NULL at a node. */
static inline CoverageEdge *
coverage_get_next (GHashTable   *ends,
                   CoverageEdge *edge)
{
  GPtrArray *met = g_hash_table_lookup (ends, edge->b);
  CoverageEdge *next = g_ptr_array_index (met, 0);

  if (met->len != 2)
    return NULL;

  next = next == edge ? g_ptr_array_index (met, 1) : next;

  return coverage_place_equal (next->a, edge->b) ? next : NULL;
}

static inline void
coverage_add_arc (const Coverage     *self,
                  GgovGeoSubdivision *subdivision,
                  GHashTable         *ends,
                  GHashTable         *taken,
                  CoverageEdge       *first)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  g_autoptr(GError) error = NULL;

  g_array_append_vals (points, first->a, 1);

  for (CoverageEdge *edge = first; edge != NULL && g_hash_table_add (taken, edge);
       edge = coverage_get_next (ends, edge))
    g_array_append_vals (points, edge->b, 1);

  ggov_geo_subdivision_add_arc (subdivision, ggov_geo_subdivision_get_n_arcs (subdivision) + 1,
                                *(gint64 *) g_hash_table_lookup (self->grids, first),
                                coverage_get_right (self, first),
                                (const double *) (gpointer) points->data, points->len, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the polygons' grids as arcs */
static inline GgovGeoSubdivision *
coverage_to_subdivision (const Coverage *self)
{
  GgovGeoSubdivision *subdivision = ggov_geo_subdivision_new ();
  g_autoptr(GHashTable) ends = NULL;
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) edges = NULL;

  ends = g_hash_table_new_full (coverage_place_hash, coverage_place_equal, NULL,
                                (GDestroyNotify) g_ptr_array_unref);
  edges = coverage_list_edges (self, ends);

  /* From nodes first; what is left are closed lines. */
  for (guint i = 0; i < edges->len; i++)
    {
      CoverageEdge *edge = g_ptr_array_index (edges, i);
      GPtrArray *met = g_hash_table_lookup (ends, edge->a);
      CoverageEdge *other = g_ptr_array_index (met, g_ptr_array_index (met, 0) == edge ? 1 : 0);

      if (met->len != 2 || !coverage_place_equal (other->b, edge->a))
        coverage_add_arc (self, subdivision, ends, taken, edge);
    }

  for (guint i = 0; i < edges->len; i++)
    if (!g_hash_table_contains (taken, g_ptr_array_index (edges, i)))
      coverage_add_arc (self, subdivision, ends, taken, g_ptr_array_index (edges, i));

  return subdivision;
}

/* Returns: (transfer full) (nullable): a file out of a zip file; NULL where there is none */
static inline GBytes *
coverage_unzip (const char *path,
                const char *name)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const guint8 *data = file != NULL ? (const guint8 *) g_mapped_file_get_contents (file) : NULL;
  gsize size = file != NULL ? g_mapped_file_get_length (file) : 0;

  /* By the central directory, as the local headers here do not tell sizes. */
  for (gsize at = 0; at + 46 + strlen (name) < size; at++)
    {
      guint32 length, offset;
      guint16 n_name, n_extra;
      g_autoptr(GZlibDecompressor) inflate = NULL;
      g_autoptr(GInputStream) packed = NULL;
      g_autoptr(GInputStream) stream = NULL;
      guint8 *bytes;

      if (memcmp (data + at, "PK\1\2", 4) != 0 ||
          memcmp (data + at + 46, name, strlen (name)) != 0)
        continue;

      memcpy (&length, data + at + 24, 4);
      memcpy (&offset, data + at + 42, 4);
      memcpy (&n_name, data + offset + 26, 2);
      memcpy (&n_extra, data + offset + 28, 2);
      offset += 30 + n_name + n_extra;
      inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
      packed = g_memory_input_stream_new_from_data (data + offset, size - offset, NULL);
      stream = g_converter_input_stream_new (packed, G_CONVERTER (inflate));
      bytes = g_malloc (length);
      g_assert_true (g_input_stream_read_all (stream, bytes, length, NULL, NULL, NULL));

      return g_bytes_new_take (bytes, length);
    }

  return NULL;
}
