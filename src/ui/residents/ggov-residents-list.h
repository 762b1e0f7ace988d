/* ggov-residents-list.h: the register of residents as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-query-residents.h"
#include "ggov-register-catalogue.h"
#include "ggov-table-columns.h"

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENTS_LIST (ggov_residents_list_get_type ())

/* Emits "selected" once another line is selected, or none; "activated" when the selected line is to be
 * opened; "answered" once it shows what it was asked for, or the beginning of it; "failed" with a GError
 * instead; and "sorted" when a heading was clicked, so that it has to be asked anew. */
G_DECLARE_FINAL_TYPE (GgovResidentsList, ggov_residents_list, GGOV, RESIDENTS_LIST, AdwBin)

/**
 * ggov_residents_list_ask:
 * @store: (nullable): NULL shows nothing
 * @day: ISO day
 *
 * Shows other lines; the selected resident stays selected if they are among them.
 */
void              ggov_residents_list_ask           (GgovResidentsList        *self,
                                                     GgovStore                *store,
                                                     const char               *day,
                                                     const GgovResidentFilter *filter);

/* Shows the lines as they are now, after something was written. */
void              ggov_residents_list_ask_again     (GgovResidentsList        *self);

/* Whether there may be more lines than are shown. */
gboolean          ggov_residents_list_is_asking     (GgovResidentsList        *self);

/* (element-type GgovPagedItem): the lines in the order in which they are shown */
GListModel       *ggov_residents_list_get_shown     (GgovResidentsList        *self);

/* The number of the person whose line is selected, or 0. */
gint64            ggov_residents_list_get_person    (GgovResidentsList        *self);

/* Selects the first line of a person, now or once it comes, and moves there; 0 selects nobody. */
void              ggov_residents_list_select        (GgovResidentsList        *self,
                                                     gint64                    person_id);

/* (transfer none): which columns there are to choose from, and which are shown */
GgovTableColumns *ggov_residents_list_get_table     (GgovResidentsList        *self);

/* (nullable): the column it is sorted by */
const char       *ggov_residents_list_get_order     (GgovResidentsList        *self,
                                                     gboolean                 *descending);

/* Has how much is filled in told against the fields there are. */
void              ggov_residents_list_set_catalogue (GgovResidentsList        *self,
                                                     GgovRegisterCatalogue    *catalogue);

G_END_DECLS
