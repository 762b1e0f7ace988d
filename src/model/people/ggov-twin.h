/* ggov-twin.h: two records that may be of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_TWIN (ggov_twin_get_type ())

G_DECLARE_FINAL_TYPE (GgovTwin, ggov_twin, GGOV, TWIN, GObject)

/* How two records are alike. */
#define GGOV_TWIN_PHONE "phone"   /* the same phone */
#define GGOV_TWIN_DIGIT "digit"   /* one name by its sound, and a phone with one digit different */
#define GGOV_TWIN_HOME  "home"    /* one name by its sound, and a home in the same building */
#define GGOV_TWIN_BIRTH "birth"   /* one name by its sound, and the same day of birth */
#define GGOV_TWIN_NAME  "name"    /* one name by its sound, and nothing else */

/**
 * GgovTwinRecord:
 * @first_id: the older record, or 0 for somebody who is being entered
 * @second_id: the newer record, or the one that is there already
 * @first: (nullable): name
 * @first_note: (nullable): where they live and what they do
 * @likeness: one of the words above, the strongest that holds
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      first_id;
  gint64      second_id;
  const char *first;
  const char *second;
  const char *first_phone;
  const char *second_phone;
  const char *first_note;
  const char *second_note;
  const char *likeness;
} GgovTwinRecord;

/* Copies the texts. */
GgovTwin *ggov_twin_new (const GgovTwinRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovTwinRecord *ggov_twin_get_record (GgovTwin *self);

G_END_DECLS
