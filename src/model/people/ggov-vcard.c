/* ggov-vcard.c: the lines that address cards are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <string.h>

#include "ggov-vcard.h"

/* Octets of a line without its end: RFC 6350, 3.2. */
#define MOST_OCTETS 75

/* Surnames of two characters; others have one. */
static const char *const surnames[] = {
  "欧阳", "上官", "司马", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒",
  "宇文", "长孙", "端木", "独孤", "南宫", "呼延", "轩辕", "万俟", "闻人", "澹台", "赫连", "申屠",
};

/* RFC 6350, 3.4. */
void
ggov_vcard_append_escaped (GString    *out,
                           const char *text)
{
  for (const char *p = text; *p; p++)
    {
      if (*p == '\n')
        {
          g_string_append (out, "\\n");
          continue;
        }
      if (strchr ("\\,;", *p))
        g_string_append_c (out, '\\');
      if (*p != '\r')
        g_string_append_c (out, *p);
    }
}

/* Long lines go on behind a blank; a character is not torn apart. */
void
ggov_vcard_append_line (GString    *out,
                        const char *line)
{
  gsize n = 0;

  for (const char *p = line; *p; p = g_utf8_next_char (p))
    {
      gsize size = (gsize) (g_utf8_next_char (p) - p);

      if (n + size > MOST_OCTETS)
        {
          g_string_append (out, "\r\n ");
          n = 1;
        }
      g_string_append_len (out, p, (gssize) size);
      n += size;
    }
  g_string_append (out, "\r\n");
}

/* @text: (nullable): then there is no such line */
void
ggov_vcard_append_property (GString    *out,
                            const char *name,
                            const char *text)
{
  g_autoptr(GString) line = NULL;

  if (text == NULL || *text == '\0')
    return;

  line = g_string_new (name);
  g_string_append_c (line, ':');
  ggov_vcard_append_escaped (line, text);
  ggov_vcard_append_line (out, line->str);
}

static gboolean
is_chinese (const char *name)
{
  return g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_HAN;
}

/* Bytes of the family name. What is not Chinese is not taken apart. */
gsize
ggov_vcard_measure_surname (const char *name)
{
  if (!is_chinese (name) || g_utf8_strlen (name, -1) < 2)
    return strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (surnames); i++)
    if (g_str_has_prefix (name, surnames[i]) && g_utf8_strlen (name, -1) > 2)
      return strlen (surnames[i]);

  return (gsize) (g_utf8_next_char (name) - name);
}
