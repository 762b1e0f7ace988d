/* ggov-geo-recurrence.h: what comes back: events of one kind, near one another in place and time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovGeoEvent:
 * @kind: only events of one kind belong together
 * @house: two of one house are near whatever their places; 0 for none
 * @easting: metres, NAN where nobody knows
 * @northing: metres
 * @day: number of a day
 */
typedef struct
{
  guint  kind;
  gint64 house;
  double easting;
  double northing;
  int    day;
} GgovGeoEvent;

/**
 * ggov_geo_recurrences_find:
 * @events: (array length=n)
 * @radius_m: events no farther apart than this are near
 * @days: and no more days than this
 * @n_least: the fewest events that are worth telling of, at least 2
 *
 * Finds groups around a middle: each has one event that all others are near to. The middle with the
 * most events near it has them first, of several the earliest, and of those the one that stands first
 * in @events; no event is in two groups. So the same events give the same groups, and a group never
 * grows from neighbour to neighbour over a whole town. Takes each event against those of its kind
 * within @days.
 *
 * Returns: (transfer full) (element-type GArray): groups of guint, indices of @events in the order
 *   of days; the largest group first, then the earliest
 */
GPtrArray *ggov_geo_recurrences_find (const GgovGeoEvent *events,
                                      guint               n,
                                      double              radius_m,
                                      int                 days,
                                      guint               n_least) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
