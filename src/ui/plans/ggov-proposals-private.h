/* ggov-proposals-private.h: what the files of the window of proposals share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-proposing.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PROPOSALS_WINDOW (ggov_proposals_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovProposalsWindow, ggov_proposals_window, GGOV, PROPOSALS_WINDOW, AdwWindow)

struct _GgovProposalsWindow
{
  AdwWindow           parent_instance;

  GtkWidget          *page;        /* (owned) */
  GgovSession        *session;
  GArray             *communities; /* (element-type gint64): as the choice has them; 0 is all */
  gint64              draft_id;    /* 0 for the latest plans */
  GPtrArray          *befores;     /* (element-type GgovDraft): what was read, in order */
  guint               n_wanted;    /* that are to be read */
  GCancellable       *reading;     /* (nullable) */
  GPtrArray          *locks;       /* (element-type GtkWidget): rows of the grids to be left */
  GgovProposing      *proposing;   /* (nullable): while it runs */
  GListStore         *found;       /* (element-type GgovProposed) */
  GtkSingleSelection *selection;
  gboolean            is_set_up;
  gboolean            is_fresh;    /* until everything was read once */

  /* From the template. */
  AdwComboRow        *community_row;
  GtkStack           *details;
  GtkLabel           *error_label;
  GtkAdjustment      *grids;
  GtkWidget          *grids_row;
  GtkAdjustment      *least;
  AdwExpanderRow     *locked_row;
  AdwComboRow        *mode_row;
  GtkAdjustment      *most;
  GtkProgressBar     *progress;
  GtkWidget          *propose_button;
  GtkAdjustment      *seed;
  GtkStack           *stack;
  GtkWidget          *stop_button;
  GtkColumnView      *table;
  GtkAdjustment      *target;
};

/* @sentence: (nullable): NULL where all is well */
void _ggov_proposals_window_show_error (GgovProposalsWindow *self,
                                        const char          *sentence);

/* Shows what can be done now. */
void _ggov_proposals_window_update     (GgovProposalsWindow *self);

/* Reads what is proposed for; it is read again after somebody wrote. */
void _ggov_proposals_window_read       (GgovProposalsWindow *self);

/* (element-type GgovDraft): what was read, with the grids locked that somebody checked. */
GPtrArray *_ggov_proposals_window_list_befores (GgovProposalsWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/* Gives the table its columns: a picture of each GgovProposed and its figures. */
void _ggov_proposals_fill_table   (GtkColumnView *table);

/**
 * _ggov_proposals_show_details:
 * @proposed: (nullable): NULL clears them
 *
 * Shows a proposal's map, its grids, who moves and which rules are not kept, each on a page of the
 * stack. The page that was open stays so.
 */
void _ggov_proposals_show_details (GtkStack      *details,
                                   GgovProposed  *proposed);

G_END_DECLS
