/* ggov-year-notice.c: a file with the holidays of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-model-error.h"
#include "ggov-year-notice.h"

/* Far more than a yearly notice has. */
#define MOST_BYTES (1024 * 1024)

GBytes *
ggov_year_notice_read (const char  *path,
                       GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autofree char *name = g_filename_display_basename (path);

  if (file == NULL)
    return NULL;

  if (g_mapped_file_get_length (file) <= MOST_BYTES)
    return g_mapped_file_get_bytes (file);

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
               /* Translators: a file’s name */
               _("“%s” is too large for a yearly notice."), name);
  return NULL;
}
