/* roster-window.h: the program with the roster of a small office before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-page.h"
#include "ggov-window.h"
#include "roster-office.h"
#include "store-fixture.h"

#define ROSTER_TODAY "2026-02-13"

typedef struct
{
  StoreFixture     base;
  RosterOffice     office;
  GgovApplication *app;
  GgovWindow      *window;
  GgovRosterPage  *page;
} RosterWindow;

/* What a test waits for. */
typedef gboolean (*RosterQuestion) (RosterWindow *fixture,
                                    gint64        number);

/* As in the table's template. */
enum { NAME_COLUMN = 2, SINCE_COLUMN = 6 };

void           roster_window_set_up    (RosterWindow   *fixture,
                                        gconstpointer   data);
void           roster_window_tear_down (RosterWindow   *fixture,
                                        gconstpointer   data);

/* Lets the main loop turn until it is so; aborts the test if it takes too long. */
void           wait_until              (RosterWindow   *fixture,
                                        RosterQuestion  question,
                                        gint64          number);

/* The widget of a type below @top that stands first. */
GtkWidget     *find_widget             (GtkWidget      *top,
                                        GType           type);

/* Whether a label with this text can be seen. */
gboolean       says                    (GtkWidget      *top,
                                        const char     *text);

/* Questions: whether the list has @n lines; whether a line of this person is selected; whether no
 * window is over the page. */
gboolean       has_rows                (RosterWindow   *fixture,
                                        gint64          n);
gboolean       has_selected            (RosterWindow   *fixture,
                                        gint64          person_id);
gboolean       has_no_dialog           (RosterWindow   *fixture,
                                        gint64          unused);

/* The window over the page: a dialog. */
GtkWindow     *get_dialog              (RosterWindow   *fixture);

void           act                     (RosterWindow   *fixture,
                                        const char     *action,
                                        GVariant       *parameter);

/* Asks for 王秀英, and waits for her details and her line. */
void           show_wang               (RosterWindow   *fixture);

GtkColumnView *get_column_view         (RosterWindow   *fixture);

void           sort_by                 (RosterWindow   *fixture,
                                        guint           column,
                                        GtkSortType     direction);
