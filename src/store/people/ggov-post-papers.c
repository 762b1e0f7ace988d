/* ggov-post-papers.c: papers on their way to the thread, and into the records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-post-papers-private.h"
#include "ggov-write-people.h"

static const struct
{
  const char *magic;
  gsize       length;
  const char *media_type;
} kinds[] = {
  { "%PDF-", 5, "application/pdf" },
  { "\xff\xd8\xff", 3, "image/jpeg" },
  { "\x89PNG\r\n\x1a\n", 8, "image/png" },
};

static void
paper_free (GgovPaper *paper)
{
  g_free ((char *) paper->name);
  g_bytes_unref (paper->content);
  g_free (paper);
}

GPtrArray *
_ggov_post_papers_copy (const GgovPaper *papers,
                        guint            n_papers)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);

  for (guint i = 0; i < n_papers; i++)
    {
      GgovPaper *copy = g_new (GgovPaper, 1);

      copy->name = g_strdup (papers[i].name);
      copy->content = g_bytes_ref (papers[i].content);
      g_ptr_array_add (copies, copy);
    }

  return copies;
}

const char *
_ggov_paper_find_media_type (const GgovPaper  *paper,
                             GError          **error)
{
  gsize size;
  const char *data = g_bytes_get_data (paper->content, &size);

  for (guint i = 0; size <= GGOV_PAPER_MOST && i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].length && memcmp (data, kinds[i].magic, kinds[i].length) == 0)
      return kinds[i].media_type;

  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               /* Translators: a file's name */
               _("“%s” cannot be kept: papers are PDF files or JPEG or PNG pictures of 20 MB at "
                 "the most."), paper->name);
  return NULL;
}

static gboolean
write_paper (GgovChange       *change,
             gint64            post_id,
             const GgovPaper  *paper,
             GError          **error)
{
  const char *media_type = _ggov_paper_find_media_type (paper, error);

  return media_type && ggov_change_add_post_paper (change, post_id, paper->name, media_type,
                                                   paper->content, error) != 0;
}

gboolean
_ggov_post_papers_write (GgovChange  *change,
                         gint64       post_id,
                         GPtrArray   *papers,
                         GError     **error)
{
  for (guint i = 0; i < papers->len; i++)
    if (!write_paper (change, post_id, papers->pdata[i], error))
      return FALSE;

  return TRUE;
}
