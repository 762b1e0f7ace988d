/* ggov-write-rounds.h: writing sheets of doors to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * These run within a change and write what they are given as it is. 0 stands for no record.
 */

#pragma once

#include "ggov-change.h"
#include "ggov-store-visits.h"

G_BEGIN_DECLS

/**
 * GgovVisitStopRow:
 * @reason: care or confirm
 * @due_on: (nullable): ISO day
 * @visit_id: the visit that was made, or 0
 */
typedef struct
{
  gint64      household_id;
  gint64      person_id;
  const char *reason;
  const char *due_on;
  gint64      visit_id;
} GgovVisitStopRow;

/* Writes one sheet with its lines, at least one. Returns its number, or 0 with @error set. */
gint64   ggov_change_add_visit_round    (GgovChange                *change,
                                         gint64                     visitor_id,
                                         gint64                     grid_id,
                                         const char                *day,
                                         const GgovVisitStopRow    *stops,
                                         guint                      n_stops,
                                         GError                   **error);

/* As ggov_store_keep_visit_rounds_async(). @rounds: (element-type gint64): numbers of sheets are
 * added to it */
gboolean ggov_change_keep_visit_rounds  (GgovChange                *change,
                                         const GgovVisitPlanTerms  *terms,
                                         GArray                    *rounds,
                                         GError                   **error);

G_END_DECLS
