/* ggov-plan-picture.h: a small map of a plan's grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-geo-sketch.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PLAN_PICTURE (ggov_plan_picture_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlanPicture, ggov_plan_picture, GGOV, PLAN_PICTURE, GtkWidget)

GtkWidget *ggov_plan_picture_new        (void) G_GNUC_WARN_UNUSED_RESULT;

/* @sketch: (nullable): NULL for an empty picture */
void       ggov_plan_picture_set_sketch (GgovPlanPicture *self,
                                         GgovGeoSketch   *sketch);

G_END_DECLS
