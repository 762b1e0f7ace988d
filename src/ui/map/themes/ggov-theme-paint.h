/* ggov-theme-paint.h: grids or buildings put into classes and given their colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-palette.h"
#include "ggov-places.h"
#include "ggov-store-themes.h"

G_BEGIN_DECLS

/**
 * GgovThemeSource:
 *
 * What the map is to be coloured by. Never changes; the reference count is atomic.
 */
typedef struct _GgovThemeSource GgovThemeSource;

/**
 * ggov_theme_source_new:
 * @values: (nullable): as the store has them; NULL for what grids say of themselves, as those of
 *   a draft do
 */
GgovThemeSource  *ggov_theme_source_new   (const GgovTheme        *theme,
                                           const GgovClassesTerms *terms,
                                           GgovThemeValues        *values) G_GNUC_WARN_UNUSED_RESULT;
GgovThemeSource  *ggov_theme_source_ref   (GgovThemeSource        *self);
void              ggov_theme_source_unref (GgovThemeSource        *self);
const GgovTheme  *ggov_theme_source_get_theme (GgovThemeSource    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovThemeSource, ggov_theme_source_unref)

/**
 * GgovThemePaint:
 * @counts: how many grids or buildings are of each class
 * @n_unknown: of how many nothing can be said
 * @colours: of each class
 *
 * Never changes, so any number of threads may draw with it; the reference count is atomic.
 */
typedef struct
{
  const GgovTheme  *theme;
  GgovClassesTerms  terms;
  GgovClasses       classes;
  guint             counts[GGOV_CLASSES_MAX];
  guint             n_unknown;
  GgovMapColour     colours[GGOV_CLASSES_MAX];
  gboolean          is_dark;

  /*< private >*/
  GgovThemeValues  *values;
} GgovThemePaint;

/**
 * ggov_theme_paint_new:
 *
 * Takes up to tenths of a second in a city; not for the main thread.
 *
 * Returns: (transfer full) (nullable): NULL where the source has no values and the grids cannot
 *   say either
 */
GgovThemePaint   *ggov_theme_paint_new      (GgovThemeSource *source,
                                             GgovPlaces      *places,
                                             gboolean         is_dark) G_GNUC_WARN_UNUSED_RESULT;
GgovThemePaint   *ggov_theme_paint_ref      (GgovThemePaint  *self);
void              ggov_theme_paint_unref    (GgovThemePaint  *self);

/* The class of a grid or building; -1 where nothing can be said. */
int               ggov_theme_paint_find     (const GgovThemePaint *self,
                                             gint64                id);

/* (transfer full) (nullable): its value in the user's language; NULL where nothing can be said. */
char             *ggov_theme_paint_dup_text (const GgovThemePaint *self,
                                             gint64                id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovThemePaint, ggov_theme_paint_unref)

G_END_DECLS
