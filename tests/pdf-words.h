/* pdf-words.h: what stands where in a PDF, as poppler's tools read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A word of a page and its box, in points; @page counts from 0. */
typedef struct
{
  guint   page;
  double  x0;
  double  y0;
  double  x1;
  double  y1;
  char   *text;
} PdfWord;

/* What "TOOL OPTION FILE -" prints, or "TOOL FILE" where there is no option; NULL, with the test
 * skipped, where the tool is missing. */
char          *pdf_ask        (const char *path,
                               const char *tool,
                               const char *option);

/* (element-type PdfWord), or NULL, with the test skipped */
GArray        *pdf_list_words (const char *path);

/* The first such word of a page; aborts the test where there is none. */
const PdfWord *pdf_find_word  (GArray     *words,
                               guint       page,
                               const char *text);
