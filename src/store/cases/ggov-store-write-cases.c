/* ggov-store-write-cases.c: the calls that write disputes, structures, actions and utilities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-store-disputes.h"
#include "ggov-store-joint-actions.h"
#include "ggov-store-structures.h"
#include "ggov-store-utilities.h"

/* What needs more than a row or a number. */
typedef struct
{
  gint64     id;
  gint64     other_id;
  char      *word;
  gboolean   is_on;
  gpointer   row;    /* (nullable) */
  char     **names;  /* (nullable): of photos */
  GPtrArray *photos; /* (nullable) (element-type GBytes) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->word);
  g_clear_object (&order->row);
  g_strfreev (order->names);
  g_clear_pointer (&order->photos, g_ptr_array_unref);
  g_free (order);
}

static void
write_order (GgovStore           *store,
             const char          *action,
             GgovChangeFunc       func,
             const Order         *order,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  ggov_store_change_async (store, action, "", func, g_memdup2 (order, sizeof *order), order_free,
                           cancellable, callback, user_data);
}

/* A row's job, on the store's thread, and the call for it. */
#define DEFINE_WRITE(Row, row, save, call, action) \
  static gboolean \
  row##_job (GgovChange  *change, \
             gpointer     data, \
             GError     **error) \
  { \
    return save (change, ggov_##row##_get_fields (data), error) != 0; \
  } \
\
  void \
  call (GgovStore           *self, \
        Row                 *row, \
        GCancellable        *cancellable, \
        GAsyncReadyCallback  callback, \
        gpointer             user_data) \
  { \
    _ggov_case_write (self, action, row##_job, row, cancellable, callback, user_data); \
  }

/* The same for what is taken away by its number. */
#define DEFINE_REMOVE(row, remove, call, action) \
  static gboolean \
  row##_away_job (GgovChange  *change, \
                  gpointer     data, \
                  GError     **error) \
  { \
    return remove (change, *(gint64 *) data, error); \
  } \
\
  void \
  call (GgovStore           *self, \
        gint64               id, \
        GCancellable        *cancellable, \
        GAsyncReadyCallback  callback, \
        gpointer             user_data) \
  { \
    _ggov_case_write_id (self, action, row##_away_job, id, cancellable, callback, user_data); \
  }

DEFINE_WRITE (GgovDispute, dispute, ggov_change_save_dispute, ggov_store_write_dispute_async,
              N_("Enter a mediation"))
DEFINE_WRITE (GgovDisputeParty, dispute_party, ggov_change_save_dispute_party,
              ggov_store_write_dispute_party_async, N_("Enter a party of a dispute"))
DEFINE_REMOVE (dispute_party, ggov_change_remove_dispute_party,
               ggov_store_remove_dispute_party_async, N_("Remove a party of a dispute"))
DEFINE_WRITE (GgovDisputeMeeting, dispute_meeting, ggov_change_save_dispute_meeting,
              ggov_store_write_dispute_meeting_async, N_("Enter a meeting about a dispute"))
DEFINE_REMOVE (dispute_meeting, ggov_change_remove_dispute_meeting,
               ggov_store_remove_dispute_meeting_async, N_("Remove a meeting about a dispute"))
DEFINE_WRITE (GgovStructure, structure, ggov_change_save_structure, ggov_store_write_structure_async,
              N_("Enter a structure"))
DEFINE_REMOVE (structure, ggov_change_remove_structure, ggov_store_remove_structure_async,
               N_("Remove a structure"))
DEFINE_REMOVE (structure_photo, ggov_change_remove_structure_photo,
               ggov_store_remove_structure_photo_async, N_("Remove a photo of a structure"))
DEFINE_WRITE (GgovJointAction, joint_action, ggov_change_save_joint_action,
              ggov_store_write_joint_action_async, N_("Enter a joint action"))
DEFINE_WRITE (GgovJointActionLine, joint_action_line, ggov_change_save_joint_action_line,
              ggov_store_write_joint_action_line_async, N_("Enter a part of a joint action"))

/* On the store's thread. */
static gboolean
piece_job (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const Order *order = data;

  return ggov_change_mark_dispute_piece (change, order->id, ggov_dispute_piece_get_fields (order->row),
                                         error);
}

void
ggov_store_mark_dispute_piece_async (GgovStore           *self,
                                     gint64               issue_id,
                                     GgovDisputePiece    *piece,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  const Order order = { .id = issue_id, .row = g_object_ref (piece) };

  write_order (self, N_("Mark a piece of a mediation file"), piece_job, &order, cancellable,
               callback, user_data);
}

/* On the store's thread. */
static gboolean
photos_job (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Order *order = data;

  for (guint i = 0; i < order->photos->len; i++)
    if (!ggov_change_add_structure_photo (change, order->id, order->word, order->names[i],
                                          order->photos->pdata[i], error))
      return FALSE;

  return TRUE;
}

void
ggov_store_add_structure_photos_async (GgovStore           *self,
                                       gint64               structure_id,
                                       const char          *moment,
                                       const char *const   *names,
                                       GPtrArray           *photos,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  const Order order = {
    .id = structure_id,
    .word = g_strdup (moment),
    .names = g_strdupv ((char **) names),
    .photos = g_ptr_array_ref (photos),
  };

  write_order (self, N_("Keep a photo of a structure"), photos_job, &order, cancellable, callback,
               user_data);
}

/* On the store's thread. */
static gboolean
line_away_job (GgovChange  *change,
               gpointer     data,
               GError     **error)
{
  const Order *order = data;

  return ggov_change_remove_joint_action_line (change, order->word, order->id, error);
}

void
ggov_store_remove_joint_action_line_async (GgovStore           *self,
                                           const char          *kind,
                                           gint64               id,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data)
{
  const Order order = { .id = id, .word = g_strdup (kind) };

  write_order (self, N_("Remove a part of a joint action"), line_away_job, &order, cancellable,
               callback, user_data);
}

/* On the store's thread. */
static gboolean
supply_job (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Order *order = data;

  return ggov_change_set_supply (change, order->id, order->other_id, order->is_on, error);
}

void
ggov_store_set_supply_async (GgovStore           *self,
                             gint64               organisation_id,
                             GgovUtility          service,
                             gboolean             supplies,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const Order order = { .id = organisation_id, .other_id = service, .is_on = supplies };

  write_order (self, N_("Say what an organisation supplies"), supply_job, &order, cancellable,
               callback, user_data);
}

/* On the store's thread. */
static gboolean
assign_job (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const Order *order = data;

  return ggov_change_assign_company (change, order->id, order->other_id, error);
}

void
ggov_store_assign_company_async (GgovStore           *self,
                                 gint64               issue_id,
                                 gint64               organisation_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  const Order order = { .id = issue_id, .other_id = organisation_id };

  write_order (self, N_("Give a utility problem to a company"), assign_job, &order, cancellable,
               callback, user_data);
}
