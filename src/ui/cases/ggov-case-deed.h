/* ggov-case-deed.h: a change that is made at once, without a form: told of, and undone, as others are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @page: asked for win.announce-change, or win.show-message where it is refused; @done: the sentence
 * that tells of it. Returns: (transfer full): what ggov_case_deed_cb() needs */
gpointer ggov_case_deed_new (GtkWidget    *page,
                             const char   *done);

/* A GAsyncReadyCallback for calls that end with ggov_store_change_finish(). */
void     ggov_case_deed_cb  (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data);

G_END_DECLS
