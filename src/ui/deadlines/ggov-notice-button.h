/* ggov-notice-button.h: chooses a file with the holidays of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_NOTICE_BUTTON (ggov_notice_button_get_type ())

/* Says which file it is. A file that cannot be read is told of by win.show-message. */
G_DECLARE_FINAL_TYPE (GgovNoticeButton, ggov_notice_button, GGOV, NOTICE_BUTTON, AdwBin)

/* (transfer none) (nullable): what the file holds; NULL while none is chosen */
GBytes *ggov_notice_button_get_json (GgovNoticeButton *self);

/* @path: (nullable): the file, as if it had been chosen; NULL for none */
void    ggov_notice_button_take     (GgovNoticeButton *self,
                                     const char       *path);

/* (transfer full): asks for a file of a year's notice, over @parent; "response" is still to be heard. */
GtkFileChooserNative *ggov_notice_chooser_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
