/* ggov-geo-layout-private.h: a new state out of an old one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-layout.h"
#include "ggov-geo-site-private.h"

G_BEGIN_DECLS

/**
 * _ggov_geo_layout_new_state:
 * @buildings: (array): of the site, with the grids they have in the new state; copied
 */
GgovGeoLayout       *_ggov_geo_layout_new_state  (GgovGeoSite           *site,
                                                  GgovGeoSubdivision    *subdivision,
                                                  const GgovGeoBuilding *buildings)
                                                  G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none): the smallest rectangle round an arc, by its number in the subdivision. */
const GgovGeoBounds *_ggov_geo_layout_get_bounds (const GgovGeoLayout   *self,
                                                  guint                  arc);

/* Whether a list of ids, which may be NULL, has one. */
static inline gboolean
_ggov_geo_ids_contain (GArray *ids,
                       gint64  id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

G_END_DECLS
