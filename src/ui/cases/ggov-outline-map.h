/* ggov-outline-map.h: a small map on which a structure is drawn, with its area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-structure.h"

G_BEGIN_DECLS

#define GGOV_TYPE_OUTLINE_MAP (ggov_outline_map_get_type ())

/* Shows the other structures as well. Its actions are "outline.take-back", "outline.clear",
 * "map.zoom-in", "map.zoom-out" and "map.show-all". */
G_DECLARE_FINAL_TYPE (GgovOutlineMap, ggov_outline_map, GGOV, OUTLINE_MAP, AdwBin)

/* @structure: (nullable): the one that is drawn; @grid_id, @building_id: where to look, or 0 */
GtkWidget *ggov_outline_map_new         (GgovSession    *session,
                                         GgovStructure  *structure,
                                         gint64          grid_id,
                                         gint64          building_id);

/* (transfer full): as a structure has it; "" where nothing is drawn */
char      *ggov_outline_map_dup_outline (GgovOutlineMap *self);

/* Square metres on the ellipsoid; 0 where nothing is drawn, less where the outline crosses itself. */
double     ggov_outline_map_get_area_m2 (GgovOutlineMap *self);

/* Puts a corner there: degrees. */
void       ggov_outline_map_add         (GgovOutlineMap *self,
                                         double          lon,
                                         double          lat);

G_END_DECLS
