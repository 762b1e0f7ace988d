/* ggov-plan-finding.c: what is wrong with a draft of a plan, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-plan-finding.h"

static const char * const codes[] = {
  [GGOV_PLAN_NO_BORDERS] = "no-borders",
  [GGOV_PLAN_UNASSIGNED] = "unassigned",
  [GGOV_PLAN_CUT] = "cut",
  [GGOV_PLAN_ELSEWHERE] = "elsewhere",
  [GGOV_PLAN_PIECES] = "pieces",
  [GGOV_PLAN_HOLE] = "hole",
  [GGOV_PLAN_OVERLAP] = "overlap",
  [GGOV_PLAN_NOT_COVERED] = "not-covered",
  [GGOV_PLAN_OUTSIDE] = "outside",
  [GGOV_PLAN_BROKEN] = "broken",
  [GGOV_PLAN_EMPTY] = "empty",
  [GGOV_PLAN_OVER] = "over",
  [GGOV_PLAN_UNDER] = "under",
  [GGOV_PLAN_VACANT] = "vacant",
  [GGOV_PLAN_SLIVER] = "sliver",
  [GGOV_PLAN_RESHAPED] = "reshaped",
};

struct _GgovPlanFinding
{
  GObject                parent_instance;

  GgovPlanFindingRecord  record;
  char                  *message;
};

enum
{
  PROP_0,
  PROP_IS_ERROR,
  PROP_MESSAGE,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (GgovPlanFinding, ggov_plan_finding, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

const char *
ggov_plan_finding_kind_get_code (GgovPlanFindingKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (codes), NULL);

  return codes[kind];
}

gboolean
ggov_plan_finding_kind_is_error (GgovPlanFindingKind kind)
{
  return kind <= GGOV_PLAN_EMPTY;
}

static void
ggov_plan_finding_finalize (GObject *object)
{
  GgovPlanFinding *self = GGOV_PLAN_FINDING (object);

  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (ggov_plan_finding_parent_class)->finalize (object);
}

static void
ggov_plan_finding_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GgovPlanFinding *self = GGOV_PLAN_FINDING (object);

  switch (prop_id)
    {
    case PROP_IS_ERROR:
      g_value_set_boolean (value, ggov_plan_finding_is_error (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ggov_plan_finding_class_init (GgovPlanFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ggov_plan_finding_finalize;
  object_class->get_property = ggov_plan_finding_get_property;

  properties[PROP_IS_ERROR] = g_param_spec_boolean ("is-error", NULL, NULL, FALSE, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ggov_plan_finding_init (GgovPlanFinding *self)
{
}

GgovPlanFinding *
ggov_plan_finding_new (const GgovPlanFindingRecord *record)
{
  GgovPlanFinding *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (GGOV_TYPE_PLAN_FINDING, NULL);
  self->record = *record;
  self->record.message = self->message = g_strdup (record->message);

  return self;
}

const GgovPlanFindingRecord *
ggov_plan_finding_get_record (GgovPlanFinding *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_FINDING (self), NULL);

  return &self->record;
}

gboolean
ggov_plan_finding_is_error (GgovPlanFinding *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_FINDING (self), FALSE);

  return ggov_plan_finding_kind_is_error (self->record.kind);
}
