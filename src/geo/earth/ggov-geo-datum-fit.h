/* ggov-geo-datum-fit.h: how well footprints lie on those that are known, counted from a datum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-datum.h"
#include "ggov-geo-index.h"

G_BEGIN_DECLS

/**
 * GgovGeoDatumFit:
 * @n_comparable: how many buildings the known ones and the others could have in common: the fewer of
 *   those near the others; 0 where they are far apart
 * @n_matched: so many lie on a known one, by GGOV_GEO_MATCH_SHARE
 * @share: @n_matched of @n_comparable, 0 to 1
 * @offset_m: how far the middle of a footprint is from the middle of the nearest known one, the
 *   median, metres; NaN where none is within a kilometre
 */
typedef struct
{
  guint  n_comparable;
  guint  n_matched;
  double share;
  double offset_m;
} GgovGeoDatumFit;

/**
 * ggov_geo_datum_fit:
 * @known: the known footprints, WGS 84
 * @shifted: the others, brought from the datum to WGS 84
 * @fit: (out)
 *
 * Of more than 20,000 footprints every second, third and so on is looked at. Any thread.
 */
void ggov_geo_datum_fit (GgovGeoIndex      *known,
                         GgovGeoFootprints *shifted,
                         GgovGeoDatumFit   *fit);

/**
 * ggov_geo_datum_find_better:
 * @fits: (array): one for each GgovGeoDatum
 * @chosen: a datum
 * @better: (out): the one that fits best
 *
 * Returns: TRUE where another fits at least half of the buildings, and clearly more of them
 */
gboolean ggov_geo_datum_find_better (const GgovGeoDatumFit *fits,
                                     GgovGeoDatum           chosen,
                                     GgovGeoDatum          *better);

G_END_DECLS
