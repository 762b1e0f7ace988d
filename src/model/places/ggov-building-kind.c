/* ggov-building-kind.c: what a building is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-building-kind.h"

static const struct
{
  const char *code;
  const char *label;
} kinds[GGOV_BUILDING_N_KINDS] = {
  [GGOV_BUILDING_RESIDENTIAL] = { "residential", NC_("building", "Residential") },
  [GGOV_BUILDING_SHOP] = { "shop", NC_("building", "Shops") },
  [GGOV_BUILDING_OFFICE] = { "office", NC_("building", "Offices") },
  [GGOV_BUILDING_SCHOOL] = { "school", NC_("building", "School") },
  [GGOV_BUILDING_MEDICAL] = { "medical", NC_("building", "Medical") },
  [GGOV_BUILDING_INDUSTRIAL] = { "industrial", NC_("building", "Industrial") },
  [GGOV_BUILDING_OTHER] = { "other", NC_("building", "Other") },
};

GgovBuildingKind
ggov_building_kind_from_code (const char *code)
{
  for (guint i = 0; i < GGOV_BUILDING_N_KINDS; i++)
    if (g_strcmp0 (code, kinds[i].code) == 0)
      return i;

  return GGOV_BUILDING_OTHER;
}

const char *
ggov_building_kind_get_code (GgovBuildingKind kind)
{
  g_return_val_if_fail (kind < GGOV_BUILDING_N_KINDS, NULL);

  return kinds[kind].code;
}

const char *
ggov_building_kind_get_label (GgovBuildingKind kind)
{
  g_return_val_if_fail (kind < GGOV_BUILDING_N_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "building", kinds[kind].label);
}

char *
ggov_building_dup_label (const char *compound,
                         const char *number,
                         const char *name)
{
  const char *own = number && *number ? number : name;

  if (own == NULL || *own == '\0')
    return g_strdup (compound && *compound ? compound : _("Building without a number"));

  if (compound && *compound)
    /* Translators: a compound and a building in it, for instance "Peace Garden, Building 3" */
    return g_strdup_printf (C_("building", "%s, %s"), compound, own);

  return g_strdup (own);
}
