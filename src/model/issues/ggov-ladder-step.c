/* ggov-ladder-step.c: a rung of the ladder that is due for an issue, or was climbed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-ladder-step.h"

struct _GgovLadderStep
{
  GObject               parent_instance;

  GgovIssue            *issue;
  GgovLadderStepFields  fields;
};

G_DEFINE_FINAL_TYPE (GgovLadderStep, ggov_ladder_step, G_TYPE_OBJECT)

static void
ggov_ladder_step_finalize (GObject *object)
{
  GgovLadderStep *self = GGOV_LADDER_STEP (object);

  g_clear_object (&self->issue);

  G_OBJECT_CLASS (ggov_ladder_step_parent_class)->finalize (object);
}

static void
ggov_ladder_step_class_init (GgovLadderStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_ladder_step_finalize;
}

static void
ggov_ladder_step_init (GgovLadderStep *self)
{
}

GgovLadderStep *
ggov_ladder_step_new (GgovIssue                  *issue,
                      const GgovLadderStepFields *fields)
{
  GgovLadderStep *self = g_object_new (GGOV_TYPE_LADDER_STEP, NULL);

  self->issue = g_object_ref (issue);
  self->fields = *fields;

  return self;
}

GgovIssue *
ggov_ladder_step_get_issue (GgovLadderStep *self)
{
  g_return_val_if_fail (GGOV_IS_LADDER_STEP (self), NULL);

  return self->issue;
}

const GgovLadderStepFields *
ggov_ladder_step_get_fields (GgovLadderStep *self)
{
  g_return_val_if_fail (GGOV_IS_LADDER_STEP (self), NULL);

  return &self->fields;
}
