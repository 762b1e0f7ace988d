/* ggov-ctl-init.c: gridgovctl init
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ggov-ctl.h"
#include "ggov-demo.h"
#include "ggov-write-founding.h"

#define NO_CODE "000000000" /* until the office's own is known */

typedef struct
{
  GgovCtl *ctl;
  char    *code;
  char    *name;
  gboolean demo;
  int      seed;
  int      scale;
  int      residents; /* below 0: as many as a demo has */
} Wish;

static gboolean
make_folder (GgovCtl *ctl)
{
  g_autofree char *folder = g_path_get_dirname (ctl->office);

  /* What cannot be made is told of by opening the file in it. */
  return g_mkdir_with_parents (folder, 0700) == 0;
}

/* On the store's thread. */
static gboolean
found (GgovChange  *change,
       gpointer     data,
       GError     **error)
{
  const Wish *wish = data;

  return ggov_change_found_office (change, wish->code ? wish->code : NO_CODE,
                                   wish->name ? wish->name : _("New office"), wish->ctl->as_of,
                                   error) != 0;
}

static GgovCtlStatus
make_empty (GgovCtl *ctl,
            Wish    *wish)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_change_async (ctl->store, N_("Make a new office"), wish->code, found, wish, NULL, NULL,
                           ggov_ctl_keep, &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
make_demo (GgovCtl *ctl,
           Wish    *wish)
{
  const GgovDemoOptions options = {
    wish->seed, wish->scale, ctl->as_of,
    wish->residents >= 0 ? wish->residents : MAX (100 / wish->scale, 1),
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_demo_make_async (ctl->store, &options, NULL, NULL, NULL, ggov_ctl_keep, &result);
  if (!ggov_demo_make_finish (ctl->store, ggov_ctl_wait (&result), &error))
    return ggov_ctl_refuse (ctl, error);

  return GGOV_CTL_DONE;
}

static gboolean
check_wish (const Wish *wish)
{
  if (wish->scale < 1 || wish->scale > GGOV_DEMO_MAX_SCALE || wish->seed < 0)
    g_printerr (_("gridgovctl: --scale is 1 to %d, and --seed is not below 0.\n"),
                GGOV_DEMO_MAX_SCALE);
  else if (wish->residents > 100)
    g_printerr (_("gridgovctl: --residents is 0 to 100.\n"));
  else if (wish->code && (strlen (wish->code) != strlen (NO_CODE) ||
                          strspn (wish->code, "0123456789") != strlen (NO_CODE)))
    g_printerr (_("gridgovctl: --code is nine digits: six of the county, three of the "
                  "sub-district.\n"));
  else
    return TRUE;

  return FALSE;
}

/* There was no file before, so that what is there is a beginning that came to nothing. */
static void
remove_begun (GgovCtl *ctl)
{
  static const char * const ends[] = { "", "-wal", "-shm" };

  if (ctl->store)
    ggov_store_close (ctl->store);
  g_clear_object (&ctl->store);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (ctl->office, ends[i], NULL);

      g_unlink (path);
    }
}

GgovCtlStatus
ggov_ctl_init (GgovCtl  *ctl,
               int       argc,
               char    **argv)
{
  Wish wish = { .ctl = ctl, .seed = 1, .scale = 1, .residents = -1 };
  const GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &wish.demo, N_("With invented places and people"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &wish.seed, N_("Another seed is another town"), N_("N") },
    { "scale", 0, 0, G_OPTION_ARG_INT, &wish.scale, N_("So many times the demo office"), N_("N") },
    { "residents", 0, 0, G_OPTION_ARG_INT, &wish.residents,
      N_("With the residents of so many in a hundred units; else of 100, or with --scale as many "
         "people"), N_("N") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &wish.code, N_("County and sub-district, nine digits"),
      N_("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &wish.name, N_("The sub-district’s name"), N_("NAME") },
    { NULL }
  };
  GgovCtlStatus status = GGOV_CTL_USAGE;

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0) || !check_wish (&wish))
    goto out;

  status = GGOV_CTL_REFUSED;
  if (g_file_test (ctl->office, G_FILE_TEST_EXISTS))
    {
      g_printerr (_("gridgovctl: “%s” is there already and was left as it is. Name another file "
                    "with --office.\n"), ctl->office);
      goto out;
    }

  make_folder (ctl);
  if (ggov_ctl_open (ctl, GGOV_STORE_CREATE))
    status = wish.demo ? make_demo (ctl, &wish) : make_empty (ctl, &wish);

  if (status != GGOV_CTL_DONE)
    remove_begun (ctl);

out:
  g_free (wish.code);
  g_free (wish.name);
  return status;
}
