/* ggov-ladder-rules.h: when reminders, notices and criticism are due, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_ladder_rules_ask:
 * @parent: over which the question stands
 * @page: asked for win.announce-change and win.show-message
 *
 * Asks how long before expiry, or after it, each rung is due, and sets them.
 */
void ggov_ladder_rules_ask (GtkWindow   *parent,
                            GtkWidget   *page,
                            GgovSession *session);

G_END_DECLS
