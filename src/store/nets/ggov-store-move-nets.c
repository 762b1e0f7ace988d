/* ggov-store-move-nets.c: the people of an old net move to base grids, and the net is retired
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-net-order-private.h"
#include "ggov-nets-private.h"
#include "ggov-store-nets.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"

#define SQL_OLD_GRIDS \
  "SELECT id FROM legacy_grid WHERE net_id = $1 AND valid_to IS NULL ORDER BY id"
/* A post that somebody holds already on the day, or will. */
#define SQL_POST \
  "SELECT id FROM post WHERE person_id = $1 AND role_id = $2 AND grid_id = $3 " \
  "AND coalesce (valid_to, '9999-12-31') >= $4 ORDER BY valid_from LIMIT 1"

/* Retiring --------------------------------------------------------------------------------- */

static gboolean
close_net (GgovChange  *change,
           gint64       net_id,
           const char  *day,
           GError     **error)
{
  g_autoptr(GArray) grids = _ggov_net_list_ids (change, SQL_OLD_GRIDS, net_id, error);
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
  const GgovNetOrder *order = data;

  return _ggov_net_order_open (change, FALSE, order->id, error) &&
         close_net (change, order->id, order->day, error);
}

/* Carrying out ----------------------------------------------------------------------------- */

/* People that the change has made so far: who had two old grids is one person. */
typedef struct
{
  GgovChange     *change;
  const GgovNetOrder *order;
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

  if (!_ggov_net_find_id (self->change, SQL_POST, numbers, G_N_ELEMENTS (numbers),
                          self->order->day, &known, error))
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
        !_ggov_net_write_move (self->change, row->id, grids[i], post_id, error))
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
  const GgovNetOrder *order = data;
  g_autoptr(GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GgovNetStudy) study = NULL;
  Move move = { change, order, NULL, made };
  GPtrArray *people;

  if (!_ggov_net_order_open (change, FALSE, order->id, error) ||
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
ggov_store_carry_out_net_async (GgovStore           *self,
                                gint64               net_id,
                                const char          *day,
                                const char          *reason,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  _ggov_net_order_send (self, N_("Move an old net to base grids"), carry_out,
                        _ggov_net_order_new (net_id, day, reason), cancellable, callback, user_data);
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

  _ggov_net_order_send (self, N_("Retire an old net"), retire,
                        _ggov_net_order_new (net_id, day, NULL), cancellable, callback, user_data);
}
