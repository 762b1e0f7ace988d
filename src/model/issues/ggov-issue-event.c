/* ggov-issue-event.c: one thing that was done with an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-event.h"
#include "ggov-record-private.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovIssueEventFields, member, #member)

static const GgovRecordField texts[] = {
  TEXT (person_name), TEXT (granted), TEXT (note), TEXT (account),
};

struct _GgovIssueEvent
{
  GObject               parent_instance;

  GgovIssueEventFields  fields;
  char                 *texts; /* what the fields' texts point into */
};

G_DEFINE_FINAL_TYPE (GgovIssueEvent, ggov_issue_event, G_TYPE_OBJECT)

static void
ggov_issue_event_finalize (GObject *object)
{
  GgovIssueEvent *self = GGOV_ISSUE_EVENT (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_issue_event_parent_class)->finalize (object);
}

static void
ggov_issue_event_class_init (GgovIssueEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_issue_event_finalize;
}

static void
ggov_issue_event_init (GgovIssueEvent *self)
{
}

GgovIssueEvent *
ggov_issue_event_new (const GgovIssueEventFields *fields)
{
  GgovIssueEvent *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ISSUE_EVENT, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));

  return self;
}

const GgovIssueEventFields *
ggov_issue_event_get_fields (GgovIssueEvent *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_EVENT (self), NULL);

  return &self->fields;
}
