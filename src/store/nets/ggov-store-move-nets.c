/* ggov-store-move-nets.c: the people of an old net move to base grids, and the net is retired
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-nets-private.h"
#include "ggov-store-nets.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"

#define SQL_NET "SELECT name, coalesce (retired_on, '') FROM legacy_net WHERE id = $1"
#define SQL_NET_OF_PERSON \
  "SELECT n.name, coalesce (n.retired_on, '') FROM legacy_person p " \
  "JOIN legacy_grid g ON g.id = p.legacy_grid_id JOIN legacy_net n ON n.id = g.net_id " \
  "WHERE p.id = $1"
#define SQL_ROLE "SELECT 1 FROM role WHERE code = $1 AND scope = 'grid'"
#define SQL_GRID "SELECT 1 FROM grid WHERE id = $1"
#define SQL_MOVES "SELECT id FROM legacy_move WHERE legacy_person_id = $1 ORDER BY id"
#define SQL_MOVE "SELECT id FROM legacy_move WHERE legacy_person_id = $1 AND grid_id = $2"
#define SQL_OLD_GRIDS \
  "SELECT id FROM legacy_grid WHERE net_id = $1 AND valid_to IS NULL ORDER BY id"
/* A post that somebody holds already on the day, or will. */
#define SQL_POST \
  "SELECT id FROM post WHERE person_id = $1 AND role_id = $2 AND grid_id = $3 " \
  "AND coalesce (valid_to, '9999-12-31') >= $4 ORDER BY valid_from LIMIT 1"

/* One order serves all. */
typedef struct
{
  gint64   id;        /* of a net or of somebody of one */
  char    *day;       /* (nullable) */
  char    *text;      /* (nullable): a role's code, or a reason */
  gint64  *grid_ids;
  guint    n_grids;
} NetOrder;

static void
net_order_free (NetOrder *order)
{
  g_free (order->day);
  g_free (order->text);
  g_free (order->grid_ids);
  g_free (order);
}

static NetOrder *
net_order_new (gint64      id,
               const char *day,
               const char *text)
{
  NetOrder *order = g_new0 (NetOrder, 1);

  order->id = id;
  order->day = g_strdup (day);
  order->text = g_strdup (text);

  return order;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* The change is about a net that is still there. */
static gboolean
open_net (GgovChange  *change,
          const char  *sql,
          gint64       id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no old net, or nobody of one, of number %" G_GINT64_FORMAT, id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  ggov_change_set_subject (change, ggov_stmt_get_text (stmt, 0));
  if (*ggov_stmt_get_text (stmt, 1))
    return refuse (error, _("This net is retired already. Undo that first."));

  return TRUE;
}

/* Asks for the id of one row with up to four numbers, the last a text. 0 for none. */
static gboolean
find_id (GgovChange    *change,
         const char    *sql,
         const gint64  *numbers,
         guint          n_numbers,
         const char    *text,
         gint64        *id,
         GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  GgovDbStep step;

  *id = 0;
  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < n_numbers; i++)
    ggov_stmt_bind_int (stmt, i + 1, numbers[i]);
  if (text)
    ggov_stmt_bind_text (stmt, n_numbers + 1, text);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *id = ggov_stmt_get_int (stmt, 0);

  return step != GGOV_DB_ERROR;
}

static GArray *
list_ids (GgovChange  *change,
          const char  *sql,
          gint64       id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);

  return ggov_stmt_list_ints (stmt, error);
}

/* Choosing --------------------------------------------------------------------------------- */

static gboolean
check_role (GgovChange  *change,
            const char  *code,
            GError     **error)
{
  gint64 found;

  if (!find_id (change, SQL_ROLE, NULL, 0, code, &found, error))
    return FALSE;

  return found || refuse (error, _("This role is not held on a grid. Choose another one."));
}

/* On the store's thread. */
static gboolean
set_role (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const NetOrder *order = data;
  const GgovColumn columns[] = { GGOV_TEXT ("role_code", order->text) };

  return open_net (change, SQL_NET, order->id, error) &&
         check_role (change, order->text, error) &&
         _ggov_change_update (change, "legacy_net", order->id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

static gboolean
write_move (GgovChange  *change,
            gint64       person_id,
            gint64       grid_id,
            gint64       post_id,
            GError     **error)
{
  const gint64 numbers[] = { person_id, grid_id };
  const GgovColumn columns[] = {
    GGOV_ID ("post_id", post_id),
    GGOV_ID ("legacy_person_id", person_id),
    GGOV_ID ("grid_id", grid_id),
  };
  gint64 known;

  if (!find_id (change, SQL_MOVE, numbers, G_N_ELEMENTS (numbers), NULL, &known, error))
    return FALSE;

  if (known)
    return _ggov_change_update (change, "legacy_move", known, -1, columns, 1, error);

  return _ggov_change_insert (change, "legacy_move", columns, G_N_ELEMENTS (columns), error) != 0;
}

static gboolean
drop_moves (GgovChange  *change,
            gint64       person_id,
            GError     **error)
{
  g_autoptr(GArray) ids = list_ids (change, SQL_MOVES, person_id, error);

  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_delete (change, "legacy_move", g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
add_choice (GgovChange  *change,
            gint64       person_id,
            gint64       grid_id,
            GError     **error)
{
  gint64 found;

  if (!find_id (change, SQL_GRID, &grid_id, 1, NULL, &found, error))
    return FALSE;

  if (found == 0)
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                   "there is no grid %" G_GINT64_FORMAT, grid_id);
      return FALSE;
    }

  return write_move (change, person_id, grid_id, 0, error);
}

/* On the store's thread. */
static gboolean
choose_grids (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const NetOrder *order = data;
  const GgovColumn columns[] = {
    GGOV_INT ("decided", 1),
    GGOV_TEXT ("role_code", order->text),
  };

  if (!open_net (change, SQL_NET_OF_PERSON, order->id, error) ||
      (order->text && !check_role (change, order->text, error)) ||
      !_ggov_change_update (change, "legacy_person", order->id, -1, columns, order->text ? 2 : 1,
                            error) ||
      !drop_moves (change, order->id, error))
    return FALSE;

  for (guint i = 0; i < order->n_grids; i++)
    if (!add_choice (change, order->id, order->grid_ids[i], error))
      return FALSE;

  return TRUE;
}

/* On the store's thread. */
static gboolean
leave_out (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const NetOrder *order = data;
  const GgovColumn columns[] = { GGOV_INT ("decided", 1) };
  g_autoptr(GgovNetStudy) study = NULL;
  GPtrArray *people;

  if (!open_net (change, SQL_NET, order->id, error) ||
      !(study = _ggov_net_read_study (change->db, order->id, order->day, error)))
    return FALSE;

  people = ggov_net_study_get_people (study);
  for (guint i = 0; i < people->len; i++)
    {
      const GgovNetPersonRow *row = ggov_net_person_get_row (people->pdata[i]);

      if ((row->doubts & GGOV_NET_DOUBT_NOWHERE) &&
          !_ggov_change_update (change, "legacy_person", row->id, -1, columns,
                                G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return TRUE;
}

/* Retiring --------------------------------------------------------------------------------- */

static gboolean
close_net (GgovChange  *change,
           gint64       net_id,
           const char  *day,
           GError     **error)
{
  g_autoptr(GArray) grids = list_ids (change, SQL_OLD_GRIDS, net_id, error);
  g_autofree char *last = NULL;
  const GgovColumn net_columns[] = { GGOV_TEXT ("retired_on", day) };
  int number;

  if (grids == NULL || !ggov_local_day_parse (day, &number, error))
    return FALSE;

  last = ggov_local_day_format (number - 1);
  for (guint i = 0; i < grids->len; i++)
    {
      const GgovColumn columns[] = { GGOV_TEXT ("valid_to", last) };

      if (!_ggov_change_update (change, "legacy_grid", g_array_index (grids, gint64, i), -1,
                                columns, G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return _ggov_change_update (change, "legacy_net", net_id, -1, net_columns,
                              G_N_ELEMENTS (net_columns), error);
}

/* On the store's thread. */
static gboolean
retire (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  const NetOrder *order = data;

  return open_net (change, SQL_NET, order->id, error) &&
         close_net (change, order->id, order->day, error);
}

/* Carrying out ----------------------------------------------------------------------------- */

/* People that the change has made so far: who had two old grids is one person. */
typedef struct
{
  GgovChange     *change;
  const NetOrder *order;
  const char     *net;
  GHashTable     *made; /* (element-type utf8 gint64): by name and digits */
} Move;

static gboolean
check_doubts (GgovNetStudy  *study,
              GError       **error)
{
  GPtrArray *people = ggov_net_study_get_people (study);

  for (guint i = 0; i < people->len; i++)
    {
      const GgovNetPersonRow *row = ggov_net_person_get_row (people->pdata[i]);
      g_autofree char *why = ggov_net_doubts_dup_label (row->doubts & GGOV_NET_DOUBTS_IN_THE_WAY);

      if ((row->doubts & GGOV_NET_DOUBTS_IN_THE_WAY) == 0)
        continue;

      /* Translators: an old grid’s code, a person’s name, what is in the way. */
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                   _("Old grid %s, %s: %s. Choose the grids or the role, or let this person stay "
                     "out."), row->old_code, row->name, why);
      return FALSE;
    }

  return TRUE;
}

static gint64
find_or_add_person (Move                    *self,
                    const GgovNetPersonRow  *row,
                    GError                 **error)
{
  g_autofree char *digits = _ggov_net_dup_digits (row->phone);
  g_autofree char *key = g_strdup_printf ("%s %s", row->name, digits);
  const GgovPersonRecord record = { .name = row->name, .phone = row->phone };
  const gint64 *made = *digits ? g_hash_table_lookup (self->made, key) : NULL;
  gint64 id;

  if (row->person_id != 0)
    return row->person_id;
  if (made)
    return *made;

  if ((id = ggov_change_add_person (self->change, &record, error)))
    g_hash_table_insert (self->made, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));

  return id;
}

static gint64
find_or_add_post (Move                    *self,
                  const GgovNetPersonRow  *row,
                  gint64                   person_id,
                  gint64                   role_id,
                  gint64                   grid_id,
                  GError                 **error)
{
  const gint64 numbers[] = { person_id, role_id, grid_id };
  g_autofree char *words = NULL;
  GgovPostRecord post = {
    .person_id = person_id, .role_id = role_id, .grid_id = grid_id, .valid_from = self->order->day,
  };
  gint64 known;

  if (!find_id (self->change, SQL_POST, numbers, G_N_ELEMENTS (numbers), self->order->day, &known,
                error))
    return 0;

  if (known)
    return known;

  /* Translators: the name of a department’s old net, and the code of one of its grids. */
  words = g_strdup_printf (_("From the old net %s, grid %s"), self->net, row->old_code);
  post.reason = self->order->text ? self->order->text : words;

  return ggov_change_add_post (self->change, &post, error);
}

static gboolean
move_person (Move           *self,
             GgovNetPerson  *person,
             GError        **error)
{
  const GgovNetPersonRow *row = ggov_net_person_get_row (person);
  guint n;
  const gint64 *grids = ggov_net_person_get_grids (person, &n);
  gint64 role_id, id, post_id;

  if (n == 0)
    return TRUE;

  if (!(role_id = ggov_change_find_role (self->change, row->role_code, error)) ||
      !(id = find_or_add_person (self, row, error)))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!(post_id = find_or_add_post (self, row, id, role_id, grids[i], error)) ||
        !write_move (self->change, row->id, grids[i], post_id, error))
      return FALSE;

  return _ggov_change_update (self->change, "legacy_person", row->id, -1,
                              (const GgovColumn[]) { GGOV_ID ("person_id", id) }, 1, error);
}

/* On the store's thread. */
static gboolean
carry_out (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const NetOrder *order = data;
  g_autoptr(GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GgovNetStudy) study = NULL;
  Move move = { change, order, NULL, made };
  GPtrArray *people;

  if (!open_net (change, SQL_NET, order->id, error) ||
      !(study = _ggov_net_read_study (change->db, order->id, order->day, error)) ||
      !check_doubts (study, error))
    return FALSE;

  move.net = ggov_net_get_row (ggov_net_study_get_net (study))->name;
  people = ggov_net_study_get_people (study);
  for (guint i = 0; i < people->len; i++)
    if (!move_person (&move, people->pdata[i], error))
      return FALSE;

  return close_net (change, order->id, order->day, error);
}

void
ggov_store_set_net_role_async (GgovStore           *self,
                               gint64               net_id,
                               const char          *role_code,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (role_code != NULL);

  ggov_store_change_async (self, N_("Choose the role for an old net"), "", set_role,
                           net_order_new (net_id, NULL, role_code),
                           (GDestroyNotify) net_order_free, cancellable, callback, user_data);
}

/* Takes @order over. */
static void
change_net (GgovStore           *self,
            const char          *action,
            GgovChangeFunc       func,
            NetOrder            *order,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  ggov_store_change_async (self, action, "", func, order, (GDestroyNotify) net_order_free,
                           cancellable, callback, user_data);
}

void
ggov_store_choose_net_grids_async (GgovStore           *self,
                                   gint64               person_id,
                                   const char          *role_code,
                                   const gint64        *grid_ids,
                                   guint                n_grids,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  NetOrder *order = net_order_new (person_id, NULL, role_code);

  order->grid_ids = g_memdup2 (grid_ids, n_grids * sizeof *grid_ids);
  order->n_grids = n_grids;
  change_net (self, N_("Choose grids for somebody of an old net"), choose_grids, order, cancellable,
              callback, user_data);
}

void
ggov_store_leave_net_people_out_async (GgovStore           *self,
                                       gint64               net_id,
                                       const char          *day,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  change_net (self, N_("Leave out people of an old net"), leave_out,
              net_order_new (net_id, day, NULL), cancellable, callback, user_data);
}

void
ggov_store_carry_out_net_async (GgovStore           *self,
                                gint64               net_id,
                                const char          *day,
                                const char          *reason,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  change_net (self, N_("Move an old net to base grids"), carry_out,
              net_order_new (net_id, day, reason), cancellable, callback, user_data);
}

void
ggov_store_retire_net_async (GgovStore           *self,
                             gint64               net_id,
                             const char          *day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  change_net (self, N_("Retire an old net"), retire, net_order_new (net_id, day, NULL), cancellable,
              callback, user_data);
}
