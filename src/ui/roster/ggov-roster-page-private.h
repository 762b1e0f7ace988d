/* ggov-roster-page-private.h: what the files of the roster's page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-person-pane.h"
#include "ggov-roster-filter-bar.h"
#include "ggov-roster-page.h"
#include "ggov-session.h"
#include "ggov-vacancy-list.h"

G_BEGIN_DECLS

struct _GgovRosterPage
{
  AdwBin               parent_instance;

  GgovSession         *session;     /* (nullable) */
  char                *day;         /* (nullable): ISO day the roster is of; NULL for today */
  gboolean             vacancies;   /* they are shown instead of the people */
  gint64               person_id;   /* who is shown beside the list, or 0 */
  gboolean             is_awaited;  /* the person is to be found in the list once it is there */
  guint                n_posts;     /* shown */

  /* From the template. */
  GtkLabel            *count_label;
  GtkCalendar         *calendar;
  GtkMenuButton       *day_button;
  AdwStatusPage       *error_page;
  GgovRosterFilterBar *filter_bar;
  GgovRosterList      *list;
  GgovPersonPane      *person_pane;
  GtkStack            *stack;
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

void        _ggov_roster_page_install_actions (GtkWidgetClass *klass);
void        _ggov_roster_page_install_post_actions (GtkWidgetClass *klass);

/* Keys that work wherever in the window the cursor is, while the page is shown. */
void        _ggov_roster_page_add_shortcuts   (GgovRosterPage *self);

G_END_DECLS
