/* ggov-geo-areas.c: a set of areas on the ground, read and asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-areas-private.h"

#define NODE_CAPACITY 10

static void
clear_area (GgovGeoArea *area)
{
  g_clear_pointer (&area->prepared, _ggov_geo_prepared_free);
  g_clear_pointer (&area->geom, _ggov_geo_geom_free);
}

static gboolean
add_area (GgovGeoAreas  *self,
          GBytes        *shape,
          GError       **error)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GgovGeoArea area = { .geom = _ggov_geo_geom_from_wkb (shape, error) };
  int type;

  if (area.geom == NULL)
    return FALSE;

  type = GEOSGeomTypeId_r (geos, area.geom);
  if (type != GEOS_POLYGON && type != GEOS_MULTIPOLYGON)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE, "A shape of type %d has no area",
                   type);
      clear_area (&area);
      return FALSE;
    }

  area.area_m2 = _ggov_geo_area_measure (area.geom);
  area.prepared = GEOSPrepare_r (geos, area.geom);
  g_array_append_val (self->areas, area);

  /* An empty shape is nowhere, so it is not found. The tree copies the extent (GEOS 3.10). */
  if (GEOSisEmpty_r (geos, area.geom) == 0)
    GEOSSTRtree_insert_r (geos, self->tree, area.geom, GUINT_TO_POINTER (self->areas->len));

  return TRUE;
}

GgovGeoAreas *
ggov_geo_areas_new (GPtrArray  *shapes,
                    GError    **error)
{
  g_autoptr(GgovGeoAreas) self = g_new0 (GgovGeoAreas, 1);

  g_return_val_if_fail (shapes != NULL, NULL);

  self->areas = g_array_sized_new (FALSE, FALSE, sizeof (GgovGeoArea), shapes->len);
  g_array_set_clear_func (self->areas, (GDestroyNotify) clear_area);
  self->tree = GEOSSTRtree_create_r (_ggov_geo_engine (), NODE_CAPACITY);

  for (guint i = 0; i < shapes->len; i++)
    if (!add_area (self, shapes->pdata[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
ggov_geo_areas_free (GgovGeoAreas *self)
{
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->tree, _ggov_geo_tree_free);
  g_free (self);
}

guint
ggov_geo_areas_get_n (const GgovGeoAreas *self)
{
  return self->areas->len;
}

double
ggov_geo_areas_get_m2 (const GgovGeoAreas *self,
                       guint               i)
{
  g_return_val_if_fail (i < self->areas->len, 0);

  return _ggov_geo_areas_peek (self, i)->area_m2;
}

guint
ggov_geo_areas_get_n_pieces (const GgovGeoAreas *self,
                             guint               i)
{
  g_return_val_if_fail (i < self->areas->len, 0);

  return GEOSGetNumGeometries_r (_ggov_geo_engine (), _ggov_geo_areas_peek (self, i)->geom);
}

static void
found_cb (void *item,
          void *user_data)
{
  guint i = GPOINTER_TO_UINT (item) - 1;

  g_array_append_val ((GArray *) user_data, i);
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

void
_ggov_geo_areas_query (GgovGeoAreas       *self,
                       const GEOSGeometry *geom,
                       GArray             *found)
{
  g_array_set_size (found, 0);
  GEOSSTRtree_query_r (_ggov_geo_engine (), self->tree, geom, found_cb, found);
  g_array_sort (found, compare_indices);
}

void
ggov_geo_areas_find_at (GgovGeoAreas *self,
                        double        lon,
                        double        lat,
                        GArray       *found)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GEOSGeometry) place = GEOSGeom_createPointFromXY_r (geos, lon, lat);
  guint n = 0;

  _ggov_geo_areas_query (self, place, found);
  for (guint k = 0; k < found->len; k++)
    {
      guint i = g_array_index (found, guint, k);

      if (GEOSPreparedContains_r (geos, _ggov_geo_areas_peek (self, i)->prepared, place) == 1)
        g_array_index (found, guint, n++) = i;
    }
  g_array_set_size (found, n);
}
