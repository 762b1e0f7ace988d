/* ggov-import-openings.h: a list of paper balances of points, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-reading.h"
#include "ggov-store-points-openings.h"

G_BEGIN_DECLS

/**
 * ggov_import_openings_read:
 * @reading: of a table or a workbook, of which the first sheet is taken
 *
 * Finds the columns by their headings: 姓名 or name, 电话 or phone, 积分 or points. A number that is none
 * is left at 0, so that its line is refused where it is written.
 *
 * Returns: (transfer full) (element-type GgovPointsOpening): or NULL with a GgovExchangeError
 */
GPtrArray *ggov_import_openings_read (GgovExchangeReading  *reading,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
