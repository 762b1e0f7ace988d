/* ggov-demo-town.c: the streets of the demo's town and the communities between them
 *
 * The town is drawn on a plan with straight streets, in metres, and the plan is then bent a little
 * to lie on the ground. Every line of the plan has its points on a lattice of STEP, so that lines
 * which meet share a point, bit for bit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include <math.h>

#include "ggov-demo-names-private.h"
#include "ggov-demo-shapes-private.h"
#include "ggov-demo-town-private.h"

#define TOWN_LON     109.82 /* the middle */
#define TOWN_LAT     40.65
#define STEP         20.0
#define TILE_WIDTH   1440.0
#define TILE_HEIGHT  1160.0
#define OVERSHOOT    80.0  /* main streets lead on beyond the town */
#define MAIN_SETBACK 24.0  /* from a street's middle to the nearest wall */
#define SETBACK      14.0
#define MAX_SPLITS   20    /* attempts at a community with room for its houses */
#define SPARE_HOUSES 3     /* they become what serves the others */

enum { WEST, SOUTH, EAST, NORTH };

/* A side of a block: a street that may bulge to one side between two ends. */
typedef struct
{
  gboolean main_street;
  double   bulge; /* metres at the middle, eastward or northward */
  double   from;
  double   to;
} Side;

typedef struct
{
  double rect[4];
  Side   sides[4];
} Piece;

typedef struct
{
  GgovDemoTown *town;
  GgovDemoWarp  warp;
  GgovDemoRandom random;
  guint         columns; /* of tiles */
  guint         rows;
  guint         n_minor; /* minor streets named so far */
} Drawing;

void
_ggov_demo_warp_point (const GgovDemoWarp *warp,
                       double              u,
                       double              v,
                       double              point[2])
{
  point[0] = u + warp->swing[0] * sin (v * warp->wave[0] + warp->phase[0]);
  point[1] = v + warp->swing[1] * sin (u * warp->wave[1] + warp->phase[1]);
}

double
_ggov_demo_warp_angle (const GgovDemoWarp *warp,
                       double              u,
                       double              v)
{
  return atan (warp->swing[1] * warp->wave[1] * cos (u * warp->wave[1] + warp->phase[1]));
}

/* Streets --------------------------------------------------------------------------------- */

static double
get_offset (const Side *side,
            double      along)
{
  /* The ends stay where they are to the last bit. */
  if (side->bulge == 0 || along <= side->from || along >= side->to)
    return 0;

  return side->bulge * sin (G_PI * (along - side->from) / (side->to - side->from));
}

static void
add_point (GArray             *points,
           const GgovDemoWarp *warp,
           double              u,
           double              v)
{
  double point[2];

  _ggov_demo_warp_point (warp, u, v, point);
  g_array_append_vals (points, point, 2);
}

static void
add_street (Drawing  *drawing,
            char     *name,
            gboolean  main_street,
            GArray   *points)
{
  GgovDemoStreet street = { .name = name, .main = main_street };

  street.line = _ggov_demo_shape_line (drawing->town->projection, (double *) (void *) points->data,
                                       points->len / 2, street.box);
  g_array_append_val (drawing->town->streets, street);
}

/* A main street, straight on the plan. @name: (transfer full) */
static void
add_main_street (Drawing  *drawing,
                 char     *name,
                 gboolean  level,
                 double    at,
                 double    from,
                 double    to)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (double along = from; along <= to; along += STEP)
    add_point (points, &drawing->warp, level ? along : at, level ? at : along);

  add_street (drawing, name, TRUE, points);
}

/* A street that cuts a piece in two, from side to side. */
static void
add_minor_street (Drawing     *drawing,
                  const Piece *piece,
                  gboolean     level,
                  double       at,
                  const Side  *line)
{
  const Side *first = &piece->sides[level ? WEST : SOUTH];
  const Side *last = &piece->sides[level ? EAST : NORTH];
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (double along = line->from; along <= line->to; along += STEP)
    {
      double slid = along, aside = at + get_offset (line, along);

      if (along == line->from)
        slid += get_offset (first, at);
      else if (along == line->to)
        slid += get_offset (last, at);
      add_point (points, &drawing->warp, level ? slid : aside, level ? aside : slid);
    }

  add_street (drawing, _ggov_demo_name_minor_street (drawing->n_minor++, level), FALSE, points);
}

/* Blocks ---------------------------------------------------------------------------------- */

/* How far the street of a side reaches into the block beside it. */
static double
get_intrusion (const Piece *piece,
               int          side)
{
  const Side *street = &piece->sides[side];
  gboolean level = side == SOUTH || side == NORTH;
  double most = 0;

  for (double along = piece->rect[level ? WEST : SOUTH];
       along <= piece->rect[level ? EAST : NORTH]; along += STEP)
    most = MAX (most, get_offset (street, along) * (side < EAST ? 1 : -1));

  return most + (street->main_street ? MAIN_SETBACK : SETBACK);
}

static void
add_block (GArray      *blocks,
           const Piece *piece)
{
  GgovDemoBlock block;

  for (int side = WEST; side <= NORTH; side++)
    {
      block.rect[side] = piece->rect[side] + (side < EAST ? 1 : -1) * get_intrusion (piece, side);
      block.main_side[side] = piece->sides[side].main_street;
    }

  g_array_append_val (blocks, block);
}

static gboolean
is_small (Drawing *drawing,
          double   width,
          double   height)
{
  if (width <= 290 && height <= 250)
    return TRUE;

  return width <= 350 && height <= 290 && _ggov_demo_random_chance (&drawing->random, 0.35);
}

/* Cuts a piece by streets until its parts are blocks. */
static void
cut_piece (Drawing     *drawing,
           const Piece *piece,
           GArray      *blocks)
{
  double width = piece->rect[EAST] - piece->rect[WEST];
  double height = piece->rect[NORTH] - piece->rect[SOUTH];
  double share = _ggov_demo_random_between (&drawing->random, 0.42, 0.58);
  gboolean level = height * 1.1 > width;
  int low = level ? SOUTH : WEST, high = level ? NORTH : EAST;
  double at = piece->rect[low] + STEP * round ((level ? height : width) * share / STEP);
  Piece parts[2] = { *piece, *piece };
  Side line = {
    .from = piece->rect[level ? WEST : SOUTH],
    .to = piece->rect[level ? EAST : NORTH],
  };

  if (is_small (drawing, width, height))
    {
      add_block (blocks, piece);
      return;
    }

  if (_ggov_demo_random_chance (&drawing->random, 0.5))
    line.bulge = _ggov_demo_random_between (&drawing->random, -13, 13);
  add_minor_street (drawing, piece, level, at, &line);

  parts[0].rect[high] = parts[1].rect[low] = at;
  parts[0].sides[high] = parts[1].sides[low] = line;
  cut_piece (drawing, &parts[0], blocks);
  cut_piece (drawing, &parts[1], blocks);
}

/* Communities ----------------------------------------------------------------------------- */

static void
add_community (Drawing      *drawing,
               const double  rect[4],
               guint         n_grids)
{
  GgovDemoTown *town = drawing->town;
  GgovDemoCommunity community = {
    .code = g_strdup_printf (GGOV_DEMO_SUB_DISTRICT "%03u", town->communities->len + 1),
    .name = _ggov_demo_name_community (town->communities->len),
    .first_building = town->buildings->len,
    .first_grid = town->grids->len,
    .n_grids = n_grids,
  };
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (double u = rect[WEST]; u < rect[EAST]; u += STEP)
    add_point (points, &drawing->warp, u, rect[SOUTH]);
  for (double v = rect[SOUTH]; v < rect[NORTH]; v += STEP)
    add_point (points, &drawing->warp, rect[EAST], v);
  for (double u = rect[EAST]; u > rect[WEST]; u -= STEP)
    add_point (points, &drawing->warp, u, rect[NORTH]);
  for (double v = rect[NORTH]; v >= rect[SOUTH]; v -= STEP)
    add_point (points, &drawing->warp, rect[WEST], v);

  community.border = _ggov_demo_shape_polygon (town->projection, (double *) (void *) points->data,
                                               points->len / 2, community.box);
  g_array_append_val (town->communities, community);
  g_array_set_size (town->grids, town->grids->len + n_grids);
}

static guint
count_houses (GgovDemoTown *town,
              guint         first)
{
  guint n = 0;

  for (guint i = first; i < town->buildings->len; i++)
    n += g_str_equal (_ggov_demo_town_building (town, i)->kind, "residential");

  return n;
}

static double
get_area (const GgovDemoBlock *block)
{
  return (block->rect[EAST] - block->rect[WEST]) * (block->rect[NORTH] - block->rect[SOUTH]);
}

/* The block that is nearest to the size a school or a works needs. */
static guint
choose_special (GArray *blocks)
{
  guint best = 0;

  for (guint i = 1; i < blocks->len; i++)
    if (fabs (get_area (&g_array_index (blocks, GgovDemoBlock, i)) - 29000) <
        fabs (get_area (&g_array_index (blocks, GgovDemoBlock, best)) - 29000))
      best = i;

  return best;
}

static void
fill_blocks (Drawing    *drawing,
             GArray     *blocks,
             guint       community,
             const char *special)
{
  GgovDemoTown *town = drawing->town;
  guint apart = choose_special (blocks);
  guint towers = (apart + 1 + blocks->len / 2) % blocks->len;

  for (guint i = 0; i < blocks->len; i++)
    {
      const char *use = i == apart ? special : i == towers ? "towers" : "homes";
      GgovDemoCompound compound = { .community = community };

      if (i != apart)
        {
          compound.name = _ggov_demo_name_compound (town->compounds->len, i == towers);
          g_array_append_val (town->compounds, compound);
        }
      _ggov_demo_fill_block (town, &drawing->warp, &g_array_index (blocks, GgovDemoBlock, i), use,
                             community, i == apart ? -1 : (int) town->compounds->len - 1,
                             &drawing->random);
    }
}

/* Streets and buildings of one community, drawn again until there is room for its houses. */
static void
build_community (Drawing      *drawing,
                 const double  rect[4],
                 guint         community,
                 guint         houses,
                 const char   *special)
{
  GgovDemoTown *town = drawing->town;
  const guint n_streets = town->streets->len, n_buildings = town->buildings->len;
  const guint n_compounds = town->compounds->len, n_minor = drawing->n_minor;
  Piece piece = { { rect[0], rect[1], rect[2], rect[3] } };

  for (int side = WEST; side <= NORTH; side++)
    piece.sides[side].main_street = TRUE;

  for (guint i = 0; i < MAX_SPLITS; i++)
    {
      g_autoptr(GArray) blocks = g_array_new (FALSE, FALSE, sizeof (GgovDemoBlock));

      g_array_set_size (town->streets, n_streets);
      g_array_set_size (town->buildings, n_buildings);
      g_array_set_size (town->compounds, n_compounds);
      drawing->n_minor = n_minor;

      cut_piece (drawing, &piece, blocks);
      fill_blocks (drawing, blocks, community, special);
      if (count_houses (town, n_buildings) >= houses + SPARE_HOUSES)
        return;
    }

  g_assert_not_reached ();
}

static void
build_tile (Drawing *drawing,
            double   west,
            double   south)
{
  static const struct { guint houses, units, grids; const char *special; } parts[] = {
    { 65, 232, 10, "school" }, { 65, 232, 10, "trade" },
    { 65, 232, 10, "hospital" }, { 59, 210, 9, "works" },
  };
  double middle = south + TILE_HEIGHT / 2;
  double split[2] = {
    west + TILE_WIDTH / 2 - STEP * _ggov_demo_random_int (&drawing->random, 0, 2),
    west + TILE_WIDTH / 2 + STEP * _ggov_demo_random_int (&drawing->random, 1, 3),
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gboolean right = i % 2, low = i >= 2;
      const double rect[4] = {
        right ? split[low] : west, low ? south : middle,
        right ? west + TILE_WIDTH : split[low], low ? middle : south + TILE_HEIGHT,
      };
      guint community = drawing->town->communities->len;

      if (!right)
        add_main_street (drawing, _ggov_demo_name_main_street (community, FALSE), FALSE,
                         split[low], rect[SOUTH], rect[NORTH]);
      add_community (drawing, rect, parts[i].grids);
      build_community (drawing, rect, community, parts[i].houses, parts[i].special);
      _ggov_demo_people_houses (drawing->town, community, parts[i].houses, parts[i].units,
                                &drawing->random);
      _ggov_demo_name_doors (drawing->town, community);
    }
}

/* The tiles ------------------------------------------------------------------------------- */

static guint
count_tiles (Drawing *drawing,
             int      row)
{
  if (row < 0 || row >= (int) drawing->rows)
    return 0;

  return MIN (drawing->columns, drawing->town->scale - row * drawing->columns);
}

/* The streets that the tiles stand between. Rows come from the north. */
static void
add_frame (Drawing *drawing,
           double   west,
           double   north)
{
  for (guint i = 0; i <= 2 * drawing->rows; i++)
    {
      int row = i / 2;
      guint tiles = MAX (count_tiles (drawing, row), i % 2 ? 0 : count_tiles (drawing, row - 1));

      add_main_street (drawing, _ggov_demo_name_main_street (i, TRUE), TRUE,
                       north - i * TILE_HEIGHT / 2, west - OVERSHOOT,
                       west + tiles * TILE_WIDTH + OVERSHOOT);
    }

  for (guint i = 0; i <= drawing->columns; i++)
    {
      guint rows = 0;

      while (rows < drawing->rows && count_tiles (drawing, rows) >= i)
        rows++;
      add_main_street (drawing, _ggov_demo_name_main_street (2 * i + 1, FALSE), FALSE,
                       west + i * TILE_WIDTH, north - rows * TILE_HEIGHT - OVERSHOOT,
                       north + OVERSHOOT);
    }
}

static void
draw_warp (Drawing *drawing)
{
  static const double swing[] = { 24, 30 }, length[] = { 1500, 1350 };

  for (guint i = 0; i < 2; i++)
    {
      drawing->warp.swing[i] = swing[i] * _ggov_demo_random_between (&drawing->random, 0.8, 1.1);
      drawing->warp.wave[i] = 2 * G_PI / length[i];
      drawing->warp.phase[i] = _ggov_demo_random_between (&drawing->random, 0, 2 * G_PI);
    }
}

static void
clear_street (GgovDemoStreet *street)
{
  g_free (street->name);
  g_bytes_unref (street->line);
}

static void
clear_community (GgovDemoCommunity *community)
{
  g_free (community->code);
  g_free (community->name);
  g_bytes_unref (community->border);
  g_clear_object (&community->subdivision);
}

static void
clear_compound (GgovDemoCompound *compound)
{
  g_free (compound->name);
}

static void
clear_building (GgovDemoBuilding *building)
{
  g_free (building->number);
  g_free (building->name);
  g_clear_pointer (&building->footprint, g_bytes_unref);
}

static void
clear_grid (GgovDemoGrid *grid)
{
  g_free (grid->code);
  g_free (grid->name);
}

static GArray *
new_array (gsize          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear)
    g_array_set_clear_func (array, clear);

  return array;
}

GgovDemoTown *
_ggov_demo_town_new (guint32   seed,
                     int       scale,
                     GError  **error)
{
  g_autoptr(GgovDemoTown) town = g_new0 (GgovDemoTown, 1);
  Drawing drawing = { .town = town, .random = _ggov_demo_random_new (seed, 1) };
  double west, north;

  town->seed = seed;
  town->scale = scale;
  town->streets = new_array (sizeof (GgovDemoStreet), (GDestroyNotify) clear_street);
  town->communities = new_array (sizeof (GgovDemoCommunity), (GDestroyNotify) clear_community);
  town->compounds = new_array (sizeof (GgovDemoCompound), (GDestroyNotify) clear_compound);
  town->buildings = new_array (sizeof (GgovDemoBuilding), (GDestroyNotify) clear_building);
  town->units = new_array (sizeof (GgovDemoUnit), NULL);
  town->grids = new_array (sizeof (GgovDemoGrid), (GDestroyNotify) clear_grid);

  drawing.columns = ceil (sqrt (scale * TILE_HEIGHT / TILE_WIDTH));
  drawing.rows = (scale + drawing.columns - 1) / drawing.columns;
  west = -TILE_WIDTH / 2 * drawing.columns;
  north = TILE_HEIGHT / 2 * drawing.rows;
  if (!(town->projection = ggov_geo_projection_new (TOWN_LON, TOWN_LAT, error)))
    return NULL;

  draw_warp (&drawing);
  add_frame (&drawing, west, north);

  for (int i = 0; i < scale; i++)
    build_tile (&drawing, west + i % drawing.columns * TILE_WIDTH,
                north - (i / drawing.columns + 1) * TILE_HEIGHT);

  return g_steal_pointer (&town);
}

void
_ggov_demo_town_free (GgovDemoTown *self)
{
  g_clear_object (&self->projection);
  g_array_unref (self->streets);
  g_array_unref (self->communities);
  g_array_unref (self->compounds);
  g_array_unref (self->buildings);
  g_array_unref (self->units);
  g_array_unref (self->grids);
  g_free (self);
}
