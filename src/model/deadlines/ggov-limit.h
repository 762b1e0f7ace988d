/* ggov-limit.h: how much time the office gives itself for something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than forty years of working days: whatever asks for more is a typing mistake. */
#define GGOV_LIMIT_MAX_COUNT 9999

/**
 * GgovLimitUnit:
 * @GGOV_LIMIT_WORKING_HOURS: hours in which the office is open, "4h"
 * @GGOV_LIMIT_WORKING_DAYS: days on which the office works, "7d"
 * @GGOV_LIMIT_CALENDAR_DAYS: days of any kind, "3cd"
 */
typedef enum
{
  GGOV_LIMIT_WORKING_HOURS,
  GGOV_LIMIT_WORKING_DAYS,
  GGOV_LIMIT_CALENDAR_DAYS,
} GgovLimitUnit;

/**
 * GgovLimit:
 * @count: how many, 1 to GGOV_LIMIT_MAX_COUNT
 * @unit: of what
 */
typedef struct
{
  guint         count;
  GgovLimitUnit unit;
} GgovLimit;

/**
 * ggov_limit_parse:
 * @text: "4h" for working hours, "7d" for working days, "3cd" for calendar days
 * @limit: (out): the limit
 * @error: return location for a GgovModelError (SYNTAX or RANGE), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @limit left as it was
 */
gboolean  ggov_limit_parse      (const char       *text,
                                 GgovLimit        *limit,
                                 GError          **error);

/**
 * ggov_limit_to_string:
 *
 * Returns: (transfer full): the text ggov_limit_parse() reads
 */
char     *ggov_limit_to_string  (const GgovLimit  *limit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_limit_compare:
 *
 * Which of two limits is the shorter as people say it, whatever the calendar makes of them: a working
 * day has 7 hours, and five of seven days are worked.
 *
 * Returns: below 0 where @a is, 0 where they are as long, above 0 where @b is
 */
int       ggov_limit_compare    (const GgovLimit  *a,
                                 const GgovLimit  *b);

/**
 * ggov_limit_dup_label:
 *
 * Returns: (transfer full): the limit in the user's words, "4 working hours"
 */
char     *ggov_limit_dup_label  (const GgovLimit  *limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
