/* chinese.h: tests whose texts are Chinese
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <locale.h>

/* Has the texts in Chinese from here on. Where the C library has no Chinese locale it says so, as a
 * test that is skipped, and returns FALSE. */
static inline gboolean
chinese_begin (void)
{
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  if (setlocale (LC_ALL, "zh_CN.UTF-8") != NULL)
    return TRUE;

  g_print ("1..0 # SKIP there is no locale zh_CN.UTF-8\n");
  return FALSE;
}
