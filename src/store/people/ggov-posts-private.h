/* ggov-posts-private.h: posts as a person's and a place's histories read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-post.h"
#include "ggov-roster-private.h"

G_BEGIN_DECLS

/* Posts p that fulfil @posts and the leaves l, from a post p, that fulfil @leaves. $1 is the day. */
#define GGOV_POSTS_SQL(with, posts, leaves, order) \
  "WITH " with "entry AS (SELECT p.id AS post_id, p.person_id, p.valid_from, p.valid_to, p.reason, " \
  "p.end_reason, NULL AS leave_id, NULL AS holder_id FROM post p WHERE " posts " UNION ALL " \
  "SELECT p.id, l.substitute_id, l.valid_from, l.valid_to, l.reason, NULL, l.id, p.person_id " \
  "FROM post_leave l JOIN post p ON p.id = l.post_id WHERE " leaves ") " \
  "SELECT p.id, " GGOV_ROSTER_ON_DAY ("e") ", n.id, m.id, coalesce (e.leave_id, l.id), " \
  "coalesce (p.unit_id, p.building_id, p.grid_id, p.community_id, p.sub_district_id), r.scope, " \
  "(SELECT count (*) FROM post_paper a WHERE a.post_id = p.id AND e.leave_id IS NULL), " \
  "g.id, b.id, n.name, r.code, r.name, r.name_zh, r.presence, c.name, g.code, g.name, " \
  "e.valid_from, e.valid_to, e.reason, e.end_reason, m.name, v.name, p.exception, h.name, " \
  "l.valid_from, l.valid_to, z.name, n.phone, z.phone, " \
  "(SELECT w.name FROM grid w WHERE w.id = " GGOV_SQL_SUCCESSOR ("p.grid_id", "$1") "), " GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM entry e JOIN post p ON p.id = e.post_id JOIN role r ON r.id = p.role_id " \
  "JOIN person n ON n.id = e.person_id " GGOV_ROSTER_JOIN_SPOT \
  "LEFT JOIN person m ON m.id = p.nominated_by_id AND e.leave_id IS NULL " \
  "LEFT JOIN person v ON v.id = p.approved_by_id AND e.leave_id IS NULL " \
  "LEFT JOIN person h ON h.id = e.holder_id " \
  "LEFT JOIN post_leave l ON e.leave_id IS NULL AND l.id = (SELECT k.id FROM post_leave k " \
  "WHERE k.post_id = p.id AND k.valid_to >= $1 ORDER BY k.valid_from LIMIT 1) " \
  "LEFT JOIN person z ON z.id = l.substitute_id ORDER BY " order

/* Returns: (transfer full): the row of such a query that a statement stands on */
GgovPost   *_ggov_posts_read_row (GgovStmt  *stmt) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type GgovPost): all rows that are left, or NULL with @error set */
GListModel *_ggov_posts_read     (GgovStmt  *stmt,
                                  GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
