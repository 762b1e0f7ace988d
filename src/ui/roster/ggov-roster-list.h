/* ggov-roster-list.h: the roster as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-query.h"
#include "ggov-roster-column.h"
#include "ggov-store-roster.h"
#include "ggov-table-columns.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ROSTER_LIST (ggov_roster_list_get_type ())

/* Emits "selected" once another line is selected, or none; "activated" when the selected line is to
 * be opened; "answered" once it shows what it was asked
 * for, or the beginning of it; "failed" with a GError instead; and "sorted" when a heading was
 * clicked, so that it has to be asked anew; "columns-changed" once the user moved a column. Several
 * lines can be selected. */
G_DECLARE_FINAL_TYPE (GgovRosterList, ggov_roster_list, GGOV, ROSTER_LIST, AdwBin)

/**
 * ggov_roster_list_ask:
 * @store: (nullable): NULL shows nothing
 * @day: ISO day
 *
 * Shows other lines; the selected post stays selected if it is among them.
 */
void           ggov_roster_list_ask           (GgovRosterList         *self,
                                               GgovStore              *store,
                                               const char             *day,
                                               const GgovRosterFilter *filter);

/* Words are about to be typed: what may be typed for the lines is read ahead. */
void           ggov_roster_list_prepare       (GgovRosterList         *self,
                                               GgovStore              *store);

/* Shows the lines as they are now, after something was written. */
void           ggov_roster_list_ask_again     (GgovRosterList         *self);

/* Whether there may be more lines than are shown. */
gboolean       ggov_roster_list_is_asking     (GgovRosterList         *self);

/* (element-type GgovPagedItem): the lines in the order in which they are shown */
GListModel    *ggov_roster_list_get_shown     (GgovRosterList         *self);

/* The number of the person whose line alone is selected, or 0. */
gint64         ggov_roster_list_get_person    (GgovRosterList         *self);

/* (nullable): the column it is sorted by */
const char    *ggov_roster_list_get_order     (GgovRosterList         *self,
                                               gboolean               *descending);
void           ggov_roster_list_set_order     (GgovRosterList         *self,
                                               const char             *column,
                                               gboolean                descending);

/* (transfer full) (element-type GgovRowKey): the selected posts, in the order in which they are
 * shown */
GArray        *ggov_roster_list_copy_chosen   (GgovRosterList         *self);

/* (nullable): what is shown */
GgovQuery     *ggov_roster_list_get_query     (GgovRosterList         *self);

/* (transfer none): which columns there are to choose from, and which are shown */
GgovTableColumns *ggov_roster_list_get_table  (GgovRosterList         *self);

/* @codes: (nullable): of the columns that are shown, in this order; NULL, or none that is known, for
 * the usual ones */
void           ggov_roster_list_set_columns   (GgovRosterList         *self,
                                               const char *const      *codes);
GStrv          ggov_roster_list_dup_columns   (GgovRosterList         *self);

/* @columns: (out caller-allocates) (array fixed-size=GGOV_ROSTER_N_COLUMNS): the columns that are
 * shown, in their order. Returns: how many */
guint          ggov_roster_list_read_columns  (GgovRosterList         *self,
                                               GgovRosterColumn       *columns);

/**
 * ggov_roster_list_sort:
 * @rows: (element-type GgovRosterRow): all that is shown, or some of it
 *
 * Returns: (transfer full): the rows in the order in which they are shown; as they are, where the list
 *   shows something else by now
 */
GListModel    *ggov_roster_list_sort          (GgovRosterList         *self,
                                               GListModel             *rows)
                                               G_GNUC_WARN_UNUSED_RESULT;

/* Selects the first line of a person and moves there; FALSE if there is none. */
gboolean       ggov_roster_list_select_person (GgovRosterList         *self,
                                               gint64                  person_id);

/**
 * ggov_roster_list_dup_text:
 * @rows: (element-type GgovRosterRow)
 *
 * The rows in the columns that are shown, with their headings, a tab between cells: what a spreadsheet
 * takes.
 */
char          *ggov_roster_list_dup_text      (GgovRosterList         *self,
                                               GListModel             *rows)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
