/* ggov-reader-run.c: the whole of one reading, and when its result is accepted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <ogr_api.h>
#include <string.h>

#include "ggov-reader-copy.h"
#include "ggov-reader-csv.h"
#include "ggov-reader-error.h"
#include "ggov-reader-log.h"
#include "ggov-reader-requests.h"
#include "ggov-reader-run.h"
#include "ggov-reader-sheet.h"

#define OPENED 0.4 /* share of the time that GDAL takes to open a file, roughly */

typedef struct
{
  GDALDatasetH dataset;
  OGRLayerH layer;
} Chosen;

typedef struct
{
  GgovReaderSink *sink;
  GgovReaderLayer *layer;
  guint n_columns;
} Table;

static gboolean
fail_empty (GError **error)
{
  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_EMPTY,
                       "There are no rows in the file; choose another one.");
  return FALSE;
}

static gboolean
is_chosen (const GgovReaderRequest *request,
           OGRLayerH                layer)
{
  const gboolean has_shapes = OGR_L_GetGeomType (layer) != wkbNone;

  if (request->layer != NULL && !g_str_equal (OGR_L_GetName (layer), request->layer))
    return FALSE;

  return request->expect == GGOV_READER_EXPECT_ANYTHING
         || has_shapes == (request->expect == GGOV_READER_EXPECT_VECTOR);
}

static GArray *
choose_layers (const GgovReaderRequest *request,
               GgovReaderSource        *source)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Chosen));

  for (guint i = 0; i < source->datasets->len; i++)
    {
      GDALDatasetH dataset = g_ptr_array_index (source->datasets, i);

      for (int j = 0; j < GDALDatasetGetLayerCount (dataset); j++)
        {
          Chosen one = { dataset, GDALDatasetGetLayer (dataset, j) };

          if (is_chosen (request, one.layer))
            g_array_append_val (chosen, one);
        }
    }

  return chosen;
}

static gboolean
fail_no_layer (const GgovReaderRequest  *request,
               GgovReaderSource         *source,
               GError                  **error)
{
  if (request->layer != NULL)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_NO_LAYER,
                 "The file has no fitting layer named %s; choose one that it has.",
                 request->layer);
  else if (request->expect == GGOV_READER_EXPECT_VECTOR)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_NO_LAYER,
                 "The file holds %s, a table without shapes; choose a map file.",
                 ggov_reader_kind_get_name (source->found));
  else if (request->expect == GGOV_READER_EXPECT_TABLE)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_NO_LAYER,
                 "The file holds %s, shapes for a map; choose a table (.xlsx, .xls, .ods, .csv).",
                 ggov_reader_kind_get_name (source->found));
  else
    fail_empty (error);

  return FALSE;
}

/* Of OpenStreetMap data only what is asked for may be assembled: the driver would else want all
 * its layers to be read side by side. */
static void
narrow_osm (const GgovReaderRequest *request,
            GDALDatasetH             dataset)
{
  const char *layer = request->layer != NULL ? request->layer : "multipolygons,lines";
  g_autofree char *command = g_strconcat ("SET interest_layers = ", layer, NULL);

  GDALDatasetReleaseResultSet (dataset, GDALDatasetExecuteSQL (dataset, command, NULL, NULL));
}

static gboolean
copy_chosen (const GgovReaderRequest  *request,
             GgovReaderSource         *source,
             GArray                   *chosen,
             GgovReaderSink           *sink,
             GPtrArray                *layers,
             GError                  **error)
{
  const gboolean is_osm = source->found == GGOV_READER_KIND_OSM
                          || source->found == GGOV_READER_KIND_PBF;

  for (guint i = 0; i < chosen->len; i++)
    {
      const Chosen *one = &g_array_index (chosen, Chosen, i);
      const double share = (1.0 - OPENED) / chosen->len;
      const GgovReaderCopy job = {
        .dataset = one->dataset,
        .source = one->layer,
        .second = is_osm && request->layer == NULL
                    ? GDALDatasetGetLayerByName (one->dataset, "lines")
                    : NULL,
        .workbook = source->workbook,
        .crs = request->crs,
        .progress_from = OPENED + i * share,
        .progress_to = OPENED + (i + 1) * share,
        .is_osm = is_osm,
        .is_geojson = source->found == GGOV_READER_KIND_GEOJSON,
        .only_buildings = is_osm && request->layer == NULL,
      };
      GgovReaderLayer *layer;

      if (!is_osm && OGR_L_GetFeatureCount (one->layer, FALSE) == 0)
        continue;
      layer = ggov_reader_copy_layer (&job, layers->len + 1, sink, error);
      if (layer == NULL)
        return FALSE;
      g_ptr_array_add (layers, layer);
    }

  return TRUE;
}

static gboolean
run_datasets (GgovReaderRequest  request,
              GgovReaderSource  *source,
              GgovReaderSink    *sink,
              GgovReaderAnswer  *answer,
              GError           **error)
{
  g_autoptr (GArray) chosen = NULL;
  GDALDatasetH first = g_ptr_array_index (source->datasets, 0);
  GgovReaderRequest buildings = request;

  answer->driver = GDALGetDriverShortName (GDALGetDatasetDriver (first));
  if (g_str_equal (answer->driver, "OSM") && request.layer == NULL)
    buildings.layer = "multipolygons";
  chosen = choose_layers (&buildings, source);
  if (chosen->len == 0)
    return fail_no_layer (&request, source, error);
  if (g_str_equal (answer->driver, "OSM"))
    narrow_osm (&request, first);

  return copy_chosen (&request, source, chosen, sink, answer->layers, error);
}

static gboolean
measure_cb (gint64              line,
            const char *const  *values,
            guint               n_values,
            gpointer            user_data,
            GError            **error)
{
  Table *self = user_data;

  self->n_columns = MAX (self->n_columns, n_values);
  return TRUE;
}

static gboolean
add_cb (gint64              line,
        const char *const  *values,
        guint               n_values,
        gpointer            user_data,
        GError            **error)
{
  Table *self = user_data;

  self->layer->n_rows++;
  return ggov_reader_sink_add (self->sink, line, NULL, values, n_values, NULL, error);
}

static gboolean
run_csv (const GgovReaderRequest  *request,
         GgovReaderSource         *source,
         GgovReaderSink           *sink,
         GgovReaderAnswer         *answer,
         GError                  **error)
{
  const char *text = g_mapped_file_get_contents (source->text);
  const gsize length = g_mapped_file_get_length (source->text);
  Table table = { .sink = sink };

  answer->driver = "CSV";
  if (request->expect == GGOV_READER_EXPECT_VECTOR || request->layer != NULL)
    return fail_no_layer (request, source, error);
  if (length == 0)
    return fail_empty (error);

  answer->delimiter = ggov_reader_csv_find_delimiter (text, length);
  if (!ggov_reader_csv_parse (text, length, answer->delimiter, measure_cb, &table,
                              &source->bad_line, error))
    return FALSE;
  ggov_reader_log_progress (OPENED);

  table.layer = ggov_reader_layer_new ("table", 1, FALSE);
  g_ptr_array_add (answer->layers, table.layer);
  for (guint i = 1; i <= table.n_columns; i++)
    g_ptr_array_add (table.layer->fields, g_strdup_printf ("Field%u", i));

  return ggov_reader_sink_begin_layer (sink, table.layer, error)
         && ggov_reader_csv_parse (text, length, answer->delimiter, add_cb, &table,
                                   &source->bad_line, error);
}

/* A byte order mark is no part of a document. */
static GgovReaderRequests *
read_requests (const GgovReaderSource  *source,
               GError                 **error)
{
  const char *text = g_mapped_file_get_contents (source->text);
  gsize length = g_mapped_file_get_length (source->text);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  return source->found == GGOV_READER_KIND_REQUESTS_XML
           ? ggov_reader_requests_read_xml (text, length, error)
           : ggov_reader_requests_read_json (text, length, error);
}

static gboolean
run_requests (const GgovReaderRequest  *request,
              GgovReaderSource         *source,
              GgovReaderSink           *sink,
              GgovReaderAnswer         *answer,
              GError                  **error)
{
  g_autoptr (GgovReaderRequests) requests = NULL;
  GgovReaderLayer *layer;

  answer->driver = "GeoReport";
  if (request->expect == GGOV_READER_EXPECT_VECTOR
      || (request->layer != NULL && !g_str_equal (request->layer, "requests")))
    return fail_no_layer (request, source, error);
  if ((requests = read_requests (source, error)) == NULL)
    return FALSE;

  ggov_reader_log_progress (OPENED);
  layer = ggov_reader_layer_new ("requests", 1, FALSE);
  g_ptr_array_add (answer->layers, layer);
  for (guint i = 0; i < requests->names->len; i++)
    g_ptr_array_add (layer->fields, g_strdup (requests->names->pdata[i]));
  if (!ggov_reader_sink_begin_layer (sink, layer, error))
    return FALSE;

  for (guint i = 0; i < requests->rows->len; i++, layer->n_rows++)
    {
      const GPtrArray *row = requests->rows->pdata[i];

      if (!ggov_reader_sink_add (sink, i + 1, NULL, (const char *const *) row->pdata, row->len,
                                 NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
accept_far_rows (const char  *path,
                 GError     **error)
{
  const gint64 row = ggov_reader_log_get_far_row ();

  if (row == 0 || ggov_reader_sheet_is_blank_from (path, row))
    return TRUE;

  g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
               "Row %" G_GINT64_FORMAT " of a sheet has values, but a very long gap before it; "
               "remove that row, or the gap.",
               row);
  return FALSE;
}

static gboolean
accept_layers (GPtrArray  *layers,
               GError    **error)
{
  const char *reason = ggov_reader_log_get_error ();
  gint64 n_rows = 0, n_bad_text = 0;

  for (guint i = 0; i < layers->len; i++)
    {
      const GgovReaderLayer *layer = g_ptr_array_index (layers, i);

      n_rows += layer->n_rows;
      n_bad_text += layer->n_bad_text;
    }

  if (reason != NULL)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
                 "The file is damaged, not all of it can be read; export it again from the "
                 "program that made it (%s).",
                 reason);
  else if (n_bad_text > 0)
    g_set_error (error, GGOV_READER_ERROR, GGOV_READER_ERROR_ENCODING,
                 "%" G_GINT64_FORMAT " values are in an unknown encoding; save the file as UTF-8 "
                 "in the program that made it.",
                 n_bad_text);
  else if (n_rows == 0)
    return fail_empty (error);

  return reason == NULL && n_bad_text == 0;
}

gboolean
ggov_reader_run (const GgovReaderRequest  *request,
                 GgovReaderSource         *source,
                 GgovReaderAnswer         *answer,
                 GError                  **error)
{
  g_autoptr (GgovReaderSink) sink = NULL;
  gboolean ok;

  g_return_val_if_fail (request != NULL, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (answer != NULL, FALSE);

  ggov_reader_log_progress (0.0);
  if (!ggov_reader_source_open (source, request->input, request->scratch, error))
    return FALSE;
  ggov_reader_log_progress (OPENED / 2);

  sink = ggov_reader_sink_new (request->output, request->form, error);
  if (sink == NULL)
    return FALSE;
  if (source->text != NULL && source->found != GGOV_READER_KIND_CSV)
    ok = run_requests (request, source, sink, answer, error);
  else if (source->text != NULL)
    ok = run_csv (request, source, sink, answer, error);
  else
    ok = run_datasets (*request, source, sink, answer, error);
  if (!ok || !accept_layers (answer->layers, error) || !accept_far_rows (request->input, error)
      || !ggov_reader_sink_close (sink, error))
    return FALSE;

  ggov_reader_log_progress (1.0);
  return TRUE;
}
