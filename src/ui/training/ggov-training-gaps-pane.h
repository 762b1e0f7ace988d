/* ggov-training-gaps-pane.h: who lacks which course, or soon will
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_TRAINING_GAPS_PANE (ggov_training_gaps_pane_get_type ())

/* Has the actions of the group "gaps"; asks its window for win.announce-change and win.show-record. */
G_DECLARE_FINAL_TYPE (GgovTrainingGapsPane, ggov_training_gaps_pane, GGOV, TRAINING_GAPS_PANE, AdwBin)

/* @day: ISO day that posts are held on. What is asked already is asked again. */
void ggov_training_gaps_pane_show    (GgovTrainingGapsPane *self,
                                      GgovSession          *session,
                                      const char           *day);

/* @courses: (element-type GgovCourse): to choose from */
void ggov_training_gaps_pane_set_courses (GgovTrainingGapsPane *self,
                                          GListModel           *courses);

/* Shows who lacks one course. */
void ggov_training_gaps_pane_choose  (GgovTrainingGapsPane *self,
                                      gint64                course_id);

G_END_DECLS
