/* ggov-reader-photo.c: a foreign photo, turned upright, scaled down, and nothing but its pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <fcntl.h>
#include <gdal.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ggov-reader-error.h"
#include "ggov-reader-log.h"
#include "ggov-reader-photo.h"
#include "ggov-reader-source.h"

#define MAX_MAGIC 16
#define RGBA 4
#define RGB 3
#define WHITE 255

/* The driver that reads it, or NULL. */
typedef struct
{
  const char *holds;
  const char *driver;
  guint       offset;
  const char *magic;
  gsize       n_magic;
} Kind;

#define MAGIC(text) text, sizeof text - 1

/* A photo's brand is at the fourth byte of an ISO media file. */
static const Kind kinds[] = {
  { "jpeg", "JPEG", 0, MAGIC ("\xff\xd8\xff") },
  { "png", "PNG", 0, MAGIC ("\x89PNG\r\n\x1a\n") },
  { "webp", "WEBP", 8, MAGIC ("WEBP") },
  { "heic", NULL, 4, MAGIC ("ftyphe") },
  { "heic", NULL, 4, MAGIC ("ftypmif1") },
  { "heic", NULL, 4, MAGIC ("ftypmsf1") },
  { "heic", NULL, 4, MAGIC ("ftypavif") },
  { "gif", NULL, 0, MAGIC ("GIF8") },
  { "tiff", NULL, 0, MAGIC ("II*\0") },
  { "tiff", NULL, 0, MAGIC ("MM\0*") },
  { "bmp", NULL, 0, MAGIC ("BM") },
};

/* Pixels in the file's own order of rows, four bytes each. */
typedef struct
{
  int     width;
  int     height;
  guint8 *rgba;
} Pixels;

void
ggov_reader_photo_prepare_gdal (const char *scratch)
{
  static const char *const drivers[] = { "JPEG", "PNG", "WEBP", "MEM" };

  ggov_reader_source_prepare_gdal_for (scratch, drivers, G_N_ELEMENTS (drivers));
}

static gboolean
refuse (GError          **error,
        GgovReaderError   code,
        const char       *message)
{
  const char *cause = ggov_reader_log_get_error ();

  g_set_error (error, GGOV_READER_ERROR, code, "%s%s%s", message, cause ? " " : "",
               cause ? cause : "");
  return FALSE;
}

static const Kind *
find_kind (const char  *input,
           GError     **error)
{
  g_autofree char *bytes = g_malloc0 (MAX_MAGIC);
  int file = open (input, O_RDONLY | O_CLOEXEC);
  gssize n = file >= 0 ? read (file, bytes, MAX_MAGIC) : -1;

  if (file >= 0)
    close (file);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n >= (gssize) (kinds[i].offset + kinds[i].n_magic) &&
        memcmp (bytes + kinds[i].offset, kinds[i].magic, kinds[i].n_magic) == 0)
      return &kinds[i];

  if (n == 0)
    refuse (error, GGOV_READER_ERROR_EMPTY, "There is nothing in it.");
  else
    refuse (error, GGOV_READER_ERROR_UNSUPPORTED, "It is no photo.");
  return NULL;
}

/* Opening reads the header alone. */
static GDALDatasetH
open_photo (const char       *input,
            const Kind       *kind,
            GgovReaderPhoto  *photo,
            GError          **error)
{
  const char *const allowed[] = { kind->driver, NULL };
  GDALDatasetH dataset = GDALOpenEx (input, GDAL_OF_RASTER | GDAL_OF_READONLY, allowed, NULL, NULL);

  if (dataset == NULL)
    {
      refuse (error, GGOV_READER_ERROR_UNREADABLE, "Its header is damaged.");
      return NULL;
    }

  photo->from_width = GDALGetRasterXSize (dataset);
  photo->from_height = GDALGetRasterYSize (dataset);
  if ((gint64) photo->from_width * photo->from_height <= GGOV_READER_PHOTO_MAX_PIXELS &&
      GDALGetRasterCount (dataset) > 0)
    return dataset;

  GDALClose (dataset);
  refuse (error, GGOV_READER_ERROR_TOO_LARGE, "It has too many pixels.");
  return NULL;
}

static gboolean
transfer (GDALDatasetH  dataset,
          GDALRWFlag    flag,
          gpointer      pixels,
          int           width,
          int           height,
          GDALDataType  type,
          int           n_bands)
{
  const int size = GDALGetDataTypeSizeBytes (type);
  int bands[RGBA] = { 1, 2, 3, 4 };
  GDALRasterIOExtraArg extra;

  INIT_RASTERIO_EXTRA_ARG (extra);
  extra.eResampleAlg = GRIORA_Bilinear;

  return GDALDatasetRasterIOEx (dataset, flag, 0, 0, GDALGetRasterXSize (dataset),
                                GDALGetRasterYSize (dataset), pixels, width, height, type, n_bands,
                                bands, (GSpacing) size * RGBA, (GSpacing) size * RGBA * width, size,
                                &extra) == CE_None;
}

/* Numbers of colours cannot be scaled; the colours can. */
static GDALDatasetH
expand_palette (GDALDatasetH   dataset,
                GDALColorTableH table)
{
  const int width = GDALGetRasterXSize (dataset);
  const int height = GDALGetRasterYSize (dataset);
  g_autofree guint8 *rgba = g_malloc0 ((gsize) width * (gsize) height * RGBA);
  GDALDatasetH plain = GDALCreate (GDALGetDriverByName ("MEM"), "", width, height, RGBA, GDT_Byte,
                                   NULL);

  if (plain == NULL || !transfer (dataset, GF_Read, rgba, width, height, GDT_Byte, 1))
    {
      g_clear_pointer (&plain, GDALClose);
      return NULL;
    }

  for (gsize i = 0; i < (gsize) width * (gsize) height; i++)
    {
      const GDALColorEntry *entry = GDALGetColorEntry (table, rgba[i * RGBA]);
      const guint8 colour[] = { entry ? (guint8) entry->c1 : 0, entry ? (guint8) entry->c2 : 0,
                                entry ? (guint8) entry->c3 : 0, entry ? (guint8) entry->c4 : 0 };

      memcpy (rgba + i * RGBA, colour, RGBA);
    }
  if (transfer (plain, GF_Write, rgba, width, height, GDT_Byte, RGBA))
    return plain;

  GDALClose (plain);
  return NULL;
}

/* Grey becomes three colours; what has no transparency is opaque. */
static void
fill_bands (Pixels *self,
            int     n_bands)
{
  for (gsize i = 0; i < (gsize) self->width * (gsize) self->height; i++)
    {
      guint8 *p = self->rgba + i * RGBA;

      if (n_bands % 2 == 1)
        p[3] = WHITE;
      else if (n_bands == 2)
        p[3] = p[1];
      if (n_bands < RGB)
        p[1] = p[2] = p[0];
    }
}

static gboolean
read_bands (GDALDatasetH  dataset,
            Pixels       *self,
            int           n_bands)
{
  const gsize n = (gsize) self->width * (gsize) self->height * RGBA;
  const gboolean is_deep = GDALGetRasterDataType (GDALGetRasterBand (dataset, 1)) == GDT_UInt16;
  g_autofree guint16 *deep = is_deep ? g_new0 (guint16, n) : NULL;

  self->rgba = g_malloc0 (n);
  if (!transfer (dataset, GF_Read, is_deep ? (gpointer) deep : self->rgba, self->width,
                 self->height, is_deep ? GDT_UInt16 : GDT_Byte, n_bands))
    return FALSE;

  for (gsize i = 0; is_deep && i < n; i++)
    self->rgba[i] = deep[i] >> 8;
  fill_bands (self, n_bands);

  return TRUE;
}

static gboolean
read_pixels (GDALDatasetH  dataset,
             Pixels       *self)
{
  const int longest = MAX (GDALGetRasterXSize (dataset), GDALGetRasterYSize (dataset));
  const double scale = MIN (1.0, (double) GGOV_READER_PHOTO_MAX_SIDE / longest);
  const int n_bands = MIN (GDALGetRasterCount (dataset), RGBA);
  GDALColorTableH table = GDALGetRasterColorTable (GDALGetRasterBand (dataset, 1));
  GDALDatasetH plain = NULL;
  gboolean ok;

  self->width = MAX (1, (int) (GDALGetRasterXSize (dataset) * scale + 0.5));
  self->height = MAX (1, (int) (GDALGetRasterYSize (dataset) * scale + 0.5));
  if (table == NULL || n_bands > 1)
    return read_bands (dataset, self, n_bands);

  plain = expand_palette (dataset, table);
  ok = plain != NULL && read_bands (plain, self, RGBA);
  g_clear_pointer (&plain, GDALClose);

  return ok;
}

/* 1 where the camera was held upright, or nobody says. */
static int
get_orientation (GDALDatasetH dataset)
{
  const char *text = GDALGetMetadataItem (dataset, "EXIF_Orientation", NULL);
  const int orientation = text ? atoi (text) : 1;

  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/* Where the pixel that is seen at (x, y) is stored. From 5 on width and height change places. */
static const guint8 *
find_pixel (const Pixels *self,
            int           orientation,
            int           x,
            int           y)
{
  const int right = self->width - 1;
  const int bottom = self->height - 1;
  const int places[8][2] = {
    { x, y },      { right - x, y },          { right - x, bottom - y }, { x, bottom - y },
    { y, x },      { y, bottom - x },         { right - y, bottom - x }, { right - y, x },
  };
  const int *place = places[orientation - 1];

  return self->rgba + ((gsize) place[1] * (gsize) self->width + (gsize) place[0]) * RGBA;
}

static guint8
blend (guint8 part,
       guint8 alpha)
{
  return (guint8) ((part * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
}

static gboolean
write_row (FILE         *file,
           const Pixels *self,
           int           orientation,
           int           width,
           int           y)
{
  g_autofree guint8 *row = g_malloc ((gsize) width * RGB);

  for (int x = 0; x < width; x++)
    {
      const guint8 *p = find_pixel (self, orientation, x, y);

      for (int i = 0; i < RGB; i++)
        row[x * RGB + i] = blend (p[i], p[3]);
    }

  return fwrite (row, RGB, (gsize) width, file) == (gsize) width;
}

static gboolean
write_pixels (const Pixels    *self,
              int              orientation,
              const char      *output,
              GgovReaderPhoto *photo)
{
  const gboolean is_turned = orientation > 4;
  FILE *file = fopen (output, "wb");
  guint32 sizes[2];
  gboolean ok;

  if (file == NULL)
    return FALSE;

  photo->width = is_turned ? self->height : self->width;
  photo->height = is_turned ? self->width : self->height;
  sizes[0] = GUINT32_TO_LE ((guint32) photo->width);
  sizes[1] = GUINT32_TO_LE ((guint32) photo->height);
  ok = fputs (GGOV_READER_PHOTO_MARK, file) >= 0 && fwrite (sizes, sizeof sizes, 1, file) == 1;
  for (int y = 0; ok && y < photo->height; y++)
    ok = write_row (file, self, orientation, photo->width, y);

  return fclose (file) == 0 && ok;
}

/* libjpeg fills up what is missing with grey and only warns. */
static gboolean
is_whole (void)
{
  GPtrArray *warnings = ggov_reader_log_get_warnings ();

  for (guint i = 0; i < warnings->len; i++)
    if (strstr (g_ptr_array_index (warnings, i), "remature end") != NULL ||
        strstr (g_ptr_array_index (warnings, i), "orrupt JPEG data") != NULL)
      return FALSE;

  return ggov_reader_log_get_error () == NULL;
}

gboolean
ggov_reader_photo_read (const char       *input,
                        const char       *output,
                        GgovReaderPhoto  *photo,
                        GError          **error)
{
  const Kind *kind = find_kind (input, error);
  Pixels pixels = { 0 };
  GDALDatasetH dataset;
  gboolean ok;

  photo->holds = kind ? kind->holds : "other";
  if (kind == NULL)
    return FALSE;
  if (kind->driver == NULL)
    return refuse (error, GGOV_READER_ERROR_UNSUPPORTED, "It is a picture of another kind.");
  if ((dataset = open_photo (input, kind, photo, error)) == NULL)
    return FALSE;

  ok = read_pixels (dataset, &pixels) && is_whole ();
  if (!ok)
    refuse (error, GGOV_READER_ERROR_UNREADABLE, "It is damaged or cut off.");
  else if (!write_pixels (&pixels, get_orientation (dataset), output, photo))
    ok = refuse (error, GGOV_READER_ERROR_OUTPUT, "The pixels could not be written.");
  g_free (pixels.rgba);
  GDALClose (dataset);

  return ok;
}

static void
print (const GgovReaderPhoto *photo,
       const GError          *reason)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), answer);
  g_autofree char *text = NULL;
  JsonArray *from = json_array_new ();

  json_array_add_int_element (from, photo->from_width);
  json_array_add_int_element (from, photo->from_height);
  json_object_set_boolean_member (answer, "ok", reason == NULL);
  json_object_set_string_member (answer, "holds", photo->holds ? photo->holds : "other");
  json_object_set_array_member (answer, "from", from);
  if (reason != NULL)
    {
      g_autofree char *message = g_utf8_make_valid (reason->message, -1);

      json_object_set_string_member (answer, "code", ggov_reader_error_get_name (
                                                       (GgovReaderError) reason->code));
      json_object_set_string_member (answer, "message", message);
    }
  else
    {
      json_object_set_int_member (answer, "width", photo->width);
      json_object_set_int_member (answer, "height", photo->height);
    }

  text = json_to_string (root, FALSE);
  puts (text);
}

void
ggov_reader_photo_print (const GgovReaderPhoto *photo)
{
  print (photo, NULL);
}

void
ggov_reader_photo_print_refusal (const GgovReaderPhoto *photo,
                                 const GError          *reason)
{
  print (photo, reason);
}
