/* ggov-points-desk-private.h: what the files of the points desk share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-form-dialog.h"
#include "ggov-points-desk.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_DESK_APPROVALS,
  GGOV_DESK_RULES,
  GGOV_DESK_REWARDS,
  GGOV_DESK_SETTLEMENTS,
  GGOV_DESK_HONOURS,
  GGOV_DESK_EXPIRING,
  GGOV_DESK_CHARTS,
} GgovDeskView;

#define GGOV_N_DESK_VIEWS (GGOV_DESK_CHARTS + 1)

struct _GgovPointsDesk
{
  AdwWindow        parent_instance;

  GgovSession     *session;
  char            *month;                     /* 2026-02: of settlements and honours */

  GtkStack        *stack;
  AdwToastOverlay *toasts;
  GtkWidget       *lists[GGOV_N_DESK_VIEWS];  /* (nullable): NULL for the charts */
  GtkLabel        *month_labels[2];
  GtkDropDown     *role_drop;
  GtkEditable     *place_entry;
};

/* Shows a sentence. */
void     _ggov_points_desk_say            (GgovPointsDesk *self,
                                           const char     *sentence);

/* (transfer full) (nullable): the one row that is chosen in a list; NULL once the user is asked to */
gpointer _ggov_points_desk_dup_row        (GgovPointsDesk *self,
                                           GgovDeskView    view);

/* The number in a row of a form; @least if it is empty. FALSE once the user is asked for one. */
gboolean _ggov_points_desk_read_number    (GgovFormDialog *dialog,
                                           GtkWidget      *row,
                                           int             least,
                                           int            *number);

/* Shows a form; what is typed goes into its @first row. */
void     _ggov_points_desk_present        (GgovFormDialog *dialog,
                                           GtkWidget      *first);

/* Ends a form whose call is not a plain change: @error is told, else @sentence is shown. */
void     _ggov_points_desk_end_form       (GgovFormDialog *dialog,
                                           const GError   *error,
                                           const char     *sentence);

void     _ggov_points_desk_install_approvals (GtkWidgetClass *klass);
void     _ggov_points_desk_install_rules     (GtkWidgetClass *klass);
void     _ggov_points_desk_install_venues    (GtkWidgetClass *klass);
void     _ggov_points_desk_install_files     (GtkWidgetClass *klass);
void     _ggov_points_desk_install_offers    (GtkWidgetClass *klass);
void     _ggov_points_desk_install_expiry    (GtkWidgetClass *klass);

G_END_DECLS
