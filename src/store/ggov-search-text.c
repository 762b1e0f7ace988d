/* ggov-search-text.c: the words under which a record is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

#include "ggov-search-text-private.h"

#define PHONE_TAIL 4 /* digits people say when they ask for somebody */

/* Surnames that ICU's table of names reads as in ordinary words. */
static const struct { const char *surname, *reading; } surnames[] = {
  { "朴", "piao" },
  { "缪", "miao" },
  { "黑", "he" },
  { "洗", "xian" },
  { "薄", "bo" },
};

static UTransliterator *
open_reading (void)
{
  static const UChar id[] = u"Han-Latin/Names; Latin-ASCII; Any-Lower";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *reading = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no readings of Chinese names: %s", u_errorName (status));

  return reading;
}

/* A transliterator is not to be used by two threads at once. */
static GPrivate reading_key = G_PRIVATE_INIT ((GDestroyNotify) utrans_close);

static UTransliterator *
get_reading (void)
{
  UTransliterator *reading = g_private_get (&reading_key);

  if (reading == NULL)
    {
      reading = open_reading ();
      g_private_set (&reading_key, reading);
    }

  return reading;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static char *
transliterate (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize room = 16 * (strlen (text) + 1);
  g_autofree UChar *buffer = g_new0 (UChar, room);
  char *out = g_malloc0 (3 * room);
  gint32 length, limit;

  u_strFromUTF8 (buffer, room, &length, text, -1, &status);
  limit = length;
  utrans_transUChars (get_reading (), buffer, &length, room, 0, &limit, &status);
  u_strToUTF8 (out, 3 * room, NULL, buffer, length, &status);

  if (U_FAILURE (status))
    g_strlcpy (out, text, 3 * room);

  return out;
}

char *
_ggov_search_text_dup_pinyin (const char *name)
{
  g_autofree char *reading = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (g_str_has_prefix (name, surnames[i].surname))
      {
        reading = transliterate (name + strlen (surnames[i].surname));
        return g_strstrip (g_strconcat (surnames[i].reading, " ", g_strstrip (reading), NULL));
      }

  return g_strstrip (transliterate (name));
}

/* Every Chinese character is a word of its own, so that any two of them are found. */
static void
append_apart (GString    *out,
              const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_han (c))
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      if (is_han (c))
        g_string_append_c (out, ' ');
    }
}

static void
append_initials (GString    *out,
                 const char *pinyin)
{
  g_auto(GStrv) syllables = g_strsplit (pinyin, " ", -1);

  for (guint i = 0; syllables[i]; i++)
    if (syllables[i][0])
      g_string_append_c (out, syllables[i][0]);
}

char *
_ggov_search_text_for_person (const char *name,
                              const char *pinyin,
                              const char *phone)
{
  GString *out = g_string_new (NULL);
  g_auto(GStrv) syllables = g_strsplit (pinyin, " ", -1);
  g_autofree char *joined = g_strjoinv ("", syllables);

  append_apart (out, name);
  g_string_append_printf (out, " %s %s ", pinyin, joined);
  append_initials (out, pinyin);

  /* 吕 is written lu and lv, 女 nu and nv. */
  if (strstr (joined, "lu") || strstr (joined, "nu"))
    {
      g_autoptr(GString) other = g_string_new (joined);

      g_string_replace (other, "lu", "lv", 0);
      g_string_replace (other, "nu", "nv", 0);
      g_string_append_printf (out, " %s", other->str);
    }

  if (phone)
    g_string_append_printf (out, " %s", phone);
  if (phone && strlen (phone) > PHONE_TAIL)
    g_string_append_printf (out, " %s", phone + strlen (phone) - PHONE_TAIL);

  return g_string_free (out, FALSE);
}

char *
_ggov_search_text_for_place (const char *name,
                             const char *number)
{
  GString *out;

  if (name == NULL && number == NULL)
    return NULL;

  out = g_string_new (NULL);
  if (name)
    append_apart (out, name);
  g_string_append_c (out, ' ');
  if (number)
    append_apart (out, number);

  return g_string_free (out, FALSE);
}

GStrv
_ggov_search_text_split_query (const char *typed)
{
  g_autoptr(GString) apart = g_string_new (NULL);
  g_autoptr(GStrvBuilder) out = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  append_apart (apart, typed);
  words = g_strsplit_set (apart->str, " \t\n", -1);
  for (guint i = 0; words[i]; i++)
    if (words[i][0])
      g_strv_builder_add (out, words[i]);

  return g_strv_builder_end (out);
}
