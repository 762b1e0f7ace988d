/* ggov-plan-grid.c: one grid before and after, in a comparison of plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-plan-grid.h"
#include "ggov-record-private.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovPlanGridRow, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovPlanGridRow, member, name)

static const GgovRecordField fields[] = {
  NUMBER (number, "number"),
  NUMBER (grid_id, "grid-id"),
  NUMBER (households_before, "households-before"),
  NUMBER (households_after, "households-after"),
  NUMBER (people_before, "people-before"),
  NUMBER (people_after, "people-after"),
  NUMBER (buildings_before, "buildings-before"),
  NUMBER (buildings_after, "buildings-after"),
  NUMBER (special_before, "special-before"),
  NUMBER (special_after, "special-after"),
  NUMBER (issues_before, "issues-before"),
  NUMBER (issues_after, "issues-after"),
  NUMBER (posts_before, "posts-before"),
  NUMBER (posts_after, "posts-after"),
  TEXT (code, "code"),
  TEXT (name, "name"),
  TEXT (change, "change"),
};

struct _GgovPlanGrid
{
  GObject  parent_instance;

  GgovPlanGridRow  row;
  char    *texts; /* what the row's texts point into */
};

G_DEFINE_FINAL_TYPE (GgovPlanGrid, ggov_plan_grid, G_TYPE_OBJECT)

static void
ggov_plan_grid_finalize (GObject *object)
{
  GgovPlanGrid *self = GGOV_PLAN_GRID (object);

  g_clear_pointer (&self->texts, g_free);

  G_OBJECT_CLASS (ggov_plan_grid_parent_class)->finalize (object);
}

static void
ggov_plan_grid_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  _ggov_record_get (&GGOV_PLAN_GRID (object)->row, fields, prop_id, value);
}

static void
ggov_plan_grid_class_init (GgovPlanGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ggov_plan_grid_finalize;
  object_class->get_property = ggov_plan_grid_get_property;

  _ggov_record_install (object_class, fields, G_N_ELEMENTS (fields));
}

static void
ggov_plan_grid_init (GgovPlanGrid *self)
{
}

GgovPlanGrid *
ggov_plan_grid_new (const GgovPlanGridRow *row)
{
  GgovPlanGrid *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (GGOV_TYPE_PLAN_GRID, NULL);
  self->row = *row;
  self->texts = _ggov_record_keep_texts (&self->row, fields, G_N_ELEMENTS (fields));

  return self;
}

const GgovPlanGridRow *
ggov_plan_grid_get_row (GgovPlanGrid *self)
{
  g_return_val_if_fail (GGOV_IS_PLAN_GRID (self), NULL);

  return &self->row;
}
