/* ggov-plan-move.c: a building whose households get another worker by a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-plan-move.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPlanMoveRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPlanMoveRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (building_id, "building-id"),
  NUMBER (households, "households"),
  NUMBER (people, "people"),
  NUMBER (from_grid_id, "from-grid-id"),
  NUMBER (to_grid_id, "to-grid-id"),
  NUMBER (to_number, "to-number"),
  TEXT (building, "building"),
  TEXT (from_code, "from-code"),
  TEXT (from, "from"),
  TEXT (from_member, "from-member"),
  TEXT (to_code, "to-code"),
  TEXT (to, "to"),
  TEXT (to_member, "to-member"),
};

struct _GgovPlanMove
{
  GObject  parent_instance;

  GgovPlanMoveRow  row;
  char    *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPlanMove, ggov_plan_move, G_TYPE_OBJECT)

static void
ggov_plan_move_finalize (GObject *object)
{
  GgovPlanMove *self = GGOV_PLAN_MOVE (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_plan_move_parent_class)->finalize (object);
}

static void
ggov_plan_move_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_PLAN_MOVE (object)->row, fields, prop_id, value);
}

static void
ggov_plan_move_class_init (GgovPlanMoveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_plan_move_finalize;
  object_class->get_property = ggov_plan_move_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_plan_move_init (GgovPlanMove *self)
{
}

GgovPlanMove *
ggov_plan_move_new (const GgovPlanMoveRow *row)
{
  GgovPlanMove *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_PLAN_MOVE, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPlanMoveRow *
ggov_plan_move_get_row (GgovPlanMove *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_MOVE (self), NULL);

  return &self->row;
}
