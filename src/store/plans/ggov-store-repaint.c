/* ggov-store-repaint.c: moving a building to another grid, the border following
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-store-repaint.h"
#include "ggov-write-places.h"

#define SQL_PLACE \
  "SELECT p.id, p.community_id, c.border, a.grid_id, g.code, n.code, n.community_id " \
  "FROM building b JOIN community c ON c.id = b.community_id " \
  "JOIN plan p ON p.community_id = c.id AND " GGOV_SQL_PLAN_ON ("p", "$3") " " \
  "JOIN plan_building a ON a.plan_id = p.id AND a.building_id = b.id " \
  "JOIN grid g ON g.id = a.grid_id LEFT JOIN grid n ON n.id = $2 WHERE b.id = $1 " \
  "ORDER BY p.id DESC LIMIT 1"
#define SQL_COMING \
  "SELECT name, valid_from FROM plan WHERE community_id = $1 AND state <> 'draft' " \
  "AND valid_from > $2 ORDER BY valid_from LIMIT 1"
#define SQL_BUILDING "SELECT id FROM building WHERE id = $1"

typedef struct
{
  gint64 building_id;
  gint64 grid_id;
} Request;

/* The building and what is around it, read within the change. */
typedef struct
{
  gint64              building_id;
  gint64              old_grid_id;
  gint64              new_grid_id;
  gint64              plan_id;
  gint64              community_id;
  gint64              new_community_id;
  char               *old_code;
  char               *new_code; /* (nullable): NULL where there is no such grid */
  GBytes             *border;
  GBytes             *streets;  /* (nullable) */
  GArray             *buildings; /* (element-type GgovGeoBuilding) */
  GgovGeoSubdivision *subdivision;
} Place;

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->old_code, g_free);
  g_clear_pointer (&place->new_code, g_free);
  g_clear_pointer (&place->border, g_bytes_unref);
  g_clear_pointer (&place->streets, g_bytes_unref);
  g_clear_pointer (&place->buildings, g_array_unref);
  g_clear_object (&place->subdivision);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* Says why a building has no place in a plan: it does not exist, or no grid is in force for it. */
static gboolean
explain_no_place (GgovDb  *db,
                  gint64   building_id,
                  GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_BUILDING, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, building_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_ROW)
    return refuse (error, _("This building is in no grid yet. Make a plan for its community "
                            "first."));

  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such building");
  return FALSE;
}

static gboolean
read_place (Place       *place,
            GgovChange  *change,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PLACE, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, place->building_id);
  ggov_stmt_bind_int (stmt, 2, place->new_grid_id);
  ggov_stmt_bind_text (stmt, 3, day);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    return explain_no_place (change->db, place->building_id, error);

  place->plan_id = ggov_stmt_get_int (stmt, 0);
  place->community_id = ggov_stmt_get_int (stmt, 1);
  place->border = ggov_stmt_dup_bytes (stmt, 2);
  place->old_grid_id = ggov_stmt_get_int (stmt, 3);
  place->old_code = g_strdup (ggov_stmt_get_text (stmt, 4));
  place->new_code = g_strdup (ggov_stmt_get_text (stmt, 5));
  place->new_community_id = ggov_stmt_get_int (stmt, 6);

  return TRUE;
}

static gboolean
read_surroundings (Place   *place,
                   GgovDb  *db,
                   GError **error)
{
  return (place->subdivision = _ggov_places_read_subdivision (db, place->plan_id, error)) &&
         (place->buildings = _ggov_places_read_buildings (db, place->plan_id, place->community_id,
                                                          error)) &&
         _ggov_places_read_streets (db, place->border, &place->streets, error);
}

static gboolean
is_last_of_grid (Place *place)
{
  guint n = 0;

  for (guint i = 0; i < place->buildings->len; i++)
    if (g_array_index (place->buildings, GgovGeoBuilding, i).grid_id == place->old_grid_id)
      n++;

  return n < 2;
}

static gboolean
is_neighbour (Place *place)
{
  g_autoptr(GArray) neighbours =
    ggov_geo_subdivision_list_neighbours (place->subdivision, place->old_grid_id);

  for (guint i = 0; i < neighbours->len; i++)
    if (g_array_index (neighbours, gint64, i) == place->new_grid_id)
      return TRUE;

  return FALSE;
}

/* What is moved now would be back where it was on the day the next plan comes into force. */
static gboolean
check_coming (Place       *place,
              GgovChange  *change,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_COMING, error);
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  g_autofree char *sentence = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, place->community_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: the name of a plan, then a day */
  sentence = g_strdup_printf (_("The plan “%s” comes into force on %s and would move the building "
                                "back. Begin a draft from that plan instead."),
                              ggov_stmt_get_text (stmt, 0), ggov_stmt_get_text (stmt, 1));

  return refuse (error, sentence);
}

/* What can be said of the office's rules before any line is drawn. */
static gboolean
check_rules (Place   *place,
             GError **error)
{
  g_autofree char *sentence = NULL;

  if (place->new_code == NULL || place->new_community_id != place->community_id)
    return refuse (error, _("A building can only move to a grid of its own community."));

  if (is_last_of_grid (place))
    sentence = g_strdup_printf (_("This is the last building of grid %s: a grid cannot be "
                                  "without one. Merge the two grids instead."), place->old_code);
  else if (!is_neighbour (place))
    sentence = g_strdup_printf (_("Grid %s does not border on grid %s, which the building is in. "
                                  "Choose a neighbouring grid."),
                                place->new_code, place->old_code);

  return sentence == NULL || refuse (error, sentence);
}

static GgovGeoSubdivision *
move (Place   *place,
      GError **error)
{
  g_autoptr(GError) own = NULL;
  g_autofree char *sentence = NULL;
  GgovGeoSubdivision *after =
    ggov_geo_subdivision_move_building (place->subdivision,
                                        &g_array_index (place->buildings, GgovGeoBuilding, 0),
                                        place->buildings->len, place->streets, place->building_id,
                                        place->new_grid_id, &own);

  if (after)
    return after;

  if (!g_error_matches (own, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }

  g_debug ("Not moved: %s", own->message);
  sentence = g_strdup_printf (_("This building does not stand beside grid %s, or without it grid "
                                "%s would be in pieces. Choose a building at the border."),
                              place->new_code, place->old_code);
  refuse (error, sentence);

  return NULL;
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static gboolean
set_arc (GgovChange          *change,
         GgovGeoSubdivision  *after,
         gint64               id,
         GError             **error)
{
  const GgovGeoArc *arc = ggov_geo_subdivision_find_arc (after, id);
  g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);

  return ggov_change_set_arc (change, id, arc->left_grid_id, arc->right_grid_id, line, error);
}

static gboolean
add_arc (GgovChange          *change,
         gint64               plan_id,
         const GgovGeoArc    *arc,
         GError             **error)
{
  g_autoptr(GBytes) line = ggov_geo_arc_to_wkb (arc);

  return ggov_change_add_arc (change, plan_id, arc->left_grid_id, arc->right_grid_id, line,
                              error) != 0;
}

/* An arc of the same number with another line is in both lists: its record stays. */
static gboolean
write_arcs (GgovChange          *change,
            Place               *place,
            GgovGeoSubdivision  *after,
            GError             **error)
{
  g_autoptr(GArray) removed = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GArray) relabelled = NULL;

  ggov_geo_subdivision_compare (place->subdivision, after, &removed, &added, &relabelled);

  for (guint i = 0; i < removed->len; i++)
    if (!contains (added, g_array_index (removed, gint64, i)) &&
        !ggov_change_remove_arc (change, g_array_index (removed, gint64, i), error))
      return FALSE;

  for (guint i = 0; i < relabelled->len; i++)
    if (!set_arc (change, after, g_array_index (relabelled, gint64, i), error))
      return FALSE;

  for (guint i = 0; i < added->len; i++)
    {
      gint64 id = g_array_index (added, gint64, i);

      if (!(contains (removed, id)
            ? set_arc (change, after, id, error)
            : add_arc (change, place->plan_id, ggov_geo_subdivision_find_arc (after, id), error)))
        return FALSE;
    }

  return TRUE;
}

/* On the store's thread. */
static gboolean
repaint (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  Request *request = data;
  g_auto(Place) place = {
    .building_id = request->building_id,
    .new_grid_id = request->grid_id,
  };
  g_autoptr(GgovGeoSubdivision) after = NULL;
  g_autofree char *subject = NULL;

  if (!read_place (&place, change, error))
    return FALSE;

  if (place.old_grid_id == place.new_grid_id)
    return TRUE;

  if (!check_coming (&place, change, error) ||
      !read_surroundings (&place, change->db, error) || !check_rules (&place, error) ||
      !(after = move (&place, error)))
    return FALSE;

  subject = g_strdup_printf ("%s → %s", place.old_code, place.new_code);
  ggov_change_set_subject (change, subject);

  return write_arcs (change, &place, after, error) &&
         ggov_change_assign_building (change, place.plan_id, place.building_id,
                                      place.new_grid_id, error);
}

void
ggov_store_repaint_building_async (GgovStore           *self,
                                   gint64               building_id,
                                   gint64               grid_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  request->building_id = building_id;
  request->grid_id = grid_id;

  ggov_store_change_async (self, N_("Move a building to another grid"), "", repaint, request,
                           g_free, cancellable, callback, user_data);
}
