/* ggov-drawing-private.h: what the files of a drawing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-drawing.h"

G_BEGIN_DECLS

#define GGOV_N_DRAW_TOOLS 7

struct _GgovDrawing
{
  GObject             parent_instance;

  GgovMapCanvas      *canvas;   /* (unowned) (nullable): NULL once it is closed */
  GSimpleActionGroup *actions;
  GgovDrawTool       *tools[GGOV_N_DRAW_TOOLS];
  guint               tool;     /* which of them is in use */
  GgovDrafting       *drafting; /* (nullable): NULL while nothing is drawn */
  GArray             *locked;   /* (element-type gint64) */
  GArray             *locks;    /* (element-type double[2]): where a padlock is shown, degrees */
  gint64              target;   /* the grid that is chosen, or 0 */
  gboolean            is_wrong; /* whether it says why something cannot be */

  /* Where the keys point, degrees; shown once they are used, until the pointer is. */
  double              cross[2];
  gboolean            has_cross;
  double              pointer[2]; /* where it was last, pixels */
};

/* -map.c: as the canvas sees it. */
void _ggov_drawing_map_tool_init (GgovMapToolInterface *iface);

/* (transfer none) (nullable): the tool in use; NULL while there is nothing to draw. */
GgovDrawTool *_ggov_drawing_get_tool (GgovDrawing *self);

G_END_DECLS
