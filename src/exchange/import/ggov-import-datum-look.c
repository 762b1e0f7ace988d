/* ggov-import-datum-look.c: a file's footprints over the known ones, by each datum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-exchange-rows.h"
#include "ggov-import-datum-look.h"
#include "ggov-import-shape.h"
#include "ggov-store-places.h"

/* The task's data. */
typedef struct
{
  GgovExchangeReading *reading;
  guint                layer;
  GgovPlaces          *places; /* (nullable): NULL until they are read */
} Look;

static void
look_free (Look *look)
{
  g_clear_object (&look->reading);
  g_clear_object (&look->places);
  g_free (look);
}

void
ggov_import_datum_look_free (GgovImportDatumLook *self)
{
  g_clear_object (&self->places);
  for (guint i = 0; i < GGOV_IMPORT_N_DATUMS; i++)
    g_clear_pointer (&self->shifted[i], ggov_geo_footprints_unref);
  g_free (self);
}

static GgovGeoFootprints *
read_shifted (Look          *look,
              GgovGeoDatum   datum,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GgovExchangeRows) rows = ggov_exchange_rows_open (look->reading, look->layer, error);
  g_autoptr(GgovGeoFootprintsBuilder) builder = ggov_geo_footprints_builder_new (0);
  GError *broken = NULL;

  if (rows == NULL)
    return NULL;

  while (ggov_exchange_rows_next (rows, &broken))
    {
      g_autoptr(GBytes) shape = ggov_import_shape_read (rows, datum);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      /* What is no footprint is told of when it is taken in. */
      if (shape)
        ggov_geo_footprints_builder_append (builder, ggov_exchange_rows_get_number (rows), 0,
                                            g_bytes_get_data (shape, NULL),
                                            g_bytes_get_size (shape), NULL);
    }

  if (broken != NULL)
    {
      g_propagate_error (error, broken);
      return NULL;
    }

  return ggov_geo_footprints_builder_end (g_steal_pointer (&builder));
}

/* In a thread of its own. */
static void
look_job (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Look *look = task_data;
  g_autoptr(GgovImportDatumLook) self = g_new0 (GgovImportDatumLook, 1);
  const guint n_known = ggov_geo_footprints_get_n (ggov_places_get_footprints (look->places));
  GError *error = NULL;

  self->places = g_object_ref (look->places);
  for (guint i = 0; i < GGOV_IMPORT_N_DATUMS; i++)
    {
      /* Nothing is shifted between these two, and where nothing is known no shift can be seen. */
      if (i == GGOV_GEO_DATUM_CGCS2000 || (i > 0 && n_known == 0))
        self->shifted[i] = ggov_geo_footprints_ref (self->shifted[GGOV_GEO_DATUM_WGS84]);
      else if (!(self->shifted[i] = read_shifted (look, i, cancellable, &error)))
        {
          g_task_return_error (task, error);
          return;
        }
      ggov_geo_datum_fit (ggov_places_get_index (look->places), self->shifted[i], &self->fits[i]);
    }

  g_task_return_pointer (task, g_steal_pointer (&self),
                         (GDestroyNotify) ggov_import_datum_look_free);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  GError *error = NULL;

  if ((look->places = ggov_store_load_map_finish (GGOV_STORE (object), result, &error)))
    g_task_run_in_thread (task, look_job);
  else
    g_task_return_error (task, error);
}

void
ggov_import_look_at_datums_async (GgovStore           *store,
                                  GgovExchangeReading *reading,
                                  guint                layer,
                                  const char          *day,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  look->reading = g_object_ref (reading);
  look->layer = layer;
  g_task_set_source_tag (task, ggov_import_look_at_datums_async);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  ggov_store_load_map_async (store, day, NULL, cancellable, loaded_cb, task);
}

GgovImportDatumLook *
ggov_import_look_at_datums_finish (GgovStore     *store,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ggov_import_datum_look_can_tell (const GgovImportDatumLook *self)
{
  return self->fits[GGOV_GEO_DATUM_WGS84].n_comparable > 0;
}

const char *
ggov_import_get_datum_label (GgovGeoDatum datum)
{
  switch (datum)
    {
    case GGOV_GEO_DATUM_GCJ02:
      return "GCJ-02";
    case GGOV_GEO_DATUM_BD09:
      return "BD-09";
    case GGOV_GEO_DATUM_WGS84:
      return "WGS 84";
    case GGOV_GEO_DATUM_CGCS2000:
    default:
      return "CGCS2000";
    }
}

static int
get_percent (const GgovGeoDatumFit *fit)
{
  return (int) lround (100 * fit->share);
}

char *
ggov_import_datum_look_dup_figures (const GgovImportDatumLook *self,
                                    GgovGeoDatum               datum)
{
  const GgovGeoDatumFit *fit = &self->fits[datum];

  if (!ggov_import_datum_look_can_tell (self))
    return g_strdup (_("No building is known there to compare with."));
  if (isnan (fit->offset_m))
    /* Translators: a datum such as GCJ-02, a share of buildings */
    return g_strdup_printf (_("%s fits %d %% of the known buildings; none is near."),
                            ggov_import_get_datum_label (datum), get_percent (fit));

  /* Translators: a datum such as GCJ-02, a share of buildings, metres */
  return g_strdup_printf (_("%s fits %d %% of the known buildings; half of the footprints lie "
                            "within %.1f m of one."),
                          ggov_import_get_datum_label (datum), get_percent (fit), fit->offset_m);
}

char *
ggov_import_datum_look_dup_warning (const GgovImportDatumLook *self,
                                    GgovGeoDatum               chosen)
{
  GgovGeoDatum better;

  if (!ggov_geo_datum_find_better (self->fits, chosen, &better))
    return NULL;

  /* Translators: a datum and its share of buildings, then the share of the one that is chosen */
  return g_strdup_printf (_("%s fits %d %% of the known buildings, the chosen one %d %%."),
                          ggov_import_get_datum_label (better), get_percent (&self->fits[better]),
                          get_percent (&self->fits[chosen]));
}
