/* ggov-role.h: a kind of post, and the words for what it is
 *
 * Roles are data; ggov-role-catalogue.h has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
 * GgovRoleChain:
 * @GGOV_ROLE_CHAIN_ADVICE: who nominates is written down, not checked; code "advice"
 * @GGOV_ROLE_CHAIN_REASON: another may nominate where a reason is given; code "reason"
 * @GGOV_ROLE_CHAIN_STRICT: somebody has to nominate, and it has to be one who may; code "strict"
 *
 * How binding it is who brings somebody forward for a post.
 */
typedef enum
{
  GGOV_ROLE_CHAIN_ADVICE,
  GGOV_ROLE_CHAIN_REASON,
  GGOV_ROLE_CHAIN_STRICT,
} GgovRoleChain;

#define GGOV_N_ROLE_CHAINS (GGOV_ROLE_CHAIN_STRICT + 1)

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
 * @sole: whether a scope has one holder at a time
 * @watched: whether a scope without a holder counts as vacant
 * @chain: how binding @nominated_by is
 * @resident: whether the holder has to live in the community, where the home is known
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
  gboolean         watched;
  GgovRoleChain    chain;
  gboolean         resident;
  const char      *nominated_by;
  const char      *approved_by;
  guint            order;
  const char      *duties;
  const char      *duties_zh;
} GgovRole;

/**
 * ggov_role_get_label:
 *
 * Returns: the role's name in the user's language
 */
const char *ggov_role_get_label         (const GgovRole        *role);

/**
 * ggov_role_get_duties:
 *
 * Returns: the role's duties in the user's language
 */
const char *ggov_role_get_duties        (const GgovRole        *role);

/**
 * ggov_role_choose_name:
 * @name: a name in English
 * @name_zh: the same in Chinese
 *
 * For roles that come out of an office's records, which may be others than the catalogue's.
 *
 * Returns: (transfer none): the one of the two that is in the user's language
 */
const char            *ggov_role_choose_name             (const char         *name,
                                                          const char         *name_zh);

/**
 * ggov_role_family_get_label:
 *
 * Returns: the family's name in the user's language
 */
const char *ggov_role_family_get_label  (const GgovRoleFamily  *family);

/**
 * ggov_scope_get_code:
 *
 * Returns: the word that stands for the scope in records and files
 */
const char *ggov_scope_get_code         (GgovScope              scope);

/**
 * ggov_scope_from_code:
 * @code: a word from a record or file
 * @scope: (out): what it stands for
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @scope left as it was
 */
gboolean    ggov_scope_from_code        (const char            *code,
                                         GgovScope             *scope,
                                         GError               **error);

/**
 * ggov_scope_get_label:
 *
 * Returns: the scope's name in the user's words
 */
const char *ggov_scope_get_label        (GgovScope              scope);

/**
 * ggov_presence_get_code:
 *
 * Returns: the word that stands for the presence in records and files
 */
const char *ggov_presence_get_code      (GgovPresence           presence);

/**
 * ggov_presence_get_label:
 *
 * Returns: the presence's name in the user's words
 */
const char *ggov_presence_get_label     (GgovPresence           presence);

/**
 * ggov_presence_get_label_of:
 * @code: a presence's code
 *
 * Returns: the presence's name in the user's words; empty where there is no such presence
 */
const char            *ggov_presence_get_label_of        (const char         *code);

/**
 * ggov_cardinality_get_code:
 *
 * Returns: the word that stands for the cardinality in records and files
 */
const char *ggov_cardinality_get_code   (GgovCardinality        cardinality);

/**
 * ggov_cardinality_get_label:
 *
 * Returns: the cardinality in the user's words
 */
const char *ggov_cardinality_get_label  (GgovCardinality        cardinality);

/**
 * ggov_role_chain_get_code:
 *
 * Returns: the word that stands for it in records and files
 */
const char *ggov_role_chain_get_code    (GgovRoleChain          chain);

/**
 * ggov_role_chain_get_label:
 *
 * Returns: how binding the choice is, in the user's words
 */
const char *ggov_role_chain_get_label   (GgovRoleChain          chain);

G_END_DECLS
