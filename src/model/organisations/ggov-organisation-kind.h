/* ggov-organisation-kind.h: the kinds of organisations, and the duties in those of the Party
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order of lists. Those of the Party are last and in a table of their own. */
typedef enum
{
  GGOV_ORGANISATION_COMMITTEE,
  GGOV_ORGANISATION_DEPARTMENT,
  GGOV_ORGANISATION_CO_BUILDING,
  GGOV_ORGANISATION_PROPERTY,
  GGOV_ORGANISATION_GAS,
  GGOV_ORGANISATION_WATER,
  GGOV_ORGANISATION_VENUE,
  GGOV_ORGANISATION_OTHER,
  GGOV_ORGANISATION_BRANCH,
  GGOV_ORGANISATION_GROUP,
} GgovOrganisationKind;

#define GGOV_N_ORGANISATION_KINDS (GGOV_ORGANISATION_GROUP + 1)

/* A stable word: department, co_building, branch; NULL for a number that is none. */
const char *ggov_organisation_kind_get_code     (guint       kind);

/* In the user's language, one of them and all of them. */
const char *ggov_organisation_kind_get_label    (guint       kind);
const char *ggov_organisation_kind_get_plural   (guint       kind);

/* GGOV_N_ORGANISATION_KINDS where there is no such code. */
guint       ggov_organisation_kind_find         (const char *code);
const char *ggov_organisation_kind_get_label_of (const char *code);

/* Whether it is in the Party's table: a branch or a group. */
gboolean    ggov_organisation_kind_is_party     (const char *code);

/* Whether it supplies homes: its liaisons are on grids. */
gboolean    ggov_organisation_kind_is_company   (const char *code);

/**
 * ggov_organisation_kind_get_role:
 *
 * Returns: (nullable): code of the role that its people usually have on a grid
 */
const char *ggov_organisation_kind_get_role     (const char *code);

/* What members are: secretary, deputy, leader, member. NULL for a number that is none. */
#define GGOV_N_PARTY_DUTIES 4

const char *ggov_party_duty_get_code            (guint       duty);
const char *ggov_party_duty_get_label           (guint       duty);

/* GGOV_N_PARTY_DUTIES where there is no such code. */
guint       ggov_party_duty_find                (const char *code);
const char *ggov_party_duty_get_label_of        (const char *code);

/* Whether there is one of them in a @kind of party organisation at a time, who leads it. */
gboolean    ggov_party_duty_leads               (const char *duty,
                                                 const char *kind);

G_END_DECLS
