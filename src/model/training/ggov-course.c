/* ggov-course.c: something that people learn for their posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-course.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovCourseRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovCourseRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  NUMBER (hours, "hours"),
  NUMBER (months, "months"),
  NUMBER (examined, "examined"),
  NUMBER (sort_order, "sort-order"),
  NUMBER (n_sessions, "n-sessions"),
  NUMBER (n_people, "n-people"),
  TEXT (code, "code"),
  TEXT (name, "name"),
  TEXT (name_zh, "name-zh"),
  TEXT (label, "label"),
  TEXT (roles, "roles"),
  TEXT (role_labels, "role-labels"),
  TEXT (valid_to, "valid-to"),
};

struct _GgovCourse
{
  GObject parent_instance;

  GgovCourseRecord record;
  char *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovCourse, ggov_course, G_TYPE_OBJECT)

static void
ggov_course_finalize (GObject *object)
{
  GgovCourse *self = GGOV_COURSE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_course_parent_class)->finalize (object);
}

static void
ggov_course_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_COURSE (object)->record, fields, prop_id, value);
}

static void
ggov_course_class_init (GgovCourseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_course_finalize;
  object_class->get_property = ggov_course_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_course_init (GgovCourse *self)
{
}

GgovCourse *
ggov_course_new (const GgovCourseRecord *record)
{
  GgovCourse *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_COURSE, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovCourseRecord *
ggov_course_get_record (GgovCourse *self)
{
  g_return_val_if_fail (GGOV_IS_COURSE (self), NULL);

  return &self->record;
}
