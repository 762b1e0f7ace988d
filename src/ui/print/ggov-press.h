/* ggov-press.h: makes and draws the pages of a paper, away from the main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A press has a thread of its own, which makes the pages, draws and writes them, in the order it is
 * asked: pages are drawn in the thread that measured them.
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-paper.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PRESS (ggov_press_get_type ())

G_DECLARE_FINAL_TYPE (GgovPress, ggov_press, GGOV, PRESS, GObject)

GgovPress  *ggov_press_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/* Measures the pages of a paper, which is what is drawn and written from then on. */
void        ggov_press_set_paper_async  (GgovPress            *self,
                                         GgovPaper            *paper,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/* Returns: how many pages there are; 0 and an error if there is nothing to print */
guint       ggov_press_set_paper_finish (GgovPress            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * ggov_press_draw_async:
 * @page: from 0
 * @width: of the room there is, in pixels
 * @height: likewise; 0 for any height
 *
 * Draws a page on white, as large as it goes into the room.
 */
void        ggov_press_draw_async       (GgovPress            *self,
                                         guint                 page,
                                         int                   width,
                                         int                   height,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GdkTexture *ggov_press_draw_finish      (GgovPress            *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes all pages to a file: see ggov_report_write_pdf(). */
void        ggov_press_write_async      (GgovPress            *self,
                                         const char           *path,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/* Returns: how many pages were written; 0 and an error if they could not be */
guint       ggov_press_write_finish     (GgovPress            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
