/* ggov-session-dialog.h: asks when a course is taught, and why it is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/**
 * ggov_session_dialog_show:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 * @courses: (element-type GgovCourse)
 * @training: (nullable): the session to change; NULL for a new one
 * @course_id: of a new one, or 0
 */
void ggov_session_dialog_show          (GtkWidget           *page,
                                        GgovSession         *session,
                                        GListModel          *courses,
                                        GgovTrainingSession *training,
                                        gint64               course_id);

/* Asks why a session does not take place. */
void ggov_session_dialog_show_call_off (GtkWidget           *page,
                                        GgovSession         *session,
                                        GgovTrainingSession *training);

G_END_DECLS
