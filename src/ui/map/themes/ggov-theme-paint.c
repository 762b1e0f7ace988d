/* ggov-theme-paint.c: grids or buildings put into classes and given their colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <stdlib.h>

#include "ggov-theme-paint.h"
#include "ggov-theme-palette.h"

struct _GgovThemeSource
{
  const GgovTheme  *theme;
  GgovClassesTerms  terms;
  GgovThemeValues  *values; /* (nullable) */
};

/* What a grid says of itself. */
typedef struct
{
  gint64 id;
  int    value;
} Said;

static void
source_clear (GgovThemeSource *self)
{
  g_clear_pointer (&self->values, ggov_theme_values_unref);
}

GgovThemeSource *
ggov_theme_source_new (const GgovTheme        *theme,
                       const GgovClassesTerms *terms,
                       GgovThemeValues        *values)
{
  GgovThemeSource *self = g_atomic_rc_box_new0 (GgovThemeSource);

  self->theme = theme;
  self->terms = *terms;
  self->values = values ? ggov_theme_values_ref (values) : NULL;

  return self;
}

GgovThemeSource *
ggov_theme_source_ref (GgovThemeSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ggov_theme_source_unref (GgovThemeSource *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) source_clear);
}

const GgovTheme *
ggov_theme_source_get_theme (GgovThemeSource *self)
{
  return self->theme;
}

static int
compare_said (gconstpointer a,
              gconstpointer b)
{
  gint64 x = ((const Said *) a)->id, y = ((const Said *) b)->id;

  return x < y ? -1 : x > y;
}

static GgovThemeValues *
ask_grids (const GgovTheme *theme,
           GgovPlaces      *places)
{
  guint n = ggov_places_get_n_grids (places);
  g_autofree Said *said = g_new (Said, n + 1);
  g_autofree gint64 *ids = g_new (gint64, n + 1);
  g_autofree int *values = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GgovGrid *grid = ggov_places_get_grid (places, i);

      said[i] = (Said) { ggov_grid_get_id (grid), theme->get_value (grid) };
    }

  qsort (said, n, sizeof *said, compare_said);
  for (guint i = 0; i < n; i++)
    {
      ids[i] = said[i].id;
      values[i] = said[i].value;
    }

  return ggov_theme_values_new (ids, values, n);
}

GgovThemePaint *
ggov_theme_paint_new (GgovThemeSource *source,
                      GgovPlaces      *places,
                      gboolean         is_dark)
{
  GgovThemePaint *self;

  if (source->values == NULL && source->theme->get_value == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (GgovThemePaint);
  self->theme = source->theme;
  self->terms = source->terms;
  self->is_dark = is_dark;
  self->values = source->values ? ggov_theme_values_ref (source->values)
                                : ask_grids (source->theme, places);

  ggov_classes_make (&self->terms, self->values->values, self->values->n, &self->classes);
  for (guint i = 0; i < self->values->n; i++)
    {
      int found = ggov_classes_find (&self->classes, self->values->values[i]);

      if (found >= 0)
        self->counts[found]++;
      else
        self->n_unknown++;
    }
  ggov_theme_palette_fill (self->theme->ramp, self->terms.zero_apart, self->classes.n, is_dark,
                           self->colours);

  return self;
}

GgovThemePaint *
ggov_theme_paint_ref (GgovThemePaint *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
paint_clear (GgovThemePaint *self)
{
  g_clear_pointer (&self->values, ggov_theme_values_unref);
}

void
ggov_theme_paint_unref (GgovThemePaint *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) paint_clear);
}

int
ggov_theme_paint_find (const GgovThemePaint *self,
                       gint64                id)
{
  return ggov_classes_find (&self->classes, ggov_theme_values_find (self->values, id));
}

char *
ggov_theme_paint_dup_text (const GgovThemePaint *self,
                           gint64                id)
{
  int value = ggov_theme_values_find (self->values, id);

  return value != GGOV_CLASSES_NO_VALUE ? self->theme->dup_value (value) : NULL;
}
