/* ggov-training-text.h: what the window of training says of courses, sessions and people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-attendance.h"
#include "ggov-course.h"
#include "ggov-training-gap.h"
#include "ggov-training-session.h"

G_BEGIN_DECLS

/* What became of somebody on the list of a session, in a word. */
const char *ggov_training_get_outcome     (const GgovAttendanceRecord      *record);

/* (transfer full): that a course was never learnt, or until when it was or is good */
char       *ggov_training_dup_state       (const GgovTrainingGapRecord     *record)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): when and where a session is, and how many are on its list */
char       *ggov_training_dup_facts       (const GgovTrainingSessionRecord *record)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): when and where, to choose from several */
char       *ggov_training_dup_when        (const GgovTrainingSessionRecord *record)
                                           G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_training_offer_courses:
 * @courses: (element-type GgovCourse)
 *
 * Fills a drop-down with all courses, after one line for all of them. What is chosen stays, if it is
 * still there.
 */
void        ggov_training_offer_courses   (GtkDropDown                     *drop_down,
                                           GListModel                      *courses);

/* The number of the course that is chosen, or 0 for all. */
gint64      ggov_training_get_chosen      (GtkDropDown                     *drop_down,
                                           GListModel                      *courses);

/* Chooses a course, or all for 0. */
void        ggov_training_choose          (GtkDropDown                     *drop_down,
                                           GListModel                      *courses,
                                           gint64                           course_id);

/* (transfer full) (nullable): the course of a number */
GgovCourse *ggov_training_find_course     (GListModel                      *courses,
                                           gint64                           course_id)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
