/* ggov-roster-list.h: the roster as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-roster.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ROSTER_LIST (ggov_roster_list_get_type ())

/* Emits "selected" once another line is selected, or none; "activated" when the selected line is to
 * be opened; "answered" once it shows what it was asked
 * for, or the beginning of it; "failed" with a GError instead; and "sorted" when a heading was
 * clicked, so that it has to be asked anew. */
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

/* Shows the lines as they are now, after something was written. */
void           ggov_roster_list_ask_again     (GgovRosterList         *self);

/* Whether there may be more lines than are shown. */
gboolean       ggov_roster_list_is_asking     (GgovRosterList         *self);

/* (element-type GgovPagedItem): the lines in the order in which they are shown */
GListModel    *ggov_roster_list_get_shown     (GgovRosterList         *self);

/* The number of the person whose line is selected, or 0. */
gint64         ggov_roster_list_get_person    (GgovRosterList         *self);

/* Selects the first line of a person and moves there; FALSE if there is none. */
gboolean       ggov_roster_list_select_person (GgovRosterList         *self,
                                               gint64                  person_id);

/**
 * ggov_roster_list_dup_text:
 * @rows: (element-type GgovRosterRow): all that is shown, in any order
 *
 * The lines that are shown, in their order and with their headings, a tab between cells: what a
 * spreadsheet takes.
 */
char          *ggov_roster_list_dup_text      (GgovRosterList         *self,
                                               GListModel             *rows)
                                               G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
