/* ggov-report-map-sheet-draw.c: the pages of one map, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-map-sheet-private.h"
#include "ggov-report-words-private.h"

/* In points. */
#define RULE_WIDTH 0.5

/* A page on its way to paper. */
typedef struct
{
  GgovReportMapSheet     *sheet;
  const GgovReportMapJob *job;
  cairo_t                *cr;
  double                  left;
  double                  width;
} Drawing;

static void
write_line (const Drawing  *drawing,
            GgovReportPen  *pen,
            const char     *text,
            double          y,
            PangoAlignment  align)
{
  const GgovReportBox box = { drawing->left, y, drawing->width, align };

  _ggov_report_pen_draw (pen, drawing->cr, text, &box);
}

static void
draw_head (const Drawing *drawing,
           guint          page)
{
  const GgovReportMapKit *kit = &drawing->job->kit;
  const double top = ggov_report_points (drawing->sheet->page->top_mm);

  if (page == 0)
    {
      write_line (drawing, kit->title_pen, drawing->sheet->title, top, PANGO_ALIGN_CENTER);
      write_line (drawing, kit->subtitle_pen, drawing->sheet->subtitle,
                  top + _ggov_report_pen_get_pitch (kit->title_pen) + 1, PANGO_ALIGN_CENTER);
    }
  else
    {
      write_line (drawing, kit->small_pen, drawing->sheet->title, top, PANGO_ALIGN_LEFT);
      write_line (drawing, kit->small_pen, drawing->job->as_of, top, PANGO_ALIGN_RIGHT);
    }
}

static void
draw_foot (const Drawing *drawing,
           gboolean       is_last,
           guint          number,
           guint          n_numbers)
{
  const GgovReportMapKit *kit = &drawing->job->kit;
  const GgovReportPage *page = drawing->sheet->page;
  const double bottom = ggov_report_points (page->height_mm - page->bottom_mm);
  const double foot = bottom - _ggov_report_pen_get_pitch (kit->small_pen);
  const double sources = bottom - GGOV_REPORT_SHEET_RUNNING - drawing->job->sources_height;
  g_autofree char *words = _ggov_report_dup_number (number, n_numbers);

  write_line (drawing, kit->small_pen, drawing->job->sources, sources, PANGO_ALIGN_LEFT);
  write_line (drawing, kit->small_pen, drawing->job->printed, foot, PANGO_ALIGN_LEFT);
  write_line (drawing, kit->small_pen, words, foot, PANGO_ALIGN_CENTER);
  if (drawing->job->with_phones)
    write_line (drawing, kit->small_pen, C_("roster", "Holds personal data: keep it safe"), foot,
                PANGO_ALIGN_RIGHT);
  if (is_last)
    _ggov_report_draw_signers (kit->text_pen, drawing->cr, drawing->left, drawing->width,
                               sources - 5);
}

static void
draw_section (const Drawing         *drawing,
              const GgovReportPiece *piece)
{
  const GgovReportIndexSection *section = drawing->sheet->sections->pdata[piece->section];
  GgovReportPen *pen = drawing->job->kit.heading_pen;
  const GgovReportBox box = {
    piece->x, piece->y + piece->height - _ggov_report_pen_get_pitch (pen) - 2,
    ggov_report_points (GGOV_REPORT_INDEX_WIDTH_MM), PANGO_ALIGN_LEFT,
  };
  g_autofree char *again = NULL;

  if (piece->kind == GGOV_REPORT_PIECE_CONTINUED)
    /* Translators: a heading again, at the top of a page */
    again = g_strdup_printf (C_("roster", "%s (continued)"), section->title);

  _ggov_report_pen_draw (pen, drawing->cr, again ? again : section->title, &box);
}

static void
draw_group (const Drawing         *drawing,
            const GgovReportPiece *piece,
            const char            *words)
{
  GgovReportPen *pen = drawing->job->kit.small_pen;
  const double width = ggov_report_points (GGOV_REPORT_INDEX_WIDTH_MM);
  const GgovReportBox box = {
    piece->x + 3, piece->y + (piece->height - _ggov_report_pen_get_pitch (pen)) / 2, width - 6,
    PANGO_ALIGN_LEFT,
  };

  cairo_rectangle (drawing->cr, piece->x, piece->y, width, piece->height);
  cairo_set_source_rgb (drawing->cr, 0.93, 0.93, 0.93);
  cairo_fill_preserve (drawing->cr);
  cairo_set_source_rgb (drawing->cr, 0, 0, 0);
  cairo_set_line_width (drawing->cr, RULE_WIDTH);
  cairo_stroke (drawing->cr);
  _ggov_report_pen_draw (pen, drawing->cr, words, &box);
}

static void
draw_piece (const Drawing         *drawing,
            const GgovReportPiece *piece)
{
  const GgovReportIndexSection *section = drawing->sheet->sections->pdata[piece->section];
  GgovReportTable *table = drawing->job->tables[section->kind];
  const char *const *cells = section->rows->pdata[piece->row];

  switch (piece->kind)
    {
    case GGOV_REPORT_PIECE_SECTION:
    case GGOV_REPORT_PIECE_CONTINUED:
      draw_section (drawing, piece);
      break;

    case GGOV_REPORT_PIECE_HEAD:
      ggov_report_table_draw_head (table, drawing->cr, piece->x, piece->y);
      break;

    case GGOV_REPORT_PIECE_ROW:
      if (cells[1] == NULL)
        draw_group (drawing, piece, cells[0]);
      else
        ggov_report_table_draw_row (table, drawing->cr, piece->x, piece->y, piece->height, cells);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Over the map as well: grey that darkens white, and nothing that is dark already. */
static void
draw_watermark (const Drawing *drawing)
{
  cairo_surface_t *watermark =
    drawing->job->watermarks[drawing->sheet->page == &drawing->job->pages[1]];

  if (watermark == NULL)
    return;

  cairo_save (drawing->cr);
  cairo_set_operator (drawing->cr, CAIRO_OPERATOR_MULTIPLY);
  cairo_set_source_surface (drawing->cr, watermark, 0, 0);
  cairo_paint (drawing->cr);
  cairo_restore (drawing->cr);
}

void
_ggov_report_map_sheet_draw (GgovReportMapSheet     *self,
                             const GgovReportMapJob *job,
                             guint                   page,
                             guint                   number,
                             guint                   n_numbers,
                             cairo_t                *cr)
{
  const GgovReportPage *paper = self->page;
  const Drawing drawing = {
    .sheet = self, .job = job, .cr = cr, .left = ggov_report_points (paper->left_mm),
    .width = ggov_report_points (paper->width_mm - paper->left_mm - paper->right_mm),
  };

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page == 0)
    {
      _ggov_report_map_draw (&job->kit, self->view, self->community, self->grid, self->marks, cr);
      _ggov_report_map_draw_foot (&job->kit, self->view, self->grid == NULL, &self->strip, cr);
    }

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (&drawing, page);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GgovReportPiece *piece = &g_array_index (self->pieces, GgovReportPiece, i);

      if (piece->page == page)
        draw_piece (&drawing, piece);
    }
  draw_foot (&drawing, page + 1 == self->n_pages, number, n_numbers);
  draw_watermark (&drawing);
}
