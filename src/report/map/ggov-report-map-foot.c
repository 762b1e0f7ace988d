/* ggov-report-map-foot.c: scale bar, legend and north arrow of the printed map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-report-map-private.h"

/* In points. */
#define BAR_ZONE     150.0
#define BAR_MOST     118.0
#define BAR_HEIGHT   4.0
#define BAR_PARTS    4
#define ARROW_ZONE   34.0
#define ARROW_HEIGHT 28.0
#define ARROW_WIDTH  9.0
#define SWATCH_WIDTH 20.0
#define SWATCH_HEIGHT 8.0
#define LEGEND_ROWS  3
#define ROW_HEIGHT   13.0

static void
put (GgovReportPen  *pen,
     cairo_t        *cr,
     const char     *text,
     double          x,
     double          middle,
     double          width,
     PangoAlignment  align)
{
  const GgovReportBox box = {
    x, middle - _ggov_report_pen_get_pitch (pen) / 2, width, align,
  };

  _ggov_report_pen_draw (pen, cr, text, &box);
}

/* The longest of 1, 2 and 5 times a power of ten that the bar has room for, in metres; parts of it
 * are then whole metres or halves. */
static double
choose_length (double most_m)
{
  static const double steps[] = { 5, 2, 1 };
  const double magnitude = pow (10, floor (log10 (most_m)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * magnitude <= most_m)
      return steps[i] * magnitude;

  return magnitude;
}

/* Marks below the bar stand under the ends of its parts, the unit after the last. */
static void
draw_bar (const GgovReportMapKit *kit,
          const GgovReportView   *view,
          cairo_t                *cr,
          double                  x,
          double                  y)
{
  const double length_m = choose_length (BAR_MOST / view->scale);
  const double part = length_m * view->scale / BAR_PARTS;
  const double marks = y + BAR_HEIGHT + 7;

  for (guint i = 0; i < BAR_PARTS; i++)
    {
      cairo_rectangle (cr, x + i * part, y, part, BAR_HEIGHT);
      cairo_set_source_rgb (cr, i % 2, i % 2, i % 2);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, 0.5);
      cairo_stroke (cr);
    }

  for (guint i = 0; i <= BAR_PARTS; i += BAR_PARTS / 2)
    {
      g_autofree char *text = g_strdup_printf ("%g", length_m * i / BAR_PARTS);

      put (kit->small_pen, cr, text, x + i * part - 20, marks, 40, PANGO_ALIGN_CENTER);
    }
  /* Translators: the unit of the scale bar: metres */
  put (kit->small_pen, cr, C_("map sheet", "m"), x + BAR_PARTS * part + 10, marks, 40,
       PANGO_ALIGN_LEFT);
}

static void
draw_scale (const GgovReportMapKit *kit,
            const GgovReportView   *view,
            cairo_t                *cr,
            const GgovReportRect   *strip)
{
  /* Translators: the scale of a map */
  g_autofree char *ratio = g_strdup_printf (C_("map sheet", "Scale 1:%.0f"), view->denominator);

  put (kit->text_pen, cr, ratio, strip->x, strip->y + 13, BAR_ZONE, PANGO_ALIGN_LEFT);
  draw_bar (kit, view, cr, strip->x + 4, strip->y + 24);
}

/* The map's own north: its projection is centred on the place, so that it is true north. */
static void
draw_arrow (const GgovReportMapKit *kit,
            cairo_t                *cr,
            const GgovReportRect   *strip)
{
  const double x = strip->x + strip->width - ARROW_ZONE / 2;
  const double bottom = strip->y + GGOV_REPORT_MAP_FOOT_HEIGHT - 3;
  const double top = bottom - ARROW_HEIGHT;

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x + side * ARROW_WIDTH / 2, bottom);
      cairo_line_to (cr, x, bottom - ARROW_HEIGHT / 4);
      cairo_close_path (cr);
      cairo_set_source_rgb (cr, side > 0, side > 0, side > 0);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_set_line_width (cr, 0.6);
      cairo_stroke (cr);
    }

  /* Translators: north, on the arrow of a map */
  put (kit->heading_pen, cr, C_("map sheet", "N"), x - ARROW_ZONE / 2, top - 6, ARROW_ZONE,
       PANGO_ALIGN_CENTER);
}

typedef enum
{
  SWATCH_OWN,
  SWATCH_OTHER,
  SWATCH_COMMUNITY,
  SWATCH_RESIDENTIAL,
  SWATCH_TRADE,
  SWATCH_PUBLIC,
  SWATCH_REST,
  SWATCH_STREET,
  SWATCH_CLASS,
  SWATCH_NONE,
} Swatch;

static void
draw_swatch (cairo_t *cr,
             Swatch   swatch,
             double   x,
             double   middle)
{
  static const GgovBuildingKind kinds[] = {
    [SWATCH_RESIDENTIAL] = GGOV_BUILDING_RESIDENTIAL, [SWATCH_TRADE] = GGOV_BUILDING_SHOP,
    [SWATCH_PUBLIC] = GGOV_BUILDING_SCHOOL, [SWATCH_REST] = GGOV_BUILDING_OTHER,
  };
  static const GgovReportBorder borders[] = {
    [SWATCH_OWN] = GGOV_REPORT_BORDER_OWN, [SWATCH_OTHER] = GGOV_REPORT_BORDER_OTHER,
    [SWATCH_COMMUNITY] = GGOV_REPORT_BORDER_COMMUNITY,
  };

  if (swatch == SWATCH_STREET)
    {
      cairo_set_source_rgb (cr, 0.7, 0.7, 0.68);
      cairo_set_line_width (cr, 0.6);
      cairo_move_to (cr, x, middle - 3);
      cairo_line_to (cr, x + SWATCH_WIDTH, middle - 3);
      cairo_move_to (cr, x, middle + 3);
      cairo_line_to (cr, x + SWATCH_WIDTH, middle + 3);
      cairo_stroke (cr);
    }
  else if (swatch <= SWATCH_COMMUNITY)
    {
      cairo_move_to (cr, x, middle);
      cairo_line_to (cr, x + SWATCH_WIDTH, middle);
      _ggov_report_map_stroke_border (cr, borders[swatch]);
    }
  else
    {
      cairo_rectangle (cr, x + 2, middle - SWATCH_HEIGHT / 2, SWATCH_WIDTH - 4, SWATCH_HEIGHT);
      _ggov_report_map_fill_building (cr, kinds[swatch]);
    }
}

typedef struct
{
  Swatch      swatch;
  guint32     colour; /* of a class, 0xRRGGBB */
  const char *text;   /* (unowned) */
} Entry;

static void
add_entry (GArray     *entries,
           Swatch      swatch,
           guint32     colour,
           const char *text)
{
  const Entry entry = { swatch, colour, text };

  g_array_append_val (entries, entry);
}

static void
add_lines (GArray   *entries,
           gboolean  is_overview)
{
  add_entry (entries, SWATCH_OWN, 0,
             is_overview ? C_("map sheet", "This community") : C_("map sheet", "This grid"));
  add_entry (entries, SWATCH_OTHER, 0,
             is_overview ? C_("map sheet", "Grids") : C_("map sheet", "Other grids"));
  add_entry (entries, SWATCH_COMMUNITY, 0, C_("map sheet", "Communities"));
}

static void
add_kinds (GArray *entries)
{
  add_entry (entries, SWATCH_RESIDENTIAL, 0, C_("map sheet", "Homes"));
  add_entry (entries, SWATCH_TRADE, 0, C_("map sheet", "Shops, offices"));
  add_entry (entries, SWATCH_PUBLIC, 0, C_("map sheet", "Schools, health"));
  add_entry (entries, SWATCH_REST, 0, C_("map sheet", "Other buildings"));
}

/* Its title and its classes, in columns of their own. */
static void
add_theme (GArray                   *entries,
           const GgovReportMapTheme *theme)
{
  while (entries->len % LEGEND_ROWS != 0)
    add_entry (entries, SWATCH_NONE, 0, "");

  add_entry (entries, SWATCH_NONE, 0, theme->title);
  for (guint i = 0; i < theme->n; i++)
    add_entry (entries, SWATCH_CLASS, theme->colours[i], theme->labels[i]);
  if (theme->unknown_label)
    add_entry (entries, SWATCH_CLASS, theme->unknown, theme->unknown_label);
}

static void
draw_entry (const GgovReportMapKit *kit,
            const Entry            *entry,
            cairo_t                *cr,
            double                  x,
            double                  middle,
            double                  width)
{
  const double shift = entry->swatch == SWATCH_NONE ? 0 : SWATCH_WIDTH + 4;

  if (entry->swatch == SWATCH_CLASS)
    {
      cairo_rectangle (cr, x + 2, middle - SWATCH_HEIGHT / 2, SWATCH_WIDTH - 4, SWATCH_HEIGHT);
      _ggov_report_map_fill_class (cr, entry->colour);
    }
  else if (entry->swatch != SWATCH_NONE)
    draw_swatch (cr, entry->swatch, x, middle);

  cairo_set_source_rgb (cr, 0, 0, 0);
  put (kit->small_pen, cr, entry->text, x + shift, middle, width - shift - 1, PANGO_ALIGN_LEFT);
}

static void
draw_legend (const GgovReportMapKit *kit,
             gboolean                is_overview,
             cairo_t                *cr,
             const GgovReportRect   *strip)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const GgovReportMapTheme *theme = _ggov_report_map_find_theme (kit, is_overview);
  double column;

  add_lines (entries, is_overview);
  if (!is_overview && theme == NULL)
    add_kinds (entries);
  if (theme)
    add_theme (entries, theme);
  else
    add_entry (entries, SWATCH_STREET, 0, C_("map sheet", "Streets"));

  column = (strip->width - BAR_ZONE - ARROW_ZONE) /
           MAX (3, (entries->len + LEGEND_ROWS - 1) / LEGEND_ROWS);
  for (guint i = 0; i < entries->len; i++)
    draw_entry (kit, &g_array_index (entries, Entry, i), cr,
                strip->x + BAR_ZONE + i / LEGEND_ROWS * column,
                strip->y + 13 + i % LEGEND_ROWS * ROW_HEIGHT, column);
}

void
_ggov_report_map_draw_foot (const GgovReportMapKit *kit,
                            const GgovReportView   *view,
                            gboolean                is_overview,
                            const GgovReportRect   *strip,
                            cairo_t                *cr)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_scale (kit, view, cr, strip);
  draw_legend (kit, is_overview, cr, strip);
  draw_arrow (kit, cr, strip);
}
