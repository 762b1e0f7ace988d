/* ggov-store-stand-down.h: ending posts, and who goes on with what their holder did
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-papers.h"

G_BEGIN_DECLS

/**
 * GgovStandDown:
 * @post_id: the post that ends
 * @everywhere: all posts of its role that its holder has on that day end with it
 * @from: ISO day from which they are no longer held; the day before is their last
 * @reason: (nullable): why
 * @hand_over_to: who gets the open issues the holder handles there, or 0 to leave them
 * @successor_id: who has the posts from @from on, or 0 to leave them vacant
 * @nominated_by_id: who brought the successor forward, or 0
 * @approved_by_id: who approved, or 0
 * @exception: (nullable): why a rule about the successor is set aside
 * @papers: (array length=n_papers) (nullable): kept with the posts that end and with the successor's
 *
 * Who holds which posts no longer from when.
 */
typedef struct
{
  gint64           post_id;
  gboolean         everywhere;
  const char      *from;
  const char      *reason;
  gint64           hand_over_to;
  gint64           successor_id;
  gint64           nominated_by_id;
  gint64           approved_by_id;
  const char      *exception;
  const GgovPaper *papers;
  guint            n_papers;
} GgovStandDown;

/**
 * ggov_store_stand_down_async:
 * @order: copied
 *
 * Ends posts and hands over what belongs to them, as one change. A post that only began on that day or
 * later, or has ended before, and a successor whom a rule stands against are
 * GGOV_STORE_ERROR_REFUSED with a translated sentence. End with ggov_store_change_finish().
 */
void     ggov_store_stand_down_async  (GgovStore            *self,
                                       const GgovStandDown  *order,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

G_END_DECLS
