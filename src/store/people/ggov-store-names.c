/* ggov-store-names.c: what names are read with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-search-text-private.h"
#include "ggov-store-names.h"
#include "ggov-store-private.h"

/* On the store's thread. */
static void
prepare (GTask  *task,
         GgovDb *db)
{
  _ggov_search_text_prepare ();
  g_task_return_boolean (task, TRUE);
}

void
ggov_store_prepare_names (GgovStore *self)
{
  g_return_if_fail (GGOV_IS_STORE (self));

  _ggov_store_call (self, ggov_store_prepare_names, prepare, NULL, NULL, NULL, NULL, NULL);
}
