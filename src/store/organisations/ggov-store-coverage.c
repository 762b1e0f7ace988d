/* ggov-store-coverage.c: what the organisations leave open, and what ends it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-organisations-private.h"
#include "ggov-store-organisations.h"
#include "ggov-store-private.h"

/* The columns: subject, its number, name and code, community's number and name, the kind that is
 * wanted, grid's number and name. */
#define GRID_COLUMNS(wanted) \
  "'grid', g.id, g.name, g.code, c.id, c.name, " wanted ", g.id, g.name FROM grid g " \
  "JOIN community c ON c.id = g.community_id "
#define ORGANISATION_COLUMNS(wanted) \
  "o.kind, o.id, o.name, NULL, c.id, c.name, " wanted

#define SQL_NO_PARTY \
  "SELECT " GRID_COLUMNS ("'group'") "WHERE " GGOV_ROSTER_ON_DAY ("g") " AND g.id NOT IN (" \
  "SELECT l.grid_id FROM party_organisation_grid l WHERE " GGOV_ROSTER_ON_DAY ("l") ") ORDER BY g.code"
#define SQL_NO_SERVICE \
  "WITH kind AS (SELECT DISTINCT o.kind FROM organisation o " \
  "WHERE o.kind IN ('property', 'gas', 'water') AND " GGOV_ORGANISATION_ON_DAY ("o") "), " \
  "served AS (SELECT DISTINCT o.kind, x.grid_id FROM (" GGOV_ORGANISATION_GRIDS ") x " \
  "JOIN organisation o ON o.id = x.organisation_id) " \
  "SELECT 'grid', g.id, g.name, g.code, c.id, c.name, k.kind, g.id, g.name FROM grid g " \
  "JOIN community c ON c.id = g.community_id JOIN kind k " \
  "LEFT JOIN served s ON s.kind = k.kind AND s.grid_id = g.id " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g") " AND s.grid_id IS NULL ORDER BY g.code, k.kind"
#define SQL_NO_HEAD \
  "SELECT " ORGANISATION_COLUMNS ("NULL") ", 0, NULL FROM party_organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id WHERE " GGOV_ORGANISATION_ON_DAY ("o") " " \
  "AND NOT EXISTS (SELECT 1 FROM party_member l WHERE l.party_organisation_id = o.id " \
  "AND l.duty = CASE o.kind WHEN 'group' THEN 'leader' ELSE 'secretary' END " \
  "AND " GGOV_ROSTER_ON_DAY ("l") ") ORDER BY c.code, o.kind, o.name"
#define SQL_NO_GRID \
  "SELECT " ORGANISATION_COLUMNS ("NULL") ", 0, NULL FROM party_organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id WHERE " GGOV_ORGANISATION_ON_DAY ("o") " " \
  "AND o.id NOT IN (SELECT l.party_organisation_id FROM party_organisation_grid l " \
  "WHERE " GGOV_ROSTER_ON_DAY ("l") ") ORDER BY c.code, o.kind, o.name"
#define SQL_NO_LIAISON \
  "SELECT " ORGANISATION_COLUMNS ("NULL") ", g.id, g.name FROM organisation_grid l " \
  "JOIN organisation o ON o.id = l.organisation_id JOIN grid g ON g.id = l.grid_id " \
  "JOIN community c ON c.id = g.community_id WHERE o.kind IN ('property', 'gas', 'water') " \
  "AND " GGOV_ORGANISATION_ON_DAY ("o") " AND " GGOV_ROSTER_ON_DAY ("l") " " \
  "AND NOT EXISTS (SELECT 1 FROM person n JOIN post p ON p.person_id = n.id " \
  "WHERE n.organisation_id = o.id AND p.grid_id = g.id AND " GGOV_ROSTER_ON_DAY ("p") ") " \
  "ORDER BY g.code, o.kind, o.name"
#define SQL_NO_CONTACT \
  "SELECT " ORGANISATION_COLUMNS ("NULL") ", 0, NULL FROM organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id WHERE o.kind NOT IN ('venue', 'other') " \
  "AND " GGOV_ORGANISATION_ON_DAY ("o") " AND o.id NOT IN (" \
  "SELECT l.organisation_id FROM organisation_contact l WHERE " GGOV_ROSTER_ON_DAY ("l") ") " \
  "ORDER BY o.kind, c.code, o.name"
#define SQL_NO_RESOURCE \
  "SELECT " ORGANISATION_COLUMNS ("NULL") ", 0, NULL FROM organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id WHERE o.kind = 'co_building' " \
  "AND " GGOV_ORGANISATION_ON_DAY ("o") " AND o.id NOT IN (" \
  "SELECT l.organisation_id FROM organisation_resource l WHERE " GGOV_ROSTER_ON_DAY ("l") ") " \
  "ORDER BY c.code, o.name"
#define SQL_IDLE \
  "SELECT " ORGANISATION_COLUMNS ("NULL") ", 0, NULL FROM organisation o " \
  "LEFT JOIN community c ON c.id = o.community_id WHERE o.kind = 'co_building' " \
  "AND " GGOV_ORGANISATION_ON_DAY ("o") " AND o.id NOT IN (" \
  "SELECT l.organisation_id FROM organisation_activity l WHERE l.day <= $1 " \
  "AND substr (l.day, 1, 4) = substr ($1, 1, 4)) ORDER BY c.code, o.name"
#define SQL_NO_CO_BUILDING \
  "SELECT 'community', c.id, c.name, c.code, c.id, c.name, 'co_building', 0, NULL FROM community c " \
  "WHERE c.id NOT IN (SELECT o.community_id FROM organisation o WHERE o.kind = 'co_building' " \
  "AND o.community_id IS NOT NULL AND " GGOV_ORGANISATION_ON_DAY ("o") ") ORDER BY c.code"

enum
{
  SUBJECT, SUBJECT_ID, NAME, CODE, COMMUNITY_ID, COMMUNITY, WANTED, GRID_ID, GRID,
};

/* In the order of the list: what every grid has to have comes first. */
static const struct
{
  const char *gap;
  const char *deed;
  const char *sql;
  const char *sentence;
} gaps[] = {
  { "grid-without-party", "assign-party", SQL_NO_PARTY,
    N_("The grid has no party organisation.") },
  { "party-without-head", "add-member", SQL_NO_HEAD,
    N_("Nobody leads this party organisation.") },
  { "party-without-grid", "assign-grid", SQL_NO_GRID,
    N_("This party organisation is on no grid.") },
  { "grid-without-service", "assign-company", SQL_NO_SERVICE, NULL },
  { "company-without-liaison", "add-liaison", SQL_NO_LIAISON,
    N_("The company has no liaison on a grid that it serves.") },
  { "organisation-without-contact", "add-contact", SQL_NO_CONTACT,
    N_("Nobody is named whom one can call there.") },
  { "co-building-without-resource", "add-resource", SQL_NO_RESOURCE,
    N_("It has not said what it offers.") },
  { "co-building-idle", "add-activity", SQL_IDLE,
    N_("It has done nothing for the community this year.") },
  { "community-without-co-building", "add-organisation", SQL_NO_CO_BUILDING,
    N_("The community has no co-building organisation.") },
};

static const char *
get_sentence (gsize       i,
              const char *wanted)
{
  if (gaps[i].sentence)
    return _(gaps[i].sentence);
  if (g_str_equal (wanted, "property"))
    return _("No property company serves the grid.");

  return g_str_equal (wanted, "gas") ? _("No gas company serves the grid.")
                                     : _("No water company serves the grid.");
}

static gpointer
make_gap (gsize     i,
          GgovStmt *stmt)
{
  const GgovCoverageGapRow row = {
    .gap = gaps[i].gap,
    .deed = gaps[i].deed,
    .subject = ggov_stmt_get_text (stmt, SUBJECT),
    .subject_id = ggov_stmt_get_int (stmt, SUBJECT_ID),
    .name = ggov_stmt_get_text (stmt, NAME),
    .code = ggov_stmt_get_text (stmt, CODE),
    .community_id = ggov_stmt_get_int (stmt, COMMUNITY_ID),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .wanted = ggov_stmt_get_text (stmt, WANTED),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .grid = ggov_stmt_get_text (stmt, GRID),
    .sentence = get_sentence (i, ggov_stmt_get_text (stmt, WANTED)),
  };

  return ggov_coverage_gap_new (&row);
}

static gboolean
add_gaps (GgovDb      *db,
          gsize        i,
          const char  *day,
          GPtrArray   *found,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, gaps[i].sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (found, make_gap (i, stmt));

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static void
gaps_job (GTask  *task,
          GgovDb *db)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (!add_gaps (db, i, g_task_get_task_data (task), found, &error))
      {
        g_task_return_error (task, error);
        return;
      }

  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_list_coverage_gaps_async (GgovStore           *self,
                                     const char          *day,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_store_call (self, ggov_store_list_coverage_gaps_async, gaps_job, g_strdup (day), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_coverage_gaps_finish (GgovStore     *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  GPtrArray *found;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);

  return found ? _ggov_store_take_list (found, GGOV_TYPE_COVERAGE_GAP) : NULL;
}
