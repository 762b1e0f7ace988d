/* ggov-structure.h: a structure that should not be there (违法建设)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovStructureFields:
 * @issue_id: its issue
 * @number: of the issue; read only, as are type, grid_id, grid, place, n_before and n_after
 * @lon_e7: degrees times ten million, as @lat_e7; both 0 where it is not on the map
 * @area_cm2: found; 0 is computed from the outline
 * @is_measured: 1 where the area was computed from the outline; read only
 * @demolished_cm2: pulled down, or put right; 0 with a day is all of it
 * @outline: corners as "lon,lat lon,lat lon,lat", degrees; "" where it was not drawn
 * @found_on: ISO day, as are the others; "" for none
 * @state: "found", "stopped", "partly" or "demolished"; read only
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      id;
  gint64      row_version;
  gint64      issue_id;
  gint64      grid_id;
  gint64      lon_e7;
  gint64      lat_e7;
  gint64      area_cm2;
  gint64      is_measured;
  gint64      demolished_cm2;
  gint64      n_before;
  gint64      n_after;
  gint64      is_open;
  const char *number;
  const char *type;
  const char *label;
  const char *builder;
  const char *grid;
  const char *place;
  const char *outline;
  const char *found_on;
  const char *stopped_on;
  const char *demolished_on;
  const char *note;
  const char *state;
} GgovStructureFields;

#define GGOV_TYPE_STRUCTURE (ggov_structure_get_type ())

G_DECLARE_FINAL_TYPE (GgovStructure, ggov_structure, GGOV, STRUCTURE, GObject)

GgovStructure *ggov_structure_new (const GgovStructureFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovStructureFields *ggov_structure_get_fields (GgovStructure *self);

G_END_DECLS
