/* ggov-ctl-papers.c: gridgovctl papers: what is kept with a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl-find.h"
#include "ggov-ctl-papers.h"

/* The words of the command. */
typedef struct
{
  char   *person;
  char   *role;
  char   *at;
  GStrv   attach;
  gint64  remove;
  gint64  save;
  char   *path;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->person, g_free);
  g_clear_pointer (&words->role, g_free);
  g_clear_pointer (&words->at, g_free);
  g_clear_pointer (&words->attach, g_strfreev);
  g_clear_pointer (&words->path, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

GArray *
ggov_ctl_read_papers (const char *const *paths)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *papers;

  for (guint i = 0; paths && paths[i]; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (paths[i]);

      g_list_store_append (files, file);
    }

  ggov_papers_read_async (G_LIST_MODEL (files), NULL, ggov_ctl_keep, &result);
  papers = ggov_papers_read_finish (ggov_ctl_wait (&result), &error);
  if (papers == NULL)
    g_printerr ("gridgovctl: %s\n", error->message);

  return papers;
}

static GgovCtlStatus
attach (GgovCtl     *ctl,
        const Words *words,
        gint64       post_id)
{
  g_autoptr(GArray) papers = ggov_ctl_read_papers ((const char *const *) words->attach);
  g_autoptr(GAsyncResult) result = NULL;

  if (papers == NULL)
    return GGOV_CTL_REFUSED;

  ggov_store_attach_papers_async (ctl->store, post_id, GGOV_PAPERS (papers), papers->len, NULL,
                                  ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
take_away (GgovCtl *ctl,
           gint64   paper_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_remove_paper_async (ctl->store, paper_id, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
save (GgovCtl    *ctl,
      gint64      paper_id,
      const char *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_read_paper_async (ctl->store, paper_id, NULL, ggov_ctl_keep, &result);
  content = ggov_store_read_paper_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (content == NULL ||
      !g_file_set_contents_full (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return ggov_ctl_refuse (ctl, error);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
list (GgovCtl *ctl,
      gint64   post_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) papers = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_papers_async (ctl->store, post_id, NULL, ggov_ctl_keep, &result);
  papers = ggov_store_list_papers_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (papers == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (papers);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr(GgovPostPaper) paper = g_list_model_get_item (papers, i);
      const GgovPostPaperRecord *record = ggov_post_paper_get_record (paper);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%" G_GINT64_FORMAT "\n", record->id, record->name,
               record->media_type, record->size);
    }

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
run (GgovCtl     *ctl,
     const Words *words)
{
  g_autoptr(GgovPost) post = NULL;

  if (words->remove)
    return take_away (ctl, words->remove);
  if (words->save)
    return save (ctl, words->save, words->path);

  if (!(post = ggov_ctl_find_post (ctl, words->person, words->role, words->at)))
    return GGOV_CTL_REFUSED;

  return words->attach ? attach (ctl, words, ggov_post_get_details (post)->id)
                       : list (ctl, ggov_post_get_details (post)->id);
}

GgovCtlStatus
ggov_ctl_papers (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  g_auto(Words) words = { NULL };
  const GOptionEntry options[] = {
    { "person", 0, 0, G_OPTION_ARG_STRING, &words.person,
      N_("Who: a name, a phone or id:NUMBER"), N_("WHO") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &words.role,
      N_("Of several posts, the one of this role"), N_("CODE") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &words.at, N_("Of several posts, the one at this place"),
      N_("PLACE") },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words.attach,
      N_("Keep this letter or picture with it"), N_("FILE") },
    { "remove", 0, 0, G_OPTION_ARG_INT64, &words.remove, N_("Take away the paper of this number"),
      N_("NUMBER") },
    { "save", 0, 0, G_OPTION_ARG_INT64, &words.save, N_("Copy the paper of this number to --output"),
      N_("NUMBER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.path, N_("Write this file"), N_("FILE") },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0))
    return GGOV_CTL_USAGE;
  if ((words.person != NULL) + (words.remove != 0) + (words.save != 0) != 1 ||
      (words.attach && !words.person) || (words.save != 0) != (words.path != NULL))
    {
      g_printerr ("gridgovctl: %s\n",
                  _("Say whose or which: papers --person WHO [--attach FILE], papers --save NUMBER "
                    "-o FILE, or papers --remove NUMBER"));
      return GGOV_CTL_USAGE;
    }

  return ggov_ctl_open (ctl, GGOV_STORE_NONE) ? run (ctl, &words) : GGOV_CTL_REFUSED;
}
