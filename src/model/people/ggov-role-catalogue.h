/* ggov-role-catalogue.h: the kinds of post the office knows
 *
 * Roles are data (data/roles/roles.json). A catalogue never changes; reading it from any thread is
 * safe. Every role, family and text lives as long as the catalogue.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "ggov-role.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ROLE_CATALOGUE (ggov_role_catalogue_get_type ())

typedef struct _GgovRoleCatalogue GgovRoleCatalogue;

GType                  ggov_role_catalogue_get_type      (void);

/**
 * ggov_role_catalogue_new_default:
 *
 * Returns: (transfer full): the roles this program was built with
 */
GgovRoleCatalogue     *ggov_role_catalogue_new_default   (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_role_catalogue_new_from_json:
 * @json: {"families": […], "roles": […]}, as data/roles/roles.json
 * @length: bytes, or -1 where it ends with NUL
 * @error: return location for a GgovModelError (DATA), or NULL
 *
 * Codes must be unique, and every family and role that is named must be there.
 *
 * Returns: (transfer full): the catalogue, or NULL with @error set
 */
GgovRoleCatalogue     *ggov_role_catalogue_new_from_json (const char         *json,
                                                          gssize              length,
                                                          GError            **error)
                                                          G_GNUC_WARN_UNUSED_RESULT;

GgovRoleCatalogue     *ggov_role_catalogue_ref           (GgovRoleCatalogue  *self);
void                   ggov_role_catalogue_unref         (GgovRoleCatalogue  *self);

/**
 * ggov_role_catalogue_get_n_roles:
 *
 * Returns: how many roles there are
 */
guint                  ggov_role_catalogue_get_n_roles   (GgovRoleCatalogue  *self);

/**
 * ggov_role_catalogue_get_role:
 * @index: from 0, in the order of lists
 *
 * Returns: (transfer none): the role
 */
const GgovRole        *ggov_role_catalogue_get_role      (GgovRoleCatalogue  *self,
                                                          guint               index);

/**
 * ggov_role_catalogue_find:
 * @code: a role's code
 *
 * Returns: (transfer none) (nullable): the role, or NULL
 */
const GgovRole        *ggov_role_catalogue_find          (GgovRoleCatalogue  *self,
                                                          const char         *code);

/**
 * ggov_role_catalogue_get_n_families:
 *
 * Returns: how many families there are
 */
guint                  ggov_role_catalogue_get_n_families (GgovRoleCatalogue *self);

/**
 * ggov_role_catalogue_get_family:
 * @index: from 0, in the order of lists
 *
 * Returns: (transfer none): the family
 */
const GgovRoleFamily  *ggov_role_catalogue_get_family    (GgovRoleCatalogue  *self,
                                                          guint               index);

/**
 * ggov_role_catalogue_find_family:
 * @code: a family's code
 *
 * Returns: (transfer none) (nullable): the family, or NULL
 */
const GgovRoleFamily  *ggov_role_catalogue_find_family   (GgovRoleCatalogue  *self,
                                                          const char         *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovRoleCatalogue, ggov_role_catalogue_unref)

G_END_DECLS
