/* ggov-vacancy.h: a post that should be held and is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The role code of a grid that has no party organisation, which is no post of a person's. */
#define GGOV_VACANCY_PARTY_ORGANISATION "party_organisation"

#define GGOV_TYPE_VACANCY (ggov_vacancy_get_type ())

G_DECLARE_FINAL_TYPE (GgovVacancy, ggov_vacancy, GGOV, VACANCY, GObject)

/**
 * GgovVacancyRecord:
 * @rank: its place in the order of the roster, from 1
 * @place_kind: community, grid, building or unit
 * @place_id: the place's number in the store
 * @unit_number: 0 if the post is not on a unit
 * @role_code: the role that is missing, or GGOV_VACANCY_PARTY_ORGANISATION
 * @role: in the user's language
 * @grid_code: (nullable): NULL where a community lacks somebody, and so is the name
 * @place: as it is called: 3号楼2单元
 * @since: (nullable): first day without, ISO; NULL where there never was anybody
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      rank;
  gint64      place_id;
  gint64      community_id;
  gint64      grid_id;
  gint64      building_id;
  gint64      unit_number;
  const char *place_kind;
  const char *role_code;
  const char *role;
  const char *community;
  const char *grid_code;
  const char *grid;
  const char *place;
  const char *since;
} GgovVacancyRecord;

/* Copies the texts. */
GgovVacancy             *ggov_vacancy_new        (const GgovVacancyRecord *record)
                                                  G_GNUC_WARN_UNUSED_RESULT;

const GgovVacancyRecord *ggov_vacancy_get_record (GgovVacancy             *self);

G_END_DECLS
