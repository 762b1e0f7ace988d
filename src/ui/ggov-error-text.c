/* ggov-error-text.c: what an error means to the person at the desk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "ggov-error-text.h"
#include "ggov-store-error.h"

static const struct
{
  GgovStoreError  code;
  const char     *sentence;
} store_sentences[] = {
  { GGOV_STORE_ERROR_MISSING,
    N_("There is no such file. Open another office or make a new one.") },
  { GGOV_STORE_ERROR_OPEN,
    N_("The file cannot be opened or made there. Choose another place.") },
  { GGOV_STORE_ERROR_FOREIGN,
    N_("The file is not an office of GridGov. Open another file.") },
  { GGOV_STORE_ERROR_NEWER,
    N_("A newer GridGov made this file. Update GridGov to open it.") },
  { GGOV_STORE_ERROR_DAMAGED,
    N_("The file is damaged or cut off. Open a backup of it instead.") },
  { GGOV_STORE_ERROR_READ_ONLY,
    N_("The file or its folder cannot be written. Change its permissions or copy it elsewhere.") },
  { GGOV_STORE_ERROR_IN_USE,
    N_("The office is open at another desk. Close it there, then try again.") },
  { GGOV_STORE_ERROR_BUSY,
    N_("Another program is writing to the office at this moment. Try again.") },
  { GGOV_STORE_ERROR_FULL,
    N_("The disk is full. Free some space, then try again.") },
  { GGOV_STORE_ERROR_CONFLICT,
    N_("Somebody has changed this record since. Look at it again, then repeat.") },
  { GGOV_STORE_ERROR_NOT_FOUND,
    N_("The record is no longer there.") },
  { GGOV_STORE_ERROR_CONSTRAINT,
    N_("This contradicts what the office has on record already. Nothing was changed.") },
  { GGOV_STORE_ERROR_SQL,
    N_("Something went wrong inside GridGov; nothing was changed. Please report it.") },
};

static const char *
find_store_sentence (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (store_sentences); i++)
    if ((int) store_sentences[i].code == code)
      return _(store_sentences[i].sentence);

  return NULL;
}

char *
ggov_error_dup_sentence (const GError *error)
{
  const char *sentence = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == GGOV_STORE_ERROR)
    sentence = find_store_sentence (error->code);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sentence = _("Cancelled; nothing was changed.");

  /* What the lower layers refuse they say in a translated sentence already. */
  return g_strdup (sentence ? sentence : error->message);
}
