/* ggov-training-gap.c: somebody holds a post and lacks a course it requires
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-training-gap.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovTrainingGapRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovTrainingGapRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (course_id, "course-id"),
  NUMBER (post_id, "post-id"),
  NUMBER (n_posts, "n-posts"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (session_id, "session-id"),
  TEXT (state, "state"),
  TEXT (person, "person"),
  TEXT (phone, "phone"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (place, "place"),
  TEXT (community, "community"),
  TEXT (grid_code, "grid-code"),
  TEXT (grid, "grid"),
  TEXT (course_code, "course-code"),
  TEXT (course, "course"),
  TEXT (until, "until"),
  TEXT (invited, "invited"),
};

struct _GgovTrainingGap
{
  GObject parent_instance;

  GgovTrainingGapRecord record;
  char *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovTrainingGap, ggov_training_gap, G_TYPE_OBJECT)

static void
ggov_training_gap_finalize (GObject *object)
{
  GgovTrainingGap *self = GGOV_TRAINING_GAP (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_training_gap_parent_class)->finalize (object);
}

static void
ggov_training_gap_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_TRAINING_GAP (object)->record, fields, prop_id, value);
}

static void
ggov_training_gap_class_init (GgovTrainingGapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_training_gap_finalize;
  object_class->get_property = ggov_training_gap_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_training_gap_init (GgovTrainingGap *self)
{
}

GgovTrainingGap *
ggov_training_gap_new (const GgovTrainingGapRecord *record)
{
  GgovTrainingGap *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_TRAINING_GAP, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovTrainingGapRecord *
ggov_training_gap_get_record (GgovTrainingGap *self)
{
  g_return_val_if_fail (GGOV_IS_TRAINING_GAP (self), NULL);

  return &self->record;
}
