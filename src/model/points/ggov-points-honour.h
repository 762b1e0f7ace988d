/* ggov-points-honour.h: a line of the honour list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_HONOUR (ggov_points_honour_get_type ())

G_DECLARE_FINAL_TYPE (GgovPointsHonour, ggov_points_honour, GGOV, POINTS_HONOUR, GObject)

/**
 * GgovPointsHonourRecord:
 *
 * Whoever earned as many shares a place.
 *
 * Each member is also a readable property, with dashes. No text is NULL.
 */
typedef struct
{
  gint64      place;         /* from 1 on */
  gint64      person_id;
  gint64      points;        /* earned and not taken back */
  gint64      n_awards;
  const char *person;        /* name */
  const char *role;          /* in the user's language; empty for none */
  const char *grid;          /* name; empty for none */
  const char *most;          /* what most of it was for */
} GgovPointsHonourRecord;

/* Copies the texts. */
GgovPointsHonour *ggov_points_honour_new (const GgovPointsHonourRecord *record)
  G_GNUC_WARN_UNUSED_RESULT;

/* The texts live as long as the object. */
const GgovPointsHonourRecord *ggov_points_honour_get_record (GgovPointsHonour *self);

G_END_DECLS
