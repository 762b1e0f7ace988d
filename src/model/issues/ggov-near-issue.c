/* ggov-near-issue.c: an issue that may be the same as another that is about to be filed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-near-issue.h"
#include "ggov-record-private.h"

#define TEXT(member) GGOV_TEXT_FIELD (GgovNearIssueFields, member, #member)

static const GgovRecordField texts[] = { TEXT (number), TEXT (title), TEXT (place) };

struct _GgovNearIssue
{
  GObject              parent_instance;

  GgovNearIssueFields  fields;
  char                *texts; /* what the fields' texts point into */
};

G_DEFINE_FINAL_TYPE (GgovNearIssue, ggov_near_issue, G_TYPE_OBJECT)

static void
ggov_near_issue_finalize (GObject *object)
{
  GgovNearIssue *self = GGOV_NEAR_ISSUE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_near_issue_parent_class)->finalize (object);
}

static void
ggov_near_issue_class_init (GgovNearIssueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_near_issue_finalize;
}

static void
ggov_near_issue_init (GgovNearIssue *self)
{
}

GgovNearIssue *
ggov_near_issue_new (const GgovNearIssueFields *fields)
{
  GgovNearIssue *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (GGOV_TYPE_NEAR_ISSUE, NULL);
  self->fields = *fields;
  self->texts = _ggov_record_keep_texts (&self->fields, texts, G_N_ELEMENTS (texts));

  return self;
}

const GgovNearIssueFields *
ggov_near_issue_get_fields (GgovNearIssue *self)
{
  g_return_val_if_fail (GGOV_IS_NEAR_ISSUE (self), NULL);

  return &self->fields;
}

static int
rank (const GgovNearIssueFields *fields)
{
  return fields->distance_m == GGOV_NEAR_SAME_GRID ? G_MAXINT : fields->distance_m;
}

int
ggov_near_issue_compare (gconstpointer a,
                         gconstpointer b)
{
  const GgovNearIssueFields *one = &((GgovNearIssue *) a)->fields;
  const GgovNearIssueFields *other = &((GgovNearIssue *) b)->fields;

  if (rank (one) != rank (other))
    return rank (one) < rank (other) ? -1 : 1;
  if (one->days != other->days)
    return one->days < other->days ? -1 : 1;

  return (one->id < other->id) - (one->id > other->id);
}
