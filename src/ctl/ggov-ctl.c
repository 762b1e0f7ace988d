/* ggov-ctl.c: what the commands of gridgovctl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-change.h"
#include "ggov-ctl.h"
#include "ggov-geo-error.h"

gboolean
ggov_ctl_parse (int                 *argc,
                char              ***argv,
                const GOptionEntry  *options,
                const char          *words,
                int                  n_least,
                int                  n_most)
{
  g_autoptr(GOptionContext) context = g_option_context_new (words);
  g_autoptr(GError) error = NULL;
  g_autofree char *help = NULL;

  if (options)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  if (g_option_context_parse (context, argc, argv, &error) &&
      *argc - 1 >= n_least && *argc - 1 <= n_most)
    return TRUE;

  help = g_option_context_get_help (context, TRUE, NULL);
  g_printerr ("%s%s%s", error ? error->message : "", error ? "\n\n" : "", help);

  return FALSE;
}

void
ggov_ctl_keep (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

GAsyncResult *
ggov_ctl_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

GgovCtlStatus
ggov_ctl_refuse (GgovCtl      *ctl,
                 const GError *error)
{
  g_autofree char *name = g_filename_display_name (ctl->office);
  g_autofree char *sentence = NULL;

  if (error->domain == GGOV_STORE_ERROR)
    sentence = ggov_store_error_dup_sentence (error, name);
  else if (error->domain == GGOV_GEO_ERROR)
    sentence = ggov_geo_error_dup_sentence (error);

  g_printerr ("gridgovctl: %s\n", sentence ? sentence : error->message);
  g_debug ("%s: %s", g_quark_to_string (error->domain), error->message);

  return GGOV_CTL_REFUSED;
}

GgovCtlStatus
ggov_ctl_finish_change (GgovCtl       *ctl,
                        GAsyncResult **result)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 id = 0;

  if (!ggov_store_change_finish (ctl->store, ggov_ctl_wait (result), &id, &error))
    return ggov_ctl_refuse (ctl, error);

  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (ctl->json)
    g_print ("{ \"change\" : %s }\n", number);
  else
    g_print (_("Done: change %s\n"), number);

  return GGOV_CTL_DONE;
}

gboolean
ggov_ctl_open (GgovCtl        *ctl,
               GgovStoreFlags  flags)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ctl->store = ggov_store_new (ctl->office, flags);
  ggov_store_open_async (ctl->store, NULL, ggov_ctl_keep, &result);

  if (ggov_store_open_finish (ctl->store, ggov_ctl_wait (&result), &error))
    return TRUE;

  ggov_ctl_refuse (ctl, error);

  return FALSE;
}

void
ggov_ctl_print (JsonNode *root)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json_node_unref (root);

  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

void
ggov_ctl_add_row (JsonBuilder *builder,
                  GObject     *row)
{
  guint n;
  g_autofree GParamSpec **properties =
    g_object_class_list_properties (G_OBJECT_GET_CLASS (row), &n);

  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (properties[i]->name), "-", '_');
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (row, properties[i]->name, &value);
      json_builder_set_member_name (builder, name);
      if (G_VALUE_HOLDS_INT64 (&value))
        json_builder_add_int_value (builder, g_value_get_int64 (&value));
      else if (g_value_get_string (&value))
        json_builder_add_string_value (builder, g_value_get_string (&value));
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
}

void
ggov_ctl_add_rows (JsonBuilder *builder,
                   GListModel  *rows)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (rows, i);

      ggov_ctl_add_row (builder, row);
    }
  json_builder_end_array (builder);
}

void
ggov_ctl_print_rows (GListModel *rows)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  ggov_ctl_add_rows (builder, rows);
  ggov_ctl_print (json_builder_get_root (builder));
}

GgovCtlStatus
ggov_ctl_list (GgovCtl               *ctl,
               int                    argc,
               char                 **argv,
               const GgovCtlListing  *listing)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) rows = NULL;
  g_autoptr(GError) error = NULL;

  if (!ggov_ctl_parse (&argc, &argv, NULL, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  listing->list (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  if (!(rows = listing->finish (ctl->store, ggov_ctl_wait (&result), &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print_rows (rows);
  else
    listing->print (rows);

  return GGOV_CTL_DONE;
}
