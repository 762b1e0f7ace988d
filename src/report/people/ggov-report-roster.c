/* ggov-report-roster.c: the roster on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-person.h"
#include "ggov-report-roster-private.h"
#include "ggov-report-watermark-private.h"
#include "ggov-report-words-private.h"

/* Sizes of type in points, by the names printers in China know: 2号, 小四, 五号, 小五. */
#define TITLE_PT    22
#define SUBTITLE_PT 12
#define HEADING_PT  12
#define TEXT_PT     10.5
#define SMALL_PT    9

/* All in points. */
#define RUNNING_HEIGHT  20   /* the line above and the line below what is on a page */
#define TITLE_GAP       6
#define SECTION_GAP     14
#define SECTION_HEIGHT  22
#define LEAST_ROWS      2    /* under a heading at the foot of a page */

/* Widths of columns; what is left goes to the places. */
#define NUMBER_MM    11
#define NAME_MM      23
#define SEX_MM       10
#define ROLE_MM      20
#define PHONE_MM     27
#define DAY_MM       23
#define COUNT_MM     45
/* Of what roles and places share, if both are long. */
#define ROLE_SHARE   0.42

static void ggov_report_roster_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportRoster, ggov_report_roster, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_roster_pager_iface_init))

/* What is placed ends here; the line with the page's number comes below. */
static double
get_limit (GgovReportRoster *self)
{
  return self->bottom - RUNNING_HEIGHT;
}

GgovReportTable *
_ggov_report_roster_get_table (GgovReportRoster        *self,
                               const GgovReportSection *section)
{
  return section->is_total ? self->totals : self->people;
}

void
_ggov_report_roster_get_cells (GgovReportRoster         *self,
                               const GgovReportSection  *section,
                               guint                     row,
                               char                     *scratch,
                               const char              **cells)
{
  if (section->is_total)
    _ggov_report_roster_fill_total (self->counts->pdata[row], scratch, cells);
  else
    _ggov_report_roster_fill_cells (self->rows->pdata[section->first + row], row + 1,
                                    self->with_phones, scratch, cells);
}

static double
measure_row (GgovReportRoster        *self,
             const GgovReportSection *section,
             guint                    row)
{
  const char *cells[GGOV_REPORT_ROSTER_COLUMNS] = { NULL };
  char scratch[GGOV_REPORT_SCRATCH_SIZE];

  _ggov_report_roster_get_cells (self, section, row, scratch, cells);

  return ggov_report_table_measure_row (_ggov_report_roster_get_table (self, section), cells);
}

static void
place (GgovReportRoster *self,
       GgovReportItemKind          kind,
       guint             section,
       guint             row,
       double            height)
{
  const GgovReportItem item = {
    .kind = kind,
    .page = self->n_pages - 1,
    .section = section,
    .row = row,
    .y = self->y,
    .height = height,
  };

  g_array_append_val (self->items, item);
  self->y += height;
}

static void
break_page (GgovReportRoster *self)
{
  self->n_pages++;
  self->y = self->top + RUNNING_HEIGHT;
}

static void
place_headings (GgovReportRoster *self,
                guint             section,
                GgovReportItemKind          kind)
{
  GgovReportTable *table = _ggov_report_roster_get_table (self, self->sections->pdata[section]);

  place (self, kind, section, 0, SECTION_HEIGHT);
  place (self, GGOV_REPORT_ITEM_HEAD, section, 0, ggov_report_table_get_head_height (table));
}

/* A heading is never left alone at the foot of a page, and the totals, which are what is signed,
 * are not split where a page can hold them. */
static double
measure_beginning (GgovReportRoster        *self,
                   const GgovReportSection *section)
{
  GgovReportTable *table = _ggov_report_roster_get_table (self, section);
  const guint n_rows = section->is_total ? section->n_rows : MIN (section->n_rows, LEAST_ROWS);
  double height = SECTION_HEIGHT + ggov_report_table_get_head_height (table);

  for (guint i = 0; i < n_rows; i++)
    height += measure_row (self, section, i);

  return section->is_total ? height + SECTION_GAP + GGOV_REPORT_SIGNERS_HEIGHT : height;
}

static void
place_section (GgovReportRoster *self,
               guint             index)
{
  const GgovReportSection *section = self->sections->pdata[index];

  if (self->y + measure_beginning (self, section) > get_limit (self))
    break_page (self);

  place_headings (self, index, GGOV_REPORT_ITEM_SECTION);
  for (guint i = 0; i < section->n_rows; i++)
    {
      double height = measure_row (self, section, i);

      if (self->y + height > get_limit (self))
        {
          break_page (self);
          place_headings (self, index, GGOV_REPORT_ITEM_CONTINUED);
        }
      place (self, GGOV_REPORT_ITEM_ROW, index, i, height);
    }
  self->y += SECTION_GAP;
}

static void
place_title (GgovReportRoster *self)
{
  const struct
  {
    GgovReportItemKind       kind;
    GgovReportPen *pen;
    const char    *text;
  } lines[] = {
    { GGOV_REPORT_ITEM_TITLE, self->title_pen, self->title },
    { GGOV_REPORT_ITEM_SUBTITLE, self->subtitle_pen, self->subtitle },
  };

  self->n_pages = 1;
  self->y = self->top;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    place (self, lines[i].kind, 0, 0,
           TITLE_GAP + _ggov_report_pen_get_pitch (lines[i].pen) *
             _ggov_report_pen_count_lines (lines[i].pen, lines[i].text, self->width));
  self->y += TITLE_GAP;
}

static void
place_all (GgovReportRoster *self)
{
  place_title (self);
  for (guint i = 0; i < self->sections->len; i++)
    place_section (self, i);

  if (self->y + GGOV_REPORT_SIGNERS_HEIGHT > get_limit (self))
    break_page (self);
  place (self, GGOV_REPORT_ITEM_SIGNERS, 0, 0, GGOV_REPORT_SIGNERS_HEIGHT);
}

static const GgovReportPage *
ggov_report_roster_get_page (GgovReportPager *pager)
{
  return GGOV_REPORT_ROSTER (pager)->page;
}

static const char *
ggov_report_roster_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_ROSTER (pager)->title;
}

static guint
ggov_report_roster_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_ROSTER (pager)->n_pages;
}

static void
ggov_report_roster_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_roster_get_page;
  iface->get_title = ggov_report_roster_get_title;
  iface->get_n_pages = ggov_report_roster_get_n_pages;
  iface->draw = _ggov_report_roster_draw;
}

static void
ggov_report_roster_finalize (GObject *object)
{
  GgovReportRoster *self = GGOV_REPORT_ROSTER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->printed, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->people, ggov_report_table_free);
  g_clear_pointer (&self->totals, ggov_report_table_free);
  g_clear_pointer (&self->title_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->subtitle_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->heading_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->text_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->small_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->watermark, cairo_surface_destroy);
  g_clear_pointer (&self->items, g_array_unref);

  G_OBJECT_CLASS (ggov_report_roster_parent_class)->finalize (object);
}

static void
ggov_report_roster_class_init (GgovReportRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_roster_finalize;
}

static void
ggov_report_roster_init (GgovReportRoster *self)
{
  self->page = &ggov_report_page_list;
  self->left = ggov_report_points (self->page->left_mm);
  self->width = ggov_report_points (self->page->width_mm - self->page->left_mm -
                                    self->page->right_mm);
  self->top = ggov_report_points (self->page->top_mm);
  self->bottom = ggov_report_points (self->page->height_mm - self->page->bottom_mm);
  self->items = g_array_new (FALSE, FALSE, sizeof (GgovReportItem));
}

static double
get_width_mm (GgovReportRoster *self,
              const char       *text,
              double            least_mm)
{
  double width_mm = _ggov_report_pen_get_width (self->text_pen, text) / ggov_report_points (1);

  return MAX (least_mm, width_mm + GGOV_REPORT_CELL_MARGIN_MM);
}

static double
get_longest_role_mm (GgovReportRoster *self)
{
  double width_mm = ROLE_MM;

  for (guint i = 0; i < self->counts->len; i++)
    width_mm = get_width_mm (self, ((GgovReportCount *) self->counts->pdata[i])->role, width_mm);

  return width_mm;
}

/* There are too many to measure each. */
static double
get_longest_place_mm (GgovReportRoster *self)
{
  const char *longest = "";
  double most = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *place = ggov_roster_row_get_record (self->rows->pdata[i])->place;
      double width = _ggov_report_pen_estimate (self->text_pen, place);

      if (width > most)
        longest = place;
      most = MAX (most, width);
    }

  return get_width_mm (self, longest, 0);
}

/* Words for roles are longer in one language than in another: they get what the places leave, and
 * at least their share. */
static double
get_role_mm (GgovReportRoster *self,
             double            both_mm)
{
  double need_mm = get_longest_role_mm (self);

  return CLAMP (both_mm - get_longest_place_mm (self), MIN (need_mm, both_mm * ROLE_SHARE),
                need_mm);
}

static double
get_sex_mm (GgovReportRoster *self)
{
  double width_mm = get_width_mm (self, C_("roster", "Sex"), SEX_MM);

  return get_width_mm (self, ggov_sex_get_label ("2"), width_mm);
}

static void
make_people (GgovReportRoster *self,
             PangoContext     *context)
{
  const double phone_mm = self->with_phones ? PHONE_MM : 0;
  const double sex_mm = get_sex_mm (self);
  const double both_mm = self->page->width_mm - self->page->left_mm - self->page->right_mm -
                         NUMBER_MM - NAME_MM - sex_mm - phone_mm - DAY_MM;
  const double role_mm = get_role_mm (self, both_mm);
  GgovReportColumn columns[GGOV_REPORT_ROSTER_COLUMNS] = {
    { C_("roster", "No."), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Name"), NAME_MM, PANGO_ALIGN_LEFT },
    { C_("roster", "Sex"), sex_mm, PANGO_ALIGN_CENTER },
    { C_("roster", "Post"), role_mm, PANGO_ALIGN_LEFT },
    { C_("roster", "Place"), both_mm - role_mm, PANGO_ALIGN_LEFT },
    { C_("roster", "Phone"), phone_mm, PANGO_ALIGN_CENTER },
    { C_("roster", "Since"), DAY_MM, PANGO_ALIGN_CENTER },
  };

  if (!self->with_phones)
    columns[5] = columns[6];

  self->people = ggov_report_table_new (context, columns,
                                        GGOV_REPORT_ROSTER_COLUMNS - !self->with_phones, TEXT_PT);
}

static void
make_totals (GgovReportRoster *self,
             PangoContext     *context)
{
  const double width_mm = self->page->width_mm - self->page->left_mm - self->page->right_mm;
  const GgovReportColumn columns[GGOV_REPORT_TOTAL_COLUMNS] = {
    { C_("roster", "Post"), width_mm - 2 * COUNT_MM, PANGO_ALIGN_LEFT },
    { C_("roster", "Posts"), COUNT_MM, PANGO_ALIGN_RIGHT },
    { C_("roster", "People"), COUNT_MM, PANGO_ALIGN_RIGHT },
  };

  self->totals = ggov_report_table_new (context, columns, GGOV_REPORT_TOTAL_COLUMNS, TEXT_PT);
}

static void
make_pens (GgovReportRoster *self,
           PangoContext     *context)
{
  self->title_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TITLE_PT, TRUE);
  self->subtitle_pen = _ggov_report_pen_new (context, GGOV_REPORT_KAI, SUBTITLE_PT, FALSE);
  self->heading_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, HEADING_PT, FALSE);
  self->text_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TEXT_PT, FALSE);
  self->small_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SMALL_PT, FALSE);
}

static void
make_words (GgovReportRoster              *self,
            const GgovReportRosterOptions *options)
{
  const char *office =
    self->rows->len > 0 ? ggov_roster_row_get_record (self->rows->pdata[0])->sub_district : NULL;
  g_autofree char *day = _ggov_report_dup_day (options->as_of);

  /* Translators: the title of a list on paper; the place is a sub-district */
  self->title = office ? g_strdup_printf (C_("roster", "Grid roster of %s"), office)
                       : g_strdup (C_("roster", "Grid roster"));
  self->as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  /* Translators: what part of the office the list is of, and the day */
  self->subtitle = options->scope ? g_strdup_printf (C_("roster", "%1$s, %2$s"), options->scope,
                                                     self->as_of)
                                  : g_strdup (self->as_of);
  self->printed = _ggov_report_dup_printed (options->printed_at);
}

static void
make_watermark (GgovReportRoster              *self,
                const GgovReportRosterOptions *options,
                PangoContext                  *context)
{
  g_autofree char *time = g_strdelimit (g_strdup (options->printed_at), "T", ' ');
  g_autofree char *text = g_strconcat (options->account, "  ", time, NULL);

  if (self->with_phones)
    self->watermark = _ggov_report_watermark_new (context, self->page, text);
}

GgovReportRoster *
ggov_report_roster_new (GListModel                    *rows,
                        const GgovReportRosterOptions *options,
                        PangoContext                  *context)
{
  GgovReportRoster *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (GGOV_TYPE_REPORT_ROSTER, NULL);
  self->with_phones = options->with_phones;
  self->rows = _ggov_report_roster_take_rows (rows);
  self->counts = _ggov_report_roster_count (self->rows);
  self->sections = _ggov_report_roster_make_sections (self->rows, self->counts->len);

  make_words (self, options);
  make_pens (self, context);
  make_people (self, context);
  make_totals (self, context);
  make_watermark (self, options, context);
  place_all (self);

  return self;
}
