/* ggov-report-leaders.c: leaders of buildings and units, building by building, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-houses-private.h"
#include "ggov-report-leaders.h"
#include "ggov-report-roster-rows-private.h"

#define N_COLUMNS 6

/* How many there are of what stands in the totals. */
typedef struct
{
  guint n_houses;
  guint n_units;
  guint n_vacant_houses;
  guint n_vacant_units;
} Totals;

static guint
add_columns (GgovReportFlow *flow,
             gboolean        with_phones)
{
  const GgovReportColumn columns[N_COLUMNS] = {
    { C_("roster", "Building"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Building leader"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Phone"), GGOV_REPORT_PHONE_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Unit"), 0, PANGO_ALIGN_CENTER },
    { C_("roster", "Unit leader"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Phone"), GGOV_REPORT_PHONE_MM, PANGO_ALIGN_CENTER },
  };
  const GgovReportColumn short_columns[] = { columns[0], columns[1], columns[3], columns[4] };

  return with_phones
           ? ggov_report_flow_add_columns (flow, columns, N_COLUMNS, 3)
           : ggov_report_flow_add_columns (flow, short_columns, G_N_ELEMENTS (short_columns), 2);
}

/* @unit: (nullable): NULL for a building without units */
static void
add_row (GgovReportFlow        *flow,
         const GgovReportHouse *house,
         const GgovReportUnit  *unit,
         gboolean               with_phones)
{
  g_autofree char *leader = _ggov_report_dup_names (house->leaders);
  g_autofree char *phone = _ggov_report_dup_phones (house->leaders);
  g_autofree char *number = unit ? _ggov_report_dup_unit (unit->number) : NULL;
  g_autofree char *unit_leader = unit ? _ggov_report_dup_names (unit->leaders) : NULL;
  g_autofree char *unit_phone = unit ? _ggov_report_dup_phones (unit->leaders) : NULL;
  const char *cells[N_COLUMNS] = { house->name, leader, phone, number, unit_leader, unit_phone };
  const char *short_cells[] = { house->name, leader, number, unit_leader };

  ggov_report_flow_add_row (flow, with_phones ? cells : short_cells);
}

static void
add_house (GgovReportFlow        *flow,
           const GgovReportHouse *house,
           gboolean               with_phones,
           Totals                *totals)
{
  totals->n_houses++;
  totals->n_vacant_houses += house->leaders->len == 0;
  totals->n_units += house->units->len;

  if (house->units->len == 0)
    add_row (flow, house, NULL, with_phones);
  for (guint i = 0; i < house->units->len; i++)
    {
      const GgovReportUnit *unit = house->units->pdata[i];

      totals->n_vacant_units += unit->leaders->len == 0;
      add_row (flow, house, unit, with_phones);
    }
}

/* (nullable): the full-time member of a grid, with the phone where phones are printed */
static char *
dup_member (GListModel *rows,
            gint64      grid_id,
            gboolean    with_phones)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRosterRow) row = g_list_model_get_item (rows, i);
      const GgovRosterRecord *record = ggov_roster_row_get_record (row);

      if (record->grid_id != grid_id || g_strcmp0 (record->family_code, "full_time_member") != 0)
        continue;

      /* Translators: at the end of a heading: the grid's full-time member, then the phone */
      return g_strdup_printf (C_("roster", "Leader %1$s   %2$s"), record->name,
                              with_phones && record->phone ? record->phone : "");
    }

  return NULL;
}

static char *
dup_heading (const GgovReportHouse *house)
{
  return g_strdup_printf ("%s   %s", house->grid, house->grid_code);
}

static void
add_total (GgovReportFlow *flow,
           const char     *what,
           guint           n,
           guint           n_vacant)
{
  char *const cells[] = {
    g_strdup (what), g_strdup_printf ("%u", n), g_strdup_printf ("%u", n_vacant),
  };

  ggov_report_flow_take_row (flow, cells);
}

static void
add_totals (GgovReportFlow *flow,
            const Totals   *totals)
{
  const GgovReportColumn columns[] = {
    { "", 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Count"), 45, PANGO_ALIGN_RIGHT },
    { C_("roster", "Without a leader"), 45, PANGO_ALIGN_RIGHT },
  };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("roster", "Totals"), NULL, GGOV_REPORT_FLOW_KEEP);
  add_total (flow, C_("roster", "Buildings"), totals->n_houses, totals->n_vacant_houses);
  add_total (flow, C_("roster", "Units"), totals->n_units, totals->n_vacant_units);
}

static void
add_houses (GgovReportFlow *flow,
            GPtrArray      *houses,
            GListModel     *rows,
            gboolean        with_phones,
            Totals         *totals)
{
  const guint columns = add_columns (flow, with_phones);
  gint64 grid_id = -1;

  for (guint i = 0; i < houses->len; i++)
    {
      const GgovReportHouse *house = houses->pdata[i];

      if (house->grid_id != grid_id)
        {
          g_autofree char *heading = dup_heading (house);
          g_autofree char *member = dup_member (rows, house->grid_id, with_phones);

          ggov_report_flow_add_section (flow, columns, heading, member, GGOV_REPORT_FLOW_NONE);
        }
      grid_id = house->grid_id;
      add_house (flow, house, with_phones, totals);
    }
}

GgovReportPager *
ggov_report_leaders_new (GListModel                    *rows,
                         GListModel                    *vacancies,
                         const char                    *place,
                         const GgovReportRosterOptions *options,
                         PangoContext                  *context)
{
  g_autoptr(GPtrArray) houses = NULL;
  GgovReportFlow *flow;
  Totals totals = { 0 };

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (vacancies), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  houses = _ggov_report_houses_new (rows, vacancies, place);
  if (houses->len == 0)
    return NULL;

  /* Translators: the title of a list on paper; the place is a sub-district */
  flow = _ggov_report_roster_begin (rows, C_("roster", "Building and unit leaders of %s"),
                                    C_("roster", "Building and unit leaders"), options, context);
  add_houses (flow, houses, rows, options->with_phones, &totals);
  add_totals (flow, &totals);
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
