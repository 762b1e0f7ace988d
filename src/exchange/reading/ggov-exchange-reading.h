/* ggov-exchange-reading.h: a foreign file, read and waiting to be taken in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovExchangeLayer:
 * @name: as the file has it; of a CSV file "table"
 * @crs: (nullable): the coordinate system it was converted from, such as "EPSG:3857"; NULL for a
 *   table without shapes
 * @ids: what the rows' source ids are: "osm" (way/123), "feature" or "none" (all NULL)
 * @fields: (element-type utf8): the fields' names in the file. For a workbook and a CSV file Field1, Field2, …: the headings are among the rows.
 * @types: (element-type utf8 guint): geometry type, such as "MultiPolygon", to count
 * @is_hidden: a sheet that whoever opens the workbook does not see
 * @n_rows: rows in the scratch file, which ggov_exchange_rows_open() gives
 * @n_blank: rows of a workbook that were passed over because nothing is in them
 * @n_empty: rows whose geometry is missing or empty, and NULL in the scratch file
 * @n_unplaced: rows whose geometry lies beyond its coordinate system, and is NULL in the scratch
 *   file; not among @n_empty
 * @n_out_of_range: rows whose geometry is not in longitude and latitude: the coordinate system
 *   is another, or the axes are swapped
 * @has_extent: whether there is any geometry
 * @extent: west, south, east, north of all geometry, degrees
 */
typedef struct
{
  char *name;
  char *crs;
  char *ids;
  GPtrArray *fields;
  GHashTable *types;
  gboolean is_hidden;
  gint64 n_rows;
  gint64 n_blank;
  gint64 n_empty;
  gint64 n_unplaced;
  gint64 n_out_of_range;
  gboolean has_extent;
  double extent[4];
} GgovExchangeLayer;

/**
 * ggov_exchange_layer_find_field:
 * @name: a field's name, compared without regard to ASCII case
 *
 * Returns: its place among the fields, from 0; or -1
 */
int ggov_exchange_layer_find_field (const GgovExchangeLayer *layer,
                                    const char              *name);

/**
 * GgovExchangeReading:
 *
 * What the reader made of one file: rows in a scratch file and the facts about it. The scratch
 * file and its folder are removed with the last reference. Immutable, so usable from any thread.
 */
#define GGOV_TYPE_EXCHANGE_READING (ggov_exchange_reading_get_type ())
G_DECLARE_FINAL_TYPE (GgovExchangeReading, ggov_exchange_reading, GGOV, EXCHANGE_READING, GObject)

/* Absolute path of the scratch file, which ggov_exchange_rows_open() reads. */
const char *ggov_exchange_reading_get_path (GgovExchangeReading *self);

/* What read the file: a GDAL driver's short name, such as "OSM", or "CSV". */
const char *ggov_exchange_reading_get_driver (GgovExchangeReading *self);

/* (nullable) Encoding of a text file, or guessed of a shapefile that does not tell it. */
const char *ggov_exchange_reading_get_encoding (GgovExchangeReading *self);

/* The year that the numbers of days in a workbook are counted from: 1900 or 1904. */
guint ggov_exchange_reading_get_epoch (GgovExchangeReading *self);

/* Whether the encoding is a guess, which the user should check by looking at the names. */
gboolean ggov_exchange_reading_is_encoding_guessed (GgovExchangeReading *self);

/* At least 1. */
guint ggov_exchange_reading_get_n_layers (GgovExchangeReading *self);

/* @position: from 0, below the number of layers. The layer lives as long as @self. */
const GgovExchangeLayer *ggov_exchange_reading_get_layer (GgovExchangeReading *self,
                                                          guint                position);

/* (element-type utf8) What GDAL warned of, in English, for a list of details; may be empty. */
GPtrArray *ggov_exchange_reading_get_warnings (GgovExchangeReading *self);

G_END_DECLS
