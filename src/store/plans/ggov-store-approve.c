/* ggov-store-approve.c: a draft becomes a plan that is in force from a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-draft-private.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-plan-codes-private.h"
#include "ggov-store-plans.h"
#include "ggov-write-places.h"

#define SQL_LATEST "SELECT name, valid_from, valid_to FROM plan WHERE id = $1"
/* Grids given up earlier, and the one that went on from each until now. */
#define SQL_HEIRS \
  "SELECT w.grid_id, w.successor_id FROM grid_successor w JOIN grid g ON g.id = w.grid_id " \
  "WHERE g.community_id = $1 AND w.valid_from = (SELECT max (x.valid_from) " \
  "FROM grid_successor x WHERE x.grid_id = w.grid_id) ORDER BY w.grid_id"

typedef struct
{
  gint64  plan_id;
  char   *day;
} Order;

/* An approval while it is written. */
typedef struct
{
  GgovChange *change;
  gint64      plan_id;
  const char *day;
  char       *day_before;
  GgovDraft  *draft;
  GHashTable *codes;     /* (element-type gint64 utf8): by number, of new grids */
  GHashTable *grid_ids;  /* (element-type gint64 gint64): by number */
} Approval;

/* A grid, and the one that went on from it. */
typedef struct
{
  gint64 grid_id;
  gint64 heir_id;
} Heir;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->day);
  g_free (order);
}

static void
approval_clear (Approval *approval)
{
  g_clear_pointer (&approval->day_before, g_free);
  g_clear_object (&approval->draft);
  g_clear_pointer (&approval->codes, g_hash_table_unref);
  g_clear_pointer (&approval->grid_ids, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Approval, approval_clear)

/* Says which plan came between, and how far this draft is from it. */
static gboolean
refuse_overtaken (Approval    *approval,
                  const char  *latest,
                  GError     **error)
{
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (approval->draft);
  const GgovPlanComparisonSums *sums = ggov_plan_comparison_get_sums (comparison);
  g_autofree char *sentence = NULL;

  if (latest == NULL)
    return _ggov_plan_refuse (error, _("The plan that this draft was begun from was taken back "
                                       "since. Let the draft follow the latest plan, compare, and "
                                       "approve it then."));

  sentence =
    /* Translators: the name of a plan, then numbers of buildings and households */
    g_strdup_printf (_("The plan “%s” was approved since this draft was begun. The draft has "
                       "%d buildings with %d households in other grids than that plan. Let it "
                       "follow the latest plan, compare, and approve it then."), latest,
                     (int) sums->buildings_moved, (int) sums->households_moved);

  return _ggov_plan_refuse (error, sentence);
}

/* A grid whose approval was taken back cannot go on. */
static gboolean
knows_grids (GgovDraft *draft)
{
  for (guint i = 0; i < draft->grids->len; i++)
    {
      const GgovDraftGrid *grid = draft->grids->pdata[i];
      const GgovDraftBase *base = ggov_draft_find_base (draft, grid->grid_id);

      if (grid->grid_id != 0 && (base == NULL || !base->is_before))
        return FALSE;
    }

  return TRUE;
}

/* Whether the plan may follow the latest one on that day. */
static gboolean
check_order (Approval  *approval,
             GError   **error)
{
  const GgovPlanRow *plan = ggov_plan_get_row (approval->draft->facts->plan);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (approval->change->db, SQL_LATEST, error);
  g_autofree char *sentence = NULL;
  const char *valid_from;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, plan->latest_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (plan->based_on_id != plan->latest_id || !knows_grids (approval->draft))
    return refuse_overtaken (approval, step == GGOV_DB_ROW ? ggov_stmt_get_text (stmt, 0) : NULL,
                             error);

  valid_from = step == GGOV_DB_ROW ? ggov_stmt_get_text (stmt, 1) : NULL;
  if (valid_from == NULL || strcmp (approval->day, valid_from) > 0)
    return TRUE;

  sentence = g_strdup_printf (_("The plan “%s” is in force from %s. Choose a later day."),
                              ggov_stmt_get_text (stmt, 0), valid_from);

  return _ggov_plan_refuse (error, sentence);
}

static gboolean
check_findings (Approval  *approval,
                GError   **error)
{
  g_autoptr(GListModel) findings = ggov_draft_validate (approval->draft, error);
  g_autoptr(GgovPlanFinding) first = NULL;
  g_autofree char *sentence = NULL;
  guint n = 0;

  if (findings == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(GgovPlanFinding) finding = g_list_model_get_item (findings, i);

      n += ggov_plan_finding_is_error (finding);
    }

  if (n == 0)
    return TRUE;

  first = g_list_model_get_item (findings, 0);
  sentence = g_strdup_printf (
    /* Translators: how many things are wrong, then the first of them as a sentence */
    g_dngettext (GETTEXT_PACKAGE, "%u thing stands in the way of approval: %s",
                 "%u things stand in the way of approval. The first: %s", n), n,
    ggov_plan_finding_get_record (first)->message);

  return _ggov_plan_refuse (error, sentence);
}

static gint64
get_grid_id (Approval *approval,
             gint64    number)
{
  const gint64 *id = g_hash_table_lookup (approval->grid_ids, &number);

  return id ? *id : 0;
}

static gint64
add_grid (Approval             *approval,
          const GgovDraftGrid  *grid,
          GError              **error)
{
  const GgovPlanRow *plan = ggov_plan_get_row (approval->draft->facts->plan);
  const char *code = g_hash_table_lookup (approval->codes, &grid->number);
  g_autofree char *name = NULL;
  GgovGridRecord record = {
    .community_id = plan->community_id, .code = code, .name = grid->name,
    .valid_from = approval->day,
  };

  if (*grid->name == '\0')
    {
      /* Translators: the name of a new grid: the community, then the last three digits of its
       * code as a number */
      name = g_strdup_printf (_("%s grid %d"), plan->community,
                              (int) g_ascii_strtoll (code + strlen (plan->community_code), NULL,
                                                     10));
      record.name = name;
    }

  return ggov_change_add_grid (approval->change, &record, error);
}

/* A grid that goes on keeps its code and its days; its name is what it is called by now. */
static gint64
keep_grid (Approval             *approval,
           const GgovDraftGrid  *grid,
           GError              **error)
{
  const GgovDraftBase *base = ggov_draft_find_base (approval->draft, grid->grid_id);
  const GgovColumn columns[] = { GGOV_TEXT ("name", grid->name) };

  if (*grid->name != '\0' && !g_str_equal (grid->name, base->name) &&
      !_ggov_change_update (approval->change, "grid", grid->grid_id, -1, columns, 1, error))
    return 0;

  return grid->grid_id;
}

static gboolean
write_grids (Approval  *approval,
             GError   **error)
{
  for (guint i = 0; i < approval->draft->grids->len; i++)
    {
      const GgovDraftGrid *grid = approval->draft->grids->pdata[i];
      gint64 id = grid->grid_id != 0 ? keep_grid (approval, grid, error)
                                     : add_grid (approval, grid, error);

      if (id == 0)
        return FALSE;

      g_hash_table_insert (approval->grid_ids, g_memdup2 (&grid->number, sizeof (gint64)),
                           g_memdup2 (&id, sizeof id));
    }

  return TRUE;
}

static gboolean
write_arcs (Approval  *approval,
            GError   **error)
{
  GgovGeoSubdivision *drawn = approval->draft->subdivision;

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (drawn); i++)
    {
      const GgovGeoArc *arc = ggov_geo_subdivision_get_arc (drawn, i);
      g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);

      if (ggov_change_add_arc (approval->change, approval->plan_id,
                               get_grid_id (approval, arc->left_grid_id),
                               get_grid_id (approval, arc->right_grid_id), line, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_buildings (Approval  *approval,
                 GError   **error)
{
  for (guint i = 0; i < ggov_draft_get_n_buildings (approval->draft); i++)
    if (!ggov_change_assign_building (approval->change, approval->plan_id,
                                      ggov_draft_get_building (approval->draft, i)->id,
                                      get_grid_id (approval, approval->draft->numbers[i]), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_successor (Approval  *approval,
               gint64     grid_id,
               gint64     successor_id,
               GError   **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("grid_id", grid_id),
    GGOV_ID ("successor_id", successor_id),
    GGOV_TEXT ("valid_from", approval->day),
  };

  return _ggov_change_insert (approval->change, "grid_successor", columns,
                              G_N_ELEMENTS (columns), error) != 0;
}

static gboolean
read_heir (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  const Heir heir = { ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1) };

  g_array_append_val ((GArray *) user_data, heir);

  return TRUE;
}

/* What went to a grid that is given up now goes on from there. */
static gboolean
pass_on (Approval  *approval,
         GArray    *heirs,
         gint64     grid_id,
         gint64     successor_id,
         GError   **error)
{
  for (guint i = 0; i < heirs->len; i++)
    if (g_array_index (heirs, Heir, i).heir_id == grid_id &&
        !add_successor (approval, g_array_index (heirs, Heir, i).grid_id, successor_id, error))
      return FALSE;

  return TRUE;
}

static gboolean
end_grid (Approval  *approval,
          GArray    *heirs,
          gint64     grid_id,
          GError   **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", approval->day_before) };
  gint64 successor_id =
    get_grid_id (approval, _ggov_draft_find_successor (approval->draft, grid_id));

  if (!_ggov_change_update (approval->change, "grid", grid_id, -1, columns, 1, error))
    return FALSE;

  return successor_id == 0 || (add_successor (approval, grid_id, successor_id, error) &&
                               pass_on (approval, heirs, grid_id, successor_id, error));
}

static gboolean
end_grids (Approval  *approval,
           GError   **error)
{
  g_autoptr(GArray) heirs = g_array_new (FALSE, FALSE, sizeof (Heir));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (approval->change->db, SQL_HEIRS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, ggov_plan_get_row (approval->draft->facts->plan)->community_id);
  if (!_ggov_places_read_rows (stmt, read_heir, heirs, error))
    return FALSE;

  for (guint i = 0; i < ggov_draft_get_n_bases (approval->draft); i++)
    {
      const GgovDraftBase *base = ggov_draft_get_base (approval->draft, i);

      if (base->is_before && !_ggov_draft_find_going_on (approval->draft, base->grid_id) &&
          !end_grid (approval, heirs, base->grid_id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_plans (Approval  *approval,
             GError   **error)
{
  gint64 latest_id = ggov_plan_get_row (approval->draft->facts->plan)->latest_id;
  const GgovColumn end[] = { GGOV_TEXT ("valid_to", approval->day_before) };
  const GgovColumn begin[] = {
    GGOV_TEXT ("state", "approved"),
    GGOV_TEXT ("valid_from", approval->day),
  };

  return (latest_id == 0 ||
          _ggov_change_update (approval->change, "plan", latest_id, -1, end, 1, error)) &&
         _ggov_change_update (approval->change, "plan", approval->plan_id, -1, begin,
                              G_N_ELEMENTS (begin), error);
}

static void
set_subject (Approval *approval)
{
  const GgovPlanRow *plan = ggov_plan_get_row (approval->draft->facts->plan);
  g_autofree char *subject = g_strdup_printf ("%s %s", plan->community_code, approval->day);

  ggov_change_set_subject (approval->change, subject);
}

static gboolean
find_day_before (Approval  *approval,
                 GError   **error)
{
  int day;

  if (!ggov_local_day_parse (approval->day, &day, NULL))
    return _ggov_plan_refuse (error, _("Choose the day from which the plan is in force."));

  approval->day_before = ggov_local_day_format (day - 1);

  return TRUE;
}

gboolean
_ggov_plan_approve (GgovChange  *change,
                    gint64       plan_id,
                    const char  *day,
                    GError     **error)
{
  g_auto(Approval) approval = { change, plan_id, day };
  g_autoptr(GgovPlan) plan = _ggov_draft_find_plan (change->db, plan_id, error);

  if (plan == NULL || !find_day_before (&approval, error) ||
      !(approval.draft = _ggov_draft_read (change->db, plan_id, 0, day, error)) ||
      !check_order (&approval, error) || !check_findings (&approval, error) ||
      !(approval.codes = _ggov_plan_list_codes (change->db, approval.draft, error)))
    return FALSE;

  set_subject (&approval);
  approval.grid_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return write_grids (&approval, error) && write_arcs (&approval, error) &&
         write_buildings (&approval, error) && end_grids (&approval, error) &&
         write_plans (&approval, error) &&
         _ggov_draft_remove_all (change, plan_id, error);
}

/* On the store's thread. */
static gboolean
approve (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  const Order *order = data;

  return _ggov_plan_approve (change, order->plan_id, order->day, error);
}

void
ggov_store_approve_plan_async (GgovStore           *self,
                               gint64               plan_id,
                               const char          *day,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Order *order;

  g_return_if_fail (day != NULL);

  order = g_new0 (Order, 1);
  order->plan_id = plan_id;
  order->day = g_strdup (day);

  ggov_store_change_async (self, N_("Approve a plan"), "", approve, order, order_free,
                           cancellable, callback, user_data);
}
