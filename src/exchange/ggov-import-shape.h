/* ggov-import-shape.h: a shape that comes in, shifted, looked at and repaired
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-geo-check.h"
#include "ggov-geo-datum.h"
#include "ggov-import-report.h"

G_BEGIN_DECLS

/**
 * ggov_import_shape_take:
 * @stmt: stands on a row of ggov_import_table_prepare()
 * @datum: what its degrees are counted from
 * @subject: footprint or border
 * @report: told what is odd about it; the row is rejected there if NULL is returned
 *
 * Returns: (transfer full) (nullable): WKB of a polygon or multipolygon, WGS 84
 */
GBytes *ggov_import_shape_take (GgovStmt         *stmt,
                                GgovGeoDatum      datum,
                                GgovGeoSubject    subject,
                                GgovImportReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
