/* ggov-roster-private.h: what the queries about posts share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-plans-private.h"
#include "ggov-roster-row.h"

G_BEGIN_DECLS

/* $1 is the day asked about in all of these. */
#define GGOV_ROSTER_ON_DAY(table) \
  table ".valid_from <= $1 AND (" table ".valid_to IS NULL OR " table ".valid_to >= $1)"

#define GGOV_ROSTER_PLAN_ON_DAY GGOV_SQL_PLAN_ON ("n", "$1")

/* The plan that says on the day which building is in which grid: one a community, even where an
 * old one ends on the day the next begins. Put together once, for what asks about everybody: fifteen
 * times quicker in a city than to look for each building. */
#define GGOV_ROSTER_GROUND \
  "ground AS MATERIALIZED (SELECT pb.building_id, pb.grid_id FROM plan_building pb " \
  "WHERE pb.plan_id IN (SELECT max (n.id) FROM plan n WHERE " GGOV_ROSTER_PLAN_ON_DAY \
  " GROUP BY n.community_id))"

/* The place of post p, from the unit up to the sub-district. */
#define GGOV_ROSTER_JOIN_PLACE \
  GGOV_ROSTER_JOIN_PLACE_OF ("ground x ON x.building_id = b.id", "grid", "community")

/* The same for a few posts: without the ground. */
#define GGOV_ROSTER_JOIN_SPOT \
  GGOV_ROSTER_JOIN_PLACE_OF (GGOV_ROSTER_SPOT, "grid", "community")
#define GGOV_ROSTER_SPOT \
  "plan_building x ON x.building_id = b.id AND x.plan_id = (SELECT max (n.id) FROM plan n " \
  "WHERE n.community_id = b.community_id AND " GGOV_ROSTER_PLAN_ON_DAY ")"

#define GGOV_ROSTER_JOIN_PLACE_OF(ground, grid, community) \
  "LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (p.building_id, u.building_id) " \
  "LEFT JOIN compound o ON o.id = b.compound_id " \
  "LEFT JOIN " ground " " \
  "LEFT JOIN " grid " g ON g.id = coalesce (p.grid_id, x.grid_id) " \
  "LEFT JOIN " community " c " \
  "ON c.id = coalesce (p.community_id, g.community_id, b.community_id) " \
  "LEFT JOIN sub_district s ON s.id = coalesce (p.sub_district_id, c.sub_district_id) "

/* Whether post p is of a grid, by its number or its code, or of one that it went on from: a post
 * stays on the grid it was made on. */
#define GGOV_ROSTER_IS_OF_GRID(id) \
  "(g.id = " id " OR (p.grid_id IS NOT NULL " \
  "AND " GGOV_SQL_SUCCESSOR ("p.grid_id", "$1") " = " id "))"
#define GGOV_ROSTER_IS_OF_CODE(code) \
  "(c.code = " code " OR g.code = " code " OR (p.grid_id IS NOT NULL AND (SELECT w.code " \
  "FROM grid w WHERE w.id = " GGOV_SQL_SUCCESSOR ("p.grid_id", "$1") ") = " code "))"

/* The grid that a post on one is of by now. */
#define GGOV_ROSTER_PRESENT_GRID(post) \
  "coalesce (" GGOV_SQL_SUCCESSOR (post ".grid_id", "$1") ", " post ".grid_id)"

/* Six columns for _ggov_roster_dup_place(): the last is the name of what is not a building. */
#define GGOV_ROSTER_PLACE_COLUMNS \
  "b.id IS NOT NULL, o.name, b.number, b.name, u.number, coalesce (g.name, c.name, s.name, '')"

/* The same order for every list: where, which role, which door. Doors of more digits come later. */
#define GGOV_ROSTER_ORDER \
  "c.code NULLS FIRST, g.code NULLS FIRST, r.sort_order, o.name NULLS FIRST, o.id, " \
  "length (b.number), b.number, b.id, u.number"

/* A column of who stands in for the holder of a post on the day. */
#define GGOV_ROSTER_LEAVE(post, column) \
  "(SELECT " column " FROM post_leave v JOIN person w ON w.id = v.substitute_id " \
  "WHERE v.post_id = " post ".id AND " GGOV_ROSTER_ON_DAY ("v") " ORDER BY v.id LIMIT 1)"
#define GGOV_ROSTER_LEAVE_COLUMNS \
  GGOV_ROSTER_LEAVE ("p", "w.name") ", " GGOV_ROSTER_LEAVE ("p", "w.phone") ", " \
  GGOV_ROSTER_LEAVE ("p", "v.valid_to")

/* What _ggov_roster_read_row() reads of post p, role r, person n and their place. @households and
 * @leader are those of the grid. */
#define GGOV_ROSTER_COLUMNS(households, leader) \
  "p.id, n.id, c.id, g.id, b.id, p.unit_id, u.number, " households ", n.name, n.pinyin, n.sex, " \
  "n.phone, r.code, r.name, r.name_zh, r.family, r.presence, c.code, c.name, g.code, g.name, " \
  leader ", b.number, p.valid_from, p.valid_to, n.search_text, s.name, " \
  "(SELECT code FROM grid WHERE id = " GGOV_SQL_SUCCESSOR ("p.grid_id", "$1") "), " \
  "(SELECT name FROM grid WHERE id = " GGOV_SQL_SUCCESSOR ("p.grid_id", "$1") "), " \
  GGOV_ROSTER_LEAVE_COLUMNS ", " GGOV_ROSTER_PLACE_COLUMNS

/**
 * _ggov_roster_read_row:
 * @rank: the line's place in the order of the roster
 * @typed: (nullable): what _ggov_roster_match() is to look for
 *
 * Returns: (transfer full) (nullable): the row a statement stands on, or NULL if it does not match
 */
GgovRosterRow *_ggov_roster_read_row (GgovStmt           *stmt,
                                      gint64              rank,
                                      const char * const *typed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_roster_dup_place:
 * @column: the first of GGOV_ROSTER_PLACE_COLUMNS
 *
 * Returns: (transfer full): what the place is called
 */
char    *_ggov_roster_dup_place (GgovStmt           *stmt,
                                 int                 column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_roster_split_text:
 * @text: (nullable): what a user typed
 *
 * Returns: (transfer full) (nullable): its words, or NULL if there are none
 */
GStrv    _ggov_roster_split_text (const char        *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_roster_match:
 * @typed: (nullable): from _ggov_roster_split_text(); NULL matches everything
 * @words: (nullable): words apart by blanks that may be meant by their beginnings
 * @texts: (array zero-terminated=0): texts, some of them NULL, that may be meant by any part
 *
 * Whether each typed word is meant somewhere.
 */
gboolean _ggov_roster_match     (const char * const *typed,
                                 const char         *words,
                                 const char * const *texts,
                                 guint               n_texts);

G_END_DECLS
