/* ggov-plan-codes.c: codes for the grids that a plan makes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ggov-place-code.h"
#include "ggov-places-private.h"
#include "ggov-plan-codes-private.h"

#define SQL_CODES "SELECT code FROM grid WHERE community_id = $1"
/* An approval that was undone leaves no grid, yet its codes may be on paper by now. */
#define SQL_IMAGES "SELECT after FROM change_row WHERE table_name = 'grid' AND op = 'insert'"

#define MAX_SEQUENCE 999

/* The highest sequence number there was in one community. */
typedef struct
{
  GgovPlaceCode community;
  guint         highest;
} Search;

static void
look_at (Search     *search,
         const char *text)
{
  GgovPlaceCode code;

  if (text && ggov_place_code_parse (text, &code, NULL) && code.level == GGOV_PLACE_GRID &&
      ggov_place_code_is_within (&code, &search->community))
    search->highest = MAX (search->highest, code.grid);
}

static gboolean
read_code (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  look_at (user_data, ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

static gboolean
read_image (GgovStmt  *stmt,
            gpointer   user_data,
            GError   **error)
{
  const char *text = ggov_stmt_get_text (stmt, 0);
  g_autoptr(JsonNode) image = text ? json_from_string (text, NULL) : NULL;

  if (image && JSON_NODE_HOLDS_OBJECT (image))
    look_at (user_data, json_object_get_string_member_with_default (json_node_get_object (image),
                                                                    "code", NULL));

  return TRUE;
}

static gboolean
find_highest (GgovDb             *db,
              const GgovPlanRow  *plan,
              Search             *search,
              GError            **error)
{
  g_autoptr(GgovStmt) codes = ggov_db_prepare (db, SQL_CODES, error);
  g_autoptr(GgovStmt) images = codes ? ggov_db_prepare (db, SQL_IMAGES, error) : NULL;

  if (images == NULL || !ggov_place_code_parse (plan->community_code, &search->community, error))
    return FALSE;

  ggov_stmt_bind_int (codes, 1, plan->community_id);

  return _ggov_places_read_rows (codes, read_code, search, error) &&
         _ggov_places_read_rows (images, read_image, search, error);
}

/* Where the new grids lie, in the order in which they are numbered. */
static GArray *
list_points (GgovDraft  *draft,
             GError    **error)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (GgovPlacePoint));

  for (guint i = 0; i < draft->grids->len; i++)
    {
      const GgovDraftGrid *grid = draft->grids->pdata[i];
      GgovPlacePoint point = { .id = grid->number };

      if (grid->grid_id != 0)
        continue;

      if (!ggov_geo_subdivision_get_label_point (draft->subdivision, grid->number, &point.lon,
                                                 &point.lat, error))
        return NULL;

      g_array_append_val (points, point);
    }

  ggov_place_order ((GgovPlacePoint *) (gpointer) points->data, points->len,
                    GGOV_PLACE_ROW_HEIGHT_M);

  return g_steal_pointer (&points);
}

GHashTable *
_ggov_plan_list_codes (GgovDb     *db,
                       GgovDraft  *draft,
                       GError    **error)
{
  g_autoptr(GHashTable) codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GArray) points = list_points (draft, error);
  Search search = { .highest = 0 };

  if (points == NULL ||
      !find_highest (db, ggov_plan_get_row (draft->facts->plan), &search, error))
    return NULL;

  if (search.highest + points->len > MAX_SEQUENCE)
    {
      _ggov_plan_refuse (error, _("The codes of this community are used up: there are 999, and "
                                  "none is given twice."));
      return NULL;
    }

  for (guint i = 0; i < points->len; i++)
    {
      GgovPlaceCode code = search.community;
      char *text;

      code.level = GGOV_PLACE_GRID;
      code.grid = search.highest + 1 + i;
      if (!(text = ggov_place_code_compose (&code, error)))
        return NULL;

      g_hash_table_insert (codes, g_memdup2 (&g_array_index (points, GgovPlacePoint, i).id,
                                             sizeof (gint64)), text);
    }

  return g_steal_pointer (&codes);
}
