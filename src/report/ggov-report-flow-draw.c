/* ggov-report-flow-draw.c: the pages of a list, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-flow-private.h"
#include "ggov-report-words-private.h"

/* Below a drawing, in points. */
#define DRAWING_GAP 8

static void
write_line (GgovReportFlow *self,
            GgovReportPen  *pen,
            cairo_t        *cr,
            const char     *text,
            double          y,
            PangoAlignment  align)
{
  const GgovReportBox box = { self->left, y, self->width, align };

  _ggov_report_pen_draw (pen, cr, text, &box);
}

static void
draw_heading (GgovReportFlow        *self,
              cairo_t               *cr,
              const GgovReportBlock *block,
              const GgovReportItem  *item)
{
  const double base = item->y + item->height;
  g_autofree char *title = NULL;

  if (item->kind == GGOV_REPORT_ITEM_CONTINUED)
    /* Translators: a heading again, at the top of a page */
    title = g_strdup_printf (C_("roster", "%s (continued)"), block->text);

  write_line (self, self->heading_pen, cr, title ? title : block->text,
              base - _ggov_report_pen_get_pitch (self->heading_pen) - 2, PANGO_ALIGN_LEFT);
  write_line (self, self->small_pen, cr, block->note,
              base - _ggov_report_pen_get_pitch (self->small_pen) - 3, PANGO_ALIGN_RIGHT);
}

static void
draw_drawing (GgovReportFlow        *self,
              cairo_t               *cr,
              const GgovReportBlock *block,
              const GgovReportItem  *item)
{
  cairo_save (cr);
  cairo_translate (cr, self->left, item->y);
  block->func (cr, self->width, item->height - DRAWING_GAP, block->data);
  cairo_restore (cr);
}

/* Cells are joined with those of the same page. @is_first, @is_last: of the page */
static void
draw_row (GgovReportFlow        *self,
          cairo_t               *cr,
          const GgovReportBlock *block,
          const GgovReportItem  *item,
          gboolean               is_first,
          gboolean               is_last)
{
  const GgovReportJoin join = {
    .above = is_first ? 0 : _ggov_report_flow_count_same (self, block, item->row),
    .below = is_last ? 0 : _ggov_report_flow_count_same (self, block, item->row + 1),
  };

  ggov_report_table_draw_joined (_ggov_report_flow_get_columns (self, block)->table, cr,
                                 self->left, item->y, item->height,
                                 _ggov_report_flow_get_cells (self, block, item->row), &join);
}

static gboolean
is_row_of (GgovReportFlow       *self,
           guint                 index,
           const GgovReportItem *item)
{
  const GgovReportItem *other =
    index < self->items->len ? &g_array_index (self->items, GgovReportItem, index) : NULL;

  return other && other->kind == GGOV_REPORT_ITEM_ROW && other->page == item->page &&
         other->block == item->block;
}

static void
draw_item (GgovReportFlow *self,
           cairo_t        *cr,
           guint           index)
{
  const GgovReportItem *item = &g_array_index (self->items, GgovReportItem, index);
  const GgovReportBlock *block =
    item->block < self->blocks->len ? self->blocks->pdata[item->block] : NULL;

  cairo_set_source_rgb (cr, 0, 0, 0);
  switch (item->kind)
    {
    case GGOV_REPORT_ITEM_TITLE:
      write_line (self, self->title_pen, cr, self->title, item->y, PANGO_ALIGN_CENTER);
      break;
    case GGOV_REPORT_ITEM_SUBTITLE:
      write_line (self, self->subtitle_pen, cr, self->subtitle, item->y, PANGO_ALIGN_CENTER);
      break;
    case GGOV_REPORT_ITEM_LINE:
      write_line (self, self->text_pen, cr, block->text, item->y, PANGO_ALIGN_LEFT);
      break;
    case GGOV_REPORT_ITEM_DRAWING:
      draw_drawing (self, cr, block, item);
      break;
    case GGOV_REPORT_ITEM_HEADING:
    case GGOV_REPORT_ITEM_CONTINUED:
      draw_heading (self, cr, block, item);
      break;
    case GGOV_REPORT_ITEM_HEAD:
      ggov_report_table_draw_head (_ggov_report_flow_get_columns (self, block)->table, cr,
                                   self->left, item->y);
      break;
    case GGOV_REPORT_ITEM_ROW:
      draw_row (self, cr, block, item, index == 0 || !is_row_of (self, index - 1, item),
                !is_row_of (self, index + 1, item));
      break;
    case GGOV_REPORT_ITEM_SIGNERS:
      _ggov_report_draw_signers (self->text_pen, cr, self->left, self->width,
                                 item->y + item->height - 4);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The lines at the head and foot of a page. */
static void
draw_running (GgovReportFlow *self,
              cairo_t        *cr,
              guint           page)
{
  const double foot = self->bottom - _ggov_report_pen_get_pitch (self->small_pen);
  g_autofree char *number = _ggov_report_dup_number (page, self->n_pages);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page > 0)
    {
      write_line (self, self->small_pen, cr, self->title, self->top, PANGO_ALIGN_LEFT);
      write_line (self, self->small_pen, cr, self->as_of, self->top, PANGO_ALIGN_RIGHT);
    }

  write_line (self, self->small_pen, cr, self->printed, foot, PANGO_ALIGN_LEFT);
  write_line (self, self->small_pen, cr, number, foot, PANGO_ALIGN_CENTER);
  if (self->mark)
    write_line (self, self->small_pen, cr, C_("roster", "Holds personal data: keep it safe"), foot,
                PANGO_ALIGN_RIGHT);
}

static guint
find_first_item (GgovReportFlow *self,
                 guint           page)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->items, GgovReportItem, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
_ggov_report_flow_draw (GgovReportPager *pager,
                        cairo_t         *cr,
                        guint            page)
{
  GgovReportFlow *self = GGOV_REPORT_FLOW (pager);

  if (self->watermark)
    {
      cairo_set_source_surface (cr, self->watermark, 0, 0);
      cairo_paint (cr);
    }

  for (guint i = find_first_item (self, page);
       i < self->items->len && g_array_index (self->items, GgovReportItem, i).page == page; i++)
    draw_item (self, cr, i);
  draw_running (self, cr, page);
}
