/* ggov-branch.c: one line of the tree of places, roles or organisations with their people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-branch.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovBranchRecord, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovBranchRecord, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (role_id, "role-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (n_posts, "n-posts"),
  NUMBER (n_vacant, "n-vacant"),
  TEXT (kind, "kind"),
  TEXT (label, "label"),
  TEXT (note, "note"),
  TEXT (phone, "phone"),
};

struct _GgovBranch
{
  GObject           parent_instance;

  GgovBranchRecord  record;
  char             *texts; /* what the record's texts point into */
  GListModel       *below; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (GgovBranch, ggov_branch, G_TYPE_OBJECT)

static void
ggov_branch_finalize (GObject *object)
{
  GgovBranch *self = GGOV_BRANCH (object);

  g_clear_pointer (&self->texts, g_free);
  g_clear_object (&self->below);

  G_OBJECT_CLASS (ggov_branch_parent_class)->finalize (object);
}

static void
ggov_branch_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_BRANCH (object)->record, fields, prop_id, value);
}

static void
ggov_branch_class_init (GgovBranchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_branch_finalize;
  object_class->get_property = ggov_branch_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_branch_init (GgovBranch *self)
{
}

GgovBranch *
ggov_branch_new (const GgovBranchRecord *record)
{
  GgovBranch *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_BRANCH, NULL);
  self->record = *record;
  self->texts = _ggov_record_keep_texts (&self->record, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovBranchRecord *
ggov_branch_get_record (GgovBranch *self)
{
  g_return_val_if_fail (GGOV_IS_BRANCH (self), NULL);

  return &self->record;
}

gboolean
ggov_branch_is_post (GgovBranch *self)
{
  g_return_val_if_fail (GGOV_IS_BRANCH (self), FALSE);

  return g_str_equal (self->record.kind, "post");
}

GListModel *
ggov_branch_get_below (GgovBranch *self)
{
  g_return_val_if_fail (GGOV_IS_BRANCH (self), NULL);

  return self->below;
}

void
ggov_branch_set_below (GgovBranch *self,
                       GListModel *below)
{
  g_return_if_fail (GGOV_IS_BRANCH (self));

  g_set_object (&self->below, below);
}
