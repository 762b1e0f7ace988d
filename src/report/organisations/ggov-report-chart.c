/* ggov-report-chart.c: the chart of an office, drawn: who leads, departments, communities, grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-chart-private.h"

/* Sizes of type in points: 小五 and a little less. */
#define TITLE_PT 9.0
#define TEXT_PT  7.5

/* All in points. */
#define GAP          6.0  /* between boxes that stand beside one another */
#define ROW_GAP      2.0  /* between boxes below one another */
#define RISE         10.0 /* of a line from one rank to the next */
#define INDENT       8.0  /* of grids below their community */
#define COLUMN_LEAST 158.0
#define CENTRE_WIDTH 170.0
#define SIDE_LEAST   560.0 /* width from which departments stand on both sides */
#define DEPARTMENT_LEAST 80.0

static void
add_line (GgovReportChart *self,
          guint            part,
          double           x0,
          double           y0,
          double           x1,
          double           y1)
{
  const GgovChartLine line = { part, { x0, y0, x1, y1 } };

  g_array_append_val (self->lines, line);
}

/* Boxes ------------------------------------------------------------------------------------ */

static GgovChartBox *
add_box (GgovReportChart *self,
         GgovChartNode   *node,
         GgovChartShade   shade,
         double           width)
{
  GgovChartBox *box = g_new0 (GgovChartBox, 1);

  box->node = g_object_ref (node);
  box->shade = shade;
  box->width = width;
  _ggov_chart_box_fill (self, box);
  g_ptr_array_add (self->boxes, box);

  return box;
}

static void
put_box (GgovChartBox *box,
         guint         part,
         double        x,
         double        y)
{
  box->part = part;
  box->x = x;
  box->y = y;
}

/* The head --------------------------------------------------------------------------------- */

/* (element-type GgovChartNode): those of a kind */
static GPtrArray *
list_nodes (GListModel *nodes,
            const char *kind)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr(GgovChartNode) node = g_list_model_get_item (nodes, i);

      if (g_str_equal (ggov_chart_node_get_row (node)->kind, kind))
        g_ptr_array_add (found, g_steal_pointer (&node));
    }

  return found;
}

/* Where departments stand, and the bar that gathers them. */
typedef struct
{
  double   x;
  double   y;
  double   width;
  guint    n_columns;
  gboolean has_bar;
  double   bar;       /* of it the x */
  double   middle;    /* where the bar is joined to the rest */
} Block;

/* A bar beside a row of boxes, from the row before. */
static void
join_row (GgovReportChart *self,
          const Block     *block,
          double           middle,
          double           before)
{
  double edge = block->bar > block->x ? block->x + block->width : block->x;

  add_line (self, 0, MIN (block->bar, edge), middle, MAX (block->bar, edge), middle);
  add_line (self, 0, block->bar, before, block->bar, middle);
}

/* A row that is not full stands at the bar. */
static double
get_place (const Block *block,
           guint        at,
           guint        n_in_row,
           double       width)
{
  double start = block->has_bar && block->bar > block->x
                   ? (block->n_columns - n_in_row) * (width + GAP) : 0;

  return block->x + start + at * (width + GAP);
}

/* Puts departments into rows, all of a row as high as its highest. Returns: where the last ends */
static double
put_rows (GgovReportChart *self,
          GPtrArray       *nodes,
          guint            first,
          guint            n,
          const Block     *block)
{
  double y = block->y, before = block->middle;
  guint n_columns = block->n_columns;
  double box_width = (block->width - (n_columns - 1) * GAP) / n_columns;

  for (guint i = 0; i < n; i += n_columns)
    {
      double height = 0;
      guint start = self->boxes->len;

      for (guint k = i; k < MIN (i + n_columns, n); k++)
        {
          GgovChartBox *box = add_box (self, nodes->pdata[first + k], GGOV_CHART_NONE, box_width);

          put_box (box, 0, get_place (block, k - i, MIN (n - i, n_columns), box_width), y);
          height = MAX (height, box->height);
        }
      for (guint k = start; k < self->boxes->len; k++)
        ((GgovChartBox *) self->boxes->pdata[k])->height = height;
      if (block->has_bar)
        join_row (self, block, y + height / 2, before);
      before = y + height / 2;
      y += height + ROW_GAP;
    }

  return n > 0 ? y - ROW_GAP : y;
}

/* The office and below it the committee, in the middle. Returns: where they end */
static double
put_centre (GgovReportChart *self,
            GListModel      *nodes)
{
  g_autoptr(GPtrArray) top = list_nodes (nodes, "office");
  g_autoptr(GPtrArray) committees = list_nodes (nodes, "committee");
  double width = MIN (CENTRE_WIDTH, self->width);
  double x = (self->width - width) / 2, y = 0;

  g_ptr_array_extend (top, committees, (GCopyFunc) (GCallback) g_object_ref, NULL);
  for (guint i = 0; i < top->len; i++)
    {
      GgovChartBox *box = add_box (self, top->pdata[i], GGOV_CHART_STRONG, width);

      if (i > 0)
        add_line (self, 0, self->width / 2, y - RISE, self->width / 2, y);
      put_box (box, 0, x, y);
      y += box->height + RISE;
    }

  return y - RISE;
}

/* Departments on both sides of the middle. */
static double
put_sides (GgovReportChart *self,
           GPtrArray       *departments,
           double           middle)
{
  double width = (self->width - CENTRE_WIDTH) / 2 - 2 * RISE;
  double centre[2] = { (self->width - CENTRE_WIDTH) / 2, (self->width + CENTRE_WIDTH) / 2 };
  guint n_left = (departments->len + 1) / 2;
  guint n_columns = MIN ((guint) ((width + GAP) / (DEPARTMENT_LEAST + GAP)), (n_left + 1) / 2);
  Block block = { 0, 0, width, MAX (n_columns, 1), TRUE, width + RISE, middle };
  double left, right;

  if (departments->len == 0)
    return 0;

  left = put_rows (self, departments, 0, n_left, &block);
  add_line (self, 0, block.bar, middle, centre[0], middle);
  block.x = centre[1] + 2 * RISE;
  block.bar = centre[1] + RISE;
  right = put_rows (self, departments, n_left, departments->len - n_left, &block);
  if (departments->len > n_left)
    add_line (self, 0, centre[1], middle, block.bar, middle);

  return MAX (left, right);
}

static void
put_head (GgovReportChart *self,
          GListModel      *nodes)
{
  g_autoptr(GPtrArray) departments = list_nodes (nodes, "department");
  double centre = put_centre (self, nodes);
  double end = centre;

  self->trunk = centre;
  if (self->width >= SIDE_LEAST)
    end = put_sides (self, departments, centre / 2);
  else if (departments->len > 0)
    {
      guint n_columns = (guint) ((self->width + GAP) / (DEPARTMENT_LEAST + GAP));
      const Block block = { 0, centre + RISE, self->width,
                            CLAMP (n_columns, 1, departments->len), FALSE, 0, 0 };

      add_line (self, 0, self->width / 2, centre, self->width / 2, centre + RISE);
      end = self->trunk = put_rows (self, departments, 0, departments->len, &block);
    }

  end = MAX (end, centre) + ROW_GAP;
  g_array_append_val (self->heights, end);
}

/* Communities ------------------------------------------------------------------------------ */

/* A community, or a part of one, and the grids below it: how many of the nodes that follow it. */
typedef struct
{
  guint    community;
  guint    first;
  guint    n_grids;
  gboolean is_continued;
} Column;

static gboolean
is_kind (GListModel *nodes,
         guint       i,
         const char *kind)
{
  g_autoptr(GgovChartNode) node = g_list_model_get_item (nodes, i);

  return g_str_equal (ggov_chart_node_get_row (node)->kind, kind);
}

/* How high the box of a node will be. */
static double
measure_node (GgovReportChart *self,
              GListModel      *nodes,
              guint            i,
              double           width)
{
  g_autoptr(GgovChartNode) node = g_list_model_get_item (nodes, i);
  double height = add_box (self, node, GGOV_CHART_NONE, width)->height;

  g_ptr_array_set_size (self->boxes, (int) self->boxes->len - 1);

  return height;
}

/* (element-type Column): a community goes on beside itself where it would be too high */
static GArray *
list_columns (GgovReportChart *self,
              GListModel      *nodes,
              double           width)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  double start = 0, height = 0;

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    if (is_kind (nodes, i, "community"))
      {
        const Column column = { i, i + 1, 0, FALSE };

        start = height = RISE + measure_node (self, nodes, i, width) + ROW_GAP;
        g_array_append_val (columns, column);
      }
    else if (is_kind (nodes, i, "grid") && columns->len > 0)
      {
        double grid = measure_node (self, nodes, i, width - INDENT) + ROW_GAP;
        Column *last = &g_array_index (columns, Column, columns->len - 1);

        if (last->n_grids > 0 && height + grid > self->most_height)
          {
            const Column column = { last->community, i, 0, TRUE };

            height = start;
            g_array_append_val (columns, column);
            last = &g_array_index (columns, Column, columns->len - 1);
          }
        last->n_grids++;
        height += grid;
      }

  return columns;
}

static GgovChartBox *
add_node (GgovReportChart *self,
          GListModel      *nodes,
          guint            i,
          GgovChartShade   shade,
          double           width)
{
  g_autoptr(GgovChartNode) node = g_list_model_get_item (nodes, i);

  return add_box (self, node, shade, width);
}

/* Returns: how high it is */
static double
put_column (GgovReportChart *self,
            GListModel      *nodes,
            const Column    *column,
            guint            part,
            double           x,
            double           width)
{
  GgovChartBox *head = add_node (self, nodes, column->community, GGOV_CHART_WEAK, width);
  double y = RISE, last = 0;

  if (column->is_continued)
    {
      g_autofree char *title = g_steal_pointer (&head->title);

      /* Translators: a community whose grids began in another column of a chart */
      head->title = g_strdup_printf (C_("chart", "%s (continued)"), title);
    }
  put_box (head, part, x, y);
  add_line (self, part, x + width / 2, 0, x + width / 2, y);
  y += head->height + ROW_GAP;
  for (guint i = 0; i < column->n_grids; i++)
    {
      GgovChartBox *box = add_node (self, nodes, column->first + i, GGOV_CHART_NONE, width - INDENT);

      put_box (box, part, x + INDENT, y);
      last = y + box->height / 2;
      add_line (self, part, x + INDENT / 2, last, x + INDENT, last);
      y += box->height + ROW_GAP;
    }
  if (last > 0)
    add_line (self, part, x + INDENT / 2, RISE + head->height, x + INDENT / 2, last);

  return y;
}

/* What joins a part with the one above it. */
static void
join_parts (GgovReportChart *self,
            guint            part,
            double           first,
            double           last)
{
  double above = g_array_index (self->heights, double, part - 1);
  double middle = self->width / 2;

  add_line (self, part, MIN (first, middle), 0, MAX (last, middle), 0);
  if (part == 1)
    add_line (self, 0, middle, self->trunk, middle, above + GGOV_REPORT_CHART_GAP);
}

static void
put_communities (GgovReportChart *self,
                 GListModel      *nodes)
{
  g_autoptr(GPtrArray) communities = list_nodes (nodes, "community");
  guint n_in_row = (guint) ((self->width + GAP) / (COLUMN_LEAST + GAP));
  double width;
  g_autoptr(GArray) columns = NULL;

  n_in_row = CLAMP (n_in_row, 1, MAX (communities->len, 1));
  width = (self->width - (n_in_row - 1) * GAP) / n_in_row;
  columns = list_columns (self, nodes, width);
  for (guint i = 0; i < columns->len; i += n_in_row)
    {
      guint part = self->heights->len, n = MIN (n_in_row, columns->len - i);
      double most = 0;

      for (guint k = 0; k < n; k++)
        {
          double height = put_column (self, nodes, &g_array_index (columns, Column, i + k), part,
                                      k * (width + GAP), width);

          most = MAX (most, height);
        }
      join_parts (self, part, width / 2, (n - 1) * (width + GAP) + width / 2);
      g_array_append_val (self->heights, most);
    }
}

/* Drawing ---------------------------------------------------------------------------------- */

void
ggov_report_chart_draw_part (GgovReportChart *self,
                             cairo_t         *cr,
                             guint            part,
                             const double     ink[3],
                             const double     vacant[3])
{
  g_return_if_fail (part < self->heights->len);

  cairo_save (cr);
  cairo_set_line_width (cr, GGOV_CHART_LINE_WIDTH);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GgovChartLine *line = &g_array_index (self->lines, GgovChartLine, i);

      if (line->part != part)
        continue;
      cairo_move_to (cr, line->points[0], line->points[1]);
      cairo_line_to (cr, line->points[2], line->points[3]);
      cairo_stroke (cr);
    }

  for (guint i = 0; i < self->boxes->len; i++)
    if (((const GgovChartBox *) self->boxes->pdata[i])->part == part)
      _ggov_chart_box_draw (self, cr, self->boxes->pdata[i], ink, vacant);
  cairo_restore (cr);
}

GgovReportChart *
ggov_report_chart_new (GListModel   *nodes,
                       PangoContext *context,
                       double        width,
                       double        most_height)
{
  GgovReportChart *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (nodes), NULL);

  self = g_new0 (GgovReportChart, 1);
  self->title_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, TITLE_PT, FALSE);
  self->text_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TEXT_PT, FALSE);
  self->width = MAX (width, COLUMN_LEAST);
  self->most_height = most_height;
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_chart_box_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (GgovChartLine));
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
  if (g_list_model_get_n_items (nodes) > 0)
    {
      put_head (self, nodes);
      put_communities (self, nodes);
    }

  return self;
}

void
ggov_report_chart_free (GgovReportChart *self)
{
  _ggov_report_pen_free (self->title_pen);
  _ggov_report_pen_free (self->text_pen);
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->lines);
  g_array_unref (self->heights);
  g_free (self);
}

guint
ggov_report_chart_get_n_parts (GgovReportChart *self)
{
  return self->heights->len;
}

double
ggov_report_chart_get_part_height (GgovReportChart *self,
                                   guint            part)
{
  g_return_val_if_fail (part < self->heights->len, 0);

  return g_array_index (self->heights, double, part);
}

guint
ggov_report_chart_get_n_boxes (GgovReportChart *self)
{
  return self->boxes->len;
}

void
ggov_report_chart_get_box (GgovReportChart    *self,
                           guint               i,
                           GgovReportChartBox *box)
{
  const GgovChartBox *kept;

  g_return_if_fail (i < self->boxes->len);

  kept = self->boxes->pdata[i];
  *box = (GgovReportChartBox) { kept->node, kept->part, kept->x, kept->y, kept->width,
                                kept->height };
}

char *
ggov_report_chart_dup_words (GgovReportChart *self,
                             guint            i)
{
  g_return_val_if_fail (i < self->boxes->len, NULL);

  return _ggov_chart_box_dup_words (self->boxes->pdata[i]);
}

gboolean
ggov_report_chart_find (GgovReportChart *self,
                        guint            part,
                        double           x,
                        double           y,
                        guint           *i)
{
  for (guint k = 0; k < self->boxes->len; k++)
    {
      const GgovChartBox *box = self->boxes->pdata[k];

      if (box->part == part && x >= box->x && x <= box->x + box->width && y >= box->y &&
          y <= box->y + box->height)
        {
          *i = k;
          return TRUE;
        }
    }

  return FALSE;
}
