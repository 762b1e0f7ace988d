/* ggov-report-flow.c: lists on paper: headings, tables and drawings that flow over pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-flow-private.h"
#include "ggov-report-watermark-private.h"
#include "ggov-report-words-private.h"

/* Sizes of type in points, by the names printers in China know: 2号, 小四, 五号, 小五. */
#define TITLE_PT    22
#define SUBTITLE_PT 12
#define HEADING_PT  12
#define TEXT_PT     10.5
#define SMALL_PT    9

#define CHUNK_SIZE 4096

static void ggov_report_flow_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportFlow, ggov_report_flow, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_flow_pager_iface_init))

static void
block_free (gpointer data)
{
  GgovReportBlock *block = data;

  g_clear_pointer (&block->text, g_free);
  g_clear_pointer (&block->note, g_free);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  if (block->free_data)
    block->free_data (block->data);
  g_free (block);
}

static void
columns_free (gpointer data)
{
  GgovReportColumns *columns = data;

  g_clear_pointer (&columns->columns, g_free);
  g_clear_pointer (&columns->table, ggov_report_table_free);
  g_free (columns);
}

static const GgovReportPage *
ggov_report_flow_get_page (GgovReportPager *pager)
{
  return &GGOV_REPORT_FLOW (pager)->page;
}

static const char *
ggov_report_flow_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_FLOW (pager)->title;
}

static guint
ggov_report_flow_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_FLOW (pager)->n_pages;
}

static void
ggov_report_flow_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_flow_get_page;
  iface->get_title = ggov_report_flow_get_title;
  iface->get_n_pages = ggov_report_flow_get_n_pages;
  iface->draw = _ggov_report_flow_draw;
}

static void
ggov_report_flow_finalize (GObject *object)
{
  GgovReportFlow *self = GGOV_REPORT_FLOW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->printed, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->title_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->subtitle_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->heading_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->text_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->small_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->watermark, cairo_surface_destroy);
  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (ggov_report_flow_parent_class)->finalize (object);
}

static void
ggov_report_flow_class_init (GgovReportFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_flow_finalize;
}

static void
ggov_report_flow_init (GgovReportFlow *self)
{
  self->texts = g_string_chunk_new (CHUNK_SIZE);
  self->columns = g_ptr_array_new_with_free_func (columns_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->items = g_array_new (FALSE, FALSE, sizeof (GgovReportItem));
}

static void
make_words (GgovReportFlow              *self,
            const GgovReportFlowOptions *options)
{
  g_autofree char *day = options->as_of ? _ggov_report_dup_day (options->as_of) : NULL;
  g_autofree char *time = g_strdelimit (g_strdup (options->printed_at), "T", ' ');

  self->title = g_strdup (options->title);
  self->subtitle = g_strdup (options->subtitle);
  self->as_of = day ? g_strdup_printf (C_("roster", "As of %s"), day) : NULL;
  self->printed = _ggov_report_dup_printed (options->printed_at);
  self->mark = options->is_personal ? g_strconcat (options->account, "  ", time, NULL) : NULL;
}

static void
make_pens (GgovReportFlow *self)
{
  self->title_pen = _ggov_report_pen_new (self->context, GGOV_REPORT_SONG, TITLE_PT, TRUE);
  self->subtitle_pen = _ggov_report_pen_new (self->context, GGOV_REPORT_KAI, SUBTITLE_PT, FALSE);
  self->heading_pen = _ggov_report_pen_new (self->context, GGOV_REPORT_HEI, HEADING_PT, FALSE);
  self->text_pen = _ggov_report_pen_new (self->context, GGOV_REPORT_SONG, TEXT_PT, FALSE);
  self->small_pen = _ggov_report_pen_new (self->context, GGOV_REPORT_SONG, SMALL_PT, FALSE);
}

GgovReportFlow *
ggov_report_flow_new (const GgovReportFlowOptions *options,
                      PangoContext                *context)
{
  GgovReportFlow *self;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (GGOV_TYPE_REPORT_FLOW, NULL);
  self->context = g_object_ref (context);
  self->size = options->size;
  self->turn = options->turn;
  make_words (self, options);
  make_pens (self);

  return self;
}

static GgovReportBlock *
add_block (GgovReportFlow      *self,
           GgovReportBlockKind  kind)
{
  GgovReportBlock *block = g_new0 (GgovReportBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);

  return block;
}

void
ggov_report_flow_add_line (GgovReportFlow *self,
                           const char     *text)
{
  g_return_if_fail (GGOV_IS_REPORT_FLOW (self));
  g_return_if_fail (text != NULL);

  add_block (self, GGOV_REPORT_BLOCK_LINE)->text = g_strdup (text);
}

void
ggov_report_flow_add_drawing (GgovReportFlow     *self,
                              double              height_mm,
                              GgovReportDrawFunc  func,
                              gpointer            data,
                              GDestroyNotify      free_data)
{
  GgovReportBlock *block;

  g_return_if_fail (GGOV_IS_REPORT_FLOW (self));
  g_return_if_fail (func != NULL);

  block = add_block (self, GGOV_REPORT_BLOCK_DRAWING);
  block->height = ggov_report_points (height_mm);
  block->func = func;
  block->data = data;
  block->free_data = free_data;
}

guint
ggov_report_flow_add_columns (GgovReportFlow         *self,
                              const GgovReportColumn *columns,
                              guint                   n_columns,
                              guint                   n_joined)
{
  GgovReportColumns *added;

  g_return_val_if_fail (GGOV_IS_REPORT_FLOW (self), 0);
  g_return_val_if_fail (columns != NULL && n_joined <= n_columns, 0);

  added = g_new0 (GgovReportColumns, 1);
  added->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  added->n_columns = n_columns;
  added->n_joined = n_joined;
  g_ptr_array_add (self->columns, added);

  return self->columns->len - 1;
}

void
ggov_report_flow_add_section (GgovReportFlow      *self,
                              guint                columns,
                              const char          *heading,
                              const char          *note,
                              GgovReportFlowFlags  flags)
{
  GgovReportBlock *block;

  g_return_if_fail (GGOV_IS_REPORT_FLOW (self));
  g_return_if_fail (columns < self->columns->len);

  block = add_block (self, GGOV_REPORT_BLOCK_SECTION);
  block->text = g_strdup (heading);
  block->note = g_strdup (note);
  block->columns = columns;
  block->flags = flags;
  block->cells = g_ptr_array_new ();
}

/* Most texts of a list come again and again: each is kept once. */
void
ggov_report_flow_add_row (GgovReportFlow     *self,
                          const char * const *cells)
{
  GgovReportBlock *block;

  g_return_if_fail (GGOV_IS_REPORT_FLOW (self));
  g_return_if_fail (cells != NULL && self->blocks->len > 0);

  block = self->blocks->pdata[self->blocks->len - 1];
  g_return_if_fail (block->kind == GGOV_REPORT_BLOCK_SECTION);

  for (guint i = 0; i < _ggov_report_flow_get_columns (self, block)->n_columns; i++)
    g_ptr_array_add (block->cells,
                     cells[i] ? g_string_chunk_insert_const (self->texts, cells[i]) : NULL);
  block->n_rows++;
}

void
ggov_report_flow_take_row (GgovReportFlow *self,
                           char * const   *cells)
{
  const GgovReportBlock *block;

  ggov_report_flow_add_row (self, (const char *const *) cells);
  block = self->blocks->pdata[self->blocks->len - 1];
  for (guint i = 0; i < _ggov_report_flow_get_columns (self, block)->n_columns; i++)
    g_free (cells[i]);
}

void
ggov_report_flow_add_signers (GgovReportFlow *self)
{
  g_return_if_fail (GGOV_IS_REPORT_FLOW (self));

  add_block (self, GGOV_REPORT_BLOCK_SIGNERS);
}

void
ggov_report_flow_finish (GgovReportFlow *self)
{
  g_return_if_fail (GGOV_IS_REPORT_FLOW (self));
  g_return_if_fail (self->n_pages == 0);

  _ggov_report_flow_measure (self);
  if (self->mark)
    self->watermark = _ggov_report_watermark_new (self->context, &self->page, self->mark);
  _ggov_report_flow_place (self);
}

const char *const *
_ggov_report_flow_get_cells (GgovReportFlow        *self,
                             const GgovReportBlock *block,
                             guint                  row)
{
  return (const char *const *) block->cells->pdata +
         row * _ggov_report_flow_get_columns (self, block)->n_columns;
}

const GgovReportColumns *
_ggov_report_flow_get_columns (GgovReportFlow        *self,
                               const GgovReportBlock *block)
{
  return self->columns->pdata[block->columns];
}

guint
_ggov_report_flow_count_same (GgovReportFlow        *self,
                              const GgovReportBlock *block,
                              guint                  row)
{
  const GgovReportColumns *columns = _ggov_report_flow_get_columns (self, block);
  const char *const *cells, *const *before;
  guint n = 0;

  if (row == 0 || row >= block->n_rows)
    return 0;

  /* A text is kept once: the same is at the same place. */
  cells = _ggov_report_flow_get_cells (self, block, row);
  before = _ggov_report_flow_get_cells (self, block, row - 1);
  while (n < columns->n_joined && cells[n] == before[n])
    n++;

  return n;
}
