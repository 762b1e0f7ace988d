/* ggov-case-type-dialog.h: forms about one case type
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-case-type-version.h"
#include "ggov-session.h"

G_BEGIN_DECLS

/**
 * ggov_case_type_dialog_show:
 * @page: over whose window it stands; asked for win.announce-change once it is done
 * @code: (nullable): of the type that is changed; NULL for a new one
 *
 * Asks for all that a case type says, and from when. The last version is the one that is changed.
 */
void ggov_case_type_dialog_show          (GtkWidget           *page,
                                          GgovSession         *session,
                                          const char          *code);

/* Asks from which day nothing is filed under it. */
void ggov_case_type_dialog_show_withdraw (GtkWidget           *page,
                                          GgovSession         *session,
                                          GgovCaseTypeVersion *version);

/* Lists the versions of a type, the last first. */
void ggov_case_type_dialog_show_versions (GtkWidget           *page,
                                          GgovSession         *session,
                                          GgovCaseTypeVersion *version);

G_END_DECLS
