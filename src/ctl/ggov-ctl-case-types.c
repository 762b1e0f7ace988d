/* ggov-ctl-case-types.c: gridgovctl case-types, and its export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-case-type-export.h"
#include "ggov-ctl.h"
#include "ggov-store-case-types.h"

static GListModel *
list (GgovCtl                   *ctl,
      const GgovCaseTypeFilter  *filter,
      GError                   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_list_case_types_async (ctl->store, filter, ctl->as_of, NULL, ggov_ctl_keep, &result);

  return ggov_store_list_case_types_finish (ctl->store, ggov_ctl_wait (&result), error);
}

/* Answers ---------------------------------------------------------------------------------- */

static void
print_line (const GgovCaseTypeRecord *record)
{
  g_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", record->code, record->label, record->class_label,
           record->lane_label, record->limit_text, record->role_label ? record->role_label : "",
           record->valid_to ? record->valid_to : "");
}

static void
print_stages (const GgovCaseTypeRecord *record)
{
  for (guint i = 0; i < ggov_case_type_record_count_stages (record); i++)
    g_print ("  %s\t%s / %s\n", record->stages[i].limit_text, record->stages[i].name_zh,
             record->stages[i].name);
}

static void
print_whole (const GgovCaseTypeRecord *record)
{
  /* Translators: a number, a day, a day or nothing, how many */
  g_print (_("version %1$u: %2$s – %3$s, %4$u issues\n"), (guint) record->version,
           record->valid_from, record->valid_to ? record->valid_to : "", (guint) record->n_issues);
  print_line (record);
  print_stages (record);
  g_print ("  %s\n  %s\n", record->filing_zh, record->filing);
  g_print ("  %s\n  %s\n", record->closing_zh, record->closing);
  g_print ("  evidence=%s start=%s figure=%s service=%s measures=%u duplicate=%um/%ud points=%s\n",
           record->evidence, record->start_rule, record->figure, record->service,
           (guint) record->measures, (guint) record->duplicate_radius_m, (guint) record->duplicate_days,
           record->points_activity);
}

static void
print_all (GListModel *rows,
           void      (*print) (const GgovCaseTypeRecord *record))
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovCaseTypeVersion) version = g_list_model_get_item (rows, i);

      print (ggov_case_type_version_get_record (version));
    }
}

/* Commands --------------------------------------------------------------------------------- */

static GgovCtlStatus
show_list (GgovCtl    *ctl,
           const char *text)
{
  const GgovCaseTypeFilter filter = { .text = text };
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = list (ctl, &filter, &error);

  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_all (rows, print_line);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
show_one (GgovCtl    *ctl,
          const char *code)
{
  const GgovCaseTypeFilter filter = { .code = code };
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) rows = list (ctl, &filter, &error);

  if (rows == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (g_list_model_get_n_items (rows) == 0)
    {
      g_printerr (_("gridgovctl: There is no case type “%s”. See gridgovctl case-types list.\n"),
                  code);
      return GGOV_CTL_REFUSED;
    }

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    print_all (rows, print_whole);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
withdraw (GgovCtl    *ctl,
          const char *code,
          const char *day)
{
  g_autoptr(GAsyncResult) result = NULL;

  ggov_store_withdraw_case_type_async (ctl->store, code, day, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_finish_change (ctl, &result);
}

GgovCtlStatus
ggov_ctl_case_types (GgovCtl  *ctl,
                     int       argc,
                     char    **argv)
{
  g_autofree char *day = NULL, *text = NULL;
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &day,
      N_("Of withdraw: the first day on which nothing is filed under it"), N_("DATE") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_("Of list: only where these words are found"),
      N_("WORDS") },
    { NULL }
  };
  const char *word;

  if (!ggov_ctl_parse (&argc, &argv, options, "[list | show CODE | withdraw CODE]", 0, 2))
    return GGOV_CTL_USAGE;

  word = argc > 1 ? argv[1] : "list";
  if (g_str_equal (word, "list") ? argc > 2 : argc != 3 || !(g_str_equal (word, "show") ||
                                                             g_str_equal (word, "withdraw")))
    {
      g_printerr (_("gridgovctl: say case-types list, show CODE or withdraw CODE. See gridgovctl "
                    "case-types --help.\n"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (g_str_equal (word, "show"))
    return show_one (ctl, argv[2]);
  if (g_str_equal (word, "withdraw"))
    return withdraw (ctl, argv[2], day ? day : ctl->as_of);

  return show_list (ctl, text);
}

static void
tell (GgovCtl    *ctl,
      const char *path,
      guint       n)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(JsonBuilder) builder = NULL;

  if (!ctl->json)
    {
      /* Translators: a file’s name, then how many case types are in it */
      g_print (ngettext ("%s: %u case type\n", "%s: %u case types\n", n), name, n);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "types");
  json_builder_add_int_value (builder, n);
  json_builder_end_object (builder);
  ggov_ctl_print (json_builder_get_root (builder));
}

GgovCtlStatus
ggov_ctl_export_case_types (GgovCtl  *ctl,
                            int       argc,
                            char    **argv)
{
  const GgovCaseTypeFilter filter = { .last = TRUE };
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, NULL, _("case-types FILE"), 2, 2))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (!(rows = list (ctl, &filter, &error)) ||
      !ggov_case_type_export_write (rows, argv[2], &error))
    return ggov_ctl_refuse (ctl, error);

  tell (ctl, argv[2], g_list_model_get_n_items (rows));

  return GGOV_CTL_DONE;
}
