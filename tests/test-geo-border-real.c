/* test-geo-border-real.c: borders drawn on a real campus, with its odd footprints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "geo-campus.h"

/* The file's footprints come from volunteers: some overlap, and some stand across the campus
 * border. Those are the two things that a border cannot mend. */
#define N_GRIDS 14

static guint
count_points (GgovGeoSubdivision *subdivision)
{
  guint n = 0;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (subdivision); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (subdivision, i);

      n += arc->left_grid_id != 0 && arc->right_grid_id != 0 ? arc->n_points : 0;
    }

  return n;
}

static void
assert_as_expected (const Town         *town,
                    GgovGeoSubdivision *subdivision)
{
  const GgovGeoBuilding *buildings = (const GgovGeoBuilding *) town->buildings->data;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);
  ggov_geo_subdivision_check (subdivision, town->community, findings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  ggov_geo_subdivision_check_buildings (subdivision, buildings, town->buildings->len, findings,
                                        &error);
  g_assert_no_error (error);
  g_test_message ("%u arcs, %u points inside, %u of %u buildings cut",
                  ggov_geo_subdivision_get_n_arcs (subdivision), count_points (subdivision),
                  findings->len, town->buildings->len);

  for (guint i = 0; i < findings->len; i++)
    {
      const GgovGeoFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: building %" G_GINT64_FORMAT " of grid %" G_GINT64_FORMAT ", other %"
                      G_GINT64_FORMAT ", %g m2", ggov_geo_finding_kind_to_nick (finding->kind),
                      finding->building_id, finding->grid_id, finding->other_grid_id,
                      finding->amount);

      /* Two buildings leave the campus; 328 and 447 overlap others by 23 and 1.5 m². */
      g_assert_cmpint (finding->kind, ==, GGOV_GEO_FINDING_BUILDING_CUT);
      g_assert_true (finding->other_grid_id == 0 || finding->amount < 25);
    }
}

static void
test_campus (gconstpointer user_data)
{
  gboolean has_streets = GPOINTER_TO_INT (user_data);
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GgovGeoSubdivision) subdivision = NULL;
  g_autoptr(GArray) pairs = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(Town) town = { 0 };
  GgovGeoBuilding *buildings;

  g_test_message ("seed %u", seed);

  if (!campus_load (&town, NULL))
    return;

  if (!has_streets)
    g_clear_pointer (&town.streets, g_bytes_unref);

  buildings = (GgovGeoBuilding *) town.buildings->data;
  pairs = ggov_geo_border_list_adjacencies (town.community, buildings, town.buildings->len,
                                            town.streets, &error);
  g_assert_no_error (error);
  town_assign (&town, rand, pairs, N_GRIDS);

  subdivision = ggov_geo_border_trace (town.community, buildings, town.buildings->len,
                                       town.streets, &error);

  if (g_error_matches (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    {
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "surround"));
      return;
    }

  g_assert_no_error (error);
  assert_as_expected (&town, subdivision);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/geo/border/campus/streets", GINT_TO_POINTER (TRUE), test_campus);
  g_test_add_data_func ("/geo/border/campus/no-streets", GINT_TO_POINTER (FALSE), test_campus);

  return g_test_run ();
}
