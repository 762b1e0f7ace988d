/* ggov-store-roster.h: who holds which post, on any day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-row.h"
#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * GgovRosterFilter:
 * @place_code: (nullable): only what lies in the community or grid of this code
 * @community_id: only what lies in this community, or 0
 * @grid_id: only what lies in this grid, or 0
 * @role: (nullable): only this role, or this family of roles, by its code
 * @text: (nullable): only lines in which each of these words is found: in the name, its reading
 *   or initials, the phone, the place, the grid's code or name, the role
 *
 * Which lines of the roster are wanted.
 */
typedef struct
{
  const char *place_code;
  gint64      community_id;
  gint64      grid_id;
  const char *role;
  const char *text;
} GgovRosterFilter;

/**
 * ggov_store_list_roster_async:
 * @as_of: ISO day
 * @filter: (nullable): NULL wants all; copied
 *
 * Finds the posts held on a day, of any past day as well, in the order of the roster: community,
 * grid, role, place. Posts on the whole sub-district come first, those on a community before
 * those of its grids. Buildings lie in the grid they were in on that day.
 */
void        ggov_store_list_roster_async  (GgovStore               *self,
                                           const char              *as_of,
                                           const GgovRosterFilter  *filter,
                                           GCancellable            *cancellable,
                                           GAsyncReadyCallback      callback,
                                           gpointer                 user_data);

/**
 * ggov_store_list_roster_finish:
 *
 * Returns: (transfer full) (element-type GgovRosterRow)
 */
GListModel *ggov_store_list_roster_finish (GgovStore               *self,
                                           GAsyncResult            *result,
                                           GError                 **error)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
