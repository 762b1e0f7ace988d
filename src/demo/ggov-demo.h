/* ggov-demo.h: makes an invented office to look around in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/* More communities than this need a second sub-district. */
#define GGOV_DEMO_MAX_SCALE 240

/* The calendar has to know the years before and after. */
#define GGOV_DEMO_FIRST_AS_OF "2004-01-01"
#define GGOV_DEMO_LAST_AS_OF  "2098-12-31"

/**
 * GgovDemoOptions:
 * @seed: the same seed, scale and day make the same records
 * @scale: how many times the office, 1 to GGOV_DEMO_MAX_SCALE: 4 communities, 39 grids and some
 *   40,000 residents for each, all in the one sub-district; 60 makes a city of 2.4 millions
 * @as_of: ISO day on which the office is looked at: the newest records are of the day before. From
 *   GGOV_DEMO_FIRST_AS_OF to GGOV_DEMO_LAST_AS_OF
 * @residents: of how many in a hundred units the residents are made up, with their households, special
 *   groups and a year of visits; 0 for none, which is much quicker. All of them take about as long as
 *   everything else together, and thrice the room. Their identity numbers have the form of real ones, the
 *   county's code and a check character that is right, as whatever reads them has to accept them; the
 *   people are as invented as their names, and a number that is somebody's is so by chance
 */
typedef struct
{
  guint32     seed;
  int         scale;
  const char *as_of;
  int         residents;
} GgovDemoOptions;

/**
 * GgovDemoProgressFunc:
 * @done: 0 to 1, never less than the time before
 *
 * Called in the main context that asked for the office, some times a second at most.
 */
typedef void (*GgovDemoProgressFunc) (double   done,
                                      gpointer user_data);

/**
 * ggov_demo_make_async:
 * @store: a new office: what is in it already stays, and codes that are taken are an error
 * @options: copied
 * @progress: (nullable) (scope notified): told how far it is; not called after the end
 * @progress_data: passed to @progress
 *
 * Writes the demo office into @store through ggov_store_change_async(): places, people, issues,
 * points, each a change of its own. All names, numbers and occurrences are invented; the ground
 * is that of a real town, which has no such buildings. Given up or failed half way, the changes
 * made so far stay, so that it is best made in a file of its own.
 */
void     ggov_demo_make_async  (GgovStore              *store,
                                const GgovDemoOptions  *options,
                                GgovDemoProgressFunc    progress,
                                gpointer                progress_data,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data);

/**
 * ggov_demo_make_finish:
 *
 * Returns: TRUE, or FALSE with @error set: a GgovStoreError (REFUSED, with a translated sentence,
 *   for a day out of range), a GgovGeoError or G_IO_ERROR_CANCELLED
 */
gboolean ggov_demo_make_finish (GgovStore              *store,
                                GAsyncResult           *result,
                                GError                **error);

G_END_DECLS
