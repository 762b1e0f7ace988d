/* ggov-store-register.h: people come, go, are born and die, households become others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/**
 * GgovRegisterDeed:
 * @GGOV_REGISTER_MOVE_IN: people come from elsewhere, into a household or as a new one
 * @GGOV_REGISTER_MOVE_OUT: people of a household go elsewhere
 * @GGOV_REGISTER_MOVE_WITHIN: people of a household go to another door of the area
 * @GGOV_REGISTER_BIRTH: a child is born into a household
 * @GGOV_REGISTER_DEATH: somebody died
 * @GGOV_REGISTER_SPLIT: people of a household become a household of their own
 * @GGOV_REGISTER_MERGE: all people of a household join another
 * @GGOV_REGISTER_HEAD: a household has another head
 */
typedef enum
{
  GGOV_REGISTER_MOVE_IN,
  GGOV_REGISTER_MOVE_OUT,
  GGOV_REGISTER_MOVE_WITHIN,
  GGOV_REGISTER_BIRTH,
  GGOV_REGISTER_DEATH,
  GGOV_REGISTER_SPLIT,
  GGOV_REGISTER_MERGE,
  GGOV_REGISTER_HEAD,
} GgovRegisterDeed;

#define GGOV_N_REGISTER_DEEDS (GGOV_REGISTER_HEAD + 1)

/* The word in records and files: move_in, move_out, move_within, birth, death, split, merge, head. */
const char *ggov_register_deed_get_code (GgovRegisterDeed deed);

/* What the user does, in the user's language. */
const char *ggov_register_deed_get_label (GgovRegisterDeed deed);

/**
 * GgovRegisterMember:
 * @person_id: somebody of the records, or 0 for somebody new
 * @name: (nullable): of somebody new, and so is all up to @identity_number
 * @relation: (nullable): to the head of the household they join; NULL is what they were, or of a new
 *   household's first member its head
 * @registered: whether they are registered with the police there
 * @living: whether they live there; neither, of who leaves a household: as they did there
 */
typedef struct
{
  gint64      person_id;
  const char *name;
  const char *sex;
  const char *birth_date;
  const char *phone;
  const char *identity_kind;
  const char *identity_number;
  const char *relation;
  gboolean    registered;
  gboolean    living;
} GgovRegisterMember;

/**
 * GgovRegisterAct:
 * @day: ISO day on which it happened; who leaves on it is there no more
 * @household_id: that is left, or whose head is another; the household of somebody who died is
 *   known by the person
 * @to_household_id: that is joined; 0 for a new one at @unit_id and @door
 * @unit_id: of the new household; 0 with a NULL @door: at the door of @household_id
 * @door: (nullable): a door that is not there yet is made
 * @members: (array length=n_members) (nullable): who moves; none: all of @household_id
 * @head_id: who is the head of those who stay; 0 while the head stays
 * @stays_registered: who leaves stays registered where they were
 * @elsewhere: (nullable): where they came from or go to
 * @reason: (nullable)
 * @report: (nullable): what is to be said of it
 */
typedef struct
{
  GgovRegisterDeed           deed;
  const char                *day;
  gint64                     household_id;
  gint64                     to_household_id;
  gint64                     unit_id;
  const char                *door;
  const GgovRegisterMember  *members;
  guint                      n_members;
  gint64                     head_id;
  gboolean                   stays_registered;
  const char                *elsewhere;
  const char                *reason;
  const char                *report;
} GgovRegisterAct;

/**
 * ggov_store_register_async:
 * @act: copied
 *
 * Writes what happened, as one change with an event. What a rule forbids is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence: somebody at two places on one day, a household
 * with two heads or none, a child older than its parent, a number of somebody else.
 */
void     ggov_store_register_async  (GgovStore              *self,
                                     const GgovRegisterAct  *act,
                                     GCancellable           *cancellable,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data);

/**
 * ggov_store_register_finish:
 * @change_id: (out) (optional)
 * @household_id: (out) (optional): that was joined, else that was left
 * @person_id: (out) (optional): of the first who moved
 */
gboolean ggov_store_register_finish (GgovStore              *self,
                                     GAsyncResult           *result,
                                     gint64                 *change_id,
                                     gint64                 *household_id,
                                     gint64                 *person_id,
                                     GError                **error);

G_END_DECLS
