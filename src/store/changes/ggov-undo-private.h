/* ggov-undo-private.h: putting back what a change wrote, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"

G_BEGIN_DECLS

/* One written row, to be put back. */
typedef struct
{
  const char *table;
  gint64      id;
  const char *op;
  const char *before; /* (nullable) */
  const char *after;  /* (nullable) */
} GgovUndoImage;

/* FALSE with @error set where a change cannot be undone. @subject: (out) (transfer full) */
gboolean _ggov_undo_check      (GgovDb               *db,
                                gint64                change_id,
                                char                **subject,
                                GError              **error);

/* Whether the row is as the change left it. */
gboolean _ggov_undo_is_as_left (GgovDb               *db,
                                const GgovUndoImage  *image,
                                gboolean             *is_as_left,
                                GError              **error);

/* The row has to be as the change left it, or somebody's later work would be lost. */
gboolean _ggov_undo_put_back   (GgovChange           *change,
                                const GgovUndoImage  *image,
                                GError              **error);

G_END_DECLS
