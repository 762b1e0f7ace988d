/* ggov-register-deed-text.c: what happened in the register, and how visits went, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-register-deed-text.h"

static const struct
{
  const char *code;
  const char *label;
} words[] = {
  { "move_in", N_("Moved in") },
  { "move_out", N_("Moved out") },
  { "move_within", N_("Moved within the area") },
  { "birth", N_("Birth") },
  { "death", N_("Death") },
  { "split", N_("Household split") },
  { "merge", N_("Households merged") },
  { "head", N_("Another head") },
  { "met", N_("Met") },
  { "absent", N_("Not at home") },
  { "refused", N_("Refused") },
};

static const char *
get_label (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return _(words[i].label);

  return code;
}

const char *
ggov_register_event_get_label (const char *kind)
{
  return get_label (kind);
}

const char *
ggov_visit_outcome_get_label (const char *outcome)
{
  return get_label (outcome);
}
