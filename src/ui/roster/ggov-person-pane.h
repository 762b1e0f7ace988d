/* ggov-person-pane.h: one person beside the roster: how to reach them, what they hold and held
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-person.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PERSON_PANE (ggov_person_pane_get_type ())

/* Its rows ask for roster.stand-down (x), a post's number, and win.show-record. */
G_DECLARE_FINAL_TYPE (GgovPersonPane, ggov_person_pane, GGOV, PERSON_PANE, AdwBin)

/* (nullable): NULL for nobody: then the pane is not to be shown */
void        ggov_person_pane_set_person (GgovPersonPane *self,
                                         GgovPerson     *person);
GgovPerson *ggov_person_pane_get_person (GgovPersonPane *self);

G_END_DECLS
