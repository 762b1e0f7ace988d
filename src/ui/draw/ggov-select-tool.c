/* ggov-select-tool.c: choosing a grid or a building of the draft
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-drawing.h"
#include "ggov-select-tool.h"

struct _GgovSelectTool
{
  GgovDrawTool parent_instance;
};

G_DEFINE_FINAL_TYPE (GgovSelectTool, ggov_select_tool, GGOV_TYPE_DRAW_TOOL)

static void
ggov_select_tool_press (GgovDrawTool        *tool,
                        const GgovDrawPoint *at,
                        int                  n_press)
{
  ggov_drawing_select (ggov_draw_tool_get_drawing (tool), at);
}

static char *
ggov_select_tool_dup_hint (GgovDrawTool *tool)
{
  GgovDraft *draft = ggov_drawing_get_draft (ggov_draw_tool_get_drawing (tool));

  if (ggov_draft_get_n_grids (draft) == 0)
    return g_strdup (_("Nothing is drawn yet: begin a new grid (N)."));

  return g_strdup (_("Click a grid or a building to choose it, then take a tool."));
}

static void
ggov_select_tool_class_init (GgovSelectToolClass *klass)
{
  GgovDrawToolClass *tool_class = GGOV_DRAW_TOOL_CLASS (klass);

  tool_class->press = ggov_select_tool_press;
  tool_class->dup_hint = ggov_select_tool_dup_hint;
}

static void
ggov_select_tool_init (GgovSelectTool *self)
{
}
