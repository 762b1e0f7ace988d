/* ggov-change-known-people.h: who and what an import of people is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change and see what it has written so far.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  gint64  id;
  char   *name;
  char   *sex;        /* GB/T 2261.1 */
  char   *birth_date; /* (nullable) */
  char   *phone;      /* (nullable) */
} GgovKnownPerson;

/**
 * GgovKnownPlace:
 * @kind: sub-district, community, grid, building or unit
 * @id: its number
 * @community_id: which it is, or lies in; 0 for none
 * @grid_id: which it is, or lies in on the day; 0 for none
 * @building_id: which it is, or is a stairwell of; 0 for none
 * @code: (nullable): of a community or grid
 * @name: (nullable): of a building what it is called besides its number
 * @compound: (nullable): the compound of a building or unit
 * @number: (nullable): of a building or the one of a unit, as on the door
 * @unit: the number of a unit, else 0
 *
 * A place that a post can be held on.
 */
typedef struct
{
  const char *kind;
  gint64      id;
  gint64      community_id;
  gint64      grid_id;
  gint64      building_id;
  char       *code;
  char       *name;
  char       *compound;
  char       *number;
  int         unit;
} GgovKnownPlace;

typedef struct
{
  gint64  id;
  char   *code;
  char   *name;
  char   *name_zh;
  char   *scope; /* as the kinds of GgovKnownPlace */
} GgovKnownRole;

/* Whether two names are read alike, as 王芳 and 王方 are. From the store's thread only. */
gboolean   ggov_known_names_sound_alike (const char  *a,
                                         const char  *b);

/* Returns: (transfer full) (element-type GgovKnownPerson): all people, by number */
GPtrArray *ggov_change_load_people     (GgovChange   *change,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type GgovKnownPlace): all that is there on @day (ISO), the
 * large before the small */
GPtrArray *ggov_change_load_places     (GgovChange   *change,
                                        const char   *day,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type GgovKnownRole): all roles, in their order */
GPtrArray *ggov_change_load_roles      (GgovChange   *change,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* @found: (out): whether the person has the role at the place on @day */
gboolean   ggov_change_has_post        (GgovChange            *change,
                                        gint64                 person_id,
                                        gint64                 role_id,
                                        const GgovKnownPlace  *place,
                                        const char            *day,
                                        gboolean              *found,
                                        GError               **error);

GgovKnownPerson *ggov_known_person_new (gint64      id,
                                        const char *name,
                                        const char *sex,
                                        const char *birth_date,
                                        const char *phone);

G_END_DECLS
