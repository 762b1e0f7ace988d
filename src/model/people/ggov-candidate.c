/* ggov-candidate.c: somebody who could be appointed to a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-candidate.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovCandidateRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovCandidateRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (person_id, "person-id"),
  NUMBER (nearness, "nearness"),
  TEXT (name, "name"),
  TEXT (pinyin, "pinyin"),
  TEXT (sex_label, "sex-label"),
  TEXT (phone, "phone"),
  TEXT (organisation, "organisation"),
  TEXT (home, "home"),
  TEXT (posts, "posts"),
};

struct _GgovCandidate
{
  GObject              parent_instance;

  GgovCandidateRecord  record;
  char                *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovCandidate, ggov_candidate, G_TYPE_OBJECT)

static void
ggov_candidate_finalize (GObject *object)
{
  GgovCandidate *self = GGOV_CANDIDATE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_candidate_parent_class)->finalize (object);
}

static void
ggov_candidate_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_CANDIDATE (object)->record, fields, prop_id, value);
}

static void
ggov_candidate_class_init (GgovCandidateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_candidate_finalize;
  object_class->get_property = ggov_candidate_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_candidate_init (GgovCandidate *self)
{
}

GgovCandidate *
ggov_candidate_new (const GgovCandidateRecord *record)
{
  GgovCandidate *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_CANDIDATE, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovCandidateRecord *
ggov_candidate_get_record (GgovCandidate *self)
{
  g_return_val_if_fail (GGOV_IS_CANDIDATE (self), NULL);

  return &self->record;
}
