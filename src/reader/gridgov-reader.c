/* gridgov-reader.c: reads one foreign file, confined, and writes a GeoPackage or plain rows; or
 * writes a foreign file
 *
 *   gridgov-reader [--layer NAME] [--expect vector|table] [--crs EPSG:nnnn] [--progress] [--rows]
 *                  INPUT OUTPUT
 *   gridgov-reader --self-test INPUT OUTPUT
 *   gridgov-reader --write [--progress] JOB OUTPUT
 *   gridgov-reader --photo INPUT OUTPUT
 *
 * OUTPUT must not exist, and its folder should hold nothing else: it is the one place where the
 * program can still write once it has confined itself. What is in OUTPUT is described in
 * ggov-reader-sink.h, the JSON document on standard output in ggov-reader-answer.h:
 *
 *   {"ok":true,"driver":"GeoJSON","kind":"geojson","encoding":"UTF-8","crs":"EPSG:4326",
 *    "layers":[{"name":"houses","table":"layer_1","features":2,"blank_rows":0,
 *      "empty_geometries":0,"unplaced_geometries":0,"out_of_range":0,"ids":"osm",
 *      "hidden":false,"crs":"EPSG:4326","geometry_types":{"Polygon":2},"bbox":[109.8,40.6,109.9,40.7],
 *      "fields":[{"name":"name","column":"c1"}]}],
 *    "confinement":{"landlock":2,"seccomp":true},"problems":[]}
 *   {"ok":false,"code":"not-what-it-says","message":"…","named":"shp","holds":"pdf"}
 *
 * With --write the input is a job of the office's own, described in ggov-reader-write.h, and the
 * output a file in a foreign format; the program is shut in just the same:
 *
 *   {"ok":true,"shapes":39,"problems":[]}
 *
 * With --photo the input is a picture and the output its pixels alone, as ggov-reader-photo.h has
 * them: whoever shows or keeps them has to decode nothing that a stranger made.
 *
 * Status: 0 read, or written, 1 refused, 2 wrong usage (then nothing on standard output).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <ogr_srs_api.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ggov-reader-confine.h"
#include "ggov-reader-error.h"
#include "ggov-reader-last-words.h"
#include "ggov-reader-log.h"
#include "ggov-reader-photo.h"
#include "ggov-reader-run.h"
#include "ggov-reader-self-test.h"
#include "ggov-reader-shapefile.h"
#include "ggov-reader-text.h"
#include "ggov-reader-write.h"

#define STATUS_REFUSED 1
#define STATUS_USAGE 2

typedef struct
{
  char *layer;   /* (nullable) */
  char *expect;  /* (nullable) */
  char *crs;     /* (nullable) */
  char **paths;  /* (nullable): as given */
  char *input;   /* absolute */
  char *output;  /* absolute */
  char *scratch; /* absolute; beside the output */
  gboolean progress;
  gboolean rows;
  gboolean self_test;
  gboolean write;
  gboolean photo;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->layer);
  g_free (self->expect);
  g_free (self->crs);
  g_strfreev (self->paths);
  g_free (self->input);
  g_free (self->output);
  g_free (self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse_words (Arguments   *self,
             char       **argv,
             GError     **error)
{
  const GOptionEntry entries[] = {
    { "layer", 0, 0, G_OPTION_ARG_FILENAME, &self->layer, "read this layer only", "NAME" },
    { "expect", 0, 0, G_OPTION_ARG_FILENAME, &self->expect, "vector or table", "KIND" },
    { "crs", 0, 0, G_OPTION_ARG_FILENAME, &self->crs, "the file's coordinate system", "EPSG:nnnn" },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &self->progress, "print progress", NULL },
    { "rows", 0, 0, G_OPTION_ARG_NONE, &self->rows, "write plain rows, no GeoPackage", NULL },
    { "self-test", 0, 0, G_OPTION_ARG_NONE, &self->self_test, "try to break out", NULL },
    { "write", 0, 0, G_OPTION_ARG_NONE, &self->write, "write a job's shapes", NULL },
    { "photo", 0, 0, G_OPTION_ARG_NONE, &self->photo, "read a photo", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->paths, NULL,
      "INPUT OUTPUT" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) words = g_strdupv (argv);

  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse_strv (context, &words, error);
}

static gboolean
is_epsg (const char *crs)
{
  return g_str_has_prefix (crs, "EPSG:") && crs[5] != '\0'
         && strspn (crs + 5, "0123456789") == strlen (crs + 5);
}

/* Returns what is wrong, or NULL. */
static const char *
check_arguments (const Arguments *self)
{
  if (self->paths == NULL || g_strv_length (self->paths) != 2)
    return "one INPUT and one OUTPUT are needed";
  if (self->expect != NULL && !g_str_equal (self->expect, "vector")
      && !g_str_equal (self->expect, "table"))
    return "--expect takes vector or table";
  if (self->crs != NULL && !is_epsg (self->crs))
    return "--crs takes EPSG: and a number";
  if (!g_file_test (self->paths[0], G_FILE_TEST_IS_REGULAR))
    return "INPUT is no file";
  if (g_file_test (self->paths[1], G_FILE_TEST_EXISTS))
    return "OUTPUT exists already";
  if (g_str_has_prefix (self->input, "/vsi"))
    return "INPUT has a name that GDAL takes for something else";

  return g_mkdir (self->scratch, 0700) == 0 ? NULL : "OUTPUT's folder cannot be written to";
}

static gboolean
parse_arguments (Arguments  *self,
                 char      **argv)
{
  g_autoptr (GError) error = NULL;
  const char *wrong = NULL;

  if (!parse_words (self, argv, &error))
    wrong = error->message;
  else if (self->paths != NULL && g_strv_length (self->paths) == 2)
    {
      self->input = g_canonicalize_filename (self->paths[0], NULL);
      self->output = g_canonicalize_filename (self->paths[1], NULL);
      self->scratch = g_strconcat (self->output, ".parts", NULL);
    }
  if (wrong == NULL)
    wrong = check_arguments (self);
  if (wrong == NULL)
    return TRUE;

  g_printerr ("gridgov-reader: %s; see --help\n", wrong);
  return FALSE;
}

/* Nothing in the surroundings may change how a file is read. */
static void
clean_surroundings (void)
{
  static const char *const prefixes[] = { "CPL_", "GDAL_", "LIBKML_", "OGR_", "OSM_", "SHAPE_",
                                          "SQLITE_", "VSI_" };
  g_auto (GStrv) names = g_listenv ();

  for (gsize i = 0; names[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (prefixes); j++)
      if (g_str_has_prefix (names[i], prefixes[j]) && !g_str_equal (names[i], "GDAL_DATA"))
        g_unsetenv (names[i]);
  g_setenv ("PROJ_NETWORK", "OFF", TRUE);
}

/* The input with what belongs to it, and the data of PROJ and GDAL. */
static char **
list_readable (const char *input)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autofree char *lower = g_ascii_strdown (input, -1);
  char **proj = OSRGetPROJSearchPaths ();
  const char *gdal = CPLFindFile ("gdal", "gdalvrt.xsd");

  g_strv_builder_add (paths, input);
  if (g_str_has_suffix (lower, ".shp"))
    {
      g_auto (GStrv) parts = ggov_reader_shapefile_list_parts (input);

      g_strv_builder_addv (paths, (const char **) parts);
    }
  for (gsize i = 0; proj != NULL && proj[i] != NULL; i++)
    if (g_path_is_absolute (proj[i]))
      g_strv_builder_add (paths, proj[i]);
  CSLDestroy (proj);
  if (gdal != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (gdal);

      g_strv_builder_add (paths, folder);
    }

  return g_strv_builder_end (paths);
}

static gboolean
confine (const Arguments        *arguments,
         GgovReaderConfinement  *confinement,
         GError                **error)
{
  g_auto (GStrv) readable = list_readable (arguments->input);
  g_autofree char *folder = g_path_get_dirname (arguments->output);

  ggov_reader_text_load_converters ();
  return ggov_reader_confine ((const char *const *) readable, folder, confinement, error);
}

static void
remove_scratch (const char *scratch)
{
  g_autoptr (GDir) folder = g_dir_open (scratch, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      g_unlink (path);
    }
  g_rmdir (scratch);
}

static int
read_file (const Arguments       *arguments,
           GgovReaderConfinement  confinement,
           GError               **error)
{
  g_autoptr (GPtrArray) layers = NULL;
  g_autoptr (GgovReaderSource) source = ggov_reader_source_new (arguments->input);
  GgovReaderRequest request = {
    .layer = arguments->layer,
    .crs = arguments->crs,
    .input = arguments->input,
    .output = arguments->output,
    .scratch = arguments->scratch,
    .form = arguments->rows ? GGOV_READER_FORM_ROWS : GGOV_READER_FORM_GEOPACKAGE,
  };
  GgovReaderAnswer answer = { .source = source, .confinement = confinement };

  if (arguments->expect != NULL)
    request.expect = g_str_equal (arguments->expect, "vector") ? GGOV_READER_EXPECT_VECTOR
                                                               : GGOV_READER_EXPECT_TABLE;
  layers = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_reader_layer_free);
  answer.layers = layers;
  ggov_reader_source_prepare_gdal (arguments->scratch);
  if (!ggov_reader_run (&request, source, &answer, error))
    {
      ggov_reader_answer_print_refusal (source, *error);
      g_unlink (arguments->output);
      return STATUS_REFUSED;
    }

  ggov_reader_answer_print (&answer);
  return 0;
}

static int
write_file (const Arguments  *arguments,
            GError          **error)
{
  guint n_written;

  ggov_reader_source_prepare_gdal (arguments->scratch);
  if (!ggov_reader_write (arguments->input, arguments->output, arguments->scratch, &n_written,
                          error))
    {
      ggov_reader_answer_print_refusal (NULL, *error);
      return STATUS_REFUSED;
    }

  ggov_reader_answer_print_written (n_written);
  return 0;
}

static int
read_photo (const Arguments  *arguments,
            GError          **error)
{
  GgovReaderPhoto photo = { 0 };

  ggov_reader_photo_prepare_gdal (arguments->scratch);
  if (!ggov_reader_photo_read (arguments->input, arguments->output, &photo, error))
    {
      ggov_reader_photo_print_refusal (&photo, *error);
      g_unlink (arguments->output);
      return STATUS_REFUSED;
    }

  ggov_reader_photo_print (&photo);
  return 0;
}

/* The search for leaks that AddressSanitizer makes at the end needs calls that are not allowed any
 * more by then. A build without it never calls this. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

int
main (int    argc,
      char **argv)
{
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  GgovReaderConfinement confinement = { 0 };
  int status = STATUS_REFUSED;

  setlocale (LC_CTYPE, "");
  clean_surroundings ();
  if (!parse_arguments (&arguments, argv))
    return STATUS_USAGE;

  if (arguments.progress)
    ggov_reader_log_enable_progress ();
  ggov_reader_last_words_prepare (arguments.output);
  ggov_reader_log_install ();
  if (!confine (&arguments, &confinement, &error))
    ggov_reader_answer_print_refusal (NULL, error);
  else if (arguments.self_test)
    status = ggov_reader_self_test (arguments.input, arguments.scratch, &confinement) ? 0 : 1;
  else if (arguments.write)
    status = write_file (&arguments, &error);
  else if (arguments.photo)
    status = read_photo (&arguments, &error);
  else
    status = read_file (&arguments, confinement, &error);

  remove_scratch (arguments.scratch);
  return status;
}
