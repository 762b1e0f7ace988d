/* main.c: starts the desktop application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ggov-application.h"

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("GRIDGOV_LOCALE_DIR");
  g_autoptr(GgovApplication) app = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  app = ggov_application_new ();

  status = g_application_run (G_APPLICATION (app), argc, argv);

  return status ? status : ggov_application_get_status (app);
}
