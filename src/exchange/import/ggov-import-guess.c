/* ggov-import-guess.c: what a foreign file seems to hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-exchange-rows.h"
#include "ggov-geo-wkb.h"
#include "ggov-import-guess.h"

#define MOST_SHAPES     500       /* enough for a median */
#define WIDE_M          250.0
#define M_PER_DEGREE    111320.0  /* of latitude, near enough */

/* What layers are called that hold one or the other, in lower case. */
static const char * const words[] = {
  "build", "楼", "建筑", "房屋", "footprint", "communit", "社区", "village",
};

static gboolean
has_areas (const GgovExchangeLayer *layer)
{
  return g_hash_table_contains (layer->types, "Polygon") ||
         g_hash_table_contains (layer->types, "MultiPolygon");
}

static gboolean
is_called_so (const GgovExchangeLayer *layer)
{
  g_autofree char *name = g_utf8_strdown (layer->name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]))
      return TRUE;

  return FALSE;
}

guint
ggov_import_guess_layer (GgovExchangeReading *reading)
{
  guint n = ggov_exchange_reading_get_n_layers (reading);
  guint best = 0;
  int best_score = -1;

  for (guint i = 0; i < n; i++)
    {
      const GgovExchangeLayer *layer = ggov_exchange_reading_get_layer (reading, i);
      int score = 2 * has_areas (layer) + is_called_so (layer);

      if (score > best_score)
        {
          best = i;
          best_score = score;
        }
    }

  return best;
}

static double
measure_m (const guint8 *shape,
           gsize         size)
{
  GgovGeoWkb wkb;
  GgovGeoBounds bounds;

  if (!ggov_geo_wkb_init (&wkb, shape, size, NULL))
    return 0;

  ggov_geo_wkb_get_bounds (&wkb, &bounds);
  if (ggov_geo_bounds_is_empty (&bounds))
    return 0;

  return M_PER_DEGREE * MAX ((bounds.max_lon - bounds.min_lon) *
                             cos (bounds.min_lat * G_PI / 180),
                             bounds.max_lat - bounds.min_lat);
}

GgovImportKind
ggov_import_guess_kind (GgovExchangeReading *reading,
                        guint                layer)
{
  g_autoptr(GgovExchangeRows) rows = ggov_exchange_rows_open (reading, layer, NULL);
  guint n_wide = 0;
  guint n = 0;

  while (rows != NULL && n < MOST_SHAPES && ggov_exchange_rows_next (rows, NULL))
    {
      gsize size;
      const guint8 *shape = ggov_exchange_rows_get_shape (rows, &size);

      if (shape == NULL)
        continue;

      n++;
      n_wide += measure_m (shape, size) > WIDE_M;
    }

  return 2 * n_wide > n ? GGOV_IMPORT_COMMUNITIES : GGOV_IMPORT_BUILDINGS;
}
