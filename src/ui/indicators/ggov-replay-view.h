/* ggov-replay-view.h: a past year under other limits, hours or grids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPLAY_VIEW (ggov_replay_view_get_type ())

G_DECLARE_FINAL_TYPE (GgovReplayView, ggov_replay_view, GGOV, REPLAY_VIEW, AdwBin)

GtkWidget *ggov_replay_view_new (GgovSession *session);

G_END_DECLS
