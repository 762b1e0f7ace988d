/* ggov-issue-group.c: a lane of the board: how many issues of one grid, person … are at which stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-issue-group.h"
#include "ggov-record-private.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovIssueGroupFields, member, #member)

static const GgovRecordField texts[] = { TEXT (code), TEXT (name) };

struct _GgovIssueGroup
{
  GObject               parent_instance;

  GgovIssueGroupFields  fields;
  char                 *texts; /* what the fields' texts point into */
};

G_DEFINE_FINAL_TYPE (GgovIssueGroup, ggov_issue_group, G_TYPE_OBJECT)

static void
ggov_issue_group_finalize (GObject *object)
{
  GgovIssueGroup *self = GGOV_ISSUE_GROUP (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_issue_group_parent_class)->finalize (object);
}

static void
ggov_issue_group_class_init (GgovIssueGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_issue_group_finalize;
}

static void
ggov_issue_group_init (GgovIssueGroup *self)
{
}

GgovIssueGroup *
ggov_issue_group_new (const GgovIssueGroupFields *fields)
{
  GgovIssueGroup *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_ISSUE_GROUP, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));

  return self;
}

const GgovIssueGroupFields *
ggov_issue_group_get_fields (GgovIssueGroup *self)
{
  g_return_val_if_fail (GGOV_IS_ISSUE_GROUP (self), NULL);

  return &self->fields;
}

gint64
ggov_issue_group_get_total (GgovIssueGroup *self)
{
  gint64 total = 0;

  g_return_val_if_fail (GGOV_IS_ISSUE_GROUP (self), 0);

  for (guint stage = 0; stage < GGOV_ISSUE_N_STAGES; stage++)
    total += self->fields.counts[stage];

  return total;
}

gint64
ggov_issue_group_get_in_work (GgovIssueGroup *self)
{
  gint64 total = 0;

  g_return_val_if_fail (GGOV_IS_ISSUE_GROUP (self), 0);

  for (guint stage = GGOV_ISSUE_DISPATCHED; stage <= GGOV_ISSUE_VERIFIED; stage++)
    total += self->fields.counts[stage];

  return total;
}
