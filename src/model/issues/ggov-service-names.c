/* ggov-service-names.c: what other platforms call that which the case types are about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-catalogue-private.h"
#include "ggov-service-names.h"

/* Built in, so it is whole. */
static GHashTable *
load (void)
{
  g_autoptr(GBytes) bytes = _ggov_catalogue_load_default ("case-types/services.json");
  g_autoptr(JsonNode) root = NULL;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *code;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  root = _ggov_catalogue_parse (text, (gssize) size, NULL);
  g_assert (root != NULL);
  json_object_iter_init (&iter,
                         json_object_get_object_member (json_node_get_object (root), "services"));
  while (json_object_iter_next (&iter, &name, &code))
    g_hash_table_insert (names, g_strdup (name), json_node_dup_string (code));

  return names;
}

const char *
ggov_service_names_find (const char *name)
{
  static gsize names = 0;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, (gsize) load ());

  folded = g_utf8_strdown (name, -1);

  return g_hash_table_lookup ((GHashTable *) names, g_strstrip (folded));
}
