/* ggov-report-flow-place.c: what of a list stands where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-flow-private.h"
#include "ggov-report-words-private.h"

/* All in points. */
#define RUNNING_HEIGHT  20 /* the line above and the line below what is on a page */
#define TITLE_GAP       6
#define LINE_GAP        3
#define SECTION_GAP     14
#define HEADING_HEIGHT  22
#define LEAST_ROWS      2  /* under a heading at the foot of a page */

/* So many rows are not split for being of one thing. */
#define MOST_TOGETHER 8

/* What is placed ends here; the line with the page's number comes below. */
static double
get_limit (GgovReportFlow *self)
{
  return self->bottom - RUNNING_HEIGHT;
}

static void
place (GgovReportFlow     *self,
       GgovReportItemKind  kind,
       guint               block,
       guint               row,
       double              height)
{
  const GgovReportItem item = {
    .kind = kind, .page = self->n_pages - 1, .block = block, .row = row, .y = self->y,
    .height = height,
  };

  g_array_append_val (self->items, item);
  self->y += height;
}

static void
break_page (GgovReportFlow *self)
{
  self->n_pages++;
  self->y = self->top + RUNNING_HEIGHT;
}

static gboolean
is_at_top (GgovReportFlow *self)
{
  return self->n_pages > 1 && self->y <= self->top + RUNNING_HEIGHT;
}

static void
make_room (GgovReportFlow *self,
           double          height)
{
  if (self->y + height > get_limit (self) && !is_at_top (self))
    break_page (self);
}

static double
measure_text (GgovReportFlow *self,
              GgovReportPen  *pen,
              const char     *text)
{
  return _ggov_report_pen_get_pitch (pen) *
         _ggov_report_pen_count_lines (pen, text, self->width);
}

/* Sections ---------------------------------------------------------------------------------- */

static GgovReportTable *
get_table (GgovReportFlow        *self,
           const GgovReportBlock *block)
{
  return _ggov_report_flow_get_columns (self, block)->table;
}

static double
measure_row (GgovReportFlow        *self,
             const GgovReportBlock *block,
             guint                  row)
{
  return ggov_report_table_measure_row (get_table (self, block),
                                        _ggov_report_flow_get_cells (self, block, row));
}

static double
get_head_height (GgovReportFlow        *self,
                 const GgovReportBlock *block)
{
  return ggov_report_table_get_head_height (get_table (self, block));
}

static gboolean
is_signed (GgovReportFlow *self,
           guint           index)
{
  /* What has no rows is not there. */
  for (guint i = index + 1; i < self->blocks->len; i++)
    {
      const GgovReportBlock *next = self->blocks->pdata[i];

      if (next->kind == GGOV_REPORT_BLOCK_SIGNERS)
        return TRUE;
      if (next->kind != GGOV_REPORT_BLOCK_SECTION || next->n_rows > 0)
        return FALSE;
    }

  return FALSE;
}

/* How high the rows are that say the same as this one in their first cells, with it: they stay
 * together unless they are many. */
static double
measure_group (GgovReportFlow        *self,
               const GgovReportBlock *block,
               guint                  row)
{
  double height = measure_row (self, block, row);
  guint n = 1;

  if (_ggov_report_flow_count_same (self, block, row) > 0)
    return height;

  while (_ggov_report_flow_count_same (self, block, row + n) > 0 && n <= MOST_TOGETHER)
    height += measure_row (self, block, row + n++);

  return n <= MOST_TOGETHER ? height : measure_row (self, block, row);
}

/* A heading is never left alone at the foot of a page, and what is to be kept together is split only
 * where no page can hold it. */
static double
measure_beginning (GgovReportFlow        *self,
                   const GgovReportBlock *block,
                   guint                  index)
{
  const gboolean is_kept = block->flags & GGOV_REPORT_FLOW_KEEP;
  const guint n_rows = is_kept ? block->n_rows : MIN (block->n_rows, LEAST_ROWS);
  const double heading = (block->text ? HEADING_HEIGHT : 0) + get_head_height (self, block);
  double height = heading;

  for (guint i = 0; i < n_rows; i++)
    height += measure_row (self, block, i);
  height = MAX (height, heading + measure_group (self, block, 0));
  if (is_kept && is_signed (self, index))
    height += SECTION_GAP + GGOV_REPORT_SIGNERS_HEIGHT;

  return height;
}

static void
place_headings (GgovReportFlow        *self,
                const GgovReportBlock *block,
                guint                  index,
                GgovReportItemKind     kind)
{
  if (block->text)
    place (self, kind, index, 0, HEADING_HEIGHT);
  place (self, GGOV_REPORT_ITEM_HEAD, index, 0, get_head_height (self, block));
}

/* A page to sign has the last rows of the list that is signed on it. */
static gboolean
has_to_go_on (GgovReportFlow        *self,
              const GgovReportBlock *block,
              guint                  index,
              guint                  row)
{
  double height = measure_group (self, block, row);

  if (row > 0 && row + LEAST_ROWS == block->n_rows && is_signed (self, index))
    {
      height = measure_row (self, block, row);
      for (guint i = row + 1; i < block->n_rows; i++)
        height += measure_row (self, block, i);
      height += SECTION_GAP + GGOV_REPORT_SIGNERS_HEIGHT;
    }

  return self->y + height > get_limit (self);
}

static void
place_section (GgovReportFlow        *self,
               const GgovReportBlock *block,
               guint                  index)
{
  if (block->n_rows == 0)
    return;

  if ((block->flags & GGOV_REPORT_FLOW_NEW_PAGE) && index > 0 && !is_at_top (self))
    break_page (self);
  else
    make_room (self, measure_beginning (self, block, index));

  place_headings (self, block, index, GGOV_REPORT_ITEM_HEADING);
  for (guint i = 0; i < block->n_rows; i++)
    {
      if (has_to_go_on (self, block, index, i))
        {
          break_page (self);
          place_headings (self, block, index, GGOV_REPORT_ITEM_CONTINUED);
        }
      place (self, GGOV_REPORT_ITEM_ROW, index, i, measure_row (self, block, i));
    }
  self->y += SECTION_GAP;
}

/* All -------------------------------------------------------------------------------------- */

static void
place_title (GgovReportFlow *self)
{
  self->n_pages = 1;
  self->y = self->top;
  place (self, GGOV_REPORT_ITEM_TITLE, 0, 0,
         TITLE_GAP + measure_text (self, self->title_pen, self->title));
  if (self->subtitle)
    place (self, GGOV_REPORT_ITEM_SUBTITLE, 0, 0,
           TITLE_GAP + measure_text (self, self->subtitle_pen, self->subtitle));
  self->y += TITLE_GAP;
}

static void
place_whole (GgovReportFlow     *self,
             GgovReportItemKind  kind,
             guint               index,
             double              height)
{
  make_room (self, height);
  place (self, kind, index, 0, height);
}

void
_ggov_report_flow_place (GgovReportFlow *self)
{
  place_title (self);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const GgovReportBlock *block = self->blocks->pdata[i];

      if (block->kind == GGOV_REPORT_BLOCK_LINE)
        place_whole (self, GGOV_REPORT_ITEM_LINE, i,
                     LINE_GAP + measure_text (self, self->text_pen, block->text));
      else if (block->kind == GGOV_REPORT_BLOCK_DRAWING)
        place_whole (self, GGOV_REPORT_ITEM_DRAWING, i, block->height);
      else if (block->kind == GGOV_REPORT_BLOCK_SIGNERS)
        place_whole (self, GGOV_REPORT_ITEM_SIGNERS, i, GGOV_REPORT_SIGNERS_HEIGHT);
      else
        place_section (self, block, i);
    }
}
