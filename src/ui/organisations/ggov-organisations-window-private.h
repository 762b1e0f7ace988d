/* ggov-organisations-window-private.h: what the files of the organisations' window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-chart-view.h"
#include "ggov-coverage-list.h"
#include "ggov-day-button.h"
#include "ggov-organisation-list.h"
#include "ggov-organisation-pane.h"
#include "ggov-organisations-window.h"

G_BEGIN_DECLS

struct _GgovOrganisationsWindow
{
  AdwWindow             parent_instance;

  GtkWidget            *page;        /* (weak) (nullable): the office's window */
  GgovSession          *session;     /* (nullable): NULL once disposed */
  GListModel           *communities; /* (nullable) (element-type GgovChoice) */
  char                 *usual_role;  /* (nullable): code of a post that the chosen one's people hold */
  GCancellable         *listing;     /* (nullable): of the list under way */
  GCancellable         *looking;     /* (nullable): of what the chosen one has */
  gboolean              with_ended;
  gboolean              is_stale;    /* coverage and chart are to be read anew once they are seen */

  /* From the template. */
  GgovChartView        *chart;
  GgovCoverageList     *coverage;
  GgovDayButton        *day_button;
  GgovOrganisationList *list;
  GgovOrganisationPane *pane;
  AdwToastOverlay      *toasts;
  GtkStack             *views;
};

/* The ISO day that is shown. */
const char *_ggov_organisations_window_get_day         (GgovOrganisationsWindow *self);

/* What went wrong, unless it was cancelled; @error: (nullable) */
void        _ggov_organisations_window_show_error      (GgovOrganisationsWindow *self,
                                                        const GError            *error);

/* What the user can do with organisations: -actions.c. */
void        _ggov_organisations_window_install_actions (GtkWidgetClass          *klass);
void        _ggov_organisations_window_add_shortcuts   (GgovOrganisationsWindow *self);
void        _ggov_organisations_window_update_actions  (GgovOrganisationsWindow *self);

/* What ends a finding, and where a box of the chart leads: -ways.c. */
void        _ggov_organisations_window_end_gap         (GgovOrganisationsWindow *self,
                                                        GgovCoverageGap         *gap);
void        _ggov_organisations_window_go              (GgovOrganisationsWindow *self,
                                                        GgovChartNode           *node,
                                                        GgovChartWay             way);

/* Asks for a line of an organisation; @grid: (nullable); @duty: (nullable): of a member, or the role
 * of a post */
void        _ggov_organisations_window_add_line        (GgovOrganisationsWindow *self,
                                                        const char              *line,
                                                        const char              *owner_kind,
                                                        gint64                   owner_id,
                                                        const char              *owner,
                                                        gint64                   grid_id,
                                                        const char              *grid,
                                                        const char              *duty);

/* Asks for a new organisation. */
void        _ggov_organisations_window_add             (GgovOrganisationsWindow *self,
                                                        const char              *kind,
                                                        gint64                   community_id);

G_END_DECLS
