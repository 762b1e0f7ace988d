/* ggov-ctl-init.c: gridgovctl init
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"

static gboolean
make_folder (GgovCtl *ctl)
{
  g_autofree char *folder = g_path_get_dirname (ctl->office);

  /* What cannot be made is told of by opening the file in it. */
  return g_mkdir_with_parents (folder, 0700) == 0;
}

GgovCtlStatus
ggov_ctl_init (GgovCtl  *ctl,
               int       argc,
               char    **argv)
{
  if (!ggov_ctl_parse (&argc, &argv, NULL, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (g_file_test (ctl->office, G_FILE_TEST_EXISTS))
    {
      g_printerr (_("gridgovctl: “%s” is there already and was left as it is. Name another file "
                    "with --office.\n"), ctl->office);
      return GGOV_CTL_REFUSED;
    }

  make_folder (ctl);

  return ggov_ctl_open (ctl, GGOV_STORE_CREATE) ? GGOV_CTL_DONE : GGOV_CTL_REFUSED;
}
