/* ggov-issue-marker.c: how a marker of issues looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <math.h>

#include "ggov-issue-marker.h"

#define SINGLE_PX 9.0
#define RING_PX   4.0
#define EDGE_PX   1.5

/* On light ground and on dark ground: mostly of Okabe and Ito (2008). */
static const guint32 colours[2][GGOV_ISSUE_N_DUES] = {
  {
    [GGOV_ISSUE_DUE_NONE] = 0x6b7280,
    [GGOV_ISSUE_DUE_FINE] = 0x0072b2,
    [GGOV_ISSUE_DUE_SOON] = 0xe69f00,
    [GGOV_ISSUE_DUE_TODAY] = 0xd55e00,
    [GGOV_ISSUE_DUE_OVERDUE] = 0xa51d2d,
    [GGOV_ISSUE_DUE_SUSPENDED] = 0x813d9c,
    [GGOV_ISSUE_DUE_ENDED] = 0x9a9996,
  },
  {
    [GGOV_ISSUE_DUE_NONE] = 0xaab0b8,
    [GGOV_ISSUE_DUE_FINE] = 0x56b4e9,
    [GGOV_ISSUE_DUE_SOON] = 0xf0e442,
    [GGOV_ISSUE_DUE_TODAY] = 0xe69f00,
    [GGOV_ISSUE_DUE_OVERDUE] = 0xff6b6b,
    [GGOV_ISSUE_DUE_SUSPENDED] = 0xc58be0,
    [GGOV_ISSUE_DUE_ENDED] = 0x77767b,
  },
};

static void
set_due_colour (cairo_t              *cr,
                const GgovMapPalette *palette,
                GgovIssueDue          due)
{
  guint32 rgb = colours[palette == ggov_map_palette_get (TRUE)][due];

  cairo_set_source_rgb (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                        (rgb & 0xff) / 255.0);
}

static void
set_colour (cairo_t             *cr,
            const GgovMapColour *colour,
            double               alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static void
add_polygon (cairo_t *cr,
             guint    n,
             double   radius)
{
  cairo_new_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, radius * sin (2 * G_PI * i / n), -radius * cos (2 * G_PI * i / n));
  cairo_close_path (cr);
}

static void
add_shape (cairo_t      *cr,
           GgovIssueDue  due)
{
  const double half = SINGLE_PX * 0.82;

  switch (due)
    {
    case GGOV_ISSUE_DUE_OVERDUE:
      add_polygon (cr, 4, SINGLE_PX + 2);
      break;

    case GGOV_ISSUE_DUE_TODAY:
      add_polygon (cr, 3, SINGLE_PX + 2);
      break;

    case GGOV_ISSUE_DUE_SOON:
      cairo_rectangle (cr, -half, -half, 2 * half, 2 * half);
      break;

    case GGOV_ISSUE_DUE_SUSPENDED:
      cairo_rectangle (cr, -half, -half, half * 0.75, 2 * half);
      cairo_rectangle (cr, half * 0.25, -half, half * 0.75, 2 * half);
      break;

    case GGOV_ISSUE_DUE_NONE:
    case GGOV_ISSUE_DUE_FINE:
    case GGOV_ISSUE_DUE_ENDED:
    default:
      cairo_arc (cr, 0, 0, SINGLE_PX - 1, 0, 2 * G_PI);
      break;
    }
}

static void
draw_single (cairo_t              *cr,
             const GgovMapPalette *palette,
             GgovIssueDue          due)
{
  add_shape (cr, due);
  set_colour (cr, &palette->halo, 1);
  cairo_set_line_width (cr, 2 * EDGE_PX);
  cairo_stroke_preserve (cr);
  set_due_colour (cr, palette, due);
  cairo_fill (cr);

  if (due != GGOV_ISSUE_DUE_NONE)
    return;

  cairo_arc (cr, 0, 0, SINGLE_PX / 2 - 1, 0, 2 * G_PI);
  set_colour (cr, &palette->halo, 1);
  cairo_fill (cr);
}

static void
draw_several (cairo_t              *cr,
              const GgovMapPalette *palette,
              GgovIssueDue          due,
              double                reach,
              double                share)
{
  double middle = reach - EDGE_PX - RING_PX / 2;

  cairo_arc (cr, 0, 0, reach, 0, 2 * G_PI);
  set_colour (cr, &palette->halo, 1);
  cairo_fill (cr);

  cairo_set_line_width (cr, RING_PX);
  cairo_arc (cr, 0, 0, middle, 0, 2 * G_PI);
  set_colour (cr, &palette->faint_text, 0.45);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0, middle, -G_PI / 2, -G_PI / 2 + 2 * G_PI * share);
  set_due_colour (cr, palette, due);
  cairo_stroke (cr);
}

double
ggov_issue_marker_get_reach (guint n)
{
  if (n <= 1)
    return SINGLE_PX + 2 + EDGE_PX;

  return n < 10 ? 15 : n < 100 ? 17 : n < 1000 ? 20 : GGOV_ISSUE_MARKER_REACH_PX;
}

void
ggov_issue_marker_draw (cairo_t              *cr,
                        const GgovMapPalette *palette,
                        GgovIssueDue          due,
                        guint                 n,
                        guint                 n_due)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (n <= 1)
    draw_single (cr, palette, due);
  else
    draw_several (cr, palette, due, ggov_issue_marker_get_reach (n), (double) n_due / n);
}
