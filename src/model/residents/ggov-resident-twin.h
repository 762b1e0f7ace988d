/* ggov-resident-twin.h: somebody of the register who may be the one that is being entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENT_TWIN (ggov_resident_twin_get_type ())

G_DECLARE_FINAL_TYPE (GgovResidentTwin, ggov_resident_twin, GGOV, RESIDENT_TWIN, GObject)

/* How somebody is alike. */
#define GGOV_RESIDENT_TWIN_IDENTITY "identity" /* the same identity number */
#define GGOV_RESIDENT_TWIN_DIGITS   "digits"   /* an identity number with one or two digits different */
#define GGOV_RESIDENT_TWIN_PHONE    "phone"    /* the same phone */
#define GGOV_RESIDENT_TWIN_BIRTH    "birth"    /* a name that sounds the same, and the day of birth */
#define GGOV_RESIDENT_TWIN_DOOR     "door"     /* a name that sounds the same, behind the same door */
#define GGOV_RESIDENT_TWIN_CALL     "call"     /* the same, and a phone with one or two digits different */
#define GGOV_RESIDENT_TWIN_NAME     "name"     /* the same name, and nothing that speaks against it */

/**
 * GgovResidentTwinRecord:
 * @household_id: where they live on the day, or else are registered; 0 for nowhere
 * @digits: how many digits of the identity number or phone differ, where that is the likeness
 * @likeness: how they are alike, the strongest that holds: one of the words below
 * @phone: (nullable): whole; what is shown is masked
 * @identity_number: (nullable): whole; what is shown is masked
 * @place: (nullable)
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      person_id;
  gint64      household_id;
  gint64      digits;
  const char *name;
  const char *sex;
  const char *birth_date;
  const char *phone;
  const char *identity_number;
  const char *place;
  const char *door;
  const char *likeness;
} GgovResidentTwinRecord;

/* Copies the texts. */
GgovResidentTwin *ggov_resident_twin_new (const GgovResidentTwinRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovResidentTwinRecord *ggov_resident_twin_get_record (GgovResidentTwin *self);

G_END_DECLS
