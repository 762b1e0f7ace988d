/* ggov-ctl-points-settle.c: gridgovctl points settlement and settle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-points.h"
#include "ggov-store-settlements.h"

/* The sheet of the one venue that is meant; NULL once it was said why there is none. */
static GgovSettlement *
find_sheet (GgovCtl    *ctl,
            GListModel *sheets,
            const char *venue)
{
  for (guint i = 0; i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr(GgovSettlement) sheet = g_list_model_get_item (sheets, i);

      if (g_str_equal (ggov_settlement_get_fields (sheet)->venue, venue))
        return g_steal_pointer (&sheet);
    }

  g_printerr (_("gridgovctl: There is no venue “%s”. See gridgovctl points rewards.\n"), venue);

  return NULL;
}

static GListModel *
list_sheets (GgovCtl    *ctl,
             const char *month)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *sheets;

  ggov_store_list_settlements_async (ctl->store, month, NULL, ggov_ctl_keep, &result);
  sheets = ggov_store_list_settlements_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (sheets == NULL)
    ggov_ctl_refuse (ctl, error);

  return sheets;
}

static void
print_sheet (const GgovSettlementFields *fields)
{
  g_print ("%s\t%s\t%" G_GINT64_FORMAT "\t+%" G_GINT64_FORMAT "\t-%" G_GINT64_FORMAT "\t%"
           G_GINT64_FORMAT "\t%s\t%s\n", fields->month, fields->venue, fields->opening,
           fields->redeemed, fields->returned, fields->closing, fields->venue_signer,
           fields->office_signer);
}

/* One sheet, and what it is the sum of. */
static GgovCtlStatus
show_sheet (GgovCtl        *ctl,
            GgovSettlement *sheet)
{
  const GgovSettlementFields *fields = ggov_settlement_get_fields (sheet);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  ggov_store_list_settlement_lines_async (ctl->store, fields->venue_id, fields->month, NULL,
                                          ggov_ctl_keep, &result);
  lines = ggov_store_list_settlement_lines_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (lines == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "sheet");
      ggov_ctl_add_row (builder, G_OBJECT (sheet));
      json_builder_set_member_name (builder, "lines");
      ggov_ctl_add_rows (builder, lines);
      json_builder_end_object (builder);
      ggov_ctl_print (json_builder_get_root (builder));
      return GGOV_CTL_DONE;
    }

  print_sheet (fields);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovSettlementLine) row = g_list_model_get_item (lines, i);
      const GgovSettlementLineFields *line = ggov_settlement_line_get_fields (row);

      g_print ("  %s\t%" G_GINT64_FORMAT "\t+%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t-%"
               G_GINT64_FORMAT "\n", line->reward, line->count, line->redeemed, line->n_returned,
               line->returned);
    }

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_settlement (GgovCtl       *ctl,
                            GgovCtlPoints *words)
{
  g_autoptr(GListModel) sheets = NULL;
  g_autoptr(GgovSettlement) one = NULL;

  if (words->month == NULL)
    return ggov_ctl_points_need (_("Say of which month: points settlement --month 2026-01 [--venue "
                                   "NAME]."));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !(sheets = list_sheets (ctl, words->month)))
    return GGOV_CTL_REFUSED;

  if (words->venue)
    return (one = find_sheet (ctl, sheets, words->venue)) ? show_sheet (ctl, one) : GGOV_CTL_REFUSED;

  if (ctl->json)
    ggov_ctl_print_rows (sheets);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (sheets); i++)
    {
      g_autoptr(GgovSettlement) sheet = g_list_model_get_item (sheets, i);

      print_sheet (ggov_settlement_get_fields (sheet));
    }

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_points_settle (GgovCtl       *ctl,
                        GgovCtlPoints *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) sheets = NULL;
  g_autoptr(GgovSettlement) sheet = NULL;

  if (words->month == NULL || words->venue == NULL)
    return ggov_ctl_points_need (_("Say what and who signs: points settle --month 2026-01 --venue NAME "
                                   "--venue-signer NAME --office-signer NAME."));

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !(sheets = list_sheets (ctl, words->month)) ||
      !(sheet = find_sheet (ctl, sheets, words->venue)))
    return GGOV_CTL_REFUSED;

  ggov_store_sign_settlement_async (ctl->store, ggov_settlement_get_fields (sheet)->venue_id,
                                    words->month, words->venue_signer, words->office_signer, NULL,
                                    ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}
