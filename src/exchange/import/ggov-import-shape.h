/* ggov-import-shape.h: a shape that comes in, shifted, looked at and repaired
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-rows.h"
#include "ggov-geo-check.h"
#include "ggov-geo-datum.h"
#include "ggov-import-report.h"

G_BEGIN_DECLS

/**
 * ggov_import_shape_read:
 * @rows: stand on a row
 * @datum: what its degrees are counted from
 *
 * Returns: (transfer full) (nullable): WKB in degrees of WGS 84, as yet unchecked; NULL for none
 */
GBytes *ggov_import_shape_read  (GgovExchangeRows *rows,
                                 GgovGeoDatum      datum) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_import_shape_judge:
 * @shape: (nullable): of ggov_import_shape_read()
 * @subject: footprint or border
 * @look: what ggov_geo_check_shapes() found
 * @report: told what is odd about it; the row is rejected there if NULL is returned
 * @row: its number in the file
 *
 * Returns: (transfer full) (nullable): WKB of a polygon or multipolygon, repaired where it had to be
 */
GBytes *ggov_import_shape_judge (GBytes            *shape,
                                 GgovGeoSubject     subject,
                                 const GgovGeoLook *look,
                                 GgovImportReport  *report,
                                 gint64             row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
