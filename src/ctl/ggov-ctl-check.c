/* ggov-ctl-check.c: gridgovctl check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl.h"
#include "ggov-store-check.h"

static void
print_json (GListModel *findings)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n = g_list_model_get_n_items (findings);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, n == 0);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, ggov_finding_get_kind (finding));
      json_builder_set_member_name (builder, "subject");
      json_builder_add_string_value (builder, ggov_finding_get_subject (finding));
      json_builder_set_member_name (builder, "message");
      json_builder_add_string_value (builder, ggov_finding_get_message (finding));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_lines (GListModel *findings,
             const char *all_well)
{
  guint n = g_list_model_get_n_items (findings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GgovFinding) finding = g_list_model_get_item (findings, i);

      g_print ("%s %s: %s\n", ggov_finding_get_kind (finding), ggov_finding_get_subject (finding),
               ggov_finding_get_message (finding));
    }

  if (n == 0)
    g_print ("%s\n", all_well);
}

GgovCtlStatus
ggov_ctl_tell_findings (GgovCtl    *ctl,
                        GListModel *findings,
                        const char *all_well)
{
  if (ctl->json)
    print_json (findings);
  else
    print_lines (findings, all_well);

  return g_list_model_get_n_items (findings) == 0 ? GGOV_CTL_DONE : GGOV_CTL_REFUSED;
}

GgovCtlStatus
ggov_ctl_check (GgovCtl  *ctl,
                int       argc,
                char    **argv)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, NULL, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_check_async (ctl->store, NULL, ggov_ctl_keep, &result);
  if (!(findings = ggov_store_check_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  return ggov_ctl_tell_findings (ctl, findings, _("File, history, grids and ledger add up."));
}
