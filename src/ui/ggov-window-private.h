/* ggov-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ladder-watch.h"
#include "ggov-search-box.h"
#include "ggov-start-page.h"
#include "ggov-window.h"

G_BEGIN_DECLS

/* What a new office begins with. */
typedef struct _GgovFounding GgovFounding;

struct _GgovWindow
{
  AdwApplicationWindow  parent_instance;

  GgovStore            *store;       /* (nullable): opened or being opened */
  GgovSession          *session;     /* (nullable): NULL until the store is open */
  GgovLadderWatch      *watch;       /* (nullable): as long as there is a session */
  GgovSession          *awaited;     /* (nullable): the session, while the store is being opened */
  char                 *today;       /* (nullable): ISO day, or NULL for the clock's */
  GQueue                undo;        /* (element-type Deed): what Ctrl+Z takes back, newest first */
  GQueue                redo;        /* (element-type Deed) */
  guint                 patience_id; /* of a timeout, or 0 */
  gboolean              has_failed;  /* the office asked for last cannot be opened */
  GCancellable         *making;      /* (nullable): of the demo office being made */
  GgovFounding         *founding;    /* (nullable): of the office that is to be made */
  GtkWidget            *import;      /* (nullable) (unowned): the import's window */
  GtkWidget            *calendar;    /* (nullable) (unowned): the calendar's window */
  GtkWidget            *case_types;  /* (nullable) (unowned): their window */
  GtkWidget            *export;      /* (nullable) (unowned): the export's window */
  GtkWidget            *points_desk; /* (nullable) (unowned): its window */
  GtkWidget            *cases;       /* (nullable) (unowned): their window */
  GtkWidget            *indicators;  /* (nullable) (unowned): their window */
  GtkWidget            *organisations; /* (nullable) (unowned): their window */
  GtkWidget            *print;       /* (nullable) (unowned): the papers' window */
  GtkWidget            *training;    /* (nullable) (unowned): the window of training */
  GgovStartPage        *start_page;  /* (nullable) (unowned): among the pages, once it is needed */

  /* From the template. */
  GtkLabel             *day_label;
  GtkMenuButton        *menu_button;
  GtkListBox           *navigation;
  GtkLabel             *office_label;
  GtkStack             *pages;
  GMenuModel           *primary_menu;
  GgovSearchBox        *search_box;
  GtkWidget            *sidebar;
  AdwToastOverlay      *toasts;
};

/* Fills the navigation list. */
void     _ggov_window_init_pages             (GgovWindow      *self);

/* Shows the page of issues, with the choices of its filter that ggov_board_filter_apply() takes. */
void     _ggov_window_show_issues            (GgovWindow      *self,
                                              const char      *choices);

/* Shows the page of a row of the navigation. */
void     _ggov_window_show_row               (GgovWindow      *self,
                                              int              index);

/* Gives the pages the window's session, or takes it from them. By hand: a window that is going away
 * no longer notifies, and a binding would leave its pages with a closed store. */
void     _ggov_window_give_session           (GgovWindow      *self);

/* Lets a page read what it shows before it is shown; @session: (nullable) */
void     _ggov_window_prepare_page           (GgovWindow      *self,
                                              const char      *name,
                                              GgovSession     *session);

/* Opens the page that shows a record; FALSE if none does. */
gboolean _ggov_window_show_record            (GgovWindow      *self,
                                              const char      *kind,
                                              gint64           id);

/* Install what pages, buttons, menus and keys ask for. */
void     _ggov_window_install_actions        (GtkWidgetClass  *klass);
void     _ggov_window_install_charge_actions (GtkWidgetClass  *klass);
void     _ggov_window_install_demo_actions   (GtkWidgetClass  *klass);
void     _ggov_window_install_file_actions   (GtkWidgetClass  *klass);
void     _ggov_window_install_found_actions  (GtkWidgetClass  *klass);
void     _ggov_window_install_import_actions (GtkWidgetClass  *klass);
void     _ggov_window_install_cases_actions (GtkWidgetClass *klass);
void     _ggov_window_install_points_actions (GtkWidgetClass *klass);
void     _ggov_window_install_indicators_actions (GtkWidgetClass *klass);
void     _ggov_window_install_office_actions (GtkWidgetClass  *klass);
void     _ggov_window_install_organisations_actions (GtkWidgetClass *klass);
void     _ggov_window_install_print_actions  (GtkWidgetClass  *klass);
void     _ggov_window_install_training_actions (GtkWidgetClass *klass);

/* Enables the actions that make sense now. */
void     _ggov_window_update_actions         (GgovWindow      *self);

/* Forgets what could be undone; it belongs to an office that is closed. */
void     _ggov_window_forget_deeds           (GgovWindow      *self);

/* A toast; its title is plain text, not markup. */
void     _ggov_window_show_message           (GgovWindow      *self,
                                              const char      *message);

/* Shows instead of the pages why the office at @path cannot be opened. */
void     _ggov_window_show_error             (GgovWindow      *self,
                                              const char      *path,
                                              const GError    *error);

/* @today: (nullable): the ISO day offices are looked at, or NULL for the clock's */
void     _ggov_window_set_today              (GgovWindow      *self,
                                              const char      *today);

/* Shows what can be done without an office. */
GgovStartPage *_ggov_window_show_start_page  (GgovWindow      *self);

/* Gives the pages another session, or takes it from them. */
void     _ggov_window_set_session            (GgovWindow      *self,
                                              GgovSession     *session);

/* Asks where the office of the founding shall be, and makes it there. */
void     _ggov_window_ask_for_new_file       (GgovWindow      *self);

/* Writes the first records into the office that was just made, then shows it. */
void     _ggov_window_found_office           (GgovWindow      *self);
void     _ggov_window_clear_founding         (GgovWindow      *self);

/* Gives the pages the office that was just opened. */
void     _ggov_window_show_office            (GgovWindow      *self,
                                              const char      *page);

/* Closes the windows of the import, of the export, of papers and of training, if there are any, and
 * gives up what they do. */
void     _ggov_window_close_import           (GgovWindow      *self);

/* Closes the office that is open, if any. */
void     _ggov_window_close_office           (GgovWindow      *self);

G_END_DECLS
