/* ggov-demo-blocks.c: what stands in a block between streets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <math.h>

#include "ggov-demo-town-private.h"

/* Metres. A slab is as deep as two rooms; a row keeps the sun off the next one in winter no
 * longer than the norm allows, which at this latitude takes some 1.5 times a house's height. */
#define SLAB_DEPTH   13.0
#define ROW_GAP      25.5
#define TOWER_GAP    40.0
#define SHOP_DEPTH   12.0
#define SHOP_GAP     10.0
#define CORNER_SIZE  34.0
#define COLUMN_WIDTH 66.0
#define UNIT_WIDTH   14.6

enum { WEST, SOUTH, EAST, NORTH };

typedef struct
{
  GgovDemoTown        *town;
  const GgovDemoWarp  *warp;
  const GgovDemoBlock *block;
  guint                community;
  int                  compound;
  GgovDemoRandom      *random;
  double               angle;    /* of the block's rows */
  double               rect[4];  /* what is still free, on the plan */
} Filling;

static GgovDemoBuilding *
put (Filling    *filling,
     const char *kind,
     double      u,
     double      v,
     double      length,
     double      depth,
     int         floors)
{
  GgovDemoBuilding building = {
    .community = filling->community,
    .compound = filling->compound,
    .kind = kind,
    .floors = floors,
    .angle = filling->angle,
    .length = length,
    .depth = depth,
  };
  double point[2];

  _ggov_demo_warp_point (filling->warp, u, v, point);
  building.x = point[0];
  building.y = point[1];
  g_array_append_val (filling->town->buildings, building);

  return &g_array_index (filling->town->buildings, GgovDemoBuilding,
                         filling->town->buildings->len - 1);
}

/* Shops ----------------------------------------------------------------------------------- */

static void
put_shop (Filling *filling,
          int      side,
          double   along,
          double   length)
{
  const double *rect = filling->rect;
  gboolean level = side == SOUTH || side == NORTH;
  double across = rect[side] + (side < EAST ? 1 : -1) * SHOP_DEPTH / 2;
  GgovDemoBuilding *shop = put (filling, "shop", level ? along : across, level ? across : along,
                                length, SHOP_DEPTH, _ggov_demo_random_int (filling->random, 1, 3));

  if (!level)
    shop->angle += G_PI / 2;
}

/* Shops in a row along a street, with gates between them. */
static void
put_shops (Filling *filling,
           int      side)
{
  double *rect = filling->rect;
  gboolean level = side == SOUTH || side == NORTH;
  double from = rect[level ? WEST : SOUTH], to = rect[level ? EAST : NORTH];

  while (to - from > 24)
    {
      double length = MIN (_ggov_demo_random_between (filling->random, 34, 82), to - from);

      if (to - from - length < 24)
        length = MIN (to - from, 90);
      put_shop (filling, side, from + length / 2, length);
      from += length + _ggov_demo_random_between (filling->random, 7, 13);
    }

  rect[side] += (side < EAST ? 1 : -1) * (SHOP_DEPTH + SHOP_GAP);
}

/* The corner of two main streets. Its turn brings the cut-out quarter to the inside. */
static void
put_corner (Filling *filling,
            int      side,
            int      level_side,
            int      turn)
{
  double *rect = filling->rect;
  double u = rect[side] + (side == WEST ? 1 : -1) * CORNER_SIZE / 2;
  double v = rect[level_side] + (level_side == SOUTH ? 1 : -1) * CORNER_SIZE / 2;
  GgovDemoBuilding *corner = put (filling, "shop", u, v, CORNER_SIZE, CORNER_SIZE,
                                  _ggov_demo_random_int (filling->random, 2, 4));

  corner->notch = 0.6;
  corner->angle += turn * G_PI / 2;
}

/* A row of shops that begins beyond the corner. */
static void
put_shops_beyond (Filling *filling,
                  int      side,
                  int      from_side)
{
  double *end = &filling->rect[from_side], saved = *end;

  *end += (from_side < EAST ? 1 : -1) * (CORNER_SIZE + 9);
  put_shops (filling, side);
  *end = saved;
}

static void
put_street_fronts (Filling *filling)
{
  static const struct { int side, level_side, turn; } corners[] = {
    { WEST, SOUTH, 0 }, { EAST, SOUTH, 1 }, { EAST, NORTH, 2 }, { WEST, NORTH, 3 },
  };
  const gboolean *main_side = filling->block->main_side;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (main_side[corners[i].side] && main_side[corners[i].level_side])
      {
        put_corner (filling, corners[i].side, corners[i].level_side, corners[i].turn);
        put_shops_beyond (filling, corners[i].level_side, corners[i].side);
        filling->rect[corners[i].side] += (corners[i].side == WEST ? 1 : -1) *
                                          (SHOP_DEPTH + SHOP_GAP + 3);
        return;
      }

  for (int side = WEST; side <= NORTH; side++)
    if (main_side[side] && _ggov_demo_random_chance (filling->random, 0.8))
      put_shops (filling, side);
}

/* Homes ----------------------------------------------------------------------------------- */

#define MAX_COLUMNS 6

/* The columns of slabs, the same in every row. Returns how many; @widths are shares of @room. */
static guint
cut_columns (GgovDemoRandom *random,
             double          room,
             double          widths[MAX_COLUMNS])
{
  guint n = CLAMP ((int) floor ((room + 14) / COLUMN_WIDTH), 1, MAX_COLUMNS);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i] = _ggov_demo_random_between (random, 0.85, 1.15);
  for (guint i = 0; i < n; i++)
    widths[i] *= room / sum;

  return n;
}

static void
put_slab (Filling *filling,
          double   u,
          double   v,
          double   room)
{
  int units = CLAMP ((int) (room / UNIT_WIDTH + 0.5), 2, 5);
  double length = MIN (room, units * _ggov_demo_random_between (filling->random, 14, 16.6));
  GgovDemoBuilding *slab = put (filling, "residential", u, v, length,
                                SLAB_DEPTH + _ggov_demo_random_between (filling->random, -0.8, 1),
                                6);

  slab->n_units = units;
}

static void
put_rows (Filling *filling)
{
  const double *rect = filling->rect;
  double lane = _ggov_demo_random_between (filling->random, 8, 12);
  double height = rect[NORTH] - rect[SOUTH], width = rect[EAST] - rect[WEST];
  guint rows = MAX (1, (int) floor ((height + ROW_GAP) / (SLAB_DEPTH + ROW_GAP)));
  double pitch = rows > 1 ? (height - SLAB_DEPTH) / (rows - 1) : 0;
  double widths[MAX_COLUMNS];
  guint columns = cut_columns (filling->random, width + lane, widths);

  for (guint row = 0; row < rows; row++)
    {
      double v = rect[SOUTH] + SLAB_DEPTH / 2 + row * pitch, u = rect[WEST];

      for (guint column = 0; column < columns; column++)
        {
          double room = widths[column] - lane;

          put_slab (filling, u + room / 2, v, room);
          u += widths[column];
        }
    }

  if (rows > 1)
    put (filling, "other", rect[WEST] + (widths[0] - lane) / 2,
         rect[SOUTH] + SLAB_DEPTH / 2 + pitch * ((rows - 1) / 2 + 0.5),
         _ggov_demo_random_between (filling->random, 11, 17), 7.5, 1);
}

static void
put_towers (Filling *filling)
{
  const double *rect = filling->rect;
  double height = rect[NORTH] - rect[SOUTH], width = rect[EAST] - rect[WEST];
  guint rows = MAX (1, (int) floor ((height + TOWER_GAP) / (16 + TOWER_GAP)));
  guint columns = MAX (1, (int) floor ((width + 22) / 62));
  double pitch = rows > 1 ? (height - 16) / (rows - 1) : 0;

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        gboolean point = _ggov_demo_random_chance (filling->random, 0.3);
        double u = rect[WEST] + (column + 0.5) * width / columns + (row % 2 ? 6 : -6);
        GgovDemoBuilding *tower = put (filling, "residential", u, rect[SOUTH] + 8 + row * pitch,
                                       point ? 26 : 40, point ? 20 : 15.5, point ? 18 : 11);

        tower->n_units = point ? 1 : 2;
      }
}

/* Others ---------------------------------------------------------------------------------- */

/* A building at a share of the block's width and height. */
typedef struct
{
  const char *use;
  const char *kind;
  double      u, v;
  double      length, depth;
  double      notch;
  int         turn;
  int         floors;
  const char *name;
} Piece;

static const Piece pieces[] = {
  { "school", "school", 0.32, 0.74, 64, 46, 0.66, 2, 4, "小学教学楼" },
  { "school", "school", 0.24, 0.28, 56, 13, 0, 0, 4, "小学综合楼" },
  { "school", "school", 0.80, 0.80, 44, 28, 0, 0, 2, "小学体育馆" },
  { "trade", "shop", 0.34, 0.30, 88, 58, 0, 0, 5, "购物中心" },
  { "trade", "office", 0.82, 0.26, 30, 30, 0, 0, 16, "商务大厦" },
  { "trade", "office", 0.80, 0.74, 46, 22, 0, 0, 11, "宾馆" },
  { "trade", "shop", 0.30, 0.78, 70, 26, 0, 0, 2, "农贸市场" },
  { "hospital", "medical", 0.36, 0.68, 72, 54, 0.66, 2, 9, "医院门诊楼" },
  { "hospital", "medical", 0.32, 0.22, 58, 18, 0, 0, 5, "医院住院楼" },
  { "hospital", "medical", 0.84, 0.70, 16, 44, 0, 0, 4, "医院医技楼" },
  { "works", "industrial", 0.27, 0.22, 78, 28, 0, 0, 1, "机械厂一车间" },
  { "works", "industrial", 0.27, 0.54, 78, 28, 0, 0, 1, "机械厂二车间" },
  { "works", "industrial", 0.27, 0.86, 78, 24, 0, 0, 1, "机械厂三车间" },
  { "works", "industrial", 0.78, 0.70, 34, 62, 0, 0, 1, "机械厂库房" },
  { "works", "office", 0.78, 0.18, 44, 14, 0, 0, 4, "机械厂办公楼" },
};

static void
put_pieces (Filling    *filling,
            const char *use)
{
  const double *rect = filling->rect;
  double width = rect[EAST] - rect[WEST], height = rect[NORTH] - rect[SOUTH];
  double fit = MIN (1.0, MIN (width / 170, height / 140));

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_equal (pieces[i].use, use))
      {
        GgovDemoBuilding *building = put (filling, pieces[i].kind, rect[WEST] + pieces[i].u * width,
                                          rect[SOUTH] + pieces[i].v * height,
                                          pieces[i].length * fit, pieces[i].depth * fit,
                                          pieces[i].floors);

        building->name = g_strdup (pieces[i].name);
        building->notch = pieces[i].notch;
        building->angle += pieces[i].turn * G_PI / 2;
      }
}

void
_ggov_demo_fill_block (GgovDemoTown        *town,
                       const GgovDemoWarp  *warp,
                       const GgovDemoBlock *block,
                       const char          *use,
                       guint                community,
                       int                  compound,
                       GgovDemoRandom      *random)
{
  const double *rect = block->rect;
  Filling filling = {
    .town = town,
    .warp = warp,
    .block = block,
    .community = community,
    .compound = compound,
    .random = random,
    .angle = _ggov_demo_warp_angle (warp, (rect[WEST] + rect[EAST]) / 2,
                                    (rect[SOUTH] + rect[NORTH]) / 2),
    .rect = { rect[0], rect[1], rect[2], rect[3] },
  };

  if (g_str_equal (use, "homes"))
    {
      put_street_fronts (&filling);
      put_rows (&filling);
    }
  else if (g_str_equal (use, "towers"))
    put_towers (&filling);
  else
    put_pieces (&filling, use);
}
