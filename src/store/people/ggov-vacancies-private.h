/* ggov-vacancies-private.h: which posts should be held and are not, as queries ask it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-private.h"
#include "ggov-vacancy.h"

/* After the roles of its grid. */
#define GGOV_VACANCY_PARTY_ORDER "1000000"

#define GGOV_VACANCY_PLACES \
  "place AS (" \
  "SELECT 'community' AS kind, c.id AS id, c.id AS community_id, NULL AS grid_id, " \
  "NULL AS building_id, NULL AS unit FROM community c UNION ALL " \
  "SELECT 'grid', g.id, g.community_id, g.id, NULL, NULL FROM grid g " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g") " UNION ALL " \
  "SELECT 'building', b.id, b.community_id, x.grid_id, b.id, NULL FROM building b " \
  "LEFT JOIN ground x ON x.building_id = b.id WHERE b.kind = 'residential' " \
  "AND b.id IN (SELECT building_id FROM unit) UNION ALL " \
  "SELECT 'unit', u.id, b.community_id, x.grid_id, b.id, u.number FROM unit u " \
  "JOIN building b ON b.id = u.building_id LEFT JOIN ground x ON x.building_id = b.id)"

/* A role has one kind of place, so that a role and a number say which place is meant. */
#define GGOV_VACANCY_PLACE_OF_POST \
  "CAST (coalesce (p.unit_id, p.building_id, p.grid_id, p.community_id) AS BIGINT)"

/* Joined, not NOT IN: that looks through all posts for each hole, in case one of them is NULL. */
#define GGOV_VACANCY_HELD \
  "held AS MATERIALIZED (SELECT p.role_id, " GGOV_VACANCY_PLACE_OF_POST " AS place_id FROM post p " \
  "WHERE p.sub_district_id IS NULL AND " GGOV_ROSTER_ON_DAY ("p") ")"

#define GGOV_VACANCY_HOLES \
  "hole AS (" \
  "SELECT q.*, r.id AS role_id, r.code, r.name, r.name_zh, r.sort_order FROM place q " \
  "JOIN role r ON r.scope = q.kind AND r.watched = 1 " \
  "AND (r.valid_to IS NULL OR r.valid_to >= $1) " \
  "LEFT JOIN held d ON d.role_id = r.id AND d.place_id = q.id WHERE d.role_id IS NULL UNION ALL " \
  "SELECT q.*, 0, '" GGOV_VACANCY_PARTY_ORGANISATION "', NULL, NULL, " GGOV_VACANCY_PARTY_ORDER " " \
  "FROM place q WHERE q.kind = 'grid' AND q.id NOT IN (SELECT y.grid_id " \
  "FROM party_organisation_grid y WHERE " GGOV_ROSTER_ON_DAY ("y") "))"

/* After GGOV_ROSTER_GROUND: a table hole of what is missing on the day $1, with its place: columns
 * kind, id, community_id, grid_id, building_id, unit, role_id, code, name, name_zh, sort_order. */
#define GGOV_VACANCIES GGOV_VACANCY_PLACES ", " GGOV_VACANCY_HELD ", " GGOV_VACANCY_HOLES
