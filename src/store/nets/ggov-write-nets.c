/* ggov-write-nets.c: writing the nets that departments drew before there were base grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-places-private.h"
#include "ggov-write-nets.h"

#define SQL_NET \
  "SELECT id, department, role_code, source, retired_on FROM legacy_net WHERE name = $1"
#define SQL_GRIDS \
  "SELECT id, code, name, shape, valid_from FROM legacy_grid WHERE net_id = $1 ORDER BY id"
#define SQL_PEOPLE \
  "SELECT p.id, p.legacy_grid_id, p.name, p.phone, p.role FROM legacy_person p " \
  "JOIN legacy_grid g ON g.id = p.legacy_grid_id WHERE g.net_id = $1 ORDER BY g.id, p.id"

/* What is known ---------------------------------------------------------------------------- */

static void
person_free (GgovKnownOldPerson *person)
{
  g_free (person->name);
  g_free (person->phone);
  g_free (person->role);
  g_free (person);
}

static void
grid_free (GgovKnownOldGrid *grid)
{
  g_free (grid->code);
  g_free (grid->name);
  g_clear_pointer (&grid->shape, g_bytes_unref);
  g_free (grid->valid_from);
  g_clear_pointer (&grid->people, g_ptr_array_unref);
  g_free (grid);
}

void
ggov_known_net_free (GgovKnownNet *net)
{
  g_free (net->department);
  g_free (net->role_code);
  g_free (net->source);
  g_free (net->retired_on);
  g_clear_pointer (&net->grids, g_ptr_array_unref);
  g_free (net);
}

GgovKnownOldGrid *
ggov_known_net_add_grid (GgovKnownNet            *net,
                         gint64                   id,
                         const GgovOldGridRecord *record)
{
  GgovKnownOldGrid *grid = g_new0 (GgovKnownOldGrid, 1);

  grid->id = id;
  grid->code = g_strdup (record->code);
  grid->name = g_strdup (record->name ? record->name : "");
  grid->shape = g_bytes_ref (record->shape);
  grid->valid_from = g_strdup (record->valid_from);
  grid->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  g_ptr_array_add (net->grids, grid);

  return grid;
}

void
ggov_known_old_grid_add_person (GgovKnownOldGrid          *grid,
                                gint64                     id,
                                const GgovOldPersonRecord *record)
{
  GgovKnownOldPerson *person = g_new0 (GgovKnownOldPerson, 1);

  person->id = id;
  person->name = g_strdup (record->name);
  person->phone = g_strdup (record->phone);
  person->role = g_strdup (record->role ? record->role : "");
  g_ptr_array_add (grid->people, person);
}

static gboolean
read_grid (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  g_autoptr(GBytes) shape = ggov_stmt_dup_bytes (stmt, 3);
  const GgovOldGridRecord record = {
    .code = ggov_stmt_get_text (stmt, 1),
    .name = ggov_stmt_get_text (stmt, 2),
    .shape = shape,
    .valid_from = ggov_stmt_get_text (stmt, 4),
  };

  ggov_known_net_add_grid (user_data, ggov_stmt_get_int (stmt, 0), &record);

  return TRUE;
}

/* People come in the order of their grids, so each is found by walking on. */
typedef struct
{
  GgovKnownNet *net;
  guint         at;
} PeopleWalk;

static gboolean
read_person (GgovStmt  *stmt,
             gpointer   user_data,
             GError   **error)
{
  PeopleWalk *walk = user_data;
  const GgovOldPersonRecord record = {
    .grid_id = ggov_stmt_get_int (stmt, 1),
    .name = ggov_stmt_get_text (stmt, 2),
    .phone = ggov_stmt_get_text (stmt, 3),
    .role = ggov_stmt_get_text (stmt, 4),
  };

  while (((GgovKnownOldGrid *) walk->net->grids->pdata[walk->at])->id != record.grid_id)
    walk->at++;
  ggov_known_old_grid_add_person (walk->net->grids->pdata[walk->at], ggov_stmt_get_int (stmt, 0),
                                  &record);

  return TRUE;
}

static gboolean
read_parts (GgovChange    *change,
            GgovKnownNet  *net,
            GError       **error)
{
  g_autoptr(GgovStmt) grids = ggov_db_prepare (change->db, SQL_GRIDS, error);
  g_autoptr(GgovStmt) people = ggov_db_prepare (change->db, SQL_PEOPLE, error);
  PeopleWalk walk = { net, 0 };

  if (grids == NULL || people == NULL)
    return FALSE;

  ggov_stmt_bind_int (grids, 1, net->id);
  ggov_stmt_bind_int (people, 1, net->id);

  return _ggov_places_read_rows (grids, read_grid, net, error) &&
         _ggov_places_read_rows (people, read_person, &walk, error);
}

gboolean
ggov_change_load_net (GgovChange    *change,
                      const char    *name,
                      GgovKnownNet **net,
                      GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_NET, error);
  g_autoptr(GgovKnownNet) known = NULL;
  GgovDbStep step;

  *net = NULL;
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, name);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  known = g_new0 (GgovKnownNet, 1);
  known->id = ggov_stmt_get_int (stmt, 0);
  known->department = g_strdup (ggov_stmt_get_text (stmt, 1));
  known->role_code = g_strdup (ggov_stmt_get_text (stmt, 2));
  known->source = g_strdup (ggov_stmt_get_text (stmt, 3));
  known->retired_on = g_strdup (ggov_stmt_get_text (stmt, 4));
  known->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) grid_free);
  if (!read_parts (change, known, error))
    return FALSE;

  *net = g_steal_pointer (&known);

  return TRUE;
}

/* Write ------------------------------------------------------------------------------------ */

#define NET_COLUMNS(record) \
  GGOV_TEXT ("name", (record)->name), \
  GGOV_TEXT ("department", (record)->department ? (record)->department : ""), \
  GGOV_TEXT ("role_code", (record)->role_code ? (record)->role_code : ""), \
  GGOV_TEXT ("source", (record)->source ? (record)->source : "")

gint64
ggov_change_add_net (GgovChange           *change,
                     const GgovNetRecord  *record,
                     GError              **error)
{
  g_autofree char *day = ggov_local_day_format (ggov_local_time_get_day (change->at));
  const GgovColumn columns[] = {
    NET_COLUMNS (record),
    GGOV_TEXT ("imported_on", record->imported_on ? record->imported_on : day),
  };

  return _ggov_change_insert (change, "legacy_net", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_update_net (GgovChange           *change,
                        gint64                net_id,
                        const GgovNetRecord  *record,
                        GError              **error)
{
  const GgovColumn columns[] = { NET_COLUMNS (record) };

  return _ggov_change_update (change, "legacy_net", net_id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

#define GRID_COLUMNS(record) \
  GGOV_TEXT ("code", (record)->code), \
  GGOV_TEXT ("name", (record)->name ? (record)->name : ""), \
  GGOV_BYTES ("shape", (record)->shape), \
  GGOV_TEXT ("valid_from", (record)->valid_from)

gint64
ggov_change_add_old_grid (GgovChange               *change,
                          const GgovOldGridRecord  *record,
                          GError                  **error)
{
  const GgovColumn columns[] = { GGOV_ID ("net_id", record->net_id), GRID_COLUMNS (record) };

  return _ggov_change_insert (change, "legacy_grid", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_update_old_grid (GgovChange               *change,
                             gint64                    id,
                             const GgovOldGridRecord  *record,
                             GError                  **error)
{
  const GgovColumn columns[] = { GRID_COLUMNS (record) };

  return _ggov_change_update (change, "legacy_grid", id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

#define PERSON_COLUMNS(record) \
  GGOV_TEXT ("name", (record)->name), \
  GGOV_TEXT ("phone", (record)->phone), \
  GGOV_TEXT ("role", (record)->role ? (record)->role : "")

gint64
ggov_change_add_old_person (GgovChange                 *change,
                            const GgovOldPersonRecord  *record,
                            GError                    **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("legacy_grid_id", record->grid_id), PERSON_COLUMNS (record),
  };

  return _ggov_change_insert (change, "legacy_person", columns, G_N_ELEMENTS (columns), error);
}

gboolean
ggov_change_update_old_person (GgovChange                 *change,
                               gint64                      id,
                               const GgovOldPersonRecord  *record,
                               GError                    **error)
{
  const GgovColumn columns[] = { PERSON_COLUMNS (record) };

  return _ggov_change_update (change, "legacy_person", id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}
