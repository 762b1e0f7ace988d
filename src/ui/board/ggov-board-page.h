/* ggov-board-page.h: the issues, in columns by stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_PAGE (ggov_board_page_get_type ())

/* Its writable property "session" is the GgovSession it shows, or NULL. */
G_DECLARE_FINAL_TYPE (GgovBoardPage, ggov_board_page, GGOV, BOARD_PAGE, AdwBin)

/* Selects an issue and shows what is known of it; @kind is "issue". */
void ggov_board_page_show_record (GtkWidget  *page,
                                  const char *kind,
                                  gint64      id);

/* Whether something that was asked for is not shown yet; the days of the calendar and the map aside. */
gboolean ggov_board_page_is_reading (GgovBoardPage *self);

/* Shows the issues of @choices, as ggov_board_filter_dup_choices() has them. */
void ggov_board_page_filter      (GtkWidget  *page,
                                  const char *choices);

G_END_DECLS
