/* ggov-structure-layer.h: structures on the map, each by its outline and what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-layer.h"
#include "ggov-structure.h"

G_BEGIN_DECLS

/* One that was not drawn is a small square where it stands; what is on no map is not shown. What became
 * of it is told by line and filling as well as by colour, and in a word where there is room. */
#define GGOV_TYPE_STRUCTURE_LAYER (ggov_structure_layer_get_type ())

G_DECLARE_FINAL_TYPE (GgovStructureLayer, ggov_structure_layer, GGOV, STRUCTURE_LAYER, GgovMapLayer)

GgovStructureLayer *ggov_structure_layer_new   (ShumateViewport    *viewport);

/* @structures: (nullable) (element-type GgovStructure); @except_id: one that is not shown, or 0 */
void                ggov_structure_layer_set   (GgovStructureLayer *self,
                                                GListModel         *structures,
                                                gint64              except_id);

/* How many are shown. */
guint               ggov_structure_layer_get_n (GgovStructureLayer *self);

/* (nullable) (transfer none): the one at a point, pixels of the layer; the smallest of several */
GgovStructure      *ggov_structure_layer_find  (GgovStructureLayer *self,
                                                double              x,
                                                double              y);

/* "Found", "Stopped" and so on. @state: as a structure has it */
const char         *ggov_structure_state_get_label (const char     *state);

/* (element-type double): a structure's corners, longitude and latitude each; empty where the text has
 * none. Returns: (transfer full) */
GArray             *ggov_structure_parse_outline   (const char     *outline);

G_END_DECLS
