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

/* A list that reads itself again whenever its records are others. What a row is about is shown when it
 * is activated: its issue by win.show-record, the parts of an action or the problems of a company in a
 * window of their own. */
GtkWidget *ggov_cases_list_new (GgovSession   *session,
                                GgovCasesKind  kind);

G_END_DECLS
