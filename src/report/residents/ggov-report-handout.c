/* ggov-report-handout.c: a list of residents that leaves the office, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-report-residents-private.h"

GgovReportPager *
ggov_report_handout_new (const char                       *serial,
                         const char *const                *fields,
                         GPtrArray                        *rows,
                         const GgovReportResidentsOptions *options,
                         PangoContext                     *context)
{
  /* Translators: the number of a list of residents */
  g_autofree char *number = g_strdup_printf (C_("residents", "No. %s"), serial);
  /* Translators: who prints a list of residents, and its number */
  g_autofree char *mark = g_strdup_printf (C_("residents", "%1$s  No. %2$s"), options->account, serial);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (GgovReportColumn));
  GgovReportResidentsOptions numbered = *options;
  GgovReportFlow *flow;

  g_return_val_if_fail (g_strv_length ((char **) fields) <= GGOV_REPORT_HANDOUT_MOST_FIELDS, NULL);

  /* The watermark is on every page. */
  numbered.account = mark;
  numbered.scope = number;
  flow = _ggov_report_residents_begin (C_("residents", "List of Residents"), TRUE, &numbered, context);
  for (guint i = 0; fields[i]; i++)
    {
      const GgovRegisterField *field = ggov_register_catalogue_find (options->catalogue, fields[i]);
      const GgovReportColumn column = { field ? ggov_register_field_get_label (field) : fields[i], 0,
                                        PANGO_ALIGN_LEFT };

      g_array_append_val (columns, column);
    }
  ggov_report_flow_add_section (flow, ggov_report_flow_add_columns (
                                  flow, (const GgovReportColumn *) (gpointer) columns->data,
                                  columns->len, 0), NULL, NULL, GGOV_REPORT_FLOW_NONE);
  for (guint i = 0; i < rows->len; i++)
    ggov_report_flow_add_row (flow, (const char *const *) rows->pdata[i]);

  return _ggov_report_residents_finish (flow);
}
