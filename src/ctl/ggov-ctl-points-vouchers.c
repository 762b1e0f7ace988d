/* ggov-ctl-points-vouchers.c: gridgovctl points voucher, use and offer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-points.h"
#include "ggov-store-vouchers.h"

GgovCtlStatus
ggov_ctl_points_voucher (GgovCtl       *ctl,
                         GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovVoucher) voucher = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(GError) error = NULL;
  const GgovVoucherFields *fields;

  if (words->number == NULL)
    return ggov_ctl_points_need (_("Say which: points voucher --number NUMBER, or what its QR says."));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_look_up_voucher_async (ctl->store, words->number, ctl->as_of, NULL, ggov_ctl_keep,
                                    &result);
  voucher = ggov_store_look_up_voucher_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (voucher == NULL)
    return ggov_ctl_refuse (ctl, error);

  fields = ggov_voucher_get_fields (voucher);
  if (ctl->json)
    {
      builder = json_builder_new ();
      ggov_ctl_add_row (builder, G_OBJECT (voucher));
      ggov_ctl_print (json_builder_get_root (builder));
    }
  else
    g_print ("%s\t%s\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\t%s\n", fields->number, fields->state,
             fields->person, fields->reward, fields->venue, fields->points, fields->valid_to,
             fields->code);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_use (GgovCtl       *ctl,
                     GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 at;

  if (words->number == NULL)
    return ggov_ctl_points_need (_("Say which: points use --number NUMBER, or what its QR says."));
  if (!ggov_ctl_points_read_time (ctl, words, &at))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_use_voucher_async (ctl->store, words->number, at, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_points_offer (GgovCtl       *ctl,
                       GgovCtlPoints *words)
{
  const GgovRewardTerms terms = { words->stock, words->per_month, words->days };
  g_autoptr(GAsyncResult) result = NULL;
  gint64 reward_id;

  if (words->reward == NULL)
    return ggov_ctl_points_need (_("Say what: points offer --reward ID --stock N --per-month N --days "
                                   "N."));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(reward_id = ggov_ctl_points_find_reward (ctl, words->reward)))
    return GGOV_CTL_REFUSED;

  ggov_store_set_reward_terms_async (ctl->store, reward_id, &terms, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}
