/* ggov-store-appoint.c: appointing people to posts and standing them down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-hand-over-private.h"
#include "ggov-post-order-private.h"

static gint64
find_person (GgovChange             *change,
             const GgovAppointment  *appointment,
             GError                **error)
{
  const GgovPersonRecord person = {
    .name = appointment->name,
    .sex = appointment->sex,
    .phone = appointment->phone,
  };

  if (appointment->person_id != 0)
    return appointment->person_id;

  if (appointment->name == NULL || appointment->name[strspn (appointment->name, " ")] == '\0')
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                           _("A new person needs a name. Enter it, or choose somebody known."));
      return 0;
    }

  return ggov_change_add_person (change, &person, error);
}

/* On the store's thread. */
static gboolean
appoint (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  const GgovPostOrder *order = data;
  gint64 person_id = find_person (change, &order->appointment, error);

  return person_id != 0 && _ggov_post_order_write (order, change, person_id, 0, error) != 0;
}

/* On the store's thread. */
static gboolean
stand_down (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const GgovPostOrder *order = data;

  return (order->hand_over_to == 0 ||
          _ggov_hand_over_issues (change, order->post_id, order->hand_over_to,
                                  order->appointment.reason, error)) &&
         _ggov_post_order_end (order, change, error) &&
         _ggov_post_name_place (change, order->post_id, order->appointment.since, error);
}

void
ggov_store_appoint_async (GgovStore             *self,
                          const GgovAppointment *appointment,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_return_if_fail (appointment != NULL);
  g_return_if_fail (appointment->role_code != NULL);
  g_return_if_fail (appointment->since != NULL);

  ggov_store_change_async (self, N_("Appoint"), NULL, appoint, _ggov_post_order_new (appointment),
                           (GDestroyNotify) _ggov_post_order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_stand_down_async (GgovStore           *self,
                             gint64               post_id,
                             const char          *from,
                             const char          *reason,
                             gint64               hand_over_to,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const GgovAppointment what = { .since = from, .reason = reason };
  GgovPostOrder *order;

  g_return_if_fail (from != NULL);

  order = _ggov_post_order_new (&what);
  order->post_id = post_id;
  order->hand_over_to = hand_over_to;

  ggov_store_change_async (self, N_("Stand down"), NULL, stand_down, order,
                           (GDestroyNotify) _ggov_post_order_free, cancellable, callback,
                           user_data);
}
