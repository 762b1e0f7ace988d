/* pdf-words.c: what stands where in a PDF, as poppler's tools read it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pdf-words.h"

char *
pdf_ask (const char *path,
         const char *tool,
         const char *option)
{
  const char *argv[] = { tool, path, NULL, NULL, NULL };
  g_autofree char *found = g_find_program_in_path (tool);
  g_autoptr(GError) error = NULL;
  char *out = NULL;

  if (found == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }

  if (option)
    argv[1] = option, argv[2] = path, argv[3] = "-";

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return out;
}

static void
word_clear (PdfWord *word)
{
  g_free (word->text);
}

static double
get_number (GMatchInfo *match,
            int         n)
{
  g_autofree char *text = g_match_info_fetch (match, n);

  return g_ascii_strtod (text, NULL);
}

GArray *
pdf_list_words (const char *path)
{
  g_autofree char *text = pdf_ask (path, "pdftotext", "-bbox");
  g_auto(GStrv) pages = g_strsplit (text ? text : "", "<page ", -1);
  g_autoptr(GRegex) regex = g_regex_new ("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" "
                                         "xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">([^<]*)<",
                                         0, 0, NULL);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PdfWord));

  g_array_set_clear_func (words, (GDestroyNotify) word_clear);
  for (guint i = 1; pages[0] && pages[i]; i++)
    {
      g_autoptr(GMatchInfo) match = NULL;

      g_regex_match (regex, pages[i], 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          const PdfWord word = {
            i - 1, get_number (match, 1), get_number (match, 2), get_number (match, 3),
            get_number (match, 4), g_match_info_fetch (match, 5),
          };

          g_array_append_val (words, word);
        }
    }

  if (text == NULL)
    g_clear_pointer (&words, g_array_unref);

  return words;
}

const PdfWord *
pdf_find_word (GArray     *words,
               guint       page,
               const char *text)
{
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = &g_array_index (words, PdfWord, i);

      if (word->page == page && g_str_equal (word->text, text))
        return word;
    }

  g_error ("no word “%s” on page %u", text, page);
}
