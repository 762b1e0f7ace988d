/* ggov-number-text.c: numbers as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-number-text.h"

#define GROUP 3

char *
ggov_number_dup_text (gint64 number)
{
  GString *text = g_string_new (NULL);
  gsize first = number < 0 ? 1 : 0;

  g_string_printf (text, "%" G_GINT64_FORMAT, number);
  for (gsize i = text->len; i > first + GROUP; i -= GROUP)
    g_string_insert_c (text, i - GROUP, ',');

  return g_string_free (text, FALSE);
}
