/* ggov-ctl-import-answer.c: what an import tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ggov-ctl-import.h"

#define ROWS_IN_LINES 5 /* rows named with each problem, where not all are asked for */

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gint64       count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

static void
add_problem (JsonBuilder             *builder,
             const GgovImportProblem *problem)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, problem->code);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, problem->message);
  json_builder_set_member_name (builder, "rejected");
  json_builder_add_boolean_value (builder, problem->rejected);
  add_count (builder, "count", problem->rows->len);
  json_builder_set_member_name (builder, "place");
  if (isnan (problem->lon))
    json_builder_add_null_value (builder);
  else
    {
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, problem->lon);
      json_builder_add_double_value (builder, problem->lat);
      json_builder_end_array (builder);
    }
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problem->rows->len; i++)
    json_builder_add_int_value (builder, g_array_index (problem->rows, gint64, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_plan (JsonBuilder          *builder,
          const GgovImportPlan *plan)
{
  json_builder_begin_object (builder);
  add_count (builder, "id", plan->id);
  json_builder_set_member_name (builder, "community_code");
  json_builder_add_string_value (builder, plan->community_code);
  json_builder_set_member_name (builder, "community");
  json_builder_add_string_value (builder, plan->community);
  add_count (builder, "grids", plan->grids);
  add_count (builder, "buildings", plan->buildings);
  json_builder_end_object (builder);
}

static void
add_datums (JsonBuilder               *builder,
            const GgovImportDatumLook *look)
{
  json_builder_set_member_name (builder, "datums");
  json_builder_begin_object (builder);
  for (guint i = 0; look && ggov_import_datum_look_can_tell (look) && i < GGOV_IMPORT_N_DATUMS;
       i++)
    {
      const GgovGeoDatumFit *fit = &look->fits[i];

      json_builder_set_member_name (builder, ggov_geo_datum_get_name (i));
      json_builder_begin_object (builder);
      add_count (builder, "comparable", fit->n_comparable);
      add_count (builder, "matched", fit->n_matched);
      json_builder_set_member_name (builder, "share");
      json_builder_add_double_value (builder, fit->share);
      json_builder_set_member_name (builder, "offset_m");
      if (isnan (fit->offset_m))
        json_builder_add_null_value (builder);
      else
        json_builder_add_double_value (builder, fit->offset_m);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (const GgovImportReport    *report,
            const GgovImportDatumLook *look)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_count (builder, "read", report->read);
  add_count (builder, "new", report->added);
  add_count (builder, "changed", report->changed);
  add_count (builder, "same", report->same);
  add_count (builder, "rejected", report->rejected);
  add_count (builder, "change", report->change_id);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->problems->len; i++)
    add_problem (builder, report->problems->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "plans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->plans->len; i++)
    add_plan (builder, report->plans->pdata[i]);
  json_builder_end_array (builder);
  add_datums (builder, look);
  json_builder_end_object (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_problem (const GgovImportProblem *problem)
{
  g_autoptr(GString) rows = g_string_new (NULL);
  guint n = MIN (problem->rows->len, ROWS_IN_LINES);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (problem->rows, gint64, i));

  if (problem->rows->len == 0)
    {
      g_print ("%s: %s\n", _("notice"), problem->message);
      return;
    }

  g_print ("%s: %s (%u): %s%s\n", problem->rejected ? _("rejected") : _("notice"),
           problem->message, problem->rows->len, rows->str,
           problem->rows->len > n ? ", …" : "");
}

static void
print_lines (const GgovImportReport    *report,
             const GgovImportDatumLook *look,
             GgovGeoDatum               datum)
{
  if (look && ggov_import_datum_look_can_tell (look))
    {
      g_autofree char *figures = ggov_import_datum_look_dup_figures (look, datum);

      g_print ("%s\n", figures);
    }

  /* Translators: counts of rows; the first is the sum of the others. */
  g_print (_("%u read = %u new + %u changed + %u same + %u rejected"), report->read, report->added,
           report->changed, report->same, report->rejected);
  g_print ("\n");

  for (guint i = 0; i < report->plans->len; i++)
    {
      const GgovImportPlan *plan = report->plans->pdata[i];

      /* Translators: the number of a draft, a community, how many grids and buildings it has */
      g_print (_("draft %u: %s: %u grids, %u buildings"), (guint) plan->id, plan->community,
               plan->grids, plan->buildings);
      g_print ("\n");
    }

  for (guint i = 0; i < report->problems->len; i++)
    print_problem (report->problems->pdata[i]);
}

void
ggov_ctl_import_print (GgovCtl                   *ctl,
                       const GgovImportReport    *report,
                       const GgovImportDatumLook *look,
                       GgovGeoDatum               datum)
{
  if (ctl->json)
    print_json (report, look);
  else
    print_lines (report, look, datum);
}
