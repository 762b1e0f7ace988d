/* ggov-case-type-files.h: case types out of files and into them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_case_type_files_import:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 *
 * Asks for a file, says what it would change, and then does it.
 */
void ggov_case_type_files_import (GtkWidget   *page,
                                  GgovSession *session);

/* Asks for a file and writes the case types there; @page is asked for win.show-message. */
void ggov_case_type_files_export (GtkWidget   *page,
                                  GgovSession *session);

G_END_DECLS
