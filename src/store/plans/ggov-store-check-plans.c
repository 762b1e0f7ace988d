/* ggov-store-check-plans.c: do plans follow one another, and are drafts whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"
#include "ggov-finding.h"
#include "ggov-geo-subdivision-check.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-store-check-private.h"

#define SQL_DAYS \
  "SELECT c.code, n.name, n.valid_from, n.valid_to, n.community_id FROM plan n " \
  "JOIN community c ON c.id = n.community_id WHERE n.state <> 'draft' " \
  "ORDER BY c.code, coalesce (n.valid_from, ''), n.id"
/* A grid that is in a plan has to be there for all of the plan's days. */
#define SQL_SHORT \
  "SELECT DISTINCT g.code FROM plan n JOIN plan_building a ON a.plan_id = n.id " \
  "JOIN grid g ON g.id = a.grid_id WHERE n.state <> 'draft' AND (g.valid_from > n.valid_from " \
  "OR (g.valid_to IS NOT NULL AND g.valid_to < coalesce (n.valid_to, '9999-12-31'))) " \
  "ORDER BY g.code"
/* One that goes on has to be in a plan that does. */
#define SQL_LEFT_OVER \
  "SELECT g.code FROM grid g WHERE g.valid_to IS NULL " \
  "AND EXISTS (SELECT 1 FROM plan_building a WHERE a.grid_id = g.id) " \
  "AND NOT EXISTS (SELECT 1 FROM plan_building a JOIN plan n ON n.id = a.plan_id " \
  "WHERE a.grid_id = g.id AND n.valid_to IS NULL) ORDER BY g.code"
#define SQL_STRAY \
  "SELECT DISTINCT c.code FROM plan n JOIN community c ON c.id = n.community_id WHERE " \
  "(n.state <> 'draft' AND (EXISTS (SELECT 1 FROM draft_grid d WHERE d.plan_id = n.id) " \
  "OR EXISTS (SELECT 1 FROM draft_arc d WHERE d.plan_id = n.id) " \
  "OR EXISTS (SELECT 1 FROM draft_building d WHERE d.plan_id = n.id))) " \
  "OR EXISTS (SELECT 1 FROM draft_grid d JOIN grid g ON g.id = d.grid_id " \
  "WHERE d.plan_id = n.id AND g.community_id <> n.community_id) ORDER BY c.code"
#define SQL_DRAFTS "SELECT id FROM plan WHERE state = 'draft' ORDER BY id"

/* The plan before the one that is looked at. */
typedef struct
{
  GPtrArray *findings;
  gint64     community_id;
  char      *valid_to; /* (nullable) */
} Walk;

static void
report (GPtrArray  *findings,
        const char *subject,
        const char *sentence)
{
  g_ptr_array_add (findings, ggov_finding_new ("plans", subject, sentence));
}

static gboolean
follows (const char *valid_to,
         const char *valid_from)
{
  int last, first;

  return valid_to && valid_from && ggov_local_day_parse (valid_to, &last, NULL) &&
         ggov_local_day_parse (valid_from, &first, NULL) && first == last + 1;
}

static gboolean
read_days (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Walk *walk = user_data;
  gint64 community_id = ggov_stmt_get_int (stmt, 4);
  const char *valid_from = ggov_stmt_get_text (stmt, 2);
  g_autofree char *sentence = NULL;

  if (community_id == walk->community_id && !follows (walk->valid_to, valid_from))
    {
      sentence = g_strdup_printf (_("The plan “%s” does not begin on the day after the one before "
                                    "it ends."), ggov_stmt_get_text (stmt, 1));
      report (walk->findings, ggov_stmt_get_text (stmt, 0), sentence);
    }

  walk->community_id = community_id;
  g_free (walk->valid_to);
  walk->valid_to = g_strdup (ggov_stmt_get_text (stmt, 3));

  return TRUE;
}

static gboolean
check_days (GgovDb     *db,
            GPtrArray  *findings,
            GError    **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_DAYS, error);
  Walk walk = { findings, 0, NULL };
  gboolean done = stmt && _ggov_places_read_rows (stmt, read_days, &walk, error);

  g_free (walk.valid_to);

  return done;
}

static gboolean
check_codes (GgovDb      *db,
             const char  *sql,
             const char  *sentence,
             GPtrArray   *findings,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    report (findings, ggov_stmt_get_text (stmt, 0), sentence);

  return step == GGOV_DB_DONE;
}

/* A draft may be unfinished, but not torn: what its borders cover is told when it is validated. */
static gboolean
is_torn (GgovGeoSubdivision *subdivision)
{
  g_autoptr(GPtrArray) odd =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);

  if (!ggov_geo_subdivision_check (subdivision, NULL, odd, NULL))
    return TRUE;

  for (guint i = 0; i < odd->len; i++)
    {
      const GgovGeoFinding *finding = odd->pdata[i];

      if (finding->kind == GGOV_GEO_FINDING_LOOSE_END ||
          finding->kind == GGOV_GEO_FINDING_CROSSED || finding->kind == GGOV_GEO_FINDING_OVERLAP)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_draft (GgovDb     *db,
             gint64      plan_id,
             GPtrArray  *findings,
             GError    **error)
{
  g_autoptr(GError) shape = NULL;
  g_autoptr(GgovDraft) draft = _ggov_draft_read (db, plan_id, 0, "0001-01-01", &shape);

  if (draft == NULL && shape->domain != GGOV_GEO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&shape));
      return FALSE;
    }

  if (draft == NULL || (draft->subdivision && is_torn (draft->subdivision)))
    {
      g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, plan_id);

      report (findings, subject, _("The borders of this draft do not close."));
    }

  return TRUE;
}

static gboolean
read_id (GgovStmt  *stmt,
         gpointer   user_data,
         GError   **error)
{
  gint64 id = ggov_stmt_get_int (stmt, 0);

  g_array_append_val ((GArray *) user_data, id);

  return TRUE;
}

static gboolean
check_drafts (GgovDb     *db,
              GPtrArray  *findings,
              GError    **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_DRAFTS, error);

  if (stmt == NULL || !_ggov_places_read_rows (stmt, read_id, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!check_draft (db, g_array_index (ids, gint64, i), findings, error))
      return FALSE;

  return TRUE;
}

gboolean
_ggov_check_plans (GgovDb     *db,
                   GPtrArray  *findings,
                   GError    **error)
{
  return check_days (db, findings, error) &&
         check_codes (db, SQL_SHORT,
                      _("This grid is in a plan on days on which it does not exist."), findings,
                      error) &&
         check_codes (db, SQL_LEFT_OVER,
                      _("This grid was left out of the latest plan, yet no day ends it."), findings,
                      error) &&
         check_codes (db, SQL_STRAY,
                      _("A plan of this community has parts of a draft that are not its own."),
                      findings, error) &&
         check_drafts (db, findings, error);
}
