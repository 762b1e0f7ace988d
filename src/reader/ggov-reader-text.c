/* ggov-reader-text.c: text files made UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-error.h"
#include "ggov-reader-text.h"

#define MAX_CONVERTED (192 << 20) /* bytes; a conversion holds the text three times over */

static GIConv from_gb18030 = (GIConv) -1;

/* The others are for the tables of shapefiles and for old workbooks, which GDAL and FreeXL
 * convert; they stay loaded as long as they are open. */
void
ggov_reader_text_load_converters (void)
{
  static const char *const others[] = { "GBK",   "CP936", "BIG5",     "CP950",
                                        "CP932", "CP949", "UTF-16LE", "CP1252" };

  from_gb18030 = g_iconv_open ("UTF-8", "GB18030");
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_iconv_open ("UTF-8", others[i]);
}

static char *
convert_utf16 (const guint8 *bytes,
               gsize         length,
               gboolean      big,
               gsize        *n_written)
{
  g_autofree gunichar2 *units = g_malloc (length + 2);
  const gsize n = length / 2 - 1;
  glong written = 0;
  char *text;

  for (gsize i = 0; i < n; i++)
    {
      const guint8 *unit = bytes + 2 + 2 * i;

      units[i] = big ? (unit[0] << 8 | unit[1]) : (unit[0] | unit[1] << 8);
    }
  text = g_utf16_to_utf8 (units, (glong) n, NULL, &written, NULL);
  *n_written = (gsize) written;

  return text;
}

static char *
convert (const guint8  *bytes,
         gsize          length,
         gsize         *n_written,
         const char   **encoding)
{
  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    {
      *encoding = "UTF-16LE";
      return convert_utf16 (bytes, length, FALSE, n_written);
    }
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    {
      *encoding = "UTF-16BE";
      return convert_utf16 (bytes, length, TRUE, n_written);
    }

  *encoding = "GB18030";
  if (from_gb18030 == (GIConv) -1)
    return NULL;
  return g_convert_with_iconv ((const char *) bytes, (gssize) length, from_gb18030, NULL,
                               n_written, NULL);
}

static gboolean
save_converted (const guint8  *bytes,
                gsize          length,
                const char    *target,
                const char   **encoding,
                GError       **error)
{
  g_autofree char *text = NULL;
  gsize n_written = 0;

  text = convert (bytes, length, &n_written, encoding);
  if (text == NULL || !g_utf8_validate_len (text, n_written, NULL))
    {
      g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_ENCODING,
                           "The text is neither UTF-8 nor GB18030 (GBK); save it as UTF-8 in the "
                           "program that made it.");
      return FALSE;
    }
  if (!g_file_set_contents_full (target, text, (gssize) n_written, G_FILE_SET_CONTENTS_NONE, 0600,
                                 NULL))
    {
      g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_OUTPUT,
                           "The converted text could not be written; make room on the disk.");
      return FALSE;
    }

  return TRUE;
}

char *
ggov_reader_text_prepare (const char  *path,
                          const char  *target,
                          const char **encoding,
                          GError     **error)
{
  g_autoptr (GMappedFile) file = NULL;
  const guint8 *bytes = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);
  g_return_val_if_fail (encoding != NULL, NULL);

  file = g_mapped_file_new (path, FALSE, NULL);
  if (file != NULL)
    {
      bytes = (const guint8 *) g_mapped_file_get_contents (file);
      length = g_mapped_file_get_length (file);
    }
  *encoding = "UTF-8";
  if (bytes != NULL && g_utf8_validate_len ((const char *) bytes, length, NULL))
    return g_strdup (path);
  if (bytes == NULL || length > MAX_CONVERTED)
    {
      g_set_error_literal (error, GGOV_READER_ERROR, GGOV_READER_ERROR_TOO_LARGE,
                           "The text is too long to convert; save it as UTF-8 or split it.");
      return NULL;
    }

  return save_converted (bytes, length, target, encoding, error) ? g_strdup (target) : NULL;
}
