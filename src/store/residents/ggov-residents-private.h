/* ggov-residents-private.h: what the queries and writes about residents share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"
#include "ggov-roster-private.h"

G_BEGIN_DECLS

/* Whether a row of the table residence holds on a day: who leaves on it is there no more. */
#define GGOV_SQL_RESIDES_ON(residence, day) \
  residence ".moved_in <= " day " AND (" residence ".moved_out IS NULL OR " \
  residence ".moved_out > " day ")"

/* Whether a household is there on a day, and whether a membership holds on it. */
#define GGOV_SQL_HOUSEHOLD_ON(household, day) \
  household ".formed_on <= " day " AND (" household ".ended_on IS NULL OR " \
  household ".ended_on > " day ")"
#define GGOV_SQL_MEMBER_ON(membership, day) \
  membership ".valid_from <= " day " AND (" membership ".valid_to IS NULL OR " \
  membership ".valid_to >= " day ")"

/* In the place of a group that says what the law protects. */
#define GGOV_RESIDENTS_HIDDEN "***"

/* The door of household h, from the dwelling up to the compound. */
#define GGOV_RESIDENTS_JOIN_DOOR \
  "JOIN dwelling d ON d.id = h.dwelling_id JOIN unit u ON u.id = d.unit_id " \
  "JOIN building b ON b.id = u.building_id LEFT JOIN compound o ON o.id = b.compound_id "

/* The grid of building b on $1, for a few rows and for all. */
#define GGOV_RESIDENTS_JOIN_GRID \
  "LEFT JOIN " GGOV_ROSTER_SPOT " LEFT JOIN grid g ON g.id = x.grid_id "
#define GGOV_RESIDENTS_JOIN_GROUND \
  "LEFT JOIN ground x ON x.building_id = b.id LEFT JOIN grid g ON g.id = x.grid_id "

/* Four columns of a place in words. */
#define GGOV_RESIDENTS_PLACE_COLUMNS "o.name, b.number, b.name, u.number"

/* Doors of more digits come later. */
#define GGOV_RESIDENTS_DOOR_ORDER "u.number, length (d.door), d.door, d.id"

/* (transfer full): the building and unit of four columns from @column on */
char    *_ggov_residents_dup_place   (GgovStmt    *stmt,
                                      int          column) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): the same with the door, which is the fifth column */
char    *_ggov_residents_dup_door    (GgovStmt    *stmt,
                                      int          column) G_GNUC_WARN_UNUSED_RESULT;

/* Sets @error to a rule of the office. @sentence: (transfer full). Returns FALSE. */
gboolean _ggov_residents_refuse      (GError     **error,
                                      char        *sentence);

/* (transfer full) (nullable): a statement that stands on the one row of a number; else NULL with @error
 * set, which is @missing in a sentence where there is none. @day is $2 if it is not NULL. */
GgovStmt *_ggov_residents_find       (GgovDb      *db,
                                      const char  *sql,
                                      gint64       id,
                                      const char  *day,
                                      const char  *missing,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_residents_check_residence:
 *
 * Refuses what the schema would refuse, in a sentence: somebody at two places on one day, a second
 * head.
 */
gboolean _ggov_residents_check_residence (GgovDb                  *db,
                                          gint64                   person_id,
                                          gint64                   household_id,
                                          const char              *relation,
                                          gboolean                 registered,
                                          gboolean                 living,
                                          const char              *day,
                                          GError                 **error);

/* Refuses a household that has people on @day and no head, or in which a child is older than its
 * parent. */
gboolean _ggov_residents_check_household (GgovDb      *db,
                                          gint64       household_id,
                                          const char  *day,
                                          GError     **error);

/* A door and a relation are fields as well: counts, by the fields as the office has them, how many are
 * filled in of somebody who lives where they do on @day. Whoever is in no register has none. */
gboolean _ggov_residents_count_fields    (GgovChange  *change,
                                          gint64       person_id,
                                          const char  *day,
                                          GError     **error);

/* What two records of one person have twice becomes one, before the second goes into the first. */
gboolean _ggov_residents_join            (GgovChange  *change,
                                          gint64       keep_id,
                                          gint64       other_id,
                                          GError     **error);

G_END_DECLS
