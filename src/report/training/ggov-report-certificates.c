/* ggov-report-certificates.c: training certificates on paper, one a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-certificates.h"
#include "ggov-report-pen-private.h"
#include "ggov-report-words-private.h"

/* Sizes of type in points; the text takes the largest in which it fits. */
#define TITLE_PT 40
#define SMALL_PT 12
static const double text_pts[] = { 20, 16, 12, 9 };

/* Millimetres. */
#define FRAME_MM   3   /* from the outer line to the inner */
#define TITLE_MM   24  /* from the frame */
#define TEXT_MM    58
#define FOOT_MM    52  /* from the frame's foot to the end of the text */
#define INSET_MM   30

/* The lines around, in points. */
#define OUTER_WIDTH 2.5
#define INNER_WIDTH 0.7

static const GgovReportPage page = {
  .width_mm = 297, .height_mm = 210, .top_mm = 15, .bottom_mm = 15, .left_mm = 18, .right_mm = 18,
};

/* What is on a sheet. */
typedef struct
{
  char  *text;
  char  *number;
  char  *day;
  char  *valid;
  guint  size;  /* index of the pen the text fits in */
} Sheet;

struct _GgovReportCertificates
{
  GObject        parent_instance;

  char          *title;
  char          *office;
  GPtrArray     *sheets; /* (element-type Sheet) */
  GgovReportPen *title_pen;
  GgovReportPen *small_pen;
  GgovReportPen *text_pens[G_N_ELEMENTS (text_pts)];
};

static void ggov_report_certificates_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportCertificates, ggov_report_certificates, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_certificates_pager_iface_init))

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->text);
  g_free (sheet->number);
  g_free (sheet->day);
  g_free (sheet->valid);
  g_free (sheet);
}

static double
get_text_width (void)
{
  return ggov_report_points (page.width_mm - page.left_mm - page.right_mm - 2 * INSET_MM);
}

/* Drawing -------------------------------------------------------------------------------------- */

static void
draw_frame (cairo_t *cr)
{
  const double inset = ggov_report_points (FRAME_MM);
  const double x = ggov_report_points (page.left_mm), y = ggov_report_points (page.top_mm);
  const double width = ggov_report_points (page.width_mm - page.left_mm - page.right_mm);
  const double height = ggov_report_points (page.height_mm - page.top_mm - page.bottom_mm);

  cairo_set_source_rgb (cr, 0.65, 0.09, 0.09);
  cairo_set_line_width (cr, OUTER_WIDTH);
  cairo_rectangle (cr, x + OUTER_WIDTH / 2, y + OUTER_WIDTH / 2, width - OUTER_WIDTH,
                   height - OUTER_WIDTH);
  cairo_stroke (cr);
  cairo_set_line_width (cr, INNER_WIDTH);
  cairo_rectangle (cr, x + inset, y + inset, width - 2 * inset, height - 2 * inset);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* @y_mm: from the top of the paper */
static void
write_line (cairo_t        *cr,
            GgovReportPen  *pen,
            const char     *text,
            double          y_mm,
            PangoAlignment  align)
{
  const GgovReportBox box = {
    .x = ggov_report_points (page.left_mm + INSET_MM),
    .y = ggov_report_points (y_mm),
    .width = get_text_width (),
    .align = align,
  };

  _ggov_report_pen_draw (pen, cr, text, &box);
}

static void
ggov_report_certificates_draw (GgovReportPager *pager,
                               cairo_t         *cr,
                               guint            number)
{
  GgovReportCertificates *self = GGOV_REPORT_CERTIFICATES (pager);
  const Sheet *sheet = self->sheets->pdata[number];
  const double foot = page.height_mm - page.bottom_mm - FOOT_MM;

  draw_frame (cr);
  write_line (cr, self->title_pen, self->title, page.top_mm + TITLE_MM, PANGO_ALIGN_CENTER);
  write_line (cr, self->text_pens[sheet->size], sheet->text, page.top_mm + TEXT_MM,
              PANGO_ALIGN_LEFT);
  write_line (cr, self->small_pen, sheet->number, foot + 12, PANGO_ALIGN_LEFT);
  write_line (cr, self->small_pen, sheet->valid, foot + 22, PANGO_ALIGN_LEFT);
  write_line (cr, self->small_pen, self->office, foot + 12, PANGO_ALIGN_RIGHT);
  write_line (cr, self->small_pen, sheet->day, foot + 22, PANGO_ALIGN_RIGHT);
  write_line (cr, self->small_pen, C_("certificate", "(seal)"), foot + 32, PANGO_ALIGN_RIGHT);
}

static const GgovReportPage *
ggov_report_certificates_get_page (GgovReportPager *pager)
{
  return &page;
}

static const char *
ggov_report_certificates_get_title (GgovReportPager *pager)
{
  return GGOV_REPORT_CERTIFICATES (pager)->title;
}

static guint
ggov_report_certificates_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_CERTIFICATES (pager)->sheets->len;
}

static const char *
ggov_report_certificates_get_bookmark (GgovReportPager *pager,
                                       guint            number,
                                       gboolean        *is_within)
{
  const Sheet *sheet = GGOV_REPORT_CERTIFICATES (pager)->sheets->pdata[number];

  *is_within = FALSE;

  return sheet->number;
}

static void
ggov_report_certificates_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_certificates_get_page;
  iface->get_bookmark = ggov_report_certificates_get_bookmark;
  iface->get_title = ggov_report_certificates_get_title;
  iface->get_n_pages = ggov_report_certificates_get_n_pages;
  iface->draw = ggov_report_certificates_draw;
}

static void
ggov_report_certificates_finalize (GObject *object)
{
  GgovReportCertificates *self = GGOV_REPORT_CERTIFICATES (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->office, g_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->title_pen, _ggov_report_pen_free);
  g_clear_pointer (&self->small_pen, _ggov_report_pen_free);
  for (guint i = 0; i < G_N_ELEMENTS (text_pts); i++)
    g_clear_pointer (&self->text_pens[i], _ggov_report_pen_free);

  G_OBJECT_CLASS (ggov_report_certificates_parent_class)->finalize (object);
}

static void
ggov_report_certificates_class_init (GgovReportCertificatesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_certificates_finalize;
}

static void
ggov_report_certificates_init (GgovReportCertificates *self)
{
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
}

/* Words ---------------------------------------------------------------------------------------- */

static char *
dup_holder (const GgovCertificateRecord *record)
{
  if (record->role == NULL)
    return g_strdup (record->person);

  /* Translators: who has a certificate: a person, what they are, and where */
  return g_strdup_printf (C_("certificate", "%1$s (%2$s, %3$s)"), record->person, record->role,
                          record->place ? record->place : "");
}

static char *
dup_text (const GgovCertificateRecord *record)
{
  g_autofree char *holder = dup_holder (record);
  g_autofree char *day = _ggov_report_dup_day (record->trained_on ? record->trained_on
                                                                  : record->issued_on);

  /* Translators: the text of a certificate: a person, a day, a course, its hours */
  return g_strdup_printf (C_("certificate", "This certifies that %1$s took part in the training “%3$s” "
                                            "on %2$s, %4$u hours, and passed."),
                          holder, day, record->course, (guint) record->hours);
}

/* The largest in which the text ends above the foot. */
static guint
choose_size (GgovReportCertificates *self,
             const char             *text)
{
  const double room = ggov_report_points (page.height_mm - page.top_mm - page.bottom_mm - TEXT_MM -
                                          FOOT_MM);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (text_pts) &&
         _ggov_report_pen_count_lines (self->text_pens[i], text, get_text_width ()) *
           _ggov_report_pen_get_pitch (self->text_pens[i]) > room)
    i++;

  return i;
}

static void
add_sheet (GgovReportCertificates      *self,
           const GgovCertificateRecord *record)
{
  g_autofree char *until = record->valid_to ? _ggov_report_dup_day (record->valid_to) : NULL;
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->text = dup_text (record);
  sheet->number = g_strdup_printf (C_("certificate", "No. %s"), record->number);
  sheet->day = _ggov_report_dup_day (record->issued_on);
  sheet->valid = until ? g_strdup_printf (C_("certificate", "Good until %s"), until)
                       : g_strdup (C_("certificate", "Good for good"));
  sheet->size = choose_size (self, sheet->text);
  g_ptr_array_add (self->sheets, sheet);
}

GgovReportCertificates *
ggov_report_certificates_new (GListModel   *certificates,
                              const char   *office,
                              PangoContext *context)
{
  GgovReportCertificates *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (certificates), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (certificates) > 0, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (GGOV_TYPE_REPORT_CERTIFICATES, NULL);
  self->title = g_strdup (C_("certificate", "Training certificate"));
  self->office = g_strdup (office ? office : "");
  self->title_pen = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TITLE_PT, TRUE);
  self->small_pen = _ggov_report_pen_new (context, GGOV_REPORT_FANG_SONG, SMALL_PT, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (text_pts); i++)
    self->text_pens[i] = _ggov_report_pen_new (context, GGOV_REPORT_KAI, text_pts[i], FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (certificates); i++)
    {
      g_autoptr(GgovCertificate) row = g_list_model_get_item (certificates, i);

      add_sheet (self, ggov_certificate_get_record (row));
    }

  return self;
}
