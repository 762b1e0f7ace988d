/* ggov-report-vouchers.c: vouchers the size of a card, ten on a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-mask.h"
#include "ggov-report-pen-private.h"
#include "ggov-report-qr.h"
#include "ggov-report-vouchers.h"
#include "ggov-voucher.h"

/* A card as those with names on them are, and how many are on a sheet of A4. */
#define CARD_WIDTH_MM  90.0
#define CARD_HEIGHT_MM 54.0
#define N_COLUMNS      2
#define N_ROWS         5

#define INSET_MM       4.0
#define QR_MM          30.0

/* Sizes of type in points. */
#define TITLE_PT 11.0
#define NAME_PT  14.0
#define TEXT_PT  8.5
#define SMALL_PT 7.0

/* Where lines begin, from the top of the card. */
#define NAME_MM   11.5
#define VENUE_MM  25.0
#define POINTS_MM 30.0
#define HOLDER_MM 35.0
#define DAY_MM    40.0
#define NUMBER_MM 46.0

static const GgovReportPage page = {
  .width_mm = 210, .height_mm = 297, .top_mm = 13.5, .bottom_mm = 13.5, .left_mm = 15, .right_mm = 15,
};

struct _GgovReportVouchers
{
  GObject        parent_instance;

  GListModel    *vouchers; /* (element-type GgovVoucher) */
  char          *office;
  GgovReportPen *title_pen;
  GgovReportPen *name_pen;
  GgovReportPen *text_pen;
  GgovReportPen *small_pen;
};

static void ggov_report_vouchers_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportVouchers, ggov_report_vouchers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_vouchers_pager_iface_init))

/* @y_mm: from the top of the card; as wide as the QR code leaves room */
static void
write_line (cairo_t       *cr,
            GgovReportPen *pen,
            const char    *text,
            double         y_mm)
{
  const GgovReportBox box = {
    .x = ggov_report_points (INSET_MM),
    .y = ggov_report_points (y_mm),
    .width = ggov_report_points (CARD_WIDTH_MM - QR_MM - 2 * INSET_MM),
    .align = PANGO_ALIGN_LEFT,
  };

  _ggov_report_pen_draw (pen, cr, text, &box);
}

static void
draw_code (cairo_t    *cr,
           const char *text)
{
  const double size = ggov_report_points (QR_MM);
  cairo_surface_t *code = ggov_report_qr_new (text, size);

  if (code == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, ggov_report_points (CARD_WIDTH_MM - INSET_MM / 2) - size,
                   ggov_report_points ((CARD_HEIGHT_MM - QR_MM) / 2));
  cairo_set_source_surface (cr, code, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (code);
}

static void
draw_card (GgovReportVouchers      *self,
           cairo_t                 *cr,
           const GgovVoucherFields *voucher)
{
  g_autofree char *holder = ggov_mask_name (voucher->person);
  g_autofree char *points = g_strdup_printf (ngettext ("%d point", "%d points", (int) voucher->points),
                                             (int) voucher->points);
  g_autofree char *holder_line = g_strdup_printf (_("Issued to %s"), holder);
  g_autofree char *day_line = *voucher->valid_to ? g_strdup_printf (_("Good until %s"), voucher->valid_to)
                                                 : g_strdup (_("Good for ever"));
  g_autofree char *head = g_strdup_printf ("%s　%s", self->office, C_("voucher", "Points Voucher"));

  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, 0, 0, ggov_report_points (CARD_WIDTH_MM), ggov_report_points (CARD_HEIGHT_MM));
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  write_line (cr, self->title_pen, head, INSET_MM);
  write_line (cr, self->name_pen, voucher->reward, NAME_MM);
  write_line (cr, self->text_pen, voucher->venue, VENUE_MM);
  write_line (cr, self->text_pen, points, POINTS_MM);
  write_line (cr, self->text_pen, holder_line, HOLDER_MM);
  write_line (cr, self->text_pen, day_line, DAY_MM);
  write_line (cr, self->small_pen, voucher->number, NUMBER_MM);
  draw_code (cr, voucher->code);
}

static void
ggov_report_vouchers_draw (GgovReportPager *pager,
                           cairo_t         *cr,
                           guint            number)
{
  GgovReportVouchers *self = GGOV_REPORT_VOUCHERS (pager);
  const guint first = number * N_COLUMNS * N_ROWS;
  const guint n = MIN (g_list_model_get_n_items (self->vouchers), first + N_COLUMNS * N_ROWS);

  for (guint i = first; i < n; i++)
    {
      g_autoptr(GgovVoucher) voucher = g_list_model_get_item (self->vouchers, i);
      const guint place = i - first;

      cairo_save (cr);
      cairo_translate (cr,
                       ggov_report_points (page.left_mm + CARD_WIDTH_MM * (place % N_COLUMNS)),
                       ggov_report_points (page.top_mm + CARD_HEIGHT_MM * (place / N_COLUMNS)));
      draw_card (self, cr, ggov_voucher_get_fields (voucher));
      cairo_restore (cr);
    }
}

static const GgovReportPage *
ggov_report_vouchers_get_page (GgovReportPager *pager)
{
  return &page;
}

static const char *
ggov_report_vouchers_get_title (GgovReportPager *pager)
{
  return C_("voucher", "Points Voucher");
}

static guint
ggov_report_vouchers_get_n_pages (GgovReportPager *pager)
{
  const guint n = g_list_model_get_n_items (GGOV_REPORT_VOUCHERS (pager)->vouchers);

  return (n + N_COLUMNS * N_ROWS - 1) / (N_COLUMNS * N_ROWS);
}

static void
ggov_report_vouchers_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_vouchers_get_page;
  iface->get_title = ggov_report_vouchers_get_title;
  iface->get_n_pages = ggov_report_vouchers_get_n_pages;
  iface->draw = ggov_report_vouchers_draw;
}

static void
ggov_report_vouchers_finalize (GObject *object)
{
  GgovReportVouchers *self = GGOV_REPORT_VOUCHERS (object);

  g_clear_object (&self->vouchers);
  g_clear_pointer (&self->office, g_free);
  g_clear_pointer (&self->title_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->name_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->text_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->small_pen, _ggov_report_pen_free);

  G_OBJECT_CLASS (ggov_report_vouchers_parent_class)->finalize (object);
}

static void
ggov_report_vouchers_class_init (GgovReportVouchersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_vouchers_finalize;
}

static void
ggov_report_vouchers_init (GgovReportVouchers *self)
{
}

GgovReportVouchers *
ggov_report_vouchers_new (GListModel   *vouchers,
                          const char   *office,
                          PangoContext *context)
{
  GgovReportVouchers *self;

  g_return_val_if_fail (g_list_model_get_n_items (vouchers) > 0, NULL);

  self = g_object_new (GGOV_TYPE_REPORT_VOUCHERS, NULL);
  self->vouchers = g_object_ref (vouchers);
  self->office = g_strdup (office);
  self->title_pen = _ggov_report_pen_new (context, GGOV_REPORT_KAI, TITLE_PT, FALSE);
  self->name_pen = _ggov_report_pen_new (context, GGOV_REPORT_HEI, NAME_PT, TRUE);
  self->text_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TEXT_PT, FALSE);
  self->small_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SMALL_PT, FALSE);

  return self;
}
