/* ggov-issue-reporter.c: who reported an issue besides the first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-reporter.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovIssueReporterRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovIssueReporterRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (issue_id, "issue-id"),
  NUMBER (person_id, "person-id"),
  TEXT (name, "name"),
  TEXT (phone, "phone"),
  TEXT (source, "source"),
  NUMBER (at, "at"),
  TEXT (note, "note"),
  NUMBER (from_issue_id, "from-issue-id"),
  TEXT (from_number, "from-number"),
};

struct _GgovIssueReporter
{
  GObject                  parent_instance;

  GgovIssueReporterRecord  record;
  char                    *texts; /* what the record's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovIssueReporter, ggov_issue_reporter, G_TYPE_OBJECT)

static void
ggov_issue_reporter_finalize (GObject *object)
{
  GgovIssueReporter *self = GGOV_ISSUE_REPORTER (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_issue_reporter_parent_class)->finalize (object);
}

static void
ggov_issue_reporter_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_ISSUE_REPORTER (object)->record, fields, prop_id, value);
}

static void
ggov_issue_reporter_class_init (GgovIssueReporterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_issue_reporter_finalize;
  object_class->get_property = ggov_issue_reporter_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_issue_reporter_init (GgovIssueReporter *self)
{
}

GgovIssueReporter *
ggov_issue_reporter_new (const GgovIssueReporterRecord *record)
{
  GgovIssueReporter *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ISSUE_REPORTER, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovIssueReporterRecord *
ggov_issue_reporter_get_record (GgovIssueReporter *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_REPORTER (self), NULL);

  return &self->record;
}
