/* ggov-case-pick.h: a field in which an issue or an organisation is found and chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

typedef enum
{
  GGOV_CASE_PICK_ISSUE,
  GGOV_CASE_PICK_ORGANISATION,
} GgovCasePickKind;

#define GGOV_TYPE_CASE_PICK (ggov_case_pick_get_type ())

G_DECLARE_FINAL_TYPE (GgovCasePick, ggov_case_pick, GGOV, CASE_PICK, AdwBin)

/* @title: above the field */
GtkWidget *ggov_case_pick_new        (GgovSession      *session,
                                      GgovCasePickKind  kind,
                                      const char       *title);

/* Shows what is chosen already. */
void       ggov_case_pick_choose     (GgovCasePick     *self,
                                      gint64            id,
                                      const char       *name);

/* The number of what is chosen, or 0 once it is said below the field that something has to be. */
gint64     ggov_case_pick_require    (GgovCasePick     *self);

G_END_DECLS
