/* ggov-course-dialog.h: asks what is taught, how long it is good, and who has to learn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-course.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_course_dialog_show:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 * @course: (nullable): NULL for a new one
 */
void ggov_course_dialog_show          (GtkWidget   *page,
                                       GgovSession *session,
                                       GgovCourse  *course);

/* Asks for the last day on which a course may be taught. */
void ggov_course_dialog_show_withdraw (GtkWidget   *page,
                                       GgovSession *session,
                                       GgovCourse  *course);

G_END_DECLS
