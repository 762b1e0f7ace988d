/* ggov-number-text.h: numbers as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): in groups of three whatever the locale, as both languages have it: "15,621" */
char *ggov_number_dup_text (gint64 number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
