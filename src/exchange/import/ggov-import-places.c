/* ggov-import-places.c: which community a building stands in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include "ggov-geo-label.h"
#include "ggov-geo-wkb.h"
#include "ggov-import-places-private.h"

struct _GgovImportPlaces
{
  GPtrArray *rows;  /* (element-type GgovKnownCommunity) */
  GArray    *looks; /* (element-type GgovGeoWkb): at the borders of rows */
};

GgovImportPlaces *
ggov_import_places_new (GgovChange  *change,
                        GError     **error)
{
  g_autoptr(GgovImportPlaces) self = g_new0 (GgovImportPlaces, 1);

  self->looks = g_array_new (FALSE, FALSE, sizeof (GgovGeoWkb));
  if (!(self->rows = ggov_change_load_communities (change, error)))
    return NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GgovKnownCommunity *row = self->rows->pdata[i];
      GgovGeoWkb look;

      if (!ggov_geo_wkb_init_bytes (&look, row->border, error))
        return NULL;
      g_array_append_val (self->looks, look);
    }

  return g_steal_pointer (&self);
}

void
ggov_import_places_free (GgovImportPlaces *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->looks, g_array_unref);
  g_free (self);
}

guint
ggov_import_places_get_n (const GgovImportPlaces *self)
{
  return self->rows->len;
}

gint64
ggov_import_places_find (const GgovImportPlaces *self,
                         GBytes                 *footprint)
{
  double lon, lat;

  if (self->rows->len == 0 || !ggov_geo_get_label_place (footprint, &lon, &lat, NULL))
    return 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (ggov_geo_wkb_contains (&g_array_index (self->looks, GgovGeoWkb, i), lon, lat))
      return ((GgovKnownCommunity *) self->rows->pdata[i])->id;

  return 0;
}
