/* ggov-store-repaint.h: moving a building to another grid, the border following
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store.h"

G_BEGIN_DECLS

/**
 * ggov_store_repaint_building_async:
 * @building_id: a building that the plan in force has in some grid
 * @grid_id: a neighbour of that grid
 *
 * Moves a building in the plan in force of its community. The border between the two grids is
 * drawn anew; assignment and border are one change, and undoing it puts the old lines back to the
 * byte. End with ggov_store_change_finish(): GGOV_STORE_ERROR_REFUSED where the building does not
 * stand beside the grid, is the last of its own, or would leave a grid in pieces or around
 * another, and where another plan is approved for a day to come; GGOV_STORE_ERROR_NOT_FOUND where there is no such building.
 */
void ggov_store_repaint_building_async (GgovStore           *self,
                                        gint64               building_id,
                                        gint64               grid_id,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

G_END_DECLS
