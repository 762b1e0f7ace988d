/* ggov-store-appoint.c: appointing people to posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
