/* ggov-net-person.h: somebody of an old net, and the base grids their post moves to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_NET_PERSON (ggov_net_person_get_type ())

G_DECLARE_FINAL_TYPE (GgovNetPerson, ggov_net_person, GGOV, NET_PERSON, GObject)

/**
 * GgovNetDoubt:
 * @GGOV_NET_DOUBT_TIE: two base grids have as many households of the old one
 * @GGOV_NET_DOUBT_SMALL_SHARE: the base grids proposed have less than half of its households
 * @GGOV_NET_DOUBT_BY_AREA: it has no households, so ground decides
 * @GGOV_NET_DOUBT_NAMESAKE: somebody of that name is known, under another number
 * @GGOV_NET_DOUBT_NOWHERE: no base grid lies under it, and nobody said that the person stays out
 * @GGOV_NET_DOUBT_NO_ROLE: nobody has chosen a role that is held on a grid
 * @GGOV_NET_DOUBT_HELD: the role has one holder a grid, and the grid has one
 * @GGOV_NET_DOUBT_ELSEWHERE: the person may hold the role on one grid only, and does on another
 * @GGOV_NET_DOUBT_TOO_MANY: more grids were chosen than the role allows
 */
typedef enum
{
  GGOV_NET_DOUBT_TIE         = 1 << 0,
  GGOV_NET_DOUBT_SMALL_SHARE = 1 << 1,
  GGOV_NET_DOUBT_BY_AREA     = 1 << 2,
  GGOV_NET_DOUBT_NAMESAKE    = 1 << 3,
  GGOV_NET_DOUBT_NOWHERE     = 1 << 4,
  GGOV_NET_DOUBT_NO_ROLE     = 1 << 5,
  GGOV_NET_DOUBT_HELD        = 1 << 6,
  GGOV_NET_DOUBT_ELSEWHERE   = 1 << 7,
  GGOV_NET_DOUBT_TOO_MANY    = 1 << 8,
} GgovNetDoubt;

/* With one of these a net cannot be carried out. */
#define GGOV_NET_DOUBTS_IN_THE_WAY \
  (GGOV_NET_DOUBT_NOWHERE | GGOV_NET_DOUBT_NO_ROLE | GGOV_NET_DOUBT_HELD | \
   GGOV_NET_DOUBT_ELSEWHERE | GGOV_NET_DOUBT_TOO_MANY)

/**
 * GgovNetPersonRow:
 * @row: the old grid's place among the net's, from 0
 * @phone: (nullable)
 * @old_role: what the department called the post
 * @old_code: the old grid's
 * @role_code: of the post on base grids; empty until chosen
 * @role: (nullable): that role in English
 * @role_zh: (nullable): in Chinese
 * @person_id: the person of the office they are, or 0 if one will be made
 * @decided: whether somebody chose the grids, 0 or 1
 * @moved: how many posts came of it
 * @per_mille: of the old grid's households that live in the base grids; of its ground where it has
 *   none
 * @doubts: of GgovNetDoubt, added
 * @codes: the base grids' codes, apart by blanks; the one with the most households first
 * @names: their names, apart by commas
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      row;
  const char *name;
  const char *phone;
  const char *old_role;
  const char *old_code;
  const char *old_name;
  const char *role_code;
  const char *role;
  const char *role_zh;
  gint64      person_id;
  gint64      decided;
  gint64      moved;
  gint64      per_mille;
  gint64      doubts;
  const char *codes;
  const char *names;
} GgovNetPersonRow;

/**
 * ggov_net_person_new:
 * @grid_ids: (array length=n_grids): the base grids, in the order of their codes in @row
 *
 * Copies all.
 */
GgovNetPerson          *ggov_net_person_new       (const GgovNetPersonRow *row,
                                                   const gint64           *grid_ids,
                                                   guint                   n_grids)
                                                   G_GNUC_WARN_UNUSED_RESULT;

const GgovNetPersonRow *ggov_net_person_get_row   (GgovNetPerson          *self);

/* The post they have on base grids, in the user's language; until it is chosen, that of the
 * department. */
const char             *ggov_net_person_get_role  (GgovNetPerson          *self);

/* (transfer none) (array) */
const gint64           *ggov_net_person_get_grids (GgovNetPerson          *self,
                                                   guint                  *n_grids);

/* A stable English word, such as "small-share"; NULL where @doubt is not one of them alone. */
const char             *ggov_net_doubt_get_name   (GgovNetDoubt            doubt);

/* What it says to a user, translated. */
const char             *ggov_net_doubt_get_label  (GgovNetDoubt            doubt);

/* All of @doubts as one translated text; empty for none. */
char                   *ggov_net_doubts_dup_label (gint64                  doubts)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
