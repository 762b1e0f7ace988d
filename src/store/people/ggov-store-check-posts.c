/* ggov-store-check-posts.c: do posts, leaves and people keep to their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-check-private.h"

#define LAST(post) "coalesce (" post ".valid_to, '9999-12-31')"
#define PLACE(post) \
  "coalesce (" post ".unit_id, " post ".building_id, " post ".grid_id, " post ".community_id, " \
  post ".sub_district_id)"

/* A post and an earlier one of the same role, in the same days. The sums keep the index of roles out
 * of it, as each has more posts than any person or place. */
#define SQL_TWO_PLACES \
  "SELECT DISTINCT n.name FROM post p JOIN role r ON r.id = p.role_id AND r.places = 1 " \
  "JOIN post q ON q.person_id = p.person_id AND q.role_id + 0 = p.role_id AND q.id < p.id " \
  "AND q.valid_from <= " LAST ("p") " AND " LAST ("q") " >= p.valid_from " \
  "JOIN person n ON n.id = p.person_id ORDER BY 1"
#define SQL_SELF \
  "SELECT DISTINCT n.name FROM post p JOIN post q ON q.person_id = p.person_id " \
  "AND q.role_id + 0 = p.role_id AND q.id < p.id AND " PLACE ("q") " = " PLACE ("p") " " \
  "AND q.valid_from <= " LAST ("p") " AND " LAST ("q") " >= p.valid_from " \
  "JOIN person n ON n.id = p.person_id ORDER BY 1"

/* Posts of a place one after the other: one that begins before the last of the others has ended. */
#define SQL_TWO_HOLDERS \
  "SELECT DISTINCT n.name FROM (SELECT p.person_id, p.valid_from, max (" LAST ("p") ") OVER (" \
  "PARTITION BY p.role_id, " PLACE ("p") " ORDER BY p.valid_from, p.id " \
  "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM post p " \
  "JOIN role r ON r.id = p.role_id AND r.holders = 1) s JOIN person n ON n.id = s.person_id " \
  "WHERE s.before >= s.valid_from ORDER BY 1"

#define SQL_LEAVES \
  "SELECT DISTINCT n.name FROM post_leave l JOIN post p ON p.id = l.post_id " \
  "JOIN person n ON n.id = p.person_id WHERE l.valid_from < p.valid_from " \
  "OR l.valid_to > " LAST ("p") " OR l.substitute_id = p.person_id OR EXISTS (" \
  "SELECT 1 FROM post_leave k WHERE k.post_id = l.post_id AND k.id < l.id " \
  "AND k.valid_from <= l.valid_to AND k.valid_to >= l.valid_from) ORDER BY 1"

#define SQL_MERGED \
  "SELECT DISTINCT n.name FROM person n JOIN person k ON k.id = n.merged_into_id " \
  "WHERE k.merged_into_id IS NOT NULL OR k.id = n.id " \
  "OR EXISTS (SELECT 1 FROM post p WHERE p.person_id = n.id) " \
  "OR EXISTS (SELECT 1 FROM issue i WHERE i.handler_id = n.id) ORDER BY 1"

gboolean
_ggov_check_posts (GgovDb     *db,
                   GPtrArray  *findings,
                   GError    **error)
{
  return _ggov_check_rows (db, "posts", SQL_TWO_HOLDERS,
                           _("This person has a post that somebody else has on the same days. End "
                             "one."), findings, error) &&
         _ggov_check_rows (db, "posts", SQL_TWO_PLACES,
                           _("This person has two posts of a role that is held once. End one."),
                           findings, error) &&
         _ggov_check_rows (db, "posts", SQL_SELF,
                           _("This person has one post twice on the same days. End one."), findings,
                           error) &&
         _ggov_check_rows (db, "posts", SQL_LEAVES,
                           _("A leave of this person is outside of the post, meets another, or has "
                             "nobody else to stand in."), findings, error) &&
         _ggov_check_rows (db, "posts", SQL_MERGED,
                           _("This record was merged into another, yet something is left with it."),
                           findings, error);
}
