/* ggov-cases-lists.h: lists of disputes, structures, joint actions and utility companies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_CASES_DISPUTES,
  GGOV_CASES_STRUCTURES,
  GGOV_CASES_ACTIONS,
  GGOV_CASES_UTILITIES,
} GgovCasesKind;

#define GGOV_N_CASES (GGOV_CASES_UTILITIES + 1)

/* A list that reads itself again whenever its records are others. A row that is activated asks for
 * "cases.show-case" (sx): the view as the window has it, and the issue, action or company. */
GtkWidget *ggov_cases_list_new (GgovSession   *session,
                                GgovCasesKind  kind);

G_END_DECLS
