/* test-exchange-reader.c: foreign files through gridgov-reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ggov-exchange-reader.h"
#include "ggov-exchange-rows.h"

#define SQUARE                                                                                    \
  "{\"type\":\"Polygon\",\"coordinates\":[[[109.8,40.6],[109.9,40.6],[109.9,40.7],[109.8,40.6]]]}"
#define HOUSES                                                                                    \
  "{\"type\":\"FeatureCollection\",\"features\":["                                                \
  "{\"type\":\"Feature\",\"properties\":{\"@id\":\"way/7\",\"name\":\"a\"},\"geometry\":" SQUARE  \
  "},{\"type\":\"Feature\",\"properties\":{\"@id\":\"way/8\"},\"geometry\":null}]}"

typedef struct
{
  char *folder;
  char *program; /* GRIDGOV_READER as it was */
  GCancellable *cancellable;
  guint n_progress;
  double fraction;
  gboolean cancel_on_progress;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("gridgov-test-XXXXXX", NULL);
  self->program = g_strdup (g_getenv ("GRIDGOV_READER"));
  self->cancellable = g_cancellable_new ();
  g_assert_nonnull (self->program);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) entries = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_setenv ("GRIDGOV_READER", self->program, TRUE);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->program, g_free);
  /* The task of the last reading has a reference of its own. */
  g_clear_object (&self->result);
  g_assert_finalize_object (self->cancellable);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const char *content,
            int         mode)
{
  char *path = g_build_filename (self->folder, name, NULL);

  /* Without a flag GLib 2.74 leaves the tail of a longer file that was there. */
  g_assert_true (g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT, mode,
                                           NULL));
  return path;
}

/* A program that stands in for the reader. */
static void
use_script (Fixture    *self,
            const char *lines)
{
  g_autofree char *text = g_strconcat ("#!/bin/sh\nfor output; do :; done\n", lines, NULL);
  g_autofree char *path = write_file (self, "script", text, 0700);

  g_setenv ("GRIDGOV_READER", path, TRUE);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpfloat (fraction, >, self->fraction);
  self->fraction = fraction;
  self->n_progress++;
  if (self->cancel_on_progress)
    g_cancellable_cancel (self->cancellable);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *self = user_data;

  self->result = g_object_ref (result);
}

static GgovExchangeReading *
read_file (Fixture                    *self,
           const GgovExchangeRequest  *request,
           GError                    **error)
{
  g_clear_object (&self->result);
  self->fraction = 0;
  ggov_exchange_read_async (request, progress_cb, self, self->cancellable, ready_cb, self);
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return ggov_exchange_read_finish (self->result, error);
}

static void
assert_refused (Fixture    *self,
                const char *path,
                const char *crs,
                int         code,
                const char *words)
{
  const GgovExchangeRequest request = { .path = path, .crs = crs };
  g_autoptr (GError) error = NULL;
  GgovExchangeReading *reading = read_file (self, &request, &error);

  g_assert_null (reading);
  g_assert_error (error, GGOV_EXCHANGE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_accepted (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *path = write_file (self, "houses.geojson", HOUSES, 0600);
  const GgovExchangeRequest request = { .path = path, .expect = GGOV_EXCHANGE_EXPECT_SHAPES };
  g_autoptr (GError) error = NULL;
  g_autofree char *scratch = NULL;
  const GgovExchangeLayer *layer;
  GgovExchangeReading *reading = read_file (self, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ggov_exchange_reading_get_driver (reading), ==, "GeoJSON");
  g_assert_cmpstr (ggov_exchange_reading_get_encoding (reading), ==, "UTF-8");
  g_assert_false (ggov_exchange_reading_is_encoding_guessed (reading));
  g_assert_cmpuint (ggov_exchange_reading_get_n_layers (reading), ==, 1);
  g_assert_cmpuint (self->n_progress, >, 0);
  g_assert_cmpfloat (self->fraction, ==, 1.0);

  layer = ggov_exchange_reading_get_layer (reading, 0);
  g_assert_cmpstr (layer->name, ==, "houses");
  g_assert_cmpstr (layer->crs, ==, "EPSG:4326");
  g_assert_cmpint (layer->n_rows, ==, 2);
  g_assert_cmpint (layer->n_empty, ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (layer->types, "Polygon")), ==, 1);
  g_assert_true (layer->has_extent);
  g_assert_cmpfloat (layer->extent[3], ==, 40.7);
  g_assert_cmpint (ggov_exchange_layer_find_field (layer, "Name"), ==, 1);
  g_assert_cmpint (ggov_exchange_layer_find_field (layer, "floors"), ==, -1);

  scratch = g_path_get_dirname (ggov_exchange_reading_get_path (reading));
  g_assert_true (g_file_test (ggov_exchange_reading_get_path (reading), G_FILE_TEST_EXISTS));
  g_assert_finalize_object (reading);
  g_assert_false (g_file_test (scratch, G_FILE_TEST_EXISTS));
}

static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = write_file (self, "houses.geojson", HOUSES, 0600);
  const GgovExchangeRequest request = { .path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (GgovExchangeReading) reading = read_file (self, &request, &error);
  g_autoptr (GgovExchangeRows) rows = NULL;
  gsize size;

  g_assert_no_error (error);
  rows = ggov_exchange_rows_open (reading, 0, &error);
  g_assert_no_error (error);

  g_assert_true (ggov_exchange_rows_next (rows, &error));
  g_assert_cmpint (ggov_exchange_rows_get_number (rows), ==, 1);
  g_assert_cmpstr (ggov_exchange_rows_get_source_id (rows), ==, "way/7");
  g_assert_cmpstr (ggov_exchange_rows_get_text (rows, 0), ==, "way/7");
  g_assert_cmpstr (ggov_exchange_rows_get_text (rows, 1), ==, "a");
  g_assert_nonnull (ggov_exchange_rows_get_shape (rows, &size));
  /* Byte order, type, number of rings, number of points, and four points (OGC 06-103r4, 8.2.8). */
  g_assert_cmpuint (size, ==, 1 + 4 + 4 + 4 + 4 * 16);

  g_assert_true (ggov_exchange_rows_next (rows, &error));
  g_assert_cmpint (ggov_exchange_rows_get_number (rows), ==, 2);
  g_assert_cmpstr (ggov_exchange_rows_get_source_id (rows), ==, "way/8");
  g_assert_null (ggov_exchange_rows_get_text (rows, 1));
  g_assert_null (ggov_exchange_rows_get_shape (rows, &size));
  g_assert_cmpuint (size, ==, 0);

  g_assert_false (ggov_exchange_rows_next (rows, &error));
  g_assert_no_error (error);
}

/* Goes through whatever rows a scratch file with these bytes gives; returns whether to the end. */
static gboolean
walk (GgovExchangeReading *reading,
      const char          *bytes,
      gsize                length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GgovExchangeRows) rows = NULL;
  const char *path = ggov_exchange_reading_get_path (reading);
  gsize total = 0;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
  rows = ggov_exchange_rows_open (reading, 0, &error);
  while (rows != NULL && ggov_exchange_rows_next (rows, &error))
    {
      gsize size;

      total += strlen (ggov_exchange_rows_get_source_id (rows) ?: "");
      total += strlen (ggov_exchange_rows_get_text (rows, 1) ?: "");
      ggov_exchange_rows_get_shape (rows, &size);
      total += size;
      g_assert_cmpuint (total, <=, length);
    }

  if (error == NULL)
    return TRUE;
  g_assert_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_READER);
  return FALSE;
}

/* A scratch file that a harmful file has got the better of. */
static void
test_damaged_rows (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *path = write_file (self, "houses.geojson", HOUSES, 0600);
  const GgovExchangeRequest request = { .path = path };
  g_autoptr (GgovExchangeReading) reading = read_file (self, &request, NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_whole = 0, n_refused = 0;

  g_assert_true (g_file_get_contents (ggov_exchange_reading_get_path (reading), &bytes, &length,
                                      NULL));
  g_assert_true (walk (reading, bytes, length));

  for (gsize i = 0; i < length; i++)
    n_whole += walk (reading, bytes, i);
  /* After the mark and after the first row. */
  g_assert_cmpuint (n_whole, ==, 2);

  for (gsize i = 0; i < length; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        bytes[i] = (char) (bytes[i] ^ (1 << bit));
        n_refused += !walk (reading, bytes, length);
        bytes[i] = (char) (bytes[i] ^ (1 << bit));
      }
  g_assert_cmpuint (n_refused, >, 8 * strlen ("gridgov rows 1\n"));
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *empty = write_file (self, "empty.csv", "", 0600);
  g_autofree char *lie = write_file (self, "lie.shp", "%PDF-1.4", 0600);
  g_autofree char *quote = write_file (self, "quote.csv", "a,b\n\"c,d\n", 0600);
  g_autofree char *houses = write_file (self, "houses.geojson", HOUSES, 0600);
  g_autofree char *absent = g_build_filename (self->folder, "absent.csv", NULL);

  assert_refused (self, empty, NULL, GGOV_EXCHANGE_ERROR_FILE, "nothing in “empty.csv”");
  assert_refused (self, lie, NULL, GGOV_EXCHANGE_ERROR_FILE,
                  "“lie.shp” is named .shp but holds a PDF document");
  assert_refused (self, quote, NULL, GGOV_EXCHANGE_ERROR_FILE, "in line 2");
  assert_refused (self, absent, NULL, GGOV_EXCHANGE_ERROR_FILE, "no file “absent.csv”");
  assert_refused (self, houses, "WGS84", GGOV_EXCHANGE_ERROR_CRS, "“WGS84”");
  assert_refused (self, houses, "EPSG:99999999", GGOV_EXCHANGE_ERROR_CRS, "“EPSG:99999999”");
}

/* A reader that a harmful file has got the better of. */
static void
test_mistrusted (Fixture       *self,
                 gconstpointer  data)
{
  static const char *const scripts[] = {
    "exit 0",
    "exit 2",
    "kill -SEGV $$",
    "echo nonsense",
    "echo '[]'",
    "echo '{\"ok\":true}'",
    "echo '{\"ok\":true,\"driver\":\"x\",\"layers\":3}'; touch \"$output\"",
    "echo '{\"ok\":true,\"driver\":\"x\",\"layers\":[{\"name\":\"x\",\"ids\":\"none\","
    "\"fields\":[{\"name\":3}]}]}'; touch \"$output\"",
    /* All is well but for the file. */
    "echo '{\"ok\":true,\"driver\":\"x\",\"layers\":[{\"name\":\"x\",\"ids\":\"none\","
    "\"fields\":[]}]}'",
    "echo '{\"ok\":false,\"code\":\"made-up\"}'; exit 1",
    "exec yes",
    /* Killed, it leaves a child behind that holds its pipe. */
    "sleep 60 & echo $! >\"$0.pid\"; kill -KILL $$",
  };
  g_autofree char *path = write_file (self, "a.csv", "a,b\n", 0600);
  g_autofree char *left_behind = NULL;
  g_autofree char *number = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      use_script (self, scripts[i]);
      assert_refused (self, path, NULL, GGOV_EXCHANGE_ERROR_READER, "“a.csv” broke down");
    }

  left_behind = g_strconcat (g_getenv ("GRIDGOV_READER"), ".pid", NULL);
  g_assert_true (g_file_get_contents (left_behind, &number, NULL, NULL));
  g_assert_cmpint (kill ((pid_t) g_ascii_strtoll (number, NULL, 10), SIGKILL), ==, 0);
}

static void
test_missing_program (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.csv", "a,b\n", 0600);

  g_setenv ("GRIDGOV_READER", "/nonexistent/gridgov-reader", TRUE);
  assert_refused (self, path, NULL, GGOV_EXCHANGE_ERROR_READER, "is missing");
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.csv", "a,b\n", 0600);
  g_autofree char *notes = g_build_filename (self->folder, "notes", NULL);
  g_autofree char *script = NULL;
  g_autofree char *noted = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *scratch = NULL;
  const GgovExchangeRequest request = { .path = path };
  g_autoptr (GError) error = NULL;
  GgovExchangeReading *reading;

  script = g_strdup_printf ("echo $$ >%s; echo \"$output\" >>%s; touch \"$output\"\n"
                            "mkdir \"$output.parts\"; touch \"$output.parts/x\"\n"
                            "echo progress 0.10 >&2; exec sleep 60",
                            notes, notes);
  use_script (self, script);
  self->cancel_on_progress = TRUE;
  reading = read_file (self, &request, &error);

  g_assert_null (reading);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->n_progress, ==, 1);
  g_assert_true (g_file_get_contents (notes, &noted, NULL, NULL));
  lines = g_strsplit (noted, "\n", -1);
  g_assert_cmpint (kill ((pid_t) g_ascii_strtoll (lines[0], NULL, 10), 0), ==, -1);
  g_assert_cmpint (errno, ==, ESRCH);
  scratch = g_path_get_dirname (lines[1]);
  g_assert_false (g_file_test (scratch, G_FILE_TEST_EXISTS));
}

static void
test_cancelled_before (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *path = write_file (self, "a.csv", "a,b\n", 0600);
  const GgovExchangeRequest request = { .path = path };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (self->cancellable);
  g_assert_null (read_file (self, &request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->n_progress, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/reader/accepted", Fixture, NULL, set_up, test_accepted, tear_down);
  g_test_add ("/exchange/reader/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/exchange/reader/damaged-rows", Fixture, NULL, set_up, test_damaged_rows, tear_down);
  g_test_add ("/exchange/reader/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/exchange/reader/mistrusted", Fixture, NULL, set_up, test_mistrusted, tear_down);
  g_test_add ("/exchange/reader/missing-program", Fixture, NULL, set_up, test_missing_program,
              tear_down);
  g_test_add ("/exchange/reader/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/exchange/reader/cancelled-before", Fixture, NULL, set_up, test_cancelled_before,
              tear_down);

  return g_test_run ();
}
