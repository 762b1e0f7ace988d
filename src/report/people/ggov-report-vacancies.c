/* ggov-report-vacancies.c: posts that should be held and are not, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-flow.h"
#include "ggov-report-vacancies.h"
#include "ggov-report-words-private.h"
#include "ggov-vacancy.h"

#define NUMBER_MM 11
#define DAY_MM    26
#define COUNT_MM  45

/* How many vacancies there are of a role. */
typedef struct
{
  char  *role;
  guint  n;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_free (count->role);
  g_free (count);
}

static void
count_role (GPtrArray  *counts,
            const char *role)
{
  Count *count = NULL;

  for (guint i = 0; i < counts->len && count == NULL; i++)
    if (g_str_equal (((Count *) counts->pdata[i])->role, role))
      count = counts->pdata[i];

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->role = g_strdup (role);
      g_ptr_array_add (counts, count);
    }
  count->n++;
}

static GgovReportFlow *
begin (const GgovReportRosterOptions *options,
       PangoContext                  *context)
{
  g_autofree char *day = _ggov_report_dup_day (options->as_of);
  g_autofree char *as_of = g_strdup_printf (C_("roster", "As of %s"), day);
  g_autofree char *subtitle = options->scope ? g_strdup_printf (C_("roster", "%1$s, %2$s"),
                                                                options->scope, as_of)
                                             : g_strdup (as_of);
  const GgovReportFlowOptions flow = {
    .title = C_("roster", "Vacant posts"),
    .subtitle = subtitle,
    .as_of = options->as_of,
    .printed_at = options->printed_at,
    .account = options->account,
    .size = options->size,
    .turn = options->turn,
  };

  return ggov_report_flow_new (&flow, context);
}

static guint
add_columns (GgovReportFlow *flow)
{
  const GgovReportColumn columns[] = {
    { C_("roster", "No."), NUMBER_MM, PANGO_ALIGN_CENTER },
    { C_("roster", "Grid"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Place"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Vacant since"), DAY_MM, PANGO_ALIGN_CENTER },
  };

  return ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0);
}

static void
add_row (GgovReportFlow          *flow,
         const GgovVacancyRecord *record,
         guint                    number)
{
  char *const cells[] = {
    g_strdup_printf ("%u", number),
    g_strdup (record->grid ? record->grid : C_("roster", "Whole community")),
    g_strdup (record->role),
    g_strdup (record->place),
    g_strdup (record->since ? record->since : C_("roster", "never held")),
  };

  ggov_report_flow_take_row (flow, cells);
}

static void
add_totals (GgovReportFlow *flow,
            GPtrArray      *counts,
            guint           n)
{
  const GgovReportColumn columns[] = {
    { C_("roster", "Post"), 0, PANGO_ALIGN_LEFT },
    { C_("roster", "Vacant posts"), COUNT_MM, PANGO_ALIGN_RIGHT },
  };
  char *const all[] = { g_strdup (C_("roster", "Total")), g_strdup_printf ("%u", n) };

  ggov_report_flow_add_section (
    flow, ggov_report_flow_add_columns (flow, columns, G_N_ELEMENTS (columns), 0),
    C_("roster", "Totals"), NULL, GGOV_REPORT_FLOW_KEEP);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = counts->pdata[i];
      char *const cells[] = { g_strdup (count->role), g_strdup_printf ("%u", count->n) };

      ggov_report_flow_take_row (flow, cells);
    }
  ggov_report_flow_take_row (flow, all);
}

GgovReportPager *
ggov_report_vacancies_new (GListModel                    *vacancies,
                           const GgovReportRosterOptions *options,
                           PangoContext                  *context)
{
  g_autoptr(GPtrArray) counts = g_ptr_array_new_with_free_func (count_free);
  GgovReportFlow *flow;
  guint columns, number = 0;
  gint64 community_id = -1;

  g_return_val_if_fail (G_IS_LIST_MODEL (vacancies), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  flow = begin (options, context);
  columns = add_columns (flow);
  for (guint i = 0; i < g_list_model_get_n_items (vacancies); i++)
    {
      g_autoptr(GgovVacancy) vacancy = g_list_model_get_item (vacancies, i);
      const GgovVacancyRecord *record = ggov_vacancy_get_record (vacancy);

      if (record->community_id != community_id)
        {
          ggov_report_flow_add_section (flow, columns, record->community, NULL,
                                        GGOV_REPORT_FLOW_NONE);
          number = 0;
        }
      community_id = record->community_id;
      count_role (counts, record->role);
      add_row (flow, record, ++number);
    }
  add_totals (flow, counts, g_list_model_get_n_items (vacancies));
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}
