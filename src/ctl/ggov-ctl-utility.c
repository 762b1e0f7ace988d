/* ggov-ctl-utility.c: gridgovctl utility, problems by the company that supplies the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-issue.h"
#include "ggov-ctl-organisations.h"
#include "ggov-local-time.h"
#include "ggov-store-utilities.h"

static GgovCtlStatus
list (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_utilities_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  rows = ggov_store_list_utilities_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovUtilityRow) row = g_list_model_get_item (rows, i);
      const GgovUtilityRowFields *fields = ggov_utility_row_get_fields (row);

      /* Translators: company, service, then how many problems */
      g_print (_("%1$s\t%2$s\t%3$d reported\t%4$d solved\t%5$d open\t%6$d overdue\t%7$s\n"),
               fields->company, fields->service_label, (int) fields->n_reported,
               (int) fields->n_solved, (int) fields->n_open, (int) fields->n_overdue,
               fields->months);
    }

  return GGOV_CTL_DONE;
}

/* The number of a company, 0 for “none”, or -1 once it was said that there is none. */
static gint64
find_company (GgovCtl    *ctl,
              const char *words)
{
  g_autoptr(GgovOrganisation) organisation = NULL;

  if (g_str_equal (words, "none"))
    return 0;

  organisation = ggov_ctl_organisations_find (ctl, words, NULL);

  return organisation ? ggov_organisation_get_row (organisation)->id : -1;
}

static void
add_issue (JsonBuilder           *builder,
           const GgovIssueFields *fields)
{
  g_autofree char *filed = ggov_local_time_format (fields->filed_at);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_string_value (builder, fields->number);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, fields->title);
  json_builder_set_member_name (builder, "stage");
  json_builder_add_string_value (builder, ggov_issue_stage_get_code (fields->state.stage));
  json_builder_set_member_name (builder, "filed");
  json_builder_add_string_value (builder, filed);
  json_builder_end_object (builder);
}

static GgovCtlStatus
list_problems (GgovCtl *ctl,
               gint64   organisation_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;

  ggov_store_list_utility_problems_async (ctl->store, organisation_id, NULL, ctl->as_of, NULL,
                                          ggov_ctl_keep, &result);
  issues = ggov_store_list_utility_problems_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (issues == NULL)
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);

      if (ctl->json)
        add_issue (builder, fields);
      else
        g_print ("%s\t%s\t%s\n", fields->number, ggov_issue_stage_get_label (fields->state.stage),
                 fields->title);
    }
  json_builder_end_array (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
assign (GgovCtl    *ctl,
        const char *number,
        const char *company)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 issue_id = ggov_ctl_issue_find (ctl, number);
  gint64 organisation_id = issue_id ? find_company (ctl, company) : -1;

  if (organisation_id < 0)
    return GGOV_CTL_REFUSED;

  ggov_store_assign_company_async (ctl->store, issue_id, organisation_id, NULL, ggov_ctl_keep,
                                   &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
set_supply (GgovCtl    *ctl,
            const char *company,
            const char *code,
            gboolean    supplies)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovUtility service;
  gint64 organisation_id;

  if (!ggov_utility_from_code (code, &service))
    return ggov_ctl_issue_need (_("A service is water, power, heating, gas or property."));
  if ((organisation_id = find_company (ctl, company)) <= 0)
    return GGOV_CTL_REFUSED;

  ggov_store_set_supply_async (ctl->store, organisation_id, service, supplies, NULL, ggov_ctl_keep,
                               &result);

  return ggov_ctl_finish_change (ctl, &result);
}

static GgovCtlStatus
run (GgovCtl   *ctl,
     int        argc,
     char     **argv,
     gboolean   no_longer)
{
  gint64 organisation_id;

  if (argc == 1 || (argc == 2 && g_str_equal (argv[1], "list")))
    return list (ctl);
  if (argc == 3 && g_str_equal (argv[1], "problems"))
    return (organisation_id = find_company (ctl, argv[2])) < 0
             ? GGOV_CTL_REFUSED : list_problems (ctl, organisation_id);
  if (argc == 4 && g_str_equal (argv[1], "assign"))
    return assign (ctl, argv[2], argv[3]);
  if (argc == 4 && g_str_equal (argv[1], "supplies"))
    return set_supply (ctl, argv[2], argv[3], !no_longer);

  return ggov_ctl_issue_need (_("Say what to do: utility list; problems with a company or none; assign "
                                "with an issue’s number and a company; supplies with a company and a "
                                "service."));
}

GgovCtlStatus
ggov_ctl_utility (GgovCtl  *ctl,
                  int       argc,
                  char    **argv)
{
  gboolean no_longer = FALSE;
  const GOptionEntry options[] = {
    { "no-longer", 0, 0, G_OPTION_ARG_NONE, &no_longer, N_("It does not supply this"), NULL },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, "list | problems COMPANY | assign ISSUE COMPANY | "
                       "supplies COMPANY SERVICE", 0, 3))
    return GGOV_CTL_USAGE;

  return ggov_ctl_open (ctl, GGOV_STORE_NONE) ? run (ctl, argc, argv, no_longer) : GGOV_CTL_REFUSED;
}
