/* ggov-geo-proj.c: PROJ, loaded when it is first needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-error.h"
#include "ggov-geo-proj-private.h"

/* What went wrong stays: a library that was not there a moment ago is not looked for again. */
typedef struct
{
  GgovGeoProj  functions;
  char        *failure; /* (nullable) */
} Library;

static gpointer
load (gpointer data)
{
  static const char * const names[] = { GGOV_GEO_PROJ_FUNCTIONS (GGOV_LATE_NAME) };
  Library *self = g_new0 (Library, 1);

  self->failure = ggov_late_library_find (PROJ_SONAME, names, (gpointer *) &self->functions,
                                          G_N_ELEMENTS (names));

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
