/* ggov-map-page-proposals.c: grids that are proposed, from the page of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include "ggov-map-page-private.h"
#include "ggov-proposals-window.h"

/* For the draft that is drawn; else for the community whose plans are shown, or the selected grid's,
 * or for all. */
static void
propose_grids (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GgovMapPage *self = GGOV_MAP_PAGE (widget);
  GgovDraft *draft = self->drafting && ggov_drafting_can_draw (self->drafting)
    ? ggov_drafting_get_draft (self->drafting) : NULL;
  GgovGrid *grid = self->office ? ggov_places_find_grid (self->office, self->grid_id) : NULL;
  gint64 community_id = grid ? ggov_grid_get_community_id (grid) : 0;

  if (self->office == NULL || (self->drafting && draft == NULL))
    return;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "plans") == 0)
    community_id = ggov_plan_list_get_community (self->plan_list);
  ggov_proposals_window_show (widget, self->session, self->office, draft, community_id);
}

void
_ggov_map_page_install_proposal_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.propose-grids", NULL, propose_grids);
}
