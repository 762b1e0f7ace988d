/* ggov-plan.c: a plan that cuts a community into grids, as a list shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-plan.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPlanRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPlanRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (id, "id"),
  NUMBER (community_id, "community-id"),
  NUMBER (based_on_id, "based-on-id"),
  NUMBER (latest_id, "latest-id"),
  NUMBER (grids, "grids"),
  NUMBER (households, "households"),
  NUMBER (at, "at"),
  TEXT (community_code, "community-code"),
  TEXT (community, "community"),
  TEXT (name, "name"),
  TEXT (state_code, "state-code"),
  TEXT (state, "state"),
  TEXT (valid_from, "valid-from"),
  TEXT (valid_to, "valid-to"),
  TEXT (note, "note"),
  TEXT (account, "account"),
};

static const struct
{
  const char *code;
  const char *label;
} states[] = {
  [GGOV_PLAN_DRAFT] = { "draft", NC_("plan", "Draft") },
  [GGOV_PLAN_APPROVED] = { "approved", NC_("plan", "Approved") },
  [GGOV_PLAN_IN_FORCE] = { "in_force", NC_("plan", "In force") },
  [GGOV_PLAN_RETIRED] = { "retired", NC_("plan", "Retired") },
};

struct _GgovPlan
{
  GObject  parent_instance;

  GgovPlanRow  row;
  char    *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPlan, ggov_plan, G_TYPE_OBJECT)

static void
ggov_plan_finalize (GObject *object)
{
  GgovPlan *self = GGOV_PLAN (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_plan_parent_class)->finalize (object);
}

static void
ggov_plan_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_PLAN (object)->row, fields, prop_id, value);
}

static void
ggov_plan_class_init (GgovPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_plan_finalize;
  object_class->get_property = ggov_plan_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_plan_init (GgovPlan *self)
{
}

GgovPlan *
ggov_plan_new (const GgovPlanRow *row)
{
  GgovPlan *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_PLAN, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPlanRow *
ggov_plan_get_row (GgovPlan *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN (self), NULL);

  return &self->row;
}

gboolean
ggov_plan_equal (GgovPlan *a,
                 GgovPlan *b)
{
  g_return_val_if_fail (GGOV_IS_PLAN (a), FALSE);
  g_return_val_if_fail (GGOV_IS_PLAN (b), FALSE);

  return _ggov_record_equal (&a->row, &b->row, fields, G_N_ELEMENTS (fields));
}

const char *
ggov_plan_state_get_code (GgovPlanState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return states[state].code;
}

const char *
ggov_plan_state_get_label (GgovPlanState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "plan", states[state].label);
}

GgovPlanState
ggov_plan_state_of_days (gboolean    is_draft,
                         const char *valid_from,
                         const char *valid_to,
                         const char *day)
{
  g_return_val_if_fail (day != NULL, GGOV_PLAN_DRAFT);

  if (is_draft)
    return GGOV_PLAN_DRAFT;
  if (valid_from && strcmp (valid_from, day) > 0)
    return GGOV_PLAN_APPROVED;

  return valid_to && strcmp (valid_to, day) < 0 ? GGOV_PLAN_RETIRED : GGOV_PLAN_IN_FORCE;
}

GgovPlanState
ggov_plan_get_state (GgovPlan *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN (self), GGOV_PLAN_DRAFT);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (self->row.state_code, states[i].code) == 0)
      return i;

  g_return_val_if_reached (GGOV_PLAN_DRAFT);
}

gboolean
ggov_plan_is_overtaken (GgovPlan *self)
{
  return ggov_plan_get_state (self) == GGOV_PLAN_DRAFT &&
         self->row.based_on_id != self->row.latest_id;
}
