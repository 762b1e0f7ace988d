/* ggov-reader-ole.c: telling apart the documents that share the compound file format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-ole.h"

#define SECTOR_SIZE 512
#define ENTRY_SIZE 128 /* of a directory entry: its name, UTF-16, at the start */
#define RECORD_BOF 0x0809
#define RECORD_FILEPASS 0x002f
#define N_RECORDS 8 /* the password record is among the first of a workbook's stream */

static gboolean
has_stream (const guint8 *bytes,
            gsize         length,
            const char   *name)
{
  const gsize n = strlen (name);

  for (gsize at = SECTOR_SIZE; at + ENTRY_SIZE <= length; at += ENTRY_SIZE)
    {
      gsize i = 0;

      while (i < n && bytes[at + 2 * i] == (guint8) name[i] && bytes[at + 2 * i + 1] == 0)
        i++;
      if (i == n && bytes[at + 2 * n] == 0 && bytes[at + 2 * n + 1] == 0)
        return TRUE;
    }

  return FALSE;
}

static guint
get_word (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8;
}

/* Whether a stream of records that starts at @at names a password. */
static gboolean
starts_locked (const guint8 *bytes,
               gsize         length,
               gsize         at)
{
  if (get_word (bytes + at) != RECORD_BOF || get_word (bytes + at + 2) != 16)
    return FALSE;

  for (guint i = 0; i < N_RECORDS && at + 4 <= length; i++)
    {
      if (get_word (bytes + at) == RECORD_FILEPASS)
        return TRUE;
      at += 4 + get_word (bytes + at + 2);
    }

  return FALSE;
}

static gboolean
is_locked (const guint8 *bytes,
           gsize         length)
{
  for (gsize at = SECTOR_SIZE; at + SECTOR_SIZE <= length; at += SECTOR_SIZE)
    if (starts_locked (bytes, length, at))
      return TRUE;

  return FALSE;
}

GgovReaderKind
ggov_reader_ole_detect (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const guint8 *bytes;
  gsize length;

  if (file == NULL)
    return GGOV_READER_KIND_OLE;

  bytes = (const guint8 *) g_mapped_file_get_contents (file);
  length = g_mapped_file_get_length (file);
  if (has_stream (bytes, length, "EncryptedPackage"))
    return GGOV_READER_KIND_LOCKED_XLSX;
  if (!has_stream (bytes, length, "Workbook") && !has_stream (bytes, length, "Book"))
    return GGOV_READER_KIND_OLE;

  return is_locked (bytes, length) ? GGOV_READER_KIND_LOCKED_XLS : GGOV_READER_KIND_XLS;
}
