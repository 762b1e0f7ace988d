/* ggov-points-activity.h: how many leaders of a grid were active before and after a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_ACTIVITY (ggov_points_activity_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsActivity, ggov_points_activity, GGOV, POINTS_ACTIVITY, GObject)

/**
 * GgovPointsActivityRecord:
 *
 * A leader is active who reported, handled, visited, learnt or was given points; as many days before
 * the day are looked at as from it on.
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      grid_id;
  gint64      leaders;       /* of buildings and units, on the day */
  gint64      before;        /* active before */
  gint64      after;         /* active since */
  gint64      acts_before;   /* what they did, one by one */
  gint64      acts_after;
  const char *grid;          /* name */
  const char *code;
} GgovPointsActivityRecord;

/* Copies the texts. */
GgovPointsActivity *ggov_points_activity_new (const GgovPointsActivityRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsActivityRecord *ggov_points_activity_get_record (GgovPointsActivity *self);

G_END_DECLS
