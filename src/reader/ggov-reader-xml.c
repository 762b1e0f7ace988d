/* ggov-reader-xml.c: what stands before the outermost element of an XML file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <string.h>

#include "ggov-reader-xml.h"

/* Past the next @end, or NULL. */
static const char *
skip_past (const char *text,
           const char *end)
{
  const char *found = strstr (text, end);

  return found != NULL ? found + strlen (end) : NULL;
}

static char *
copy_local_name (const char *text)
{
  const gsize length = strcspn (text, " \t\r\n/>");
  g_autofree char *name = g_strndup (text, length);
  const char *colon = strchr (name, ':');

  return g_strdup (colon != NULL ? colon + 1 : name);
}

gboolean
ggov_reader_xml_find_root (const char  *text,
                           char       **root)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  *root = NULL;
  while (text != NULL)
    {
      text += strspn (text, " \t\r\n");
      if (g_str_has_prefix (text, "<?"))
        text = skip_past (text, "?>");
      else if (g_str_has_prefix (text, "<!--"))
        text = skip_past (text, "-->");
      else if (g_str_has_prefix (text, "<!"))
        {
          if (text[strcspn (text, "[>")] == '[')
            return FALSE;
          text = skip_past (text, ">");
        }
      else if (*text == '<')
        {
          *root = copy_local_name (text + 1);
          return TRUE;
        }
      else
        return TRUE;
    }

  return TRUE;
}
