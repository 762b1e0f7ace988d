/* ggov-write-residents.h: writing the register of residents, many rows at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of these run within a change and write what they are given as it is: what a user does goes
 * through ggov-store-register-act.h and ggov-store-visits.h, which say what is wrong in a sentence. A NULL
 * text is an empty one, or where the days say so, none; 0 stands for no record. Days are ISO texts.
 */

#pragma once

#include "ggov-change.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      unit_id;
  const char *door;
} GgovDwellingRow;

/* @kind: (nullable): "family", which NULL stands for, or "collective" */
typedef struct
{
  gint64      dwelling_id;
  const char *kind;
  const char *number;
  const char *formed_on;
  const char *ended_on;   /* (nullable): the day it was no more */
} GgovHouseholdRow;

typedef struct
{
  const char *kind;       /* move_in, move_out, move_within, birth, death, split, merge or head */
  const char *day;
  gint64      person_id;
  gint64      household_id;
  gint64      to_household_id;
  const char *elsewhere;
  const char *reason;
  const char *report;
} GgovRegisterEventRow;

typedef struct
{
  gint64      person_id;
  gint64      household_id;
  const char *relation;   /* GB/T 4761 */
  gboolean    registered;
  gboolean    living;
  const char *moved_in;
  const char *moved_out;  /* (nullable): the day they were there no more */
  gint64      in_event_id;
  gint64      out_event_id;
} GgovResidenceRow;

/**
 * GgovResidentRow:
 * @identity_number: (nullable)
 * @fields: (nullable): JSON object of the fields that have no column, by their codes
 * @confirmed_on: (nullable)
 * @died_on: (nullable)
 *
 * What is known of somebody besides what is in GgovPersonRecord.
 */
typedef struct
{
  gint64      person_id;
  const char *identity_kind;
  const char *identity_number;
  const char *ethnic_group;
  const char *marital_status;
  const char *political_status;
  const char *education;
  const char *work_status;
  const char *health;
  const char *residence_type;
  const char *fields;
  int         required_filled;
  int         optional_filled;
  const char *confirmed_on;
  const char *died_on;
  const char *purpose;
} GgovResidentRow;

typedef struct
{
  gint64      person_id;
  gint64      group_id;
  const char *valid_from;
  const char *valid_to;   /* (nullable): the last day */
  gint64      responsible_id;
  int         every_days; /* 0: as the group has it */
  const char *source;
  const char *note;
} GgovMembershipRow;

typedef struct
{
  gint64      dwelling_id;
  gint64      household_id;
  gint64      person_id;
  gint64      visitor_id;
  const char *day;
  const char *outcome;    /* met, absent or refused */
  gboolean    confirmed;
  const char *found;
  gint64      issue_id;
} GgovVisitRow;

/* @ids: (out) (array length=n) (nullable): the new rows' numbers, in the order of @rows */
gboolean ggov_change_add_dwellings       (GgovChange                  *change,
                                          const GgovDwellingRow    *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);
gboolean ggov_change_add_households      (GgovChange                  *change,
                                          const GgovHouseholdRow      *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);
gboolean ggov_change_add_register_events (GgovChange                  *change,
                                          const GgovRegisterEventRow  *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);
gboolean ggov_change_add_residences      (GgovChange                  *change,
                                          const GgovResidenceRow      *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);
gboolean ggov_change_add_residents       (GgovChange                  *change,
                                          const GgovResidentRow       *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);
gboolean ggov_change_add_memberships     (GgovChange                  *change,
                                          const GgovMembershipRow     *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);
gboolean ggov_change_add_visits          (GgovChange                  *change,
                                          const GgovVisitRow          *rows,
                                          guint                        n,
                                          gint64                      *ids,
                                          GError                     **error);

/**
 * ggov_change_load_resident_values:
 * @day: ISO day, of where they live
 *
 * Returns: (transfer full) (element-type utf8 utf8): what is known of somebody by the codes of the
 *   fields; empty where they are not in the register
 */
GHashTable *ggov_change_load_resident_values (GgovChange              *change,
                                              gint64                   person_id,
                                              const char              *day,
                                              GError                 **error)
                                              G_GNUC_WARN_UNUSED_RESULT;

/* As ggov_store_save_resident_async(), within a change and whatever version is there. */
gboolean ggov_change_save_resident       (GgovChange                  *change,
                                          gint64                       person_id,
                                          GHashTable                  *values,
                                          int                          required_filled,
                                          int                          optional_filled,
                                          GError                     **error);

/* The number of the special group with a code; 0 with @error set, NOT_FOUND if there is none. */
gint64   ggov_change_find_special_group  (GgovChange                  *change,
                                          const char                  *code,
                                          GError                     **error);

G_END_DECLS
