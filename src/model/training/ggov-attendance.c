/* ggov-attendance.c: somebody on the list of a training session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-attendance.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovAttendanceRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovAttendanceRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  NUMBER (rank, "rank"),
  NUMBER (session_id, "session-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (course_id, "course-id"),
  NUMBER (passed, "passed"),
  NUMBER (certificate_id, "certificate-id"),
  TEXT (person, "person"),
  TEXT (phone, "phone"),
  TEXT (role, "role"),
  TEXT (place, "place"),
  TEXT (grid_code, "grid-code"),
  TEXT (course, "course"),
  TEXT (session, "session"),
  TEXT (state, "state"),
  TEXT (reason, "reason"),
  TEXT (attended_on, "attended-on"),
  TEXT (valid_to, "valid-to"),
  TEXT (certificate, "certificate"),
  TEXT (issuer, "issuer"),
};

struct _GgovAttendance
{
  GObject parent_instance;

  GgovAttendanceRecord record;
  char *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovAttendance, ggov_attendance, G_TYPE_OBJECT)

static void
ggov_attendance_finalize (GObject *object)
{
  GgovAttendance *self = GGOV_ATTENDANCE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_attendance_parent_class)->finalize (object);
}

static void
ggov_attendance_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ATTENDANCE (object)->record, fields, prop_id, value);
}

static void
ggov_attendance_class_init (GgovAttendanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_attendance_finalize;
  object_class->get_property = ggov_attendance_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_attendance_init (GgovAttendance *self)
{
}

GgovAttendance *
ggov_attendance_new (const GgovAttendanceRecord *record)
{
  GgovAttendance *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ATTENDANCE, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovAttendanceRecord *
ggov_attendance_get_record (GgovAttendance *self)
{
  g_return_val_if_fail (GGOV_IS_ATTENDANCE (self), NULL);

  return &self->record;
}
