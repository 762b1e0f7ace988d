/* ggov-erase-private.h: nothing is left of somebody, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"

G_BEGIN_DECLS

/* Removes and empties the rows that tell of somebody. @ids: (element-type gint64): their records */
gboolean _ggov_erase_rows   (GgovChange  *change,
                             GArray      *ids,
                             GError     **error);

/* Forgets what these rows were, in this change and all before it. */
gboolean _ggov_erase_images (GgovChange  *change,
                             GArray      *ids,
                             GError     **error);

G_END_DECLS
