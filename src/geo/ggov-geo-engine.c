/* ggov-geo-engine.c: GEOS, one handle a thread, and its errors as ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-private.h"

typedef struct
{
  GEOSContextHandle_t geos;
  GEOSWKBReader *reader;
  GEOSWKBWriter *writer;
  char *message; /* (nullable): last complaint from GEOS */
} Engine;

static void
message_cb (const char *message,
            void       *user_data)
{
  Engine *self = user_data;

  g_free (self->message);
  self->message = g_strdup (message);
}

static Engine *
engine_new (void)
{
  Engine *self = g_new0 (Engine, 1);

  self->geos = GEOS_init_r ();
  GEOSContext_setErrorMessageHandler_r (self->geos, message_cb, self);
  self->reader = GEOSWKBReader_create_r (self->geos);
  self->writer = GEOSWKBWriter_create_r (self->geos);
  GEOSWKBWriter_setByteOrder_r (self->geos, self->writer, GEOS_WKB_NDR);
  GEOSWKBWriter_setOutputDimension_r (self->geos, self->writer, 2);

  return self;
}

static void
engine_free (gpointer data)
{
  Engine *self = data;

  GEOSWKBReader_destroy_r (self->geos, self->reader);
  GEOSWKBWriter_destroy_r (self->geos, self->writer);
  GEOS_finish_r (self->geos);
  g_free (self->message);
  g_free (self);
}

static Engine *
get_engine (void)
{
  static GPrivate engines = G_PRIVATE_INIT (engine_free);
  Engine *self = g_private_get (&engines);

  if (self == NULL)
    {
      self = engine_new ();
      g_private_set (&engines, self);
    }

  return self;
}

GEOSContextHandle_t
_ggov_geo_engine (void)
{
  return get_engine ()->geos;
}

gboolean
_ggov_geo_engine_fail (GError **error)
{
  Engine *self = get_engine ();

  g_set_error_literal (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                       self->message ? self->message : "GEOS gave no reason");
  g_clear_pointer (&self->message, g_free);

  return FALSE;
}

GEOSGeometry *
_ggov_geo_geom_from_wkb (GBytes  *wkb,
                         GError **error)
{
  Engine *self = get_engine ();
  GEOSGeometry *geom;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (wkb != NULL, NULL);

  data = g_bytes_get_data (wkb, &size);
  geom = size > 0 ? GEOSWKBReader_read_r (self->geos, self->reader, data, size) : NULL;

  if (geom == NULL)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
                   "%" G_GSIZE_FORMAT " bytes are not a shape: %s", size,
                   self->message ? self->message : "there is nothing in them");
      g_clear_pointer (&self->message, g_free);
    }

  return geom;
}

GBytes *
_ggov_geo_geom_to_wkb (const GEOSGeometry  *geom,
                       GError             **error)
{
  Engine *self = get_engine ();
  GBytes *wkb;
  guchar *data;
  size_t size;

  if (!(data = GEOSWKBWriter_write_r (self->geos, self->writer, geom, &size)))
    {
      _ggov_geo_engine_fail (error);
      return NULL;
    }

  wkb = g_bytes_new (data, size);
  GEOSFree_r (self->geos, data);

  return wkb;
}

double *
_ggov_geo_geom_dup_coords (const GEOSGeometry *line,
                           guint              *n_points)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  const GEOSCoordSequence *seq = GEOSGeom_getCoordSeq_r (geos, line);
  double *coords;
  guint size = 0;

  *n_points = 0;

  if (seq == NULL || GEOSCoordSeq_getSize_r (geos, seq, &size) != 1 || size == 0)
    return NULL;

  coords = g_new (double, 2 * (gsize) size);
  GEOSCoordSeq_copyToBuffer_r (geos, seq, coords, 0, 0);
  *n_points = size;

  return coords;
}

GEOSGeometry *
_ggov_geo_geom_new_line (const double  *coords,
                         guint          n_points,
                         GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GEOSCoordSequence *seq = GEOSCoordSeq_copyFromBuffer_r (geos, coords, n_points, 0, 0);
  GEOSGeometry *line = seq ? GEOSGeom_createLineString_r (geos, seq) : NULL;

  if (line == NULL)
    _ggov_geo_engine_fail (error);

  return line;
}

GEOSGeometry *
_ggov_geo_geom_new_polygon (const double  *coords,
                            guint          n_points,
                            GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GEOSCoordSequence *seq = GEOSCoordSeq_copyFromBuffer_r (geos, coords, n_points, 0, 0);
  GEOSGeometry *ring = seq ? GEOSGeom_createLinearRing_r (geos, seq) : NULL;
  GEOSGeometry *polygon = ring ? GEOSGeom_createPolygon_r (geos, ring, NULL, 0) : NULL;

  /* GEOS takes each part over in turn, also where it fails: seq by ring, ring by polygon. */
  if (polygon == NULL)
    _ggov_geo_engine_fail (error);

  return polygon;
}

void
_ggov_geo_geom_free (GEOSGeometry *geom)
{
  GEOSGeom_destroy_r (_ggov_geo_engine (), geom);
}

void
_ggov_geo_prepared_free (const GEOSPreparedGeometry *prepared)
{
  GEOSPreparedGeom_destroy_r (_ggov_geo_engine (), prepared);
}

void
_ggov_geo_tree_free (GEOSSTRtree *tree)
{
  GEOSSTRtree_destroy_r (_ggov_geo_engine (), tree);
}
