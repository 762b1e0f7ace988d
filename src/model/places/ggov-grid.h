/* ggov-grid.h: a base grid and what it holds, as of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_GRID (ggov_grid_get_type ())

G_DECLARE_FINAL_TYPE (GgovGrid, ggov_grid, GGOV, GRID, GObject)

/**
 * GgovGridRow:
 * @code: 15 digits
 * @community: the community's name
 * @households: of all its buildings
 * @people: living in them
 * @buildings: how many there are, of whatever kind
 * @member: (nullable): name of the full-time grid member; NULL while the post is vacant
 */
typedef struct
{
  gint64      id;
  gint64      community_id;
  const char *code;
  const char *name;
  const char *community;
  int         households;
  int         people;
  int         buildings;
  const char *member;
} GgovGridRow;

/* Never changes. Texts are copied. */
GgovGrid   *ggov_grid_new              (const GgovGridRow *row) G_GNUC_WARN_UNUSED_RESULT;

gint64      ggov_grid_get_id           (GgovGrid *self);
gint64      ggov_grid_get_community_id (GgovGrid *self);
const char *ggov_grid_get_code         (GgovGrid *self);
const char *ggov_grid_get_name         (GgovGrid *self);
const char *ggov_grid_get_community    (GgovGrid *self);
int         ggov_grid_get_households   (GgovGrid *self);
int         ggov_grid_get_people       (GgovGrid *self);
int         ggov_grid_get_buildings    (GgovGrid *self);
const char *ggov_grid_get_member       (GgovGrid *self);

/* The last three digits of the code, by which a grid is called within its community. */
const char *ggov_grid_get_number       (GgovGrid *self);

G_END_DECLS
