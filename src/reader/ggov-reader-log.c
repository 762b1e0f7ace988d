/* ggov-reader-log.c: what GDAL complains of, and how far the reading is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-reader"

#include "config.h"

#include <cpl_error.h>
#include <stdio.h>
#include <string.h>

#include "ggov-reader-log.h"

#define MAX_WARNINGS 20
#define FAR_ROW "Invalid row: " /* followed by the number, from 0 */

static char *first_error;
static GPtrArray *warnings; /* (element-type utf8) */
static gint64 far_row; /* from 1; the nearest */
static gboolean progress_enabled;
static int progress_percent = -1;

static void CPL_STDCALL
collect_cb (CPLErr      severity,
            CPLErrorNum number,
            const char *message)
{
  g_autofree char *text = g_utf8_make_valid (message, -1);

  if (g_str_has_prefix (text, FAR_ROW))
    {
      const gint64 row = g_ascii_strtoll (text + strlen (FAR_ROW), NULL, 10) + 1;

      far_row = far_row == 0 ? row : MIN (far_row, row);
    }
  else if (severity >= CE_Failure && first_error == NULL)
    first_error = g_steal_pointer (&text);
  else if (severity == CE_Warning && warnings->len < MAX_WARNINGS
           && !g_ptr_array_find_with_equal_func (warnings, text, g_str_equal, NULL))
    g_ptr_array_add (warnings, g_steal_pointer (&text));
}

void
ggov_reader_log_install (void)
{
  g_return_if_fail (warnings == NULL);

  warnings = g_ptr_array_new_with_free_func (g_free);
  CPLSetErrorHandler (collect_cb);
}

const char *
ggov_reader_log_get_error (void)
{
  return first_error;
}

gint64
ggov_reader_log_get_far_row (void)
{
  return far_row;
}

GPtrArray *
ggov_reader_log_get_warnings (void)
{
  return warnings;
}

void
ggov_reader_log_enable_progress (void)
{
  progress_enabled = TRUE;
}

void
ggov_reader_log_progress (double fraction)
{
  const int percent = (int) (CLAMP (fraction, 0.0, 1.0) * 100);

  if (!progress_enabled || percent <= progress_percent)
    return;

  progress_percent = percent;
  fprintf (stderr, "progress %d.%02d\n", percent / 100, percent % 100);
}
