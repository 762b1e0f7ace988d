/* ggov-points-export.h: the points ledger as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-store-points-legs.h"

G_BEGIN_DECLS

/* The legs of a ledger, as they are gone through. */
typedef struct _GgovPointsExport GgovPointsExport;

GgovPointsExport *ggov_points_export_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void              ggov_points_export_free  (GgovPointsExport    *self);

/* A GgovPointsLegFunc. */
void              ggov_points_export_add   (const GgovPointsLeg *leg,
                                            gpointer             self);

/**
 * ggov_points_export_write:
 * @path: ends in .csv or .xlsx
 *
 * A line a leg: transfer, local time, kind, rule or reward, kind and number of the account, points that
 * came or went. Nobody's name is in it. A workbook holds 1,048,575 lines; more are refused.
 *
 * Returns: how many lines; 0 with a GgovExchangeError set where it was not written
 */
guint             ggov_points_export_write (GgovPointsExport    *self,
                                            const char          *path,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovPointsExport, ggov_points_export_free)

G_END_DECLS
