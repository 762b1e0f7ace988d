/* ggov-import-person-private.h: what a row says of a person, and whether the person is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-known-people.h"
#include "ggov-import-report.h"
#include "ggov-import-table.h"

G_BEGIN_DECLS

/* The columns, in the order of the fields. */
enum
{
  GGOV_IMPORT_PERSON_NAME,
  GGOV_IMPORT_PERSON_SEX,
  GGOV_IMPORT_PERSON_BIRTH_DATE,
  GGOV_IMPORT_PERSON_PHONE,
  GGOV_IMPORT_PERSON_ROLE,
  GGOV_IMPORT_PERSON_COMMUNITY,
  GGOV_IMPORT_PERSON_GRID,
  GGOV_IMPORT_PERSON_COMPOUND,
  GGOV_IMPORT_PERSON_BUILDING,
  GGOV_IMPORT_PERSON_UNIT,
  GGOV_IMPORT_PERSON_PLACE,
  GGOV_IMPORT_PERSON_SINCE,
  GGOV_IMPORT_PERSON_UNTIL,
  GGOV_IMPORT_PERSON_REASON,
  GGOV_IMPORT_PERSON_N_FIELDS,
};

/* All texts (nullable) but the name; days are ISO. */
typedef struct
{
  gint64      row;
  char       *name;
  const char *sex;        /* GB/T 2261.1 */
  char       *birth_date;
  char       *phone;
  char       *role;
  char       *community;
  char       *grid;
  char       *compound;
  char       *building;
  char       *unit;
  char       *place;
  char       *since;
  char       *until;
  char       *reason;
  gboolean    is_rejected; /* the report says why */
} GgovImportPerson;

/**
 * ggov_import_person_read:
 * @table: stands on a row
 * @epoch: the year that numbers of days are counted from: 1900 or 1904
 * @report: counts the row as read, and rejects it where it cannot be understood
 * @person: (out) (transfer full)
 *
 * Returns: FALSE for a row of notes or sums, which is passed over; @report is told of it
 */
gboolean ggov_import_person_read (GgovImportTable   *table,
                                  guint              epoch,
                                  GgovImportReport  *report,
                                  GgovImportPerson **person);
void     ggov_import_person_free (GgovImportPerson  *self);

/* All people of the office, and those of the file that were kept so far. */
typedef struct _GgovImportCrowd GgovImportCrowd;

/**
 * GgovImportCrowdResult:
 * @GGOV_IMPORT_CROWD_NEW: nobody has that name
 * @GGOV_IMPORT_CROWD_NAMESAKE: whoever has that name has another phone
 * @GGOV_IMPORT_CROWD_KNOWN: one person it must be
 * @GGOV_IMPORT_CROWD_SEVERAL: the row has no phone, and several people have the name
 * @GGOV_IMPORT_CROWD_PHONE_TAKEN: somebody of another name has the phone
 * @GGOV_IMPORT_CROWD_TWIN: somebody of that name has a phone of which one digit is another
 */
typedef enum
{
  GGOV_IMPORT_CROWD_NEW,
  GGOV_IMPORT_CROWD_NAMESAKE,
  GGOV_IMPORT_CROWD_KNOWN,
  GGOV_IMPORT_CROWD_SEVERAL,
  GGOV_IMPORT_CROWD_PHONE_TAKEN,
  GGOV_IMPORT_CROWD_TWIN,
} GgovImportCrowdResult;

GgovImportCrowd      *ggov_import_crowd_new  (GgovChange              *change,
                                              GError                 **error)
                                              G_GNUC_WARN_UNUSED_RESULT;
void                  ggov_import_crowd_free (GgovImportCrowd         *self);

/* @known: (out) (transfer none) (nullable): whoever it is, or is like; NULL for NEW, NAMESAKE and
 * SEVERAL */
GgovImportCrowdResult ggov_import_crowd_find (GgovImportCrowd         *self,
                                              const GgovImportPerson  *person,
                                              const GgovKnownPerson  **known);

/* Whether the row says anything of a known person that is not known so. */
gboolean              ggov_import_crowd_is_different (GgovImportCrowd        *self,
                                                      gint64                  person_id,
                                                      const GgovImportPerson *person);

/* What a row brought of a known person is known from now on. */
void                  ggov_import_crowd_keep (GgovImportCrowd         *self,
                                              gint64                   person_id,
                                              const GgovImportPerson  *person);

/* The same of a new one, whose number may be known later: until ggov_import_crowd_set_id() it
 * is 0. */
GgovKnownPerson      *ggov_import_crowd_add  (GgovImportCrowd         *self,
                                              const GgovImportPerson  *person);
void                  ggov_import_crowd_set_id (GgovImportCrowd       *self,
                                                GgovKnownPerson       *known,
                                                gint64                 person_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportPerson, ggov_import_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovImportCrowd, ggov_import_crowd_free)

G_END_DECLS
