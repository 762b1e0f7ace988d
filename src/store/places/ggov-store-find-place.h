/* ggov-store-find-place.h: where on the map a record is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-geo-bounds.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovFoundPlace:
 * @grid_id: to be selected, or 0, as the next one
 * @building_id: likewise
 * @bounds: degrees; empty where grid or building say enough
 */
typedef struct
{
  gint64        grid_id;
  gint64        building_id;
  GgovGeoBounds bounds;
} GgovFoundPlace;

/**
 * ggov_store_find_place_async:
 * @kind: "community", "compound", "street", "issue" or "person"
 * @day: ISO day; plans and posts are those of it
 *
 * Finds where something is: an issue at its building, else where its record says, else on its grid;
 * a person where the first of their posts is, else where they live.
 */
void            ggov_store_find_place_async  (GgovStore            *self,
                                              const char           *kind,
                                              gint64                id,
                                              const char           *day,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/* (transfer full): to be freed with g_free(); GGOV_STORE_ERROR_NOT_FOUND where nobody knows. */
GgovFoundPlace *ggov_store_find_place_finish (GgovStore            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
