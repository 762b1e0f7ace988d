/* ggov-store-atlas.h: reading what maps on paper are drawn from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-atlas.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_load_atlas_async:
 * @day: ISO day; grids, plans and posts are those of it
 *
 * Reads the whole office as it was on a day. Grids whose border does not close are left out; the
 * check names them.
 */
void       ggov_store_load_atlas_async  (GgovStore            *self,
                                         const char           *day,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GgovAtlas *ggov_store_load_atlas_finish (GgovStore            *self,
                                         GAsyncResult         *result,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
