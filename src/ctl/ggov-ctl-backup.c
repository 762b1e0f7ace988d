/* ggov-ctl-backup.c: gridgovctl backup and restore
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ggov-ctl.h"

static GgovCtlStatus
copy_open_office (GgovCtl    *ctl,
                  const char *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_backup_async (ctl->store, path, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_backup_finish (ctl->store, ggov_ctl_wait (&result), &error))
    return ggov_ctl_refuse (ctl, error);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_backup (GgovCtl  *ctl,
                 int       argc,
                 char    **argv)
{
  if (!ggov_ctl_parse (&argc, &argv, NULL, _("FILE"), 1, 1))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return copy_open_office (ctl, argv[1]);
}

/* The office in use is not thrown away: it stays beside, under another name. */
static gboolean
put_aside (GgovCtl *ctl)
{
  g_autofree char *aside = g_strconcat (ctl->office, ".before-restore", NULL);

  if (!g_file_test (ctl->office, G_FILE_TEST_EXISTS))
    return TRUE;

  if (g_rename (ctl->office, aside) != 0)
    return FALSE;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *from = g_strconcat (ctl->office, i ? "-shm" : "-wal", NULL);
      g_autofree char *to = g_strconcat (aside, i ? "-shm" : "-wal", NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        return FALSE;
    }

  return TRUE;
}

GgovCtlStatus
ggov_ctl_restore (GgovCtl  *ctl,
                  int       argc,
                  char    **argv)
{
  g_autofree char *office = g_strdup (ctl->office);
  g_autofree char *fresh = g_strconcat (ctl->office, ".restored", NULL);
  GgovCtlStatus status;

  if (!ggov_ctl_parse (&argc, &argv, NULL, _("FILE"), 1, 1))
    return GGOV_CTL_USAGE;

  /* The copy is opened as an office first: what is none does not take an office's place. */
  g_free (ctl->office);
  ctl->office = g_strdup (argv[1]);
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if ((status = copy_open_office (ctl, fresh)) != GGOV_CTL_DONE)
    return status;

  g_free (ctl->office);
  ctl->office = g_steal_pointer (&office);

  if (put_aside (ctl) && g_rename (fresh, ctl->office) == 0)
    return GGOV_CTL_DONE;

  g_printerr (_("gridgovctl: the copy could not be put in place; it is beside the office, its name "
                "ending in “.restored”.\n"));

  return GGOV_CTL_REFUSED;
}
