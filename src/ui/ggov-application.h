/* ggov-application.h: the program: its command line, windows and settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_APPLICATION (ggov_application_get_type ())

G_DECLARE_FINAL_TYPE (GgovApplication, ggov_application, GGOV, APPLICATION, AdwApplication)

GgovApplication *ggov_application_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/* The person's own settings, made when first asked for. */
GSettings       *ggov_application_get_settings (GgovApplication *self);

/* (transfer full): file names of the offices opened before, the last one first */
GStrv            ggov_application_dup_recent   (GgovApplication *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_application_take_session:
 * @path: file name of an office, in the GLib file name encoding
 * @today: (nullable): ISO 8601; the day it is to be looked at as of, or NULL for the present one
 *
 * Opening the office that the program starts with begins before there is a window.
 *
 * Returns: (transfer full) (nullable): the session that was begun if it is of @path and @today, the
 *   first time; its store is made with GGOV_STORE_DESK and to be ended with ggov_store_close()
 */
GgovSession     *ggov_application_take_session (GgovApplication *self,
                                                const char      *path,
                                                const char      *today) G_GNUC_WARN_UNUSED_RESULT;

/* What the program leaves with if nothing went wrong before it ran: 0, or 1 if a command could not
 * be carried out. */
int              ggov_application_get_status   (GgovApplication *self);

G_END_DECLS
