/* ggov-paper-theme.c: maps coloured by a theme: its values put into classes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include "ggov-paper-theme-private.h"
#include "ggov-theme-ramp.h"

GgovReportMapTheme *
_ggov_paper_theme_new (const GgovTheme       *theme,
                       const GgovThemeValues *values)
{
  GgovReportMapTheme *self = ggov_report_map_theme_new (ggov_theme_get_title (theme),
                                                        theme->subject == GGOV_THEME_BUILDINGS);
  GgovClassesTerms terms;
  GgovClasses classes;

  ggov_theme_init_terms (theme, &terms);
  ggov_classes_make (&terms, values->values, values->n, &classes);
  self->unknown = ggov_theme_ramp_get_no_data (FALSE);

  for (guint i = 0; i < classes.n; i++)
    {
      g_autofree char *label = ggov_theme_dup_label (theme, &classes, i);

      ggov_report_map_theme_add_class (self, label,
                                       ggov_theme_ramp_get_colour (theme->ramp, terms.zero_apart, i,
                                                                   classes.n, FALSE));
    }

  for (guint i = 0; i < values->n; i++)
    {
      int found = ggov_classes_find (&classes, values->values[i]);

      if (found >= 0)
        ggov_report_map_theme_put (self, values->ids[i], found);
      else
        ggov_report_map_theme_name_unknown (self, ggov_theme_get_unknown_label (theme));
    }

  return self;
}
