/* ggov-report-flow-widths.c: how a page of a list lies, and how wide its columns are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-flow-private.h"

#define TEXT_PT 10.5

/* A column is content with so much before the page is laid on its side for it. */
#define CONTENT_MM 34

/* So many sheets of paper there are. */
static const GgovReportPage *const sheets[] = {
  [GGOV_REPORT_A4] = &ggov_report_page_list,
  [GGOV_REPORT_A3] = &ggov_report_page_list_a3,
};

/* What each column of @columns needs for one line, in millimetres: the fixed ones what they have. */
static double *
measure_needs (GgovReportFlow          *self,
               const GgovReportColumns *columns,
               guint                    index)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  double *needs = g_new0 (double, columns->n_columns);

  for (guint i = 0; i < columns->n_columns; i++)
    needs[i] = columns->columns[i].width_mm > 0
                 ? ggov_report_points (columns->columns[i].width_mm)
                 : _ggov_report_pen_get_width (self->text_pen, columns->columns[i].title) +
                     ggov_report_points (GGOV_REPORT_CELL_MARGIN_MM);

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const GgovReportBlock *block = self->blocks->pdata[b];

      if (block->kind != GGOV_REPORT_BLOCK_SECTION || block->columns != index)
        continue;

      for (guint i = 0; i < block->cells->len; i++)
        {
          const guint column = i % columns->n_columns;
          const char *text = block->cells->pdata[i];

          /* Each text but once; one that is surely shorter is not measured. */
          if (text && columns->columns[column].width_mm <= 0 &&
              g_hash_table_add (seen, (gpointer) text) &&
              _ggov_report_pen_estimate (self->text_pen, text) > needs[column])
            needs[column] = MAX (needs[column],
                                 _ggov_report_pen_get_width (self->text_pen, text) +
                                   ggov_report_points (GGOV_REPORT_CELL_MARGIN_MM));
        }
    }

  return needs;
}

/* How wide a table is in which no column has more than it is content with. */
static double
get_least_width (const GgovReportColumns *columns,
                 const double            *needs)
{
  double width = 0;

  for (guint i = 0; i < columns->n_columns; i++)
    width += columns->columns[i].width_mm > 0
               ? needs[i] : MIN (needs[i], ggov_report_points (CONTENT_MM));

  return width;
}

/* What is short is taken from the widest: no column gets more than a limit. */
static double
find_limit (const GgovReportColumns *columns,
            const double            *needs,
            double                   room)
{
  double limit = 0;

  for (guint round = 0; round <= columns->n_columns; round++)
    {
      double used = 0;
      guint n_over = 0;

      for (guint i = 0; i < columns->n_columns; i++)
        if (columns->columns[i].width_mm > 0 || needs[i] <= limit)
          used += needs[i];
        else
          n_over++;

      if (n_over == 0)
        break;
      limit = (room - used) / n_over;
    }

  return limit;
}

/* What is left over goes to the columns that may have it, in proportion. */
static void
set_widths (GgovReportFlow    *self,
            GgovReportColumns *columns,
            const double      *needs)
{
  double limit = self->width, fixed = 0, free = 0;

  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->columns[i].width_mm > 0)
      fixed += needs[i];
    else
      free += needs[i];

  if (fixed + free > self->width)
    {
      limit = find_limit (columns, needs, self->width);
      free = self->width - fixed;
    }

  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->columns[i].width_mm <= 0)
      columns->columns[i].width_mm =
        MIN (needs[i], limit) * (self->width - fixed) / free / ggov_report_points (1);

  columns->table = ggov_report_table_new (self->context, columns->columns, columns->n_columns,
                                          TEXT_PT);
}

static void
set_page (GgovReportFlow *self,
          gboolean        lies)
{
  const GgovReportPage *sheet = sheets[self->size];

  self->page = *sheet;
  if (lies)
    {
      self->page.width_mm = sheet->height_mm;
      self->page.height_mm = sheet->width_mm;
    }

  self->left = ggov_report_points (self->page.left_mm);
  self->width = ggov_report_points (self->page.width_mm - self->page.left_mm - self->page.right_mm);
  self->top = ggov_report_points (self->page.top_mm);
  self->bottom = ggov_report_points (self->page.height_mm - self->page.bottom_mm);
}

void
_ggov_report_flow_measure (GgovReportFlow *self)
{
  g_autoptr(GPtrArray) needs = g_ptr_array_new_with_free_func (g_free);
  double least = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_ptr_array_add (needs, measure_needs (self, self->columns->pdata[i], i));
      least = MAX (least, get_least_width (self->columns->pdata[i], needs->pdata[i]));
    }

  set_page (self, self->turn == GGOV_REPORT_TURN_LANDSCAPE);
  if (self->turn == GGOV_REPORT_TURN_AUTO && least > self->width)
    set_page (self, TRUE);

  for (guint i = 0; i < self->columns->len; i++)
    set_widths (self, self->columns->pdata[i], needs->pdata[i]);
}
