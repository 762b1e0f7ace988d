/* ggov-report-notices.c: reminder notices (催办通知书), a page each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-ladder-step.h"
#include "ggov-local-time.h"
#include "ggov-report-notices.h"
#include "ggov-report-words-private.h"

/* All in millimetres, from the top of the paper. */
#define MARGIN_MM  28.0 /* from the edge to the text, at both sides */
#define TITLE_MM   32.0
#define NUMBER_MM  52.0
#define BODY_MM    66.0
#define OFFICE_MM  170.0
#define CUT_MM     222.0
#define RECEIPT_MM 230.0

/* In points. */
#define TITLE_PT 26
#define BODY_PT  16
#define SMALL_PT 11

struct _GgovReportNotices
{
  GObject         parent_instance;

  GPtrArray      *notices; /* (element-type GgovLadderStep) */
  char           *office;
  GgovReportPage  page;
  GgovReportPen  *title;
  GgovReportPen  *body;
  GgovReportPen  *small;
};

static void ggov_report_notices_pager_iface_init (GgovReportPagerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GgovReportNotices, ggov_report_notices, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GGOV_TYPE_REPORT_PAGER,
                                                      ggov_report_notices_pager_iface_init))

/* What it says -------------------------------------------------------------------------------- */

static char *
dup_moment (gint64 time)
{
  return g_strdelimit (ggov_local_time_format (time), "T", ' ');
}

static char *
dup_day (gint64 time)
{
  g_autofree char *iso = ggov_local_day_format (ggov_local_time_get_day (time));

  return _ggov_report_dup_formal_day (iso);
}

/* Where it is, in the shortest words that tell. */
static const char *
get_place (const GgovIssueFields *issue)
{
  if (*issue->place)
    return issue->place;

  return issue->grid_name ? issue->grid_name : "";
}

static char *
dup_body (GgovLadderStep *notice)
{
  GgovIssue *issue = ggov_ladder_step_get_issue (notice);
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  g_autofree char *filed = dup_moment (fields->filed_at);
  g_autofree char *due = dup_moment (ggov_ladder_step_get_fields (notice)->due_at);
  const char *place = get_place (fields);

  /* Translators: a reminder notice: the issue's number, title, kind and place, when it was filed,
   * and by when it had to be done */
  return g_strdup_printf (C_("notice", "Issue %1$s, “%2$s” (%3$s, %4$s), filed on %5$s, was to be "
                                       "done by %6$s. That time is over, and the issue is not "
                                       "closed.\n\nPlease finish it at once and report back. "
                                       "Whatever stands in the way is to be told in writing."),
                          fields->number, fields->title, ggov_issue_get_type_label (issue), place,
                          filed, due);
}

static char *
dup_addressee (const GgovIssueFields *issue)
{
  /* Translators: a reminder notice: whom it is for */
  return g_strdup_printf (C_("notice", "To %s:"),
                          issue->handler_name ? issue->handler_name
                                              : C_("notice", "whoever is in charge"));
}

/* Drawing ------------------------------------------------------------------------------------- */

static double
mm (double millimetres)
{
  return ggov_report_points (millimetres);
}

static GgovReportBox
make_box (GgovReportNotices *self,
          double             y_mm,
          PangoAlignment     align)
{
  return (GgovReportBox) {
    .x = mm (MARGIN_MM),
    .y = mm (y_mm),
    .width = mm (self->page.width_mm - 2 * MARGIN_MM),
    .align = align,
  };
}

static void
draw_head (GgovReportNotices     *self,
           cairo_t               *cr,
           const GgovIssueFields *issue)
{
  const GgovReportBox title = make_box (self, TITLE_MM, PANGO_ALIGN_CENTER);
  const GgovReportBox line = make_box (self, NUMBER_MM, PANGO_ALIGN_RIGHT);
  g_autofree char *number = g_strdup_printf (C_("notice", "No. %s"), issue->number);

  _ggov_report_pen_draw (self->title, cr, C_("notice", "Reminder Notice"), &title);
  _ggov_report_pen_draw (self->small, cr, number, &line);
}

/* Each paragraph in its box: their lines are counted one by one. */
static void
draw_body (GgovReportNotices *self,
           cairo_t           *cr,
           GgovLadderStep    *notice)
{
  g_autofree char *addressee =
    dup_addressee (ggov_issue_get_fields (ggov_ladder_step_get_issue (notice)));
  g_autofree char *body = dup_body (notice);
  g_auto(GStrv) paragraphs = g_strsplit (body, "\n\n", -1);
  GgovReportBox box = make_box (self, BODY_MM, PANGO_ALIGN_LEFT);
  const double pitch = _ggov_report_pen_get_pitch (self->body);

  _ggov_report_pen_draw (self->body, cr, addressee, &box);
  box.y += 1.6 * pitch;
  for (guint i = 0; paragraphs[i]; i++)
    {
      _ggov_report_pen_draw (self->body, cr, paragraphs[i], &box);
      box.y += (_ggov_report_pen_count_lines (self->body, paragraphs[i], box.width) + 0.6) * pitch;
    }
}

static void
draw_office (GgovReportNotices *self,
             cairo_t           *cr,
             gint64             at)
{
  g_autofree char *day = dup_day (at);
  GgovReportBox box = make_box (self, OFFICE_MM, PANGO_ALIGN_RIGHT);

  _ggov_report_pen_draw (self->body, cr, self->office, &box);
  box.y += 1.4 * _ggov_report_pen_get_pitch (self->body);
  _ggov_report_pen_draw (self->body, cr, day, &box);
}

static void
draw_receipt (GgovReportNotices     *self,
              cairo_t               *cr,
              const GgovIssueFields *issue)
{
  const double dashes[] = { 4, 4 };
  GgovReportBox box = make_box (self, RECEIPT_MM, PANGO_ALIGN_LEFT);
  /* Translators: what is cut off a reminder notice and kept; %s is the issue's number */
  g_autofree char *text = g_strdup_printf (C_("notice", "Receipt for reminder notice No. %s"),
                                           issue->number);

  cairo_save (cr);
  cairo_set_line_width (cr, 0.7);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, mm (MARGIN_MM), mm (CUT_MM));
  cairo_line_to (cr, mm (self->page.width_mm - MARGIN_MM), mm (CUT_MM));
  cairo_stroke (cr);
  cairo_restore (cr);

  _ggov_report_pen_draw (self->small, cr, text, &box);
  box.y += 2.5 * _ggov_report_pen_get_pitch (self->small);
  _ggov_report_pen_draw (self->small, cr, C_("notice", "Received by ____________________   Day "
                                                       "____________________"), &box);
}

static void
ggov_report_notices_draw (GgovReportPager *pager,
                          cairo_t         *cr,
                          guint            page)
{
  GgovReportNotices *self = GGOV_REPORT_NOTICES (pager);
  GgovLadderStep *notice = self->notices->pdata[page];
  const GgovIssueFields *issue = ggov_issue_get_fields (ggov_ladder_step_get_issue (notice));

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_head (self, cr, issue);
  draw_body (self, cr, notice);
  draw_office (self, cr, ggov_ladder_step_get_fields (notice)->at);
  draw_receipt (self, cr, issue);
}

/* The pager ----------------------------------------------------------------------------------- */

static const GgovReportPage *
ggov_report_notices_get_page (GgovReportPager *pager)
{
  return &GGOV_REPORT_NOTICES (pager)->page;
}

static const char *
ggov_report_notices_get_title (GgovReportPager *pager)
{
  return C_("notice", "Reminder Notice");
}

static guint
ggov_report_notices_get_n_pages (GgovReportPager *pager)
{
  return GGOV_REPORT_NOTICES (pager)->notices->len;
}

static void
ggov_report_notices_pager_iface_init (GgovReportPagerInterface *iface)
{
  iface->get_page = ggov_report_notices_get_page;
  iface->get_title = ggov_report_notices_get_title;
  iface->get_n_pages = ggov_report_notices_get_n_pages;
  iface->draw = ggov_report_notices_draw;
}

static void
ggov_report_notices_finalize (GObject *object)
{
  GgovReportNotices *self = GGOV_REPORT_NOTICES (object);

  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_pointer (&self->office, g_free);
  g_clear_pointer (&self->title, _ggov_report_pen_free);
  g_clear_pointer (&self->body, _ggov_report_pen_free);
  g_clear_pointer (&self->small, _ggov_report_pen_free);

  G_OBJECT_CLASS (ggov_report_notices_parent_class)->finalize (object);
}

static void
ggov_report_notices_class_init (GgovReportNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_report_notices_finalize;
}

static void
ggov_report_notices_init (GgovReportNotices *self)
{
  self->notices = g_ptr_array_new_with_free_func (g_object_unref);
}

GgovReportNotices *
ggov_report_notices_new (GListModel   *notices,
                         const char   *office,
                         PangoContext *context)
{
  GgovReportNotices *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (notices), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (notices) > 0, NULL);

  self = g_object_new (GGOV_TYPE_REPORT_NOTICES, NULL);
  self->office = g_strdup (office ? office : "");
  self->page = ggov_report_page_list;
  self->title = _ggov_report_pen_new (context, GGOV_REPORT_SONG, TITLE_PT, TRUE);
  self->body = _ggov_report_pen_new (context, GGOV_REPORT_FANG_SONG, BODY_PT, FALSE);
  self->small = _ggov_report_pen_new (context, GGOV_REPORT_SONG, SMALL_PT, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    g_ptr_array_add (self->notices, g_list_model_get_item (notices, i));

  return self;
}
