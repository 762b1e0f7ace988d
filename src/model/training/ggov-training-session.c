/* ggov-training-session.c: a course is taught once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-training-session.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovTrainingSessionRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovTrainingSessionRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (row_version, "row-version"),
  NUMBER (course_id, "course-id"),
  NUMBER (starts_at, "starts-at"),
  NUMBER (ends_at, "ends-at"),
  NUMBER (seats, "seats"),
  NUMBER (n_people, "n-people"),
  NUMBER (n_invited, "n-invited"),
  NUMBER (n_attended, "n-attended"),
  NUMBER (n_absent, "n-absent"),
  NUMBER (n_passed, "n-passed"),
  NUMBER (n_certificates, "n-certificates"),
  NUMBER (is_over, "is-over"),
  NUMBER (hours, "hours"),
  NUMBER (examined, "examined"),
  TEXT (day, "day"),
  TEXT (starts, "starts"),
  TEXT (ends, "ends"),
  TEXT (course_code, "course-code"),
  TEXT (course, "course"),
  TEXT (place, "place"),
  TEXT (trainer, "trainer"),
  TEXT (note, "note"),
  TEXT (called_off, "called-off"),
};

struct _GgovTrainingSession
{
  GObject parent_instance;

  GgovTrainingSessionRecord record;
  char *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovTrainingSession, ggov_training_session, G_TYPE_OBJECT)

static void
ggov_training_session_finalize (GObject *object)
{
  GgovTrainingSession *self = GGOV_TRAINING_SESSION (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_training_session_parent_class)->finalize (object);
}

static void
ggov_training_session_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_TRAINING_SESSION (object)->record, fields, prop_id, value);
}

static void
ggov_training_session_class_init (GgovTrainingSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_training_session_finalize;
  object_class->get_property = ggov_training_session_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_training_session_init (GgovTrainingSession *self)
{
}

GgovTrainingSession *
ggov_training_session_new (const GgovTrainingSessionRecord *record)
{
  GgovTrainingSession *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_TRAINING_SESSION, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovTrainingSessionRecord *
ggov_training_session_get_record (GgovTrainingSession *self)
{
  g_return_val_if_fail (GGOV_IS_TRAINING_SESSION (self), NULL);

  return &self->record;
}
