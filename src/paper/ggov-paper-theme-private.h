/* ggov-paper-theme-private.h: maps coloured by a theme: its values put into classes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-report-map-theme.h"
#include "ggov-store-themes.h"

G_BEGIN_DECLS

/* (transfer full): as the map on the screen has it on light ground, with the theme's own classes */
GgovReportMapTheme *_ggov_paper_theme_new (const GgovTheme       *theme,
                                           const GgovThemeValues *values)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
