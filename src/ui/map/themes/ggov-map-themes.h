/* ggov-map-themes.h: what the map is coloured by, chosen by the user and remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-canvas.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * GgovMapThemes:
 *
 * Reads the values of the theme and has the canvas coloured by them; reads them again when what
 * they are of was written. Properties, all of them kept in the settings, and actions of the same
 * names in the group "themes": "theme" (a GgovTheme's id, or empty), "classing" (code of a
 * GgovClassing) and "classes" (how many) of the theme, "issues" (whether open issues are
 * marked), "legend" (whether it is open).
 */
#define GGOV_TYPE_MAP_THEMES (ggov_map_themes_get_type ())

G_DECLARE_FINAL_TYPE (GgovMapThemes, ggov_map_themes, GGOV, MAP_THEMES, GObject)

/* Puts a legend and the keys on the canvas, which has to outlive what is returned. */
GgovMapThemes   *ggov_map_themes_new          (GgovMapCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
void             ggov_map_themes_set_session  (GgovMapThemes *self,
                                               GgovSession   *session);

/* Grids of a draft are in no record yet: those themes that need one wait. */
void             ggov_map_themes_set_drafting (GgovMapThemes *self,
                                               gboolean       is_drafting);

/* (nullable): what is chosen, whether or not it can be shown. */
const GgovTheme *ggov_map_themes_get_theme    (GgovMapThemes *self);

/* Whether the values shown are those chosen, or cannot be. */
gboolean         ggov_map_themes_is_complete  (GgovMapThemes *self);

G_END_DECLS
