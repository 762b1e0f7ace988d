/* ggov-store-check-organisations.c: do organisations keep to their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-finding.h"
#include "ggov-store-check-private.h"

#define LAST(line) "coalesce (" line ".valid_to, '9999-12-31')"
#define MEET(a, b) b ".valid_from <= " LAST (a) " AND " LAST (b) " >= " a ".valid_from"

/* Lines of one table that have the same person or grid on the same days. */
#define SQL_TWICE(table, owners, owner, column) \
  "SELECT DISTINCT o.name FROM " table " a JOIN " table " b ON b." owner " = a." owner " " \
  "AND b." column " = a." column " AND b.id > a.id AND " MEET ("a", "b") " " \
  "JOIN " owners " o ON o.id = a." owner " ORDER BY 1"

/* Lines that begin before their organisation or go on after it. */
#define SQL_OUTSIDE(table, owners, owner) \
  "SELECT DISTINCT o.name FROM " table " l JOIN " owners " o ON o.id = l." owner " " \
  "WHERE l.valid_from < o.valid_from OR (o.valid_to IS NOT NULL AND " LAST ("l") " > o.valid_to) " \
  "ORDER BY 1"

#define SQL_LEADERS \
  "SELECT DISTINCT o.name FROM party_member a JOIN party_member b " \
  "ON b.party_organisation_id = a.party_organisation_id AND b.duty = a.duty AND b.id > a.id " \
  "AND " MEET ("a", "b") " JOIN party_organisation o ON o.id = a.party_organisation_id " \
  "WHERE a.duty = CASE o.kind WHEN 'group' THEN 'leader' ELSE 'secretary' END ORDER BY 1"
#define SQL_BRANCHES \
  "SELECT DISTINCT n.name FROM party_member a JOIN party_member b ON b.person_id = a.person_id " \
  "AND b.id > a.id AND " MEET ("a", "b") " " \
  "JOIN party_organisation x ON x.id = a.party_organisation_id " \
  "JOIN party_organisation y ON y.id = b.party_organisation_id " \
  "JOIN person n ON n.id = a.person_id " \
  "WHERE coalesce (x.parent_id, x.id) <> coalesce (y.parent_id, y.id) ORDER BY 1"
#define SQL_ELSEWHERE(table, owners, owner) \
  "SELECT DISTINCT o.name FROM " table " l JOIN " owners " o ON o.id = l." owner " " \
  "JOIN grid g ON g.id = l.grid_id WHERE o.community_id <> g.community_id ORDER BY 1"
#define SQL_PARENTS \
  "SELECT o.name FROM party_organisation o LEFT JOIN party_organisation y ON y.id = o.parent_id " \
  "WHERE (o.kind = 'group') <> (y.id IS NOT NULL) OR y.kind = 'group' ORDER BY 1"
#define SQL_DAYS \
  "SELECT name FROM organisation WHERE valid_to < valid_from UNION ALL " \
  "SELECT name FROM party_organisation WHERE valid_to < valid_from ORDER BY 1"

static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { SQL_DAYS, N_("This organisation ends before it begins.") },
  { SQL_PARENTS, N_("A party group belongs to a branch, and a branch to nothing.") },
  { SQL_TWICE ("organisation_contact", "organisation", "organisation_id", "person_id"),
    N_("This organisation has a contact twice on the same days. End one.") },
  { SQL_TWICE ("organisation_grid", "organisation", "organisation_id", "grid_id"),
    N_("This organisation serves a grid twice on the same days. End one.") },
  { SQL_TWICE ("party_organisation_grid", "party_organisation", "party_organisation_id", "grid_id"),
    N_("This party organisation is on a grid twice on the same days. End one.") },
  { SQL_TWICE ("party_member", "party_organisation", "party_organisation_id", "person_id"),
    N_("This party organisation has a member twice on the same days. End one.") },
  { SQL_LEADERS, N_("Two people lead this party organisation on the same days. End one.") },
  { SQL_BRANCHES, N_("This person is in two party branches on the same days. End one.") },
  { SQL_ELSEWHERE ("organisation_grid", "organisation", "organisation_id"),
    N_("This organisation serves a grid of another community.") },
  { SQL_ELSEWHERE ("party_organisation_grid", "party_organisation", "party_organisation_id"),
    N_("This party organisation is on a grid of another community.") },
  { SQL_OUTSIDE ("organisation_contact", "organisation", "organisation_id"),
    N_("A contact of this organisation goes beyond its days.") },
  { SQL_OUTSIDE ("organisation_grid", "organisation", "organisation_id"),
    N_("This organisation serves a grid beyond its days.") },
  { SQL_OUTSIDE ("organisation_resource", "organisation", "organisation_id"),
    N_("What this organisation offers goes beyond its days.") },
  { SQL_OUTSIDE ("party_member", "party_organisation", "party_organisation_id"),
    N_("A membership goes beyond the days of this party organisation.") },
  { SQL_OUTSIDE ("party_organisation_grid", "party_organisation", "party_organisation_id"),
    N_("This party organisation is on a grid beyond its days.") },
};

gboolean
_ggov_check_organisations (GgovDb     *db,
                           GPtrArray  *findings,
                           GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!_ggov_check_rows (db, "organisations", rules[i].sql, _(rules[i].sentence), findings,
                           error))
      return FALSE;

  return TRUE;
}
