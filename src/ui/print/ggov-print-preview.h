/* ggov-print-preview.h: the pages of a paper as they will be printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-press.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PRINT_PREVIEW (ggov_print_preview_get_type ())

/* Shows one page at a time, in the width there is or whole. */
G_DECLARE_FINAL_TYPE (GgovPrintPreview, ggov_print_preview, GGOV, PRINT_PREVIEW, AdwBin)

/* @n_pages: of the paper that @press has now; the page that is shown stays, if there is one */
void ggov_print_preview_show_pages   (GgovPrintPreview *self,
                                      GgovPress        *press,
                                      guint             n_pages);

/* Says instead why there are no pages. */
void ggov_print_preview_show_message (GgovPrintPreview *self,
                                      const char       *sentence);

/* Says that pages are being made; what is there stays meanwhile. */
void ggov_print_preview_show_busy    (GgovPrintPreview *self);

/* Goes to the first page. */
void ggov_print_preview_rewind       (GgovPrintPreview *self);

G_END_DECLS
