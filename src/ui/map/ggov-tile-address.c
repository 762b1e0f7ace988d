/* ggov-tile-address.c: the address that tiles of a web map are fetched from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ggov-tile-address.h"

#define MAX_LENGTH 1000

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
  return FALSE;
}

/* A digit a level: 1 for the eastern half, 2 for the southern one. */
static char *
dup_quadkey (int zoom,
             int x,
             int y)
{
  GString *key = g_string_new (NULL);

  for (int bit = zoom - 1; bit >= 0; bit--)
    g_string_append_c (key, '0' + (x >> bit & 1) + 2 * (y >> bit & 1));

  return g_string_free (key, FALSE);
}

static void
put (GString    *uri,
     const char *place,
     int         number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  g_string_replace (uri, place, text, 0);
}

gboolean
ggov_tile_address_check (const char  *address,
                         GError     **error)
{
  g_autofree char *sample = NULL;
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  if (strlen (address) > MAX_LENGTH ||
      (!strstr (address, "{q}") &&
       (!strstr (address, "{z}") || !strstr (address, "{x}") ||
        (!strstr (address, "{y}") && !strstr (address, "{-y}")))))
    return refuse (error, _("The address needs {z}, {x} and {y} where the numbers of a tile go."));

  sample = ggov_tile_address_dup_uri (address, 1, 1, 1);
  if (strchr (sample, '{'))
    return refuse (error, _("Only {z}, {x}, {y}, {-y} and {q} can stand in braces. Write the rest "
                            "of the address out."));

  uri = g_uri_parse (sample, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      (!g_str_equal (g_uri_get_scheme (uri), "http") &&
       !g_str_equal (g_uri_get_scheme (uri), "https")))
    return refuse (error, _("The address needs to begin with https:// or http:// and a server’s "
                            "name."));

  return TRUE;
}

char *
ggov_tile_address_dup_uri (const char *address,
                           int         zoom,
                           int         x,
                           int         y)
{
  GString *uri = g_string_new (address);
  g_autofree char *key = dup_quadkey (zoom, x, y);

  put (uri, "{z}", zoom);
  put (uri, "{x}", x);
  put (uri, "{y}", y);
  put (uri, "{-y}", (1 << zoom) - 1 - y);
  g_string_replace (uri, "{q}", key, 0);

  return g_string_free (uri, FALSE);
}
