/* ggov-load-private.h: what the queries about who looks after how much share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-load.h"
#include "ggov-roster-private.h"

G_BEGIN_DECLS

/* $1 is the day in all of these, $2 the moment of its end, $3 and $4 are GGOV_LOAD_MOST and _LEAST. */
#define GGOV_LOAD_STRAIN \
  "CASE WHEN r.family <> 'full_time_member' THEN 0 WHEN w.households > $3 THEN 1 " \
  "WHEN w.households < $4 THEN -1 ELSE 0 END"

/**
 * GGOV_LOAD_BURDEN:
 * @ground: which building is in which grid, as GGOV_ROSTER_GROUND has it
 * @posts: from where the posts come, called p
 * @buildings: a condition for the units of buildings
 * @handlers: a condition for the issues
 *
 * An issue is open at the end of the day that was filed before and not closed by then.
 */
#define GGOV_LOAD_BURDEN(ground, posts, buildings, handlers) \
  ground ", " \
  "house AS MATERIALIZED (SELECT x.grid_id, sum (u.households) AS households, count (*) AS units " \
  "FROM ground x JOIN unit u ON u.building_id = x.building_id GROUP BY x.grid_id), " \
  "home AS MATERIALIZED (SELECT building_id, sum (households) AS households, count (*) AS units " \
  "FROM unit WHERE " buildings " GROUP BY building_id), " \
  "pending AS MATERIALIZED (SELECT handler_id, count (*) AS n FROM issue " \
  "WHERE " handlers " AND filed_at < $2 AND (closed_at IS NULL OR closed_at >= $2) " \
  "GROUP BY handler_id), " \
  "burden AS (SELECT p.person_id, p.role_id, min (p.id) AS post_id, count (*) AS places, " \
  "sum (coalesce (h.households, m.households, d.households, 0)) AS households, " \
  "sum (coalesce (h.units, m.units, CASE WHEN d.id IS NULL THEN 0 ELSE 1 END)) AS units, " \
  "max (" GGOV_ROSTER_PRESENT_GRID ("p") ") AS grid_id FROM " posts " " \
  "LEFT JOIN house h ON h.grid_id = " GGOV_ROSTER_PRESENT_GRID ("p") " " \
  "LEFT JOIN home m ON m.building_id = p.building_id LEFT JOIN unit d ON d.id = p.unit_id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " GROUP BY p.person_id, p.role_id) "

#define GGOV_LOAD_OF_ALL \
  GGOV_LOAD_BURDEN (GGOV_ROSTER_GROUND, "post p", "1 = 1", "handler_id IS NOT NULL")

/* What _ggov_load_read_row() reads, and from where; where a post is held is still to be joined. */
#define GGOV_LOAD_COLUMNS \
  "n.id, w.places, w.households, w.units, coalesce (o.n, 0), " GGOV_LOAD_STRAIN ", w.grid_id, n.name, " \
  "n.phone, r.code, r.name, r.name_zh, g.code, " GGOV_ROSTER_PLACE_COLUMNS
#define GGOV_LOAD_JOIN \
  "FROM burden w JOIN role r ON r.id = w.role_id JOIN person n ON n.id = w.person_id " \
  "LEFT JOIN pending o ON o.handler_id = w.person_id "
#define GGOV_LOAD_ORDER \
  "WHERE w.grid_id IS NOT NULL OR w.places > 1 OR o.n IS NOT NULL " \
  "ORDER BY " GGOV_LOAD_STRAIN " = 0, " GGOV_LOAD_STRAIN " DESC, w.households DESC, r.sort_order, " \
  "n.pinyin, n.id"

/* Binds the first four. */
gboolean  _ggov_load_bind     (GgovStmt    *stmt,
                               const char  *as_of,
                               GError     **error);

/* (transfer full): what the statement stands on */
GgovLoad *_ggov_load_read_row (GgovStmt    *stmt,
                               gint64       rank) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
