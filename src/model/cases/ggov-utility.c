/* ggov-utility.c: services to homes that companies supply (三供一业)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-utility.h"

static const struct
{
  const char *code;
  const char *label;
} services[GGOV_N_UTILITIES] = {
  { "water", NC_("utility", "Water") },
  { "power", NC_("utility", "Electricity") },
  { "heating", NC_("utility", "Heating") },
  { "gas", NC_("utility", "Gas") },
  { "property", NC_("utility", "Property management") },
};

const char *
ggov_utility_get_code (GgovUtility service)
{
  g_return_val_if_fail ((guint) service < GGOV_N_UTILITIES, NULL);

  return services[service].code;
}

gboolean
ggov_utility_from_code (const char  *code,
                        GgovUtility *service)
{
  g_return_val_if_fail (service != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_UTILITIES; i++)
    if (g_strcmp0 (services[i].code, code) == 0)
      {
        *service = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ggov_utility_get_label (GgovUtility service)
{
  g_return_val_if_fail ((guint) service < GGOV_N_UTILITIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "utility", services[service].label);
}
