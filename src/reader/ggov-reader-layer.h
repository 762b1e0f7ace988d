/* ggov-reader-layer.h: one layer of a foreign file, and what was found in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovReaderLayer:
 * @name: as the source has it
 * @table: name in the output: layer_1, layer_2, …
 * @crs: (nullable): the source's coordinate system, as "EPSG:3857" or a name; NULL for a table
 * @ids: what source_id holds: "osm", "feature" or "none"
 * @fields: (element-type utf8): names in the source; the n-th is column c<n> of the output
 * @types: (element-type utf8 guint): geometry type, as "MultiPolygon", to count
 * @n_rows: rows written
 * @n_blank: rows of a table passed over because nothing is in them
 * @n_empty: rows whose geometry is missing or empty; written with NULL
 * @n_unplaced: rows whose geometry cannot be expressed in longitude and latitude; written with
 *   NULL, and not among @n_empty
 * @n_out_of_range: rows with a longitude beyond ±180 or a latitude beyond ±90; written as they
 *   are
 * @n_bad_text: values that are no UTF-8
 * @is_hidden: a sheet that is not shown to whoever opens the workbook
 * @extent: west, south, east, north, degrees; meaningful once @has_extent
 */
typedef struct
{
  char *name;
  char *table;
  char *crs;
  const char *ids;
  GPtrArray *fields;
  GHashTable *types;
  gint64 n_rows;
  gint64 n_blank;
  gint64 n_empty;
  gint64 n_unplaced;
  gint64 n_out_of_range;
  gint64 n_bad_text;
  double extent[4];
  gboolean has_shapes;
  gboolean is_hidden;
  gboolean has_extent;
} GgovReaderLayer;

GgovReaderLayer *ggov_reader_layer_new  (const char      *name,
                                         guint            number,
                                         gboolean         has_shapes) G_GNUC_WARN_UNUSED_RESULT;
void             ggov_reader_layer_free (GgovReaderLayer *self);

/* Counts one more geometry of @type (borrowed for ever) and widens the extent by @box: west, south,
 * east, north. */
void ggov_reader_layer_count_shape (GgovReaderLayer *self,
                                    const char      *type,
                                    const double     box[4]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReaderLayer, ggov_reader_layer_free)

G_END_DECLS
