/* ggov-geo-wkb.c: shapes as bytes: read strictly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-wkb.h"

#define LITTLE_ENDIAN_MARK 1
#define HEADER_SIZE 5 /* byte order, type */
#define POINT_SIZE 16

typedef enum
{
  STEP_RING,
  STEP_END,
  STEP_BROKEN,
} Step;

static gboolean
is_multi (GgovGeoWkbType type)
{
  return type >= GGOV_GEO_WKB_MULTI_POINT;
}

static GgovGeoWkbType
part_type (GgovGeoWkbType type)
{
  return is_multi (type) ? type - 3 : type;
}

static gboolean
take_count (GgovGeoWkbIter *iter,
            guint          *count)
{
  guint32 word;

  if ((gsize) (iter->end - iter->at) < sizeof word)
    return FALSE;

  memcpy (&word, iter->at, sizeof word);
  *count = GUINT32_FROM_LE (word);
  iter->at += sizeof word;

  return TRUE;
}

static gboolean
take_header (GgovGeoWkbIter *iter,
             guint          *type)
{
  if (iter->at == iter->end || *iter->at != LITTLE_ENDIAN_MARK)
    return FALSE;

  iter->at++;

  return take_count (iter, type);
}

/* The first part of a shape that is not a multi shape has its header read already. */
static gboolean
begin_part (GgovGeoWkbIter *iter)
{
  guint type;

  if (is_multi (iter->type) &&
      (!take_header (iter, &type) || type != part_type (iter->type)))
    return FALSE;

  iter->parts_left--;
  iter->n_parts++;
  iter->n_rings = 0;
  iter->rings_left = 1;

  return part_type (iter->type) != GGOV_GEO_WKB_POLYGON || take_count (iter, &iter->rings_left);
}

static Step
step (GgovGeoWkbIter *iter,
      GgovGeoWkbRing *ring)
{
  while (iter->rings_left == 0)
    {
      if (iter->parts_left == 0)
        return STEP_END;
      if (!begin_part (iter))
        return STEP_BROKEN;
    }

  ring->n_points = 1;
  if (part_type (iter->type) != GGOV_GEO_WKB_POINT && !take_count (iter, &ring->n_points))
    return STEP_BROKEN;
  if (ring->n_points > (gsize) (iter->end - iter->at) / POINT_SIZE)
    return STEP_BROKEN;

  ring->bytes = iter->at;
  ring->part = iter->n_parts - 1;
  ring->ring = iter->n_rings++;
  iter->at += (gsize) ring->n_points * POINT_SIZE;
  iter->rings_left--;

  return STEP_RING;
}

static gboolean
begin (GgovGeoWkbIter *iter,
       const guint8   *data,
       gsize           size)
{
  guint type;

  *iter = (GgovGeoWkbIter){ .at = data, .end = size > 0 ? data + size : data, .parts_left = 1 };

  if (!take_header (iter, &type) || type < GGOV_GEO_WKB_POINT ||
      type > GGOV_GEO_WKB_MULTI_POLYGON)
    return FALSE;

  iter->type = type;

  return !is_multi (iter->type) || take_count (iter, &iter->parts_left);
}

static gboolean
fail_at (const guint8  *data,
         const guint8  *at,
         gsize          size,
         GError       **error)
{
  g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_SHAPE,
               "Not a flat little-endian shape: wrong or broken off at byte %" G_GSIZE_FORMAT
               " of %" G_GSIZE_FORMAT,
               (gsize) (at - data), size);
  return FALSE;
}

gboolean
ggov_geo_wkb_init (GgovGeoWkb    *self,
                   const guint8  *data,
                   gsize          size,
                   GError       **error)
{
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  Step found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  *self = (GgovGeoWkb){ .data = data, .size = size };

  if (!begin (&iter, data, size))
    return fail_at (data, iter.at, size, error);

  while ((found = step (&iter, &ring)) == STEP_RING)
    {
      self->n_rings++;
      self->n_points += ring.n_points;
    }

  if (found == STEP_BROKEN || iter.at != iter.end)
    return fail_at (data, iter.at, size, error);

  self->type = iter.type;
  self->n_parts = iter.n_parts;

  return TRUE;
}

gboolean
ggov_geo_wkb_init_bytes (GgovGeoWkb  *self,
                         GBytes      *bytes,
                         GError     **error)
{
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);

  return ggov_geo_wkb_init (self, data, size, error);
}

void
ggov_geo_wkb_iter_init (GgovGeoWkbIter   *iter,
                        const GgovGeoWkb *wkb)
{
  g_return_if_fail (iter != NULL);
  g_return_if_fail (wkb != NULL && wkb->data != NULL);

  begin (iter, wkb->data, wkb->size);
}

gboolean
ggov_geo_wkb_iter_next (GgovGeoWkbIter *iter,
                        GgovGeoWkbRing *ring)
{
  return step (iter, ring) == STEP_RING;
}

void
ggov_geo_wkb_ring_copy (const GgovGeoWkbRing *ring,
                        double               *coords)
{
  for (guint i = 0; i < ring->n_points; i++)
    ggov_geo_wkb_ring_get (ring, i, coords + 2 * (gsize) i);
}
