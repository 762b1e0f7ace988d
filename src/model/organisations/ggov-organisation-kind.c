/* ggov-organisation-kind.c: the kinds of organisations, and the duties in those of the Party
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-organisation-kind.h"

/* In the order of GgovOrganisationKind. */
static const struct
{
  const char *code;
  const char *label;
  const char *plural;
  const char *role; /* (nullable) */
} kinds[GGOV_N_ORGANISATION_KINDS] = {
  { "committee", NC_("organisation", "Working committee"),
    NC_("organisation", "Working committee"), NULL },
  { "department", NC_("organisation", "Department"), NC_("organisation", "Departments"), NULL },
  { "co_building", NC_("organisation", "Co-building organisation"),
    NC_("organisation", "Co-building organisations"), NULL },
  { "property", NC_("organisation", "Property company"),
    NC_("organisation", "Property companies"), "market_property" },
  { "gas", NC_("organisation", "Gas company"), NC_("organisation", "Gas companies"), "market_gas" },
  { "water", NC_("organisation", "Water company"), NC_("organisation", "Water companies"),
    "market_water" },
  { "venue", NC_("organisation", "Points venue"), NC_("organisation", "Points venues"), NULL },
  { "other", NC_("organisation", "Other organisation"),
    NC_("organisation", "Other organisations"), NULL },
  { "branch", NC_("organisation", "Party branch"), NC_("organisation", "Party branches"), NULL },
  { "group", NC_("organisation", "Party group"), NC_("organisation", "Party groups"), NULL },
};

static const struct
{
  const char *code;
  const char *label;
} duties[GGOV_N_PARTY_DUTIES] = {
  { "secretary", NC_("party", "Secretary") },
  { "deputy", NC_("party", "Deputy secretary") },
  { "leader", NC_("party", "Group leader") },
  { "member", NC_("party", "Member") },
};

const char *
ggov_organisation_kind_get_code (guint kind)
{
  return kind < GGOV_N_ORGANISATION_KINDS ? kinds[kind].code : NULL;
}

const char *
ggov_organisation_kind_get_label (guint kind)
{
  g_return_val_if_fail (kind < GGOV_N_ORGANISATION_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "organisation", kinds[kind].label);
}

const char *
ggov_organisation_kind_get_plural (guint kind)
{
  g_return_val_if_fail (kind < GGOV_N_ORGANISATION_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "organisation", kinds[kind].plural);
}

guint
ggov_organisation_kind_find (const char *code)
{
  guint kind = 0;

  while (kind < GGOV_N_ORGANISATION_KINDS && g_strcmp0 (kinds[kind].code, code) != 0)
    kind++;

  return kind;
}

const char *
ggov_organisation_kind_get_label_of (const char *code)
{
  guint kind = ggov_organisation_kind_find (code);

  return kind < GGOV_N_ORGANISATION_KINDS ? ggov_organisation_kind_get_label (kind) : code;
}

gboolean
ggov_organisation_kind_is_party (const char *code)
{
  guint kind = ggov_organisation_kind_find (code);

  return kind == GGOV_ORGANISATION_BRANCH || kind == GGOV_ORGANISATION_GROUP;
}

gboolean
ggov_organisation_kind_is_company (const char *code)
{
  return ggov_organisation_kind_get_role (code) != NULL;
}

const char *
ggov_organisation_kind_get_role (const char *code)
{
  guint kind = ggov_organisation_kind_find (code);

  return kind < GGOV_N_ORGANISATION_KINDS ? kinds[kind].role : NULL;
}

const char *
ggov_party_duty_get_code (guint duty)
{
  return duty < GGOV_N_PARTY_DUTIES ? duties[duty].code : NULL;
}

const char *
ggov_party_duty_get_label (guint duty)
{
  g_return_val_if_fail (duty < GGOV_N_PARTY_DUTIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "party", duties[duty].label);
}

guint
ggov_party_duty_find (const char *code)
{
  guint duty = 0;

  while (duty < GGOV_N_PARTY_DUTIES && g_strcmp0 (duties[duty].code, code) != 0)
    duty++;

  return duty;
}

const char *
ggov_party_duty_get_label_of (const char *code)
{
  guint duty = ggov_party_duty_find (code);

  return duty < GGOV_N_PARTY_DUTIES ? ggov_party_duty_get_label (duty) : code;
}

gboolean
ggov_party_duty_leads (const char *duty,
                       const char *kind)
{
  return g_strcmp0 (duty, g_strcmp0 (kind, "group") == 0 ? "leader" : "secretary") == 0;
}
