/* ggov-start-rule.c: when a limit begins to run, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-model-error.h"
#include "ggov-start-rule.h"

static const struct
{
  const char *code;
  const char *label;
} rules[GGOV_N_START_RULES] = {
  [GGOV_START_BY_UNIT] = { "", N_("Hours at once, days from the next day") },
  [GGOV_START_AT_ONCE] = { "at-once", N_("At once") },
  [GGOV_START_NEXT_DAY] = { "next-day", N_("From the next day") },
};

const char *
ggov_start_rule_get_code (GgovStartRule rule)
{
  g_return_val_if_fail ((guint) rule < GGOV_N_START_RULES, NULL);

  return rules[rule].code;
}

gboolean
ggov_start_rule_from_code (const char     *code,
                           GgovStartRule  *rule,
                           GError        **error)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_START_RULES; i++)
    if (g_str_equal (code ? code : "", rules[i].code))
      {
        *rule = i;
        return TRUE;
      }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is not a rule for the beginning of a limit", code);
  return FALSE;
}

const char *
ggov_start_rule_get_label (GgovStartRule rule)
{
  g_return_val_if_fail ((guint) rule < GGOV_N_START_RULES, NULL);

  return _(rules[rule].label);
}
