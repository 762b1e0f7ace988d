/* ggov-store-person.h: one person, with the posts they hold and held
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-person.h"
#include "ggov-post.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_get_person_async:
 * @as_of: ISO day on which a post counts as held
 *
 * Reads a person; GGOV_STORE_ERROR_NOT_FOUND if there is none of that number.
 */
void        ggov_store_get_person_async  (GgovStore            *self,
                                          gint64                person_id,
                                          const char           *as_of,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GgovPerson *ggov_store_get_person_finish (GgovStore            *self,
                                          GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
