/* ggov-report-map-theme.h: what grids or buildings of a printed map are coloured by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GGOV_REPORT_MAP_MAX_CLASSES 7

/**
 * GgovReportMapTheme:
 * @title: in the user's language
 * @is_of_buildings: whether buildings are coloured, on the maps of grids; else grids, on overviews
 * @n: how many classes there are
 * @labels: (array length=n): what is in a class
 * @colours: (array length=n): 0xRRGGBB
 * @unknown: the colour of what nothing can be said of
 * @unknown_label: (nullable): what that is called; NULL where something can be said of all
 * @classes: (element-type gint64 guint): by id of a grid or building, its class + 1
 *
 * Filled by its maker, and never changed once it is handed on; the reference count is atomic.
 */
typedef struct
{
  char       *title;
  gboolean    is_of_buildings;
  guint       n;
  char       *labels[GGOV_REPORT_MAP_MAX_CLASSES];
  guint32     colours[GGOV_REPORT_MAP_MAX_CLASSES];
  guint32     unknown;
  char       *unknown_label;
  GHashTable *classes;
} GgovReportMapTheme;

GgovReportMapTheme *ggov_report_map_theme_new   (const char               *title,
                                                 gboolean                  is_of_buildings)
                                                 G_GNUC_WARN_UNUSED_RESULT;
GgovReportMapTheme *ggov_report_map_theme_ref   (GgovReportMapTheme       *self);
void                ggov_report_map_theme_unref (GgovReportMapTheme       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReportMapTheme, ggov_report_map_theme_unref)

/* Puts the classes after those there are; the label is copied. */
void                ggov_report_map_theme_add_class (GgovReportMapTheme   *self,
                                                     const char           *label,
                                                     guint32               colour);

/* Nothing can be said of some; the label is copied. */
void                ggov_report_map_theme_name_unknown (GgovReportMapTheme *self,
                                                        const char         *label);

/* Puts a grid or building into the class @index. */
void                ggov_report_map_theme_put   (GgovReportMapTheme       *self,
                                                 gint64                    id,
                                                 guint                     index);

/* 0xRRGGBB: of a grid or building */
guint32             ggov_report_map_theme_get_colour (const GgovReportMapTheme *self,
                                                      gint64                    id);

G_END_DECLS
