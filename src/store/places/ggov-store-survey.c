/* ggov-store-survey.c: reading shapes with what is known of them, to be given to others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-draft-private.h"
#include "ggov-places-private.h"
#include "ggov-store-survey.h"

#define SQL_DAYS "SELECT valid_from, valid_to FROM grid WHERE id = $1"
#define SQL_BUILDINGS \
  "SELECT b.id, b.footprint, b.number, b.name, m.name, b.kind, b.floors, c.code, c.name, " \
  "count (u.id), coalesce (sum (u.households), 0), coalesce (sum (u.people), 0) " \
  "FROM building b LEFT JOIN compound m ON m.id = b.compound_id " \
  "LEFT JOIN community c ON c.id = b.community_id LEFT JOIN unit u ON u.building_id = b.id " \
  "WHERE $1 = 0 OR b.community_id = $1 GROUP BY b.id, m.id, c.id ORDER BY b.id"
#define SQL_COMMUNITIES \
  "SELECT c.id, c.border, c.code, c.name, count (DISTINCT b.id), " \
  "coalesce (sum (u.households), 0), coalesce (sum (u.people), 0) " \
  "FROM community c LEFT JOIN building b ON b.community_id = c.id " \
  "LEFT JOIN unit u ON u.building_id = b.id " \
  "WHERE $1 = 0 OR c.id = $1 GROUP BY c.id ORDER BY c.code"

/* The task's data. */
typedef struct
{
  GgovSurveyKind  kind;
  gint64          community_id;
  gint64          plan_id;
  char           *day;

  /* While it is served. */
  GgovDb         *db;    /* (unowned) */
  GPtrArray      *rows;  /* (element-type GgovSurveyRow) */
  GHashTable     *codes; /* (element-type gint64 utf8): of the grid that a building is in */
  GHashTable     *grids; /* (element-type gint64 guint): how many a community has */
} Survey;

static void
row_free (gpointer data)
{
  GgovSurveyRow *row = data;

  g_clear_pointer (&row->shape, g_bytes_unref);
  g_free (row->code);
  g_free (row->name);
  g_free (row->number);
  g_free (row->compound);
  g_free (row->kind);
  g_free (row->community_code);
  g_free (row->community);
  g_free (row->grid_code);
  g_free (row->leader);
  g_free (row->valid_from);
  g_free (row->valid_to);
  g_free (row->plan);
  g_free (row->state);
  g_free (row->plan_from);
  g_free (row->plan_to);
  g_free (row);
}

static void
survey_free (gpointer data)
{
  Survey *self = data;

  g_free (self->day);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->grids, g_hash_table_unref);
  g_free (self);
}

static GgovSurveyRow *
add_row (Survey *self)
{
  GgovSurveyRow *row = g_new0 (GgovSurveyRow, 1);

  g_ptr_array_add (self->rows, row);

  return row;
}

static gboolean
read_days (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  GgovSurveyRow *row = user_data;

  row->valid_from = g_strdup (ggov_stmt_get_text (stmt, 0));
  row->valid_to = g_strdup (ggov_stmt_get_text (stmt, 1));

  return TRUE;
}

static gboolean
take_base (Survey              *self,
           GgovSurveyRow       *row,
           const GgovDraftBase *base,
           GError             **error)
{
  g_autoptr(GgovStmt) stmt = NULL;

  if (base == NULL)
    return TRUE;

  row->code = g_strdup (base->code);
  row->leader = g_strdup (base->member);
  if (!(stmt = ggov_db_prepare (self->db, SQL_DAYS, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, base->grid_id);

  return _ggov_places_read_rows (stmt, read_days, row, error);
}

static void
take_plan (GgovSurveyRow     *row,
           const GgovPlanRow *plan)
{
  row->plan_id = plan->id;
  row->plan = g_strdup (plan->name);
  row->state = g_strdup (plan->state_code);
  row->plan_from = g_strdup (plan->valid_from);
  row->plan_to = g_strdup (plan->valid_to);
  row->community_code = g_strdup (plan->community_code);
  row->community = g_strdup (plan->community);
}

static gboolean
add_grid (Survey               *self,
          GgovDraft            *draft,
          const GgovDraftGrid  *grid,
          GError              **error)
{
  GgovGeoSubdivision *subdivision = ggov_draft_get_subdivision (draft);
  const GgovDraftBase *base = ggov_draft_find_base (draft, grid->grid_id);
  g_autoptr(GBytes) shape = NULL;
  GgovDraftSum sum;
  GgovSurveyRow *row;

  /* What is not drawn has no shape to give away. */
  if (subdivision == NULL ||
      !(shape = ggov_geo_subdivision_dup_grid_wkb (subdivision, grid->number, NULL)))
    return TRUE;

  ggov_draft_sum (draft, grid->number, &sum);
  row = add_row (self);
  row->shape = g_steal_pointer (&shape);
  row->id = grid->number;
  row->name = g_strdup (*grid->name != '\0' || base == NULL ? grid->name : base->name);
  row->households = sum.households;
  row->people = sum.people;
  row->buildings = sum.buildings;
  take_plan (row, ggov_plan_get_row (ggov_draft_get_plan (draft)));

  return take_base (self, row, base, error);
}

static void
note_codes (Survey    *self,
            GgovDraft *draft)
{
  for (guint i = 0; i < ggov_draft_get_n_buildings (draft); i++)
    {
      const GgovDraftBuilding *building = ggov_draft_get_building (draft, i);
      const GgovDraftGrid *grid =
        ggov_draft_find_grid (draft, ggov_draft_get_numbers (draft)[i]);
      const GgovDraftBase *base = grid ? ggov_draft_find_base (draft, grid->grid_id) : NULL;

      if (base)
        g_hash_table_insert (self->codes, g_memdup2 (&building->id, sizeof building->id),
                             g_strdup (base->code));
    }
}

static gboolean
read_plan (Survey             *self,
           const GgovPlanRow  *plan,
           GError            **error)
{
  g_autoptr(GgovDraft) draft = _ggov_draft_read (self->db, plan->id, 0, self->day, error);

  if (draft == NULL)
    return FALSE;

  if (self->kind == GGOV_SURVEY_BUILDINGS)
    note_codes (self, draft);
  else
    for (guint i = 0; i < ggov_draft_get_n_grids (draft); i++)
      if (!add_grid (self, draft, ggov_draft_get_grid (draft, i), error))
        return FALSE;

  return TRUE;
}

static gboolean
is_wanted (Survey   *self,
           GgovPlan *plan)
{
  return self->plan_id != 0 || self->kind == GGOV_SURVEY_PLANS ||
         ggov_plan_get_state (plan) == GGOV_PLAN_IN_FORCE;
}

static gboolean
read_plans (Survey  *self,
            GError **error)
{
  g_autoptr(GPtrArray) plans =
    _ggov_plan_read (self->db, self->community_id, self->plan_id, self->day, error);

  if (plans == NULL)
    return FALSE;

  if (plans->len == 0 && self->plan_id != 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such plan");
      return FALSE;
    }

  for (guint i = 0; i < plans->len; i++)
    {
      const GgovPlanRow *row = ggov_plan_get_row (plans->pdata[i]);

      if (!is_wanted (self, plans->pdata[i]))
        continue;

      if (self->kind == GGOV_SURVEY_COMMUNITIES)
        g_hash_table_insert (self->grids, g_memdup2 (&row->community_id, sizeof (gint64)),
                             GUINT_TO_POINTER ((guint) row->grids));
      else if (!read_plan (self, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_building (GgovStmt  *stmt,
               gpointer   user_data,
               GError   **error)
{
  Survey *self = user_data;
  GgovSurveyRow *row = add_row (self);

  row->id = ggov_stmt_get_int (stmt, 0);
  row->shape = ggov_stmt_dup_bytes (stmt, 1);
  row->number = g_strdup (ggov_stmt_get_text (stmt, 2));
  row->name = g_strdup (ggov_stmt_get_text (stmt, 3));
  row->compound = g_strdup (ggov_stmt_get_text (stmt, 4));
  row->kind = g_strdup (ggov_stmt_get_text (stmt, 5));
  row->floors = ggov_stmt_get_int (stmt, 6);
  row->community_code = g_strdup (ggov_stmt_get_text (stmt, 7));
  row->community = g_strdup (ggov_stmt_get_text (stmt, 8));
  row->units = ggov_stmt_get_int (stmt, 9);
  row->households = ggov_stmt_get_int (stmt, 10);
  row->people = ggov_stmt_get_int (stmt, 11);
  row->grid_code = g_strdup (g_hash_table_lookup (self->codes, &row->id));

  return TRUE;
}

static gboolean
read_community (GgovStmt  *stmt,
                gpointer   user_data,
                GError   **error)
{
  Survey *self = user_data;
  GgovSurveyRow *row = add_row (self);

  row->id = ggov_stmt_get_int (stmt, 0);
  row->shape = ggov_stmt_dup_bytes (stmt, 1);
  row->code = g_strdup (ggov_stmt_get_text (stmt, 2));
  row->name = g_strdup (ggov_stmt_get_text (stmt, 3));
  row->buildings = ggov_stmt_get_int (stmt, 4);
  row->households = ggov_stmt_get_int (stmt, 5);
  row->people = ggov_stmt_get_int (stmt, 6);
  row->grids = GPOINTER_TO_UINT (g_hash_table_lookup (self->grids, &row->id));

  return TRUE;
}

static gboolean
read_records (Survey             *self,
              const char         *sql,
              GgovPlacesRowFunc   func,
              GError            **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, self->community_id);

  return _ggov_places_read_rows (stmt, func, self, error);
}

/* On the store's thread. */
static gboolean
read_all (Survey  *self,
          GError **error)
{
  if (!read_plans (self, error))
    return FALSE;

  if (self->kind == GGOV_SURVEY_BUILDINGS)
    return read_records (self, SQL_BUILDINGS, read_building, error);
  if (self->kind == GGOV_SURVEY_COMMUNITIES)
    return read_records (self, SQL_COMMUNITIES, read_community, error);

  return TRUE;
}

static void
survey_job (GTask  *task,
            GgovDb *db)
{
  Survey *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->db = db;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->grids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (read_all (self, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->rows),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_survey_async (GgovStore               *self,
                         const GgovSurveyRequest *request,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  Survey *survey;

  g_return_if_fail (request != NULL && request->day != NULL);

  survey = g_new0 (Survey, 1);
  survey->kind = request->kind;
  survey->community_id = request->community_id;
  survey->plan_id = request->plan_id;
  survey->day = g_strdup (request->day);
  _ggov_store_call (self, ggov_store_survey_async, survey_job, survey, survey_free, cancellable,
                    callback, user_data);
}

GPtrArray *
ggov_store_survey_finish (GgovStore     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
