/* ggov-store-figures.c: the office in numbers, counted from its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-case-type.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-store-figures.h"

/* In those of places and people $1 is the day; in those of issues $1 is the moment at which it ends
 * and $2 the moment from which one looks. */
#define ON_THE_DAY(table) \
  table ".valid_from <= $1 AND coalesce (" table ".valid_to, $1) >= $1"

#define SQL_PLACES \
  "SELECT (SELECT count (*) FROM community), " \
  "(SELECT count (*) FROM grid WHERE " ON_THE_DAY ("grid") "), " \
  "(SELECT coalesce (sum (households), 0) FROM unit), " \
  "(SELECT coalesce (sum (people), 0) FROM unit), " \
  "(SELECT count (*) FROM building), " \
  "(SELECT count (*) FROM building WHERE kind = 'residential'), " \
  "(SELECT count (*) FROM unit), " \
  "(SELECT count (*) FROM organisation WHERE kind = 'co_building' " \
  "AND coalesce (valid_from, $1) <= $1 AND coalesce (valid_to, $1) >= $1)"

#define SQL_ROLES \
  "SELECT r.code, count (DISTINCT p.person_id) FROM post p JOIN role r ON r.id = p.role_id " \
  "WHERE " ON_THE_DAY ("p") " GROUP BY r.code"

#define SQL_FAMILIES \
  "SELECT r.family, count (DISTINCT p.person_id) FROM post p JOIN role r ON r.id = p.role_id " \
  "WHERE " ON_THE_DAY ("p") " GROUP BY r.family"

#define SQL_PARTY \
  "SELECT o.kind, count (DISTINCT o.id) FROM party_organisation o " \
  "JOIN party_organisation_grid a ON a.party_organisation_id = o.id " \
  "WHERE " ON_THE_DAY ("a") " GROUP BY o.kind"

/* Where structures were entered they are what counts, and where a mediation ended without an agreement
 * nothing was mediated. */
#define SQL_HANDLED \
  "SELECT t.figure, count (*), " \
  "coalesce (sum (CASE WHEN s.issue_id IS NULL THEN i.measure_count ELSE s.n END), 0), " \
  "coalesce (sum (CASE WHEN s.issue_id IS NULL THEN i.measure_area_cm2 ELSE s.area END), 0), " \
  "count (CASE WHEN d.outcome IN ('failed', 'withdrawn') THEN 1 END) " \
  "FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN dispute d ON d.issue_id = i.id " \
  "LEFT JOIN (SELECT issue_id, count (demolished_on) AS n, sum (demolished_cm2) AS area " \
  "FROM structure GROUP BY issue_id) s ON s.issue_id = i.id " \
  "WHERE i.stage IN ('closed', 'evaluated') AND i.closed_at < $1 GROUP BY t.figure"

#define SQL_OPEN \
  "SELECT count (*), count (CASE WHEN " GGOV_SQL_ISSUE_LATE_AT ("i", "$2") " THEN 1 END) " \
  "FROM issue i WHERE " GGOV_SQL_ISSUE_OPEN_BY ("i", "$1")

#define CM2_IN_M2 10000

#define AT(field) G_STRUCT_OFFSET (GgovFigures, field)

/* Where a figure is kept. */
typedef struct
{
  const char *code;
  gsize       at;
} Place;

/* The places of the figures that roles and families are counted in. */
static const Place role_figures[] = {
  { "building_leader", AT (building_leaders) },
  { "unit_leader", AT (unit_leaders) },
  { "department_enforcement", AT (department_members.enforcement) },
  { "department_medical", AT (department_members.medical) },
  { "department_police", AT (department_members.police) },
  { "department_justice", AT (department_members.justice) },
  { "department_market", AT (department_members.market) },
  { "liaison_housing", AT (department_liaisons.housing) },
  { "liaison_education", AT (department_liaisons.education) },
  { "liaison_traffic", AT (department_liaisons.traffic) },
  { "liaison_emergency", AT (department_liaisons.emergency) },
  { "liaison_culture", AT (department_liaisons.culture) },
  { "liaison_ecology", AT (department_liaisons.ecology) },
  { "market_property", AT (market_liaisons.property) },
  { "market_gas", AT (market_liaisons.gas) },
  { "market_water", AT (market_liaisons.water) },
};
static const Place family_figures[] = {
  { "first_secretary", AT (first_secretaries) },
  { "chief_grid_leader", AT (chief_grid_leaders) },
  { "full_time_member", AT (full_time_members) },
  { "part_time_member", AT (part_time_members) },
  { "department_member", AT (department_members.total) },
  { "department_liaison", AT (department_liaisons.total) },
  { "market_liaison", AT (market_liaisons.total) },
  { "gas_patrol_member", AT (gas_patrol_members) },
};
static const Place party_figures[] = {
  { "branch", AT (party_branches) },
  { "group", AT (party_groups) },
};

G_DEFINE_BOXED_TYPE (GgovFigures, ggov_figures, ggov_figures_copy, ggov_figures_free)

/* Counting -------------------------------------------------------------------------------- */

typedef struct
{
  char   *day;
  gint64  day_end;
  gint64  now;
} Moment;

static void
moment_free (Moment *moment)
{
  g_free (moment->day);
  g_free (moment);
}

static gboolean
count_places (GgovDb        *db,
              const Moment  *moment,
              GgovFigures   *figures,
              GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PLACES, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, moment->day);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  figures->communities = ggov_stmt_get_int (stmt, 0);
  figures->grids = ggov_stmt_get_int (stmt, 1);
  figures->households = ggov_stmt_get_int (stmt, 2);
  figures->people = ggov_stmt_get_int (stmt, 3);
  figures->buildings = ggov_stmt_get_int (stmt, 4);
  figures->residential_buildings = ggov_stmt_get_int (stmt, 5);
  figures->units = ggov_stmt_get_int (stmt, 6);
  figures->cobuilding_organisations = ggov_stmt_get_int (stmt, 7);

  return TRUE;
}

/* Counts by a code, each into its place; codes without a place are not told of. */
static gboolean
count_by_code (GgovDb        *db,
               const char    *sql,
               const Moment  *moment,
               const Place   *places,
               guint          n_places,
               GgovFigures   *figures,
               GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, moment->day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    for (guint i = 0; i < n_places; i++)
      if (g_strcmp0 (places[i].code, ggov_stmt_get_text (stmt, 0)) == 0)
        G_STRUCT_MEMBER (gint64, figures, places[i].at) = ggov_stmt_get_int (stmt, 1);

  return step == GGOV_DB_DONE;
}

static void
add_handled (GgovFigures *figures,
             GgovStmt    *stmt)
{
  const char *code = ggov_stmt_get_text (stmt, 0);
  gint64 count = ggov_stmt_get_int (stmt, 1);
  const GgovMeasureFigures measures = {
    ggov_stmt_get_int (stmt, 2), (ggov_stmt_get_int (stmt, 3) + CM2_IN_M2 / 2) / CM2_IN_M2,
  };

  figures->issues_handled += count;
  if (g_strcmp0 (code, ggov_figure_get_code (GGOV_FIGURE_DISPUTE)) == 0)
    figures->disputes_mediated = count - ggov_stmt_get_int (stmt, 4);
  else if (g_strcmp0 (code, ggov_figure_get_code (GGOV_FIGURE_ILLEGAL_STRUCTURE)) == 0)
    figures->illegal_structures = measures;
  else if (g_strcmp0 (code, ggov_figure_get_code (GGOV_FIGURE_WALL_BREAKING)) == 0)
    figures->wall_breaking = measures;
  else if (g_strcmp0 (code, ggov_figure_get_code (GGOV_FIGURE_UTILITY)) == 0)
    figures->utility_problems = count;
}

static gboolean
count_handled (GgovDb        *db,
               const Moment  *moment,
               GgovFigures   *figures,
               GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_HANDLED, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, moment->day_end);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    add_handled (figures, stmt);

  return step == GGOV_DB_DONE;
}

static gboolean
count_open (GgovDb        *db,
            const Moment  *moment,
            GgovFigures   *figures,
            GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OPEN, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, moment->day_end);
  ggov_stmt_bind_int (stmt, 2, moment->now);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  figures->issues_open = ggov_stmt_get_int (stmt, 0);
  figures->issues_overdue = ggov_stmt_get_int (stmt, 1);

  return TRUE;
}

/* On the store's thread. */
static void
figures_job (GTask  *task,
             GgovDb *db)
{
  const Moment *moment = g_task_get_task_data (task);
  g_autoptr(GgovFigures) figures = g_new0 (GgovFigures, 1);
  GError *error = NULL;

  if (count_places (db, moment, figures, &error) &&
      count_by_code (db, SQL_ROLES, moment, role_figures, G_N_ELEMENTS (role_figures), figures,
                     &error) &&
      count_by_code (db, SQL_FAMILIES, moment, family_figures, G_N_ELEMENTS (family_figures),
                     figures, &error) &&
      count_by_code (db, SQL_PARTY, moment, party_figures, G_N_ELEMENTS (party_figures), figures,
                     &error) &&
      count_handled (db, moment, figures, &error) && count_open (db, moment, figures, &error))
    g_task_return_pointer (task, g_steal_pointer (&figures), (GDestroyNotify) ggov_figures_free);
  else
    g_task_return_error (task, error);
}

GgovFigures *
ggov_figures_copy (const GgovFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

void
ggov_figures_free (GgovFigures *self)
{
  g_free (self);
}

void
ggov_store_get_figures_async (GgovStore           *self,
                              const char          *as_of,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  int day = ggov_local_time_get_day (now);
  Moment *moment;

  g_return_if_fail (GGOV_IS_STORE (self));
  g_return_if_fail (as_of == NULL || ggov_local_day_parse (as_of, &day, NULL));

  moment = g_new0 (Moment, 1);
  moment->day = ggov_local_day_format (day);
  moment->day_end = ggov_local_time_from_day (day + 1, 0);
  moment->now = CLAMP (now, ggov_local_time_from_day (day, 0), moment->day_end);

  _ggov_store_call (self, ggov_store_get_figures_async, figures_job, moment,
                    (GDestroyNotify) moment_free, cancellable, callback, user_data);
}

GgovFigures *
ggov_store_get_figures_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
