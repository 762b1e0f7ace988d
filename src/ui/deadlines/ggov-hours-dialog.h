/* ggov-hours-dialog.h: when the office is open, in summer and in winter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-work-schedule.h"

G_BEGIN_DECLS

#define GGOV_TYPE_HOURS_DIALOG (ggov_hours_dialog_get_type ())

/* Signal "accepted" (s): the entries the user left it with, as ggov_work_schedule_new_parse() reads
 * them, once they can be read and are not what they were. */
G_DECLARE_FINAL_TYPE (GgovHoursDialog, ggov_hours_dialog, GGOV, HOURS_DIALOG, AdwWindow)

GgovHoursDialog *ggov_hours_dialog_new (GtkWindow        *parent,
                                        GgovWorkSchedule *schedule);

G_END_DECLS
