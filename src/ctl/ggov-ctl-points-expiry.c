/* ggov-ctl-points-expiry.c: gridgovctl points terms, expiring, expire and return
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-points.h"
#include "ggov-store-award.h"
#include "ggov-store-points-expiry.h"

static gboolean
read_terms (GgovCtl          *ctl,
            GgovPointsExpiry *terms)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_read_points_expiry_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (ggov_store_read_points_expiry_finish (ctl->store, ggov_ctl_wait (&result), terms, &error))
    return TRUE;

  ggov_ctl_refuse (ctl, error);

  return FALSE;
}

GgovCtlStatus
ggov_ctl_points_terms (GgovCtl       *ctl,
                       GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovPointsExpiryMode mode = words->mode ? ggov_points_expiry_mode_find (words->mode)
                                          : GGOV_N_POINTS_EXPIRY_MODES;
  GgovPointsExpiry terms;

  if (words->mode && mode == GGOV_N_POINTS_EXPIRY_MODES)
    return ggov_ctl_points_need (_("Points are good by one of these: points terms --mode "
                                   "never|yearly|rolling --span N --notice-days N [--from DAY]."));
  if (!ggov_ctl_points_check_day (words->from))
    return GGOV_CTL_USAGE;
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !read_terms (ctl, &terms))
    return GGOV_CTL_REFUSED;

  if (words->mode)
    {
      const GgovPointsExpiry wanted = {
        mode, words->span >= 0 ? words->span : terms.span,
        words->notice_days >= 0 ? words->notice_days : terms.notice_days,
      };

      ggov_store_set_points_expiry_async (ctl->store, &wanted, words->from ? words->from : ctl->as_of,
                                          NULL, ggov_ctl_keep, &result);
      return ggov_ctl_finish_change (ctl, &result);
    }

  g_print (ctl->json ? "{ \"mode\" : \"%s\", \"span\" : %d, \"notice_days\" : %d }\n" : "%s\t%d\t%d\n",
           ggov_points_expiry_mode_get_code (terms.mode), terms.span, terms.notice_days);

  return GGOV_CTL_DONE;
}

static void
print_expiring (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsExpiring) row = g_list_model_get_item (rows, i);
      const GgovPointsExpiringRecord *record = ggov_points_expiring_get_record (row);

      g_print ("%s\t%s\t%s\t%d\n", record->last_day, record->person, record->grid, (int) record->points);
    }
}

GgovCtlStatus
ggov_ctl_points_expiring (GgovCtl       *ctl,
                          GgovCtlPoints *words)
{
  const GgovCtlListing listing = { ggov_store_list_points_expiring_async,
                                   ggov_store_list_points_expiring_finish, print_expiring };
  char *name[] = { (char *) "points", NULL };

  return ggov_ctl_list (ctl, 1, name, &listing);
}

GgovCtlStatus
ggov_ctl_points_expire (GgovCtl       *ctl,
                        GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 at, points;
  guint n;

  if (!ggov_ctl_points_read_time (ctl, words, &at))
    return GGOV_CTL_USAGE;
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_expire_points_async (ctl->store, at, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_expire_points_finish (ctl->store, ggov_ctl_wait (&result), &n, &points, &error))
    return ggov_ctl_refuse (ctl, error);

  g_print (ctl->json ? "{ \"people\" : %u, \"points\" : %" G_GINT64_FORMAT " }\n"
                     : "%u\t%" G_GINT64_FORMAT "\n", n, points);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_return (GgovCtl       *ctl,
                        GgovCtlPoints *words)
{
  GgovReturnRecord record = {
    .transfer_id = words->transfer_id,
    .points = words->points,
    .to_shelf = words->to_shelf,
    .reason = words->reason,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 transfer_id;

  if (words->transfer_id == 0 || words->reason == NULL || words->points < 0)
    return ggov_ctl_points_need (_("Say what, how many points back, and why: points return --transfer ID "
                                   "--points N --reason WORDS [--to-shelf]."));
  if (!ggov_ctl_points_read_time (ctl, words, &record.at))
    return GGOV_CTL_USAGE;
  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_return_reward_async (ctl->store, &record, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_return_reward_finish (ctl->store, ggov_ctl_wait (&result), &transfer_id, &error))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_points_tell_transfer (ctl, transfer_id, NULL);
}
