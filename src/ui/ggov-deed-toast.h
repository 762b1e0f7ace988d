/* ggov-deed-toast.h: one toast that tells of the latest that was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ggov_deed_toast_show:
 * @message: plain text, not markup
 * @button: (nullable): what can be done about it
 * @action: (nullable): what the button does, with @message and @id as its target
 *
 * Deeds soon follow one another: where a toast still tells of one, it tells of this one instead.
 */
void ggov_deed_toast_show (AdwToastOverlay *toasts,
                           const char      *message,
                           const char      *button,
                           const char      *action,
                           gint64           id);

/* Takes the toast away, if there is one: what it tells of was taken back. */
void ggov_deed_toast_dismiss (AdwToastOverlay *toasts);

G_END_DECLS
