/* ggov-course.h: something that people learn for their posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_COURSE (ggov_course_get_type ())

G_DECLARE_FINAL_TYPE (GgovCourse, ggov_course, GGOV, COURSE, GObject)

/**
 * GgovCourseRecord:
 * @hours: it takes
 * @months: what was learnt is good for; 0 for good
 * @examined: 1 if whoever attended has passed only once that is entered
 * @n_sessions: that are not called off, past and to come
 * @n_people: who have it and for whom it is good on the day asked about
 * @code: stands for the course in files
 * @name: in English
 * @name_zh: in Chinese
 * @label: the one of these two in the user's language
 * @roles: codes of the roles it is required for on that day, apart by blanks
 * @role_labels: their names in the user's language
 * @valid_to: (nullable): the last day, ISO, on which it may be taught
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      hours;
  gint64      months;
  gint64      examined;
  gint64      sort_order;
  gint64      n_sessions;
  gint64      n_people;
  const char *code;
  const char *name;
  const char *name_zh;
  const char *label;
  const char *roles;
  const char *role_labels;
  const char *valid_to;
} GgovCourseRecord;

/* Copies the texts. */
GgovCourse *ggov_course_new (const GgovCourseRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovCourseRecord *ggov_course_get_record (GgovCourse *self);

G_END_DECLS
