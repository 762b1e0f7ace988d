/* ggov-atlas.h: what maps on paper are drawn from: grids, buildings, and who serves them on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "ggov-building-kind.h"

G_BEGIN_DECLS

/**
 * GgovAtlasCommunity:
 * @code: 12 digits
 * @border: WKB polygon
 *
 * Shapes of an atlas are well-known binary, longitude then latitude in degrees of CGCS2000. The
 * numbers are those of the store, 0 for none.
 */
typedef struct
{
  gint64  id;
  char   *code;
  char   *name;
  GBytes *border;
} GgovAtlasCommunity;

/**
 * GgovAtlasGrid:
 * @code: 15 digits
 * @area: WKB polygon
 * @neighbours: (element-type gint64): ids of the grids of the same community that it borders on
 */
typedef struct
{
  gint64  id;
  gint64  community_id;
  char   *code;
  char   *name;
  int     households;
  int     people;
  int     buildings;
  GBytes *area;
  GArray *neighbours;
} GgovAtlasGrid;

/**
 * GgovAtlasBuilding:
 * @compound: (nullable): the compound it stands in
 * @number: (nullable): as on the door, "3号楼" or "3"
 * @name: (nullable)
 * @footprint: WKB polygon or multipolygon
 */
typedef struct
{
  gint64            id;
  gint64            grid_id;
  char             *compound;
  char             *number;
  char             *name;
  GgovBuildingKind  kind;
  int               units;
  int               households;
  GBytes           *footprint;
} GgovAtlasBuilding;

/* @line: WKB line string */
typedef struct
{
  char     *name;
  gboolean  is_main;
  GBytes   *line;
} GgovAtlasStreet;

/**
 * GgovAtlasPost:
 * @community_id: of the community the post is for, or 0; so the grid and the building
 * @phone: (nullable)
 * @role: in the user's language
 *
 * A post on a community, a grid or a building; those on units are left to the roster.
 */
typedef struct
{
  gint64  community_id;
  gint64  grid_id;
  gint64  building_id;
  char   *name;
  char   *phone;
  char   *role_code;
  char   *role;
} GgovAtlasPost;

/**
 * GgovAtlas:
 * @day: ISO day that grids and posts are of
 * @office: (nullable): name of the sub-district
 * @communities: (element-type GgovAtlasCommunity): by code
 * @grids: (element-type GgovAtlasGrid): by code
 * @buildings: (element-type GgovAtlasBuilding): by compound, number of digits, number, name
 * @streets: (element-type GgovAtlasStreet): main streets last, which is the order of drawing
 * @posts: (element-type GgovAtlasPost): by rank of the role
 * @sources: whose data it is, one a line; may be empty
 *
 * Made by one and never changed after that; the reference count is atomic.
 */
typedef struct
{
  char      *day;
  char      *office;
  GPtrArray *communities;
  GPtrArray *grids;
  GPtrArray *buildings;
  GPtrArray *streets;
  GPtrArray *posts;
  char      *sources;
} GgovAtlas;

/* An empty one, whose arrays own what is added to them; everything in it comes from g_malloc(). */
GgovAtlas                *ggov_atlas_new            (void) G_GNUC_WARN_UNUSED_RESULT;
GgovAtlas                *ggov_atlas_ref            (GgovAtlas *self);
void                      ggov_atlas_unref          (GgovAtlas *self);

/* (nullable) (transfer none) */
const GgovAtlasGrid      *ggov_atlas_find_grid      (GgovAtlas *self,
                                                     gint64     id);
const GgovAtlasCommunity *ggov_atlas_find_community (GgovAtlas *self,
                                                     gint64     id);

/* The last three digits of a grid's code, by which it is called within its community. */
const char               *ggov_atlas_get_number     (const GgovAtlasGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovAtlas, ggov_atlas_unref)

G_END_DECLS
