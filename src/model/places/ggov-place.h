/* ggov-place.h: a place that a post can be held on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_PLACE (ggov_place_get_type ())

G_DECLARE_FINAL_TYPE (GgovPlace, ggov_place, GGOV, PLACE, GObject)

/**
 * GgovPlaceRecord:
 * @kind: code of a GgovScope
 * @label: as it is called
 * @code: (nullable): its own code, where it has one
 * @community: (nullable): the name of the community it is or lies in
 * @grid_id: the grid it is or lies in on the day asked about, or 0
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      grid_id;
  const char *kind;
  const char *label;
  const char *code;
  const char *community_code;
  const char *community;
  const char *grid_code;
  const char *grid;
} GgovPlaceRecord;

/* Copies the texts. */
GgovPlace *ggov_place_new (const GgovPlaceRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovPlaceRecord *ggov_place_get_record (GgovPlace *self);

G_END_DECLS
