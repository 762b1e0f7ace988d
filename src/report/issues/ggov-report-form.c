/* ggov-report-form.c: a form of ruled boxes, and codes beside words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-form-private.h"
#include "ggov-report-pen-private.h"
#include "ggov-report-qr.h"

#define LABEL_MM  25.0 /* width of what a box is for */
#define MARGIN_MM 1.5  /* in a box */
#define LEAST_MM  8.5  /* height of a box */
#define SIZE_PT   11
#define HEAD_PT   13

typedef struct
{
  char   *texts[4]; /* (nullable): what for, what, and of a second box */
  double  height;
} Row;

struct _GgovReportForm
{
  GgovReportPen *label;
  GgovReportPen *text;
  GPtrArray     *rows; /* (element-type Row) */
};

typedef struct
{
  GgovReportPen   *head;
  GgovReportPen   *pen;
  char            *heading;
  char            *text;
  cairo_surface_t *code; /* (nullable) */
} Coded;

static double
mm (double millimetres)
{
  return ggov_report_points (millimetres);
}

double
_ggov_report_form_get_width (void)
{
  const GgovReportPage *page = &ggov_report_page_list;

  return mm (page->width_mm - page->left_mm - page->right_mm);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < G_N_ELEMENTS (row->texts); i++)
    g_free (row->texts[i]);
  g_free (row);
}

GgovReportForm *
_ggov_report_form_new (PangoContext *context)
{
  GgovReportForm *self = g_new0 (GgovReportForm, 1);

  self->label = _ggov_report_pen_new (context, GGOV_REPORT_HEI, SIZE_PT, FALSE);
  self->text = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SIZE_PT, FALSE);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

static void
form_free (gpointer data)
{
  GgovReportForm *self = data;

  _ggov_report_pen_free (self->label);
  _ggov_report_pen_free (self->text);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* How wide the text of a box may be. */
static double
get_room (const Row *row)
{
  const double width = _ggov_report_form_get_width () / (row->texts[2] ? 2 : 1);

  return width - mm (LABEL_MM + 2 * MARGIN_MM);
}

static double
measure (GgovReportForm *self,
         const Row      *row)
{
  double height = mm (LEAST_MM);

  for (guint i = 0; i < G_N_ELEMENTS (row->texts); i++)
    {
      const double room = i % 2 == 0 ? mm (LABEL_MM - 2 * MARGIN_MM) : get_room (row);
      GgovReportPen *pen = i % 2 == 0 ? self->label : self->text;

      if (row->texts[i])
        height = MAX (height, _ggov_report_pen_count_lines (pen, row->texts[i], room) *
                              _ggov_report_pen_get_pitch (pen) + mm (2 * MARGIN_MM));
    }

  return height;
}

void
_ggov_report_form_add (GgovReportForm *self,
                       double          height_mm,
                       const char     *first,
                       const char     *first_text,
                       const char     *second,
                       const char     *second_text)
{
  Row *row = g_new0 (Row, 1);

  row->texts[0] = g_strdup (first);
  row->texts[1] = g_strdup (first_text);
  row->texts[2] = g_strdup (second);
  row->texts[3] = g_strdup (second_text);
  row->height = MAX (measure (self, row), mm (height_mm));
  g_ptr_array_add (self->rows, row);
}

/* One box: what it is for, a rule, what it says. */
static void
draw_box (GgovReportForm *self,
          cairo_t        *cr,
          const Row      *row,
          guint           i,
          double          x,
          double          y,
          double          width)
{
  const GgovReportBox label = { x + mm (MARGIN_MM), y + mm (MARGIN_MM), mm (LABEL_MM - 2 * MARGIN_MM),
                                PANGO_ALIGN_LEFT };
  const GgovReportBox text = { x + mm (LABEL_MM + MARGIN_MM), y + mm (MARGIN_MM), get_room (row),
                               PANGO_ALIGN_LEFT };

  cairo_rectangle (cr, x, y, width, row->height);
  cairo_move_to (cr, x + mm (LABEL_MM), y);
  cairo_rel_line_to (cr, 0, row->height);
  cairo_stroke (cr);
  _ggov_report_pen_draw (self->label, cr, row->texts[i], &label);
  if (row->texts[i + 1])
    _ggov_report_pen_draw (self->text, cr, row->texts[i + 1], &text);
}

static void
draw_form (cairo_t *cr,
           double   width,
           double   height,
           gpointer data)
{
  GgovReportForm *self = data;
  double y = 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.6);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      const double box = row->texts[2] ? width / 2 : width;

      draw_box (self, cr, row, 0, 0, y, box);
      if (row->texts[2])
        draw_box (self, cr, row, 2, box, y, box);
      y += row->height;
    }
}

void
_ggov_report_form_take (GgovReportForm *self,
                        GgovReportFlow *flow)
{
  double height = 0;

  for (guint i = 0; i < self->rows->len; i++)
    height += ((const Row *) self->rows->pdata[i])->height;

  ggov_report_flow_add_drawing (flow, height / mm (1), draw_form, self, form_free);
}

/* Codes ---------------------------------------------------------------------------------- */

static void
coded_free (gpointer data)
{
  Coded *self = data;

  _ggov_report_pen_free (self->head);
  _ggov_report_pen_free (self->pen);
  g_free (self->heading);
  g_free (self->text);
  g_clear_pointer (&self->code, cairo_surface_destroy);
  g_free (self);
}

static void
draw_coded (cairo_t *cr,
            double   width,
            double   height,
            gpointer data)
{
  Coded *self = data;
  const double room = width - height - mm (MARGIN_MM);
  const GgovReportBox head = { 0, 0, room, PANGO_ALIGN_LEFT };
  const GgovReportBox text = { 0, 1.3 * _ggov_report_pen_get_pitch (self->head), room,
                               PANGO_ALIGN_LEFT };

  cairo_set_source_rgb (cr, 0, 0, 0);
  _ggov_report_pen_draw (self->head, cr, self->heading, &head);
  _ggov_report_pen_draw (self->pen, cr, self->text, &text);
  if (self->code)
    {
      cairo_set_source_surface (cr, self->code, width - height, 0);
      cairo_paint (cr);
    }
}

void
_ggov_report_form_add_code (GgovReportFlow *flow,
                            PangoContext   *context,
                            double          height_mm,
                            const char     *heading,
                            const char     *text,
                            const char     *code)
{
  Coded *self = g_new0 (Coded, 1);

  self->head = _ggov_report_pen_new (context, GGOV_REPORT_HEI, HEAD_PT, FALSE);
  self->pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SIZE_PT, FALSE);
  self->heading = g_strdup (heading);
  self->text = g_strdup (text);
  self->code = ggov_report_qr_new (code, mm (height_mm));
  ggov_report_flow_add_drawing (flow, height_mm, draw_coded, self, coded_free);
}
