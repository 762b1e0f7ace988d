/* ggov-application.h: the program: its command line, windows and settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_APPLICATION (ggov_application_get_type ())

G_DECLARE_FINAL_TYPE (GgovApplication, ggov_application, GGOV, APPLICATION, AdwApplication)

GgovApplication *ggov_application_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/* The person's own settings, made when first asked for. */
GSettings       *ggov_application_get_settings (GgovApplication *self);

/* What the program leaves with if nothing went wrong before it ran: 0, or 1 if a command could not
 * be carried out. */
int              ggov_application_get_status   (GgovApplication *self);

G_END_DECLS
