/* ggov-store-file-issue.c: filing a new issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-types-private.h"
#include "ggov-clock-private.h"
#include "ggov-issue-file-private.h"
#include "ggov-issue-parts-private.h"
#include "ggov-issue-rules-private.h"
#include "ggov-issue-spot-private.h"
#include "ggov-local-time.h"
#include "ggov-plans-private.h"
#include "ggov-post-papers-private.h"
#include "ggov-store-file-issue.h"
#include "ggov-write-issues.h"

#define SQL_TYPE "SELECT limit_text, start_rule, evidence FROM case_type WHERE id = $1"
#define SQL_BUILDING \
  "SELECT " GGOV_SQL_GRID_OF_BUILDING ("b.id", "$2") ", " \
  "coalesce (c.name, '') || coalesce (b.number, b.name, '') FROM building b " \
  "LEFT JOIN compound c ON c.id = b.compound_id WHERE b.id = $1"

/* The filing with texts of its own, and what came of it. */
typedef struct
{
  GgovIssueFiling  filing;
  char            *title;
  char            *description;
  char            *place;
  GPtrArray       *papers;    /* (element-type GgovPaper) */
  GArray          *reporters; /* (element-type GgovIssueFilingReporter) */

  gint64           issue_id;
  char            *number;
  gint64           change_id;
} Order;

static void
reporter_clear (gpointer data)
{
  GgovIssueFilingReporter *reporter = data;

  g_free ((char *) reporter->name);
  g_free ((char *) reporter->phone);
}

static GArray *
copy_reporters (const GgovIssueFiling *filing)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (GgovIssueFilingReporter));

  g_array_set_clear_func (copies, reporter_clear);
  for (guint i = 0; i < filing->n_reporters; i++)
    {
      GgovIssueFilingReporter copy = filing->reporters[i];

      copy.name = g_strdup (copy.name);
      copy.phone = g_strdup (copy.phone);
      g_array_append_val (copies, copy);
    }

  return copies;
}

static void
order_free (Order *order)
{
  g_free (order->title);
  g_free (order->description);
  g_free (order->place);
  g_ptr_array_unref (order->papers);
  g_array_unref (order->reporters);
  g_free (order->number);
  g_free (order);
}

static gboolean
find_number (GgovDb   *db,
             Order    *order,
             GError  **error)
{
  guint64 last;
  int year;

  ggov_local_day_to_date (ggov_local_time_get_day (order->filing.at), &year, NULL, NULL);
  if (!_ggov_issue_find_last_number (db, year, &last, error))
    return FALSE;

  order->number = _ggov_issue_dup_number (year, last + 1);

  return TRUE;
}

/* Fills in what the building says. */
static gboolean
find_place (GgovDb   *db,
            Order    *order,
            GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_BUILDING, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (order->filing.at));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;
  if (order->filing.building_id == 0)
    return TRUE;

  ggov_stmt_bind_int (stmt, 1, order->filing.building_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  if (order->filing.grid_id == 0)
    order->filing.grid_id = ggov_stmt_get_int (stmt, 0);
  if (order->place == NULL || *order->place == '\0')
    {
      g_free (order->place);
      order->place = g_strdup (ggov_stmt_get_text (stmt, 1));
    }

  return TRUE;
}

/* The version of its case type that holds on the day, whichever was chosen from. */
static gboolean
find_type (GgovDb  *db,
           Order   *order,
           GError **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (order->filing.at));

  return _ggov_case_type_find_in_force (db, order->filing.case_type_id, day,
                                        &order->filing.case_type_id, error);
}

/* Whether it shows what its case type asks for at the filing. */
static gboolean
check_evidence (GgovDb       *db,
                const Order  *order,
                GError      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_TYPE, error);
  g_autofree GgovPaper *papers = g_new (GgovPaper, order->papers->len);

  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < order->papers->len; i++)
    papers[i] = *(const GgovPaper *) order->papers->pdata[i];
  ggov_stmt_bind_int (stmt, 1, order->filing.case_type_id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW &&
         _ggov_issue_check_evidence (ggov_evidence_find_at_filing (ggov_stmt_get_text (stmt, 2),
                                                                   order->filing.source),
                                     GGOV_ISSUE_FILE, order->description, papers,
                                     order->papers->len, error);
}

/* Where there is a point but no grid is named: the one it lies on. */
static gboolean
find_grid (GgovDb   *db,
           Order    *order,
           GError  **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (order->filing.at));
  GgovIssueFiling *filing = &order->filing;
  const gboolean has_point = filing->lon_e7 != 0 || filing->lat_e7 != 0;

  if (filing->grid_id == 0 && has_point &&
      !_ggov_issue_find_grid_at (db, day, filing->lon_e7, filing->lat_e7, &filing->grid_id, error))
    return FALSE;
  if (filing->grid_id != 0)
    return TRUE;

  return _ggov_issue_refuse (error, has_point
                          ? _("This place is outside every grid. Choose one that is in a grid.")
                          : _("Choose the grid the issue is in."));
}

static gboolean
find_due (GgovDb           *db,
          const Order      *order,
          GgovIssueRecord  *record,
          GError          **error)
{
  g_autoptr(GgovOfficeClock) clock = _ggov_clock_read (db, error);
  g_autoptr(GPtrArray) nothing_yet = g_ptr_array_new ();
  g_autoptr(GgovStmt) stmt = clock ? ggov_db_prepare (db, SQL_TYPE, error) : NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->filing.case_type_id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW &&
         _ggov_issue_reckon (clock, ggov_stmt_get_text (stmt, 0), ggov_stmt_get_text (stmt, 1),
                             order->filing.at, nothing_yet, &record->due_at,
                             &record->due_provisional, error);
}

/* The first whom the records know stands in the issue itself, and nobody is there twice. */
static void
choose_reporter (Order *order)
{
  for (guint i = 0; i < order->reporters->len; )
    {
      gint64 id = g_array_index (order->reporters, GgovIssueFilingReporter, i).person_id;

      if (order->filing.reporter_id == 0)
        order->filing.reporter_id = id;
      if (id != 0 && id == order->filing.reporter_id)
        g_array_remove_index (order->reporters, i);
      else
        i++;
    }
}

static gboolean
write_reporters (GgovChange   *change,
                 const Order  *order,
                 GError      **error)
{
  for (guint i = 0; i < order->reporters->len; i++)
    {
      const GgovIssueFilingReporter *reporter =
        &g_array_index (order->reporters, GgovIssueFilingReporter, i);
      const gboolean is_known = reporter->person_id != 0;
      const GgovColumn columns[] = {
        GGOV_ID ("issue_id", order->issue_id),
        GGOV_ID ("person_id", reporter->person_id),
        GGOV_TEXT ("name", reporter->name && !is_known ? reporter->name : ""),
        GGOV_TEXT ("phone", reporter->phone ? reporter->phone : ""),
        GGOV_TEXT ("source", ggov_issue_source_get_code (order->filing.source)),
        GGOV_INT ("at", order->filing.at),
      };

      if (!_ggov_change_insert (change, "issue_reporter", columns, G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_issue (GgovChange  *change,
             Order       *order,
             GError     **error)
{
  const char *stage = ggov_issue_stage_get_code (GGOV_ISSUE_FILED);
  GgovIssueRecord record = {
    .number = order->number,
    .case_type_id = order->filing.case_type_id,
    .title = order->title,
    .description = order->description,
    .source = ggov_issue_source_get_code (order->filing.source),
    .stage = stage,
    .grid_id = order->filing.grid_id,
    .building_id = order->filing.building_id,
    .place = order->place,
    .lon_e7 = order->filing.lon_e7,
    .lat_e7 = order->filing.lat_e7,
    .reporter_id = order->filing.reporter_id,
    .filed_at = order->filing.at,
  };
  GgovIssueEventRecord event = {
    .at = order->filing.at,
    .move = ggov_issue_move_get_code (GGOV_ISSUE_FILE),
    .from_stage = ggov_issue_stage_get_code (GGOV_ISSUE_COLLECTED),
    .to_stage = stage,
  };
  gint64 event_id;

  if (!find_due (change->db, order, &record, error) ||
      !(order->issue_id = ggov_change_add_issue (change, &record, error)))
    return FALSE;

  event.issue_id = order->issue_id;
  event_id = ggov_change_add_issue_event (change, &event, error);
  for (guint i = 0; event_id != 0 && i < order->papers->len; i++)
    if (!_ggov_issue_write_papers (change, event_id, order->papers->pdata[i], 1, error))
      return FALSE;

  return event_id != 0 && write_reporters (change, order, error);
}

/* On the store's thread. */
static gboolean
file_issue (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  Order *order = data;

  if (*order->title == '\0')
    return _ggov_issue_refuse (error, _("Say in a few words what it is about."));

  if (order->filing.at == 0)
    order->filing.at = change->at;

  if (!find_type (change->db, order, error) || !find_number (change->db, order, error) ||
      !find_place (change->db, order, error) || !find_grid (change->db, order, error) ||
      !check_evidence (change->db, order, error))
    return FALSE;

  ggov_change_set_subject (change, order->number);
  choose_reporter (order);

  return write_issue (change, order, error);
}

static Order *
order_new (const GgovIssueFiling *filing)
{
  Order *order = g_new0 (Order, 1);

  order->filing = *filing;
  order->title = g_strstrip (g_strdup (filing->title ? filing->title : ""));
  order->description = g_strdup (filing->description);
  order->place = g_strdup (filing->place);
  order->papers = _ggov_post_papers_copy (filing->papers, filing->n_papers);
  order->reporters = copy_reporters (filing);

  return order;
}

gboolean
_ggov_issue_file (GgovChange             *change,
                  const GgovIssueFiling  *filing,
                  gint64                 *issue_id,
                  char                  **number,
                  GError                **error)
{
  Order *order = order_new (filing);
  const gboolean ok = file_issue (change, order, error);

  if (ok)
    {
      *issue_id = order->issue_id;
      *number = g_steal_pointer (&order->number);
    }
  order_free (order);

  return ok;
}

static void
filed_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &order->change_id, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ggov_store_file_issue_async (GgovStore             *self,
                             const GgovIssueFiling *filing,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Order *order = order_new (filing);

  g_task_set_source_tag (task, ggov_store_file_issue_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  ggov_store_change_async (self, N_("File an issue"), "", file_issue, order, NULL, cancellable,
                           filed_cb, task);
}

gboolean
ggov_store_file_issue_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              gint64        *change_id,
                              gint64        *issue_id,
                              char         **number,
                              GError       **error)
{
  const Order *order;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  order = g_task_get_task_data (G_TASK (result));
  if (change_id)
    *change_id = order->change_id;
  if (issue_id)
    *issue_id = order->issue_id;
  if (number)
    *number = g_strdup (order->number);

  return TRUE;
}
