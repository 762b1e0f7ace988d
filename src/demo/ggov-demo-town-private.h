/* ggov-demo-town-private.h: the demo's places, before they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-demo-random-private.h"
#include "ggov-demo.h"
#include "ggov-geo-projection.h"
#include "ggov-geo-subdivision.h"

G_BEGIN_DECLS

/* The demo's numbers are those of the account that the office was drawn after. */
#define GGOV_DEMO_COMMUNITIES    4 /* in a tile, of which there are as many as the scale says */
#define GGOV_DEMO_GRIDS          39
#define GGOV_DEMO_HOUSES         254
#define GGOV_DEMO_UNITS          906
#define GGOV_DEMO_GRID_HOUSEHOLDS 400

#define GGOV_DEMO_PATROL_VOLUNTEERS 24 /* of a tile: unit leaders in the gas patrol */

#define GGOV_DEMO_SUB_DISTRICT "150203005"

typedef struct
{
  char    *name;
  gboolean main;
  GBytes  *line;
  double   box[4]; /* west, south, east, north, degrees */
} GgovDemoStreet;

typedef struct
{
  char   *name;
  guint   community;
  gint64  id; /* in the store */
} GgovDemoCompound;

typedef struct
{
  guint       community;
  int         compound;  /* index, or -1 */
  char       *number;    /* (nullable) */
  char       *name;      /* (nullable) */
  const char *kind;
  int         floors;
  double      x, y;      /* its middle, metres east and north of the town's */
  double      lon, lat;
  double      angle;     /* of its length, radians counter-clockwise from the east */
  double      length;    /* metres */
  double      depth;
  double      notch;     /* 0, or the share of both that is cut out of an L-shaped one */
  double      jog;       /* metres by which its two halves stand apart in depth */
  GBytes     *footprint;
  guint       n_units;
  guint       first_unit;
  int         households;
  guint       grid;      /* index in the town */
  gint64      id;
} GgovDemoBuilding;

typedef struct
{
  guint  building;
  int    number;
  int    households;
  int    people;
  gint64 id;
} GgovDemoUnit;

typedef struct
{
  guint  community;
  guint  number;  /* within the community, from 1 */
  char  *code;
  char  *name;
  int    households;
  gint64 id;
} GgovDemoGrid;

typedef struct
{
  char                *code;
  char                *name;
  GBytes              *border;
  guint                first_building;
  guint                n_buildings;
  guint                first_grid;
  guint                n_grids;
  double               box[4];      /* of the border, degrees */
  GgovGeoSubdivision  *subdivision; /* its grids' ids are indices in the town, plus 1 */
  gint64               id;
} GgovDemoCommunity;

typedef struct
{
  guint32            seed;
  int                scale;
  GgovGeoProjection *projection;
  GArray            *streets;        /* (element-type GgovDemoStreet) */
  GArray            *communities;    /* (element-type GgovDemoCommunity) */
  GArray            *compounds;      /* (element-type GgovDemoCompound) */
  GArray            *buildings;      /* (element-type GgovDemoBuilding): by community */
  GArray            *units;          /* (element-type GgovDemoUnit): by building */
  GArray            *grids;          /* (element-type GgovDemoGrid): by community */
  gint64             sub_district_id;
} GgovDemoTown;

/* Lays out streets, communities and buildings; no grids yet. Returns: NULL with @error set */
GgovDemoTown *_ggov_demo_town_new        (guint32           seed,
                                          int               scale,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void          _ggov_demo_town_free       (GgovDemoTown     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovDemoTown, _ggov_demo_town_free)

static inline GgovDemoCommunity *
_ggov_demo_town_community (GgovDemoTown *self,
                           guint         i)
{
  return &g_array_index (self->communities, GgovDemoCommunity, i);
}

static inline GgovDemoBuilding *
_ggov_demo_town_building (GgovDemoTown *self,
                          guint         i)
{
  return &g_array_index (self->buildings, GgovDemoBuilding, i);
}

static inline GgovDemoUnit *
_ggov_demo_town_unit (GgovDemoTown *self,
                      guint         i)
{
  return &g_array_index (self->units, GgovDemoUnit, i);
}

static inline GgovDemoGrid *
_ggov_demo_town_grid (GgovDemoTown *self,
                      guint         i)
{
  return &g_array_index (self->grids, GgovDemoGrid, i);
}

/**
 * GgovDemoBlock:
 * @rect: west, south, east, north on the plan, less what the streets around take
 * @main_side: for each of these sides, whether a main street runs there
 *
 * Ground between streets, on the plan: an undistorted sheet, in metres.
 */
typedef struct
{
  double   rect[4];
  gboolean main_side[4];
} GgovDemoBlock;

typedef struct
{
  double swing[2];  /* metres */
  double wave[2];   /* radians a metre */
  double phase[2];
} GgovDemoWarp;

/* Where a point of the plan lies, metres from the town's middle, and how the land runs there. */
void    _ggov_demo_warp_point  (const GgovDemoWarp *warp,
                                double              u,
                                double              v,
                                double              point[2]);
double  _ggov_demo_warp_angle  (const GgovDemoWarp *warp,
                                double              u,
                                double              v);

/**
 * _ggov_demo_fill_block:
 * @use: "homes", "towers", "school", "trade", "hospital", "works"
 * @town: gets the buildings, with their places but without shapes, numbers and units
 */
void    _ggov_demo_fill_block  (GgovDemoTown        *town,
                                const GgovDemoWarp  *warp,
                                const GgovDemoBlock *block,
                                const char          *use,
                                guint                community,
                                int                  compound,
                                GgovDemoRandom      *random);

/* Keeps @houses residential buildings of the community, with @units units in all, and gives them
 * as many households as its grids ask for. */
void    _ggov_demo_people_houses (GgovDemoTown      *town,
                                  guint              community,
                                  guint              houses,
                                  guint              units,
                                  GgovDemoRandom    *random);

/* Puts numbers on the community's houses and names on its other buildings. */
void    _ggov_demo_name_doors  (GgovDemoTown        *town,
                                guint                community);

/**
 * _ggov_demo_draw_grids:
 * @community: index; its buildings have shapes and households
 *
 * Cuts the community into its grids. May run on any thread, for several communities at a time.
 */
gboolean _ggov_demo_draw_grids (GgovDemoTown        *town,
                                guint                community,
                                GError             **error);

G_END_DECLS
