/* ggov-ctl-erase.c: gridgovctl erase: nothing is left of somebody, and whose time is up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl.h"
#include "ggov-store-erase.h"

static GgovCtlStatus
list (GgovCtl *ctl)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_retention_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(rows = ggov_store_list_retention_finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  for (guint i = 0; !ctl->json && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GgovRetention) row = g_list_model_get_item (rows, i);
      const GgovRetentionRecord *record = ggov_retention_get_record (row);

      g_print ("id:%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\n", record->person_id,
               record->name, record->purpose, record->left_on ? record->left_on : "",
               record->keep_until, record->days_over);
    }

  return GGOV_CTL_DONE;
}

static GgovCtlStatus
erase (GgovCtl    *ctl,
       const char *who)
{
  const gint64 id = ggov_ctl_find_person (ctl, who);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(GError) error = NULL;
  gint64 change_id = 0;

  if (id == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_erase_person_async (ctl->store, id, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!ggov_store_erase_person_finish (ctl->store, ggov_ctl_wait (&result), &change_id, &error))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    {
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "change");
      json_builder_add_int_value (builder, change_id);
      json_builder_end_object (builder);
      ggov_ctl_print (json_builder_get_root (builder));
    }
  else
    g_print ("%s\n", _("Nothing is left of them in this office. Backups made before still have it: "
                       "delete those."));

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_erase (GgovCtl  *ctl,
                int       argc,
                char    **argv)
{
  gboolean is_list = FALSE, is_sure = FALSE;
  const GOptionEntry options[] = {
    { "due", 0, 0, G_OPTION_ARG_NONE, &is_list,
      N_("List whose data the office has no more purpose for"), NULL },
    { "for-good", 0, 0, G_OPTION_ARG_NONE, &is_sure, N_("It cannot be undone, and that is meant"),
      NULL },
    { NULL }
  };

  if (!ggov_ctl_parse (&argc, &argv, options, "[WHO]", 0, 1))
    return GGOV_CTL_USAGE;
  if (is_list == (argc > 1) || (argc > 1 && !is_sure))
    {
      g_printerr ("gridgovctl: %s\n",
                  _("Say whom: erase WHO --for-good, which cannot be undone; or erase --due"));
      return GGOV_CTL_USAGE;
    }

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  return is_list ? list (ctl) : erase (ctl, argv[1]);
}
