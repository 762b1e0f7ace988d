/* ggov-reader-copy.c: from a foreign layer to the output, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-copy.h"
#include "ggov-reader-error.h"
#include "ggov-reader-id.h"
#include "ggov-reader-log.h"
#include "ggov-reader-place.h"
#include "ggov-reader-value.h"

/* A layer that features come from. */
typedef struct
{
  OGRLayerH layer;
  GgovReaderIdRule id_rule;
  int building_field;    /* -1: all features are wanted */
  int *indices;          /* (array length=n_fields): of each output field here; -1 for none */
  OGRFieldDefnH *fields; /* (array length=n_fields): borrowed from the layer */
} Origin;

typedef struct
{
  const GgovReaderCopy *job;
  GgovReaderSink *sink;
  GgovReaderLayer *layer;    /* borrowed */
  GgovReaderPlace *place;    /* (nullable): borrowed; NULL for a table */
  GgovReaderCells *cells;    /* (nullable): borrowed; of a sheet with some to be put right */
  Origin origins[2];         /* the second is empty where the job has no second layer */
  guint n_fields;
  const char **values;       /* (array length=n_fields) */
  GString **buffers;         /* (array length=n_fields): for values that are not kept as text */
  gint64 n_read;
  gint64 n_expected;         /* -1 where the source cannot tell */
} Copy;

static OGRFeatureH
next_feature (Copy    *self,
              Origin **origin)
{
  double done = 0;
  OGRLayerH layer = NULL;
  OGRFeatureH feature;

  if (self->job->is_osm)
    feature = GDALDatasetGetNextFeature (self->job->dataset, &layer, &done, NULL, NULL);
  else
    feature = OGR_L_GetNextFeature (self->job->source);
  if (feature == NULL)
    return NULL;

  *origin = &self->origins[layer != NULL && layer == self->job->second ? 1 : 0];
  self->n_read++;
  if (!self->job->is_osm && self->n_expected > 0)
    done = (double) self->n_read / (double) self->n_expected;
  ggov_reader_log_progress (self->job->progress_from
                            + done * (self->job->progress_to - self->job->progress_from));

  return feature;
}

static gboolean
is_wanted (const Origin *origin,
           OGRFeatureH   feature)
{
  return origin->building_field < 0
         || OGR_F_IsFieldSetAndNotNull (feature, origin->building_field);
}

static const char *
get_value (Copy         *self,
           const Origin *origin,
           OGRFeatureH   feature,
           guint         field)
{
  const char *value;

  if (origin->indices[field] < 0)
    return NULL;
  value = ggov_reader_value_get (feature, origin->indices[field], origin->fields[field],
                                 self->buffers[field]);
  if (self->cells != NULL)
    value = ggov_reader_cells_correct (self->cells, (gint64) OGR_F_GetFID (feature), field, value,
                                       self->buffers[field]);
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return value;

  self->layer->n_bad_text++;
  return NULL;
}

/* Returns whether anything is in the row. */
static gboolean
collect_values (Copy         *self,
                const Origin *origin,
                OGRFeatureH   feature)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_fields; i++)
    {
      self->values[i] = get_value (self, origin, feature, i);
      any = any || (self->values[i] != NULL && self->values[i][0] != '\0');
    }

  return any;
}

/* A sheet's features are numbered by its rows. */
static gint64
get_fid (Copy        *self,
         OGRFeatureH  feature)
{
  return self->place != NULL ? self->n_read : (gint64) OGR_F_GetFID (feature);
}

static gboolean
copy_feature (Copy          *self,
              const Origin  *origin,
              OGRFeatureH    feature,
              GError       **error)
{
  g_autofree char *source_id = NULL;
  OGRGeometryH geometry = NULL;

  if (!is_wanted (origin, feature))
    return TRUE;
  if (!collect_values (self, origin, feature) && self->place == NULL)
    {
      self->layer->n_blank++;
      return TRUE;
    }

  source_id = ggov_reader_id_make (&origin->id_rule, feature);
  if (self->place != NULL)
    geometry = ggov_reader_place_bring (self->place, OGR_F_StealGeometry (feature), self->layer);
  self->layer->n_rows++;

  return ggov_reader_sink_add (self->sink, get_fid (self, feature), source_id, self->values,
                               self->n_fields, geometry, error);
}

static gboolean
copy_features (Copy    *self,
               GError **error)
{
  OGRFeatureH feature;
  Origin *origin;

  while ((feature = next_feature (self, &origin)) != NULL)
    {
      const gboolean ok = copy_feature (self, origin, feature, error);

      OGR_F_Destroy (feature);
      if (!ok)
        return FALSE;
    }
  if (self->n_read >= self->n_expected)
    return TRUE;

  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
               "The file announces %" G_GINT64_FORMAT " rows but holds %" G_GINT64_FORMAT
               "; copy or export it again.",
               self->n_expected, self->n_read);
  return FALSE;
}

/* The fields of the output are those of the first layer; a second one is matched by name. */
static void
prepare_fields (Copy *self)
{
  OGRFeatureDefnH first = OGR_L_GetLayerDefn (self->job->source);

  self->n_fields = (guint) OGR_FD_GetFieldCount (first);
  self->values = g_new0 (const char *, self->n_fields);
  self->buffers = g_new0 (GString *, self->n_fields);
  for (guint i = 0; i < self->n_fields; i++)
    {
      self->buffers[i] = g_string_new (NULL);
      g_ptr_array_add (self->layer->fields,
                       g_utf8_make_valid (OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (first, (int) i)),
                                          -1));
    }
}

static void
prepare_origin (Copy      *self,
                Origin    *origin,
                OGRLayerH  layer)
{
  OGRFeatureDefnH first = OGR_L_GetLayerDefn (self->job->source);
  OGRFeatureDefnH own = OGR_L_GetLayerDefn (layer);

  origin->layer = layer;
  origin->id_rule = ggov_reader_id_find_rule (layer, self->job->is_osm, self->job->is_geojson);
  origin->building_field = self->job->only_buildings ? OGR_FD_GetFieldIndex (own, "building") : -1;
  origin->indices = g_new0 (int, self->n_fields);
  origin->fields = g_new0 (OGRFieldDefnH, self->n_fields);
  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *name = OGR_Fld_GetNameRef (OGR_FD_GetFieldDefn (first, (int) i));

      /* Not by name in the layer itself, where two fields may share one. */
      origin->indices[i] = own == first ? (int) i : OGR_FD_GetFieldIndex (own, name);
      if (origin->indices[i] >= 0)
        origin->fields[i] = OGR_FD_GetFieldDefn (own, origin->indices[i]);
    }
}

static void
clear (Copy *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    g_string_free (self->buffers[i], TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (self->origins); i++)
    {
      g_free (self->origins[i].indices);
      g_free (self->origins[i].fields);
    }
  g_free (self->values);
  g_free (self->buffers);
}

GgovReaderLayer *
ggov_reader_copy_layer (const GgovReaderCopy  *job,
                        guint                  number,
                        GgovReaderSink        *sink,
                        GError               **error)
{
  const gboolean has_shapes = OGR_L_GetGeomType (job->source) != wkbNone;
  g_autoptr (GgovReaderLayer) layer = NULL;
  g_autoptr (GgovReaderPlace) place = NULL;
  g_autoptr (GgovReaderCells) cells = ggov_reader_cells_new (job->workbook,
                                                             OGR_L_GetName (job->source));
  Copy self = { .job = job, .sink = sink, .n_expected = -1 };
  gboolean ok;

  layer = ggov_reader_layer_new (OGR_L_GetName (job->source), number, has_shapes);
  if (has_shapes)
    {
      place = ggov_reader_place_new (job->source, job->crs, &layer->crs, error);
      if (place == NULL)
        return NULL;
    }

  self.layer = layer;
  self.place = place;
  self.cells = cells;
  layer->is_hidden = job->workbook != NULL
                     && ggov_reader_workbook_is_hidden (job->workbook, layer->name);
  prepare_fields (&self);
  prepare_origin (&self, &self.origins[0], job->source);
  if (job->second != NULL)
    prepare_origin (&self, &self.origins[1], job->second);
  layer->ids = ggov_reader_id_get_word (&self.origins[0].id_rule);
  if (!job->is_osm)
    self.n_expected = OGR_L_GetFeatureCount (job->source, FALSE);

  OGR_L_ResetReading (job->source);
  ok = ggov_reader_sink_begin_layer (sink, layer, error) && copy_features (&self, error);
  clear (&self);

  return ok ? g_steal_pointer (&layer) : NULL;
}
