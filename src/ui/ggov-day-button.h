/* ggov-day-button.h: a day to choose from a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_DAY_BUTTON (ggov_day_button_get_type ())

/* Emits "changed" once the user chose another day. */
G_DECLARE_FINAL_TYPE (GgovDayButton, ggov_day_button, GGOV, DAY_BUTTON, AdwBin)

/* @today: ISO day, which is chosen first, and again by the button below the calendar */
void        ggov_day_button_set_today (GgovDayButton *self,
                                       const char    *today);

/* Chooses another day, as if the user had. */
void        ggov_day_button_set_day   (GgovDayButton *self,
                                       const char    *day);

/* (nullable): ISO day; NULL until there is one */
const char *ggov_day_button_get_day   (GgovDayButton *self);

G_END_DECLS
