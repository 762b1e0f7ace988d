/* ggov-error-text.c: what an error means to the person at the desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-geo-error.h"
#include "ggov-store-error.h"

char *
ggov_error_dup_sentence (const GError *error)
{
  /* Translators: stands where a file's name would: “the office” is cut off or damaged */
  return ggov_error_dup_sentence_about (error, _("the office"));
}

char *
ggov_error_dup_sentence_about (const GError *error,
                               const char   *file_name)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == GGOV_STORE_ERROR)
    return ggov_store_error_dup_sentence (error, file_name);

  if (error->domain == GGOV_GEO_ERROR)
    return ggov_geo_error_dup_sentence (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("Cancelled; nothing was changed."));

  /* The other layers say in a translated sentence what a user can do something about. */
  return g_strdup (error->message);
}
