/* ggov-report-comparison.c: on paper what a plan changes: grids, households and their workers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-report-comparison.h"
#include "ggov-report-pen-private.h"
#include "ggov-report-sketch.h"
#include "ggov-report-table.h"
#include "ggov-report-watermark-private.h"
#include "ggov-report-words-private.h"

/* Sizes of type in points: 2号, 小四, 五号, 小五. */
#define TITLE_PT   22
#define HEADING_PT 12
#define TEXT_PT    10.5
#define SMALL_PT   9
#define NAME_PT    8

/* All in points. */
#define RUNNING_HEIGHT 20
#define GAP            8
#define HEADING_HEIGHT 24
#define MAP_HEIGHT     330
#define SIGNERS_HEIGHT 60

#define MAX_CELLS 7

/* Of a grid's code, what is its own. */
#define SEQUENCE_LENGTH 3

typedef enum
{
  ITEM_TITLE,
  ITEM_LINE,
  ITEM_MAP,
  ITEM_HEADING,
  ITEM_HEAD,
  ITEM_ROW,
  ITEM_SIGNERS,
} ItemKind;

/* What stands where. */
typedef struct
{
  ItemKind kind;
  guint    page;
  guint    table;
  guint    row;   /* or which line */
  double   y;
  double   height;
} Item;

/* A table with its rows. */
typedef struct
{
  char            *title;
  GgovReportTable *table;
  GPtrArray       *rows; /* (element-type GStrv): each MAX_CELLS + 1 */
} Part;

struct _GgovReportComparison
{
  GObject               parent_instance;

  const GgovReportPage *page;
  double                left;
  double                width;
  double                top;
  double                bottom;

  char                 *title;
  GPtrArray            *lines;     /* (element-type utf8): below the title */
  char                 *printed;
  GgovGeoSketch        *sketch;    /* (nullable) */
  PangoContext         *context;
  GPtrArray            *parts;     /* (element-type Part) */
  GgovReportPen        *title_pen;
  GgovReportPen        *heading_pen;
  GgovReportPen        *text_pen;
  GgovReportPen        *small_pen;
  cairo_surface_t      *watermark;

  GArray               *items;     /* (element-type Item): in order */
  guint                 n_pages;
  double                y;         /* while things are placed */
};

static void ggov_report_comparison_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportComparison, ggov_report_comparison, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_comparison_pager_iface_init))

static void
free_part (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->title, g_free);
  g_clear_pointer (&part->table, ggov_report_table_free);
  g_clear_pointer (&part->rows, g_ptr_array_unref);
  g_free (part);
}

/* Placing ----------------------------------------------------------------------------------- */

static void
place (GgovReportComparison *self,
       ItemKind              kind,
       guint                 table,
       guint                 row,
       double                height)
{
  const Item item = { kind, self->n_pages - 1, table, row, self->y, height };

  g_array_append_val (self->items, item);
  self->y += height;
}

static void
break_page_before (GgovReportComparison *self,
                   double                height)
{
  if (self->y + height <= self->bottom - RUNNING_HEIGHT)
    return;

  self->n_pages++;
  self->y = self->top + RUNNING_HEIGHT;
}

/* A heading is never left alone at the foot of a page, and no row is split. */
static void
place_part (GgovReportComparison *self,
            guint                 index)
{
  const Part *part = self->parts->pdata[index];
  double head = ggov_report_table_get_head_height (part->table);

  for (guint i = 0; i < part->rows->len; i++)
    {
      double height = ggov_report_table_measure_row (part->table, part->rows->pdata[i]);
      guint page = self->n_pages;

      break_page_before (self, height + (i == 0 ? HEADING_HEIGHT + head : 0));
      if (i == 0)
        place (self, ITEM_HEADING, index, 0, HEADING_HEIGHT);
      if (i == 0 || self->n_pages != page)
        place (self, ITEM_HEAD, index, 0, head);
      place (self, ITEM_ROW, index, i, height);
    }
}

static void
place_all (GgovReportComparison *self)
{
  self->n_pages = 1;
  self->y = self->top;
  place (self, ITEM_TITLE, 0, 0, GAP + _ggov_report_pen_get_pitch (self->title_pen) *
         _ggov_report_pen_count_lines (self->title_pen, self->title, self->width));
  for (guint i = 0; i < self->lines->len; i++)
    place (self, ITEM_LINE, 0, i, _ggov_report_pen_get_pitch (self->text_pen) *
           _ggov_report_pen_count_lines (self->text_pen, self->lines->pdata[i], self->width));
  self->y += GAP;
  if (self->sketch)
    place (self, ITEM_MAP, 0, 0, MAP_HEIGHT);
  for (guint i = 0; i < self->parts->len; i++)
    place_part (self, i);

  break_page_before (self, SIGNERS_HEIGHT);
  place (self, ITEM_SIGNERS, 0, 0, SIGNERS_HEIGHT);
}

/* Drawing ----------------------------------------------------------------------------------- */

static void
write_line (GgovReportComparison *self,
            cairo_t              *cr,
            GgovReportPen        *pen,
            const char           *text,
            double                y,
            PangoAlignment        align)
{
  const GgovReportBox box = { self->left, y, self->width, align };

  _ggov_report_pen_draw (pen, cr, text, &box);
}

static void
draw_map (GgovReportComparison *self,
          cairo_t              *cr,
          const Item           *item)
{
  g_autoptr(PangoFontDescription) font = ggov_report_font_new (GGOV_REPORT_HEI, NAME_PT, TRUE);

  cairo_save (cr);
  cairo_translate (cr, self->left, item->y);
  ggov_report_sketch_draw (self->sketch, cr, self->width, item->height - GAP, FALSE, font,
                           self->context);
  cairo_restore (cr);
}

static void
draw_item (GgovReportComparison *self,
           cairo_t              *cr,
           const Item           *item)
{
  const Part *part = item->table < self->parts->len ? self->parts->pdata[item->table] : NULL;

  switch (item->kind)
    {
    case ITEM_TITLE:
      write_line (self, cr, self->title_pen, self->title, item->y, PANGO_ALIGN_CENTER);
      break;
    case ITEM_LINE:
      write_line (self, cr, self->text_pen, self->lines->pdata[item->row], item->y,
                  PANGO_ALIGN_LEFT);
      break;
    case ITEM_MAP:
      draw_map (self, cr, item);
      break;
    case ITEM_HEADING:
      write_line (self, cr, self->heading_pen, part->title, item->y + GAP / 2, PANGO_ALIGN_LEFT);
      break;
    case ITEM_HEAD:
      ggov_report_table_draw_head (part->table, cr, self->left, item->y);
      break;
    case ITEM_ROW:
      ggov_report_table_draw_row (part->table, cr, self->left, item->y, item->height,
                                  part->rows->pdata[item->row]);
      break;
    case ITEM_SIGNERS:
      _ggov_report_draw_signers (self->text_pen, cr, self->left, self->width,
                                 item->y + item->height - 4);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
ggov_report_comparison_draw (GgovReportPager *pager,
                             cairo_t         *cr,
                             guint            page)
{
  GgovReportComparison *self = GGOV_REPORT_COMPARISON (pager);
  double foot = self->bottom - _ggov_report_pen_get_pitch (self->small_pen);
  g_autofree char *number = _ggov_report_dup_number (page, self->n_pages);

  cairo_set_source_surface (cr, self->watermark, 0, 0);
  cairo_paint (cr);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      cairo_set_source_rgb (cr, 0, 0, 0);
      if (item->page == page)
        draw_item (self, cr, item);
    }

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page > 0)
    write_line (self, cr, self->small_pen, self->title, self->top, PANGO_ALIGN_LEFT);
  write_line (self, cr, self->small_pen, self->printed, foot, PANGO_ALIGN_LEFT);
  write_line (self, cr, self->small_pen, number, foot, PANGO_ALIGN_RIGHT);
}

static const GgovReportPage *
ggov_report_comparison_get_page (GgovReportPager *pager)
{
  return GGOV_REPORT_COMPARISON (pager)->page;
}

static const char *
ggov_report_comparison_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_COMPARISON (pager)->title;
}

static guint
ggov_report_comparison_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_COMPARISON (pager)->n_pages;
}

static void
ggov_report_comparison_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_comparison_get_page;
  iface->get_title = ggov_report_comparison_get_title;
  iface->get_n_pages = ggov_report_comparison_get_n_pages;
  iface->draw = ggov_report_comparison_draw;
}

static void
ggov_report_comparison_finalize (GObject *object)
{
  GgovReportComparison *self = GGOV_REPORT_COMPARISON (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->printed, g_free);
  g_clear_pointer (&self->sketch, ggov_geo_sketch_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->title_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->heading_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->text_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->small_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->watermark, cairo_surface_destroy);
  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (ggov_report_comparison_parent_class)->finalize (object);
}

static void
ggov_report_comparison_class_init (GgovReportComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_comparison_finalize;
}

static void
ggov_report_comparison_init (GgovReportComparison *self)
{
  self->page = &ggov_report_page_list;
  self->left = ggov_report_points (self->page->left_mm);
  self->width = ggov_report_points (self->page->width_mm - self->page->left_mm -
                                    self->page->right_mm);
  self->top = ggov_report_points (self->page->top_mm);
  self->bottom = ggov_report_points (self->page->height_mm - self->page->bottom_mm);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
}

/* Rows -------------------------------------------------------------------------------------- */

static Part *
add_part (GgovReportComparison   *self,
          PangoContext           *context,
          const char             *title,
          const GgovReportColumn *columns,
          guint                   n)
{
  Part *part = g_new0 (Part, 1);

  part->title = g_strdup (title);
  part->table = ggov_report_table_new (context, columns, n, TEXT_PT);
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->parts, part);

  return part;
}

/* The end of a code within its community, and the name. Codes are given at approval: until then
 * the map has a plus and the grid's number in the draft. */
static char *
dup_grid (const char *code,
          const char *name,
          gint64      number)
{
  g_autofree char *mark = code && strlen (code) > SEQUENCE_LENGTH
    ? g_strdup (code + strlen (code) - SEQUENCE_LENGTH) : g_strdup_printf ("+%d", (int) number);

  return name && *name != '\0' ? g_strdup_printf ("%s %s", mark, name) : g_steal_pointer (&mark);
}

static char *
dup_pair (gint64 before,
          gint64 after)
{
  return before == after ? g_strdup_printf ("%d", (int) after)
                         : g_strdup_printf ("%d → %d", (int) before, (int) after);
}

static char *
dup_change (const char *change)
{
  if (g_str_equal (change, "new"))
    return g_strdup (C_("grid", "New"));
  if (g_str_equal (change, "retired"))
    return g_strdup (C_("grid", "Given up"));
  if (g_str_equal (change, "changed"))
    return g_strdup (C_("grid", "Changed"));

  return g_strdup (C_("grid", "The same"));
}

static void
add_grids (GgovReportComparison *self,
           GListModel           *grids,
           PangoContext         *context)
{
  const GgovReportColumn columns[] = {
    { C_("column", "Grid"), 48, PANGO_ALIGN_LEFT },
    { C_("column", "Change"), 18, PANGO_ALIGN_CENTER },
    { C_("column", "Households"), 26, PANGO_ALIGN_CENTER },
    { C_("column", "People"), 28, PANGO_ALIGN_CENTER },
    { C_("column", "Buildings"), 18, PANGO_ALIGN_CENTER },
    { C_("column", "Open issues"), 16, PANGO_ALIGN_CENTER },
    { C_("column", "Posts"), 16, PANGO_ALIGN_CENTER },
  };
  Part *part = add_part (self, context, C_("comparison", "Grids before and after"), columns,
                         G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (grids); i++)
    {
      g_autoptr(GgovPlanGrid) grid = g_list_model_get_item (grids, i);
      const GgovPlanGridRow *row = ggov_plan_grid_get_row (grid);
      char **cells = g_new0 (char *, MAX_CELLS + 1);

      cells[0] = dup_grid (row->code, row->name, row->number);
      cells[1] = dup_change (row->change);
      cells[2] = dup_pair (row->households_before, row->households_after);
      cells[3] = dup_pair (row->people_before, row->people_after);
      cells[4] = dup_pair (row->buildings_before, row->buildings_after);
      cells[5] = dup_pair (row->issues_before, row->issues_after);
      cells[6] = dup_pair (row->posts_before, row->posts_after);
      g_ptr_array_add (part->rows, cells);
    }
}

static char *
dup_grid_and_member (const char *code,
                     const char *name,
                     gint64      number,
                     const char *member)
{
  g_autofree char *grid = dup_grid (code, name, number);

  return g_strdup_printf ("%s · %s", grid, member ? member : C_("comparison", "vacant"));
}

static void
add_moves (GgovReportComparison *self,
           GListModel           *moves,
           PangoContext         *context)
{
  const GgovReportColumn columns[] = {
    { C_("column", "Building"), 46, PANGO_ALIGN_LEFT },
    { C_("column", "Households"), 20, PANGO_ALIGN_CENTER },
    { C_("column", "Leaves"), 52, PANGO_ALIGN_LEFT },
    { C_("column", "Goes to"), 52, PANGO_ALIGN_LEFT },
  };
  Part *part = add_part (self, context, C_("comparison", "Households that move"), columns,
                         G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr(GgovPlanMove) move = g_list_model_get_item (moves, i);
      const GgovPlanMoveRow *row = ggov_plan_move_get_row (move);
      char **cells = g_new0 (char *, MAX_CELLS + 1);

      cells[0] = g_strdup (row->building);
      cells[1] = g_strdup_printf ("%d", (int) row->households);
      cells[2] = dup_grid_and_member (row->from_code, row->from, 0, row->from_member);
      cells[3] = dup_grid_and_member (row->to_code, row->to, row->to_number, row->to_member);
      g_ptr_array_add (part->rows, cells);
    }
}

static void
add_posts (GgovReportComparison *self,
           GListModel           *posts,
           PangoContext         *context)
{
  const GgovReportColumn columns[] = {
    { C_("column", "Name"), 28, PANGO_ALIGN_LEFT },
    { C_("column", "Role"), 42, PANGO_ALIGN_LEFT },
    { C_("column", "Grid given up"), 50, PANGO_ALIGN_LEFT },
    { C_("column", "Most households go to"), 50, PANGO_ALIGN_LEFT },
  };
  Part *part = add_part (self, context, C_("comparison", "Posts on grids given up"), columns,
                         G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr(GgovPlanPost) post = g_list_model_get_item (posts, i);
      const GgovPlanPostRow *row = ggov_plan_post_get_row (post);
      char **cells = g_new0 (char *, MAX_CELLS + 1);

      cells[0] = g_strdup (row->person);
      cells[1] = g_strdup (row->role);
      cells[2] = dup_grid (row->code, row->grid, 0);
      cells[3] = dup_grid (row->successor_code, row->successor, row->successor_number);
      g_ptr_array_add (part->rows, cells);
    }
}

static void
add_lines (GgovReportComparison *self,
           GgovPlan             *plan,
           GgovPlanComparison   *comparison)
{
  const GgovPlanRow *row = ggov_plan_get_row (plan);
  const GgovPlanComparisonSums *sums = ggov_plan_comparison_get_sums (comparison);

  if (row->valid_from)
    /* Translators: a community, the state of a plan, and its first day */
    g_ptr_array_add (self->lines, g_strdup_printf (C_("comparison", "%1$s · %2$s · from %3$s"),
                                                   row->community, row->state, row->valid_from));
  else
    g_ptr_array_add (self->lines, g_strdup_printf ("%s · %s", row->community, row->state));
  if (row->note && *row->note != '\0')
    g_ptr_array_add (self->lines, g_strdup (row->note));

  /* Translators: numbers of buildings, households and people */
  g_ptr_array_add (self->lines,
                   g_strdup_printf (C_("comparison", "Buildings that change their grid: %1$d, with "
                                                     "%2$d households and %3$d people."),
                                    (int) sums->buildings_moved, (int) sums->households_moved,
                                    (int) sums->people_moved));
  if (self->sketch)
    g_ptr_array_add (self->lines,
                     g_strdup (C_("comparison", "On the map the borders there were are dashed, and "
                                                "buildings that change their grid are dark.")));
}

static void
make_pens (GgovReportComparison *self,
           PangoContext         *context)
{
  self->title_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TITLE_PT, TRUE);
  self->heading_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, HEADING_PT, FALSE);
  self->text_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TEXT_PT, FALSE);
  self->small_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SMALL_PT, FALSE);
}

GgovReportComparison *
ggov_report_comparison_new (GgovPlan                          *plan,
                            GgovPlanComparison                *comparison,
                            GgovGeoSketch                     *sketch,
                            const GgovReportComparisonOptions *options,
                            PangoContext                      *context)
{
  g_autofree char *time = g_strdelimit (g_strdup (options->printed_at), "T", ' ');
  g_autofree char *mark = g_strconcat (options->account, "  ", time, NULL);
  GgovReportComparison *self;

  g_return_val_if_fail (GGOV_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GGOV_IS_PLAN_COMPARISON (comparison), NULL);

  self = g_object_new (GGOV_TYPE_REPORT_COMPARISON, NULL);
  /* Translators: the title of a paper; a plan's name */
  self->title = g_strdup_printf (C_("comparison", "What %s changes"),
                                 ggov_plan_get_row (plan)->name);
  self->printed = _ggov_report_dup_printed (options->printed_at);
  self->sketch = sketch ? ggov_geo_sketch_ref (sketch) : NULL;
  self->context = g_object_ref (context);
  self->watermark = _ggov_report_watermark_new (context, self->page, mark);
  make_pens (self, context);
  add_lines (self, plan, comparison);
  add_grids (self, ggov_plan_comparison_get_grids (comparison), context);
  add_moves (self, ggov_plan_comparison_get_moves (comparison), context);
  add_posts (self, ggov_plan_comparison_get_posts (comparison), context);
  place_all (self);

  return self;
}
