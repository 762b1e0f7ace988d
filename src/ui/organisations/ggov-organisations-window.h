/* ggov-organisations-window.h: the office's organisations, what they leave open, and the chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ORGANISATIONS_WINDOW (ggov_organisations_window_get_type ())

G_DECLARE_FINAL_TYPE (GgovOrganisationsWindow, ggov_organisations_window,
                      GGOV, ORGANISATIONS_WINDOW, AdwWindow)

/* @parent: asked for win.announce-change, win.print-paper and win.show-record */
GgovOrganisationsWindow *ggov_organisations_window_new    (GtkWindow               *parent,
                                                           GgovSession             *session);

/* @view: list, coverage or chart; @day: (nullable): ISO day, or NULL for the one that is shown */
void                     ggov_organisations_window_choose (GgovOrganisationsWindow *self,
                                                           const char              *view,
                                                           const char              *day);

G_END_DECLS
