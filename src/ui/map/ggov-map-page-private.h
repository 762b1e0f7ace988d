/* ggov-map-page-private.h: what the files of the map page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft-panel.h"
#include "ggov-drafting.h"
#include "ggov-draw-bar.h"
#include "ggov-drawing.h"
#include "ggov-map-page.h"
#include "ggov-map-panel.h"
#include "ggov-map-structures.h"
#include "ggov-map-themes.h"
#include "ggov-measure-bar.h"
#include "ggov-plan-list.h"
#include "ggov-session.h"

G_BEGIN_DECLS

struct _GgovMapPage
{
  AdwBin               parent_instance;

  GgovSession         *session;     /* (nullable) */
  GCancellable        *cancellable; /* of reading the details, anew for each selection */
  GgovPlaces          *office;      /* (nullable): with the plans in force; NULL until read */
  GgovPlaces          *places;      /* (nullable): what is shown: these, or those of a draft */
  gboolean             is_old;      /* whether something was written since they were read */
  gboolean             is_new;      /* whether that was buildings */
  gint64               grid_id;     /* selected, 0 for none, as the next one */
  gint64               building_id;
  gboolean             is_awaited;  /* whether to move to the selection once places are there */
  GgovBuildingDetails *building;    /* (nullable): of the selected building */
  GtkWidget           *popover;     /* (nullable) */
  GgovDrafting        *drafting;    /* (nullable): of the plan that is drawn or looked at */
  GListModel          *findings;    /* (nullable) (element-type GgovPlanFinding): of the draft */
  gint64               new_grid;    /* that the next stroke begins, or 0 */
  guint                n_frames;    /* that a plan just opened was seen for */
  GgovDrawing         *drawing;     /* the tools, for a plan that is drawn */
  GgovMapThemes       *themes;      /* what the map is coloured by */
  GgovMapStructures   *structures;  /* that are shown on it */
  GgovMeasureBar      *measure_bar; /* (unowned): on the canvas */
  GSettings           *settings;    /* (nullable): with the choice of a base map */
  GCancellable        *base_cancellable; /* (nullable): of opening it */
  GtkWidget           *nets;        /* (nullable): the window of old nets, a weak pointer */
  guint                base_id;     /* 0 while the choice has not changed */

  /* From the template. */
  GgovMapCanvas       *canvas;
  GtkWidget           *draft_bar;
  GtkLabel            *draft_label;
  GgovDraftPanel      *draft_panel;
  GgovDrawBar         *draw_bar;
  AdwStatusPage       *error_page;
  GgovMapPanel        *panel;
  GgovPlanList        *plan_list;
  GtkWidget           *plans_button;
  GtkStack            *side;
  GtkStack            *stack;
};

/* Selects a grid, or a building and its grid; 0 for neither. Reads the details. */
void        _ggov_map_page_select          (GgovMapPage    *self,
                                            gint64          grid_id,
                                            gint64          building_id);

/* Goes to where something is that is neither a grid nor a building. */
void        _ggov_map_page_find_place      (GgovMapPage    *self,
                                            const char     *kind,
                                            gint64          id);

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

/* Shows the plans in force. */
void        _ggov_map_page_show_office     (GgovMapPage    *self);

/* Shows the plan that is drawn, as it is now. */
void        _ggov_map_page_show_draft      (GgovMapPage    *self);

/* Draws another plan, once it is read; closing it shows the plans in force. */
void        _ggov_map_page_open_plan       (GgovMapPage    *self,
                                            gint64          plan_id);
void        _ggov_map_page_close_plan      (GgovMapPage    *self);

/* Moves the selected building within the draft; FALSE where none is drawn. */
gboolean    _ggov_map_page_move_in_draft   (GgovMapPage    *self,
                                            gint64          number);

/* The tools come with the page; they follow the plan that is drawn and the grid that is chosen. */
void        _ggov_map_page_add_drawing     (GgovMapPage    *self);
void        _ggov_map_page_update_drawing  (GgovMapPage    *self);
void        _ggov_map_page_update_take_back (GgovMapPage   *self);
void        _ggov_map_page_install_draw_actions (GtkWidgetClass *klass);

void        _ggov_map_page_install_plan_actions (GtkWidgetClass *klass);
void        _ggov_map_page_install_proposal_actions (GtkWidgetClass *klass);

/* Departments' old nets: -nets.c. Closing forgets the one that is shown over the grids. */
void        _ggov_map_page_close_nets           (GgovMapPage    *self);
void        _ggov_map_page_install_net_actions  (GtkWidgetClass *klass);

/* The settings of the application, once the page is in its window: -base.c. */
void        _ggov_map_page_find_settings        (GgovMapPage    *self);
void        _ggov_map_page_drop_settings        (GgovMapPage    *self);
void        _ggov_map_page_install_base_actions (GtkWidgetClass *klass);

G_END_DECLS
