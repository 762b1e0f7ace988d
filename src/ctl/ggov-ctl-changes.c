/* ggov-ctl-changes.c: gridgovctl changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl.h"
#include "ggov-local-time.h"
#include "ggov-store-changes.h"
#include "ggov-store-undo-import.h"

#define DEFAULT_LIMIT 50

static void
add_entry (JsonBuilder     *builder,
           GgovChangeEntry *entry)
{
  g_autofree char *at = ggov_local_time_format (ggov_change_entry_get_at (entry));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, ggov_change_entry_get_id (entry));
  json_builder_set_member_name (builder, "at");
  json_builder_add_string_value (builder, at);
  json_builder_set_member_name (builder, "account");
  json_builder_add_string_value (builder, ggov_change_entry_get_account (entry));
  json_builder_set_member_name (builder, "action");
  json_builder_add_string_value (builder, ggov_change_entry_get_action (entry));
  json_builder_set_member_name (builder, "subject");
  json_builder_add_string_value (builder, ggov_change_entry_get_subject (entry));
  json_builder_set_member_name (builder, "undoes");
  json_builder_add_int_value (builder, ggov_change_entry_get_undoes_id (entry));
  json_builder_set_member_name (builder, "undoable");
  json_builder_add_boolean_value (builder, ggov_change_entry_is_undoable (entry));
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, ggov_change_entry_get_n_rows (entry));
  json_builder_end_object (builder);
}

static void
print_json (GListModel *entries)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(GgovChangeEntry) entry = g_list_model_get_item (entries, i);

      add_entry (builder, entry);
    }
  json_builder_end_array (builder);

  ggov_ctl_print (json_builder_get_root (builder));
}

static void
print_lines (GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(GgovChangeEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *at = ggov_local_time_format (ggov_change_entry_get_at (entry));

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", ggov_change_entry_get_id (entry), at,
               ggov_change_entry_get_account (entry), _(ggov_change_entry_get_action (entry)),
               ggov_change_entry_get_subject (entry));
    }
}

static GgovCtlStatus
list (GgovCtl *ctl,
      int      limit)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) entries = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_changes_async (ctl->store, limit, NULL, ggov_ctl_keep, &result);
  entries = ggov_store_list_changes_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (entries == NULL)
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    print_json (entries);
  else
    print_lines (entries);

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
undo (GgovCtl *ctl,
      gint64   change_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_undo_async (ctl->store, change_id, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (&result), NULL, &error))
    return ggov_ctl_refuse (ctl, error);

  return list (ctl, 1);
}

static GgovCtlStatus
take_back (GgovCtl *ctl,
           gint64   change_id)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GgovImportUndone undone = { 0 };
  g_autoptr(GError) error = NULL;

  ggov_store_undo_import_async (ctl->store, change_id, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_undo_import_finish (ctl->store, ggov_ctl_wait (&result), &undone, &error))
    return ggov_ctl_refuse (ctl, error);

  json_builder_begin_object (builder);
#define ADD(name, value) \
  json_builder_set_member_name (builder, name); \
  json_builder_add_int_value (builder, value)
  ADD ("change", undone.change_id);
  ADD ("rows", undone.rows);
  ADD ("kept_rows", undone.kept_rows);
  ADD ("kept_people", undone.kept_people);
#undef ADD
  json_builder_end_object (builder);
  if (ctl->json)
    ggov_ctl_print (json_builder_get_root (builder));
  else
    /* Translators: rows of records, and people who were changed since an import */
    g_print (_("%1$u rows are as they were, %2$u stay with %3$u people who were changed since\n"),
             undone.rows, undone.kept_rows, undone.kept_people);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_changes (GgovCtl  *ctl,
                  int       argc,
                  char    **argv)
{
  gint64 undo_id = 0, import_id = 0;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry options[] = {
    { "undo", 0, 0, G_OPTION_ARG_INT64, &undo_id, N_("Undo this change"), N_("ID") },
    { "take-back", 0, 0, G_OPTION_ARG_INT64, &import_id,
      N_("Take this import back, but for what was changed since"), N_("ID") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("The most changes to list"), N_("N") },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, NULL, 0, 0) || limit < 1)
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  if (import_id != 0)
    return take_back (ctl, import_id);

  return undo_id != 0 ? undo (ctl, undo_id) : list (ctl, limit);
}
