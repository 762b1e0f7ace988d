/* ggov-store-nets.c: old nets listed, laid over the base grids, and the proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <math.h>

#include "ggov-geo-areas.h"
#include "ggov-nets-private.h"
#include "ggov-store-nets.h"

#define OF_NET "FROM legacy_person p JOIN legacy_grid g ON g.id = p.legacy_grid_id "
#define SQL_NETS \
  "SELECT n.id, n.name, n.department, n.role_code, r.name, r.name_zh, n.source, n.imported_on, " \
  "n.retired_on, (SELECT count (*) FROM legacy_grid g WHERE g.net_id = n.id), " \
  "(SELECT count (*) " OF_NET "WHERE g.net_id = n.id), " \
  "(SELECT count (*) " OF_NET "JOIN legacy_move m ON m.legacy_person_id = p.id " \
  "WHERE g.net_id = n.id AND m.post_id IS NOT NULL) " \
  "FROM legacy_net n LEFT JOIN role r ON r.code = n.role_code WHERE $1 = 0 OR n.id = $1 " \
  "ORDER BY n.retired_on IS NOT NULL, n.name"
#define SQL_OLD_GRIDS \
  "SELECT n.name, g.code, g.shape FROM legacy_grid g JOIN legacy_net n ON n.id = g.net_id " \
  "ORDER BY n.name, g.code"
/* Each building with the number of base grids that it is in on day $1. */
#define SQL_BUILDINGS \
  "WITH " GGOV_SQL_PLANS_ON ("$1") ", i AS (SELECT a.building_id, " \
  "count (DISTINCT a.grid_id) AS n FROM plan_building a JOIN p ON p.id = a.plan_id " \
  "GROUP BY a.building_id) " \
  "SELECT coalesce (i.n, 0), b.id, coalesce (o.name, ''), coalesce (b.number, b.name, '') " \
  "FROM building b LEFT JOIN i ON i.building_id = b.id " \
  "LEFT JOIN compound o ON o.id = b.compound_id ORDER BY b.id"

#define LEAST_M2   1.0 /* smaller gaps are rounding */
#define MOST_LOOSE 100

/* List ------------------------------------------------------------------------------------- */

static gpointer
make_net (GgovStmt *stmt)
{
  const GgovNetRow row = {
    .id = ggov_stmt_get_int (stmt, 0),
    .name = ggov_stmt_get_text (stmt, 1),
    .department = ggov_stmt_get_text (stmt, 2),
    .role_code = ggov_stmt_get_text (stmt, 3),
    .role = ggov_stmt_get_text (stmt, 4),
    .role_zh = ggov_stmt_get_text (stmt, 5),
    .source = ggov_stmt_get_text (stmt, 6),
    .imported_on = ggov_stmt_get_text (stmt, 7),
    .retired_on = ggov_stmt_get_text (stmt, 8),
    .grids = ggov_stmt_get_int (stmt, 9),
    .people = ggov_stmt_get_int (stmt, 10),
    .moved = ggov_stmt_get_int (stmt, 11),
  };

  return ggov_net_new (&row);
}

static gboolean
keep_net (GgovStmt  *stmt,
          gpointer   user_data,
          GError   **error)
{
  g_ptr_array_add (user_data, make_net (stmt));

  return TRUE;
}

GPtrArray *
_ggov_nets_read (GgovDb  *db,
                 gint64   net_id,
                 GError **error)
{
  g_autoptr(GPtrArray) nets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_NETS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, net_id);

  return _ggov_places_read_rows (stmt, keep_net, nets, error) ? g_steal_pointer (&nets) : NULL;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GPtrArray *nets = _ggov_nets_read (db, 0, &error);

  if (nets)
    g_task_return_pointer (task, nets, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_nets_async (GgovStore           *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_nets_async, list_job, NULL, NULL, cancellable, callback,
                    user_data);
}

GListModel *
ggov_store_list_nets_finish (GgovStore     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  GPtrArray *nets;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  nets = g_task_propagate_pointer (G_TASK (result), error);

  return nets ? _ggov_store_take_list (nets, GGOV_TYPE_NET) : NULL;
}

/* Study ------------------------------------------------------------------------------------ */

typedef struct
{
  gint64  net_id;
  char   *day;
} StudyOrder;

static void
study_order_free (StudyOrder *order)
{
  g_free (order->day);
  g_free (order);
}

GgovNetStudy *
_ggov_net_read_study (GgovDb      *db,
                      gint64       net_id,
                      const char  *day,
                      GError     **error)
{
  g_auto(GgovNetWork) work = { .db = db, .net_id = net_id, .day = day };
  g_autoptr(GPtrArray) nets = _ggov_nets_read (db, net_id, error);
  g_autoptr(GPtrArray) people = NULL;

  if (nets == NULL)
    return NULL;

  if (nets->len == 0 || net_id == 0)
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                   "there is no old net %" G_GINT64_FORMAT, net_id);
      return NULL;
    }

  if (!_ggov_net_work_lay (&work, error) || !(people = _ggov_net_work_read_people (&work, error)))
    return NULL;

  return ggov_net_study_new (g_object_ref (nets->pdata[0]), g_steal_pointer (&work.rows),
                             g_steal_pointer (&work.columns), g_steal_pointer (&work.cells),
                             g_steal_pointer (&people));
}

/* On the store's thread. */
static void
study_job (GTask  *task,
           GgovDb *db)
{
  const StudyOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  GgovNetStudy *study = _ggov_net_read_study (db, order->net_id, order->day, &error);

  if (study)
    g_task_return_pointer (task, study, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
call (GgovStore           *self,
      gpointer             tag,
      GgovStoreJob         job,
      gint64               net_id,
      const char          *day,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  StudyOrder *order = g_new0 (StudyOrder, 1);

  order->net_id = net_id;
  order->day = g_strdup (day);
  _ggov_store_call (self, tag, job, order, (GDestroyNotify) study_order_free, cancellable, callback,
                    user_data);
}

void
ggov_store_study_net_async (GgovStore           *self,
                            gint64               net_id,
                            const char          *day,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  call (self, ggov_store_study_net_async, study_job, net_id, day, cancellable, callback, user_data);
}

GgovNetStudy *
ggov_store_study_net_finish (GgovStore     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Proof ------------------------------------------------------------------------------------ */

static gboolean
count_building (GgovStmt  *stmt,
                gpointer   user_data,
                GError   **error)
{
  GgovNetProof *proof = user_data;
  gint64 n = ggov_stmt_get_int (stmt, 0);

  proof->n_buildings++;
  proof->n_in_one += n == 1;
  proof->n_in_none += n == 0;
  proof->n_in_several += n > 1;
  if (n != 1 && proof->loose->len < MOST_LOOSE)
    g_ptr_array_add (proof->loose,
                     g_strdup_printf ("%" G_GINT64_FORMAT " %s%s", ggov_stmt_get_int (stmt, 1),
                                      ggov_stmt_get_text (stmt, 2), ggov_stmt_get_text (stmt, 3)));

  return TRUE;
}

static gboolean
count_buildings (GgovDb        *db,
                 const char    *day,
                 GgovNetProof  *proof,
                 GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_BUILDINGS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);

  return _ggov_places_read_rows (stmt, count_building, proof, error);
}

static GgovGeoAreas *
make_grids (GgovPlaces  *places,
            GError     **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < ggov_places_get_n_grids (places); i++)
    {
      gint64 id = ggov_grid_get_id (ggov_places_get_grid (places, i));
      GBytes *shape = ggov_geo_subdivision_dup_grid_wkb (ggov_places_find_subdivision (places, id),
                                                         id, error);

      if (shape == NULL)
        return NULL;
      g_ptr_array_add (shapes, shape);
    }

  return ggov_geo_areas_new (shapes, error);
}

static GgovGeoAreas *
make_communities (GgovPlaces  *places,
                  GError     **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < ggov_places_get_n_communities (places); i++)
    g_ptr_array_add (shapes, ggov_places_get_community (places, i)->border);

  return ggov_geo_areas_new (shapes, error);
}

/* The old grids, with their shapes beside them. */
typedef struct
{
  GgovNetProof *proof;
  GPtrArray    *shapes; /* (element-type GBytes) */
} OldGrids;

static gboolean
read_old_grid (GgovStmt  *stmt,
               gpointer   user_data,
               GError   **error)
{
  OldGrids *old = user_data;
  GgovNetProofGrid *grid = g_new0 (GgovNetProofGrid, 1);

  grid->net = g_strdup (ggov_stmt_get_text (stmt, 0));
  grid->code = g_strdup (ggov_stmt_get_text (stmt, 1));
  grid->per_mille = 1000;
  grid->lon = grid->lat = NAN;
  g_ptr_array_add (old->proof->grids, grid);
  g_ptr_array_add (old->shapes, ggov_stmt_dup_bytes (stmt, 2));

  return TRUE;
}

static gboolean
prove_old_grids (GgovDb        *db,
                 GgovGeoAreas  *grids,
                 GgovGeoAreas  *communities,
                 GgovNetProof  *proof,
                 GError       **error)
{
  g_autoptr(GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OLD_GRIDS, error);
  g_autoptr(GgovGeoAreas) areas = NULL;
  g_autoptr(GArray) bare = NULL;
  g_autoptr(GArray) outside = NULL;
  OldGrids old = { proof, shapes };

  if (stmt == NULL || !_ggov_places_read_rows (stmt, read_old_grid, &old, error) ||
      !(areas = ggov_geo_areas_new (shapes, error)) ||
      !(bare = ggov_geo_areas_find_uncovered (areas, grids, LEAST_M2, error)) ||
      !(outside = ggov_geo_areas_find_uncovered (areas, communities, LEAST_M2, error)))
    return FALSE;

  for (guint i = 0; i < bare->len; i++)
    {
      GgovGeoPatch *patch = &g_array_index (bare, GgovGeoPatch, i);
      GgovNetProofGrid *grid = proof->grids->pdata[patch->a];
      double area_m2 = ggov_geo_areas_get_m2 (areas, patch->a);

      grid->bare_m2 = grid->inside_m2 = patch->area_m2;
      grid->per_mille = MIN ((guint) (1000 * (1 - patch->area_m2 / area_m2)), 999);
      grid->lon = patch->lon;
      grid->lat = patch->lat;
    }
  for (guint i = 0; i < outside->len; i++)
    {
      GgovGeoPatch *patch = &g_array_index (outside, GgovGeoPatch, i);
      GgovNetProofGrid *grid = proof->grids->pdata[patch->a];

      grid->inside_m2 = MAX (grid->bare_m2 - patch->area_m2, 0);
      if (grid->inside_m2 < LEAST_M2)
        grid->inside_m2 = 0;
    }

  return TRUE;
}

static GgovNetProof *
prove (GgovDb      *db,
       const char  *day,
       GError     **error)
{
  g_autoptr(GgovNetProof) proof = ggov_net_proof_new ();
  g_autoptr(GgovPlaces) places = _ggov_places_load (db, day, NULL, error);
  g_autoptr(GgovGeoAreas) grids = places ? make_grids (places, error) : NULL;
  g_autoptr(GgovGeoAreas) communities = grids ? make_communities (places, error) : NULL;
  g_autoptr(GError) local = NULL;

  if (communities == NULL || !count_buildings (db, day, proof, error) ||
      !prove_old_grids (db, grids, communities, proof, error))
    return NULL;

  proof->n_grids = ggov_geo_areas_get_n (grids);
  for (guint i = 0; i < proof->n_grids; i++)
    proof->grids_m2 += ggov_geo_areas_get_m2 (grids, i);
  proof->union_m2 = ggov_geo_areas_get_union_m2 (grids, &local);
  if (local == NULL)
    proof->communities_m2 = ggov_geo_areas_get_union_m2 (communities, &local);
  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&proof);
}

/* On the store's thread. */
static void
prove_job (GTask  *task,
           GgovDb *db)
{
  const StudyOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  GgovNetProof *proof = prove (db, order->day, &error);

  if (proof)
    g_task_return_pointer (task, proof, (GDestroyNotify) ggov_net_proof_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_prove_nets_async (GgovStore           *self,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  call (self, ggov_store_prove_nets_async, prove_job, 0, day, cancellable, callback, user_data);
}

GgovNetProof *
ggov_store_prove_nets_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
