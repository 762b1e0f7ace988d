/* ggov-role.c: a kind of post, and the words for what it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-catalogue-private.h"
#include "ggov-model-error.h"
#include "ggov-role-private.h"

const char *const _ggov_scope_codes[GGOV_N_SCOPES] = {
  "sub-district", "community", "grid", "building", "unit",
};
static const char *const scope_labels[GGOV_N_SCOPES] = {
  N_("Sub-district"), N_("Community"), N_("Grid"), N_("Building"), N_("Unit"),
};

const char *const _ggov_presence_codes[GGOV_N_PRESENCES] = {
  "none", "resident", "rounds", "stationed",
};
static const char *const presence_labels[GGOV_N_PRESENCES] = {
  N_("On call"), N_("Resident"), N_("On rounds"), N_("Stationed"),
};

const char *const _ggov_cardinality_codes[GGOV_N_CARDINALITIES] = {
  "one-to-one", "many-to-one", "one-to-many",
};
static const char *const cardinality_labels[GGOV_N_CARDINALITIES] = {
  N_("One person, one grid"), N_("Many people, one grid"), N_("One person, many grids"),
};

const char *const _ggov_role_chain_codes[GGOV_N_ROLE_CHAINS] = {
  "advice", "reason", "strict",
};
static const char *const chain_labels[GGOV_N_ROLE_CHAINS] = {
  N_("Not checked"), N_("Others with a reason"), N_("Nobody else"),
};

const char *
ggov_role_get_label (const GgovRole *role)
{
  g_return_val_if_fail (role != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? role->name_zh : role->name;
}

const char *
ggov_role_get_duties (const GgovRole *role)
{
  g_return_val_if_fail (role != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? role->duties_zh : role->duties;
}

const char *
ggov_role_choose_name (const char *name,
                       const char *name_zh)
{
  return _ggov_catalogue_prefers_chinese () ? name_zh : name;
}

const char *
ggov_role_family_get_label (const GgovRoleFamily *family)
{
  g_return_val_if_fail (family != NULL, NULL);

  return _ggov_catalogue_prefers_chinese () ? family->name_zh : family->name;
}

const char *
ggov_scope_get_code (GgovScope scope)
{
  g_return_val_if_fail ((guint) scope < GGOV_N_SCOPES, NULL);

  return _ggov_scope_codes[scope];
}

gboolean
ggov_scope_from_code (const char  *code,
                      GgovScope   *scope,
                      GError     **error)
{
  g_return_val_if_fail (code != NULL, FALSE);
  g_return_val_if_fail (scope != NULL, FALSE);

  for (guint i = 0; i < GGOV_N_SCOPES; i++)
    if (g_str_equal (code, _ggov_scope_codes[i]))
      {
        *scope = i;
        return TRUE;
      }

  g_set_error (error, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_SYNTAX,
               "“%s” is nothing a post can be held for", code);
  return FALSE;
}

const char *
ggov_scope_get_label (GgovScope scope)
{
  g_return_val_if_fail ((guint) scope < GGOV_N_SCOPES, NULL);

  return _(scope_labels[scope]);
}

const char *
ggov_presence_get_code (GgovPresence presence)
{
  g_return_val_if_fail ((guint) presence < GGOV_N_PRESENCES, NULL);

  return _ggov_presence_codes[presence];
}

const char *
ggov_presence_get_label (GgovPresence presence)
{
  g_return_val_if_fail ((guint) presence < GGOV_N_PRESENCES, NULL);

  return _(presence_labels[presence]);
}

const char *
ggov_presence_get_label_of (const char *code)
{
  for (guint i = 0; i < GGOV_N_PRESENCES; i++)
    if (g_strcmp0 (_ggov_presence_codes[i], code) == 0)
      return _(presence_labels[i]);

  return "";
}

const char *
ggov_cardinality_get_code (GgovCardinality cardinality)
{
  g_return_val_if_fail ((guint) cardinality < GGOV_N_CARDINALITIES, NULL);

  return _ggov_cardinality_codes[cardinality];
}

const char *
ggov_cardinality_get_label (GgovCardinality cardinality)
{
  g_return_val_if_fail ((guint) cardinality < GGOV_N_CARDINALITIES, NULL);

  return _(cardinality_labels[cardinality]);
}

const char *
ggov_role_chain_get_code (GgovRoleChain chain)
{
  g_return_val_if_fail ((guint) chain < GGOV_N_ROLE_CHAINS, NULL);

  return _ggov_role_chain_codes[chain];
}

const char *
ggov_role_chain_get_label (GgovRoleChain chain)
{
  g_return_val_if_fail ((guint) chain < GGOV_N_ROLE_CHAINS, NULL);

  return _(chain_labels[chain]);
}
