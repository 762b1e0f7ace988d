/* ggov-store-courses.h: the office's courses and what they are required for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-course.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/* Lists all courses in their order, those that are withdrawn as well; @as_of: ISO day */
void        ggov_store_list_courses_async   (GgovStore               *self,
                                             const char              *as_of,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);

/* Returns: (transfer full) (element-type GgovCourse) */
GListModel *ggov_store_list_courses_finish  (GgovStore               *self,
                                             GAsyncResult            *result,
                                             GError                 **error)
                                             G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_store_save_course_async:
 * @course: copied; see ggov_change_save_course()
 * @day: ISO day from which it is required for its roles, and no longer for others
 *
 * Writes a course, as one change. To withdraw one, set its last day. End with
 * ggov_store_change_finish().
 */
void        ggov_store_save_course_async    (GgovStore               *self,
                                             const GgovCourseRecord  *course,
                                             const char              *day,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);

G_END_DECLS
