/* ggov-issue-paper.c: a photo or paper that came with a step of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-paper.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovIssuePaperRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovIssuePaperRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (event_id, "event-id"),
  NUMBER (size, "size"),
  TEXT (name, "name"),
  TEXT (media_type, "media-type"),
};

struct _GgovIssuePaper
{
  GObject               parent_instance;

  GgovIssuePaperRecord  record;
  char                 *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovIssuePaper, ggov_issue_paper, G_TYPE_OBJECT)

static void
ggov_issue_paper_finalize (GObject *object)
{
  GgovIssuePaper *self = GGOV_ISSUE_PAPER (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_issue_paper_parent_class)->finalize (object);
}

static void
ggov_issue_paper_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ISSUE_PAPER (object)->record, fields, prop_id, value);
}

static void
ggov_issue_paper_class_init (GgovIssuePaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_issue_paper_finalize;
  object_class->get_property = ggov_issue_paper_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_issue_paper_init (GgovIssuePaper *self)
{
}

GgovIssuePaper *
ggov_issue_paper_new (const GgovIssuePaperRecord *record)
{
  GgovIssuePaper *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ISSUE_PAPER, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovIssuePaperRecord *
ggov_issue_paper_get_record (GgovIssuePaper *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_PAPER (self), NULL);

  return &self->record;
}
