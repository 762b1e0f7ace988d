/* ggov-board-page-private.h: what the files of the board's page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-board-column.h"
#include "ggov-board-desk.h"
#include "ggov-board-filter.h"
#include "ggov-board-lanes.h"
#include "ggov-board-list.h"
#include "ggov-board-map.h"
#include "ggov-board-month.h"
#include "ggov-board-page.h"
#include "ggov-issue-pane.h"
#include "ggov-place-chooser.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/* How the issues are shown; codes: "board", "list", "calendar", "map". */
typedef enum
{
  GGOV_BOARD_VIEW_BOARD,
  GGOV_BOARD_VIEW_LIST,
  GGOV_BOARD_VIEW_CALENDAR,
  GGOV_BOARD_VIEW_MAP,
} GgovBoardView;

#define GGOV_BOARD_N_VIEWS (GGOV_BOARD_VIEW_MAP + 1)

struct _GgovBoardPage
{
  AdwBin             parent_instance;

  GgovSession       *session;     /* (nullable) */
  GgovBoardDesk     *desk;
  GSettings         *settings;    /* (nullable): where views are remembered */
  GPtrArray         *limits;      /* (nullable) (element-type GgovBoardLimit) */
  GgovBoardColumn   *columns[GGOV_ISSUE_N_STAGES]; /* (unowned) */
  GgovBoardMap      *map;         /* (unowned) (nullable): NULL before it is shown first */
  GCancellable      *cancellable; /* (nullable): of the reading under way */
  GgovBoardView      view;
  GgovIssueGrouping  grouping;    /* what the lanes are */
  guint              limit;       /* the most issues of a stage */
  guint              n_readings;  /* under way */
  guint              tick;        /* source that lets the time left go on, or 0 */
  gint64             selected_id; /* the issue that is looked at, or 0 */
  gboolean           is_asked_anew; /* another filter or view, not the same again */
  gboolean           grab_focus;  /* its card is to have the focus once it is read */
  gboolean           explain;     /* its deadline is to be explained once it is read */
  gboolean           reveal;      /* its column is to be scrolled to once it is read */

  /* From the template. */
  GtkWidget         *column_box;
  GtkWidget         *columns_button;
  GgovBoardFilter   *filter;
  AdwFlap           *flap;
  GtkDropDown       *grouping_drop;
  GgovBoardLanes    *lanes;
  GtkWidget         *limits_button;
  GgovBoardList     *list;
  AdwBin            *map_bin;
  GtkRevealer       *marks_bar;
  GtkLabel          *marks_label;
  GtkMenuButton     *marks_menu;
  GgovBoardMonth    *month;
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

/* Reads what is asked for now, whatever was shown before. */
void       _ggov_board_page_ask_anew    (GgovBoardPage   *self);

/* What the filter can be chosen from: places and types, and who was ever sent. */
void       _ggov_board_page_read_choices  (GgovBoardPage *self);
void       _ggov_board_page_read_handlers (GgovBoardPage *self);

/* Limits. */
void       _ggov_board_page_read_limits (GgovBoardPage   *self);

/* Says how many issues are chosen, and what can be done with them. */
void       _ggov_board_page_show_marks  (GgovBoardPage   *self);

/* Views, and the keys of their cards. */
const char *_ggov_board_page_get_view   (GgovBoardPage   *self);
void       _ggov_board_page_set_view    (GgovBoardPage   *self,
                                         const char      *code);
void       _ggov_board_page_init_views  (GgovBoardPage   *self);

/* Calls @func with every column of cards that is shown. */
void       _ggov_board_page_foreach     (GgovBoardPage       *self,
                                         GgovBoardColumnFunc  func,
                                         gpointer             user_data);

/* Installs actions: those that copy, export and print, those that move issues, one or many, those
 * about their parts, those for limits, and those for which one is looked at, and how. */
void       _ggov_board_page_install_files  (GtkWidgetClass *klass);
void       _ggov_board_page_install_focus  (GtkWidgetClass *klass);
void       _ggov_board_page_install_limits (GtkWidgetClass *klass);
void       _ggov_board_page_install_marks  (GtkWidgetClass *klass);
void       _ggov_board_page_install_moves  (GtkWidgetClass *klass);
void       _ggov_board_page_install_parts  (GtkWidgetClass *klass);
void       _ggov_board_page_install_views  (GtkWidgetClass *klass);

/* The cases of the issue that is open beside the board: -cases.c. */
void     _ggov_board_page_read_cases     (GgovBoardPage      *self);
void     _ggov_board_page_cases_changed  (GgovBoardPage      *self,
                                          const char *const  *written);
void     _ggov_board_page_install_cases  (GtkWidgetClass     *klass);

G_END_DECLS
