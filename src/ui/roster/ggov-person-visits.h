/* ggov-person-visits.h: the visits that somebody made, and those that were made to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PERSON_VISITS (ggov_person_visits_get_type ())

G_DECLARE_FINAL_TYPE (GgovPersonVisits, ggov_person_visits, GGOV, PERSON_VISITS, AdwBin)

/**
 * ggov_person_visits_show:
 * @day: ISO day: nothing is told of later
 *
 * Reads somebody's visits anew. Without any there is nothing to see. Numbers in what was found are
 * masked.
 */
void ggov_person_visits_show (GgovPersonVisits *self,
                              GgovStore        *store,
                              gint64            person_id,
                              const char       *day);

G_END_DECLS
