/* ggov-settings.h: what is remembered from one start to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): NULL away from an installed program, where nothing is remembered */
GSettings *ggov_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
