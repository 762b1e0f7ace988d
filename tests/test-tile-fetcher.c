/* test-tile-fetcher.c: tiles of a web map, from a server of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <utime.h>

#include "base-map-tiles.h"
#include "ggov-base-map.h"
#include "ggov-tile-address.h"
#include "ggov-tile-cache.h"
#include "ggov-tile-fetcher.h"
#include "store-fixture.h"

#define RED 0xd02020

typedef struct
{
  GSocketService  *server;
  char            *address;
  GgovTileFetcher *fetcher;
  guint            n_arrived;
  guint            n_asked;    /* of the server */
  guint            status;     /* that it answers */
  const char      *body;       /* (nullable): NULL for a tile */
  char            *path;       /* (nullable): asked for last */
  char            *headers;    /* (nullable): with which that was */
} Fixture;

/* One question on its way to its answer. */
typedef struct
{
  Fixture           *fixture;
  GSocketConnection *connection; /* (owned) */
  char               question[4096];
  GByteArray        *answer;
} Talk;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Talk *talk = user_data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (object), result, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (talk->connection), NULL, NULL);
  g_object_unref (talk->connection);
  g_byte_array_unref (talk->answer);
  g_free (talk);
}

static void
make_answer (Talk *talk)
{
  Fixture *fixture = talk->fixture;
  g_autoptr(GBytes) tile = fixture->body ? g_bytes_new (fixture->body, strlen (fixture->body))
                                         : new_tile (RED, RED);
  g_autofree char *head =
    g_strdup_printf ("HTTP/1.1 %u Answer\r\nConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT
                     "\r\n\r\n", fixture->status, g_bytes_get_size (tile));

  talk->answer = g_byte_array_new ();
  g_byte_array_append (talk->answer, (const guint8 *) head, strlen (head));
  g_byte_array_append (talk->answer, g_bytes_get_data (tile, NULL), g_bytes_get_size (tile));
}

/* A question is short enough to come at once: "GET /3/5/1.png HTTP/1.1" and so on. */
static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Talk *talk = user_data;
  Fixture *fixture = talk->fixture;
  g_auto(GStrv) words = NULL;

  g_assert_cmpint (g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL), >, 0);
  words = g_strsplit (talk->question, " ", 3);
  g_assert_cmpstr (words[0], ==, "GET");
  fixture->n_asked++;
  g_free (fixture->path);
  fixture->path = g_strdup (words[1]);
  g_free (fixture->headers);
  fixture->headers = g_strdup (words[2]);

  make_answer (talk);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (G_IO_STREAM (talk->connection)),
                                   talk->answer->data, talk->answer->len, G_PRIORITY_DEFAULT, NULL,
                                   answered_cb, talk);
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             Fixture           *fixture)
{
  Talk *talk = g_new0 (Talk, 1);

  talk->fixture = fixture;
  talk->connection = g_object_ref (connection);
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                             talk->question, sizeof talk->question - 1, G_PRIORITY_DEFAULT, NULL,
                             asked_cb, talk);

  return TRUE;
}

static void
arrived_cb (Fixture *fixture)
{
  fixture->n_arrived++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GInetAddress) here = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (here, 0);
  g_autoptr(GSocketAddress) address = NULL;
  g_autoptr(GError) error = NULL;

  fixture->server = g_socket_service_new ();
  g_signal_connect (fixture->server, "incoming", G_CALLBACK (incoming_cb), fixture);
  g_socket_listener_add_address (G_SOCKET_LISTENER (fixture->server), any, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);

  fixture->address = g_strdup_printf ("http://127.0.0.1:%u/{z}/{x}/{y}.png",
                                      g_inet_socket_address_get_port (
                                        G_INET_SOCKET_ADDRESS (address)));
  fixture->status = 200;
  fixture->fetcher = ggov_tile_fetcher_new (fixture->address, "Somebody");
  g_signal_connect_swapped (fixture->fetcher, "arrived", G_CALLBACK (arrived_cb), fixture);
}

static void
stop_server (Fixture *fixture)
{
  g_socket_service_stop (fixture->server);
  g_socket_listener_close (G_SOCKET_LISTENER (fixture->server));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  release_and_wait (fixture->fetcher);
  stop_server (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->server);
  g_free (fixture->address);
  g_free (fixture->path);
  g_free (fixture->headers);
}

/* What is there at once. */
static gboolean
read_tile (Fixture  *fixture,
           int       zoom,
           int       x,
           int       y,
           gboolean *is_awaited)
{
  g_autoptr(GBytes) picture = NULL;

  *is_awaited = FALSE;
  picture = ggov_tile_fetcher_read (fixture->fetcher, zoom, x, y, is_awaited);

  return picture != NULL;
}

/* Asks, and waits until the server's answer has been dealt with. */
static void
ask_and_wait (Fixture *fixture,
              int      zoom,
              int      x,
              int      y)
{
  guint n = fixture->n_arrived;
  gboolean is_awaited;

  g_assert_false (read_tile (fixture, zoom, x, y, &is_awaited));
  g_assert_true (is_awaited);
  while (fixture->n_arrived == n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_fetch (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GgovTileFetcher) again = NULL;
  g_autoptr(GBytes) picture = NULL;
  gboolean is_awaited;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (fixture->n_asked, ==, 0);

  ask_and_wait (fixture, 3, 5, 1);
  g_assert_cmpstr (fixture->path, ==, "/3/5/1.png");
  g_assert_nonnull (strstr (fixture->headers, "User-Agent: GridGov/"));
  g_assert_true (read_tile (fixture, 3, 5, 1, &is_awaited));
  g_assert_false (is_awaited);
  g_assert_null (ggov_tile_fetcher_get_problem (fixture->fetcher));

  /* The next time the program runs it is on the disk. */
  again = ggov_tile_fetcher_new (fixture->address, "Somebody");
  picture = ggov_tile_fetcher_read (again, 3, 5, 1, &is_awaited);
  g_assert_nonnull (picture);
  g_assert_false (is_awaited);
  g_assert_cmpint (fixture->n_asked, ==, 1);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean is_awaited;

  fixture->status = 404;
  ask_and_wait (fixture, 3, 5, 1);
  g_assert_null (ggov_tile_fetcher_get_problem (fixture->fetcher));

  /* Not asked for again. */
  g_assert_false (read_tile (fixture, 3, 5, 1, &is_awaited));
  g_assert_false (is_awaited);
  g_assert_cmpint (fixture->n_asked, ==, 1);
}

static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  const char *problem;
  gboolean is_awaited;

  fixture->status = 500;
  ask_and_wait (fixture, 3, 5, 1);
  problem = ggov_tile_fetcher_get_problem (fixture->fetcher);
  g_assert_nonnull (strstr (problem, "127.0.0.1"));
  g_assert_nonnull (strstr (problem, "500"));

  /* Wanted still, but the server is let be for a while. */
  g_assert_false (read_tile (fixture, 3, 5, 1, &is_awaited));
  g_assert_true (is_awaited);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (fixture->n_asked, ==, 1);
}

static void
test_no_picture (Fixture       *fixture,
                 gconstpointer  data)
{
  gboolean is_awaited;

  fixture->body = "<html>Please log in.</html>";
  ask_and_wait (fixture, 3, 5, 1);
  g_assert_nonnull (strstr (ggov_tile_fetcher_get_problem (fixture->fetcher), "no picture"));
  g_assert_false (read_tile (fixture, 3, 5, 1, &is_awaited));
}

static void
test_no_server (Fixture       *fixture,
                gconstpointer  data)
{
  stop_server (fixture);
  ask_and_wait (fixture, 3, 5, 1);
  g_assert_nonnull (ggov_tile_fetcher_get_problem (fixture->fetcher));
}

/* A base map is painted without it at first, and with it once it is there. */
static void
test_paint (Fixture       *fixture,
            gconstpointer  data)
{
  const GgovMapTileSpot spot = { 3, 5, 1, 256, 1 };
  GgovBaseMap *map = ggov_base_map_new_for_fetcher (fixture->fetcher, GGOV_GEO_DATUM_WGS84, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);
  gboolean is_partial;

  g_assert_cmpstr (ggov_base_map_get_attribution (map), ==, "Somebody");
  g_assert_false (ggov_base_map_paint (map, cr, &spot, FALSE, &is_partial));
  g_assert_true (is_partial);
  while (ggov_base_map_get_serial (map) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ggov_base_map_paint (map, cr, &spot, FALSE, &is_partial));
  g_assert_false (is_partial);
  g_assert_cmpint (fixture->n_asked, ==, 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  release_and_wait (map);
}

static void
test_address (void)
{
  static const struct
  {
    const char *address;
    const char *words; /* (nullable): NULL where it is good */
  } addresses[] = {
    { "https://tiles.example.org/{z}/{x}/{y}.png", NULL },
    { "http://example.org/?q={q}", NULL },
    { "https://example.org/{z}/{x}/{-y}", NULL },
    { "https://example.org/{z}/{x}", "needs {z}, {x} and {y}" },
    { "", "needs {z}, {x} and {y}" },
    { "https://{s}.example.org/{z}/{x}/{y}.png", "in braces" },
    { "file:///etc/{z}{x}{y}", "https://" },
    { "example.org/{z}/{x}/{y}", "https://" },
    { "https:///{z}/{x}/{y}", "https://" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean is_good = ggov_tile_address_check (addresses[i].address, &error);

      g_assert_cmpint (is_good, ==, addresses[i].words == NULL);
      if (!is_good)
        g_assert_nonnull (strstr (error->message, addresses[i].words));
    }
}

/* The quadkey of the example in Bing Maps' own description: tile (3, 5) of level 3 is 213. */
static void
test_uri (void)
{
  g_autofree char *plain = ggov_tile_address_dup_uri ("http://a/{z}/{x}/{y}", 3, 3, 5);
  g_autofree char *flipped = ggov_tile_address_dup_uri ("http://a/{z}/{x}/{-y}", 3, 3, 5);
  g_autofree char *quadkey = ggov_tile_address_dup_uri ("http://a/{q}", 3, 3, 5);

  g_assert_cmpstr (plain, ==, "http://a/3/3/5");
  g_assert_cmpstr (flipped, ==, "http://a/3/3/2");
  g_assert_cmpstr (quadkey, ==, "http://a/213");
}

static gboolean
is_kept (const char *folder,
         int         x,
         gboolean   *is_old)
{
  g_autoptr(GBytes) bytes = ggov_tile_cache_read (folder, 2, x, 1, is_old);

  return bytes != NULL;
}

/* Of 4 tiles of 1000 bytes 3000 may stay: the oldest two go, for a quarter is to be free. */
static void
test_prune (void)
{
  g_autofree char *folder = ggov_tile_cache_dup_folder ("http://a/{z}/{x}/{y}");
  g_autofree char *data = g_malloc0 (1000);
  g_autoptr(GBytes) bytes = g_bytes_new (data, 1000);
  gboolean is_old;

  for (int x = 0; x < 4; x++)
    {
      g_autofree char *path = g_strdup_printf ("%s/2/%d/1", folder, x);
      const struct utimbuf times = { 1000 + x, 1000 + x };

      ggov_tile_cache_write (folder, 2, x, 1, bytes);
      g_assert_true (is_kept (folder, x, &is_old));
      g_assert_false (is_old);
      g_assert_cmpint (g_utime (path, (struct utimbuf *) &times), ==, 0);
    }

  ggov_tile_cache_prune (folder, 4000);
  g_assert_true (is_kept (folder, 0, &is_old));
  g_assert_true (is_old);
  ggov_tile_cache_prune (folder, 3000);
  g_assert_false (is_kept (folder, 0, &is_old));
  g_assert_false (is_kept (folder, 1, &is_old));
  g_assert_true (is_kept (folder, 2, &is_old));
  g_assert_true (is_kept (folder, 3, &is_old));
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  /* Not the other folders: what says by which proxy to go is in them. */
  g_autofree char *cache = g_dir_make_tmp ("ggov-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ui/tile-fetcher/fetch", test_fetch);
  ADD ("/ui/tile-fetcher/missing", test_missing);
  ADD ("/ui/tile-fetcher/failing", test_failing);
  ADD ("/ui/tile-fetcher/no-picture", test_no_picture);
  ADD ("/ui/tile-fetcher/no-server", test_no_server);
  ADD ("/ui/tile-fetcher/paint", test_paint);
#undef ADD
  g_test_add_func ("/ui/tile-fetcher/address", test_address);
  g_test_add_func ("/ui/tile-fetcher/uri", test_uri);
  g_test_add_func ("/ui/tile-fetcher/prune", test_prune);

  status = g_test_run ();
  remove_tree (cache);

  return status;
}
