/* test-exchange-export.c: a small town given away in each format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ggov-exchange-export.h"
#include "map-town.h"

static guint n_told;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  n_told++;
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  if (user_data)
    g_cancellable_cancel (user_data);
}

/* Returns how many shapes were written, 0 on failure. */
static guint
export (StoreFixture      *fixture,
        const char        *path,
        GgovSurveyKind     kind,
        GgovGeoDatum       datum,
        GCancellable      *cancel_at_once,
        GError           **error)
{
  GgovExportRequest request = { .path = path, .datum = datum };
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) notes = NULL;
  guint n_shapes = 0;

  request.survey.kind = kind;
  request.survey.day = MAP_TOWN_DAY;
  if (!ggov_export_format_of_path (path, &request.format, error))
    return 0;

  n_told = 0;
  ggov_exchange_export_async (fixture->store, &request, progress_cb, cancel_at_once,
                              cancel_at_once, keep_result, &result);
  ggov_exchange_export_finish (fixture->store, wait_for (&result), &n_shapes, &notes, error);

  return n_shapes;
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;

  return n;
}

static char *
make_folder (void)
{
  return g_dir_make_tmp ("gridgov-export-XXXXXX", NULL);
}

static void
test_formats (StoreFixture  *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *name;
    guint       n_files;
  } cases[] = {
    { "a.geojson", 1 }, { "b.gpkg", 1 }, { "c.shp", 6 }, { "d.shp.zip", 1 }, { "E.ZIP", 1 },
    { "f.kml", 1 },
  };
  g_autofree char *folder = make_folder ();
  MapTown town;
  guint n_files = 0;

  map_town_write (fixture->store, &town);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (export (fixture, path, GGOV_SURVEY_GRIDS, GGOV_GEO_DATUM_CGCS2000, NULL,
                                &error), ==, 3);
      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpuint (n_told, >, 1);
      n_files += cases[i].n_files;
      /* The folder they are written in first is gone. */
      g_assert_cmpuint (count_files (folder), ==, n_files);
    }
  remove_folder (folder);
}

static void
test_kinds (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const guint n_shapes[] = { 3, 3, 24, 1 };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.gpkg", NULL);
  MapTown town;

  map_town_write (fixture->store, &town);
  for (guint i = 0; i < G_N_ELEMENTS (n_shapes); i++)
    {
      g_autoptr(GError) error = NULL;

      /* One takes the place of the other. */
      g_assert_cmpuint (export (fixture, path, i, GGOV_GEO_DATUM_WGS84, NULL, &error), ==,
                        n_shapes[i]);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

static void
test_cancel (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.gpkg", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  MapTown town;

  map_town_write (fixture->store, &town);
  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  g_assert_cmpuint (export (fixture, path, GGOV_SURVEY_GRIDS, GGOV_GEO_DATUM_WGS84, cancellable,
                            &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* What stood there stands there, and nothing else does. */
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

static void
test_refusals (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) no_format = NULL;
  g_autoptr(GError) no_folder = NULL;
  g_autoptr(GError) nothing = NULL;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.gpkg", NULL);
  MapTown town;

  g_assert_cmpuint (export (fixture, path, GGOV_SURVEY_GRIDS, GGOV_GEO_DATUM_WGS84, NULL,
                            &nothing), ==, 0);
  g_assert_error (nothing, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE);

  map_town_write (fixture->store, &town);
  g_assert_cmpuint (export (fixture, "a.dwg", GGOV_SURVEY_GRIDS, GGOV_GEO_DATUM_WGS84, NULL,
                            &no_format), ==, 0);
  g_assert_error (no_format, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE);
  g_assert_cmpuint (export (fixture, "/nowhere/at/all.kml", GGOV_SURVEY_GRIDS,
                            GGOV_GEO_DATUM_WGS84, NULL, &no_folder), ==, 0);
  g_assert_error (no_folder, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE);
  remove_folder (folder);
}

/* A program that breaks down leaves nothing, neither one that says yes and wrote nothing. */
static void
test_broken_program (StoreFixture  *fixture,
                     gconstpointer  data)
{
  static const char *const scripts[] = {
    "#!/bin/sh\nexit 1\n",
    "#!/bin/sh\necho '{\"ok\":true}'; kill -9 $$\n",
    "#!/bin/sh\necho '{\"ok\":true,\"shapes\":3,\"problems\":7}'\n",
    "#!/bin/sh\necho nonsense\n",
  };
  g_autofree char *program = g_strdup (g_getenv ("GRIDGOV_READER"));
  g_autofree char *folder = make_folder ();
  g_autofree char *script = g_build_filename (folder, "script", NULL);
  g_autofree char *path = g_build_filename (folder, "a.gpkg", NULL);
  MapTown town;

  map_town_write (fixture->store, &town);
  g_setenv ("GRIDGOV_READER", script, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents_full (script, scripts[i], -1,
                                               G_FILE_SET_CONTENTS_CONSISTENT, 0700, NULL));
      g_assert_cmpuint (export (fixture, path, GGOV_SURVEY_GRIDS, GGOV_GEO_DATUM_WGS84, NULL,
                                &error), ==, 0);
      g_assert_true (error->domain == GGOV_EXCHANGE_ERROR);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  g_setenv ("GRIDGOV_READER", program, TRUE);
  remove_folder (folder);
}

/* Only shifted data is warned of, and more where the format promises WGS 84. */
static void
test_warnings (void)
{
  g_assert_null (ggov_export_get_warning (GGOV_GEO_DATUM_WGS84, GGOV_EXPORT_KML));
  g_assert_null (ggov_export_get_warning (GGOV_GEO_DATUM_CGCS2000, GGOV_EXPORT_GEOJSON));
  g_assert_nonnull (ggov_export_get_warning (GGOV_GEO_DATUM_BD09, GGOV_EXPORT_GEOPACKAGE));
  g_assert_cmpstr (ggov_export_get_warning (GGOV_GEO_DATUM_GCJ02, GGOV_EXPORT_SHAPEFILE), !=,
                   ggov_export_get_warning (GGOV_GEO_DATUM_GCJ02, GGOV_EXPORT_GEOJSON));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("/exchange/export/formats", test_formats);
  ADD ("/exchange/export/kinds", test_kinds);
  ADD ("/exchange/export/cancel", test_cancel);
  ADD ("/exchange/export/refusals", test_refusals);
  ADD ("/exchange/export/broken-program", test_broken_program);
#undef ADD
  g_test_add_func ("/exchange/export/warnings", test_warnings);

  return g_test_run ();
}
