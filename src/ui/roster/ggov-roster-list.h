/* ggov-roster-list.h: the roster as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-roster-row.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ROSTER_LIST (ggov_roster_list_get_type ())

/* Emits "selected" once another line is selected, or none. */
G_DECLARE_FINAL_TYPE (GgovRosterList, ggov_roster_list, GGOV, ROSTER_LIST, AdwBin)

/* (nullable) (element-type GgovRosterRow): shows other lines; the selected post stays selected if
 * it is among them */
void           ggov_roster_list_set_rows      (GgovRosterList *self,
                                               GListModel     *rows);

/* (element-type GgovRosterRow): the lines in the order in which they are shown */
GListModel    *ggov_roster_list_get_shown     (GgovRosterList *self);

/* (nullable): NULL while no line is selected */
GgovRosterRow *ggov_roster_list_get_selected  (GgovRosterList *self);

/* Selects the first line of a person and moves there; FALSE if there is none. */
gboolean       ggov_roster_list_select_person (GgovRosterList *self,
                                               gint64          person_id);

/**
 * ggov_roster_list_dup_text:
 *
 * The lines that are shown, with their headings, a tab between cells: what a spreadsheet takes.
 */
char          *ggov_roster_list_dup_text      (GgovRosterList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
