/* ggov-plan-post.c: a post on a grid that a plan gives up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-plan-post.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPlanPostRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPlanPostRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (post_id, "post-id"),
  NUMBER (person_id, "person-id"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (successor_number, "successor-number"),
  NUMBER (successor_id, "successor-id"),
  TEXT (person, "person"),
  TEXT (role_code, "role-code"),
  TEXT (role, "role"),
  TEXT (code, "code"),
  TEXT (grid, "grid"),
  TEXT (successor_code, "successor-code"),
  TEXT (successor, "successor"),
};

struct _GgovPlanPost
{
  GObject  parent_instance;

  GgovPlanPostRow  row;
  char    *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPlanPost, ggov_plan_post, G_TYPE_OBJECT)

static void
ggov_plan_post_finalize (GObject *object)
{
  GgovPlanPost *self = GGOV_PLAN_POST (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_plan_post_parent_class)->finalize (object);
}

static void
ggov_plan_post_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_PLAN_POST (object)->row, fields, prop_id, value);
}

static void
ggov_plan_post_class_init (GgovPlanPostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_plan_post_finalize;
  object_class->get_property = ggov_plan_post_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_plan_post_init (GgovPlanPost *self)
{
}

GgovPlanPost *
ggov_plan_post_new (const GgovPlanPostRow *row)
{
  GgovPlanPost *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_PLAN_POST, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPlanPostRow *
ggov_plan_post_get_row (GgovPlanPost *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_POST (self), NULL);

  return &self->row;
}
