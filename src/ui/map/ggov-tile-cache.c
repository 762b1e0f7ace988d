/* ggov-tile-cache.c: tiles fetched before, kept in the user's cache folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gstdio.h>
#include <time.h>

#include "ggov-tile-archive.h"
#include "ggov-tile-cache.h"

/* zoom, column, row. */
#define DEPTH 3

typedef struct
{
  char   *path;
  gint64  time; /* seconds since 1970-01-01T00:00:00Z */
  gsize   size;
} Kept;

static void
kept_clear (Kept *kept)
{
  g_free (kept->path);
}

static int
compare_times (const Kept *a,
               const Kept *b)
{
  return a->time < b->time ? -1 : a->time > b->time;
}

static char *
dup_path (const char *folder,
          int         zoom,
          int         x,
          int         y)
{
  return g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%d" G_DIR_SEPARATOR_S "%d" G_DIR_SEPARATOR_S "%d",
                          folder, zoom, x, y);
}

/* Nothing else is ever so deep in the folder. */
static void
list_kept (const char *folder,
           int         depth,
           GArray     *kept)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;
      Kept one;

      if (depth > 1)
        list_kept (path, depth - 1, kept);
      else if (g_stat (path, &info) == 0 && S_ISREG (info.st_mode))
        {
          one = (Kept) { g_steal_pointer (&path), info.st_mtime, info.st_size };
          g_array_append_val (kept, one);
        }
    }
}

char *
ggov_tile_cache_dup_folder (const char *address)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);

  digest[16] = '\0';

  return g_build_filename (g_get_user_cache_dir (), "gridgov", "tiles", digest, NULL);
}

GBytes *
ggov_tile_cache_read (const char *folder,
                      int         zoom,
                      int         x,
                      int         y,
                      gboolean   *is_old)
{
  g_autofree char *path = dup_path (folder, zoom, x, y);
  GStatBuf info;
  char *data;
  gsize size;

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > GGOV_TILE_MAX_BYTES ||
      !g_file_get_contents (path, &data, &size, NULL))
    return NULL;

  *is_old = time (NULL) - info.st_mtime > GGOV_TILE_CACHE_MAX_DAYS * 24 * 3600;

  return g_bytes_new_take (data, size);
}

void
ggov_tile_cache_write (const char *folder,
                       int         zoom,
                       int         x,
                       int         y,
                       GBytes     *picture)
{
  g_autofree char *path = dup_path (folder, zoom, x, y);
  g_autofree char *column = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;

  if (g_mkdir_with_parents (column, 0700) != 0 ||
      !g_file_set_contents_full (path, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("%s cannot be kept", path);
}

void
ggov_tile_cache_prune (const char *folder,
                       gsize       max_bytes)
{
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  gsize sum = 0;

  g_array_set_clear_func (kept, (GDestroyNotify) kept_clear);
  list_kept (folder, DEPTH, kept);
  for (guint i = 0; i < kept->len; i++)
    sum += g_array_index (kept, Kept, i).size;

  if (sum <= max_bytes)
    return;

  g_array_sort (kept, (GCompareFunc) compare_times);
  for (guint i = 0; i < kept->len && sum > max_bytes / 4 * 3; i++)
    {
      const Kept *oldest = &g_array_index (kept, Kept, i);

      if (g_unlink (oldest->path) == 0)
        sum -= oldest->size;
    }
}
