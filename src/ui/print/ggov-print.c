/* ggov-print.c: paper from a page of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-print.h"

#define A4_WIDTH_MM 210.0

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                GgovReportPager   *pager)
{
  gtk_print_operation_set_n_pages (operation, ggov_report_pager_get_n_pages (pager));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              GgovReportPager   *pager)
{
  ggov_report_pager_draw (pager, gtk_print_context_get_cairo_context (context), page);
}

/* The margins are the pager's: the printer is given the whole sheet. */
static void
fill_setup (GtkPageSetup         *setup,
            const GgovReportPage *paper)
{
  const double shorter_mm = MIN (paper->width_mm, paper->height_mm);
  GtkPaperSize *size =
    gtk_paper_size_new (shorter_mm > A4_WIDTH_MM ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_orientation (setup, paper->width_mm < paper->height_mm
                                           ? GTK_PAGE_ORIENTATION_PORTRAIT
                                           : GTK_PAGE_ORIENTATION_LANDSCAPE);
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       GgovReportPager   *pager)
{
  fill_setup (setup, ggov_report_pager_get_page_at (pager, page));
}

static void
show_failure (GtkWidget    *page,
              const GError *error)
{
  g_autofree char *message = g_strdup_printf (_("It cannot be printed: %s"), error->message);

  gtk_widget_activate_action (page, "win.show-message", "s", message);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWidget               *page)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error)
    show_failure (page, error);
}

GtkPrintOperation *
ggov_print_operation_new (GgovReportPager *pager)
{
  GtkPrintOperation *operation;
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();

  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (pager), NULL);

  operation = gtk_print_operation_new ();
  fill_setup (setup, ggov_report_pager_get_page (pager));
  gtk_print_operation_set_job_name (operation, ggov_report_pager_get_title (pager));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);

  /* The operation keeps the pager; it is there as long as its handlers are. */
  g_object_set_data_full (G_OBJECT (operation), "ggov-pager", g_object_ref (pager), g_object_unref);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), pager);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), pager);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pager);

  return operation;
}

void
ggov_print_pager (GtkWidget       *page,
                  GgovReportPager *pager,
                  gboolean         preview)
{
  g_autoptr(GtkPrintOperation) operation = ggov_print_operation_new (pager);
  g_autoptr(GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), page, G_CONNECT_DEFAULT);

  if (gtk_print_operation_run (operation,
                               preview ? GTK_PRINT_OPERATION_ACTION_PREVIEW
                                       : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (page)), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_failure (page, error);
}
