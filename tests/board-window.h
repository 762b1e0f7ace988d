/* board-window.h: the program with the board of a small office before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "board-office.h"
#include "ggov-board-column.h"
#include "ggov-window.h"

/* Tuesday 3 March 2026. */
typedef struct
{
  char            *dir;
  char            *path;
  GgovApplication *app;
  GgovWindow      *window;
  GgovStore       *store; /* (unowned) */
  GtkWidget       *page;
  BoardOffice      office;
} BoardWindow;

/* With nothing remembered of what was looked at before. */
void             board_window_set_up         (BoardWindow    *fixture,
                                              gconstpointer   data);
void             board_window_tear_down      (BoardWindow    *fixture,
                                              gconstpointer   data);

/* (nullable): the first descendant of a type, or the one whose buildable id is given */
GtkWidget       *board_window_find           (GtkWidget      *widget,
                                              GType           type,
                                              const char     *id);

GgovBoardColumn *board_window_find_column    (BoardWindow    *fixture,
                                              GgovIssueStage  stage);

/* Until the board shows the issue there; the test's time limit ends what never comes. */
GgovIssue       *board_window_wait_for_stage (BoardWindow    *fixture,
                                              gint64          id,
                                              GgovIssueStage  stage);

/* Until the page shows a view of issues, or says why it shows none: "board", "lanes", "empty" … */
void             board_window_wait_for_view  (BoardWindow    *fixture,
                                              const char     *name);

/* A noise on the first grid, filed on Monday and due on Thursday, on the board already. */
gint64           board_window_file           (BoardWindow    *fixture);

/* Does what a key of the columns does. */
void             board_window_press          (BoardWindow    *fixture,
                                              const char     *key);

/* (transfer none): a window over the board; waits until there is one. */
GtkWindow       *board_window_wait_dialog    (BoardWindow    *fixture);

/* Until there is none. */
void             board_window_wait_no_dialog (BoardWindow    *fixture);
