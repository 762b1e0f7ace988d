/* ggov-issue-strand.c: what one party has to do about an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-strand.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovIssueStrandRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovIssueStrandRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (issue_id, "issue-id"),
  NUMBER (row_version, "row-version"),
  TEXT (lane, "lane"),
  TEXT (task, "task"),
  NUMBER (handler_id, "handler-id"),
  TEXT (handler_name, "handler-name"),
  TEXT (limit_text, "limit-text"),
  NUMBER (started_at, "started-at"),
  NUMBER (due_at, "due-at"),
  NUMBER (due_provisional, "due-provisional"),
  NUMBER (ended_at, "ended-at"),
  TEXT (outcome, "outcome"),
  TEXT (note, "note"),
};

struct _GgovIssueStrand
{
  GObject                parent_instance;

  GgovIssueStrandRecord  record;
  char                  *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovIssueStrand, ggov_issue_strand, G_TYPE_OBJECT)

static void
ggov_issue_strand_finalize (GObject *object)
{
  GgovIssueStrand *self = GGOV_ISSUE_STRAND (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_issue_strand_parent_class)->finalize (object);
}

static void
ggov_issue_strand_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ISSUE_STRAND (object)->record, fields, prop_id, value);
}

static void
ggov_issue_strand_class_init (GgovIssueStrandClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_issue_strand_finalize;
  object_class->get_property = ggov_issue_strand_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_issue_strand_init (GgovIssueStrand *self)
{
}

GgovIssueStrand *
ggov_issue_strand_new (const GgovIssueStrandRecord *record)
{
  GgovIssueStrand *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ISSUE_STRAND, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovIssueStrandRecord *
ggov_issue_strand_get_record (GgovIssueStrand *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_STRAND (self), NULL);

  return &self->record;
}
