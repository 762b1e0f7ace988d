/* ggov-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-window.h"

G_BEGIN_DECLS

struct _GgovWindow
{
  AdwApplicationWindow  parent_instance;

  GgovStore            *store;   /* (nullable): opened or being opened */
  GgovSession          *session; /* (nullable): NULL until the store is open */
  char                 *today;   /* (nullable): ISO day, or NULL for the clock's */
  GQueue                undo;    /* (element-type Deed): what Ctrl+Z takes back, newest first */
  GQueue                redo;    /* (element-type Deed) */

  /* From the template. */
  GtkLabel             *day_label;
  GtkListBox           *navigation;
  GtkLabel             *office_label;
  GtkStack             *pages;
  GtkWidget            *sidebar;
  AdwStatusPage        *status;
  GtkWidget            *status_buttons;
  AdwToastOverlay      *toasts;
};

/* Fills the navigation list. */
void _ggov_window_init_pages      (GgovWindow      *self);

/* Opens the page that shows a record; FALSE if none does. */
gboolean _ggov_window_show_record (GgovWindow      *self,
                                   const char      *kind,
                                   gint64           id);

/* Installs the actions that pages and menus ask for. */
void _ggov_window_install_actions (GtkWidgetClass  *klass);

/* Forgets what could be undone; it belongs to an office that is closed. */
void _ggov_window_forget_deeds    (GgovWindow      *self);

/* A toast; its title is plain text, not markup. */
void _ggov_window_show_message    (GgovWindow      *self,
                                   const char      *message);

/* Closes the office that is open, if any. */
void _ggov_window_close_office    (GgovWindow      *self);

G_END_DECLS
