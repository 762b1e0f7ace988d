/* ggov-report-route.c: a worker's issues in the order of walking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-geo-bounds.h"
#include "ggov-local-time.h"
#include "ggov-report-form-private.h"
#include "ggov-report-issues.h"
#include "ggov-report-pen-private.h"
#include "ggov-report-words-private.h"

#define MAP_MM   90.0
#define STOP_MM  22.0
#define EDGE_MM  8.0 /* within the drawing */
#define DOT_MM   3.2
#define LABEL_PT 8

/* What is drawn of the way: places in metres east and north of the south-western corner. */
typedef struct
{
  GgovReportPen *pen;
  double        *metres; /* shape [n][2] */
  guint          n;
  double         width_m;
  double         height_m;
} Map;

static void
map_free (gpointer data)
{
  Map *map = data;

  _ggov_report_pen_free (map->pen);
  g_free (map->metres);
  g_free (map);
}

static double
mm (double millimetres)
{
  return ggov_report_points (millimetres);
}

/* (nullable): where less than two places are known there is no way to draw. On so little ground degrees
 * are as good as a projection. */
static Map *
map_new (const GgovReportStop *stops,
         guint                 n_stops,
         PangoContext         *context)
{
  GgovGeoBounds bounds = GGOV_GEO_BOUNDS_EMPTY;
  double scale;
  guint n = 0;
  Map *map;

  for (guint i = 0; i < n_stops; i++)
    if (stops[i].has_place)
      {
        ggov_geo_bounds_add (&bounds, stops[i].lon, stops[i].lat);
        n++;
      }
  if (n < 2)
    return NULL;

  scale = 111320 * cos (bounds.min_lat * G_PI / 180);
  map = g_new0 (Map, 1);
  map->pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, LABEL_PT, FALSE);
  map->metres = g_new (double, 2 * n);
  map->width_m = (bounds.max_lon - bounds.min_lon) * scale;
  map->height_m = (bounds.max_lat - bounds.min_lat) * 111320;
  for (guint i = 0; i < n_stops; i++)
    if (stops[i].has_place)
      {
        map->metres[2 * map->n] = (stops[i].lon - bounds.min_lon) * scale;
        map->metres[2 * map->n + 1] = (stops[i].lat - bounds.min_lat) * 111320;
        map->n++;
      }

  return map;
}

/* A length that is 1, 2 or 5 with noughts, not longer than @most_m. */
static double
choose_bar (double most_m)
{
  double length = pow (10, floor (log10 (most_m)));

  return length * 5 <= most_m ? length * 5 : length * 2 <= most_m ? length * 2 : length;
}

static void
draw_bar (Map     *map,
          cairo_t *cr,
          double   width,
          double   height,
          double   scale)
{
  const double bar_m = choose_bar (width / 4 / scale);
  const double x = mm (EDGE_MM) / 2, y = height - mm (2.5);
  /* Translators: a length on a map, metres */
  g_autofree char *text = g_strdup_printf (C_("route", "%.0f m"), bar_m);

  cairo_move_to (cr, x, y - 3);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + bar_m * scale, y);
  cairo_line_to (cr, x + bar_m * scale, y - 3);
  cairo_stroke (cr);
  _ggov_report_pen_draw_label (map->pen, cr, text, x + bar_m * scale / 2, y - 7);
}

static void
draw_stop (Map     *map,
           cairo_t *cr,
           guint    i,
           double   x,
           double   y)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, mm (DOT_MM), 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_stroke (cr);
  _ggov_report_pen_draw_label (map->pen, cr, number, x, y);
}

static void
draw_map (cairo_t *cr,
          double   width,
          double   height,
          gpointer data)
{
  Map *map = data;
  const double room_x = width - 2 * mm (EDGE_MM), room_y = height - 2 * mm (EDGE_MM);
  const double scale = MIN (room_x / MAX (map->width_m, 1), room_y / MAX (map->height_m, 1));
  const double left = (width - map->width_m * scale) / 2;
  const double base = (height + map->height_m * scale) / 2;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
  for (guint i = 0; i < map->n; i++)
    cairo_line_to (cr, left + map->metres[2 * i] * scale, base - map->metres[2 * i + 1] * scale);
  cairo_stroke (cr);
  for (guint i = 0; i < map->n; i++)
    draw_stop (map, cr, i, left + map->metres[2 * i] * scale, base - map->metres[2 * i + 1] * scale);
  draw_bar (map, cr, width, height, scale);
}

static char *
dup_stop_text (const GgovReportStop *stop,
               gint64                now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (stop->issue);
  g_autofree char *where = ggov_issue_dup_whereabouts (stop->issue);
  g_autofree char *due = fields->due_at ? g_strdelimit (ggov_local_time_format (fields->due_at),
                                                        "T", ' ') : NULL;
  GString *text = g_string_new (where);

  g_string_append_printf (text, "\n%s", ggov_issue_get_type_label (stop->issue));
  if (due)
    g_string_append_printf (text, fields->due_at <= now && !fields->state.suspended ? C_("route", ", was due by %s")
                                                        : C_("route", ", due by %s"), due);
  if (stop->leg_m > 0)
    /* Translators: on a way: how far it is from the stop before, metres */
    g_string_append_printf (text, C_("route", ", %.0f m from the last"), stop->leg_m);
  else if (!stop->has_place)
    g_string_append (text, C_("route", ", place not known"));

  return g_string_free (text, FALSE);
}

static void
add_stop (GgovReportFlow       *flow,
          PangoContext         *context,
          const GgovReportStop *stop,
          guint                 i,
          gint64                now)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (stop->issue);
  g_autofree char *heading = g_strdup_printf ("%u   %s   %s", i + 1, fields->number, fields->title);
  g_autofree char *text = dup_stop_text (stop, now);
  g_autofree char *code = ggov_issue_dup_uri (fields->number);

  _ggov_report_form_add_code (flow, context, STOP_MM, heading, text, code);
}

GgovReportPager *
ggov_report_route_new (const GgovReportStop          *stops,
                       guint                          n_stops,
                       const char                    *who,
                       const GgovReportIssuesOptions *options,
                       PangoContext                  *context)
{
  g_autofree char *day = _ggov_report_dup_day (options->as_of);
  g_autofree char *subtitle = NULL;
  double length_m = 0;
  GgovReportFlowOptions flow_options;
  GgovReportFlow *flow;
  Map *map;

  g_return_val_if_fail (n_stops > 0, NULL);

  for (guint i = 0; i < n_stops; i++)
    length_m += stops[i].leg_m;
  /* Translators: below a title: who, a day, how many stops, how long the way is in metres */
  subtitle = g_strdup_printf (ngettext ("%1$s, %2$s, %3$u stop, %4$.0f m as the crow flies",
                                        "%1$s, %2$s, %3$u stops, %4$.0f m as the crow flies",
                                        n_stops), who, day, n_stops, length_m);
  flow_options = (GgovReportFlowOptions) {
    .title = C_("route", "Route List"), .subtitle = subtitle, .as_of = options->as_of,
    .printed_at = options->printed_at, .account = options->account, .size = GGOV_REPORT_A4,
    .turn = GGOV_REPORT_TURN_PORTRAIT,
  };
  flow = ggov_report_flow_new (&flow_options, context);
  if ((map = map_new (stops, n_stops, context)))
    ggov_report_flow_add_drawing (flow, MAP_MM, draw_map, map, map_free);
  for (guint i = 0; i < n_stops; i++)
    add_stop (flow, context, &stops[i], i, options->now);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
