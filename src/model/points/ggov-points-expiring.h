/* ggov-points-expiring.h: a person's points that are about to expire
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_EXPIRING (ggov_points_expiring_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsExpiring, ggov_points_expiring, GGOV, POINTS_EXPIRING, GObject)

/**
 * GgovPointsExpiringRecord:
 *
 * The points of one last day.
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      person_id;
  gint64      account_id;
  gint64      points;
  const char *person;        /* name */
  const char *grid;          /* name; empty for none */
  const char *phone;
  const char *last_day;      /* ISO day on which they can still be had */
} GgovPointsExpiringRecord;

/* Copies the texts. */
GgovPointsExpiring *ggov_points_expiring_new (const GgovPointsExpiringRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsExpiringRecord *ggov_points_expiring_get_record (GgovPointsExpiring *self);

G_END_DECLS
