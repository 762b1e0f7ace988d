/* ggov-ctl-points-look.c: gridgovctl points accounts, balance, book, rules, rewards and check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-points.h"
#include "ggov-query-points.h"
#include "ggov-store-person-points.h"
#include "ggov-store-points-balance.h"
#include "ggov-store-points-check.h"
#include "ggov-store-points-rules.h"
#include "ggov-store-rewards.h"

typedef void (*PrintFunc) (gpointer row);

/* Takes @query over. */
static GgovCtlStatus
list_answer (GgovCtl   *ctl,
             GgovQuery *query,
             guint      limit,
             PrintFunc  print)
{
  g_autoptr(GgovQuery) owned = query;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovAnswer) answer = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  ggov_store_find_rows_async (ctl->store, owned, limit, limit, NULL, NULL, ggov_ctl_keep, &result);
  if (!(answer = ggov_store_rows_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->keys->len; i++)
    {
      gpointer row = g_hash_table_lookup (answer->rows,
                                          &g_array_index (answer->keys, GgovRowKey, i).id);

      if (ctl->json)
        ggov_ctl_add_row (builder, row);
      else
        print (row);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

static void
print_account (gpointer row)
{
  const GgovPointsAccountFields *fields = ggov_points_account_get_fields (row);

  g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\n", fields->id,
           fields->kind_label, fields->name, fields->grid_code, fields->balance);
}

GgovCtlStatus
ggov_ctl_points_accounts (GgovCtl       *ctl,
                          GgovCtlPoints *words)
{
  const GgovPointsFilter filter = { words->kind, words->grid, words->text };

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return list_answer (ctl, ggov_query_new_points_accounts (ctl->as_of, &filter, NULL),
                      words->limit > 0 ? (guint) words->limit : GGOV_QUERY_ALL, print_account);
}

gint64
ggov_ctl_points_find_account (GgovCtl             *ctl,
                              const GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GgovPersonPoints points;
  gint64 person_id;

  if (words->account_id != 0)
    return words->account_id;

  if (!(person_id = ggov_ctl_find_person (ctl, words->who)))
    return 0;

  ggov_store_get_person_points_async (ctl->store, person_id, ctl->as_of, NULL, ggov_ctl_keep,
                                      &result);
  if (!ggov_store_get_person_points_finish (ctl->store, ggov_ctl_wait (&result), &points, &error))
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  if (points.account_id == 0)
    g_printerr (_("gridgovctl: “%s” has no points account yet. The first award opens it.\n"),
                words->who);

  return points.account_id;
}

GgovCtlStatus
ggov_ctl_points_balance (GgovCtl       *ctl,
                         GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 account_id, points;

  if (words->who == NULL && words->account_id == 0)
    return ggov_ctl_points_need (_("Say whose: points balance --person WHO, or --account ID."));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(account_id = ggov_ctl_points_find_account (ctl, words)))
    return GGOV_CTL_REFUSED;

  ggov_store_get_points_balance_async (ctl->store, account_id, ctl->as_of, NULL, ggov_ctl_keep,
                                       &result);
  if (!ggov_store_get_points_balance_finish (ctl->store, ggov_ctl_wait (&result), &points, &error))
    return ggov_ctl_refuse (ctl, error);

  g_print (ctl->json ? "{ \"account\" : %" G_GINT64_FORMAT ", \"balance\" : %" G_GINT64_FORMAT " }\n"
                     : "%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n", account_id, points);

  return GGOV_CTL_DONE;
}

static void
print_entry (gpointer row)
{
  const GgovPointsEntryFields *fields = ggov_points_entry_get_fields (row);

  g_print ("%" G_GINT64_FORMAT "\t%s %s\t%s\t%s\t%+" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n",
           fields->transfer_id, fields->day, fields->time, fields->kind_label, fields->label,
           fields->points, fields->balance, fields->voucher);
}

GgovCtlStatus
ggov_ctl_points_book (GgovCtl       *ctl,
                      GgovCtlPoints *words)
{
  gint64 account_id;

  if (words->who == NULL && words->account_id == 0)
    return ggov_ctl_points_need (_("Say whose: points book --person WHO, or --account ID."));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) ||
      !(account_id = ggov_ctl_points_find_account (ctl, words)))
    return GGOV_CTL_REFUSED;

  return list_answer (ctl, ggov_query_new_points_entries (account_id, ctl->as_of),
                      words->limit > 0 ? (guint) words->limit : GGOV_QUERY_MAX_ENTRIES, print_entry);
}

/* What is there to be earned and had ------------------------------------------------------------ */

static void
print_rules (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovPointsRule) row = g_list_model_get_item (rows, i);
      const GgovPointsRuleFields *fields = ggov_points_rule_get_fields (row);

      g_print ("%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n", fields->code, fields->label,
               fields->points, fields->per_day);
    }
}

static void
print_rewards (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovReward) row = g_list_model_get_item (rows, i);
      const GgovRewardFields *fields = ggov_reward_get_fields (row);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\n",
               fields->id, fields->venue, fields->name, fields->points, fields->stock);
    }
}

static GgovCtlStatus
list_rows (GgovCtl              *ctl,
           const GgovCtlListing *listing)
{
  char *name[] = { (char *) "points", NULL };

  return ggov_ctl_list (ctl, 1, name, listing);
}

GgovCtlStatus
ggov_ctl_points_rules (GgovCtl       *ctl,
                       GgovCtlPoints *words)
{
  return list_rows (ctl, &(GgovCtlListing) { ggov_store_list_points_rules_async,
                                             ggov_store_list_points_rules_finish, print_rules });
}

GgovCtlStatus
ggov_ctl_points_rewards (GgovCtl       *ctl,
                         GgovCtlPoints *words)
{
  return list_rows (ctl, &(GgovCtlListing) { ggov_store_list_rewards_async,
                                             ggov_store_list_rewards_finish, print_rewards });
}

GgovCtlStatus
ggov_ctl_points_check (GgovCtl       *ctl,
                       GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_check_points_async (ctl->store, NULL, ggov_ctl_keep, &result);
  findings = ggov_store_check_points_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (findings == NULL)
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_tell_findings (ctl, findings,
                                 _("Every entry of the ledger balances, and so does every checkpoint."));
}
