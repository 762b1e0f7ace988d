/* ggov-role.h: the kinds of post the office knows
 *
 * Roles are data (data/roles/roles.json). A catalogue never changes; reading it from any thread is
 * safe. Every text lives as long as the catalogue.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ROLE_CATALOGUE (ggov_role_catalogue_get_type ())

typedef struct _GgovRoleCatalogue GgovRoleCatalogue;

/**
 * GgovScope:
 * @GGOV_SCOPE_SUB_DISTRICT: the whole sub-district; code "sub-district"
 * @GGOV_SCOPE_COMMUNITY: a community; code "community"
 * @GGOV_SCOPE_GRID: a base grid; code "grid"
 * @GGOV_SCOPE_BUILDING: a building; code "building"
 * @GGOV_SCOPE_UNIT: one stairwell of a building; code "unit"
 *
 * What a post is held for.
 */
typedef enum
{
  GGOV_SCOPE_SUB_DISTRICT,
  GGOV_SCOPE_COMMUNITY,
  GGOV_SCOPE_GRID,
  GGOV_SCOPE_BUILDING,
  GGOV_SCOPE_UNIT,
} GgovScope;

#define GGOV_N_SCOPES (GGOV_SCOPE_UNIT + 1)

/**
 * GgovPresence:
 * @GGOV_PRESENCE_NONE: called when needed; code "none"
 * @GGOV_PRESENCE_RESIDENT: always there (常驻); code "resident"
 * @GGOV_PRESENCE_ROUNDS: comes by (巡驻); code "rounds"
 * @GGOV_PRESENCE_STATIONED: sent there by a department (入驻); code "stationed"
 */
typedef enum
{
  GGOV_PRESENCE_NONE,
  GGOV_PRESENCE_RESIDENT,
  GGOV_PRESENCE_ROUNDS,
  GGOV_PRESENCE_STATIONED,
} GgovPresence;

#define GGOV_N_PRESENCES (GGOV_PRESENCE_STATIONED + 1)

/**
 * GgovCardinality:
 * @GGOV_CARDINALITY_ONE_TO_ONE: one person has one grid or community (一人一格); code "one-to-one"
 * @GGOV_CARDINALITY_MANY_TO_ONE: many people work in one grid (多人一格); code "many-to-one"
 * @GGOV_CARDINALITY_ONE_TO_MANY: one person may serve many grids (一人多格); code "one-to-many"
 */
typedef enum
{
  GGOV_CARDINALITY_ONE_TO_ONE,
  GGOV_CARDINALITY_MANY_TO_ONE,
  GGOV_CARDINALITY_ONE_TO_MANY,
} GgovCardinality;

#define GGOV_N_CARDINALITIES (GGOV_CARDINALITY_ONE_TO_MANY + 1)

/**
 * GgovRoleFamily:
 * @code: "department_member"
 * @name: its name in English, in the plural
 * @name_zh: its name in Chinese
 *
 * Roles that are counted together.
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *name_zh;
} GgovRoleFamily;

/**
 * GgovRole:
 * @code: "department_police"; stands for the role in records and files
 * @family: code of its family
 * @name: its name in English
 * @name_zh: its name in Chinese
 * @scope: what it is held for
 * @presence: how it is there
 * @cardinality: how people and grids go together
 * @sole: whether a scope has one holder at a time, and is vacant without
 * @nominated_by: (nullable): code of the role that brings the person forward; NULL where a superior
 *   office does
 * @approved_by: code of the role that approves
 * @order: rank in lists, ascending, no two alike
 * @duties: its duties in English
 * @duties_zh: its duties in Chinese
 */
typedef struct
{
  const char      *code;
  const char      *family;
  const char      *name;
  const char      *name_zh;
  GgovScope        scope;
  GgovPresence     presence;
  GgovCardinality  cardinality;
  gboolean         sole;
  const char      *nominated_by;
  const char      *approved_by;
  guint            order;
  const char      *duties;
  const char      *duties_zh;
} GgovRole;

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

/**
 * ggov_role_get_label:
 *
 * Returns: the role's name in the user's language
 */
const char            *ggov_role_get_label               (const GgovRole     *role);

/**
 * ggov_role_get_duties:
 *
 * Returns: the role's duties in the user's language
 */
const char            *ggov_role_get_duties              (const GgovRole     *role);

/**
 * ggov_role_family_get_label:
 *
 * Returns: the family's name in the user's language
 */
const char            *ggov_role_family_get_label        (const GgovRoleFamily *family);

/**
 * ggov_scope_get_code:
 *
 * Returns: the word that stands for the scope in records and files
 */
const char            *ggov_scope_get_code               (GgovScope           scope);

/**
 * ggov_scope_get_label:
 *
 * Returns: the scope's name in the user's words
 */
const char            *ggov_scope_get_label              (GgovScope           scope);

/**
 * ggov_presence_get_code:
 *
 * Returns: the word that stands for the presence in records and files
 */
const char            *ggov_presence_get_code            (GgovPresence        presence);

/**
 * ggov_presence_get_label:
 *
 * Returns: the presence's name in the user's words
 */
const char            *ggov_presence_get_label           (GgovPresence        presence);

/**
 * ggov_cardinality_get_code:
 *
 * Returns: the word that stands for the cardinality in records and files
 */
const char            *ggov_cardinality_get_code         (GgovCardinality     cardinality);

/**
 * ggov_cardinality_get_label:
 *
 * Returns: the cardinality in the user's words
 */
const char            *ggov_cardinality_get_label        (GgovCardinality     cardinality);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovRoleCatalogue, ggov_role_catalogue_unref)

G_END_DECLS
