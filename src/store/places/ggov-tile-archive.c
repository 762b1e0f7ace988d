/* ggov-tile-archive.c: an MBTiles file: the pictures of a base map in one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-db.h"
#include "ggov-tile-archive.h"

/* Database steps to find one tile: with an index some fifty, without one some ten for each there
 * is. This is enough for a hundred thousand tiles without an index and is over in 0.1 s. */
#define MAX_STEPS 1000000

#define MAX_TEXT 200 /* characters of a name or an attribution */

#define SELECT_TILE \
  "SELECT tile_data FROM tiles WHERE zoom_level = $1 AND tile_column = $2 AND tile_row = $3"

/* The first ones only: an archive may be larger than all memory. */
#define SELECT_EMPTY \
  "SELECT zoom_level, tile_column, tile_row FROM (SELECT zoom_level, tile_column, tile_row, " \
  "tile_data FROM tiles LIMIT 2000) AS t WHERE tile_data IS NULL LIMIT 1"

struct _GgovTileArchive
{
  GObject         parent_instance;

  GMutex          mutex;       /* of the connection and its statements */
  GgovDb         *db;
  char           *file_name;   /* as it is shown */
  char           *name;
  char           *attribution;
  GgovTileFormat  format;
  gboolean        is_flipped;  /* whether rows count from the south */
  GgovGeoBounds   bounds;
  int             min_zoom;    /* -1 until known, as the next one */
  int             max_zoom;
};

G_DEFINE_FINAL_TYPE (GgovTileArchive, ggov_tile_archive, G_TYPE_OBJECT)

static void
ggov_tile_archive_finalize (GObject *object)
{
  GgovTileArchive *self = GGOV_TILE_ARCHIVE (object);

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->db, ggov_db_close);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->attribution, g_free);

  G_OBJECT_CLASS (ggov_tile_archive_parent_class)->finalize (object);
}

static void
ggov_tile_archive_class_init (GgovTileArchiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ggov_tile_archive_finalize;
}

static void
ggov_tile_archive_init (GgovTileArchive *self)
{
  g_mutex_init (&self->mutex);
  self->bounds = (GgovGeoBounds) { -180, -90, 180, 90 };
  self->min_zoom = self->max_zoom = -1;
  self->is_flipped = TRUE;
  self->attribution = g_strdup ("");
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* @sentence is a translated literal with one place, for the file's name. */
static gboolean
refuse (GgovTileArchive *self,
        const char      *sentence,
        GError         **error)
{
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence, self->file_name);
  return FALSE;
}

#pragma GCC diagnostic pop

/* Makes a user's sentence of an error of the database, which is freed. */
static gboolean
explain (GgovTileArchive  *self,
         GError           *problem,
         GError          **error)
{
  g_autoptr(GError) owned = problem;

  switch (owned->code)
    {
    case GGOV_STORE_ERROR_MISSING:
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_MISSING,
                   _("The base map “%s” is not there any more. Choose it again, or do without "
                     "one."), self->file_name);
      return FALSE;

    case GGOV_STORE_ERROR_OPEN:
    case GGOV_STORE_ERROR_READ_ONLY:
      return refuse (self, _("“%s” cannot be opened. Check that you may read it."), error);

    case GGOV_STORE_ERROR_DAMAGED:
      return refuse (self, _("“%s” is cut off or damaged. Copy it anew from where it came from."),
                     error);

    case GGOV_STORE_ERROR_LIMIT:
      return refuse (self, _("“%s” is too slow or too large to draw from: its tiles have no index, "
                             "or hold more than pictures. Choose another file."), error);

    default:
      return refuse (self, _("“%s” is not an MBTiles file with a table of tiles. Choose another "
                             "file."), error);
    }
}

/* What the file says of itself -------------------------------------------------------------- */

/* Attributions are often written with links. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);
  gboolean is_tag = FALSE;

  for (const char *p = valid; *p && g_utf8_strlen (plain->str, -1) < MAX_TEXT;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        is_tag = TRUE;
      else if (c == '>')
        is_tag = FALSE;
      else if (!is_tag)
        g_string_append_unichar (plain, g_unichar_iscntrl (c) ? ' ' : c);
    }
  g_string_replace (plain, "&copy;", "©", 0);
  g_string_replace (plain, "&amp;", "&", 0);
  g_strstrip (plain->str);

  return g_string_free (plain, FALSE);
}

/* West, south, east, north. */
static void
take_bounds (GgovTileArchive *self,
             const char      *text)
{
  double edges[4];
  const char *p = text;

  for (guint i = 0; i < 4; i++)
    {
      char *end;

      edges[i] = g_ascii_strtod (p, &end);
      if (end == p || !isfinite (edges[i]) || (i < 3 && *end != ','))
        return;
      p = end + 1;
    }

  if (edges[0] < edges[2] && edges[1] < edges[3] && fabs (edges[1]) <= 90 && fabs (edges[3]) <= 90)
    self->bounds = (GgovGeoBounds) { edges[0], edges[1], edges[2], edges[3] };
}

static void
take_zoom (const char *text,
           int        *zoom)
{
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, 0, GGOV_TILE_MAX_ZOOM, &number, NULL))
    *zoom = number;
}

static gboolean
take_format (GgovTileArchive  *self,
             const char       *text,
             GError          **error)
{
  static const char * const known[] = { "png", "jpg", "jpeg", "webp", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (g_str_equal (lower, "pbf") || g_str_equal (lower, "mvt"))
    return refuse (self, _("“%s” holds vector tiles, which cannot be drawn here. Choose a file "
                           "with tiles in PNG, JPEG or WebP."), error);

  if (*lower != '\0' && !g_strv_contains (known, lower))
    return refuse (self, _("“%s” holds tiles in a format that cannot be drawn. Choose a file with "
                           "tiles in PNG, JPEG or WebP."), error);

  return TRUE;
}

static gboolean
take_metadata (GgovTileArchive  *self,
               const char       *name,
               const char       *value,
               GError          **error)
{
  if (g_str_equal (name, "format"))
    return take_format (self, value, error);

  if (g_str_equal (name, "name") && *value)
    {
      g_free (self->name);
      self->name = dup_plain (value);
    }
  else if (g_str_equal (name, "attribution"))
    {
      g_free (self->attribution);
      self->attribution = dup_plain (value);
    }
  else if (g_str_equal (name, "bounds"))
    take_bounds (self, value);
  else if (g_str_equal (name, "minzoom"))
    take_zoom (value, &self->min_zoom);
  else if (g_str_equal (name, "maxzoom"))
    take_zoom (value, &self->max_zoom);
  else if (g_str_equal (name, "scheme"))
    self->is_flipped = !g_str_equal (value, "xyz");

  return TRUE;
}

static gboolean
read_metadata (GgovTileArchive  *self,
               GError          **error)
{
  GError *problem = NULL;
  g_autoptr(GgovStmt) stmt =
    ggov_db_prepare (self->db, "SELECT name, value FROM metadata LIMIT 200", &problem);
  GgovDbStep step = GGOV_DB_ERROR;

  while (stmt && (step = ggov_stmt_step (stmt, &problem)) == GGOV_DB_ROW)
    {
      const char *name = ggov_stmt_get_text (stmt, 0);
      g_autofree char *value = g_strdup (ggov_stmt_get_text (stmt, 1));

      if (name && value && !take_metadata (self, name, value, error))
        return FALSE;
    }

  return step == GGOV_DB_DONE || explain (self, problem, error);
}

/* What is in it ------------------------------------------------------------------------------ */

/* Vector tiles are compressed, which no picture begins like. */
static gboolean
look_at_picture (GgovTileArchive  *self,
                 GError          **error)
{
  GError *problem = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (
    self->db, "SELECT tile_data FROM tiles WHERE tile_data IS NOT NULL LIMIT 1", &problem);
  g_autoptr(GBytes) picture = NULL;

  switch (stmt ? ggov_stmt_step (stmt, &problem) : GGOV_DB_ERROR)
    {
    case GGOV_DB_ROW:
      picture = ggov_stmt_dup_bytes (stmt, 0);
      if (picture && ggov_tile_format_find (picture, &self->format))
        return TRUE;
      if (picture && g_bytes_get_size (picture) > 2 &&
          memcmp (g_bytes_get_data (picture, NULL), "\x1f\x8b", 2) == 0)
        return take_format (self, "pbf", error);
      return take_format (self, "unknown", error);

    case GGOV_DB_DONE:
      return refuse (self, _("“%s” holds no tiles. Choose another file."), error);

    case GGOV_DB_ERROR:
    default:
      return explain (self, problem, error);
    }
}

static gboolean
look_for_empty (GgovTileArchive  *self,
                GError          **error)
{
  GError *problem = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->db, SELECT_EMPTY, &problem);

  switch (stmt ? ggov_stmt_step (stmt, &problem) : GGOV_DB_ERROR)
    {
    case GGOV_DB_DONE:
      return TRUE;

    case GGOV_DB_ROW:
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                   /* Translators: a file’s name and three numbers */
                   _("“%s” is damaged: its tile at zoom level %d, column %d, row %d is empty. Copy "
                     "it anew from where it came from."), self->file_name,
                   (int) ggov_stmt_get_int (stmt, 0), (int) ggov_stmt_get_int (stmt, 1),
                   (int) ggov_stmt_get_int (stmt, 2));
      return FALSE;

    case GGOV_DB_ERROR:
    default:
      return explain (self, problem, error);
    }
}

/* The specification only recommends that the file says its levels. */
static gboolean
find_zooms (GgovTileArchive  *self,
            GError          **error)
{
  gint64 least = self->min_zoom, most = self->max_zoom;
  GError *problem = NULL;

  if (least >= 0 && most >= least)
    return TRUE;

  if (!ggov_db_query_int (self->db, "SELECT min(zoom_level) FROM tiles", &least, &problem) ||
      !ggov_db_query_int (self->db, "SELECT max(zoom_level) FROM tiles", &most, &problem))
    return explain (self, problem, error);

  self->min_zoom = CLAMP (least, 0, GGOV_TILE_MAX_ZOOM);
  self->max_zoom = CLAMP (most, self->min_zoom, GGOV_TILE_MAX_ZOOM);

  return TRUE;
}

static GBytes *
read_tile (GgovTileArchive  *self,
           int               zoom,
           int               x,
           int               row,
           GError          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->db, SELECT_TILE, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, zoom);
  ggov_stmt_bind_int (stmt, 2, x);
  ggov_stmt_bind_int (stmt, 3, row);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? ggov_stmt_dup_bytes (stmt, 0) : NULL;
}

gboolean
ggov_tile_format_find (GBytes         *picture,
                       GgovTileFormat *format)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (picture != NULL, FALSE);

  data = g_bytes_get_data (picture, &size);
  if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    *format = GGOV_TILE_PNG;
  else if (size >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    *format = GGOV_TILE_JPEG;
  else if (size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    *format = GGOV_TILE_WEBP;
  else
    return FALSE;

  return TRUE;
}

GgovTileArchive *
ggov_tile_archive_open (const char  *path,
                        GError     **error)
{
  g_autoptr(GgovTileArchive) self = NULL;
  GError *problem = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (GGOV_TYPE_TILE_ARCHIVE, NULL);
  self->file_name = g_filename_display_basename (path);
  self->name = g_strdup (self->file_name);

  if (!(self->db = ggov_db_open (path, GGOV_DB_FOREIGN, &problem)))
    {
      explain (self, problem, error);
      return NULL;
    }

  ggov_db_set_limits (self->db, GGOV_TILE_MAX_BYTES, MAX_STEPS);
  if (!read_metadata (self, error) || !look_at_picture (self, error) ||
      !look_for_empty (self, error) || !find_zooms (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
ggov_tile_archive_get_name (GgovTileArchive *self)
{
  g_return_val_if_fail (GGOV_IS_TILE_ARCHIVE (self), NULL);

  return self->name;
}

const char *
ggov_tile_archive_get_attribution (GgovTileArchive *self)
{
  g_return_val_if_fail (GGOV_IS_TILE_ARCHIVE (self), NULL);

  return self->attribution;
}

GgovTileFormat
ggov_tile_archive_get_format (GgovTileArchive *self)
{
  g_return_val_if_fail (GGOV_IS_TILE_ARCHIVE (self), GGOV_TILE_PNG);

  return self->format;
}

void
ggov_tile_archive_get_bounds (GgovTileArchive *self,
                              GgovGeoBounds   *bounds)
{
  g_return_if_fail (GGOV_IS_TILE_ARCHIVE (self));

  *bounds = self->bounds;
}

void
ggov_tile_archive_get_zooms (GgovTileArchive *self,
                             int             *min_zoom,
                             int             *max_zoom)
{
  g_return_if_fail (GGOV_IS_TILE_ARCHIVE (self));

  *min_zoom = self->min_zoom;
  *max_zoom = self->max_zoom;
}

GBytes *
ggov_tile_archive_read (GgovTileArchive  *self,
                        int               zoom,
                        int               x,
                        int               y,
                        GError          **error)
{
  GError *problem = NULL;
  GBytes *picture;

  g_return_val_if_fail (GGOV_IS_TILE_ARCHIVE (self), NULL);
  g_return_val_if_fail (zoom >= 0 && zoom <= GGOV_TILE_MAX_ZOOM, NULL);

  g_mutex_lock (&self->mutex);
  picture = read_tile (self, zoom, x, self->is_flipped ? (1 << zoom) - 1 - y : y, &problem);
  g_mutex_unlock (&self->mutex);

  if (problem)
    explain (self, problem, error);

  return picture;
}
