/* ggov-roster-page.h: who holds which post, what is vacant, and filling it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-roster-list.h"

G_BEGIN_DECLS

/**
 * GgovRosterPage:
 *
 * Its writable property "session" is the GgovSession it shows, or NULL; "show-vacancies" is whether
 * vacant posts are shown instead of people.
 *
 * Actions: roster.appoint (x: a vacancy's rank), roster.stand-down (x: a post of the person shown),
 * roster.show-vacancies (a toggle), roster.set-day (s: ISO day, empty for today), roster.clear-filter,
 * roster.show-organisations (s: list, coverage or chart),
 * roster.start-filter, roster.close-person, roster.copy, roster.copy-phone, roster.print and page.print.
 */
#define GGOV_TYPE_ROSTER_PAGE (ggov_roster_page_get_type ())

G_DECLARE_FINAL_TYPE (GgovRosterPage, ggov_roster_page, GGOV, ROSTER_PAGE, AdwBin)

/**
 * ggov_roster_page_show_record:
 * @page: a GgovRosterPage
 * @kind: "person"
 *
 * Shows a person and selects the first post they hold, as soon as the roster is there.
 */
void            ggov_roster_page_show_record (GtkWidget      *page,
                                              const char     *kind,
                                              gint64          id);

GgovRosterList *ggov_roster_page_get_list    (GgovRosterPage *self);

G_END_DECLS
