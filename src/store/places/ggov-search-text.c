/* ggov-search-text.c: the words under which a record is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

#include "ggov-late-library.h"
#include "ggov-search-text-private.h"

/* ICU's functions that are called, each once: X (name). */
#define ICU_FUNCTIONS(X) \
  X (u_errorName) \
  X (u_strFromUTF8) \
  X (u_strToUTF8) \
  X (utrans_close) \
  X (utrans_openU) \
  X (utrans_transUChars)

/* By their own names. It comes with 30 MB of data of all languages. */
typedef struct
{
  ICU_FUNCTIONS (GGOV_LATE_MEMBER)
} Icu;

#define PHONE_TAIL 4 /* digits people say when they ask for somebody */

/* Surnames that ICU's table of names reads as in ordinary words. */
static const struct { const char *surname, *reading; } surnames[] = {
  { "朴", "piao" },
  { "缪", "miao" },
  { "黑", "he" },
  { "洗", "xian" },
  { "薄", "bo" },
};

/* ICU reads a name in some twenty times what it takes to write it down, and names have most of
 * their characters in common. How a character is read depends on where it stands only at the
 * beginning, where surnames are: of one character or of two. */
typedef struct
{
  UTransliterator *icu;
  GHashTable      *begun;  /* (element-type utf8 utf8): the first two characters of names, read */
  GHashTable      *inside; /* (element-type utf8 utf8): single ones that stand behind these, read */
} Reader;

#define MOST_READ 50000      /* entries, some 5 MB */
#define BEFORE "\347\216\213\347\216\213" /* 王王: what stands before one that is read inside */
#define BEFORE_READ "wang wang"

static gpointer
load_icu (gpointer data)
{
  static const char * const names[] = { ICU_FUNCTIONS (GGOV_LATE_NAME) };
  Icu *icu = g_new0 (Icu, 1);
  g_autofree char *failure = ggov_late_library_find (ICU_SONAME, names, (gpointer *) icu,
                                                     G_N_ELEMENTS (names));

  if (failure)
    g_error ("The library ICU cannot be loaded: %s", failure);

  return icu;
}

static const Icu *
get_icu (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_icu, NULL);
}

static Reader *
reader_new (void)
{
  static const UChar id[] = u"Han-Latin/Names; Latin-ASCII; Any-Lower";
  UErrorCode status = U_ZERO_ERROR;
  Reader *self = g_new0 (Reader, 1);

  self->icu = get_icu ()->utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no readings of Chinese names: %s", get_icu ()->u_errorName (status));

  self->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

static void
reader_free (gpointer data)
{
  Reader *self = data;

  get_icu ()->utrans_close (self->icu);
  g_hash_table_unref (self->begun);
  g_hash_table_unref (self->inside);
  g_free (self);
}

/* A transliterator is not to be used by two threads at once. */
static GPrivate reader_key = G_PRIVATE_INIT (reader_free);

static Reader *
get_reader (void)
{
  Reader *reader = g_private_get (&reader_key);

  if (reader == NULL)
    {
      reader = reader_new ();
      g_private_set (&reader_key, reader);
    }

  return reader;
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

static char *
transliterate (Reader     *self,
               const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize room = 16 * (strlen (text) + 1);
  g_autofree UChar *buffer = g_new0 (UChar, room);
  char *out = g_malloc0 (3 * room);
  gint32 length, limit;

  get_icu ()->u_strFromUTF8 (buffer, room, &length, text, -1, &status);
  limit = length;
  get_icu ()->utrans_transUChars (self->icu, buffer, &length, room, 0, &limit, &status);
  get_icu ()->u_strToUTF8 (out, 3 * room, NULL, buffer, length, &status);

  if (U_FAILURE (status))
    g_strlcpy (out, text, 3 * room);

  return g_strstrip (out);
}

static const char *
keep (GHashTable *readings,
      const char *text,
      char       *reading)
{
  if (g_hash_table_size (readings) >= MOST_READ)
    g_hash_table_remove_all (readings);
  g_hash_table_insert (readings, g_strdup (text), reading);

  return reading;
}

static const char *
read_beginning (Reader     *self,
                const char *text)
{
  const char *known = g_hash_table_lookup (self->begun, text);

  return known ? known : keep (self->begun, text, transliterate (self, text));
}

static const char *
read_inside (Reader     *self,
             const char *text)
{
  const char *known = g_hash_table_lookup (self->inside, text);
  g_autofree char *behind = NULL;
  g_autofree char *whole = NULL;

  if (known)
    return known;

  behind = g_strconcat (BEFORE, text, NULL);
  whole = transliterate (self, behind);

  return keep (self->inside, text, g_strstrip (g_strdup (whole + strlen (BEFORE_READ))));
}

/* Whether all characters are Chinese, and more than those of a surname. */
static gboolean
is_long (const char *name)
{
  gsize n = 0;

  for (const char *p = name; *p; p = g_utf8_next_char (p), n++)
    if (!is_han (g_utf8_get_char (p)))
      return FALSE;

  return n > 2;
}

static char *
read_name (Reader     *self,
           const char *name)
{
  const char *p = g_utf8_offset_to_pointer (name, 2);
  g_autofree char *beginning = g_strndup (name, (gsize) (p - name));
  GString *reading = g_string_new (read_beginning (self, beginning));

  for (; *p; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      g_string_append_c (reading, ' ');
      g_string_append (reading, read_inside (self, one));
    }

  return g_string_free (reading, FALSE);
}

void
_ggov_search_text_prepare (void)
{
  get_reader ();
}

char *
_ggov_search_text_dup_pinyin (const char *name)
{
  Reader *reader = get_reader ();
  g_autofree char *given = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (g_str_has_prefix (name, surnames[i].surname))
      {
        given = transliterate (reader, name + strlen (surnames[i].surname));
        return g_strstrip (g_strconcat (surnames[i].reading, " ", given, NULL));
      }

  return is_long (name) ? read_name (reader, name) : g_strdup (read_beginning (reader, name));
}

char *
_ggov_search_text_dup_word_pinyin (const char *words)
{
  g_autofree char *behind = g_strconcat (BEFORE, words, NULL);
  g_autofree char *whole = transliterate (get_reader (), behind);

  return g_strstrip (g_strdup (whole + strlen (BEFORE_READ)));
}

/* Every Chinese character is a word of its own, so that any two of them are found. */
static void
append_apart (GString    *out,
              const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const char *sign = is_han (g_utf8_get_char (p)) ? " " : "";

      g_string_append (out, sign);
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      g_string_append (out, sign);
    }
}

static void
append_initials (GString    *out,
                 const char *pinyin)
{
  for (const char *p = pinyin; *p; p++)
    if (*p != ' ' && (p == pinyin || p[-1] == ' '))
      g_string_append_c (out, *p);
}

static void
append_word (GString    *out,
             const char *word)
{
  g_string_append_c (out, ' ');
  g_string_append (out, word);
}

static char *
dup_joined (const char *pinyin)
{
  char *joined = g_strdup (pinyin);
  char *to = joined;

  for (const char *p = pinyin; *p; p++)
    if (*p != ' ')
      *to++ = *p;
  *to = '\0';

  return joined;
}

char *
_ggov_search_text_dup_reading (const char *pinyin)
{
  g_autofree char *joined = dup_joined (pinyin);
  GString *reading = g_string_new (pinyin);

  append_word (reading, joined);
  g_string_append_c (reading, ' ');
  append_initials (reading, pinyin);

  return g_string_free (reading, FALSE);
}

char *
_ggov_search_text_for_person (const char *name,
                              const char *pinyin,
                              const char *phone)
{
  GString *out = g_string_new (NULL);
  g_autofree char *joined = dup_joined (pinyin);

  append_apart (out, name);
  append_word (out, pinyin);
  append_word (out, joined);
  g_string_append_c (out, ' ');
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
    append_word (out, phone);
  if (phone && strlen (phone) > PHONE_TAIL)
    append_word (out, phone + strlen (phone) - PHONE_TAIL);

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
