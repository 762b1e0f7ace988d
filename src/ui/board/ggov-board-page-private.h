/* ggov-board-page-private.h: what the files of the board's page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-board-column.h"
#include "ggov-board-filter.h"
#include "ggov-board-page.h"
#include "ggov-issue-pane.h"
#include "ggov-session.h"

G_BEGIN_DECLS

struct _GgovBoardPage
{
  AdwBin             parent_instance;

  GgovSession       *session;     /* (nullable) */
  GgovBoardColumn   *columns[GGOV_ISSUE_N_STAGES]; /* (unowned) */
  GCancellable      *cancellable; /* (nullable): of the reading under way */
  guint              limit;       /* the most issues of a stage */
  guint              tick;        /* source that lets the time left go on, or 0 */
  gint64             selected_id; /* the issue that is looked at, or 0 */
  gboolean           grab_focus;  /* its card is to have the focus once it is read */
  gboolean           explain;     /* its deadline is to be explained once it is read */
  gboolean           reveal;      /* its column is to be scrolled to once it is read */

  /* From the template. */
  GtkWidget         *column_box;
  GgovBoardFilter   *filter;
  AdwFlap           *flap;
  GgovIssuePane     *pane;
  GtkScrolledWindow *scroller;
  GtkStack          *stack;
};

/* Reads what is shown anew. */
void       _ggov_board_page_reload      (GgovBoardPage   *self);

/* Reads what is open beside the board anew. */
void       _ggov_board_page_reload_details (GgovBoardPage *self);

/* The issue that is selected, or shown at all; (transfer none) (nullable) */
GgovIssue *_ggov_board_page_find        (GgovBoardPage   *self,
                                         gint64           id);

/* Looks at another issue; 0 for none. */
void       _ggov_board_page_select      (GgovBoardPage   *self,
                                         gint64           id,
                                         gboolean         grab_focus);

/* Opens what is known of an issue beside the board. */
void       _ggov_board_page_open        (GgovBoardPage   *self,
                                         gint64           id);

/* Scrolls to the column of the selected issue. */
void       _ggov_board_page_reveal      (GgovBoardPage   *self);

void       _ggov_board_page_say         (GgovBoardPage   *self,
                                         const char      *sentence);

/* Installs the actions that move issues, and those about their parts. */
void       _ggov_board_page_install_parts (GtkWidgetClass *klass);
void       _ggov_board_page_install_moves (GtkWidgetClass *klass);

G_END_DECLS
