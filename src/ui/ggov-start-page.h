/* ggov-start-page.h: what the window shows while no office is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_START_PAGE (ggov_start_page_get_type ())

G_DECLARE_FINAL_TYPE (GgovStartPage, ggov_start_page, GGOV, START_PAGE, AdwBin)

/**
 * ggov_start_page_show_welcome:
 * @recent: file names of offices, in the GLib file name encoding, newest first
 */
void ggov_start_page_show_welcome (GgovStartPage       *self,
                                   const char * const  *recent);

/**
 * ggov_start_page_show_error:
 * @sentence: why an office cannot be opened and what to do
 * @again: whether trying again may help
 */
void ggov_start_page_show_error   (GgovStartPage       *self,
                                   const char          *sentence,
                                   gboolean             again);

/* Shows that an office is being opened or, with a progress bar and Cancel, made. */
void ggov_start_page_show_opening (GgovStartPage       *self);
void ggov_start_page_show_making  (GgovStartPage       *self);

/* @done: 0 to 1 */
void ggov_start_page_set_done     (GgovStartPage       *self,
                                   double               done);

G_END_DECLS
