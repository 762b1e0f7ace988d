/* ggov-report-cards.c: a card for each stairwell: which grid it is, and whom to call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-cards-private.h"
#include "ggov-report-watermark-private.h"
#include "ggov-report-words-private.h"

/* Sizes of type on a card of A6, in points. */
#define GRID_PT  19
#define DOOR_PT  15
#define NAME_PT  11.5
#define TEXT_PT  9.5
#define SMALL_PT 6.5

/* What stays white around what is on a card. */
#define CARD_MARGIN_MM 7.0

#define SQRT_2 1.41421356

static const GgovReportCardGrid grids[] = {
  [GGOV_REPORT_CARD_A6] = { 2, 2, 1 },
  [GGOV_REPORT_CARD_A5] = { 2, 1, SQRT_2 },
  [GGOV_REPORT_CARD_A4] = { 1, 1, 2 },
};

static void ggov_report_cards_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportCards, ggov_report_cards, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_cards_pager_iface_init))

static const GgovReportPage *
ggov_report_cards_get_page (GgovReportPager *pager)
{
  return &GGOV_REPORT_CARDS (pager)->page;
}

static const char *
ggov_report_cards_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_CARDS (pager)->title;
}

static guint
ggov_report_cards_get_n_pages (GgovReportPager *pager)
{
  GgovReportCards *self = GGOV_REPORT_CARDS (pager);
  const guint n = self->grid.columns * self->grid.rows;

  return (self->doors->len + n - 1) / n;
}

static void
ggov_report_cards_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_cards_get_page;
  iface->get_title = ggov_report_cards_get_title;
  iface->get_n_pages = ggov_report_cards_get_n_pages;
  iface->draw = _ggov_report_cards_draw;
}

static void
ggov_report_cards_finalize (GObject *object)
{
  GgovReportCards *self = GGOV_REPORT_CARDS (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->office, g_free);
  g_clear_pointer (&self->foot, g_free);
  g_clear_pointer (&self->doors, g_array_unref);
  g_clear_pointer (&self->houses, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->grid_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->door_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->name_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->text_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->small_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->watermark, cairo_surface_destroy);

  G_OBJECT_CLASS (ggov_report_cards_parent_class)->finalize (object);
}

static void
ggov_report_cards_class_init (GgovReportCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_cards_finalize;
}

static void
ggov_report_cards_init (GgovReportCards *self)
{
  self->doors = g_array_new (FALSE, FALSE, sizeof (GgovReportDoor));
  self->people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) cairo_surface_destroy);
}

/* Cards meet at the cut: a sheet has no margins of its own. */
static void
set_page (GgovReportCards *self,
          GgovReportCard   card)
{
  self->grid = grids[card];
  self->page.width_mm = card == GGOV_REPORT_CARD_A5 ? 297 : 210;
  self->page.height_mm = card == GGOV_REPORT_CARD_A5 ? 210 : 297;
}

static void
add_doors (GgovReportCards *self)
{
  for (guint i = 0; i < self->houses->len; i++)
    {
      const GgovReportHouse *house = self->houses->pdata[i];

      for (guint j = 0; j < house->units->len; j++)
        {
          const GgovReportDoor door = { house, house->units->pdata[j] };

          g_array_append_val (self->doors, door);
        }
    }
}

static void
add_people (GgovReportCards *self,
            GListModel      *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      GgovRosterRow *row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);
      GPtrArray *people = g_hash_table_lookup (self->people, &record->grid_id);

      if (record->grid_id == 0 || record->building_id != 0)
        {
          g_object_unref (row);
          continue;
        }

      if (people == NULL)
        {
          people = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->people, g_memdup2 (&record->grid_id, sizeof record->grid_id),
                               people);
        }
      g_ptr_array_add (people, row);
    }
}

static void
make_pens (GgovReportCards *self,
           PangoContext    *context)
{
  self->grid_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, GRID_PT, TRUE);
  self->door_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, DOOR_PT, FALSE);
  self->name_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, NAME_PT, TRUE);
  self->text_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, TEXT_PT, FALSE);
  self->small_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SMALL_PT, FALSE);
}

static void
make_watermark (GgovReportCards               *self,
                const GgovReportRosterOptions *options,
                PangoContext                  *context)
{
  const GgovReportPage card = {
    .width_mm = GGOV_REPORT_CARD_WIDTH_MM, .height_mm = GGOV_REPORT_CARD_HEIGHT_MM,
    .top_mm = CARD_MARGIN_MM, .bottom_mm = CARD_MARGIN_MM,
    .left_mm = CARD_MARGIN_MM, .right_mm = CARD_MARGIN_MM,
  };
  g_autofree char *time = g_strdelimit (g_strdup (options->printed_at), "T", ' ');
  g_autofree char *mark = g_strconcat (options->account, "  ", time, NULL);

  if (options->with_phones)
    self->watermark = _ggov_report_watermark_new (context, &card, mark);
}

static void
make_words (GgovReportCards               *self,
            GListModel                    *rows,
            const GgovReportRosterOptions *options)
{
  g_autoptr(GgovRosterRow) first = g_list_model_get_item (rows, 0);
  g_autofree char *day = _ggov_report_dup_day (options->as_of);

  self->title = g_strdup (C_("door card", "Stairwell cards"));
  self->office = first ? g_strdup (ggov_roster_row_get_record (first)->sub_district) : NULL;
  self->foot = g_strdup_printf (C_("roster", "As of %s"), day);
}

GgovReportCards *
ggov_report_cards_new (GListModel                    *rows,
                       GListModel                    *vacancies,
                       const char                    *place,
                       const GgovReportRosterOptions *options,
                       GgovReportCard                 card,
                       PangoContext                  *context)
{
  g_autoptr(GgovReportCards) self = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (vacancies), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (GGOV_TYPE_REPORT_CARDS, NULL);
  self->with_phones = options->with_phones;
  self->houses = _ggov_report_houses_new (rows, vacancies, place);
  add_doors (self);
  if (self->doors->len == 0)
    return NULL;

  set_page (self, card);
  add_people (self, rows);
  make_words (self, rows, options);
  make_pens (self, context);
  make_watermark (self, options, context);

  return g_steal_pointer (&self);
}

guint
ggov_report_cards_get_n_cards (GgovReportCards *self)
{
  g_return_val_if_fail (GGOV_IS_REPORT_CARDS (self), 0);

  return self->doors->len;
}
