/* paper-pages.c: papers written as PDF and looked at again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ggov-report-page.h"
#include "ggov-report-pdf.h"
#include "paper-pages.h"
#include "pdf-words.h"

/* From the edge of a sheet, in points: what a printer may not reach. */
#define UNPRINTED (4 * 72 / 25.4)

void
paper_write (const char      *path,
             GgovReportPager *pager)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ggov_report_write_pdf (pager, path, &error));
  g_assert_no_error (error);
}

void
paper_assert_on_pages (const char      *path,
                       GgovReportPager *pager)
{
  g_autoptr(GArray) words = NULL;
  g_autofree char *fonts = NULL;

  paper_write (path, pager);
  if (!(words = pdf_list_words (path)))
    return;

  g_assert_cmpuint (words->len, >, 5);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);
      const GgovReportPage *page = ggov_report_pager_get_page_at (pager, word->page);

      g_assert_cmpfloat (word->x0, >=, UNPRINTED);
      g_assert_cmpfloat (word->y0, >=, UNPRINTED);
      g_assert_cmpfloat (word->x1, <=, ggov_report_points (page->width_mm) - UNPRINTED);
      g_assert_cmpfloat (word->y1, <=, ggov_report_points (page->height_mm) - UNPRINTED);
    }

  fonts = pdf_ask (path, "pdffonts", NULL);
  g_assert_false (g_regex_match_simple ("^.+ no +(yes|no) +(yes|no) +[0-9]+ +0$", fonts,
                                        G_REGEX_MULTILINE, 0));
}

char *
paper_read (const char      *path,
            GgovReportPager *pager)
{
  g_autoptr(GgovReportPager) paper = pager;

  paper_assert_on_pages (path, paper);

  return pdf_ask (path, "pdftotext", "-raw");
}
