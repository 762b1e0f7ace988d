/* ggov-limit.c: how much time the office gives itself for something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-limit.h"
#include "ggov-model-error.h"

/* By GgovLimitUnit. */
static const char *const suffixes[] = { "h", "d", "cd" };

gboolean
ggov_limit_parse (const char  *text,
                  GgovLimit   *limit,
                  GError     **error)
{
  guint64 count = 0;
  char *suffix = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (limit != NULL, FALSE);

  if (g_ascii_isdigit (*text))
    count = g_ascii_strtoull (text, &suffix, 10);

  for (guint unit = 0; suffix != NULL && unit < G_N_ELEMENTS (suffixes); unit++)
    {
      if (!g_str_equal (suffix, suffixes[unit]))
        continue;

      if (count < 1 || count > GGOV_LIMIT_MAX_COUNT)
        {
          g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE,
                       "“%s”: a limit goes from 1 to %d", text, GGOV_LIMIT_MAX_COUNT);
          return FALSE;
        }

      limit->count = count;
      limit->unit = unit;
      return TRUE;
    }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is not a limit such as 4h, 7d or 3cd", text);
  return FALSE;
}

char *
ggov_limit_to_string (const GgovLimit *limit)
{
  g_return_val_if_fail (limit != NULL, NULL);

  return g_strdup_printf ("%u%s", limit->count, suffixes[limit->unit]);
}

int
ggov_limit_compare (const GgovLimit *a,
                    const GgovLimit *b)
{
  /* Hours, by GgovLimitUnit: of seven calendar days five are worked, for 7 hours each. */
  static const guint hours[] = { 1, 7, 5 };
  guint one, two;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  one = a->count * hours[a->unit];
  two = b->count * hours[b->unit];

  return (one > two) - (one < two);
}

char *
ggov_limit_dup_label (const GgovLimit *limit)
{
  g_return_val_if_fail (limit != NULL, NULL);

  switch (limit->unit)
    {
    case GGOV_LIMIT_WORKING_HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u working hour",
                                           "%u working hours", limit->count), limit->count);

    case GGOV_LIMIT_WORKING_DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u working day",
                                           "%u working days", limit->count), limit->count);

    case GGOV_LIMIT_CALENDAR_DAYS:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u calendar day",
                                           "%u calendar days", limit->count), limit->count);
    }
}
