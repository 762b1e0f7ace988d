/* ggov-person-page.h: what there is to know of a person besides who they are and what they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-person.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PERSON_PAGE (ggov_person_page_get_type ())

/* Issues handled, visits, training, leaves, points and the history; contact and posts stand in the pane
 * beside it. */
G_DECLARE_FINAL_TYPE (GgovPersonPage, ggov_person_page, GGOV, PERSON_PAGE, AdwBin)

/**
 * ggov_person_page_show:
 * @session: (nullable): NULL with nobody
 * @day: ISO day
 * @person: (nullable): NULL for nobody
 *
 * Shows somebody; what is known of them is read again, also for whom it shows already.
 */
void ggov_person_page_show (GgovPersonPage  *self,
                            GgovSession     *session,
                            const char      *day,
                            GgovPerson      *person);

G_END_DECLS
