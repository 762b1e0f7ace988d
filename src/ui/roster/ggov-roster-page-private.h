/* ggov-roster-page-private.h: what the files of the roster's page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-person-page.h"
#include "ggov-person-pane.h"
#include "ggov-roster-filter-bar.h"
#include "ggov-roster-page.h"
#include "ggov-roster-tree.h"
#include "ggov-session.h"
#include "ggov-vacancy-list.h"

G_BEGIN_DECLS

/* How the roster is looked at. */
typedef enum
{
  GGOV_ROSTER_VIEW_LIST,
  GGOV_ROSTER_VIEW_PLACES,
  GGOV_ROSTER_VIEW_ROLES,
  GGOV_ROSTER_VIEW_ORGANISATIONS,
  GGOV_ROSTER_N_VIEWS,
} GgovRosterView;

struct _GgovRosterPage
{
  AdwBin               parent_instance;

  GgovSession         *session;     /* (nullable) */
  char                *day;         /* (nullable): ISO day the roster is of; NULL for today */
  gboolean             vacancies;   /* they are shown instead of the people */
  GgovRosterView       how;         /* the people are shown otherwise */
  gboolean             is_whole;    /* the person has the whole page */
  gboolean             is_restoring; /* what is shown is what was kept, and not chosen now */
  GSettings           *settings;    /* (nullable) */
  gint64               person_id;   /* who is shown beside the list, or 0 */
  gboolean             is_awaited;  /* the person is to be found in the list once it is there */
  guint                n_posts;     /* shown */

  /* From the template. */
  GtkPopover          *chosen_popover;
  GtkLabel            *count_label;
  GtkCalendar         *calendar;
  GtkMenuButton       *day_button;
  AdwStatusPage       *error_page;
  GgovRosterFilterBar *filter_bar;
  GgovRosterList      *list;
  GgovPersonPage      *person_page;
  GgovPersonPane      *person_pane;
  GtkStack            *stack;
  GgovRosterTree      *tree;
  GgovVacancyList     *vacancy_list;
  GtkStack            *view;
};

/* The ISO day the roster is of. */
const char *_ggov_roster_page_get_day         (GgovRosterPage *self);

/* Reads what is shown again; the lists to choose from as well if @everything. */
void        _ggov_roster_page_read            (GgovRosterPage *self,
                                               gboolean        everything);

/* Shows somebody beside the list, or nobody for 0. */
void        _ggov_roster_page_show_person     (GgovRosterPage *self,
                                               gint64          person_id);

/* Shows the list that is asked for, or what to do where it is empty. */
void        _ggov_roster_page_update_view     (GgovRosterPage *self);

/* Says how many posts a tree has. */
void        _ggov_roster_page_show_tree_count (GgovRosterPage *self);

/* Gives the person who is shown the whole page, or takes it back. */
void        _ggov_roster_page_set_whole       (GgovRosterPage *self,
                                               gboolean        is_whole);

/* The word for how the roster is looked at, and the other way round. */
const char *_ggov_roster_page_get_view        (GgovRosterPage *self);
void        _ggov_roster_page_set_view        (GgovRosterPage *self,
                                               const char     *view);

/* Asks what is looked at for the day and the filter; for the same again if @is_again. */
void        _ggov_roster_page_ask_view        (GgovRosterPage *self,
                                               gboolean        is_again);

/* What is done with rows once they are there. */
typedef void (*GgovRowsFunc) (GgovRosterPage *self,
                              GListModel     *rows);

/**
 * _ggov_roster_page_read_rows:
 * @chosen_only: the selected ones, else all that the filter lets through
 *
 * What is on the screen is a part of what is shown: reads all of it, in the order in which it is shown.
 * Where it comes to nothing, the user is told.
 */
void        _ggov_roster_page_read_rows       (GgovRosterPage *self,
                                               gboolean        chosen_only,
                                               GgovRowsFunc    func);

/* Lines are selected in the list only; elsewhere nothing is. */
guint       _ggov_roster_page_count_chosen    (GgovRosterPage *self);

/* What is looked at, and how, is kept for the next start. */
void        _ggov_roster_page_restore         (GgovRosterPage *self);
void        _ggov_roster_page_keep_view       (GgovRosterPage *self);
void        _ggov_roster_page_keep_order      (GgovRosterPage *self);

void        _ggov_roster_page_bind_many       (GtkWidgetClass *klass);
void        _ggov_roster_page_bind_views      (GtkWidgetClass *klass);
void        _ggov_roster_page_install_actions (GtkWidgetClass *klass);
void        _ggov_roster_page_install_post_actions (GtkWidgetClass *klass);
void        _ggov_roster_page_install_row_actions (GtkWidgetClass *klass);

/* Keys that work wherever in the window the cursor is, while the page is shown. */
void        _ggov_roster_page_add_shortcuts   (GgovRosterPage *self);

G_END_DECLS
