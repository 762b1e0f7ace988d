/* ggov-report-map-theme.c: what grids or buildings of a printed map are coloured by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-map-theme.h"

GgovReportMapTheme *
ggov_report_map_theme_new (const char *title,
                           gboolean    is_of_buildings)
{
  GgovReportMapTheme *self = g_atomic_rc_box_new0 (GgovReportMapTheme);

  self->title = g_strdup (title);
  self->is_of_buildings = is_of_buildings;
  self->classes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

GgovReportMapTheme *
ggov_report_map_theme_ref (GgovReportMapTheme *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
theme_clear (GgovReportMapTheme *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->unknown_label, g_free);
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->labels[i], g_free);
  g_clear_pointer (&self->classes, g_hash_table_unref);
}

void
ggov_report_map_theme_unref (GgovReportMapTheme *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) theme_clear);
}

void
ggov_report_map_theme_add_class (GgovReportMapTheme *self,
                                 const char         *label,
                                 guint32             colour)
{
  g_return_if_fail (self->n < GGOV_REPORT_MAP_MAX_CLASSES);

  self->labels[self->n] = g_strdup (label);
  self->colours[self->n] = colour;
  self->n++;
}

void
ggov_report_map_theme_name_unknown (GgovReportMapTheme *self,
                                    const char         *label)
{
  g_free (self->unknown_label);
  self->unknown_label = g_strdup (label);
}

void
ggov_report_map_theme_put (GgovReportMapTheme *self,
                           gint64              id,
                           guint               index)
{
  g_return_if_fail (index < self->n);

  g_hash_table_insert (self->classes, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

guint32
ggov_report_map_theme_get_colour (const GgovReportMapTheme *self,
                                  gint64                    id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, &id));

  return index > 0 ? self->colours[index - 1] : self->unknown;
}
