/* ggov-map-structures.h: structures on the office's map: read, shown, opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"
#include "ggov-session.h"
#include "ggov-structure-layer.h"

G_BEGIN_DECLS

/**
 * GgovMapStructures:
 *
 * Shows the structures found by the session's day on a canvas while they are to be shown, and reads
 * them again when they are written. The canvas has the action "structures.show", a toggle, and its
 * key U. One that is clicked on asks for win.show-case.
 */
#define GGOV_TYPE_MAP_STRUCTURES (ggov_map_structures_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapStructures, ggov_map_structures, GGOV, MAP_STRUCTURES, GObject)

/* The canvas has to outlive what is returned. */
GgovMapStructures  *ggov_map_structures_new         (GgovMapCanvas     *canvas)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
void                ggov_map_structures_set_session (GgovMapStructures *self,
                                                     GgovSession       *session);

GgovStructureLayer *ggov_map_structures_get_layer   (GgovMapStructures *self);

G_END_DECLS
