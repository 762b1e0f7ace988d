/* ggov-roster-words.c: what may be typed for each line of a roster, kept at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-roster-words-private.h"

/* Whatever is written to an office is a change, also by another program. */
#define SQL_LAST_CHANGE "SELECT coalesce (max (id), 0) FROM change"

/* From here on, scripts have no capital letters, and the most of what is read is of these. */
#define FIRST_WITHOUT_CAPITALS 0x2e80

/* Some 15 MB in a city. A line's text is its words, each behind a blank, and behind a NUL its texts
 * without blanks, an end of line between them, and another NUL. */
struct _GgovRosterWords
{
  gint64   change;     /* the words are those after it; -1 for none */
  gint64   asked;      /* the last change when it was asked for */
  GArray  *keys;       /* (element-type GgovRowKey) */
  GArray  *starts;     /* (element-type gsize): of the lines in the text */
  GArray  *ends;       /* (element-type gsize): of their words in the text */
  GString *text;
};

GgovRosterWords *
_ggov_roster_words_new (void)
{
  GgovRosterWords *self = g_atomic_rc_box_new0 (GgovRosterWords);

  self->change = -1;
  self->keys = g_array_new (FALSE, FALSE, sizeof (GgovRowKey));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->text = g_string_new (NULL);

  return self;
}

GgovRosterWords *
_ggov_roster_words_ref (GgovRosterWords *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_words (gpointer box)
{
  GgovRosterWords *self = box;

  g_array_unref (self->keys);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_string_free (self->text, TRUE);
}

void
_ggov_roster_words_unref (GgovRosterWords *self)
{
  g_atomic_rc_box_release_full (self, clear_words);
}

gboolean
_ggov_roster_words_is_current (GgovRosterWords  *self,
                               GgovDb           *db,
                               gboolean         *is_current,
                               GError          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LAST_CHANGE, error);

  if (stmt == NULL || ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  self->asked = ggov_stmt_get_int (stmt, 0);
  *is_current = self->asked == self->change;

  return TRUE;
}

void
_ggov_roster_words_begin (GgovRosterWords *self)
{
  self->change = -1;
  g_array_set_size (self->keys, 0);
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->ends, 0);
  g_string_set_size (self->text, 0);
}

void
_ggov_roster_words_end (GgovRosterWords *self)
{
  self->change = self->asked;
}

/* In small letters and without blanks. */
static void
append_folded (GString    *out,
               const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && c != ' ')
        g_string_append_c (out, g_ascii_tolower ((char) c));
      else if (c >= FIRST_WITHOUT_CAPITALS)
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      else if (c != ' ')
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
}

void
_ggov_roster_words_add (GgovRosterWords    *self,
                        const GgovRowKey   *key,
                        const char         *words,
                        const char * const *texts,
                        guint               n_texts)
{
  gsize start = self->text->len;

  g_string_append_c (self->text, ' ');
  g_string_append (self->text, words);
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->ends, self->text->len);
  for (guint i = 0; i < n_texts; i++)
    if (texts[i])
      {
        append_folded (self->text, texts[i]);
        g_string_append_c (self->text, '\n');
      }
  g_string_append_c (self->text, '\0');
  g_array_append_val (self->starts, start);
  g_array_append_val (self->keys, *key);
}

static gboolean
matches (GgovRosterWords    *self,
         guint               i,
         const char * const *beginnings,
         const char * const *typed)
{
  const char *words = self->text->str + g_array_index (self->starts, gsize, i);
  const char *texts = self->text->str + g_array_index (self->ends, gsize, i);

  for (guint k = 0; typed[k]; k++)
    if (strstr (words, beginnings[k]) == NULL && strstr (texts, typed[k]) == NULL)
      return FALSE;

  return TRUE;
}

/* Each with the blank before it that the beginning of a word has. */
static GStrv
dup_beginnings (const char * const *typed)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; typed && typed[i]; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", typed[i], NULL);

      g_strv_builder_add (builder, beginning);
    }

  return g_strv_builder_end (builder);
}

void
_ggov_roster_words_find (GgovRosterWords    *self,
                         const char * const *typed,
                         guint               limit,
                         GArray             *keys)
{
  g_auto(GStrv) beginnings = dup_beginnings (typed);
  const char *const none[] = { NULL };

  for (guint i = 0; i < self->keys->len && keys->len < limit; i++)
    if (matches (self, i, (const char * const *) beginnings, typed ? typed : none))
      g_array_append_val (keys, g_array_index (self->keys, GgovRowKey, i));
}
