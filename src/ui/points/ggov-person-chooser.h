/* ggov-person-chooser.h: finds one person by what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PERSON_CHOOSER (ggov_person_chooser_get_type ())

/* Its readable property "person-id" is the chosen person's number, or 0. */
G_DECLARE_FINAL_TYPE (GgovPersonChooser, ggov_person_chooser, GGOV, PERSON_CHOOSER, AdwBin)

void        ggov_person_chooser_set_session   (GgovPersonChooser *self,
                                               GgovSession       *session);

/* @person_id: 0 asks for somebody; @detail: what tells the person from others of the name */
void        ggov_person_chooser_set_person    (GgovPersonChooser *self,
                                               gint64             person_id,
                                               const char        *name,
                                               const char        *detail);
gint64      ggov_person_chooser_get_person_id (GgovPersonChooser *self);
const char *ggov_person_chooser_get_name      (GgovPersonChooser *self);

G_END_DECLS
