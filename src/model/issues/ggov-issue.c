/* ggov-issue.c: an issue as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-issue.h"
#include "ggov-record-private.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovIssueFields, member, #member)

static const GgovRecordField texts[] = {
  TEXT (number), TEXT (title), TEXT (type_name), TEXT (type_name_zh), TEXT (limit_text),
  TEXT (start_rule), TEXT (evidence), TEXT (figure), TEXT (grid_code), TEXT (grid_name),
  TEXT (community_name),
  TEXT (present_grid_code), TEXT (present_grid_name), TEXT (place), TEXT (handler_name),
};

struct _GgovIssue
{
  GObject          parent_instance;

  GgovIssueFields  fields;
  char            *texts; /* what the fields' texts point into */
};

G_DEFINE_FINAL_TYPE (GgovIssue, ggov_issue, G_TYPE_OBJECT)

static void
ggov_issue_finalize (GObject *object)
{
  GgovIssue *self = GGOV_ISSUE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_issue_parent_class)->finalize (object);
}

static void
ggov_issue_class_init (GgovIssueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_issue_finalize;
}

static void
ggov_issue_init (GgovIssue *self)
{
}

GgovIssue *
ggov_issue_new (const GgovIssueFields *fields)
{
  GgovIssue *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ISSUE, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));

  return self;
}

const GgovIssueFields *
ggov_issue_get_fields (GgovIssue *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE (self), NULL);

  return &self->fields;
}

gboolean
ggov_issue_has_clock (GgovIssue *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE (self), FALSE);

  return self->fields.due_at != 0 || self->fields.state.suspended;
}

const char *
ggov_issue_get_type_label (GgovIssue *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE (self), NULL);

  return _ggov_catalogue_prefers_chinese () ? self->fields.type_name_zh : self->fields.type_name;
}
