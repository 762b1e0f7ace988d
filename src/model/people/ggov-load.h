/* ggov-load.h: how much somebody looks after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What one full-time member of a grid should look after, households. Source: the official band of an
 * urban grid. */
#define GGOV_LOAD_LEAST 300
#define GGOV_LOAD_MOST  500

#define GGOV_TYPE_LOAD (ggov_load_get_type ())

G_DECLARE_FINAL_TYPE (GgovLoad, ggov_load, GGOV, LOAD, GObject)

/**
 * GgovLoadRecord:
 * @rank: from 1: those who look after too much first, then too little, then by households
 * @grid_id: the grid of a post that is held on one, or 0
 * @places: how many posts of the role the person holds
 * @households: in the places of these posts
 * @units: likewise
 * @open_issues: that the person handles, anywhere
 * @strain: 1 where these are too many households, -1 where they are too few, else 0
 * @place: the first of the places, as it is called
 * @grid_code: (nullable): that it lies in
 *
 * One person in one role. Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      person_id;
  gint64      grid_id;
  gint64      rank;
  gint64      places;
  gint64      households;
  gint64      units;
  gint64      open_issues;
  gint64      strain;
  const char *name;
  const char *phone;
  const char *role_code;
  const char *role;
  const char *place;
  const char *grid_code;
} GgovLoadRecord;

/* Copies the texts. */
GgovLoad *ggov_load_new (const GgovLoadRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovLoadRecord *ggov_load_get_record (GgovLoad *self);

G_END_DECLS
