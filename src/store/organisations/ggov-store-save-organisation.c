/* ggov-store-save-organisation.c: what a user does with organisations, each as one change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-rules-private.h"
#include "ggov-store-organisations.h"

/* A call's own copy of what is asked for; only one of the records is. */
typedef struct
{
  GStringChunk               *texts;
  GgovOrganisationRecord      record;
  GgovOrganisationLineRecord  line;
  GArray                     *grids;     /* (element-type gint64) */
  gint64                      id;
  const char                 *kind;
  const char                 *line_kind;
  const char                 *last_day;
  const char                 *reason;
  gboolean                    with_posts;
} Order;

static void
order_free (Order *order)
{
  g_string_chunk_free (order->texts);
  g_array_unref (order->grids);
  g_free (order);
}

static Order *
order_new (void)
{
  Order *order = g_new0 (Order, 1);

  order->texts = g_string_chunk_new (512);
  order->grids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return order;
}

/* Without blanks around it. */
static const char *
keep (Order      *order,
      const char *text)
{
  g_autofree char *plain = text ? g_strstrip (g_strdup (text)) : NULL;

  return plain ? g_string_chunk_insert (order->texts, plain) : NULL;
}

static gboolean
check_day (const char  *day,
           GError     **error)
{
  int number;

  return day == NULL || ggov_local_day_parse (day, &number, error);
}

/* What it has begins with it, at the earliest. */
#define SQL_FIRST_LINE \
  "SELECT min (valid_from) FROM (SELECT valid_from FROM organisation_contact " \
  "WHERE organisation_id = $1 AND $2 = 0 UNION ALL SELECT valid_from FROM organisation_grid " \
  "WHERE organisation_id = $1 AND $2 = 0 UNION ALL SELECT valid_from FROM organisation_resource " \
  "WHERE organisation_id = $1 AND $2 = 0 UNION ALL SELECT day FROM organisation_activity " \
  "WHERE organisation_id = $1 AND $2 = 0 UNION ALL SELECT valid_from FROM party_member " \
  "WHERE party_organisation_id = $1 AND $2 = 1 UNION ALL SELECT valid_from " \
  "FROM party_organisation_grid WHERE party_organisation_id = $1 AND $2 = 1) l"

static gboolean
check_first_day (GgovDb       *db,
                 const Order  *order,
                 GError      **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  const char *first;

  if (order->id == 0 || order->record.valid_from == NULL)
    return TRUE;

  if (!(stmt = ggov_db_prepare (db, SQL_FIRST_LINE, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->id);
  ggov_stmt_bind_int (stmt, 2, ggov_organisation_kind_is_party (order->record.kind));
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  first = ggov_stmt_get_text (stmt, 0);

  return first == NULL || strcmp (order->record.valid_from, first) <= 0 ||
         /* Translators: the name of an organisation and a day */
         _ggov_organisation_refuse (error, g_strdup_printf (
           _("%1$s has contacts, grids or activities since %2$s. Let it begin on that day or "
             "before."), order->record.name, first));
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  const Order *order = data;
  g_auto(GgovKnownOrganisation) known = { NULL };

  if (!check_day (order->record.valid_from, error) ||
      !_ggov_organisation_check_record (change->db, &order->record, order->id, error))
    return FALSE;

  ggov_change_set_subject (change, order->record.name);
  if (order->id == 0)
    return ggov_change_add_organisation (change, &order->record, error) != 0;

  return _ggov_organisation_read (change->db, order->record.kind, order->id, &known, error) &&
         _ggov_organisation_check_days (order->record.valid_from, known.valid_to, error) &&
         check_first_day (change->db, order, error) &&
         ggov_change_update_organisation (change, order->id, &order->record, error);
}

/* On the store's thread. */
static gboolean
end (GgovChange  *change,
     gpointer     data,
     GError     **error)
{
  const Order *order = data;
  g_auto(GgovKnownOrganisation) known = { NULL };

  if (!check_day (order->last_day, error) ||
      !_ggov_organisation_read (change->db, order->kind, order->id, &known, error))
    return FALSE;

  ggov_change_set_subject (change, known.name);

  return ggov_change_end_organisation (change, order->kind, order->id, order->last_day,
                                       order->reason, order->with_posts, error);
}

/* On the store's thread. */
static gboolean
add_lines (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  Order *order = data;

  if (!check_day (order->line.valid_from, error) || !check_day (order->line.valid_to, error))
    return FALSE;

  if (order->grids->len == 0)
    return ggov_change_choose_organisation_line (change, &order->line, error) != 0;

  for (guint i = 0; i < order->grids->len; i++)
    {
      order->line.grid_id = g_array_index (order->grids, gint64, i);
      if (!ggov_change_choose_organisation_line (change, &order->line, error))
        return FALSE;
    }

  return TRUE;
}

/* On the store's thread. */
static gboolean
end_line (GgovChange  *change,
          gpointer     data,
          GError     **error)
{
  const Order *order = data;

  return check_day (order->last_day, error) &&
         ggov_change_end_organisation_line (change, order->line_kind, order->kind, order->id,
                                            order->last_day, error);
}

void
ggov_store_save_organisation_async (GgovStore                     *self,
                                    gint64                         id,
                                    const GgovOrganisationRecord  *record,
                                    GCancellable                  *cancellable,
                                    GAsyncReadyCallback            callback,
                                    gpointer                       user_data)
{
  Order *order;

  g_return_if_fail (record != NULL);

  order = order_new ();
  order->id = id;
  order->record = *record;
  order->record.kind = keep (order, record->kind);
  order->record.name = keep (order, record->name);
  order->record.phone = keep (order, record->phone);
  order->record.scope = keep (order, record->scope);
  order->record.address = keep (order, record->address);
  order->record.valid_from = keep (order, record->valid_from);
  ggov_store_change_async (self, id ? N_("Change an organisation") : N_("Add an organisation"), "",
                           save, order, (GDestroyNotify) order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_end_organisation_async (GgovStore           *self,
                                   const char          *kind,
                                   gint64               id,
                                   const char          *last_day,
                                   const char          *reason,
                                   gboolean             with_posts,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Order *order;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (last_day != NULL);

  order = order_new ();
  order->id = id;
  order->kind = keep (order, kind);
  order->last_day = keep (order, last_day);
  order->reason = keep (order, reason);
  order->with_posts = with_posts;
  ggov_store_change_async (self, N_("End an organisation"), "", end, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

/* What the user does in adding a kind of line. */
static const struct
{
  const char *kind;
  const char *add;
  const char *end;
} actions[] = {
  { "contact", N_("Add a contact of an organisation"), N_("End a contact of an organisation") },
  { "member", N_("Add a member of a party organisation"),
    N_("End a membership in a party organisation") },
  { "grid", N_("Give an organisation grids"), N_("Take a grid from an organisation") },
  { "resource", N_("Add what an organisation offers"), N_("End what an organisation offers") },
  { "activity", N_("Record what an organisation did"), N_("Take back what an organisation did") },
  { "post", N_("Add a liaison of an organisation"), N_("End a liaison of an organisation") },
};

static guint
find_action (const char *kind)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (actions) - 1 && !g_str_equal (actions[i].kind, kind))
    i++;

  return i;
}

void
ggov_store_add_organisation_lines_async (GgovStore                         *self,
                                         const GgovOrganisationLineRecord  *record,
                                         const gint64                      *grid_ids,
                                         guint                              n_grids,
                                         GCancellable                      *cancellable,
                                         GAsyncReadyCallback                callback,
                                         gpointer                           user_data)
{
  Order *order;

  g_return_if_fail (record != NULL);
  g_return_if_fail (record->kind != NULL && record->owner_kind != NULL);
  g_return_if_fail (record->valid_from != NULL);

  order = order_new ();
  order->line = *record;
  order->line.kind = keep (order, record->kind);
  order->line.owner_kind = keep (order, record->owner_kind);
  order->line.person_name = keep (order, record->person_name);
  order->line.person_phone = keep (order, record->person_phone);
  order->line.title = keep (order, record->title);
  order->line.note = keep (order, record->note);
  order->line.code = keep (order, record->code);
  order->line.valid_from = keep (order, record->valid_from);
  order->line.valid_to = keep (order, record->valid_to);
  g_array_append_vals (order->grids, grid_ids, n_grids);
  ggov_store_change_async (self, actions[find_action (record->kind)].add, "", add_lines, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}

void
ggov_store_end_organisation_line_async (GgovStore           *self,
                                        const char          *kind,
                                        const char          *owner_kind,
                                        gint64               id,
                                        const char          *last_day,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  Order *order;

  g_return_if_fail (kind != NULL && owner_kind != NULL);
  g_return_if_fail (last_day != NULL);

  order = order_new ();
  order->id = id;
  order->line_kind = keep (order, kind);
  order->kind = keep (order, owner_kind);
  order->last_day = keep (order, last_day);
  ggov_store_change_async (self, actions[find_action (kind)].end, "", end_line, order,
                           (GDestroyNotify) order_free, cancellable, callback, user_data);
}
