/* ggov-ctl-export-issues.c: gridgovctl export issues, and export services
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-wanted-issues.h"
#include "ggov-issues-export.h"
#include "ggov-store-choices.h"

static void
tell (GgovCtl    *ctl,
      const char *path,
      guint       n)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many records are in it */
      g_print (g_dngettext (NULL, "%s: %u record\n", "%s: %u records\n", n), name, n);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "records");
  json_builder_add_int_value (builder, n);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

static GgovCtlStatus
export_issues (GgovCtl                *ctl,
               const GgovIssueFilter  *filter,
               const GgovIssuesExport *request)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) facts = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_issue_facts_async (ctl->store, filter, NULL, ggov_ctl_keep, &result);
  facts = ggov_store_list_issue_facts_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (facts == NULL || !ggov_issues_export_write (facts, request, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, request->path, facts->len);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
export_services (GgovCtl                *ctl,
                 const GgovIssuesExport *request)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_choices_async (ctl->store, GGOV_CHOICE_CASE_TYPES, 0, ctl->as_of, NULL,
                                 ggov_ctl_keep, &result);
  types = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (types == NULL || !ggov_services_export_write (types, request, &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, request->path, g_list_model_get_n_items (types));

  return GGOV_CTL_DONE;
}

static gboolean
read_request (GgovIssuesExport *request,
              const char       *kind,
              const char       *path)
{
  g_autoptr(GError) error = NULL;

  request->path = path;
  if (!ggov_issues_format_of_path (path, &request->format, &error))
    {
      g_printerr ("gridgovctl: %s\n", error->message);
      return FALSE;
    }
  if (g_str_equal (kind, "services") && request->format > GGOV_ISSUES_XML)
    {
      g_printerr (_("gridgovctl: The list of services is written as .json or .xml.\n"));
      return FALSE;
    }

  return TRUE;
}

GgovCtlStatus
ggov_ctl_export_issues (GgovCtl  *ctl,
                        int       argc,
                        char    **argv)
{
  g_auto(GgovCtlWantedIssues) words = { NULL };
  GgovIssuesExport request = { .as_of = ctl->as_of };
  const GOptionEntry options[] = {
    { "personal", 0, 0, G_OPTION_ARG_NONE, &request.with_personal,
      N_("Give people’s names and numbers whole, not masked"), NULL },
    GGOV_CTL_WANTED_ISSUES_OPTIONS (words),
    { NULL }
  };
  GgovIssueFilter filter;

  if (!ggov_ctl_parse (&argc, &argv, options, _("issues|services FILE"), 2, 2) ||
      !read_request (&request, argv[1], argv[2]))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE) || !ggov_ctl_wanted_issues_read (ctl, &words, &filter))
    return GGOV_CTL_REFUSED;

  return g_str_equal (argv[1], "services") ? export_services (ctl, &request)
                                           : export_issues (ctl, &filter, &request);
}
