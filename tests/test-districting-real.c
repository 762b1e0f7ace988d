/* test-districting-real.c: real ground divided: a campus, parts of Taipei and of Providence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "districting-town.h"
#include "geo-campus.h"
#include "geo-shapefile.h"
#include "ggov-geo-private.h"

#define N_AREAS    300     /* of a coverage, around its middle */
#define SHRINK     0.00004 /* degrees, some metres, by which an area is more than a building */
#define LEAST_AREA 1e-9    /* square degrees, some square metres */

/* The smallest areas that the census knows, taken for buildings. */
typedef struct
{
  GPtrArray *shapes;  /* (element-type GBytes) */
  GArray *people;     /* (element-type guint) */
} Coverage;

static void
coverage_clear (Coverage *self)
{
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static gboolean
load_taipei (Coverage *self)
{
  g_autoptr(JsonArray) features = json_load_features ("../boundaries/taipei-daan-63000030.geojson");

  if (features == NULL)
    return FALSE;

  self->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->people = g_array_new (FALSE, FALSE, sizeof (guint));

  /* The file does not say how many live there. */
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      guint people = 40 + i * 37 % 81;

      g_ptr_array_add (self->shapes, json_geometry_to_wkb (
                         json_object_get_object_member (feature, "geometry")));
      g_array_append_val (self->people, people);
    }

  return TRUE;
}

static gboolean
load_providence (Coverage *self)
{
  const char *folder = g_getenv ("GRIDGOV_TEST_DATA");
  g_autofree char *path = g_build_filename (folder ? folder : "", "boundaries",
                                            "Providence_blocks.zip", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GBytes) zip = NULL;
  g_autoptr(GBytes) shp = NULL;
  g_autoptr(GBytes) dbf = NULL;
  gsize size;

  if (folder == NULL || !g_file_get_contents (path, &contents, &size, NULL))
    return FALSE;

  zip = g_bytes_new_take (g_steal_pointer (&contents), size);
  shp = shapefile_unzip (zip, "Providence_blocks.shp");
  dbf = shapefile_unzip (zip, "Providence_blocks.dbf");
  self->shapes = shapefile_read_polygons (shp);
  self->people = shapefile_read_numbers (dbf, "TOTPOP");
  g_assert_cmpuint (self->shapes->len, ==, 3014);
  g_assert_cmpuint (self->people->len, ==, 3014);

  return TRUE;
}

typedef struct
{
  guint index;
  double away;
} Choice;

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *one = a, *other = b;

  return one->away < other->away ? -1 : one->away > other->away;
}

/* Returns: (transfer full) (element-type Choice): the areas nearest to the middle of all */
static GArray *
choose_areas (const Coverage *coverage)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autofree double *places = g_new (double, 2 * coverage->shapes->len);
  double middle[2] = { 0, 0 };

  for (guint i = 0; i < coverage->shapes->len; i++)
    {
      g_autoptr(GEOSGeometry) shape = _ggov_geo_geom_from_wkb (
        g_ptr_array_index (coverage->shapes, i), NULL);
      g_autoptr(GEOSGeometry) centre = GEOSGetCentroid_r (geos, shape);

      GEOSGeomGetX_r (geos, centre, &places[2 * i]);
      GEOSGeomGetY_r (geos, centre, &places[2 * i + 1]);
      middle[0] += places[2 * i] / coverage->shapes->len;
      middle[1] += places[2 * i + 1] / coverage->shapes->len;
    }

  for (guint i = 0; i < coverage->shapes->len; i++)
    {
      Choice choice = { i, hypot (places[2 * i] - middle[0], places[2 * i + 1] - middle[1]) };

      g_array_append_val (choices, choice);
    }

  g_array_sort (choices, compare_choices);

  return g_array_set_size (choices, N_AREAS);
}

/* Returns: (transfer full): the ground that the areas cover, without holes */
static GEOSGeometry *
unite (const Coverage *coverage,
       GArray         *choices)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();
  g_autoptr(GEOSGeometry) all = NULL;
  g_autoptr(GEOSGeometry) united = NULL;
  const GEOSGeometry *best = NULL;
  double best_area = 0;

  for (guint i = 0; i < choices->len; i++)
    g_ptr_array_add (shapes, _ggov_geo_geom_from_wkb (
                       g_ptr_array_index (coverage->shapes,
                                          g_array_index (choices, Choice, i).index), NULL));

  all = GEOSGeom_createCollection_r (geos, GEOS_GEOMETRYCOLLECTION,
                                     (GEOSGeometry **) shapes->pdata, shapes->len);
  united = GEOSUnaryUnion_r (geos, all);

  for (int i = 0; i < GEOSGetNumGeometries_r (geos, united); i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN_r (geos, united, i);
      double area = 0;

      GEOSArea_r (geos, part, &area);

      if (area > best_area)
        {
          best_area = area;
          best = part;
        }
    }

  return GEOSGeom_createPolygon_r (geos, GEOSGeom_clone_r (geos, GEOSGetExteriorRing_r (geos,
                                                                                        best)),
                                   NULL, 0);
}

static void
people_init_coverage (People         *people,
                      const Coverage *coverage)
{
  GEOSContextHandle_t geos = _ggov_geo_engine ();
  g_autoptr(GArray) choices = choose_areas (coverage);
  g_autoptr(GEOSGeometry) ground = unite (coverage, choices);
  g_autoptr(GArray) households = g_array_new (FALSE, FALSE, sizeof (guint));

  people->town.community = _ggov_geo_geom_to_wkb (ground, NULL);
  people->town.buildings = g_array_new (FALSE, FALSE, sizeof (GgovGeoBuilding));

  for (guint i = 0; i < choices->len; i++)
    {
      guint index = g_array_index (choices, Choice, i).index;
      g_autoptr(GEOSGeometry) shape = _ggov_geo_geom_from_wkb (
        g_ptr_array_index (coverage->shapes, index), NULL);
      g_autoptr(GEOSGeometry) walls = GEOSBuffer_r (geos, shape, -SHRINK, 2);
      GgovGeoBuilding building = { index + 1, 0, NULL };
      double area;

      if (GEOSContains_r (geos, ground, shape) != 1 ||
          GEOSArea_r (geos, walls, &area) != 1 || area < LEAST_AREA)
        continue;

      building.footprint = _ggov_geo_geom_to_wkb (walls, NULL);
      g_array_append_val (people->town.buildings, building);
      g_array_append_val (households, g_array_index (coverage->people, guint, index));
    }

  people_settle (people);

  for (guint i = 0; i < households->len; i++)
    people->buildings[i].households = g_array_index (households, guint, i);
}

/* Everybody but those whose own area is too large lives in a grid of the right size. */
static void
check_coverage (People               *people,
                GgovDistrictingTerms *terms)
{
  g_autoptr(GPtrArray) proposals = people_propose (people, terms);
  const GgovProposal *best = g_ptr_array_index (proposals, 0);
  guint n_large = 0;

  for (guint i = 0; i < best->grids->len; i++)
    {
      const GgovProposedGrid *grid = &g_array_index (best->grids, GgovProposedGrid, i);

      g_assert_cmpint (grid->reason, !=, GGOV_DISTRICTING_REASON_TOTAL);
      n_large += grid->reason == GGOV_DISTRICTING_REASON_BUILDING;
    }

  g_test_message ("%u areas, %u grids, within 5 %%: %.3f, within 10 %%: %.3f, %u with an area "
                  "that is too large, compactness %.3f", people->place.n_buildings,
                  best->grids->len, best->within_5, best->within_10, n_large, best->compactness);
  g_assert_cmpfloat (best->within_10 + (double) n_large / best->grids->len, >=, 0.9);
  people_assert_figures (people, best, terms);
  people_assert_whole (people, best);
  people_assert_drawn (people, best);
}

static void
test_taipei (void)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_auto(Coverage) coverage = { 0 };
  g_auto(People) people = { 0 };

  if (!load_taipei (&coverage))
    {
      g_test_skip ("The areas of Taipei are not in GRIDGOV_TEST_DATA");
      return;
    }

  people_init_coverage (&people, &coverage);
  check_coverage (&people, &terms);
}

/* About 1,000 people a grid, as the norm has it beside households. Many blocks are empty. */
static void
test_providence (void)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_auto(Coverage) coverage = { 0 };
  g_auto(People) people = { 0 };

  if (!load_providence (&coverage))
    {
      g_test_skip ("The blocks of Providence are not in GRIDGOV_TEST_DATA");
      return;
    }

  terms.target = 1000;
  terms.least = 750;
  terms.most = 1250;
  people_init_coverage (&people, &coverage);
  check_coverage (&people, &terms);
}

/* Footprints by volunteers: some overlap, some stand across the border, one in another. */
static void
test_campus (void)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  const GgovProposal *best;
  g_auto(People) people = { 0 };

  if (!campus_load (&people.town, &people.main_streets))
    return;

  people_settle (&people);

  for (guint i = 0; i < people.place.n_buildings; i++)
    people.buildings[i].households = i % 3 == 0 ? 0 : 20 + i * 29 % 61;

  proposals = people_propose (&people, &terms);
  best = g_ptr_array_index (proposals, 0);
  g_test_message ("%u buildings, %u left out, %u grids, within 5 %%: %.3f, within 10 %%: %.3f, "
                  "compactness %.3f, %u crossing", best->n_buildings, best->n_left_out,
                  best->grids->len, best->within_5, best->within_10, best->compactness,
                  best->n_crossing);
  g_assert_cmpfloat (best->within_10, ==, 1);
  people_assert_figures (&people, best, &terms);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  g_assert_true (ggov_geo_subdivision_check (best->subdivision, people.town.community, findings,
                                             NULL));
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/districting/real/taipei", test_taipei);
  g_test_add_func ("/districting/real/providence", test_providence);
  g_test_add_func ("/districting/real/campus", test_campus);

  return g_test_run ();
}
