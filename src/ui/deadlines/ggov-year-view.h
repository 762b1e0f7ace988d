/* ggov-year-view.h: a year at a glance, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-office-clock.h"

G_BEGIN_DECLS

#define GGOV_TYPE_YEAR_VIEW (ggov_year_view_get_type ())

/* Each day is a button that tells by colour, shape and accessible name what kind of day it is. The
 * arrow keys go from day to day. Signal "selected": another day was chosen. */
G_DECLARE_FINAL_TYPE (GgovYearView, ggov_year_view, GGOV, YEAR_VIEW, AdwBin)

/* Shows the year of the chosen day on @clock. */
void        ggov_year_view_show_clock    (GgovYearView     *self,
                                          GgovOfficeClock  *clock);

/* @day: as in ggov-local-time.h; @today as well, which is marked */
void        ggov_year_view_set_today     (GgovYearView     *self,
                                          int               today);

/* Chooses a day, and shows its year. One out of the calendar's range is brought into it. */
void        ggov_year_view_select        (GgovYearView     *self,
                                          int               day);
int         ggov_year_view_get_selected  (GgovYearView     *self);

/* Puts the focus on the chosen day. */
void        ggov_year_view_focus         (GgovYearView     *self);

/* (transfer full): what kind of day it is on @clock and what it is called, in the user's words */
char       *ggov_year_view_dup_kind      (GgovOfficeClock  *clock,
                                          int               day) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the office has set the day itself. */
gboolean    ggov_year_view_is_own        (GgovOfficeClock  *clock,
                                          int               day);

/* @weekday: 1 for Monday to 7 for Sunday. Returns: its name in the user's language */
const char *ggov_year_view_get_weekday   (int               weekday);

G_END_DECLS
