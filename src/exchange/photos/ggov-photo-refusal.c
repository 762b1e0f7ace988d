/* ggov-photo-refusal.c: why a picture is not taken, in the user's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-exchange-error.h"
#include "ggov-exchange-refusal-private.h"
#include "ggov-photo-read.h"
#include "ggov-photo-refusal-private.h"

#define MEGA 1000000.0

/* Each sentence has one place, for the picture's name. What the reader found in it comes first. */
static const struct
{
  const char        *word;
  GgovExchangeError  error;
  const char        *sentence;
} sentences[] = {
  { "heic", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is a HEIC picture. Have the telephone send it as JPEG, or set its camera to “most "
       "compatible”.") },
  { "gif", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is no photo but another kind of picture. Save it as JPEG or PNG and add that.") },
  { "empty", GGOV_EXCHANGE_ERROR_FILE,
    N_("There is nothing in “%s”. Choose another file.") },
  { "unsupported", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is no photo, whatever it is called. Choose a JPEG, PNG or WebP picture.") },
  { "unreadable", GGOV_EXCHANGE_ERROR_FILE,
    N_("“%s” is damaged or cut off. Copy it from the camera again.") },
  { "output", GGOV_EXCHANGE_ERROR_READER,
    N_("There is no room on the disk to read “%s”. Free some space and try again.") },
  { "confinement", GGOV_EXCHANGE_ERROR_READER,
    N_("“%s” was not read: this system does not let the reader shut itself in. Use a Linux "
       "kernel with seccomp.") },
};

static const char *
get_text (JsonObject *answer,
          const char *name)
{
  const char *text = json_object_get_string_member_with_default (answer, name, "");

  return g_str_equal (text, "tiff") || g_str_equal (text, "bmp") ? "gif" : text;
}

static double
get_megapixels (JsonObject *answer)
{
  JsonNode *node = json_object_get_member (answer, "from");
  JsonArray *from = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (from == NULL || json_array_get_length (from) != 2)
    return 0;

  return (double) json_array_get_int_element (from, 0) *
         (double) json_array_get_int_element (from, 1) / MEGA;
}

/* What takes too much memory or time has too many pixels as well, though nobody counted them. */
static GError *
new_too_large (const char *name,
               JsonObject *answer)
{
  const double megapixels = get_megapixels (answer);

  if (megapixels < 1)
    return _ggov_photo_refusal_new_large (name);

  return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
                      /* Translators: a picture's name, a number. */
                      _("“%s” has %.0f megapixels, more than the 64 that are taken. Take it with a "
                        "smaller picture size, or cut out what matters."),
                      name, floor (megapixels));
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The sentences are those above and their translations, which msgfmt checks. */
static GError *
new_from_sentence (guint       i,
                   const char *name)
{
  return g_error_new (GGOV_EXCHANGE_ERROR, sentences[i].error, _(sentences[i].sentence), name);
}

#pragma GCC diagnostic pop

GError *
_ggov_photo_refusal_new (const char *name,
                         JsonObject *answer)
{
  const char *code = answer ? get_text (answer, "code") : "";
  const char *holds = answer ? get_text (answer, "holds") : "";

  if (g_str_equal (code, "too-large"))
    return new_too_large (name, answer);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].word, holds) || g_str_equal (sentences[i].word, code))
      return new_from_sentence (i, name);

  return _ggov_exchange_refusal_new_broken (name);
}

GError *
_ggov_photo_refusal_new_large (const char *name)
{
  return g_error_new (GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
                      _("“%s” is too large for a photo. Take it with a smaller picture size, or "
                        "cut out what matters."),
                      name);
}
