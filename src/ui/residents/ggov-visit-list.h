/* ggov-visit-list.h: whom to go and see, and what came of it, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_VISIT_LIST (ggov_visit_list_get_type ())

/* Signals: "answered" once it shows what is due; "selected" once another line is. Its actions are
 * visits.met, visits.absent and visits.enter, about the selected lines. */
G_DECLARE_FINAL_TYPE (GgovVisitList, ggov_visit_list, GGOV, VISIT_LIST, AdwBin)

/* @session: (nullable): NULL shows nothing */
void    ggov_visit_list_show       (GgovVisitList *self,
                                    GgovSession   *session);

/* Reads again whose turn it is, after something was written. */
void    ggov_visit_list_show_again (GgovVisitList *self);

/* (transfer full): how many lines there are, and how many are late */
char   *ggov_visit_list_dup_count  (GgovVisitList *self) G_GNUC_WARN_UNUSED_RESULT;

/* The number of the person whom the one line that is selected is about, or 0. */
gint64  ggov_visit_list_get_person (GgovVisitList *self);

G_END_DECLS
