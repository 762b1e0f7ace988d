/* ggov-store-retire-plan.c: a plan ends as another takes its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"
#include "ggov-store-plans.h"

typedef struct
{
  gint64  plan_id;
  char   *day;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->day);
  g_free (order);
}

/* Of all plans, the drafts that were begun from this one. Returns: how many */
static guint
find_heir (GPtrArray *plans,
           gint64     plan_id,
           gint64    *heir_id)
{
  guint n = 0;

  for (guint i = 0; i < plans->len; i++)
    {
      const GgovPlanRow *row = ggov_plan_get_row (plans->pdata[i]);

      if (ggov_plan_get_state (plans->pdata[i]) != GGOV_PLAN_DRAFT || row->based_on_id != plan_id)
        continue;

      *heir_id = row->id;
      n++;
    }

  return n;
}

/* Takes the sentence over. */
static gboolean
refuse (char    *sentence,
        GError **error)
{
  g_autofree char *taken = sentence;

  return _ggov_plan_refuse (error, taken);
}

static gboolean
replace (GgovChange         *change,
         const GgovPlanRow  *plan,
         const char         *day,
         GError            **error)
{
  g_autoptr(GPtrArray) plans = _ggov_plan_read (change->db, plan->community_id, 0, day, error);
  gint64 heir_id = 0;
  guint n;

  if (plans == NULL)
    return FALSE;

  if (plan->valid_to)
    /* Translators: a plan, and its last day */
    return refuse (g_strdup_printf (_("The plan “%1$s” is over after %2$s: another takes its place "
                                      "then."), plan->name, plan->valid_to), error);

  n = find_heir (plans, plan->id, &heir_id);
  if (n == 0)
    /* Translators: a plan, then the day from which it shall be over */
    return refuse (g_strdup_printf (_("Nothing takes the place of “%1$s” from %2$s, and every "
                                      "building is in a grid on every day. Begin a draft from it, "
                                      "and approve this."), plan->name, day), error);
  if (n > 1)
    /* Translators: a plan, then the day from which it shall be over */
    return refuse (g_strdup_printf (_("Several drafts could take the place of “%1$s” from %2$s. "
                                      "Approve one of them, and it is over by itself."),
                                    plan->name, day), error);

  return _ggov_plan_approve (change, heir_id, day, error);
}

/* On the store's thread. */
static gboolean
retire (GgovChange  *change,
        gpointer     data,
        GError     **error)
{
  const Order *order = data;
  g_autoptr(GPtrArray) plans = _ggov_plan_read (change->db, 0, order->plan_id, order->day, error);

  if (plans == NULL)
    return FALSE;

  if (plans->len == 0 || order->plan_id == 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such plan");
      return FALSE;
    }

  return ggov_plan_get_state (plans->pdata[0]) == GGOV_PLAN_DRAFT
    ? _ggov_draft_discard (change, order->plan_id, error)
    : replace (change, ggov_plan_get_row (plans->pdata[0]), order->day, error);
}

void
ggov_store_retire_plan_async (GgovStore           *self,
                              gint64               plan_id,
                              const char          *day,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Order *order;

  g_return_if_fail (day != NULL);

  order = g_new0 (Order, 1);
  order->plan_id = plan_id;
  order->day = g_strdup (day);

  ggov_store_change_async (self, N_("Retire a plan"), "", retire, order, order_free, cancellable,
                           callback, user_data);
}
