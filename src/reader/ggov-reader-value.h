/* ggov-reader-value.h: a field's value as the text that the source has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <ogr_api.h>

G_BEGIN_DECLS

/**
 * ggov_reader_value_get:
 * @field: index in the feature
 * @definition: of that field
 * @buffer: room for a value that GDAL does not keep as text: it writes all those into one place
 *
 * Numbers come as GDAL writes them, but without zeros at the end of a fraction; truth values as
 * true and false, times as 2026-02-13T16:30:00, dates as 2026-02-13.
 *
 * Returns: (nullable): valid until the next call with the same @buffer or @feature
 */
const char *ggov_reader_value_get (OGRFeatureH    feature,
                                   int            field,
                                   OGRFieldDefnH  definition,
                                   GString       *buffer);

G_END_DECLS
