/* ggov-report-chart-box.c: a box of an office's chart: its words, and drawing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-chart-private.h"

/* All in points. */
#define PADDING      2.0
#define VACANT_WIDTH 1.4  /* of a line around what has nobody */
#define BETWEEN      "   " /* two texts on one line */

/* How much of the ink the ground of a box has. */
static const double shades[] = { 0.16, 0.10, 0.0 };

void
_ggov_chart_box_free (GgovChartBox *box)
{
  g_clear_object (&box->node);
  g_free (box->title);
  g_free (box->aside);
  for (guint i = 0; i < G_N_ELEMENTS (box->lines); i++)
    g_free (box->lines[i]);
  g_free (box);
}

/* Words ------------------------------------------------------------------------------------ */

/* (nullable): a role and who holds it; that nobody does is told, too */
static char *
dup_holder (const char *role,
            const char *name)
{
  if (role == NULL && name == NULL)
    return NULL;

  if (role == NULL)
    return g_strdup (name);

  /* Translators: a role and who holds it, in a box of a chart */
  return g_strdup_printf (C_("chart", "%1$s: %2$s"), role, name ? name : C_("chart", "vacant"));
}

static char *
dup_people (gint64 n)
{
  return g_strdup_printf (ngettext ("%u person", "%u people", n), (guint) n);
}

static char *
dup_households (gint64 n)
{
  return g_strdup_printf (ngettext ("%u household", "%u households", n), (guint) n);
}

/* Whether somebody is missing in one of the posts that a box tells of. */
static gboolean
is_vacant (const GgovChartNodeRow *row)
{
  gboolean is_place = g_str_equal (row->kind, "grid") || g_str_equal (row->kind, "community");

  return is_place && (row->head == NULL || row->second == NULL);
}

/* What fits on one line stands there. */
static void
join_lines (GgovReportChart *self,
            GgovChartBox    *box)
{
  guint n = 0;

  for (guint i = 1; i < G_N_ELEMENTS (box->lines) && box->lines[0]; i++)
    {
      g_autofree char *next = g_steal_pointer (&box->lines[i]);
      g_autofree char *joined = next ? g_strjoin (BETWEEN, box->lines[n], next, NULL) : NULL;

      if (next && _ggov_report_pen_get_width (self->text_pen, joined) <= box->width - 2 * PADDING)
        {
          g_free (box->lines[n]);
          box->lines[n] = g_steal_pointer (&joined);
        }
      else if (next)
        box->lines[++n] = g_steal_pointer (&next);
    }
}

static void
fill_words (GgovReportChart *self,
            GgovChartBox    *box)
{
  const GgovChartNodeRow *row = ggov_chart_node_get_row (box->node);
  gboolean is_grid = g_str_equal (row->kind, "grid");
  gboolean is_community = g_str_equal (row->kind, "community");

  box->title = g_strdup (row->name);
  box->is_vacant = is_vacant (row);
  if (g_str_equal (row->kind, "office"))
    {
      box->lines[0] = dup_people (row->people);
      box->lines[1] = dup_households (row->households);
    }
  else if (is_grid)
    {
      box->aside = dup_households (row->households);
      box->lines[0] = dup_holder (row->head_role, row->head);
      box->lines[1] = dup_holder (C_("chart", "Party group leader"), row->second);
    }
  else if (is_community)
    {
      box->aside = dup_households (row->households);
      box->lines[0] = dup_holder (row->head_role, row->head);
      box->lines[1] = dup_holder (row->second_role, row->second);
      box->lines[2] = g_strdup_printf (ngettext ("%u grid", "%u grids", row->people),
                                       (guint) row->people);
    }
  else
    {
      box->lines[0] = dup_holder (row->head_role, row->head);
      box->lines[1] = dup_people (row->people);
    }

  join_lines (self, box);
}

/* Size and ink ------------------------------------------------------------------------------ */

/* How much of the title's line is left for the title. */
static double
get_title_width (GgovReportChart    *self,
                 const GgovChartBox *box)
{
  double width = box->width - 2 * PADDING;

  return box->aside ? width - _ggov_report_pen_get_width (self->text_pen, box->aside) - PADDING
                    : width;
}

static double
get_title_height (GgovReportChart    *self,
                  const GgovChartBox *box)
{
  return _ggov_report_pen_count_lines (self->title_pen, box->title, get_title_width (self, box)) *
         _ggov_report_pen_get_pitch (self->title_pen);
}

static double
measure_box (GgovReportChart    *self,
             const GgovChartBox *box)
{
  double height = 2 * PADDING + get_title_height (self, box);

  for (guint i = 0; i < G_N_ELEMENTS (box->lines); i++)
    if (box->lines[i])
      height += _ggov_report_pen_count_lines (self->text_pen, box->lines[i],
                                              box->width - 2 * PADDING) *
                _ggov_report_pen_get_pitch (self->text_pen);

  return height;
}

void
_ggov_chart_box_fill (GgovReportChart *self,
                      GgovChartBox    *box)
{
  fill_words (self, box);
  box->height = measure_box (self, box);
}

static void
draw_words (GgovReportChart    *self,
            cairo_t            *cr,
            const GgovChartBox *box)
{
  GgovReportBox at = { box->x + PADDING, box->y + PADDING, get_title_width (self, box),
                       PANGO_ALIGN_LEFT };

  if (box->shade == GGOV_CHART_STRONG)
    at.align = PANGO_ALIGN_CENTER;
  _ggov_report_pen_draw (self->title_pen, cr, box->title, &at);
  if (box->aside)
    {
      const GgovReportBox end = { box->x + PADDING, box->y + PADDING + 1,
                                  box->width - 2 * PADDING, PANGO_ALIGN_RIGHT };

      _ggov_report_pen_draw (self->text_pen, cr, box->aside, &end);
    }

  at.width = box->width - 2 * PADDING;
  at.y += get_title_height (self, box);
  for (guint i = 0; i < G_N_ELEMENTS (box->lines); i++)
    if (box->lines[i])
      {
        _ggov_report_pen_draw (self->text_pen, cr, box->lines[i], &at);
        at.y += _ggov_report_pen_count_lines (self->text_pen, box->lines[i], at.width) *
                _ggov_report_pen_get_pitch (self->text_pen);
      }
}

void
_ggov_chart_box_draw (GgovReportChart    *self,
                      cairo_t            *cr,
                      const GgovChartBox *box,
                      const double        ink[3],
                      const double        vacant[3])
{
  const double *line = box->is_vacant ? vacant : ink;

  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_set_source_rgba (cr, line[0], line[1], line[2], shades[box->shade]);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, box->is_vacant ? VACANT_WIDTH : GGOV_CHART_LINE_WIDTH);
  cairo_set_source_rgb (cr, line[0], line[1], line[2]);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  draw_words (self, cr, box);
}

char *
_ggov_chart_box_dup_words (const GgovChartBox *box)
{
  GString *words = g_string_new (box->title);

  for (guint i = 0; i < G_N_ELEMENTS (box->lines); i++)
    if (box->lines[i])
      g_string_append_printf (words, BETWEEN "%s", box->lines[i]);
  if (box->aside)
    g_string_append_printf (words, BETWEEN "%s", box->aside);

  return g_string_free (words, FALSE);
}
