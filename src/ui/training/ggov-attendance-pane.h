/* ggov-attendance-pane.h: who is on the list of a session, to be ticked off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ATTENDANCE_PANE (ggov_attendance_pane_get_type ())

/* Has the actions of the group "attendance"; asks its window for win.announce-change,
 * win.print-paper, win.show-message and win.show-record. */
G_DECLARE_FINAL_TYPE (GgovAttendancePane, ggov_attendance_pane, GGOV, ATTENDANCE_PANE, AdwBin)

/* Shows the list of a session, as it is now; who is chosen stays chosen. @training: (nullable) */
void ggov_attendance_pane_show (GgovAttendancePane  *self,
                                GgovSession         *session,
                                GgovTrainingSession *training);

G_END_DECLS
