/* ggov-place-chooser.h: a community and a grid to choose, of those there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-choice.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PLACE_CHOOSER (ggov_place_chooser_get_type ())

/* Offers, besides all of them, each community, and the grids of the one that is chosen. Emits
 * "changed" once another place is chosen, but not for what its functions do. */
G_DECLARE_FINAL_TYPE (GgovPlaceChooser, ggov_place_chooser, GGOV, PLACE_CHOOSER, AdwBin)

/* (nullable) (element-type GgovChoice): what there is to choose from. What is chosen stays, where
 * it is still there. */
void    ggov_place_chooser_set_communities (GgovPlaceChooser *self,
                                            GListModel       *communities);
void    ggov_place_chooser_set_grids       (GgovPlaceChooser *self,
                                            GListModel       *grids);

/* 0 for all. */
gint64  ggov_place_chooser_get_community   (GgovPlaceChooser *self);
gint64  ggov_place_chooser_get_grid        (GgovPlaceChooser *self);

/* (nullable): the name of the grid, else of the community that is chosen; NULL if none is. */
const char *ggov_place_chooser_get_label   (GgovPlaceChooser *self);

/* (nullable): likewise, the code. */
const char *ggov_place_chooser_get_code    (GgovPlaceChooser *self);

/* Chooses the grid or the community of a code, if it is there. */
void    ggov_place_chooser_choose          (GgovPlaceChooser *self,
                                            const char       *code);

/* Back to all of them. */
void    ggov_place_chooser_clear           (GgovPlaceChooser *self);

/* A line for a drop-down of choices. */
void    ggov_choices_append                (GListStore *choices,
                                            const char *code,
                                            const char *label);

/* Has a drop-down of choices show their labels. */
void    ggov_choices_name                  (GtkDropDown *drop_down);

G_END_DECLS
