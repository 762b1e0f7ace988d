/* ggov-training-sessions-pane.h: when courses are taught, and who is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_TRAINING_SESSIONS_PANE (ggov_training_sessions_pane_get_type ())

/* Has the actions of the group "sessions". */
G_DECLARE_FINAL_TYPE (GgovTrainingSessionsPane, ggov_training_sessions_pane, GGOV,
                      TRAINING_SESSIONS_PANE, AdwBin)

/* @day: ISO day: what is to come and what is over */
void ggov_training_sessions_pane_show        (GgovTrainingSessionsPane *self,
                                              GgovSession              *session,
                                              const char               *day);

/* @courses: (element-type GgovCourse): to choose from */
void ggov_training_sessions_pane_set_courses (GgovTrainingSessionsPane *self,
                                              GListModel               *courses);

/* Shows the sessions of one course, or one session. */
void ggov_training_sessions_pane_choose_course  (GgovTrainingSessionsPane *self,
                                                 gint64                    course_id);
void ggov_training_sessions_pane_choose_session (GgovTrainingSessionsPane *self,
                                                 gint64                    session_id);

G_END_DECLS
