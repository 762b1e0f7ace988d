/* ggov-reader-unpack.c: taking files out of archives, within limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "ggov-reader-confine.h"
#include "ggov-reader-error.h"
#include "ggov-reader-unpack.h"
#include "ggov-reader-xml.h"

#define CHUNK (256 * 1024)   /* bytes moved at a time */
#define PROLOG_SIZE 4096     /* bytes of an XML part that are looked at */
#define END_SIZE (66 * 1024) /* a zip's end record with its longest comment */

static const char *const shapefile_parts[] = { ".shp", ".shx", ".dbf", ".prj", ".cpg" };

static gboolean
fail_large (GError **error)
{
  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TOO_LARGE,
                       "The archive unfolds to far more data than a register holds; "
                       "split it into smaller files or check where it comes from.");
  return FALSE;
}

static gboolean
is_too_large (guint64 unfolded,
              guint64 packed)
{
  return unfolded >= GGOV_READER_MAX_OUTPUT
         || (unfolded > GGOV_READER_SMALL && unfolded / GGOV_READER_MAX_RATIO > packed);
}

static gboolean
fail_output (GError **error)
{
  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
                       "The unpacked data could not be written; make room on the disk.");
  return FALSE;
}

static gboolean
write_bytes (FILE         *to,
             const guint8 *bytes,
             gsize         length,
             GError      **error)
{
  return fwrite (bytes, 1, length, to) == length ? TRUE : fail_output (error);
}

/* One step of the decompressor. Sets @done at the end of the last member. */
static gboolean
inflate_step (GConverter    *inflater,
              const guint8 **in,
              gsize         *left,
              FILE          *to,
              guint64       *total,
              gboolean      *done,
              GError       **error)
{
  static guint8 out[CHUNK];
  g_autoptr (GError) reason = NULL;
  gsize n_read = 0, n_written = 0;
  GConverterResult result;

  result = g_converter_convert (inflater, *in, *left, out, sizeof out, G_CONVERTER_INPUT_AT_END,
                                &n_read, &n_written, &reason);
  if (result == G_CONVERTER_ERROR)
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
                             "The end of the packed file is missing; copy or download it again.");
      else
        g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
                             "The packed file is damaged; copy or download it again.");
      return FALSE;
    }

  *in += n_read;
  *left -= n_read;
  *total += n_written;
  if (result == G_CONVERTER_FINISHED)
    {
      g_converter_reset (inflater);
      *done = *left < 2 || (*in)[0] != 0x1f || (*in)[1] != 0x8b;
    }

  return write_bytes (to, out, n_written, error);
}

static gboolean
inflate (GMappedFile  *file,
         FILE         *to,
         GError      **error)
{
  g_autoptr (GConverter) inflater = NULL;
  const guint8 *in = (const guint8 *) g_mapped_file_get_contents (file);
  const guint64 packed = g_mapped_file_get_length (file);
  gsize left = packed;
  guint64 total = 0;
  gboolean done = FALSE;

  inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  while (!done)
    {
      if (!inflate_step (inflater, &in, &left, to, &total, &done, error))
        return FALSE;
      if (is_too_large (total, packed))
        return fail_large (error);
    }

  return TRUE;
}

gboolean
ggov_reader_unpack_gzip (const char  *path,
                         const char  *target,
                         GError     **error)
{
  g_autoptr (GMappedFile) file = NULL;
  FILE *to;
  gboolean ok;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL)
    return fail_large (error);
  to = fopen (target, "wb");
  if (to == NULL)
    return fail_output (error);

  ok = inflate (file, to, error);
  if (fclose (to) != 0 && ok)
    ok = fail_output (error);

  return ok;
}

static gboolean
check_end (const char  *path,
           guint64     *packed,
           GError     **error)
{
  g_autofree guint8 *tail = g_malloc (END_SIZE);
  VSILFILE *file = VSIFOpenL (path, "rb");
  gsize length = 0;

  if (file != NULL)
    {
      VSIFSeekL (file, 0, SEEK_END);
      *packed = VSIFTellL (file);
      VSIFSeekL (file, *packed > END_SIZE ? *packed - END_SIZE : 0, SEEK_SET);
      length = VSIFReadL (tail, 1, END_SIZE, file);
      VSIFCloseL (file);
    }
  if (memmem (tail, length, "PK\5\6", 4) != NULL)
    return TRUE;

  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TRUNCATED,
                       "The end of the file is missing; copy or download it again.");
  return FALSE;
}

static gboolean
check_xml_part (const char  *path,
                GError     **error)
{
  char prolog[PROLOG_SIZE + 1];
  g_autofree char *root = NULL;
  VSILFILE *file = VSIFOpenL (path, "rb");
  const char *start;

  if (file == NULL)
    return TRUE;
  prolog[VSIFReadL (prolog, 1, PROLOG_SIZE, file)] = '\0';
  VSIFCloseL (file);

  start = strchr (prolog, '<');
  if (start == NULL || ggov_reader_xml_find_root (start, &root))
    return TRUE;

  g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNSAFE,
                       "The file defines XML entities, which can fill the memory of whoever opens "
                       "it; export it again from the program that made it.");
  return FALSE;
}

gboolean
ggov_reader_unpack_check_zip (const char  *path,
                              GError     **error)
{
  g_autofree char *archive = NULL;
  char **names;
  guint64 packed = 0, total = 0;
  gboolean ok = TRUE;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!check_end (path, &packed, error))
    return FALSE;

  archive = g_strconcat ("/vsizip/{", path, "}", NULL);
  names = VSIReadDirRecursive (archive);
  for (gsize i = 0; names != NULL && names[i] != NULL && ok; i++)
    {
      g_autofree char *part = g_build_filename (archive, names[i], NULL);
      VSIStatBufL facts;

      if (VSIStatL (part, &facts) == 0)
        total += facts.st_size;
      ok = is_too_large (total, packed) ? fail_large (error) : TRUE;
      if (ok && (g_str_has_suffix (names[i], ".xml") || g_str_has_suffix (names[i], ".kml")))
        ok = check_xml_part (part, error);
    }
  CSLDestroy (names);

  return ok;
}

static gboolean
copy_part (const char  *from_path,
           const char  *to_path,
           guint64     *total,
           GError     **error)
{
  static guint8 bytes[CHUNK];
  VSILFILE *from = VSIFOpenL (from_path, "rb");
  FILE *to = fopen (to_path, "wb");
  gboolean ok = from != NULL && to != NULL;
  gsize n = 1;

  if (!ok)
    g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_UNREADABLE,
                         "A part of the zip archive cannot be taken out; unpack it and choose "
                         "the .shp file.");
  while (ok && n > 0)
    {
      n = VSIFReadL (bytes, 1, sizeof bytes, from);
      *total += n;
      ok = *total < GGOV_READER_MAX_OUTPUT ? write_bytes (to, bytes, n, error)
                                           : fail_large (error);
    }
  if (from != NULL)
    VSIFCloseL (from);
  if (to != NULL && fclose (to) != 0 && ok)
    ok = fail_output (error);

  return ok;
}

/* The part's ending as the driver wants it, or NULL where @name is no part of a shapefile. */
static const char *
get_part (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL || g_str_has_prefix (name, "__MACOSX/"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (shapefile_parts); i++)
    if (g_ascii_strcasecmp (dot, shapefile_parts[i]) == 0)
      return shapefile_parts[i];

  return NULL;
}

/* Folders of the archive become part of the file's name, so that no name leaves @folder. */
static char *
make_target (const char *folder,
             const char *name,
             const char *part)
{
  g_autofree char *stem = g_strndup (name, strrchr (name, '.') - name);
  g_autofree char *file = NULL;

  g_strdelimit (stem, "/\\", '_');
  file = g_strconcat (stem, part, NULL);

  return g_build_filename (folder, file, NULL);
}

char **
ggov_reader_unpack_shapefiles (const char  *path,
                               const char  *folder,
                               GError     **error)
{
  g_autofree char *archive = NULL;
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  char **names;
  guint64 total = 0;
  gboolean ok = TRUE;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  archive = g_strconcat ("/vsizip/{", path, "}", NULL);
  names = VSIReadDirRecursive (archive);
  for (gsize i = 0; names != NULL && names[i] != NULL && ok; i++)
    {
      const char *part = get_part (names[i]);
      g_autofree char *source = g_build_filename (archive, names[i], NULL);
      g_autofree char *target = part != NULL ? make_target (folder, names[i], part) : NULL;

      if (part == NULL)
        continue;
      ok = copy_part (source, target, &total, error);
      if (ok && g_str_equal (part, ".shp"))
        g_strv_builder_add (found, target);
    }
  CSLDestroy (names);

  return ok ? g_strv_builder_end (found) : NULL;
}
