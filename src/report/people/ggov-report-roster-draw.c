/* ggov-report-roster-draw.c: the roster's pages, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-roster-private.h"
#include "ggov-report-words-private.h"

static void
write_line (GgovReportRoster *self,
            GgovReportPen    *pen,
            cairo_t          *cr,
            const char       *text,
            double            y,
            PangoAlignment    align)
{
  const GgovReportBox box = { self->left, y, self->width, align };

  _ggov_report_pen_draw (pen, cr, text, &box);
}

static void
draw_section_heading (GgovReportRoster *self,
                      cairo_t          *cr,
                      const GgovReportItem       *item)
{
  const GgovReportSection *section = self->sections->pdata[item->section];
  g_autofree char *title = NULL;
  double base = item->y + item->height;

  if (item->kind == GGOV_REPORT_ITEM_CONTINUED)
    /* Translators: a heading again, at the top of a page */
    title = g_strdup_printf (C_("roster", "%s (continued)"), section->title);

  write_line (self, self->heading_pen, cr, title ? title : section->title,
              base - _ggov_report_pen_get_pitch (self->heading_pen) - 2, PANGO_ALIGN_LEFT);
  write_line (self, self->small_pen, cr, section->note,
              base - _ggov_report_pen_get_pitch (self->small_pen) - 3, PANGO_ALIGN_RIGHT);
}

static void
draw_row (GgovReportRoster *self,
          cairo_t          *cr,
          const GgovReportItem       *item)
{
  const GgovReportSection *section = self->sections->pdata[item->section];
  const char *cells[GGOV_REPORT_ROSTER_COLUMNS] = { NULL };
  char scratch[GGOV_REPORT_SCRATCH_SIZE];

  _ggov_report_roster_get_cells (self, section, item->row, scratch, cells);
  ggov_report_table_draw_row (_ggov_report_roster_get_table (self, section), cr, self->left,
                              item->y, item->height, cells);
}

static void
draw_item (GgovReportRoster *self,
           cairo_t          *cr,
           const GgovReportItem       *item)
{
  switch (item->kind)
    {
    case GGOV_REPORT_ITEM_TITLE:
      write_line (self, self->title_pen, cr, self->title, item->y, PANGO_ALIGN_CENTER);
      break;

    case GGOV_REPORT_ITEM_SUBTITLE:
      write_line (self, self->subtitle_pen, cr, self->subtitle, item->y, PANGO_ALIGN_CENTER);
      break;

    case GGOV_REPORT_ITEM_SECTION:
    case GGOV_REPORT_ITEM_CONTINUED:
      draw_section_heading (self, cr, item);
      break;

    case GGOV_REPORT_ITEM_HEAD:
      ggov_report_table_draw_head (
        _ggov_report_roster_get_table (self, self->sections->pdata[item->section]), cr, self->left,
        item->y);
      break;

    case GGOV_REPORT_ITEM_ROW:
      draw_row (self, cr, item);
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
draw_running (GgovReportRoster *self,
              cairo_t          *cr,
              guint             page)
{
  const double foot = self->bottom - _ggov_report_pen_get_pitch (self->small_pen);
  g_autofree char *number = _ggov_report_dup_number (page, self->n_pages);

  if (page > 0)
    {
      write_line (self, self->small_pen, cr, self->title, self->top, PANGO_ALIGN_LEFT);
      write_line (self, self->small_pen, cr, self->as_of, self->top, PANGO_ALIGN_RIGHT);
    }

  write_line (self, self->small_pen, cr, self->printed, foot, PANGO_ALIGN_LEFT);
  write_line (self, self->small_pen, cr, number, foot, PANGO_ALIGN_CENTER);
  if (self->with_phones)
    write_line (self, self->small_pen, cr, C_("roster", "Holds personal data: keep it safe"), foot,
                PANGO_ALIGN_RIGHT);
}

static guint
find_first_item (GgovReportRoster *self,
                 guint             page)
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
_ggov_report_roster_draw (GgovReportPager *pager,
                          cairo_t         *cr,
                          guint            page)
{
  GgovReportRoster *self = GGOV_REPORT_ROSTER (pager);

  if (self->watermark)
    {
      cairo_set_source_surface (cr, self->watermark, 0, 0);
      cairo_paint (cr);
    }

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = find_first_item (self, page); i < self->items->len; i++)
    {
      const GgovReportItem *item = &g_array_index (self->items, GgovReportItem, i);

      if (item->page != page)
        break;
      draw_item (self, cr, item);
    }
  draw_running (self, cr, page);
}
