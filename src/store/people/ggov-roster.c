/* ggov-roster.c: what the queries about posts share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-place-label.h"
#include "ggov-roster-private.h"

enum
{
  IS_BUILDING,
  COMPOUND,
  NUMBER,
  NAME,
  UNIT,
  OTHER,
};

char *
_ggov_roster_dup_place (GgovStmt *stmt,
                        int       column)
{
  if (!ggov_stmt_get_int (stmt, column + IS_BUILDING))
    return g_strdup (ggov_stmt_get_text (stmt, column + OTHER));

  return ggov_place_label_dup (ggov_stmt_get_text (stmt, column + COMPOUND),
                               ggov_stmt_get_text (stmt, column + NUMBER),
                               ggov_stmt_get_text (stmt, column + NAME),
                               ggov_stmt_get_int (stmt, column + UNIT));
}

GStrv
_ggov_roster_split_text (const char *text)
{
  g_autofree char *folded = text ? g_utf8_strdown (text, -1) : g_strdup ("");
  g_auto(GStrv) pieces = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; pieces[i]; i++)
    if (pieces[i][0])
      {
        g_strv_builder_add (words, pieces[i]);
        n++;
      }

  return n > 0 ? g_strv_builder_end (words) : NULL;
}

static gboolean
begins_word (const char *words,
             const char *beginning)
{
  const char *at = words;

  while (at && (at = strstr (at, beginning)))
    {
      if (at == words || at[-1] == ' ')
        return TRUE;
      at++;
    }

  return FALSE;
}

/* Without the work of decoding where there is nothing to decode. */
static gboolean
is_same_letter (const char *text,
                const char *typed)
{
  if ((guchar) *text < 0x80 || (guchar) *typed < 0x80)
    return g_ascii_tolower (*text) == *typed;

  return g_unichar_tolower (g_utf8_get_char (text)) == g_utf8_get_char (typed);
}

/* Whether @typed stands in @text where it begins, whatever blanks are between. */
static gboolean
begins_here (const char *text,
             const char *typed)
{
  while (*typed)
    {
      if (*text == ' ')
        {
          text++;
          continue;
        }
      if (!is_same_letter (text, typed))
        return FALSE;
      text = g_utf8_next_char (text);
      typed = g_utf8_next_char (typed);
    }

  return TRUE;
}

/* Who types 友谊小区3号楼 means it with the blank that a language puts between as well. */
static gboolean
contains (const char *text,
          const char *typed)
{
  for (; *text; text = g_utf8_next_char (text))
    if (*text != ' ' && begins_here (text, typed))
      return TRUE;

  return FALSE;
}

static gboolean
match_word (const char         *typed,
            const char         *words,
            const char * const *texts,
            guint               n_texts)
{
  if (begins_word (words, typed))
    return TRUE;

  for (guint i = 0; i < n_texts; i++)
    if (texts[i] && contains (texts[i], typed))
      return TRUE;

  return FALSE;
}

gboolean
_ggov_roster_match (const char * const *typed,
                    const char         *words,
                    const char * const *texts,
                    guint               n_texts)
{
  for (guint i = 0; typed && typed[i]; i++)
    if (!match_word (typed[i], words, texts, n_texts))
      return FALSE;

  return TRUE;
}
