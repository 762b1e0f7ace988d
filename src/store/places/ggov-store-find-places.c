/* ggov-store-find-places.c: places by what somebody calls them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-roster-private.h"
#include "ggov-store-find-places.h"
#include "ggov-store-private.h"

#define IN_GRID(building) "LEFT JOIN ground x ON x.building_id = " building \
                          " LEFT JOIN grid g ON g.id = x.grid_id "

/* All places of the day $1; of kind $2 unless that is empty. */
#define SQL_LIST \
  "WITH " GGOV_ROSTER_GROUND ", place AS (" \
  "SELECT 1 AS level, 'sub-district' AS kind, s.id, s.code, NULL AS community_id, NULL AS grid_id, " \
  "NULL AS building_id, NULL AS unit, s.name FROM sub_district s UNION ALL " \
  "SELECT 2, 'community', c.id, c.code, c.id, NULL, NULL, NULL, c.name FROM community c UNION ALL " \
  "SELECT 3, 'grid', g.id, g.code, g.community_id, g.id, NULL, NULL, g.name FROM grid g " \
  "WHERE " GGOV_ROSTER_ON_DAY ("g") " UNION ALL " \
  "SELECT 4, 'building', b.id, NULL, b.community_id, g.id, b.id, NULL, NULL FROM building b " \
  IN_GRID ("b.id") "UNION ALL " \
  "SELECT 5, 'unit', u.id, NULL, b.community_id, g.id, b.id, u.number, NULL FROM unit u " \
  "JOIN building b ON b.id = u.building_id " IN_GRID ("b.id") ") " \
  "SELECT q.kind, q.id, q.code, c.code, c.name, g.id, g.code, g.name, " \
  "b.id IS NOT NULL, o.name, b.number, b.name, q.unit, q.name FROM place q " \
  "LEFT JOIN community c ON c.id = q.community_id LEFT JOIN grid g ON g.id = q.grid_id " \
  "LEFT JOIN building b ON b.id = q.building_id LEFT JOIN compound o ON o.id = b.compound_id " \
  "WHERE $2 = '' OR q.kind = $2 " \
  "ORDER BY q.level, c.code NULLS FIRST, q.code, g.code, o.name NULLS FIRST, length (b.number), " \
  "b.number, b.id, q.unit"
enum
{
  KIND, ID, CODE, COMMUNITY_CODE, COMMUNITY, GRID_ID, GRID_CODE, GRID, PLACE,
  COMPOUND = PLACE + 1, NUMBER, NAME, UNIT,
};

typedef struct
{
  char  *scope;
  char  *text;
  GStrv  typed; /* (nullable) */
  char  *as_of;
  guint  limit;
} PlacesOrder;

static void
places_order_free (PlacesOrder *order)
{
  g_free (order->scope);
  g_free (order->text);
  g_strfreev (order->typed);
  g_free (order->as_of);
  g_free (order);
}

static gboolean
is_same (const char *a,
         const char *b)
{
  while (a && b)
    {
      while (*a == ' ')
        a++;
      while (*b == ' ')
        b++;
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }

  return FALSE;
}

/* (nullable): what a unit is called on its door, whatever the user's language; NULL for others */
static char *
dup_door (GgovStmt *stmt)
{
  const char *compound = ggov_stmt_get_text (stmt, COMPOUND);
  const char *number = ggov_stmt_get_text (stmt, NUMBER);
  const char *name = ggov_stmt_get_text (stmt, NAME);

  if (ggov_stmt_is_null (stmt, UNIT))
    return NULL;

  return g_strdup_printf ("%s%s%d单元", compound ? compound : "", number ? number : name ? name : "",
                          (int) ggov_stmt_get_int (stmt, UNIT));
}

static gboolean
is_wanted (const PlacesOrder     *order,
           const GgovPlaceRecord *record,
           const char            *door)
{
  const char *const texts[] = {
    record->label, record->code, record->community, record->grid, record->grid_code, door,
  };

  return _ggov_roster_match ((const char *const *) order->typed, NULL, texts,
                             G_N_ELEMENTS (texts));
}

static void
add_row (GPtrArray         *found,
         GPtrArray         *exact,
         const PlacesOrder *order,
         GgovStmt          *stmt)
{
  g_autofree char *label = _ggov_roster_dup_place (stmt, PLACE);
  g_autofree char *door = dup_door (stmt);
  const GgovPlaceRecord record = {
    .id = ggov_stmt_get_int (stmt, ID),
    .grid_id = ggov_stmt_get_int (stmt, GRID_ID),
    .kind = ggov_stmt_get_text (stmt, KIND),
    .label = label,
    .code = ggov_stmt_get_text (stmt, CODE),
    .community_code = ggov_stmt_get_text (stmt, COMMUNITY_CODE),
    .community = ggov_stmt_get_text (stmt, COMMUNITY),
    .grid_code = ggov_stmt_get_text (stmt, GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, GRID),
  };

  if (is_same (record.code, order->text) || is_same (record.label, order->text) ||
      is_same (door, order->text))
    g_ptr_array_add (exact, ggov_place_new (&record));
  else if (exact->len == 0 && found->len < order->limit && is_wanted (order, &record, door))
    g_ptr_array_add (found, ggov_place_new (&record));
}

/* On the store's thread. */
static void
find_job (GTask  *task,
          GgovDb *db)
{
  const PlacesOrder *order = g_task_get_task_data (task);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) exact = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, order->as_of);
      ggov_stmt_bind_text (stmt, 2, order->scope);
      while (exact->len < order->limit &&
             !g_cancellable_is_cancelled (g_task_get_cancellable (task)) &&
             (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
        add_row (found, exact, order, stmt);
    }

  if (g_task_return_error_if_cancelled (task))
    g_clear_error (&error);
  else if (step == GGOV_DB_ERROR)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_ptr_array_ref (exact->len > 0 ? exact : found),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_find_places_async (GgovStore           *self,
                              const char          *scope,
                              const char          *text,
                              const char          *as_of,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlacesOrder *order;

  g_return_if_fail (text != NULL);
  g_return_if_fail (as_of != NULL);
  g_return_if_fail (limit > 0);

  order = g_new0 (PlacesOrder, 1);
  order->scope = g_strdup (scope ? scope : "");
  order->text = g_strdup (text);
  order->typed = _ggov_roster_split_text (text);
  order->as_of = g_strdup (as_of);
  order->limit = limit;

  _ggov_store_call (self, ggov_store_find_places_async, find_job, order,
                    (GDestroyNotify) places_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_find_places_finish (GgovStore     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_PLACE) : NULL;
}
