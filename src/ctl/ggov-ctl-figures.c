/* ggov-ctl-figures.c: gridgovctl figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include "ggov-ctl.h"
#include "ggov-store-figures.h"

static void
print_member (JsonObject *object,
              const char *name,
              JsonNode   *value,
              gpointer    user_data)
{
  const char *prefix = user_data;
  g_autofree char *full = *prefix ? g_strdup_printf ("%s.%s", prefix, name) : g_strdup (name);

  if (JSON_NODE_HOLDS_OBJECT (value))
    json_object_foreach_member (json_node_get_object (value), print_member, full);
  else
    g_print ("%s\t%" G_GINT64_FORMAT "\n", full, json_node_get_int (value));
}

GgovCtlStatus
ggov_ctl_figures (GgovCtl  *ctl,
                  int       argc,
                  char    **argv)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GgovFigures) figures = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  if (!ggov_ctl_parse (&argc, &argv, NULL, NULL, 0, 0))
    return GGOV_CTL_USAGE;

  if (!ggov_ctl_open (ctl, GGOV_STORE_NONE))
    return GGOV_CTL_REFUSED;

  ggov_store_get_figures_async (ctl->store, ctl->as_of, NULL, ggov_ctl_keep, &result);
  figures = ggov_store_get_figures_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (figures == NULL)
    return ggov_ctl_refuse (ctl, error);

  json = ggov_figures_to_json (figures);
  if (!(root = json_from_string (json, &error)))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    ggov_ctl_print (g_steal_pointer (&root));
  else
    json_object_foreach_member (json_node_get_object (root), print_member, (gpointer) "");

  return GGOV_CTL_DONE;
}
