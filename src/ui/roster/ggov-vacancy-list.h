/* ggov-vacancy-list.h: vacant posts as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-roster.h"
#include "ggov-vacancy.h"

G_BEGIN_DECLS

#define GGOV_TYPE_VACANCY_LIST (ggov_vacancy_list_get_type ())

/* A line asks for roster.appoint (x), the line's rank. */
G_DECLARE_FINAL_TYPE (GgovVacancyList, ggov_vacancy_list, GGOV, VACANCY_LIST, AdwBin)

/* (nullable) (element-type GgovVacancy) */
void         ggov_vacancy_list_set_rows   (GgovVacancyList        *self,
                                           GListModel             *rows);

/* Shows only what the filter lets through; it is copied. */
void         ggov_vacancy_list_set_filter (GgovVacancyList        *self,
                                           const GgovRosterFilter *filter);

/* How many lines are shown. */
guint        ggov_vacancy_list_get_n      (GgovVacancyList        *self);

/* (nullable): the line of this rank, shown or not */
GgovVacancy *ggov_vacancy_list_find       (GgovVacancyList        *self,
                                           gint64                  rank);

G_END_DECLS
