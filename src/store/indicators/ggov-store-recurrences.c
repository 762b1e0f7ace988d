/* ggov-store-recurrences.c: what keeps coming back: issues of one type, near in place and time (举一反三)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <math.h>

#include "ggov-geo-projection.h"
#include "ggov-geo-recurrence.h"
#include "ggov-indicator-read-private.h"
#include "ggov-issue-stage.h"
#include "ggov-local-time.h"
#include "ggov-store-recurrences.h"

#define DEGREES_E7 1e7

/* A compound stands for all its buildings, a building that has none for itself. */
#define SQL_ISSUES \
  "SELECT i.id, t.code, t.name, t.name_zh, i.place, i.filed_at, i.stage, i.lon_e7, i.lat_e7, " \
  "coalesce (b.compound_id, - b.id) FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN building b ON b.id = i.building_id " \
  "WHERE i.filed_at >= $1 AND i.filed_at < $2 AND i.stage <> 'void' ORDER BY i.filed_at, i.id"

enum
{
  ID, CODE, NAME, NAME_ZH, PLACE, FILED_AT, STAGE, LON, LAT, HOUSE,
};

/* An issue beside its event. */
typedef struct
{
  gint64      id;
  const char *type_code;
  const char *type_label;
  const char *place;
  gboolean    is_open;
} Entry;

/* What is read; texts are kept once. */
typedef struct
{
  GArray            *entries;    /* (element-type Entry) */
  GArray            *events;     /* (element-type GgovGeoEvent): at the same indices */
  GHashTable        *kinds;      /* (element-type utf8 guint): numbers of case types, from 1 */
  GStringChunk      *texts;
  GgovGeoProjection *projection; /* (nullable): around the first issue that has a place */
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->entries, g_array_unref);
  g_clear_pointer (&reading->events, g_array_unref);
  g_clear_pointer (&reading->kinds, g_hash_table_unref);
  g_clear_pointer (&reading->texts, g_string_chunk_free);
  g_clear_object (&reading->projection);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static guint
find_kind (Reading    *reading,
           const char *code)
{
  gpointer kind = g_hash_table_lookup (reading->kinds, code);

  if (kind == NULL)
    {
      kind = GUINT_TO_POINTER (g_hash_table_size (reading->kinds) + 1);
      g_hash_table_insert (reading->kinds, (gpointer) code, kind);
    }

  return GPOINTER_TO_UINT (kind);
}

/* Degrees to metres; what is no place on earth is near to nothing. */
static void
find_place (Reading      *reading,
            GgovStmt     *stmt,
            GgovGeoEvent *event)
{
  double point[2];

  event->easting = event->northing = NAN;
  if (ggov_stmt_is_null (stmt, LON) || ggov_stmt_is_null (stmt, LAT))
    return;

  point[0] = (double) ggov_stmt_get_int (stmt, LON) / DEGREES_E7;
  point[1] = (double) ggov_stmt_get_int (stmt, LAT) / DEGREES_E7;
  if (reading->projection == NULL)
    reading->projection = ggov_geo_projection_new (point[0], point[1], NULL);
  if (reading->projection && ggov_geo_projection_forward (reading->projection, point, 1, NULL))
    {
      event->easting = point[0];
      event->northing = point[1];
    }
}

static void
read_issue (Reading  *reading,
            GgovStmt *stmt)
{
  g_autofree char *label = _ggov_indicator_dup_label (ggov_stmt_get_text (stmt, NAME),
                                                      ggov_stmt_get_text (stmt, NAME_ZH));
  GgovIssueStage stage = GGOV_ISSUE_COLLECTED;
  Entry entry = {
    .id = ggov_stmt_get_int (stmt, ID),
    .type_code = g_string_chunk_insert_const (reading->texts, ggov_stmt_get_text (stmt, CODE)),
    .type_label = g_string_chunk_insert_const (reading->texts, label),
    .place = g_string_chunk_insert_const (reading->texts, ggov_stmt_get_text (stmt, PLACE)),
  };
  GgovGeoEvent event = {
    .kind = find_kind (reading, entry.type_code),
    .house = ggov_stmt_get_int (stmt, HOUSE),
    .day = ggov_local_time_get_day (ggov_stmt_get_int (stmt, FILED_AT)),
  };

  ggov_issue_stage_from_code (ggov_stmt_get_text (stmt, STAGE), &stage, NULL);
  entry.is_open = ggov_issue_stage_is_open (stage);
  find_place (reading, stmt, &event);
  g_array_append_val (reading->entries, entry);
  g_array_append_val (reading->events, event);
}

static GgovRecurrence *
make_recurrence (const Reading *reading,
                 const GArray  *group)
{
  guint first = g_array_index (group, guint, 0), last = g_array_index (group, guint, group->len - 1);
  const Entry *entry = &g_array_index (reading->entries, Entry, first);
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  g_autofree gint64 *ids = g_new (gint64, group->len);
  GgovRecurrenceFields fields = {
    .type_code = entry->type_code, .type_label = entry->type_label, .place = entry->place,
    .issue_ids = ids, .n_issues = group->len,
  };

  first_day = ggov_local_day_format (g_array_index (reading->events, GgovGeoEvent, first).day);
  last_day = ggov_local_day_format (g_array_index (reading->events, GgovGeoEvent, last).day);
  fields.first_day = first_day;
  fields.last_day = last_day;
  for (guint i = 0; i < group->len; i++)
    {
      const Entry *one = &g_array_index (reading->entries, Entry, g_array_index (group, guint, i));

      ids[i] = one->id;
      fields.n_open += one->is_open;
    }

  return ggov_recurrence_new (&fields);
}

static GPtrArray *
find_recurrences (const Reading              *reading,
                  const GgovRecurrenceSearch *search)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) groups = ggov_geo_recurrences_find (
    (const GgovGeoEvent *) (void *) reading->events->data, reading->events->len, search->radius_m,
    search->days, search->n_least);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (found, make_recurrence (reading, groups->pdata[i]));

  return found;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const GgovRecurrenceSearch *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ISSUES, &error);
  g_auto(Reading) reading = {
    g_array_new (FALSE, FALSE, sizeof (Entry)), g_array_new (FALSE, FALSE, sizeof (GgovGeoEvent)),
    g_hash_table_new (g_str_hash, g_str_equal), g_string_chunk_new (4096), NULL,
  };
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, search->from);
      ggov_stmt_bind_int (stmt, 2, search->to);
    }
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    read_issue (&reading, stmt);

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, find_recurrences (&reading, search),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_recurrences_async (GgovStore                  *self,
                                   const GgovRecurrenceSearch *search,
                                   GCancellable               *cancellable,
                                   GAsyncReadyCallback         callback,
                                   gpointer                    user_data)
{
  g_return_if_fail (search != NULL && search->n_least >= 2);

  _ggov_store_call (self, ggov_store_list_recurrences_async, list_job,
                    g_memdup2 (search, sizeof *search), g_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_recurrences_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  GPtrArray *found;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  found = g_task_propagate_pointer (G_TASK (result), error);

  return found ? _ggov_store_take_list (found, GGOV_TYPE_RECURRENCE) : NULL;
}
