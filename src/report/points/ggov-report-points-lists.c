/* ggov-report-points-lists.c: passbook, honour list, settlement sheet and catalogue on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-local-time.h"
#include "ggov-mask.h"
#include "ggov-points-entry.h"
#include "ggov-points-honour.h"
#include "ggov-report-flow.h"
#include "ggov-report-points.h"
#include "ggov-reward.h"
#include "ggov-settlement-line.h"

#define DAY_MM     24
#define KIND_MM    18
#define POINTS_MM  22
#define PLACE_MM   16
#define NAME_MM    28

static GgovReportFlow *
begin (const char                    *title,
       const char                    *subtitle,
       gboolean                       is_personal,
       const GgovReportPointsOptions *options,
       PangoContext                  *context)
{
  const GgovReportFlowOptions flow = {
    .title = title,
    .subtitle = subtitle,
    .as_of = options->as_of,
    .printed_at = options->printed_at,
    .account = options->account,
    .is_personal = is_personal,
    .size = options->size,
    .turn = options->turn,
  };

  return ggov_report_flow_new (&flow, context);
}

static GgovReportPager *
finish (GgovReportFlow *flow,
        gboolean        signed_by_both)
{
  if (signed_by_both)
    ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

static char *
dup_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
dup_scope (const GgovReportPointsOptions *options)
{
  return options->scope ? g_strdup_printf ("%s　%s", options->office, options->scope)
                        : g_strdup (options->office);
}

/* Passbook -------------------------------------------------------------------------------------- */

static void
add_entry (GgovReportFlow              *flow,
           const GgovPointsEntryFields *entry)
{
  char *const cells[] = {
    g_strdup (entry->day),
    g_strdup (entry->kind_label),
    g_strdup (entry->label),
    g_strdup_printf ("%+" G_GINT64_FORMAT, entry->points),
    dup_number (entry->balance),
    g_strdup (*entry->voucher ? entry->voucher : entry->note),
  };

  ggov_report_flow_take_row (flow, cells);
}

GgovReportPager *
ggov_report_passbook_new (GListModel                    *entries,
                          const GgovReportPointsOptions *options,
                          PangoContext                  *context)
{
  const GgovReportColumn columns[] = {
    { C_("passbook", "Day"), DAY_MM, PANGO_ALIGN_CENTER },
    { C_("passbook", "Kind"), KIND_MM, PANGO_ALIGN_CENTER },
    { C_("passbook", "For what"), 0, PANGO_ALIGN_LEFT },
    { C_("passbook", "Points"), PLACE_MM, PANGO_ALIGN_RIGHT },
    { C_("passbook", "Balance"), PLACE_MM, PANGO_ALIGN_RIGHT },
    { C_("passbook", "Voucher or note"), 0, PANGO_ALIGN_LEFT },
  };
  g_autofree char *scope = dup_scope (options);
  GgovReportFlow *flow = begin (C_("passbook", "Points Passbook"), scope, TRUE, options, context);
  const guint n = g_list_model_get_n_items (entries);
  g_autofree char *total = NULL;
  gint64 balance = 0;

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = n; i > 0; i--)
    {
      g_autoptr(GgovPointsEntry) row = g_list_model_get_item (entries, i - 1);

      add_entry (flow, ggov_points_entry_get_fields (row));
      balance = ggov_points_entry_get_fields (row)->balance;
    }

  /* Translators: the end of a passbook: how many entries, and what is left */
  total = g_strdup_printf (_("%1$u entries; balance %2$d points"), n, (int) balance);
  ggov_report_flow_add_line (flow, total);

  return finish (flow, FALSE);
}

/* Honour list ------------------------------------------------------------------------------------ */

static void
add_honour (GgovReportFlow               *flow,
            const GgovPointsHonourRecord *honour)
{
  char *const cells[] = {
    dup_number (honour->place), ggov_mask_name (honour->person), g_strdup (honour->role),
    g_strdup (honour->grid), dup_number (honour->points), dup_number (honour->n_awards),
    g_strdup (honour->most),
  };

  ggov_report_flow_take_row (flow, cells);
}

GgovReportPager *
ggov_report_honours_new (GListModel                    *honours,
                         const char                    *month,
                         const GgovReportPointsOptions *options,
                         PangoContext                  *context)
{
  const GgovReportColumn columns[] = {
    { C_("honour list", "Place"), PLACE_MM, PANGO_ALIGN_CENTER },
    { C_("honour list", "Name"), NAME_MM, PANGO_ALIGN_CENTER },
    { C_("honour list", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("honour list", "Grid"), 0, PANGO_ALIGN_LEFT },
    { C_("honour list", "Points"), PLACE_MM, PANGO_ALIGN_RIGHT },
    { C_("honour list", "Times"), PLACE_MM, PANGO_ALIGN_RIGHT },
    { C_("honour list", "Most of it for"), 0, PANGO_ALIGN_LEFT },
  };
  g_autofree char *scope = dup_scope (options);
  g_autofree char *subtitle = g_strdup_printf ("%s　%s", scope, month);
  GgovReportFlow *flow = begin (C_("honour list", "Honour List"), subtitle, FALSE, options, context);

  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (flow, columns,
                                                                    G_N_ELEMENTS (columns), 0),
                                NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (honours); i++)
    {
      g_autoptr(GgovPointsHonour) row = g_list_model_get_item (honours, i);

      add_honour (flow, ggov_points_honour_get_record (row));
    }
  ggov_report_flow_add_line (flow, _("Thank you for what you do for your neighbours."));

  return finish (flow, FALSE);
}

/* Settlement ------------------------------------------------------------------------------------- */

static void
add_sum (GgovReportFlow *flow,
         const char     *label,
         gint64          points)
{
  char *const cells[] = { g_strdup (label), NULL, NULL, NULL, dup_number (points) };

  ggov_report_flow_take_row (flow, cells);
}

static void
add_line (GgovReportFlow                 *flow,
          const GgovSettlementLineFields *line)
{
  char *const cells[] = {
    g_strdup (line->reward), dup_number (line->count), dup_number (line->redeemed),
    dup_number (line->n_returned), dup_number (line->returned),
  };

  ggov_report_flow_take_row (flow, cells);
}

static void
add_signatures (GgovReportFlow             *flow,
                const GgovSettlementFields *sheet)
{
  g_autofree char *time = sheet->id ? ggov_local_time_format (sheet->signed_at) : NULL;
  g_autofree char *words =
    /* Translators: of a settlement sheet: who signed for the venue, for the office, and when */
    sheet->id ? g_strdup_printf (_("Signed for the venue by %1$s, for the office by %2$s, on %3$s. The "
                                   "month is locked."), sheet->venue_signer, sheet->office_signer, time)
              : g_strdup (_("Not signed yet: the figures can still change. Both sides sign: for the "
                            "venue, for the office."));

  ggov_report_flow_add_line (flow, words);
}

GgovReportPager *
ggov_report_settlement_new (GgovSettlement                *sheet,
                            GListModel                    *lines,
                            const GgovReportPointsOptions *options,
                            PangoContext                  *context)
{
  const GgovReportColumn columns[] = {
    { C_("settlement", "Goods or service"), 0, PANGO_ALIGN_LEFT },
    { C_("settlement", "Redeemed"), POINTS_MM, PANGO_ALIGN_RIGHT },
    { C_("settlement", "Points"), POINTS_MM, PANGO_ALIGN_RIGHT },
    { C_("settlement", "Returned"), POINTS_MM, PANGO_ALIGN_RIGHT },
    { C_("settlement", "Points"), POINTS_MM, PANGO_ALIGN_RIGHT },
  };
  const GgovSettlementFields *fields = ggov_settlement_get_fields (sheet);
  g_autofree char *subtitle = g_strdup_printf ("%s　%s　%s", options->office, fields->venue,
                                               fields->month);
  GgovReportFlow *flow = begin (C_("settlement", "Settlement Sheet"), subtitle, FALSE, options, context);
  const guint wanted = ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0);

  ggov_report_flow_add_section (flow, wanted, NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(GgovSettlementLine) line = g_list_model_get_item (lines, i);

      add_line (flow, ggov_settlement_line_get_fields (line));
    }
  ggov_report_flow_add_section (flow, wanted, C_("settlement", "In all"), NULL, GGOV_REPORT_FLOW_KEEP);
  add_sum (flow, C_("settlement", "Held when the month began"), fields->opening);
  add_sum (flow, C_("settlement", "Redeemed in the month"), fields->redeemed);
  add_sum (flow, C_("settlement", "Returned in the month"), -fields->returned);
  add_sum (flow, C_("settlement", "Held when it ended"), fields->closing);
  add_signatures (flow, fields);

  return finish (flow, TRUE);
}

/* Catalogue -------------------------------------------------------------------------------------- */

static char *
dup_stock (const GgovRewardFields *reward)
{
  if (reward->stock < 0)
    return g_strdup (C_("catalogue", "any time"));

  return reward->stock == 0 ? g_strdup (C_("catalogue", "out of stock")) : dup_number (reward->stock);
}

static void
add_reward (GgovReportFlow         *flow,
            const GgovRewardFields *reward)
{
  char *const cells[] = {
    g_strdup (reward->name), dup_number (reward->points), dup_stock (reward),
    reward->per_month > 0 ? dup_number (reward->per_month) : NULL,
    reward->voucher_days > 0 ? dup_number (reward->voucher_days) : NULL,
    g_strdup (reward->valid_to),
  };

  ggov_report_flow_take_row (flow, cells);
}

GgovReportPager *
ggov_report_catalogue_new (GListModel                    *rewards,
                           const GgovReportPointsOptions *options,
                           PangoContext                  *context)
{
  const GgovReportColumn columns[] = {
    { C_("catalogue", "Goods or service"), 0, PANGO_ALIGN_LEFT },
    { C_("catalogue", "Points"), PLACE_MM, PANGO_ALIGN_RIGHT },
    { C_("catalogue", "In stock"), POINTS_MM, PANGO_ALIGN_CENTER },
    { C_("catalogue", "A month for one"), POINTS_MM, PANGO_ALIGN_CENTER },
    { C_("catalogue", "Voucher good, days"), POINTS_MM, PANGO_ALIGN_CENTER },
    { C_("catalogue", "Offered until"), DAY_MM, PANGO_ALIGN_CENTER },
  };
  GgovReportFlow *flow = begin (C_("catalogue", "What Points Buy"), options->office, FALSE, options,
                                context);
  const guint wanted = ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0);
  gint64 venue_id = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rewards); i++)
    {
      g_autoptr(GgovReward) row = g_list_model_get_item (rewards, i);
      const GgovRewardFields *reward = ggov_reward_get_fields (row);

      if (reward->venue_id != venue_id)
        ggov_report_flow_add_section (flow, wanted, reward->venue, NULL, GGOV_REPORT_FLOW_KEEP);
      venue_id = reward->venue_id;
      add_reward (flow, reward);
    }

  return finish (flow, FALSE);
}
