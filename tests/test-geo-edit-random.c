/* test-geo-edit-random.c: a great many edits anywhere, none of which breaks a rule
 *
 * GRIDGOV_EDITS says how many edits to make on each map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "geo-map.h"
#include "ggov-geo-edit.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-geo-wkb.h"

#define N_EDITS   60
#define N_TRIES   6       /* before a tool counts as refused */
#define LON_M     84600.0 /* near enough for distances drawn by lot */
#define LAT_M     111050.0

typedef struct
{
  const Map *map;
  GRand *rand;
  GgovGeoLayout *layout; /* (unowned) */
  GArray *grids;         /* (element-type gint64) */
  guint n_grids;         /* as many as there ever were */
  gint64 next_grid_id;
  GArray *locked;        /* (element-type gint64) */
} Hand;

static guint
count_edits (void)
{
  const char *wanted = g_getenv ("GRIDGOV_EDITS");

  return wanted != NULL ? strtoul (wanted, NULL, 10) : N_EDITS;
}

/* All that a store would keep of a state. */
static char *
digest (GgovGeoLayout *layout)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (layout);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const GgovGeoBuilding *buildings;
  guint n_buildings;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);
      const gint64 ids[] = { arc->id, arc->left_grid_id, arc->right_grid_id };

      g_checksum_update (sum, (const guchar *) ids, sizeof ids);
      g_checksum_update (sum, (const guchar *) arc->coords,
                         2 * arc->n_points * sizeof *arc->coords);
    }

  buildings = ggov_geo_layout_get_buildings (layout, &n_buildings);

  for (guint i = 0; i < n_buildings; i++)
    g_checksum_update (sum, (const guchar *) &buildings[i].grid_id, sizeof buildings[i].grid_id);

  return g_strdup (g_checksum_get_string (sum));
}

/* @edit: what was done last */
static void
assert_sound (const Map     *map,
              GgovGeoLayout *layout,
              const char    *edit)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (layout);
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  const GgovGeoBuilding *buildings;
  guint n_buildings;

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  ggov_geo_subdivision_check (subdivision, map->community, findings, &error);
  g_assert_no_error (error);
  buildings = ggov_geo_layout_get_buildings (layout, &n_buildings);
  ggov_geo_subdivision_check_buildings (subdivision, buildings, n_buildings, findings, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    {
      const GgovGeoFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("after %s: %s: grid %" G_GINT64_FORMAT ", building %" G_GINT64_FORMAT
                      ", %g at %f %f", edit,
                      ggov_geo_finding_kind_to_nick (finding->kind), finding->grid_id,
                      finding->building_id, finding->amount, finding->lon, finding->lat);
    }

  g_assert_cmpuint (findings->len, ==, 0);
}

static const GgovGeoArc *
choose_arc (const Hand *hand)
{
  GgovGeoSubdivision *subdivision = ggov_geo_layout_get_subdivision (hand->layout);
  guint n_arcs = ggov_geo_subdivision_get_n_arcs (subdivision);

  return ggov_geo_subdivision_get_arc (subdivision, g_rand_int_range (hand->rand, 0, n_arcs));
}

static gint64
choose_grid (const Hand *hand)
{
  return g_array_index (hand->grids, gint64, g_rand_int_range (hand->rand, 0, hand->grids->len));
}

static gint64
choose_neighbour (const Hand *hand,
                  gint64      grid_id)
{
  g_autoptr(GArray) neighbours = NULL;

  neighbours = ggov_geo_subdivision_list_neighbours (ggov_geo_layout_get_subdivision (hand->layout),
                                                     grid_id);

  return neighbours->len > 0
    ? g_array_index (neighbours, gint64, g_rand_int_range (hand->rand, 0, neighbours->len))
    : grid_id;
}

/* A place up to some metres away. */
static void
stray (const Hand   *hand,
       const double *from,
       double        reach_m,
       double       *to)
{
  to[0] = from[0] + g_rand_double_range (hand->rand, -reach_m, reach_m) / LON_M;
  to[1] = from[1] + g_rand_double_range (hand->rand, -reach_m, reach_m) / LAT_M;
}

static GgovGeoLayout *
move_vertex (const Hand  *hand,
             GError     **error)
{
  const GgovGeoArc *arc = choose_arc (hand);
  guint index = g_rand_int_range (hand->rand, 0, arc->n_points);
  GgovGeoRefusal refusal;
  GgovGeoLayout *after;
  double to[2], place[2];
  gboolean is_fine;

  stray (hand, arc->coords + 2 * index, g_rand_double_range (hand->rand, 1, 60), to);
  is_fine = ggov_geo_layout_preview_vertex (hand->layout, arc->id, index, to[0], to[1],
                                            hand->locked, place, &refusal);
  after = ggov_geo_edit_move_vertex (hand->layout, arc->id, index, to[0], to[1], hand->locked,
                                     error);

  if (!is_fine && after != NULL)
    g_test_message ("arc %" G_GINT64_FORMAT ", point %u: %s, grid %" G_GINT64_FORMAT
                    ", building %" G_GINT64_FORMAT, arc->id, index,
                    ggov_geo_reason_to_nick (refusal.reason), refusal.grid_id,
                    refusal.building_id);

  g_assert_true (is_fine || after == NULL);

  return after;
}

static GgovGeoLayout *
insert_vertex (const Hand  *hand,
               GError     **error)
{
  const GgovGeoArc *arc = choose_arc (hand);
  guint segment = g_rand_int_range (hand->rand, 0, arc->n_points - 1);
  const double *a = arc->coords + 2 * segment;
  const double middle[] = { (a[0] + a[2]) / 2, (a[1] + a[3]) / 2 };
  double to[2];

  stray (hand, middle, 15, to);

  return ggov_geo_edit_insert_vertex (hand->layout, arc->id, segment, to[0], to[1], hand->locked,
                                      error);
}

static GgovGeoLayout *
delete_vertex (const Hand  *hand,
               GError     **error)
{
  const GgovGeoArc *arc = choose_arc (hand);

  return ggov_geo_edit_delete_vertex (hand->layout, arc->id,
                                      g_rand_int_range (hand->rand, 0, arc->n_points),
                                      hand->locked, error);
}

/* From one place on a border to another near by, with bends in between. */
static GgovGeoLayout *
reshape (const Hand  *hand,
         GError     **error)
{
  const GgovGeoArc *arc = choose_arc (hand), *other = choose_arc (hand);
  guint from = g_rand_int_range (hand->rand, 0, arc->n_points);
  guint to = g_rand_int_range (hand->rand, 0, arc->n_points);
  gint64 grid_id = arc->left_grid_id != 0 ? arc->left_grid_id : arc->right_grid_id;
  double coords[8];

  stray (hand, arc->coords + 2 * from, 20, coords);
  stray (hand, arc->coords + 2 * from, 60, coords + 2);
  stray (hand, arc->coords + 2 * to, 60, coords + 4);
  stray (hand, arc->coords + 2 * to, 20, coords + 6);

  if (other->left_grid_id == grid_id || other->right_grid_id == grid_id)
    memcpy (coords + 6, other->coords, 2 * sizeof *coords);

  return ggov_geo_edit_reshape (hand->layout, grid_id, coords, 4, 30, hand->locked, error);
}

static GgovGeoLayout *
split (const Hand  *hand,
       GError     **error)
{
  gint64 grid_id = choose_grid (hand);
  double angle = g_rand_double_range (hand->rand, 0, G_PI);
  double bounds[4], middle[2], coords[6], reach;

  ggov_geo_subdivision_get_bounds (ggov_geo_layout_get_subdivision (hand->layout), grid_id, bounds);
  middle[0] = bounds[0] + g_rand_double (hand->rand) * (bounds[2] - bounds[0]);
  middle[1] = bounds[1] + g_rand_double (hand->rand) * (bounds[3] - bounds[1]);
  reach = g_rand_double_range (hand->rand, 0.2, 1) *
          (bounds[2] - bounds[0] + bounds[3] - bounds[1]);
  coords[0] = middle[0] - reach * cos (angle);
  coords[1] = middle[1] - reach * sin (angle);
  memcpy (coords + 2, middle, sizeof middle);
  coords[4] = middle[0] + reach * cos (angle + 0.2);
  coords[5] = middle[1] + reach * sin (angle + 0.2);

  return ggov_geo_edit_split (hand->layout, grid_id, coords, 3, 20, hand->next_grid_id,
                              hand->locked, error);
}

/* Not below half of what there was: nothing could be done with a single grid. */
static GgovGeoLayout *
merge (const Hand  *hand,
       GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = choose_grid (hand), second = choose_neighbour (hand, first);

  g_array_append_val (ids, first);

  if (second != first && 2 * hand->grids->len > hand->n_grids)
    g_array_append_val (ids, second);

  return ggov_geo_edit_merge (hand->layout, ids, 0, hand->locked, error);
}

/* An arc between two grids, if there is one to be found, and a place on it. */
static const GgovGeoArc *
choose_border (const Hand *hand,
               double      place[2])
{
  const GgovGeoArc *arc = choose_arc (hand);

  for (guint i = 0; i < 30 && (arc->left_grid_id == 0 || arc->right_grid_id == 0); i++)
    arc = choose_arc (hand);

  memcpy (place, arc->coords + 2 * g_rand_int_range (hand->rand, 0, arc->n_points),
          2 * sizeof *place);

  return arc;
}

/* Some buildings of a grid near a place. */
static GArray *
choose_buildings (const Hand   *hand,
                  const double *place,
                  gint64        grid_id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  const GgovGeoBuilding *buildings;
  guint n_buildings;

  buildings = ggov_geo_layout_get_buildings (hand->layout, &n_buildings);
  ggov_geo_site_find_under_stroke (ggov_geo_layout_get_site (hand->layout), place, 1,
                                   g_rand_double_range (hand->rand, 5, 80), found);

  for (guint i = 0; i < found->len; i++)
    {
      const GgovGeoBuilding *building = &buildings[g_array_index (found, guint, i)];

      if (building->grid_id == grid_id)
        g_array_append_val (ids, building->id);
    }

  return ids;
}

static GgovGeoLayout *
paint (const Hand  *hand,
       GError     **error)
{
  double place[2];
  const GgovGeoArc *arc = choose_border (hand, place);
  g_autoptr(GArray) ids = choose_buildings (hand, place, arc->left_grid_id);

  return ggov_geo_edit_paint (hand->layout, ids, MAX (arc->right_grid_id, 1), hand->locked, error);
}

static GgovGeoLayout *
swap (const Hand  *hand,
      GError     **error)
{
  double place[2];
  const GgovGeoArc *arc = choose_border (hand, place);
  g_autoptr(GArray) first = choose_buildings (hand, place, arc->left_grid_id);
  g_autoptr(GArray) second = choose_buildings (hand, place, arc->right_grid_id);

  return ggov_geo_edit_swap (hand->layout, first, second, hand->locked, error);
}

static const struct
{
  const char *name;
  GgovGeoLayout *(*func) (const Hand *, GError **);
} tools[] = {
  { "move", move_vertex }, { "insert", insert_vertex }, { "delete", delete_vertex },
  { "reshape", reshape }, { "split", split }, { "merge", merge }, { "paint", paint },
  { "swap", swap },
};

/* Holes count as well, as all rings have one sense. */
static double
get_area_m2 (GgovGeoSubdivision *subdivision,
             gint64              grid_id)
{
  g_autoptr(GBytes) wkb = ggov_geo_subdivision_dup_grid_wkb (subdivision, grid_id, NULL);
  GgovGeoWkb shape;
  GgovGeoWkbIter iter;
  GgovGeoWkbRing ring;
  double area = 0;

  g_assert_true (ggov_geo_wkb_init_bytes (&shape, wkb, NULL));
  ggov_geo_wkb_iter_init (&iter, &shape);

  while (ggov_geo_wkb_iter_next (&iter, &ring))
    {
      g_autofree double *coords = g_new (double, 2 * ring.n_points);

      ggov_geo_wkb_ring_copy (&ring, coords);

      for (guint i = 1; i + 1 < ring.n_points; i++)
        area += (coords[2 * i] - coords[0]) * (coords[2 * i + 3] - coords[1]) / 2 -
                (coords[2 * i + 2] - coords[0]) * (coords[2 * i + 1] - coords[1]) / 2;
    }

  return area * LON_M * LAT_M;
}

/* A locked grid covers what it did. */
static void
assert_locked (const Hand    *hand,
               GgovGeoLayout *after)
{
  gint64 grid_id = hand->locked->len > 0 ? g_array_index (hand->locked, gint64, 0) : 0;
  GgovGeoLayout *layouts[] = { hand->layout, after };
  double areas[2];

  if (grid_id == 0)
    return;

  for (guint i = 0; i < 2; i++)
    areas[i] = get_area_m2 (ggov_geo_layout_get_subdivision (layouts[i]), grid_id);

  g_assert_cmpfloat_with_epsilon (areas[0], areas[1], 0.01);
}

static GgovGeoLayout *
edit_once (Hand  *hand,
           guint  tool)
{
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GError) error = NULL;
  GgovGeoLayout *after;

  subdivision = g_object_ref (ggov_geo_layout_get_subdivision (hand->layout));
  hand->grids = ggov_geo_subdivision_list_grids (subdivision);
  hand->n_grids = MAX (hand->n_grids, hand->grids->len);
  g_array_set_size (hand->locked, 0);

  if (g_rand_double (hand->rand) < 0.2)
    {
      gint64 grid_id = choose_grid (hand);

      g_array_append_val (hand->locked, grid_id);
    }

  after = tools[tool].func (hand, &error);

  if (after == NULL && !g_error_matches (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    g_test_message ("%s: %s", tools[tool].name, error->message);

  if (after == NULL)
    g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
  else
    assert_locked (hand, after);

  if (after == NULL && g_test_verbose ())
    g_test_message ("%s: %s", tools[tool].name, error->message);

  g_clear_pointer (&hand->grids, g_array_unref);

  return after;
}

/* One tool after the other, until so many edits were done or five times as many tried. */
static void
edit_on (Hand      *hand,
         guint      n_edits,
         GPtrArray *states,
         GPtrArray *digests)
{
  guint done[G_N_ELEMENTS (tools)] = { 0 }, refused[G_N_ELEMENTS (tools)] = { 0 };

  for (guint i = 0; i < 5 * n_edits && states->len <= n_edits; i++)
    {
      guint tool = i % G_N_ELEMENTS (tools);
      GgovGeoLayout *after = NULL;

      for (guint j = 0; j < N_TRIES && after == NULL; j++)
        after = edit_once (hand, tool);

      done[tool] += after != NULL;
      refused[tool] += after == NULL;

      if (after == NULL)
        continue;

      hand->next_grid_id++;
      hand->layout = after;
      g_ptr_array_add (states, after);
      g_ptr_array_add (digests, digest (after));
      assert_sound (hand->map, after, tools[tool].name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    g_test_message ("%s: %u done, %u refused", tools[i].name, done[i], refused[i]);
}

/* Edits, then goes all the way back. */
static void
edit (const Map *map,
      guint      n_edits,
      guint32    seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GArray) locked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) states = NULL;
  g_autoptr(GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GgovGeoSite) site = NULL;
  g_autoptr(GError) error = NULL;
  Hand hand = { map, rand, NULL, NULL, 0, 1000000, locked };

  states = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_layout_unref);
  site = ggov_geo_site_new (map->community, (const GgovGeoBuilding *) map->buildings->data,
                            (const guint *) (gpointer) map->households->data, map->buildings->len,
                            map->streets, &error);
  g_assert_no_error (error);
  hand.layout = ggov_geo_layout_new (site, map->subdivision);
  g_ptr_array_add (states, hand.layout);
  g_ptr_array_add (digests, digest (hand.layout));
  assert_sound (map, hand.layout, "nothing");
  edit_on (&hand, n_edits, states, digests);

  for (guint i = states->len; i > 0; i--)
    {
      g_autofree char *now = digest (g_ptr_array_index (states, i - 1));

      g_assert_cmpstr (now, ==, g_ptr_array_index (digests, i - 1));
    }

  g_assert_cmpuint (states->len, >, n_edits / 4);
}

static void
test_demo (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GgovDemoTown) town = NULL;
  g_autoptr(GError) error = NULL;

  g_test_message ("seed %u", seed);
  town = _ggov_demo_town_new (1, 1, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < GGOV_DEMO_COMMUNITIES; i++)
    {
      g_auto(Map) map = { 0 };

      _ggov_demo_draw_grids (town, i, &error);
      g_assert_no_error (error);
      map_read_demo (&map, town, i);
      edit (&map, (count_edits () + GGOV_DEMO_COMMUNITIES - 1) / GGOV_DEMO_COMMUNITIES, seed + i);
    }
}

static void
test_map (gconstpointer user_data)
{
  gboolean (*read) (Map *) = user_data;
  guint32 seed = g_test_rand_int ();
  g_auto(Map) map = { 0 };

  g_test_message ("seed %u", seed);

  if (read (&map))
    edit (&map, count_edits (), seed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/edit/random/demo", test_demo);
  g_test_add_data_func ("/geo/edit/random/taipei", map_read_taipei, test_map);
  g_test_add_data_func ("/geo/edit/random/providence", map_read_providence, test_map);

  return g_test_run ();
}
