/* ggov-map-page-private.h: what the files of the map page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-map-page.h"
#include "ggov-map-panel.h"
#include "ggov-session.h"

G_BEGIN_DECLS

struct _GgovMapPage
{
  AdwBin               parent_instance;

  GgovSession         *session;     /* (nullable) */
  GCancellable        *cancellable; /* of reading the details, anew for each selection */
  GgovPlaces          *places;      /* (nullable): NULL until they are read */
  gboolean             is_old;      /* whether something was written since they were read */
  gboolean             is_new;      /* whether that was buildings */
  gint64               grid_id;     /* selected, 0 for none, as the next one */
  gint64               building_id;
  gboolean             is_awaited;  /* whether to move to the selection once places are there */
  GgovBuildingDetails *building;    /* (nullable): of the selected building */
  GtkWidget           *popover;     /* (nullable) */

  /* From the template. */
  GgovMapCanvas       *canvas;
  AdwStatusPage       *error_page;
  GgovMapPanel        *panel;
  GtkStack            *stack;
};

/* Selects a grid, or a building and its grid; 0 for neither. Reads the details. */
void        _ggov_map_page_select          (GgovMapPage    *self,
                                            gint64          grid_id,
                                            gint64          building_id);

/* Moves the map so that the selection is seen. */
void        _ggov_map_page_reveal          (GgovMapPage    *self,
                                            gboolean        is_close);

/* Reads the selection's details again. */
void        _ggov_map_page_read_details    (GgovMapPage    *self);

/* (transfer full) (nullable): the grids that the selected building can move to. */
GMenuModel *_ggov_map_page_new_move_menu   (GgovMapPage    *self) G_GNUC_WARN_UNUSED_RESULT;

void        _ggov_map_page_install_actions (GtkWidgetClass *klass);

/* Keys that work wherever the focus is. */
void        _ggov_map_page_add_shortcuts   (GgovMapPage    *self);

G_END_DECLS
