/* ggov-report-pdf.c: paper as a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ggov-report-pdf.h"

G_DEFINE_QUARK (ggov-report-error-quark, ggov_report_error)

/* @parent: (inout): the last bookmark that is not within another */
static void
add_bookmark (GgovReportPager *pager,
              cairo_surface_t *surface,
              guint            page,
              int             *parent)
{
  gboolean is_within = FALSE;
  const char *words = ggov_report_pager_get_bookmark (pager, page, &is_within);
  g_autofree char *link = g_strdup_printf ("page=%u", page + 1);
  int id;

  if (words == NULL)
    return;

  id = cairo_pdf_surface_add_outline (surface, is_within ? *parent : CAIRO_PDF_OUTLINE_ROOT, words,
                                      link, is_within ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (!is_within)
    *parent = id;
}

static cairo_status_t
draw_pages (GgovReportPager *pager,
            const char      *path)
{
  const GgovReportPage *page = ggov_report_pager_get_page (pager);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, ggov_report_points (page->width_mm),
                                                       ggov_report_points (page->height_mm));
  cairo_t *cr = cairo_create (surface);
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  ggov_report_pager_get_title (pager));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "GridGov " VERSION);

  for (guint i = 0; i < ggov_report_pager_get_n_pages (pager); i++)
    {
      page = ggov_report_pager_get_page_at (pager, i);
      cairo_pdf_surface_set_size (surface, ggov_report_points (page->width_mm),
                                  ggov_report_points (page->height_mm));
      add_bookmark (pager, surface, i, &parent);
      ggov_report_pager_draw (pager, cr, i);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
ggov_report_write_pdf (GgovReportPager  *pager,
                       const char       *path,
                       GError          **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *shown = g_filename_display_name (path);
  cairo_status_t status;

  g_return_val_if_fail (GGOV_IS_REPORT_PAGER (pager), FALSE);

  status = draw_pages (pager, part);
  if (status == CAIRO_STATUS_SUCCESS && g_rename (part, path) == 0)
    return TRUE;

  g_set_error (error, GGOV_REPORT_ERROR, GGOV_REPORT_ERROR_WRITE,
               _("“%s” cannot be written (%s). Choose another place, or free some space."), shown,
               status == CAIRO_STATUS_SUCCESS ? g_strerror (errno)
                                              : cairo_status_to_string (status));
  g_unlink (part);

  return FALSE;
}
