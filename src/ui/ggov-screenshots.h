/* ggov-screenshots.h: pictures of every page, for the documentation and for whoever looks them over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-window.h"

G_BEGIN_DECLS

/**
 * ggov_screenshots_take_async:
 * @window: shown, with an office open or opening
 * @folder: where the pictures go, in the GLib file name encoding; made if it does not exist
 *
 * Shows each page in light and dark and two sizes, and each window that opens over a page in light
 * and dark, waits until it stands still, and writes it as name-theme-WxH-language.png, the size
 * being that of the picture. The language is that of the texts, en or zh_CN.
 */
void     ggov_screenshots_take_async  (GgovWindow           *window,
                                       const char           *folder,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/* FALSE with a GFileError or G_IO_ERROR_FAILED, whose message is a translated sentence. */
gboolean ggov_screenshots_take_finish (GgovWindow           *window,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
