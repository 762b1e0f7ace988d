/* ggov-geo-proj.c: PROJ, loaded when it is first needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <gmodule.h>

#include "ggov-geo-error.h"
#include "ggov-geo-proj-private.h"

/* What went wrong stays: a library that was not there a moment ago is not looked for again. */
typedef struct
{
  GgovGeoProj  functions;
  char        *failure; /* (nullable) */
} Library;

static gboolean
find_functions (GgovGeoProj *self,
                GModule     *module)
{
#define FIND(name) && g_module_symbol (module, #name, (gpointer *) &self->name)
  return TRUE GGOV_GEO_PROJ_FUNCTIONS (FIND);
#undef FIND
}

/* The module stays until the program ends. */
static gpointer
load (gpointer data)
{
  Library *self = g_new0 (Library, 1);
  GModule *module = g_module_open (PROJ_SONAME, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL || !find_functions (&self->functions, module))
    self->failure = g_strdup (g_module_error ());

  return self;
}

const GgovGeoProj *
_ggov_geo_proj (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  Library *self = g_once (&once, load, NULL);

  if (self->failure)
    {
      g_set_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_ENGINE,
                   "The library PROJ cannot be loaded: %s", self->failure);
      return NULL;
    }

  return &self->functions;
}
