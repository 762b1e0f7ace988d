/* ggov-geo-mesh-spots.c: points, each found by where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-mesh-spots-private.h"

#define FIRST_MASK 2047

static guint
hash_point (const GgovGeoMeshPoint *point)
{
  guint64 bits = (guint64) point->x * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^
                 (guint64) point->y * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);

  return bits >> 32 ^ bits >> 16;
}

static void
put_in_slot (GgovGeoMeshSpots *self,
             guint             index)
{
  guint slot = hash_point (&g_array_index (self->points, GgovGeoMeshPoint, index)) & self->mask;

  while (self->slots[slot] != 0)
    slot = (slot + 1) & self->mask;

  self->slots[slot] = index + 1;
}

static void
set_mask (GgovGeoMeshSpots *self,
          guint             mask)
{
  g_free (self->slots);
  self->mask = mask;
  self->slots = g_new0 (guint, (gsize) mask + 1);

  for (guint i = 0; i < self->points->len; i++)
    put_in_slot (self, i);
}

void
_ggov_geo_mesh_spots_init (GgovGeoMeshSpots *self,
                           GArray           *points)
{
  self->points = g_array_ref (points);
  self->slots = NULL;
  set_mask (self, FIRST_MASK);
}

void
_ggov_geo_mesh_spots_clear (GgovGeoMeshSpots *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

guint
_ggov_geo_mesh_spots_find (GgovGeoMeshSpots *self,
                           GgovGeoMeshPoint  point)
{
  guint slot = hash_point (&point) & self->mask;

  for (; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    {
      const GgovGeoMeshPoint *known;

      known = &g_array_index (self->points, GgovGeoMeshPoint, self->slots[slot] - 1);

      if (known->x == point.x && known->y == point.y)
        return self->slots[slot] - 1;
    }

  g_array_append_val (self->points, point);
  self->slots[slot] = self->points->len;

  if (2 * self->points->len > self->mask)
    set_mask (self, 2 * self->mask + 1);

  return self->points->len - 1;
}
