/* ggov-handler-chooser.h: who is to be sent, the best first and everybody with the reason
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_HANDLER_CHOOSER (ggov_handler_chooser_get_type ())

G_DECLARE_FINAL_TYPE (GgovHandlerChooser, ggov_handler_chooser, GGOV, HANDLER_CHOOSER, AdwBin)

/* Emits "chosen" when somebody else is. */
GtkWidget *ggov_handler_chooser_new    (void);

/**
 * ggov_handler_chooser_ask:
 * @role_code: (nullable): of who answers; NULL for that of the issue's case type
 *
 * Reads who serves the issue's place, and chooses the first.
 */
void       ggov_handler_chooser_ask    (GgovHandlerChooser *self,
                                        GgovSession        *session,
                                        gint64              issue_id,
                                        const char         *role_code);

/* The number of who is chosen, or 0 */
gint64     ggov_handler_chooser_get_id (GgovHandlerChooser *self);

/* What a label's mnemonic leads to; (transfer none) */
GtkWidget *ggov_handler_chooser_get_field (GgovHandlerChooser *self);

G_END_DECLS
