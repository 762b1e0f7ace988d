/* ggov-report-appointment.c: certificates of appointment, to be sealed and handed over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "ggov-report-appointment.h"
#include "ggov-report-words-private.h"
#include "ggov-roster-row.h"

/* All in millimetres. */
#define FRAME_MM   12.0 /* from the edge of the paper to the outer line */
#define BETWEEN_MM 2.0  /* from it to the inner line */
#define MARGIN_MM  34.0 /* from the edge to the text, at both sides */
#define TITLE_MM   30.0 /* from the top */
#define BODY_MM    68.0
#define SEAL_MM    40.0 /* the seal of an office is as wide: State Council (1999) No. 25 */
#define FOOT_MM    30.0 /* from the bottom to the day */

/* In points. */
#define TITLE_PT 44
#define BODY_PT  22
#define LEAST_PT 13
#define FOOT_PT  18
#define SMALL_PT 10.5

/* From one line to the next, of what the font asks for. */
#define SPACING 1.35f

#define RED 0.75, 0.12, 0.12

struct _GgovReportAppointment
{
  GObject         parent_instance;

  GPtrArray      *rows;    /* (element-type GgovRosterRow) */
  GgovReportPage  page;
  PangoContext   *context;
  char           *day;
};

static void ggov_report_appointment_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportAppointment, ggov_report_appointment, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_appointment_pager_iface_init))

/* What it says -------------------------------------------------------------------------------- */

/* "Lake, 3号楼", where the place does not begin with the community's name. */
static char *
dup_place (const GgovRosterRecord *record)
{
  if (record->community == NULL || g_str_has_prefix (record->place, record->community))
    return g_strdup (record->place);

  /* Translators: on a certificate: a community, then a place in it; no blank in Chinese */
  return g_strdup_printf (C_("certificate", "%1$s, %2$s"), record->community, record->place);
}

static char *
dup_body (const GgovRosterRecord *record)
{
  g_autofree char *place = dup_place (record);
  g_autofree char *since = _ggov_report_dup_day (record->since);
  g_autofree char *until = record->until ? _ggov_report_dup_day (record->until) : NULL;

  if (until)
    /* Translators: a certificate: name, post, what it is held for, first day, last day */
    return g_strdup_printf (C_("certificate", "%1$s is appointed %2$s of %3$s from %4$s to %5$s. "
                                              "This certificate is issued in witness thereof."),
                            record->name, record->role, place, since, until);

  /* Translators: a certificate: name, post, what it is held for, first day */
  return g_strdup_printf (C_("certificate", "%1$s is appointed %2$s of %3$s from %4$s on. This "
                                            "certificate is issued in witness thereof."),
                          record->name, record->role, place, since);
}

/* Drawing ------------------------------------------------------------------------------------- */

static double
mm (double millimetres)
{
  return ggov_report_points (millimetres);
}

static PangoLayout *
lay_out (GgovReportAppointment *self,
         GgovReportFace         face,
         double                 size_pt,
         gboolean               bold,
         const char            *text,
         double                 width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = ggov_report_font_new (face, size_pt, bold);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, SPACING);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      double       x,
      double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* What is longer than others is set smaller, until it leaves room for the foot. */
static void
draw_body (GgovReportAppointment  *self,
           cairo_t                *cr,
           const GgovRosterRecord *record)
{
  const double width = mm (self->page.width_mm - 2 * MARGIN_MM);
  const double room = mm (self->page.height_mm - BODY_MM - FOOT_MM) - mm (SEAL_MM);
  g_autofree char *body = dup_body (record);
  g_autoptr(PangoLayout) layout = NULL;

  for (double size = BODY_PT; layout == NULL && size >= LEAST_PT; size -= 1)
    {
      layout = lay_out (self, GGOV_REPORT_FANG_SONG, size, FALSE, body, width);
      /* Chinese paragraphs begin two characters further in. */
      pango_layout_set_indent (layout, 2 * size * PANGO_SCALE);
      if (get_height (layout) > room && size - 1 >= LEAST_PT)
        g_clear_object (&layout);
    }

  show (cr, layout, mm (MARGIN_MM), mm (BODY_MM));
}

/* On one line. */
static PangoLayout *
lay_out_title (GgovReportAppointment *self,
               double                 width)
{
  PangoLayout *title = NULL;

  for (double size = TITLE_PT; title == NULL; size -= 2)
    {
      title = lay_out (self, GGOV_REPORT_SONG, size, TRUE,
                       C_("certificate", "Certificate of Appointment"), width);
      if (pango_layout_get_line_count (title) > 1 && size > BODY_PT)
        g_clear_object (&title);
    }

  return title;
}

static void
draw_title (GgovReportAppointment  *self,
            cairo_t                *cr,
            const GgovRosterRecord *record)
{
  const double width = mm (self->page.width_mm - 2 * MARGIN_MM);
  g_autofree char *number =
    g_strdup_printf (C_("certificate", "No. %u"), (guint) record->post_id);
  g_autoptr(PangoLayout) title = lay_out_title (self, width);
  g_autoptr(PangoLayout) small = lay_out (self, GGOV_REPORT_SONG, SMALL_PT, FALSE, number, width);

  pango_layout_set_alignment (title, PANGO_ALIGN_CENTER);
  pango_layout_set_alignment (small, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cr, RED);
  show (cr, title, mm (MARGIN_MM), mm (TITLE_MM));
  cairo_set_source_rgb (cr, 0, 0, 0);
  show (cr, small, mm (MARGIN_MM), mm (FRAME_MM + 2 * BETWEEN_MM + 3));
}

/* A dashed ring where the seal goes, over the words of who appoints and the day. */
static void
draw_seal (GgovReportAppointment *self,
           cairo_t               *cr,
           double                 x,
           double                 y)
{
  const double dashes[] = { 3, 3 };
  g_autoptr(PangoLayout) word = lay_out (self, GGOV_REPORT_SONG, SMALL_PT, FALSE,
                                         C_("certificate", "Seal"), mm (SEAL_MM));

  pango_layout_set_alignment (word, PANGO_ALIGN_CENTER);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 0.7);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, mm (SEAL_MM) / 2, 0, 2 * G_PI);
  cairo_stroke (cr);
  show (cr, word, x - mm (SEAL_MM) / 2, y - mm (SEAL_MM) / 2 + 6);
  cairo_restore (cr);
}

static void
draw_foot (GgovReportAppointment  *self,
           cairo_t                *cr,
           const GgovRosterRecord *record)
{
  const double width = mm ((self->page.width_mm - 2 * MARGIN_MM) / 2);
  const double left = mm (self->page.width_mm - MARGIN_MM) - width;
  const double base = mm (self->page.height_mm - FOOT_MM);
  g_autofree char *words = g_strdup_printf (
    /* Translators: who appoints, then the day, one below the other; the place is a sub-district */
    C_("certificate", "%1$s Office\n%2$s"), record->sub_district ? record->sub_district : "",
    self->day);
  g_autoptr(PangoLayout) layout = lay_out (self, GGOV_REPORT_FANG_SONG, FOOT_PT, FALSE, words,
                                           width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  draw_seal (self, cr, left + width / 2, base - mm (SEAL_MM) / 2 + 4);
  cairo_set_source_rgb (cr, 0, 0, 0);
  show (cr, layout, left, base - get_height (layout));
}

static void
draw_frame (GgovReportAppointment *self,
            cairo_t               *cr)
{
  const double widths[] = { 2.5, 0.7 };

  cairo_set_source_rgb (cr, RED);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      const double edge = FRAME_MM + i * BETWEEN_MM;

      cairo_set_line_width (cr, widths[i]);
      cairo_rectangle (cr, mm (edge), mm (edge), mm (self->page.width_mm - 2 * edge),
                       mm (self->page.height_mm - 2 * edge));
      cairo_stroke (cr);
    }
}

static void
ggov_report_appointment_draw (GgovReportPager *pager,
                              cairo_t         *cr,
                              guint            page)
{
  GgovReportAppointment *self = GGOV_REPORT_APPOINTMENT (pager);
  const GgovRosterRecord *record = ggov_roster_row_get_record (self->rows->pdata[page]);

  draw_frame (self, cr);
  draw_title (self, cr, record);
  draw_body (self, cr, record);
  draw_foot (self, cr, record);
}

/* The pager ----------------------------------------------------------------------------------- */

static const GgovReportPage *
ggov_report_appointment_get_page (GgovReportPager *pager)
{
  return &GGOV_REPORT_APPOINTMENT (pager)->page;
}

static const char *
ggov_report_appointment_get_title (GgovReportPager *pager)
{
  return C_("certificate", "Certificate of Appointment");
}

static guint
ggov_report_appointment_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_APPOINTMENT (pager)->rows->len;
}

static void
ggov_report_appointment_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_appointment_get_page;
  iface->get_title = ggov_report_appointment_get_title;
  iface->get_n_pages = ggov_report_appointment_get_n_pages;
  iface->draw = ggov_report_appointment_draw;
}

static void
ggov_report_appointment_finalize (GObject *object)
{
  GgovReportAppointment *self = GGOV_REPORT_APPOINTMENT (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->day, g_free);

  G_OBJECT_CLASS (ggov_report_appointment_parent_class)->finalize (object);
}

static void
ggov_report_appointment_class_init (GgovReportAppointmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_appointment_finalize;
}

static void
ggov_report_appointment_init (GgovReportAppointment *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

GgovReportAppointment *
ggov_report_appointment_new (GListModel                         *rows,
                             const GgovReportAppointmentOptions *options,
                             PangoContext                       *context)
{
  const GgovReportPage *sheet = &ggov_report_page_list;
  GgovReportAppointment *self;
  gboolean stands;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (rows) > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  stands = options->turn == GGOV_REPORT_TURN_PORTRAIT;
  self = g_object_new (GGOV_TYPE_REPORT_APPOINTMENT, NULL);
  self->context = g_object_ref (context);
  self->day = _ggov_report_dup_formal_day (options->issued_on);
  self->page.width_mm = stands ? sheet->width_mm : sheet->height_mm;
  self->page.height_mm = stands ? sheet->height_mm : sheet->width_mm;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    g_ptr_array_add (self->rows, g_list_model_get_item (rows, i));

  return self;
}
