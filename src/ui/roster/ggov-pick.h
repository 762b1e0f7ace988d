/* ggov-pick.h: a row in which a person or a place is named and chosen from what is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PICK (ggov_pick_get_type ())

G_DECLARE_FINAL_TYPE (GgovPick, ggov_pick, GGOV, PICK, AdwBin)

/**
 * ggov_pick_new:
 * @title: above the words
 * @day: ISO day on which posts are held and grids are there
 * @is_place: whether places are chosen, and not people
 */
GtkWidget  *ggov_pick_new         (GgovSession *session,
                                   const char  *title,
                                   const char  *day,
                                   gboolean     is_place);

/* @scope: (nullable): code of a GgovScope: only such places; what was chosen is forgotten */
void        ggov_pick_set_scope   (GgovPick    *self,
                                   const char  *scope);

/* Shows what is chosen already, or nothing for 0. */
void        ggov_pick_choose      (GgovPick    *self,
                                   const char  *kind,
                                   gint64       id,
                                   const char  *label);

/* The number of who or what is chosen, or 0; the kind of place; its name. */
gint64      ggov_pick_get_id      (GgovPick    *self);
const char *ggov_pick_get_kind    (GgovPick    *self);
const char *ggov_pick_get_label   (GgovPick    *self);

/* What is typed, also where it was not chosen from what is found. */
const char *ggov_pick_get_text    (GgovPick    *self);

/* Whether something was typed that was not chosen from what is found. */
gboolean    ggov_pick_is_unclear  (GgovPick    *self);

G_END_DECLS
