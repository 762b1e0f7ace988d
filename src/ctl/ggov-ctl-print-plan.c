/* ggov-ctl-print-plan.c: gridgovctl print plan-comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-draft-sketch.h"
#include "ggov-local-time.h"
#include "ggov-report-comparison.h"
#include "ggov-report-pdf.h"
#include "ggov-store-plans.h"

static GgovReportPager *
make_pager (GgovCtl   *ctl,
            GgovDraft *draft)
{
  g_autofree char *now = ggov_local_time_format (g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr(GgovPlanComparison) comparison = ggov_draft_compare (draft);
  g_autoptr(GgovGeoSketch) sketch = ggov_geo_sketch_new ();
  PangoContext *context = ggov_report_context_new ();
  const GgovReportComparisonOptions options = {
    .printed_at = now,
    .account = ggov_store_get_account (ctl->store),
  };
  GgovReportComparison *paper;

  ggov_draft_sketch_into (draft, sketch, TRUE, TRUE);
  paper = ggov_report_comparison_new (ggov_draft_get_plan (draft), comparison, sketch, &options,
                                      context);
  g_object_unref (context);

  return GGOV_REPORT_PAGER (paper);
}

static void
tell (GgovCtl    *ctl,
      const char *path,
      guint       n_pages)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many pages */
      g_print (g_dngettext (NULL, "%s: %u page\n", "%s: %u pages\n", n_pages), shown, n_pages);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, shown);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, n_pages);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
print_to (GgovCtl    *ctl,
          gint64      plan_id,
          const char *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovReportPager) pager = NULL;
  g_autoptr(GgovDraft) draft = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_load_draft_async (ctl->store, plan_id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  draft = ggov_store_load_draft_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (draft == NULL)
    return ggov_ctl_refuse (ctl, error);

  pager = make_pager (ctl, draft);
  if (!ggov_report_write_pdf (pager, path, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, path, ggov_report_pager_get_n_pages (pager));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_print_plan (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  g_autofree char *path = NULL;
  gint64 plan_id = 0;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Write this PDF"), N_("FILE") },
    { "plan", 0, 0, G_OPTION_ARG_INT64, &plan_id, N_("Set this plan beside the one it follows"),
      N_("ID") },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, "plan-comparison", 1, 1))
    return GGOV_CTL_USAGE;

  if (plan_id <= 0 || path == NULL)
    {
      g_printerr (_("gridgovctl: Say which plan to print, and where to: print plan-comparison "
                    "--plan ID -o FILE.pdf\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return print_to (ctl, plan_id, path);
}
