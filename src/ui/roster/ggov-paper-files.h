/* ggov-paper-files.h: papers as files: chosen by the user, copied for the user, shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-list-dialog.h"
#include "ggov-post-paper.h"
#include "ggov-store-papers.h"

G_BEGIN_DECLS

/**
 * ggov_paper_files_choose_async:
 * @widget: over whose window the user is asked for files
 */
void    ggov_paper_files_choose_async  (GtkWidget            *widget,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/**
 * ggov_paper_files_choose_finish:
 * @error: (nullable): stays unset where the user chose none
 *
 * Returns: (transfer full) (nullable) (element-type GgovPaper): what the files hold, pictures as
 *   ggov_papers_read_async() has them
 */
GArray *ggov_paper_files_choose_finish (GtkWidget            *widget,
                                        GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks where to, and writes a copy there. What comes of it is told by the note of @list. */
void    ggov_paper_files_save          (GgovListDialog       *list,
                                        GgovPostPaper        *paper,
                                        GBytes               *content);

/* Shows a picture in a window of its own, and hands anything else to the program that the desktop has
 * for it. What goes wrong is told by the note of @widget, if that is a GgovListDialog, else by a toast
 * of its window. */
void    ggov_paper_files_show          (GtkWidget            *widget,
                                        const char           *name,
                                        const char           *media_type,
                                        GBytes               *content);

G_END_DECLS
