/* ggov-change-known-residents.h: who and which doors an import of residents is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change and see what it has written so far.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

/**
 * GgovKnownResident:
 * @resident_id: of the row with what is known of them; 0 for somebody of the office who is in no
 *   register
 * @birth_date: (nullable)
 * @phone: (nullable)
 * @identity_number: (nullable)
 * @residence_id: where they live on the day, or else are registered; 0 for nowhere, and so the next two
 * @relation: (nullable): to the head of that household, GB/T 4761
 * @row: the row of the file that they came with, 0 for those who were known before
 */
typedef struct
{
  gint64   person_id;
  gint64   resident_id;
  gint64   residence_id;
  gint64   household_id;
  gint64   unit_id;
  gint64   row;
  char    *name;
  char    *sex;
  char    *birth_date;
  char    *phone;
  char    *identity_number;
  char    *relation;
  char    *door;
  gboolean registered;
  gboolean living;
} GgovKnownResident;

/**
 * GgovKnownHousehold:
 * @household_id: 0 for a door behind which there is none
 * @number: in the book of the police, "" for none
 * @head_id: 0 where it has no head
 * @head: (nullable): their name
 * @head_birth_date: (nullable)
 */
typedef struct
{
  gint64  dwelling_id;
  gint64  unit_id;
  gint64  household_id;
  gint64  head_id;
  char   *door;
  char   *number;
  char   *kind;
  char   *head;
  char   *head_birth_date;
} GgovKnownHousehold;

void       ggov_known_resident_free          (GgovKnownResident  *self);

/* (transfer full) (element-type GgovKnownResident): all people of the office, by number */
GPtrArray *ggov_change_load_known_residents  (GgovChange   *change,
                                              const char   *day,
                                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (element-type GgovKnownHousehold): all doors, each with its households of the day */
GPtrArray *ggov_change_load_known_households (GgovChange   *change,
                                              const char   *day,
                                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_change_move_resident:
 * @household_id: where they are of from @day on
 *
 * Ends one residence on @day and begins another with it.
 */
gboolean   ggov_change_move_resident         (GgovChange               *change,
                                              const GgovKnownResident  *known,
                                              gint64                    household_id,
                                              const char               *relation,
                                              gboolean                  registered,
                                              gboolean                  living,
                                              const char               *day,
                                              GError                  **error);

/* Another relation to the head, or another answer to whether they are registered and live there. */
gboolean   ggov_change_update_residence      (GgovChange   *change,
                                              gint64        residence_id,
                                              const char   *relation,
                                              gboolean      registered,
                                              gboolean      living,
                                              GError      **error);

G_END_DECLS
