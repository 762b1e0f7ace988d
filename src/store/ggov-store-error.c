/* ggov-store-error.c: what can go wrong with the office's records, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-error.h"

G_DEFINE_QUARK (ggov-store-error-quark, ggov_store_error)

/* Each sentence has one place, for the file's name. */
static const struct
{
  GgovStoreError  code;
  const char     *sentence;
} about_file[] = {
  { GGOV_STORE_ERROR_MISSING,
    N_("There is no file “%s”. Choose another office, or make a new one.") },
  { GGOV_STORE_ERROR_OPEN,
    N_("“%s” cannot be opened. Check that its folder exists and that you may use it.") },
  { GGOV_STORE_ERROR_FOREIGN,
    N_("“%s” is not an office of this program. Choose another file.") },
  { GGOV_STORE_ERROR_NEWER,
    N_("“%s” was made by a newer version of the program. Update the program to open it.") },
  { GGOV_STORE_ERROR_DAMAGED,
    N_("“%s” is cut off or damaged. Restore the last backup; the file was left as it is.") },
  { GGOV_STORE_ERROR_READ_ONLY,
    N_("“%s” or its folder cannot be written. Change the permissions, or copy it elsewhere.") },
  { GGOV_STORE_ERROR_IN_USE,
    N_("“%s” is open in another window or on another desk. Close it there first.") },
  { GGOV_STORE_ERROR_BUSY,
    N_("Another program is writing to “%s”. Wait a moment and try again.") },
  { GGOV_STORE_ERROR_FULL,
    N_("The disk that “%s” is on is full. Free some space and try again; nothing was lost.") },
  { GGOV_STORE_ERROR_LIMIT,
    N_("“%s” asks for more memory or time than such a file needs. Choose another file.") },
};

static const char *
find_sentence (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_file); i++)
    if ((int) about_file[i].code == code)
      return about_file[i].sentence;

  return NULL;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The sentences are those above and their translations, which msgfmt checks. */
static char *
put_name (const char *sentence,
          const char *file_name)
{
  return g_strdup_printf (_(sentence), file_name ? file_name : "");
}

#pragma GCC diagnostic pop

char *
ggov_store_error_dup_sentence (const GError *error,
                               const char   *file_name)
{
  const char *sentence;

  g_return_val_if_fail (error != NULL && error->domain == GGOV_STORE_ERROR, NULL);

  if ((sentence = find_sentence (error->code)))
    return put_name (sentence, file_name);

  switch (error->code)
    {
    case GGOV_STORE_ERROR_REFUSED:
    case GGOV_STORE_ERROR_CROWDED:
      return g_strdup (error->message);

    case GGOV_STORE_ERROR_CONFLICT:
      return g_strdup (_("Somebody has changed this record meanwhile. Look at it again, then "
                         "repeat what you wanted to do."));

    case GGOV_STORE_ERROR_NOT_FOUND:
      return g_strdup (_("This record does not exist any more."));

    case GGOV_STORE_ERROR_CONSTRAINT:
      return g_strdup (_("This contradicts a record that is kept already. Nothing was written."));

    default:
      return g_strdup (_("The program made a mistake with its records. Nothing was written; "
                         "please report it."));
    }
}
