/* ggov-report-residents.c: what papers about residents share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-mask.h"
#include "ggov-register-value.h"
#include "ggov-report-residents-private.h"

GgovReportFlow *
_ggov_report_residents_begin (const char                       *title,
                              gboolean                          is_personal,
                              const GgovReportResidentsOptions *options,
                              PangoContext                     *context)
{
  g_autofree char *subtitle = options->scope
    /* Translators: an office, what a paper is of, a date */
    ? g_strdup_printf (C_("residents", "%1$s · %2$s · as of %3$s"), options->office, options->scope,
                       options->as_of)
    /* Translators: an office, a date */
    : g_strdup_printf (C_("residents", "%1$s · as of %2$s"), options->office, options->as_of);
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

GgovReportPager *
_ggov_report_residents_finish (GgovReportFlow *flow)
{
  ggov_report_flow_add_signers (flow);
  ggov_report_flow_finish (flow);

  return GGOV_REPORT_PAGER (flow);
}

char *
_ggov_report_residents_dup_value (const GgovReportResidentsOptions *options,
                                  const char                       *code,
                                  const char                       *value)
{
  const GgovRegisterField *field = ggov_register_catalogue_find (options->catalogue, code);

  if (field == NULL || value == NULL || *value == '\0')
    return g_strdup ("");

  return ggov_register_field_dup_shown (options->catalogue, field, value);
}

char *
_ggov_report_residents_dup_phone (const char *phone)
{
  return phone && *phone ? ggov_mask_phone (phone) : g_strdup ("");
}

char *
_ggov_report_residents_dup_identity (const char *number)
{
  return number && *number ? ggov_mask_identity (number) : g_strdup ("");
}

char *
_ggov_report_residents_dup_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

const char *
_ggov_report_residents_get_stay (gboolean registered,
                                 gboolean living)
{
  if (registered && living)
    return C_("residents", "Registered and lives here");

  return registered ? C_("residents", "Registered only") : C_("residents", "Lives here only");
}

const char *
_ggov_report_residents_get_outcome (const char *outcome)
{
  if (g_strcmp0 (outcome, "met") == 0)
    return C_("visit", "Met");
  if (g_strcmp0 (outcome, "absent") == 0)
    return C_("visit", "Nobody at home");

  return g_strcmp0 (outcome, "refused") == 0 ? C_("visit", "Refused") : "";
}
