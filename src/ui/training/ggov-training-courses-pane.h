/* ggov-training-courses-pane.h: what is taught, and who has to learn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_TRAINING_COURSES_PANE (ggov_training_courses_pane_get_type ())

/* Has the actions of the group "courses"; asks its window for training.show-lacking and
 * training.show-sessions, each with the number of a course. */
G_DECLARE_FINAL_TYPE (GgovTrainingCoursesPane, ggov_training_courses_pane, GGOV,
                      TRAINING_COURSES_PANE, AdwBin)

/* @courses: (element-type GgovCourse) */
void ggov_training_courses_pane_show (GgovTrainingCoursesPane *self,
                                      GgovSession             *session,
                                      GListModel              *courses);

G_END_DECLS
