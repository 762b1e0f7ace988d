/* ggov-late-library.c: shared libraries that are loaded when they are first needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <gmodule.h>

#include "ggov-late-library.h"

char *
ggov_late_library_find (const char         *soname,
                        const char * const *names,
                        gpointer           *functions,
                        gsize               n)
{
  GModule *module;

  g_return_val_if_fail (soname != NULL, NULL);

  if ((module = g_module_open (soname, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL)) == NULL)
    return g_strdup (g_module_error ());

  for (gsize i = 0; i < n; i++)
    if (!g_module_symbol (module, names[i], &functions[i]))
      {
        char *reason = g_strdup (g_module_error ());

        g_module_close (module);
        return reason;
      }

  return NULL;
}
