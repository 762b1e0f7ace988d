/* ggov-page-keys.h: keys that do something wherever in the window the cursor is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GgovPageKey:
 * @keys: as gtk_shortcut_trigger_parse_string() has them
 * @action: of the page, or of what it is in
 * @target: (nullable): a text that the action takes
 */
typedef struct
{
  const char *keys;
  const char *action;
  const char *target;
} GgovPageKey;

/* @keys: (array length=n): static. They are the page's for as long as it is on the screen. */
void ggov_page_keys_add (GtkWidget         *page,
                         const GgovPageKey *keys,
                         guint              n);

G_END_DECLS
